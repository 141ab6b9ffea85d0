"""A store in a file: one SQLite file, encrypted or plain, with its two kinds of transaction.

WAL with synchronous=FULL, since anything less loses acknowledged work in a power cut; IMMEDIATE transactions to write,
since a deferred one that reads first fails under another writer. Each thread has a connection of its own, from its
first transaction on until it closes the store: to connect costs more than most questions.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase

from db.connections import connect, database_at, make_writable_beside
from db.contents import damage, loose_ends
from db.engines import LAID_OVER_ALREADY, InHand, Values
from db.errors import StoreError, told_plainly
from db.guards import disturbed, guards_resting
from db.key import Key
from db.shape import misshapen_tables
from oversight_tui.practice.ids import ChildId, WorkerId

_ROWS_AT_ONCE = 200
_LAID_OVER = "FROM temp.sqlite_master WHERE type IN ('table', 'view')"


class StoreLocked(StoreError):
    """The key was dropped from memory; nothing can be read or written until it is given again."""


class SqliteFile:
    """An open file. `encrypted` says whether it was given a key."""

    def __init__(self, path: Path, key: Key | None) -> None:
        self.path = path
        self.database: SqliteDatabase = database_at(path, key)
        self.encrypted = key is not None
        self._key = key
        self._file = identity_of(path)
        self._watch_lock = threading.Lock()
        self._watching: SqliteDatabase | None = None

    @property
    def place(self) -> str:
        """The path."""
        return str(self.path)

    def clock_ahead(self) -> timedelta:
        """Not at all: it is this machine's."""
        return timedelta()

    # --- Transactions -------------------------------------------------------------------------------

    def in_transaction(self) -> bool:
        """Whether this thread has begun a transaction."""
        return bool(self.database.in_transaction())

    @contextmanager
    def transaction(self, *, writing: bool, often: bool = False) -> Iterator[None]:
        """One transaction: DEFERRED to read, where every question sees the same moment, and IMMEDIATE to write."""
        del often  # how a question is answered is kept for every one
        database = self.database
        self._refuse_where_nothing_can_be_kept(writing)
        if not self.writable:
            self.leave_thread()  # a connection that stands would write on; a new one is refused
        with told_plainly(self.path):
            database.connect(reuse_if_open=True)
            try:
                with database.transaction("IMMEDIATE" if writing else "DEFERRED"):
                    yield
            except BaseException:
                database.close()  # whatever was in its way, the next try begins anew
                raise
            if not self.writable:
                database.close()  # it can read and would never write, also once the store may be written again

    def _refuse_where_nothing_can_be_kept(self, writing: bool) -> None:
        """Raise StoreError where the store is locked, or what would be written would go to a file nobody looks for."""
        if self.locked:
            raise StoreLocked("The store is locked. Give its passphrase to go on.")
        self._refuse_another_file()
        if writing:
            make_writable_beside(self.path)

    @property
    def writable(self) -> bool:
        """Whether the file may be written."""
        return os.access(self.path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)

    def _refuse_another_file(self) -> None:
        """Raise StoreError where the path names no file, which SQLite would make anew, or another one."""
        if identity_of(self.path) != self._file:
            raise StoreError(
                f"The store {self.path} was moved, or another put in its place, while it was open. Nothing was saved; "
                "leave and start again."
            )

    # --- SQL ----------------------------------------------------------------------------------------

    def rows(self, sql: str, values: Values) -> list[Any]:
        """All rows that a statement answers with."""
        found: list[Any] = self.database.connection().execute(sql, tuple(values)).fetchall()
        return found

    def batches(self, sql: str, values: Values) -> Iterator[list[Any]]:
        """The same rows, some at a time."""
        cursor = self.database.connection().execute(sql, tuple(values))
        while batch := cursor.fetchmany(_ROWS_AT_ONCE):
            yield batch

    def row(self, sql: str, values: Values) -> Any:
        """The first row, None where there is none."""
        return self.database.execute_sql(sql, tuple(values)).fetchone()

    def run(self, sql: str, values: Values) -> None:
        """Do what a statement says."""
        self.database.execute_sql(sql, tuple(values))

    def run_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Do what a statement says once for each row of values."""
        self.database.connection().executemany(sql, rows)

    # --- Numbers ------------------------------------------------------------------------------------

    def last_number(self, table: str) -> int:
        """The highest number that a row of a table was ever given, also where the row has gone; 0 for none."""
        row = self.row("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        return int(row[0]) if row else 0

    def with_a_last_number(self) -> list[str]:
        """The tables of which the highest number is kept, each as often as that stands there."""
        return [name for (name,) in self.rows("SELECT name FROM sqlite_sequence", ())]

    def set_last_number(self, table: str, number: int) -> None:
        """Remember that number as the highest that a row of the table was ever given; 0 for none."""
        self.run("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        if number:
            self.run("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, number))

    def within_reach(
        self, children: Collection[ChildId], workers: Collection[WorkerId]
    ) -> tuple[Collection[ChildId], Collection[WorkerId]]:
        """All of them: who can open the file sees all of it."""
        return children, workers

    def forget_drafts_of_others(self, about: str, forms: Collection[str], names: Collection[str]) -> None:
        """None: whoever opens the file has all of its drafts before them."""

    # --- What is allowed for a while ------------------------------------------------------------------

    @contextmanager
    def laying_over(self) -> Iterator[None]:
        """Inside, temporary tables and views of the same names lie over those of the store, in memory; with the end
        they go. Raises ValueError inside another.
        """
        if self.row(f"SELECT COUNT(*) {_LAID_OVER}", ())[0]:
            raise ValueError(LAID_OVER_ALREADY)
        try:
            yield
        finally:
            for kind, name in self.rows(f"SELECT type, name {_LAID_OVER} ORDER BY rowid DESC", ()):
                self.run(f'DROP {kind} IF EXISTS temp."{name}"', ())

    @contextmanager
    def refusing_to_write(self) -> Iterator[None]:
        """Inside, whatever would write is refused; what is in hand of a write transaction is kept."""
        self.run("PRAGMA query_only = ON", ())
        try:
            yield
        finally:
            self.run("PRAGMA query_only = OFF", ())

    def rows_may_point_ahead(self) -> None:
        """Until the transaction in hand ends, a row may point at one that is only put in after it."""
        self.run("PRAGMA defer_foreign_keys = ON", ())

    @contextmanager
    def guards_resting(self, tables: Iterable[str]) -> Iterator[None]:
        """Inside, rows of these tables can be erased and pointers in them changed; only inside a transaction."""
        with guards_resting(self.database, tables):
            yield

    def write_anew(self) -> bool:
        """Write the file anew and empty the log beside it, outside a transaction; False where another is reading."""
        with told_plainly(self.path):
            self.database.connect(reuse_if_open=True)
            self.run("VACUUM", ())
            return not self.row("PRAGMA wal_checkpoint(TRUNCATE)", ())[0]

    # --- Whether it is sound --------------------------------------------------------------------------

    def damage(self) -> list[str]:
        """What is damaged in the file, in SQLite's words."""
        return damage(self.database.connection(), encrypted=self.encrypted)

    def loose_ends(self) -> list[str]:
        """Rows that point at a row that is not there."""
        return loose_ends(self.database.connection())

    def disturbed(self) -> set[str]:
        """The names of guards and views that are absent or not as they should be, or of another hand."""
        return disturbed(self.database)

    def misshapen(self) -> list[str]:
        """A sentence for each table or index that is not as it should be."""
        return misshapen_tables(self.database)

    # --- The key --------------------------------------------------------------------------------------

    @property
    def key(self) -> Key | None:
        """The key of an encrypted store, None for a plain one. Raises StoreLocked."""
        if self.locked:
            raise StoreLocked("The store is locked. Give its passphrase to go on.")
        return self._key

    @property
    def locked(self) -> bool:
        """Whether the key was dropped."""
        return self.encrypted and self._key is None

    def lock(self) -> None:
        """Drop the key, where no connection stands any more. Python may keep copies in memory until they are written
        over.
        """
        self._key = None
        self.database.connect_params.pop("passphrase", None)

    def unlock(self, key: Key) -> None:
        """Take the key again. Raises WrongKey, and stays locked."""
        tried = database_at(self.path, key)
        with told_plainly(self.path):
            connect(tried, self.path, key)
            tried.close()
        self._key = key
        self.database.connect_params["passphrase"] = key.spelled()

    # --- Others ---------------------------------------------------------------------------------------

    def changes(self, teams: Collection[int] | None = None) -> int:
        """A number that moves when another connection has written, about whomever; read on one connection kept for
        it.
        """
        with self._watch_lock, told_plainly(self.path):
            if self._watching is None:
                self._refuse_another_file()
                self._watching = database_at(self.path, self.key, shared=True)
                self._watching.connect()
            return int(self._watching.execute_sql("PRAGMA data_version").fetchone()[0])

    def take_in_hand(self, number: int) -> InHand | None:
        """Nobody: a file is not told what a program has open."""

    def let_go(self, number: int) -> None:
        """Nothing was in hand."""

    def close(self) -> None:
        """Close the connections of this thread and the one that watches."""
        with self._watch_lock:
            if self._watching is not None:
                self._watching.close()
                self._watching = None
        self.leave_thread()

    def leave_thread(self) -> None:
        """Close the connection of this thread alone; its next transaction opens another."""
        if not self.database.is_closed():
            self.database.close()


def identity_of(path: Path) -> tuple[int, int] | None:
    """What tells this file from another of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
