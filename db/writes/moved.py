"""The line in a journal that its store is carried elsewhere, which is the last of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.ends import end_of, has
from db.journal import JournalLine, append, line_after, put_line
from db.moved import MOVED_TO

if TYPE_CHECKING:
    from db.engine import Store


def mark_moved(store: Store, place: str, named: str, who: str) -> None:
    """Say in the journal that the store is carried elsewhere: the last that is recorded in it, inside a transaction."""
    last = end_of(store)
    assert last is not None, "nothing is carried of a store in which nothing was recorded"
    line = JournalLine(MOVED_TO, None, None, {"to": place, "store": named})
    head, _ = append(store, [line], who, store.began, last)
    store.outside.written(store, head)
    if store.on_a_server:
        from db.server.telling import CHANNEL, EVERYBODY

        store.run("SELECT pg_notify(?, ?)", (CHANNEL, EVERYBODY))


def take_over_mark(store: Store, other: Store) -> bool:
    """Where the other store is this one carried over, and this was never marked since the move broke off between the
    two, put the very line into it that came over with the rest, inside a write transaction. True where that was so.
    """
    last = end_of(store)
    with other.reading():
        if last is None or not has(other, last):
            return False
        row = line_after(other, last.seq)
    if row is None or row.what != MOVED_TO:
        return False
    put_line(store, row)
    store.outside.written(store, row.head)
    return True
