"""What a program hears of others while nothing of its own is in hand: whom they have recorded about, and who holds the
session of which worker. One connection is kept for it, so that what it holds is free when the program ends, however.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg import Connection

from db.engines import InHand
from db.server.telling import CHANNEL, EVERYBODY, SESSION_IN_HAND

_SINCE = "oversight since "
# What a connection is called is shown to every login, unlike what else is known of it.
_WHO_HAS_IT = (
    b"SELECT a.usename, a.application_name FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a"
    b" ON a.pid = l.pid AND a.datid = l.database WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2"
    b" AND l.classid = $1::int::oid AND l.objid = $2::int::oid AND a.datname = current_database()"
)


class Watch:
    """`connect` makes a connection, `is_own` says whether a server process serves this program."""

    def __init__(self, connect: Callable[[], Connection[Any]], is_own: Callable[[int], bool]) -> None:
        self._connect = connect
        self._is_own = is_own
        self._lock = threading.Lock()
        self._connection: Connection[Any] | None = None
        self._heard: Counter[str] = Counter()
        self._in_hand: set[int] = set()

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

    def take_in_hand(self, number: int) -> InHand | None:
        """Have something in hand as long as the connection stands; who has it, where another program does. Raises
        psycopg.Error and StoreError.
        """
        with self._lock:
            connection = self._connected()
            if number in self._in_hand or self._takes(connection, number):
                self._in_hand.add(number)
                return None
            row = connection.execute(_WHO_HAS_IT, (SESSION_IN_HAND, number)).fetchone()
            return InHand(row[0], _since(row[1])) if row is not None else None

    def let_go(self, number: int) -> None:
        """Have it in hand no more."""
        with self._lock, suppress(psycopg.Error):
            if number in self._in_hand and self._connection is not None:
                self._in_hand.remove(number)
                self._connection.execute(b"SELECT pg_advisory_unlock($1::int, $2::int)", (SESSION_IN_HAND, number))

    def _takes(self, connection: Connection[Any], number: int) -> bool:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(b"SELECT set_config('application_name', $1, false)", (f"{_SINCE}{now}",))
        row = connection.execute(b"SELECT pg_try_advisory_lock($1::int, $2::int)", (SESSION_IN_HAND, number)).fetchone()
        return row is not None and bool(row[0])

    def _connected(self) -> Connection[Any]:
        standing = self._connection
        if standing is not None and not standing.closed:
            return standing
        self._connection = fresh = self._connect()
        fresh.execute(f"LISTEN {CHANNEL}".encode())
        self._heard[EVERYBODY] += 1  # what was said while nobody listened
        self._in_hand = {number for number in self._in_hand if self._takes(fresh, number)}
        return fresh

    def close(self) -> None:
        """Listen no more."""
        with self._lock, suppress(psycopg.Error):
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def _since(called: str) -> datetime | None:
    try:
        return datetime.fromisoformat(called.removeprefix(_SINCE))
    except ValueError:
        return None
