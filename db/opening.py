"""Opening a store: where it may lie, whose file it is, its schema and its guards."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from peewee import OperationalError, SqliteDatabase

from db.connections import BUSY_SECONDS, connect, database_at, make_writable_beside
from db.engine import Store
from db.errors import StoreError, told_plainly
from db.guards import missing_guards, put_guards
from db.key import Key, NeedsKey, is_encrypted, is_there
from db.leftovers import lying
from db.migrations import APPLICATION_ID, SCHEMA_VERSION, bring_up_to_date, refuse_newer, schema_version
from db.network_folder import network_filesystem
from db.settled import Settled
from db.swap import forget_cold_journal

BETWEEN_TRIES_SECONDS = 0.05


def open_store(
    target: str | os.PathLike[str],
    *,
    key: Key | None = None,
    create: bool = True,
    anchors: Path | None = None,
    backups: Path | None = None,
) -> Store:
    """Open the store at a path, making it where there is none and `create` is True: encrypted where there is a key.

    `anchors` is the folder in which its end is remembered, `backups` that of its backups: one is made before an older
    store is brought up to date. Raises StoreError with what to do: no such file, a network folder, another program's
    file, a newer version, no right to write; NeedsKey and WrongKey are two of its kinds.
    """
    if str(target).startswith(("postgres://", "postgresql://")):
        raise StoreError("This version keeps its store in a file. Give --store the path of one.")
    path = Path(os.path.abspath(os.path.expanduser(target)))
    created = _prepared(path, create)
    if not created:
        _refuse_wrong_kind(path, key)
    database = database_at(path, key)
    before = _BackupBefore(path, key, backups)
    make_writable_beside(path)
    with told_plainly(path):
        repaired, settled = _waited_for(database, path, key, before, backups)
    return Store(
        path,
        database,
        key=key,
        created=created,
        repaired=repaired,
        settled=settled,
        anchors=anchors,
        backups=backups,
        backup_problem=before.problem,
    )


class _BackupBefore:
    """Makes the backup from which a store can be had as it was before it was brought up to date, once at most."""

    def __init__(self, path: Path, key: Key | None, folder: Path | None) -> None:
        self.path, self.key, self.folder = path, key, folder
        self.problem: str | None = None

    def make(self) -> None:
        """Make it. That it cannot be made keeps nobody from working, and is said by `problem`."""
        folder, self.folder = self.folder, None
        if folder is None:
            return
        from db.backup import BackupProblem, take

        try:
            take(self.path, self.key, folder, datetime.now(UTC))
        except BackupProblem as problem:
            self.problem = str(problem)


def refuse_where_nothing_is(path: Path) -> None:
    """Raise StoreError where there is no store to open, or an empty file: one that lost all is not taken for new."""
    if not is_there(path):
        raise StoreError(f"There is no store at {path}. Name another with --store, or run `oversight import`.")
    if path.is_file() and not path.stat().st_size:
        raise StoreError(
            f"The store {path} is empty. If something was in it, open a backup with --store; else run "
            "`oversight import`."
        )


def _refuse_wrong_kind(path: Path, key: Key | None) -> None:
    encrypted = is_encrypted(path)
    if encrypted and key is None:
        raise NeedsKey(f"The store {path} is encrypted. Give its passphrase, at a terminal or with --passphrase-file.")
    if key is not None and not encrypted and path.stat().st_size:
        raise StoreError(
            f"The store {path} is not encrypted. Leave the passphrase out, or set one with `oversight passphrase`."
        )


def _waited_for(
    database: SqliteDatabase, path: Path, key: Key | None, before: _BackupBefore, backups: Path | None
) -> tuple[frozenset[str], Settled]:
    """Connect, settle what was left and check, again for a while where another program that starts just now holds it.

    SQLite does not wait by itself while the kind of journal is being changed.
    """
    until, settled = monotonic() + BUSY_SECONDS, Settled()
    while True:
        try:
            connect(database, path, key)
            if settled == Settled():
                settled = _settled(database, path, key, backups)
            repaired = _checked(database, path, before)
            return repaired, settled.__replace__(erasing=_is_erasing(database))
        except OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(BETWEEN_TRIES_SECONDS)
        finally:
            database.close()


def _settled(database: SqliteDatabase, path: Path, key: Key | None, backups: Path | None) -> Settled:
    """What broken-off work has left is finished or removed; while this connection stands nobody can be at it."""
    cold: tuple[str, ...] = ()
    with suppress(OSError):
        cold = (f"{path.name}-journal",) if forget_cold_journal(path) else ()
    found = lying(path, backups)
    if not found:
        return Settled(removed=cold)
    from db.settling import settle

    settled = settle(database.connection(), found, path, key, backups)
    return settled.__replace__(removed=cold + settled.removed)


def _is_erasing(database: SqliteDatabase) -> bool:
    """Whether an erasure was broken off before the file was written anew."""
    return database.execute_sql("SELECT 1 FROM setting WHERE key = 'to_be_swept'").fetchone() is not None


def _prepared(path: Path, create: bool) -> bool:
    """Check the place and make the file, readable by its owner only. True where it was made."""
    kind = network_filesystem(path.parent)
    if kind is not None:
        raise StoreError(
            f"{path.parent} lies on a network folder ({kind}), where saved work can be lost without a word. "
            "Keep the store on a disk of this machine and name it with --store."
        )
    if not create:
        refuse_where_nothing_is(path)
    if is_there(path):
        if path.is_dir():
            raise StoreError(f"{path} is a folder. Name a file in it with --store.")
        return path.stat().st_size == 0
    try:
        with suppress(FileExistsError):  # where a file has the folder's name, the next line says so
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return False
    except OSError as error:
        raise StoreError(
            f"The store {path} cannot be made: {error.strerror}. Name another place with --store."
        ) from error
    return True


def _checked(database: SqliteDatabase, path: Path, before: _BackupBefore) -> frozenset[str]:
    """Bring the schema up to date and see that every guard stands. Returns the guards that had to be put back."""
    version = schema_version(database)
    refuse_newer(version)
    if version < SCHEMA_VERSION:
        if version:
            before.make()
        bring_up_to_date(database, put_guards)
    elif database.execute_sql("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreError(f"{path} is a database of another program. Name another file with --store.")
    missing = missing_guards(database)
    if missing:
        with database.atomic("IMMEDIATE"):
            put_guards(database)
    return frozenset(missing)
