"""What of a page had happened by a day that has passed."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.history import History, HistoryRow
from oversight_tui.practice.ids import EntryId


def by_then(history: History, day: date) -> History:
    """The entries that had happened by a day, in each of their versions, by the day that the newest of them names.

    What was said beforehand stays: the store itself tells what of it had been said by then.
    """
    newest: dict[EntryId, HistoryRow] = {}
    for row in history.rows:
        newest[row.first] = max(newest.get(row.first, row), row, key=_version)
    kept = tuple(row for row in history.rows if _had_happened(newest[row.first], day))
    return History(kept, history.workers, history.teams)


def _version(row: HistoryRow) -> EntryId:
    return row.id


def _had_happened(row: HistoryRow, day: date) -> bool:
    return (
        row.happened_on is None or row.happened_on <= day or row.content.is_told_before or row.content.kind.puts_right
    )
