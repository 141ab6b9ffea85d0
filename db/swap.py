"""Putting another file in a store's place, with nobody else at it.

A store that is in use cannot be swapped: what others write would go to the old file, and a write-ahead log left beside
the new one would be read into it. So the old one is held alone, without a log of its own, until the new one stands.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from db.connections import BUSY_SECONDS
from db.errors import StoreError, database_errors, deepest_name, sentence_for
from db.flushing import flush_to_disk
from db.key import Key, WrongKey

BESIDE = ("-wal", "-shm", "-journal")
# How a file ends that is being written under another key, and one that is whole and waits for its place.
WRITING, READY = REWRITTEN = (".rewriting", ".rewritten")
RESTORING = ".restoring"  # one that is being made of a backup
UNFINISHED = ".unfinished"  # a backup, or another copy, that is being made
_JOURNAL_BEGINS = 8  # the bytes by which SQLite knows a journal


class StoreInUse(StoreError):
    """Another program has the store open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Another program has the store {path} open. Nothing was changed; leave it there and try again."
        )


def raw_connection(path: Path, key: Key | None) -> Any:
    """A connection without Peewee. A wrong key shows when it is read from."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path), isolation_level=None, timeout=BUSY_SECONDS)
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.spelled()}"')
    connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


@contextmanager
def held_alone(path: Path, key: Key | None) -> Iterator[Any]:
    """A connection that nobody else can read or write beside. Raises StoreInUse where others have the store open."""
    _refuse_unwritable(path)
    with closing(raw_connection(path, key)) as connection:
        try:
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")  # the lock stays until the connection is closed
        except database_errors() as error:
            if deepest_name(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise StoreInUse(path) from error
            if key is not None and deepest_name(error) == "SQLITE_NOTADB":
                raise WrongKey(f"That does not open the store {path}, or the file is damaged.") from error
            raise StoreError(sentence_for(error, path)) from error
        yield connection


def refuse_link(path: Path) -> None:
    """Raise StoreError for a link: the new file would take the link's place, and the old one stay where it leads."""
    if os.path.islink(path):
        raise StoreError(
            f"The store {path} is a link. Nothing was changed; with --store, name the file that it leads to: "
            f"{os.path.realpath(path)}."
        )


def _refuse_unwritable(path: Path) -> None:
    """SQLite would only say that the disk failed. Asked before anything is locked, since closing a file unlocks it."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as error:
        raise StoreError(
            f"The store {path} cannot be written: {error.strerror}. Nothing was changed; check the rights on file and "
            "folder."
        ) from error


def put_in_place(connection: Any | None, new: Path, path: Path) -> None:
    """Let the new file take the store's name, in one step of the file system; `connection` holds the old one alone.

    None where the old one is a copy that nobody has open.
    """
    flush_to_disk(new)
    try:
        os.replace(new, path)
    except PermissionError:  # Windows replaces no file that is open
        if connection is None:
            raise
        connection.close()
        os.replace(new, path)
    flush_to_disk(path.parent)


def forget_cold_journal(path: Path) -> bool:
    """Remove the journal that is left where the power was cut just when a swap had ended; whether there was one.

    Its beginning is gone, so that SQLite reads nothing from it and never removes it either. Asked for while a
    connection stands, so that nobody else can be swapping.
    """
    journal = Path(f"{path}-journal")
    with suppress(FileNotFoundError):
        with journal.open("rb") as file:
            begins = file.read(_JOURNAL_BEGINS)
        if not begins.strip(b"\0"):
            journal.unlink()
            return True
    return False


def in_the_way(path: Path) -> Path | None:
    """What keeps a new file from having this name: a file that has it, or a log that SQLite left beside one that has
    gone, as after a crash: it would be read into the new one, and mix two stores. None where there is neither.
    """
    return next((one for end in ("", *BESIDE) if os.path.lexists(one := Path(f"{path}{end}"))), None)


def remove_with_logs(path: Path) -> None:
    """Remove a file that nobody has open, and what SQLite has left beside it. Raises OSError."""
    for one in ("", *BESIDE):
        with suppress(FileNotFoundError):
            os.unlink(f"{path}{one}")
