"""What a program hears of others while nothing of its own is in hand: whom they have recorded about, and who holds the
session of which worker. One connection is kept for it, so that what it holds is free when the program ends, however.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import Connection

from db.server.telling import CHANNEL, EVERYBODY


class Watch:
    """`connect` makes a connection, `is_own` says whether a server process serves this program."""

    def __init__(self, connect: Callable[[], Connection[Any]], is_own: Callable[[int], bool]) -> None:
        self._connect = connect
        self._is_own = is_own
        self._lock = threading.Lock()
        self._connection: Connection[Any] | None = None
        self._heard: Counter[str] = Counter()

    def changes(self, teams: Collection[int] | None) -> int:
        """A number that moves when another has recorded what concerns these teams, any where None; nothing is asked of
        the server for it. Raises psycopg.Error and StoreError where the connection is gone and none can be had.
        """
        with self._lock:
            connection = self._connected()
            self._heard.update(said.payload for said in connection.notifies(timeout=0) if not self._is_own(said.pid))
            if teams is None:
                return self._heard.total()
            return self._heard[EVERYBODY] + sum(self._heard[str(team)] for team in teams)

    def _connected(self) -> Connection[Any]:
        standing = self._connection
        if standing is not None and not standing.closed:
            return standing
        self._connection = fresh = self._connect()
        fresh.execute(f"LISTEN {CHANNEL}".encode())
        self._heard[EVERYBODY] += 1  # what was said while nobody listened
        return fresh

    def close(self) -> None:
        """Listen no more."""
        with self._lock, suppress(psycopg.Error):
            if self._connection is not None:
                self._connection.close()
                self._connection = None
