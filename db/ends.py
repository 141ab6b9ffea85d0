"""The two ends of the journal: its first row, by which a store is known, and its newest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from db import stored
from db.anchor import Head
from db.errors import StoreError

GENESIS = "0" * 64  # what stands before the first row
PUT_RIGHT = "put_right"  # the line that says which guards and views had gone or were changed
SETTING = "setting"  # the line of a choice kept with the store, by its key


class Asked(Protocol):
    """A store that is asked in SQL, inside a transaction."""

    @property
    def on_a_server(self) -> bool:
        """Whether it is kept by a server."""

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """The rows that a statement answers with."""

    def row(self, sql: str, values: Sequence[object] = ()) -> Any:
        """The first of them, None where there is none."""

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """Do what a statement says."""


def _rows_of(store: Asked) -> str:
    """The journal as far as everybody may know of it: on a server no more than that the rows are there."""
    return "chain" if store.on_a_server else "journal"


def end_of(store: Asked) -> Head | None:
    """The newest row, None where nothing was ever recorded."""
    row = store.row(f"SELECT seq, hash FROM {_rows_of(store)} ORDER BY seq DESC LIMIT 1")
    return Head(*row) if row else None


def has(store: Asked, head: Head) -> bool:
    """Whether the journal has this very row; what comes before any row is in every journal."""
    if head.seq == 0:
        return True
    row = store.row(f"SELECT hash FROM {_rows_of(store)} WHERE seq = ?", (head.seq,))
    return row is not None and row[0] == head.hash


def first_hash(store: Asked) -> str | None:
    """The hash of the first row, by which a store is known; None where nothing was ever recorded."""
    row = store.row(f"SELECT hash FROM {_rows_of(store)} WHERE seq = 1")
    return str(row[0]) if row else None


def what_was_last(store: Asked) -> tuple[datetime | None, str | None]:
    """When the newest row was written, None where there is none or that cannot be read; and the word for what it was,
    of which a server tells everybody no more than that the store was moved.
    """
    row = store.row(f"SELECT at, what FROM {_rows_of(store)} ORDER BY seq DESC LIMIT 1")
    if row is None:
        return None, None
    try:
        return stored.moment(row[0]), row[1]
    except StoreError:
        return None, row[1]
