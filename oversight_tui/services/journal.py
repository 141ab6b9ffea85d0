"""Who did what and when, with the record before and after; and whether anybody has tampered with it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from db import writes
from db.journal import JournalRow, read
from db.journal import newest as read_newest
from db.queries.events import hidden_entries
from db.verification import Verification
from db.verification import verify as look_through
from oversight_tui.practice.pages import JournalLine
from oversight_tui.services.identity import author
from oversight_tui.services.openings import OPENED, printed_end

if TYPE_CHECKING:
    from db.engine import Store

PERSONAL = "personal"
ROWS_AT_ONCE = 1000


def rows(store: Store, *, personal: bool = False) -> list[JournalRow]:
    """Every row of the journal, oldest first; what is in workers' own files or sensitive only where asked for.

    That it was asked for is in the journal too.
    """
    if personal:
        with store.writing():
            writes.note_opened(store, OPENED, {"journal": PERSONAL}, author(store))
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
            datetime.fromisoformat(row.at),
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
