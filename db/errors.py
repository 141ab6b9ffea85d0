"""The store's own errors: one or two plain sentences that say what did not happen and what to do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StoreError(Exception):
    """Something about the store went wrong; the text is for the person at the screen and holds no record's
    content."""


class ConnectionLost(StoreError):
    """The server that keeps the store cannot be reached just now; the same may be done when it is back."""


class LetInNoMore(StoreError):
    """The server let this program in before, and does not any more: the login was taken away, or what it may do."""


_LEAST_ROOM_BYTES = 64 * 1024
_SENTENCES = {
    "SQLITE_FULL": "The disk is full. Nothing was saved; make room on it and try again.",
    "SQLITE_IOERR": "The disk refused to write. Nothing was saved; check the disk, and how much you may keep on it.",
    "SQLITE_READONLY": "The store {path} cannot be written. Nothing was saved; check the rights on file and folder.",
    "SQLITE_CANTOPEN": "The store {path} cannot be opened. Check that its folder exists and that you may use it.",
    "SQLITE_BUSY": "Another program is writing the store {path}. Nothing was saved; try again in a moment.",
    "SQLITE_LOCKED": "Another program is writing the store {path}. Nothing was saved; try again in a moment.",
    "SQLITE_NOTADB": "{path} is not an Oversight store, or it is damaged. Name another with --store.",
    "SQLITE_CORRUPT": "The store {path} is damaged. Nothing was saved; keep the file and open a backup with --store.",
    "SQLITE_CONSTRAINT": "The store refused an entry that breaks one of its rules. Nothing was saved.",
}


def sentence_for(error: BaseException, path: Path) -> str:
    """What to say of a database error."""
    found = deepest_name(error)
    if found.startswith("SQLITE_IOERR") and _is_full(path.parent):
        found = "SQLITE_FULL"
    for code, sentence in _SENTENCES.items():
        if found.startswith(code):
            return sentence.format(path=path)
    return f"The store {path} could not be used ({found}). Nothing was saved."


def _is_full(folder: Path) -> bool:
    """Whether there is no room even for the file that SQLite keeps beside a store in use; of that it says no more."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM_BYTES
    except OSError:
        return False


def deepest_name(error: BaseException) -> str:
    """SQLite's name of the deepest database error behind an exception.

    Where a roll back fails too, the reason (a full disk, say) stands only further down the chain.
    """
    found = "SQLITE_ERROR"
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        name = getattr(current, "sqlite_errorname", None)
        if name and name != "SQLITE_ERROR":
            found = name
        elif isinstance(current, UnicodeDecodeError) or (
            type(current).__name__ == "OperationalError" and "UTF-8" in str(current)
        ):
            found = "SQLITE_CORRUPT"
        current = current.__cause__ or current.__context__
    return found


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Database errors inside become StoreError."""
    try:
        yield
    except database_errors() as error:
        raise StoreError(sentence_for(error, path)) from error


def database_errors() -> tuple[type[Exception], ...]:
    """What Peewee and the libraries under it raise. Some of it comes past Peewee: it wraps no `executemany`."""
    from peewee import PeeweeException
    from sqlcipher3 import dbapi2

    return (PeeweeException, dbapi2.Error, UnicodeDecodeError)
