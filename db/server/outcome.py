"""What became of a transaction whose commit was never answered, since the connection was lost with it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from time import monotonic, sleep
from typing import Any

from psycopg import Connection, Error

from db.errors import StoreError

_SECONDS = 10
_BETWEEN = 0.2


def became_of(number: str, connect: Callable[[], Connection[Any]]) -> bool | None:
    """Whether the transaction of this number was kept; None where the server does not come back to say so."""
    until = monotonic() + _SECONDS
    while monotonic() < until:
        try:
            with closing(connect()) as connection:
                row = connection.execute(b"SELECT pg_xact_status($1::text::xid8)", (number,)).fetchone()
        except (StoreError, Error):
            row = None
        if row is not None and row[0] in ("committed", "aborted"):
            return bool(row[0] == "committed")
        sleep(_BETWEEN)
    return None
