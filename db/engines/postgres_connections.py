"""The connections of a program to a server, one for each thread and any that are asked for besides; how one is made."""

from __future__ import annotations

import threading
from typing import Any

import psycopg
from psycopg import Connection, RawCursor

from db.engines.postgres_types import adapt
from db.engines.postgres_words import connection_sentence, let_in_no_more, sentence_for
from db.server.address import Address

BUSY_SECONDS = 5
SCHEMAS = "rollup, main"  # the first for service managers alone: a superuser may use it too, and is to see all
_SCHEMAS_OF_THE_LOGIN = (
    "SELECT set_config('search_path', CASE WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_auth_members m"
    " JOIN pg_catalog.pg_roles r ON r.oid = m.roleid JOIN pg_catalog.pg_roles u ON u.oid = m.member"
    " WHERE r.rolname = 'oversight_service' AND u.rolname = session_user) THEN 'rollup, main' ELSE 'main' END, false)"
)
_STATEMENTS_KEPT = 1000
# Compiling a question, and sharing it out, takes longer than any answer here. A view of records in force is eight
# tables: of more than it joins at once the server would read all before it looks at what the view is joined with.
_WHEN_CONNECTED = (
    # Whatever a login, the database or the server has for them: what is asked and answered does not hang on it. Who
    # waits for another to write sees what that one wrote.
    "SET DateStyle = 'ISO, DMY'; SET row_security = on; SET standard_conforming_strings = on; "
    "SET default_transaction_isolation = 'read committed'; "
    "SET jit = off; SET client_connection_check_interval = '5s'; "
    "SET max_parallel_workers_per_gather = 0; "
    "SET join_collapse_limit = 16; SET from_collapse_limit = 16; SET geqo = off"
)


class OfThisThread(threading.local):
    """What a thread has in hand: its connection with the number of the server's process, whether it has begun a
    transaction and whether to write, and whether something lies over the store's tables in it.
    """

    connection: Connection[Any] | None = None
    pid = 0
    begun = False
    writes = False
    laid_over = False


class Connections:
    """Connections to an address. `schemas` is where tables are looked for."""

    def __init__(self, address: Address, password: str | None, schemas: str) -> None:
        self.thread = OfThisThread()
        self._address, self._password, self._schemas = address, password, schemas
        self._pids: set[int] = set()
        self._let_in = False  # before

    def own(self) -> Connection[Any]:
        """That of this thread, made where there is none. Raises StoreError, of which NeedsPassword is a kind."""
        standing = self.thread.connection
        if standing is not None and (self.thread.begun or not standing.closed):
            return standing  # what is left of a transaction is not done outside it
        if standing is not None:
            self._pids.discard(self.thread.pid)
        self.thread.connection = fresh = self.another()
        self.thread.pid = fresh.info.backend_pid
        self._pids.add(self.thread.pid)
        return fresh

    def another(self) -> Connection[Any]:
        """One besides. Raises StoreError, of which NeedsPassword and LetInNoMore are kinds."""
        try:
            fresh = psycopg.connect(
                self._address.conninfo,
                password=self._password,
                client_encoding="utf8",
                autocommit=True,
                cursor_factory=RawCursor,
            )
        except psycopg.Error as error:
            raise connection_sentence(error, self._address, was_let_in=self._let_in) from error
        fresh.prepare_threshold = 2
        fresh.prepared_max = _STATEMENTS_KEPT
        adapt(fresh)
        looked_in = _SCHEMAS_OF_THE_LOGIN if self._schemas == SCHEMAS else f"SET search_path = {self._schemas}"
        try:
            fresh.execute(f"{looked_in}; SET lock_timeout = '{BUSY_SECONDS}s'; {_WHEN_CONNECTED}".encode())
            if self._let_in:
                self._refuse_no_member(fresh)
        except psycopg.Error as error:
            fresh.close()
            raise sentence_for(error, self._address, writing=False) from error
        self._let_in = True
        return fresh

    def _refuse_no_member(self, fresh: Connection[Any]) -> None:
        """Raise LetInNoMore for a login that can still come in and may do nothing here any more."""
        row = fresh.execute(b"SELECT has_schema_privilege(n.oid, 'USAGE') FROM pg_namespace n WHERE nspname = 'main'")
        if (row.fetchone() or (False,))[0]:
            return
        fresh.close()
        raise let_in_no_more(self._address)

    def is_own(self, pid: int) -> bool:
        """Whether a process of the server serves a thread of this program."""
        return pid in self._pids

    def leave(self) -> None:
        """Close that of this thread; what it asks next is asked over another."""
        standing = self.thread.connection
        if standing is not None:
            self._pids.discard(self.thread.pid)  # which the server gives to another
            standing.close()
            self.thread.connection = None
