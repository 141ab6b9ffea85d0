"""Who did what and when, with the record before and after; and whether anybody has tampered with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.journal import JournalRow, Verification, read
from db.journal import verify as walk
from db.queries.events import hidden_entries

if TYPE_CHECKING:
    from db.engine import Store

PERSONAL = "personal"


def rows(store: Store, *, personal: bool = False) -> list[JournalRow]:
    """Every row of the journal, oldest first; what is in workers' own files or sensitive only where asked for."""
    with store.reading():
        hidden = set() if personal else hidden_entries(store)
        return [row for row in read(store) if personal or (row.what != PERSONAL and row.entry_id not in hidden)]


def verify(store: Store) -> Verification:
    """Walk the whole chain."""
    with store.reading():
        return walk(store)
