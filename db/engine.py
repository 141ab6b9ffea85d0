"""The store: one SQLite file, how it is opened, and its two kinds of transaction.

WAL with synchronous=FULL, since anything less loses acknowledged work in a power cut; IMMEDIATE transactions to write,
since a deferred one that reads first fails under another writer. Each thread has a connection of its own for as
long as it needs one. Encryption and PostgreSQL come in as other ways to make the database object; nothing here
depends on which it is.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

from peewee import OperationalError, SqliteDatabase

from db.errors import StoreError, told_plainly
from db.guards import missing_guards, put_guards
from db.migrations import APPLICATION_ID, SCHEMA_VERSION, bring_up_to_date, refuse_newer, schema_version
from db.network_folder import network_filesystem

BUSY_SECONDS = 5
BETWEEN_TRIES_SECONDS = 0.05
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "temp_store": "memory",
    "cache_size": -16 * 1024,
}


class Store:
    """An open store. `created` says that the file was new; `repaired` names guards that were missing and put back.

    `began` is when the write transaction in hand began, in UTC, and never the same twice: everything recorded in it has
    this one time, and is by this one event.
    """

    def __init__(self, path: Path, database: SqliteDatabase, *, created: bool, repaired: frozenset[str]) -> None:
        self.path = path
        self.database = database
        self.created = created
        self.repaired = repaired
        self.began = datetime.min.replace(tzinfo=UTC)
        self._watch_lock = threading.Lock()
        self._watching: SqliteDatabase | None = None

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
        with told_plainly(self.path):
            opened = database.connect(reuse_if_open=True)
            try:
                with database.transaction(lock):
                    if lock == "IMMEDIATE":
                        self.began = max(datetime.now(UTC), self.began + timedelta(microseconds=1))
                    yield
            finally:
                if opened:
                    database.close()

    def data_version(self) -> int:
        """A number that moves when another connection has written; read on one connection kept for it."""
        with self._watch_lock, told_plainly(self.path):
            if self._watching is None:
                self._watching = _database(self.path, shared=True)
                self._watching.connect()
            return int(self._watching.execute_sql("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close the connections of this thread and the one that watches."""
        with self._watch_lock:
            if self._watching is not None:
                self._watching.close()
                self._watching = None
        if not self.database.is_closed():
            self.database.close()


def open_store(target: str | os.PathLike[str], *, key: bytes | None = None, create: bool = True) -> Store:
    """Open the store at a path, making it where there is none and `create` is True.

    Raises StoreError with what to do: no such file, a network folder, another program's file, a newer version, no
    right to write. `key` is the raw key of an encrypted store; this version makes and opens plain ones only.
    """
    if str(target).startswith(("postgres://", "postgresql://")):
        raise StoreError("This version keeps its store in a file. Give --store the path of one.")
    if key is not None:
        raise StoreError("This version cannot open an encrypted store. Leave the key out to use a plain one.")
    path = Path(os.path.abspath(os.path.expanduser(target)))
    created = _prepared(path, create)
    database = _database(path)
    with told_plainly(path):
        repaired = _waited_for(database, path)
    return Store(path, database, created=created, repaired=repaired)


def _waited_for(database: SqliteDatabase, path: Path) -> frozenset[str]:
    """Connect and check, again for a while where another program that starts just now holds the file.

    SQLite does not wait by itself while the kind of journal is being changed.
    """
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            database.connect()
            return _checked(database, path)
        except OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(BETWEEN_TRIES_SECONDS)
        finally:
            database.close()


def _prepared(path: Path, create: bool) -> bool:
    """Check the place and make the file, readable by its owner only. True where it was made."""
    kind = network_filesystem(path.parent)
    if kind is not None:
        raise StoreError(
            f"{path.parent} lies on a network folder ({kind}), where saved work can be lost without a word. "
            "Keep the store on a disk of this machine and name it with --store."
        )
    try:
        if path.is_dir():
            raise StoreError(f"{path} is a folder. Name a file in it with --store.")
        if path.exists():
            return path.stat().st_size == 0
    except OSError as error:
        raise StoreError(f"The store {path} cannot be opened: {error.strerror}. Name another with --store.") from error
    if not create:
        raise StoreError(f"There is no store at {path}. Name another with --store, or run `oversight import`.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return False
    except OSError as error:
        raise StoreError(
            f"The store {path} cannot be made: {error.strerror}. Name another place with --store."
        ) from error
    return True


def _database(path: Path, *, shared: bool = False) -> SqliteDatabase:
    return SqliteDatabase(
        str(path),
        pragmas=PRAGMAS,
        autoconnect=False,
        timeout=BUSY_SECONDS,
        thread_safe=not shared,
        check_same_thread=not shared,
    )


def _checked(database: SqliteDatabase, path: Path) -> frozenset[str]:
    """Bring the schema up to date and see that every guard stands. Returns the guards that had to be put back."""
    version = schema_version(database)
    refuse_newer(version)
    if version < SCHEMA_VERSION:
        bring_up_to_date(database)
    elif database.execute_sql("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreError(f"{path} is a database of another program. Name another file with --store.")
    missing = missing_guards(database)
    if missing:
        with database.atomic("IMMEDIATE"):
            put_guards(database)
    return frozenset(missing)
