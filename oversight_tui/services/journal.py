"""Who did what and when, with the record before and after; and whether anybody has tampered with it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from db import stored, writes
from db.journal import JournalRow, read
from db.journal import newest as read_newest
from db.queries.events import hidden_entries, moved_entries
from db.verification import Verification
from db.verification import verify as look_through
from oversight_tui.practice.pages import JournalLine
from oversight_tui.practice.story import MOVED
from oversight_tui.services.identity import author
from oversight_tui.services.openings import OPENED, printed_end

if TYPE_CHECKING:
    from db.engine import Store

PERSONAL = "personal"
ROWS_AT_ONCE = 1000
# What a journal row says of an entry besides its words.
_SPINE = ("child", "worker", "on", "at", "corrects")


def rows(store: Store, *, personal: bool = False) -> list[JournalRow]:
    """Every row of the journal, oldest first; what is in workers' own files or sensitive only where asked for.

    What was written on the wrong child's page shows on the right one only. That it was asked for is in the journal too.
    """
    if personal:
        with store.writing():
            writes.note_opened(store, OPENED, {"journal": PERSONAL}, author(store))
    with store.reading():
        hidden = set() if personal else hidden_entries(store)
        moved = moved_entries(store)
        return [
            _where_it_belongs(row, moved)
            for row in read(store)
            if personal or (row.what != PERSONAL and row.entry_id not in hidden)
        ]


def newest(store: Store, before: int | None = None) -> tuple[JournalLine, ...]:
    """A thousand rows, newest first, older than `before`; without workers' own files and what is sensitive."""
    with store.reading():
        hidden, moved = hidden_entries(store), moved_entries(store)
        found = [
            (_where_it_belongs(row, moved), about, is_child)
            for row, about, is_child in read_newest(store, before, ROWS_AT_ONCE)
        ]
    return tuple(
        JournalLine(
            row.seq,
            stored.moment(row.at),
            row.who,
            row.what,
            row.entry_id,
            about,
            is_child,
            row.before,
            row.after,
        )
        for row, about, is_child in found
        if row.what != PERSONAL and row.entry_id not in hidden
    )


def verify(store: Store, printed: str | None = None) -> Verification:
    """Look through the journal, its end, the records, and what is worked out from them.

    `printed` is the end of the journal as it stands on a printed list. Raises NotAnEnd.
    """
    return look_through(store, printed_end(printed) if printed is not None else None)


def _where_it_belongs(row: JournalRow, moved: Collection[int]) -> JournalRow:
    """The row, without the words of an entry that was on the wrong child's page."""
    if row.entry_id not in moved:
        return row
    return row.__replace__(before=_spine(row.before), after={**(_spine(row.after) or {}), "text": MOVED})


def _spine(values: Any) -> dict[str, Any] | None:
    return {key: values[key] for key in _SPINE if key in values} if values else None
