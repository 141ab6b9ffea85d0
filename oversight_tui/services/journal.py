"""Who did what and when, with the record before and after; and whether anybody has tampered with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import stored
from db.journal import JournalRow, Verification, read
from db.journal import newest as read_newest
from db.journal import verify as walk
from db.queries.events import hidden_entries
from oversight_tui.practice.pages import JournalLine

if TYPE_CHECKING:
    from db.engine import Store

PERSONAL = "personal"
ROWS_AT_ONCE = 1000


def rows(store: Store, *, personal: bool = False) -> list[JournalRow]:
    """Every row of the journal, oldest first; what is in workers' own files or sensitive only where asked for."""
    with store.reading():
        hidden = set() if personal else hidden_entries(store)
        return [row for row in read(store) if personal or (row.what != PERSONAL and row.entry_id not in hidden)]


def newest(store: Store, before: int | None = None) -> tuple[JournalLine, ...]:
    """A thousand rows, newest first, older than `before`; without workers' own files and what is sensitive."""
    with store.reading():
        hidden = hidden_entries(store)
        found = read_newest(store, before, ROWS_AT_ONCE)
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


def verify(store: Store) -> Verification:
    """Walk the whole chain."""
    with store.reading():
        return walk(store)
