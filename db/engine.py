"""The store: one SQLite file, encrypted or plain, with its two kinds of transaction.

WAL with synchronous=FULL, since anything less loses acknowledged work in a power cut; IMMEDIATE transactions to write,
since a deferred one that reads first fails under another writer. Each thread has a connection of its own, from its
first transaction on until it closes the store: to connect costs more than most questions. Encryption and PostgreSQL
come in as other ways to make the database object; nothing else here depends on which it is.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase

from db.connections import connect, database_at, make_writable_beside
from db.ends import moment_of_the_last
from db.errors import StoreError, told_plainly
from db.guards import guards_resting
from db.key import Key
from db.outside import Outside
from db.settled import Settled

_ROWS_AT_ONCE = 200
_TICK = timedelta(microseconds=1)
_JUST_NOW = timedelta(seconds=1)  # a newest event that is further ahead was recorded by a clock that was wrong


class StoreLocked(StoreError):
    """The key was dropped from memory; nothing can be read or written until it is given again."""


class Store:
    """An open store. `created` says that the file was new; `repaired` names guards that were missing and put back,
    `settled` what broken-off work had left and what became of it.

    `began` is when the write transaction in hand began, in UTC, and never the same twice: everything recorded in it has
    this one time, and is by this one event. `outside` is what was seen of the store outside it, in the folder
    `anchors`; `backups` the folder of backups, None where none are made; `backup_problem` why there is none of before
    the store was brought up to date.

    `recorded_by` is the day by whose end it is asked what had been recorded, None where for all; then nothing is to be
    recorded.
    """

    def __init__(
        self,
        path: Path,
        database: SqliteDatabase,
        *,
        key: Key | None,
        created: bool,
        anchors: Path | None = None,
        backups: Path | None = None,
    ) -> None:
        self.path = path
        self.database = database
        self.encrypted = key is not None
        self.created = created
        self.repaired: frozenset[str] = frozenset()
        self.settled = Settled()
        self.outside = Outside(anchors, path, encrypted=self.encrypted)
        self.backups = backups
        self.backup_problem: str | None = None
        self.began = datetime.min.replace(tzinfo=UTC)
        self.recorded_by: date | None = None
        self._key = key
        self._file = identity_of(path)
        self._watch_lock = threading.Lock()
        self._watching: SqliteDatabase | None = None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be said of the store before anything else is done with it, each in a sentence or two: that it is
        not what was seen of it, that its guards were taken away.
        """
        if not self.repaired:
            return self.outside.doubts
        number = len(self.repaired)
        changed = (
            f"Somebody changed the store {self.path} past the program: its guards or views were not as they should be, "
            f"in {number} {'place' if number == 1 else 'places'}, and were put right now. `oversight verify` says "
            "whether a record was touched."
        )
        return (*self.outside.doubts, changed)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One read transaction: every question inside sees the same moment. Joins one that is already open."""
        with self._transaction("DEFERRED"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One write transaction: all of it is kept or none. Joins one that is already open."""
        with self._transaction("IMMEDIATE"):
            yield

    @contextmanager
    def _transaction(self, lock: str) -> Iterator[None]:
        database = self.database
        if database.in_transaction():
            yield
            return
        self._refuse_where_nothing_can_be_kept(lock)
        if not self._writable():
            self.leave_thread()  # a connection that stands would write on; a new one is refused
        with told_plainly(self.path):
            database.connect(reuse_if_open=True)
            try:
                with database.transaction(lock):
                    if lock == "IMMEDIATE":
                        self.began = self._a_moment_of_its_own()
                        self.outside.session_begins(self)
                    yield
            except BaseException:
                self.outside.dropped()
                database.close()  # whatever was in its way, the next try begins anew
                raise
            if not self._writable():
                database.close()  # it can read and would never write, also once the store may be written again
        self.outside.committed()

    def _a_moment_of_its_own(self) -> datetime:
        """Now, or the moment after the newest event where that is of just now too, by whichever program."""
        now = max(datetime.now(UTC), self.began + _TICK)
        last = moment_of_the_last(self)
        return last + _TICK if last is not None and now <= last < now + _JUST_NOW else now

    def _refuse_where_nothing_can_be_kept(self, lock: str) -> None:
        """Raise StoreError where the store is locked, or what would be written would go to a file nobody looks for."""
        if self.locked:
            raise StoreLocked("The store is locked. Give its passphrase to go on.")
        self._refuse_another_file()
        if lock == "IMMEDIATE":
            make_writable_beside(self.path)

    def _writable(self) -> bool:
        return os.access(self.path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)

    def _refuse_another_file(self) -> None:
        """Raise StoreError where the path names no file, which SQLite would make anew, or another one."""
        if identity_of(self.path) != self._file:
            raise StoreError(
                f"The store {self.path} was moved, or another put in its place, while it was open. Nothing was saved; "
                "leave and start again."
            )

    # --- SQL that is written out ---------------------------------------------------------------------

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """The rows that a statement answers with, as tuples of raw values; each `?` in it stands for one value."""
        found: list[Any] = self.database.connection().execute(sql, tuple(values)).fetchall()
        return found

    def batches(self, sql: str, values: Sequence[object] = ()) -> Iterator[list[Any]]:
        """The same rows, some at a time, so that never all of them are there twice."""
        cursor = self.database.connection().execute(sql, tuple(values))
        while batch := cursor.fetchmany(_ROWS_AT_ONCE):
            yield batch

    def row(self, sql: str, values: Sequence[object] = ()) -> Any:
        """The first row that a statement answers with, None where there is none."""
        return self.database.execute_sql(sql, tuple(values)).fetchone()

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """Do what a statement says; each `?` in it stands for one value."""
        self.database.execute_sql(sql, tuple(values))

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Do what a statement says once for each row of values."""
        self.database.connection().executemany(sql, rows)

    def last_number(self, table: str) -> int:
        """The highest number that a row of a table was ever given, also where the row has gone; 0 for none."""
        row = self.row("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        return int(row[0]) if row else 0

    def with_a_last_number(self) -> list[str]:
        """The tables of which the highest number is kept, each as often as that stands there."""
        return [name for (name,) in self.rows("SELECT name FROM sqlite_sequence")]

    def set_last_number(self, table: str, number: int) -> None:
        """Remember that number as the highest that a row of the table was ever given; 0 for none."""
        self.run("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        if number:
            self.run("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, number))

    @contextmanager
    def refusing_to_write(self) -> Iterator[None]:
        """Inside, whatever would write is refused; what is in hand of a write transaction is kept."""
        self.run("PRAGMA query_only = ON")
        try:
            yield
        finally:
            self.run("PRAGMA query_only = OFF")

    def rows_may_point_ahead(self) -> None:
        """Until the transaction in hand ends, a row may point at one that is only put in after it."""
        self.run("PRAGMA defer_foreign_keys = ON")

    @contextmanager
    def guards_resting(self, tables: Iterable[str]) -> Iterator[None]:
        """Inside, rows of these tables can be erased and pointers in them changed; only inside a transaction."""
        with guards_resting(self.database, tables):
            yield

    def write_file_anew(self) -> bool:
        """Write the file anew and empty the log beside it, outside a transaction; False where another is reading."""
        with told_plainly(self.path):
            self.database.connect(reuse_if_open=True)
            self.run("VACUUM")
            return not self.row("PRAGMA wal_checkpoint(TRUNCATE)")[0]

    # --- The key ----------------------------------------------------------------------------------

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
        """Close every connection and drop the key. Python may keep copies in memory until they are written over."""
        if not self.encrypted:
            raise StoreError(
                "This store has no passphrase, so that it cannot be locked: `oversight passphrase` sets one."
            )
        self.close()
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

    # --- Others -----------------------------------------------------------------------------------

    def data_version(self) -> int:
        """A number that moves when another connection has written; read on one connection kept for it."""
        with self._watch_lock, told_plainly(self.path):
            if self._watching is None:
                self._refuse_another_file()
                self._watching = database_at(self.path, self.key, shared=True)
                self._watching.connect()
            return int(self._watching.execute_sql("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close the connections of this thread and the one that watches; the last to leave a plain file seals it."""
        with self._watch_lock:
            if self._watching is not None:
                self._watching.close()
                self._watching = None
        self.leave_thread()
        self.outside.left()

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
