"""Backups: whole copies of a store, each a file that opens by itself with the store's own key.

A backup is written by SQLite into a new file (`VACUUM INTO`, never a copy of files, which would miss what the
write-ahead log holds), opened anew and compared with the store, and only then given its name. The name says which store
it is of and when it was made: `team-1a2b3c4d-2026-11-24T19-31-06Z-37.oversight`. The eight digits are the first of the
first journal row's hash, so that stores of one name may share a folder. The number at the end counts the backups of the
store in the folder: it says in which order they were made, also where the clock was wrong.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISREG
from time import time
from typing import Any

from msgspec import Struct

from db.connections import connect, database_at
from db.contents import Look, agreed_in, damage, look, loose_ends
from db.errors import StoreError, database_errors, deepest_name
from db.file_names import BACKUP
from db.flushing import flush_to_disk
from db.key import Key, WrongKey, is_encrypted, salt_of
from db.paths import make_folder, stat_of
from db.swap import UNFINISHED, raw_connection

_STAMP = "%Y-%m-%dT%H-%M-%SZ"
_ID_LENGTH = 8
SECONDS_TO_FINISH = 3600  # after which nobody is making a backup any more


class Backup(Struct, frozen=True):
    """A backup by its name: which store it is of, when it was made by the clock (UTC), and its number in the folder.

    The number is 0 where the name has none, as names of earlier versions have not: these were made before all others.
    """

    path: Path
    store_id: str
    at: datetime
    number: int = 0


class BackupProblem(StoreError):
    """A backup was not made, or one cannot be used; the store itself is as it was."""


def backups_in(folder: Path, store: Path) -> tuple[Backup, ...]:
    """The backups of stores of this name in the order of making; nothing where there is no such folder.

    Raises BackupProblem.
    """
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise BackupProblem(f"The backup folder {folder} cannot be read: {error.strerror}.") from error
    found = [by_name(folder / name, store) for name in names]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.number, one.at, one.path.name)))


def by_name(path: Path, store: Path) -> Backup | None:
    """The backup that a file of this name is of a store of that name; None where it is none."""
    parts = BACKUP.fullmatch(path.name.removesuffix(store.suffix))
    if parts is None or path.suffix != store.suffix or parts["store"] != store.stem:
        return None
    try:
        at = datetime.strptime(parts["at"], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, parts["id"], at, int(parts["number"] or 0))


def id_of(first_hash: str) -> str:
    """What stands for a store in the names of its backups, by the hash of its first journal row."""
    return first_hash[:_ID_LENGTH]


def take(store: Path, key: Key | None, folder: Path, now: datetime) -> tuple[Backup, Look] | None:
    """Make a backup of the store in the folder, checked; None where nothing was ever recorded in it.

    Others may read meanwhile, and what they write waits. Raises BackupProblem, and leaves nothing behind.
    """
    with _said(store, folder):
        database = database_at(store, key)
        others = database_at(store, key)  # keeps them from writing, for a backup is made in no transaction
        try:
            connect(database, store, key)
            connect(others, store, key)
            with others.atomic("IMMEDIATE"):
                wanted, seen = agreed_in(others.connection()), look(others.connection())
                if seen.first_hash is None:
                    return None
                made = _next_in(folder, store, id_of(seen.first_hash), now)
                fresh = _empty_file(folder, made.path.name)
                try:
                    database.execute_sql("VACUUM INTO ?", (str(fresh),))
                except BaseException:
                    fresh.unlink()
                    raise
        finally:
            database.close()
            others.close()
        _named_once_checked(fresh, made.path, key, wanted)
        return made, seen


def _next_in(folder: Path, store: Path, store_id: str, now: datetime) -> Backup:
    """The backup that is made next in this folder: its number is above that of every other of the store there."""
    at = now.astimezone(UTC).replace(microsecond=0)
    number = 1 + max((one.number for one in backups_in(folder, store) if one.store_id == store_id), default=0)
    return Backup(
        folder / f"{store.stem}-{store_id}-{at.strftime(_STAMP)}-{number}{store.suffix}", store_id, at, number
    )


def _named_once_checked(fresh: Path, path: Path, key: Key | None, wanted: list[Any]) -> None:
    """Give a new backup its name, once it was opened and holds what it must."""
    try:
        flush_to_disk(fresh)
        with closing(raw_connection(fresh, key)) as connection:
            wrong = damage(connection, encrypted=key is not None) or loose_ends(connection)
            if wrong:
                raise BackupProblem(
                    f"No backup was made: the store is damaged ({wrong[0]}). The earlier backups are kept; "
                    "`oversight doctor` says more."
                )
            if agreed_in(connection) != wanted:
                raise BackupProblem(
                    "No backup was made: the new file does not hold what the store holds. Check the disk."
                )
        os.replace(fresh, path)
        flush_to_disk(path.parent)
    except BaseException:
        with suppress(FileNotFoundError):
            fresh.unlink()
        raise


def _empty_file(folder: Path, name: str) -> Path:
    """A new file that its owner alone can read, under a name that no backup has."""
    make_folder(folder)
    _clear_away(folder)
    fresh = folder / f".{name}.{os.getpid()}{UNFINISHED}"
    os.close(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
    return fresh


def _clear_away(folder: Path) -> None:
    """Remove what a program that was ended in the middle has left."""
    for left in folder.glob(f".*{UNFINISHED}"):
        with suppress(OSError):
            if time() - left.stat().st_mtime > SECONDS_TO_FINISH:
                left.unlink()


def remove(backup: Backup) -> None:
    """Remove one that is kept no longer. Raises BackupProblem."""
    try:
        backup.path.unlink(missing_ok=True)
    except OSError as error:
        raise BackupProblem(f"The backup {backup.path} cannot be removed: {error.strerror}.") from error


def opens_with(path: Path, key: Key | None) -> bool:
    """Whether the file can be one that this key belongs to, by its first bytes alone."""
    encrypted = is_encrypted(path)
    return salt_of(path) == key.salt if encrypted and key is not None else not encrypted and key is None


def is_there(path: Path) -> bool:
    """Whether there is a file of this name. Raises BackupProblem where its folder cannot be looked into."""
    try:
        found = stat_of(path)
    except OSError as error:
        raise BackupProblem(f"The backup {path} cannot be read: {error.strerror}. Check the rights on it.") from error
    return found is not None and S_ISREG(found.st_mode)


@contextmanager
def opened(path: Path, key: Key | None) -> Iterator[Any]:
    """A connection to a backup, for reading only. Raises BackupProblem, and WrongKey where the key does not open it."""
    if not is_there(path):
        raise BackupProblem(f"There is no backup {path}. `oversight restore` lists those there are.")
    try:
        with closing(raw_connection(path, key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            yield connection
    except database_errors() as error:
        found = deepest_name(error)
        if found == "SQLITE_NOTADB" and key is not None:
            raise WrongKey(f"That does not open the backup {path}, or the file is damaged.") from error
        if found == "SQLITE_FULL":
            raise BackupProblem("The disk is full. Nothing was restored; make room on it and try again.") from error
        if found.startswith("SQLITE_IOERR"):
            raise BackupProblem(
                f"The disk of {path}, or of what was to be made of it, failed or took no more ({found}). Nothing was "
                "restored; look at the disk and try again."
            ) from error
        raise BackupProblem(
            f"The backup {path} cannot be used: it is damaged, or no store of Oversight ({found})."
        ) from error


def looked_at(path: Path, key: Key | None) -> Look:
    """Look through the whole of a backup. Raises BackupProblem where it is damaged, WrongKey where it does not open."""
    with opened(path, key) as connection:
        wrong = damage(connection, encrypted=key is not None) or loose_ends(connection)
        if wrong:
            raise BackupProblem(f"The backup {path} is damaged ({wrong[0]}). Use another one.")
        return look(connection)


@contextmanager
def _said(store: Path, folder: Path) -> Iterator[None]:
    """What can go wrong while a backup is made, as BackupProblem."""
    try:
        yield
    except BackupProblem:
        raise
    except StoreError as error:
        raise BackupProblem(f"No backup was made. {error}") from error
    except OSError as error:
        raise BackupProblem(
            f"No backup was made: the folder {folder} cannot be written ({error.strerror}). Name another with "
            "`backup_folder` in the settings."
        ) from error
    except database_errors() as error:
        found = deepest_name(error)
        why = next((says for code, says in _WHY.items() if found.startswith(code)), f"SQLite says {found}")
        raise BackupProblem(f"No backup was made: {why.format(store=store, folder=folder)}.") from error


_WHY = {
    "SQLITE_FULL": "the disk of the folder {folder} is full. Make room on it, or name another with `backup_folder`",
    "SQLITE_IOERR": "the disk of the folder {folder} refused to write. Check the disk",
    "SQLITE_BUSY": "another program was writing the store {store}. The next start tries again",
    "SQLITE_LOCKED": "another program was writing the store {store}. The next start tries again",
    "SQLITE_CORRUPT": "the store {store} is damaged. The earlier backups are kept; `oversight doctor` says more",
    "SQLITE_NOTADB": "the store {store} is damaged. The earlier backups are kept; `oversight doctor` says more",
    "SQLITE_READONLY": "the store {store} cannot be written, so that nobody can be kept from writing meanwhile",
}
