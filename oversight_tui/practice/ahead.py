"""What falls due in the days to come: for planning the week, not for the morning list."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.practice.board import Board, ChildRow
from oversight_tui.practice.calendar import is_working_day
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import under
from oversight_tui.practice.limit_words import limit_said
from oversight_tui.practice.timescales import statutory_dates
from oversight_tui.words.labels import SESSION, words_for


class AheadRow(Struct, frozen=True):
    """One thing that falls due on a day: `what` it is, about whom."""

    on: date
    what: str
    worker: str | None
    child: str | None
    text: str


_DATED = {
    "worry": "worry review",
    "action": "action",
    "decision_review": "review",
    "decision_without_because": "review",
    "session_planned": "session",
}


def falls_due(board: Board, items: tuple[OpenItem, ...], days: int) -> tuple[AheadRow, ...]:
    """What reaches its ideal, limit or date after the board's day and within `days` days of it, earliest first."""
    first, last = board.as_of + timedelta(days=1), board.as_of + timedelta(days=days)
    rows = []
    for worker in board.everybody:
        for day, text in ((worker.supervision.ideal_by, "ideal"), (worker.supervision.limit_by, "limit")):
            if day is not None and first <= day <= last and not worker.worker.has_left(day):
                said = _last_day(day, board.as_of)
                rows.append(AheadRow(day, f"supervision {text}", worker.worker.name, None, said))
    for child in board.children:
        limit_by = child.discussion.limit_by
        if limit_by is not None and first <= limit_by <= last:
            said = _last_day(limit_by, board.as_of)
            rows.append(AheadRow(limit_by, "discussion limit", child.worker, child.child.reference, said))
        rows += _birthdays(child, first, last)
    held = {row.child.id: row for row in board.children}
    for one in statutory_dates(board.children, board.dates, board.limits, board.as_of):
        if first <= one.on <= last:
            row = held[one.child_id]
            rows.append(AheadRow(one.on, one.what, row.worker, row.child.reference, one.text))
    names = {row.worker.id: row.worker.name for row in board.everybody}
    for item in items:
        if item.kind in _DATED and item.due_on is not None and first <= item.due_on <= last:
            about = under(held, item.child_id)
            worker_name = under(names, item.worker_id) or (about.worker if about else None)
            reference = about.child.reference if about else None
            text = words_for(SESSION, item.session_kind) if item.kind == "session_planned" else item.shown
            rows.append(AheadRow(item.due_on, _DATED[item.kind], worker_name, reference, text))
    rows.sort(key=lambda row: (row.on, row.what, row.worker or "", row.child or ""))
    return tuple(rows)


def _last_day(limit: date, today: date) -> str:
    """That it is the last day in time; where nobody works on it, the day by which it has to be done."""
    return "last day in time" if is_working_day(limit) else limit_said(limit, today)


def _birthdays(row: ChildRow, first: date, last: date) -> list[AheadRow]:
    """Sixteenth and eighteenth birthdays, which change what a child may decide; and when an unborn child is due."""
    born, reference = row.child.date_of_birth, row.child.reference
    if born is None:
        return []
    found = [AheadRow(born, "due date", row.worker, reference, "unborn child")] if first <= born <= last else []
    for age in (16, 18):
        day = born + relativedelta(years=age)
        if first <= day <= last:
            found.append(AheadRow(day, f"turns {age}", row.worker, reference, "birthday"))
    return found
