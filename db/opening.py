"""Opening a store: where it may lie, whose file it is, its schema and its guards."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from peewee import OperationalError

from db.connections import BUSY_SECONDS, connect, make_writable_beside
from db.ends import PUT_RIGHT
from db.engine import Store
from db.engines.sqlite_file import SqliteFile
from db.errors import StoreError, told_plainly
from db.file_names import is_copy
from db.guards import disturbed, put_guards, put_right
from db.journal import PROGRAM, JournalLine, write_lines
from db.key import Key, NeedsKey, is_encrypted, is_there
from db.leftovers import lying
from db.migrations import APPLICATION_ID, SCHEMA_VERSION, USER_VERSION, bring_up_to_date, refuse_newer, schema_version
from db.network_folder import CannotTell, network_filesystem
from db.outside import Outside
from db.ownership import refuse_others_files
from db.paths import make_folder
from db.server.address import is_address
from db.settled import Settled
from db.swap import forget_cold_journal
from db.sweeping import is_to_be_swept

BETWEEN_TRIES_SECONDS = 0.05
FIRST_WITH_EVERY_COLUMN = 6  # the schema from which on each row has a line of the journal with every column


def open_store(
    target: str | os.PathLike[str],
    *,
    key: Key | None = None,
    create: bool = True,
    anchors: Path | None = None,
    backups: Path | None = None,
    plain_is_meant: bool = False,
    password: str | None = None,
) -> Store:
    """Open the store at a path, making it where there is none and `create` is True: encrypted where there is a key. Or
    that at the address of a server, with its `password` where one is needed (`db.server.opening`).

    `anchors` is the folder in which its end is remembered, `backups` that of its backups: one is made before an older
    store is brought up to date, and none of a file that is a backup itself. One that was encrypted when it was last
    seen is opened as a plain one only where that `plain_is_meant`. Raises StoreError with what to do: no such file, a
    network folder, another program's file, a newer version, no right to write; NeedsKey and WrongKey are two of its
    kinds.
    """
    if is_address(target):
        from db.server.opening import open_on_server

        return open_on_server(str(target), password, anchors)
    path = Path(os.path.abspath(os.path.expanduser(target)))
    if is_copy(path):
        backups = None
    created = _prepared(path, create)
    if not created:
        _refuse_wrong_kind(path, key)
    file = SqliteFile(path, key)
    store = Store(file, Outside(anchors, path, encrypted=file.encrypted), created=created, backups=backups)
    if created:
        store.outside.begin_anew()
    elif not plain_is_meant:
        store.outside.refuse_plain()
    make_writable_beside(path)
    with told_plainly(path):
        _waited_for(store)
    return store


class _BackupBefore:
    """Makes the backup from which a store can be had as it was before it was brought up to date, once at most."""

    def __init__(self, store: Store) -> None:
        self._store, self._folder = store, store.backups

    def make(self) -> None:
        """Make it. That it cannot be made keeps nobody from working, and is said by the store."""
        folder, self._folder = self._folder, None
        if folder is None:
            return
        from db.backup import BackupProblem, take

        try:
            take(self._store.path, self._store.key, folder, datetime.now(UTC))
        except BackupProblem as problem:
            self._store.backup_problem = str(problem)


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


def _waited_for(store: Store) -> None:
    """Connect, settle what was left and check, again for a while where another program that starts just now holds it.

    SQLite does not wait by itself while the kind of journal is being changed.
    """
    until = monotonic() + BUSY_SECONDS
    before = _BackupBefore(store)
    while True:
        try:
            connect(store.database, store.path, store.key)
            if store.settled == Settled():
                store.settled = _settled(store)
            _check(store, before)
            store.settled = store.settled.__replace__(erasing=is_to_be_swept(store))
            store.look_whether_moved()
            store.outside.compare(store, left_behind=store.moved is not None)
            return
        except OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(BETWEEN_TRIES_SECONDS)
        finally:
            store.database.close()


def _refuse_elsewhere(folder: Path) -> None:
    """Raise StoreError where the folder lies on another machine; where that cannot be told, the doctor says so."""
    kind = None
    with suppress(CannotTell):
        kind = network_filesystem(folder)
    if kind is not None:
        raise StoreError(
            f"{folder} lies on a network folder ({kind}), where saved work can be lost without a word. "
            "Keep the store on a disk of this machine and name it with --store; where several are to work on one "
            "store, keep it on a PostgreSQL server (docs/server.md)."
        )


def _settled(store: Store) -> Settled:
    """What broken-off work has left is finished or removed; while this connection stands nobody can be at it."""
    path = store.path
    cold: tuple[str, ...] = ()
    with suppress(OSError):
        cold = (f"{path.name}-journal",) if forget_cold_journal(path) else ()
    found = lying(path, store.backups)
    if not found:
        return Settled(removed=cold)
    from db.settling import settle

    settled = settle(store.database.connection(), found, path, store.key, store.backups)
    return settled.__replace__(removed=cold + settled.removed)


def _prepared(path: Path, create: bool) -> bool:
    """Check the place and make the file, readable by its owner only. True where it was made."""
    _refuse_elsewhere(path.parent)
    if not create:
        refuse_where_nothing_is(path)
    if is_there(path) and path.is_dir():
        raise StoreError(f"{path} is a folder. Name a file in it with --store.")
    refuse_others_files(path)
    if is_there(path):
        return path.stat().st_size == 0
    try:
        with suppress(FileExistsError):  # where a file has the folder's name, the next line says so
            make_folder(path.parent)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return False
    except OSError as error:
        raise StoreError(
            f"The store {path} cannot be made: {error.strerror}. Name another place with --store."
        ) from error
    return True


def _check(store: Store, before: _BackupBefore) -> None:
    """Bring the schema up to date and see that every guard stands; the store says which had to be put back."""
    database = store.database
    version = schema_version(database)
    refuse_newer(version)
    if version < SCHEMA_VERSION:
        if version:
            before.make()
        bring_up_to_date(database, lambda from_version: _finish(store, from_version))
    elif database.execute_sql("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreError(f"{store.path} is a database of another program. Name another file with --store.")
    missing = frozenset(disturbed(database))
    if missing:
        with database.atomic("IMMEDIATE"):
            store.outside.session_begins(store)
            from db.months import forget

            put_right(database)
            forget(store)  # whoever took a guard away may have changed what a month was worked out from
            _say_put_right(store, missing)


def _say_put_right(store: Store, names: frozenset[str]) -> None:
    """The journal and the store say what was not as it should be."""
    line = JournalLine(PUT_RIGHT, None, None, {"guards": sorted(names)})
    write_lines(store, [line], PROGRAM, datetime.now(UTC))
    store.repaired |= names


def _finish(store: Store, from_version: int) -> None:
    """What the steps of a migration leave to be done, inside their transaction."""
    put_guards(store.database)
    store.outside.session_begins(store)
    if 0 < from_version < FIRST_WITH_EVERY_COLUMN:
        from db.taking_up import has_lines_of_every_column, take_up

        if has_lines_of_every_column(
            store
        ):  # somebody set the number back, so that what they changed would be taken up
            _say_put_right(store, frozenset({USER_VERSION}))
        else:
            take_up(store)
    if from_version:
        _work_out_anew(store)


def _work_out_anew(store: Store) -> None:
    """What is worked out, by the rules of this version: it may mean something else since. Where a record cannot be read
    it stays as it was, and verifying says so.
    """
    from db.derived import work_out_all

    with suppress(StoreError), store.database.atomic():
        work_out_all(store)
