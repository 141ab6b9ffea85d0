"""Giving a store and its copies another key: another passphrase, one for the first time, or none.

Each is written to a new file under the new key and checked there. First those of the copies are made, which then wait
beside them under a name of their own; then the store's, and that it takes its place is the moment at which the key
changes; then the copies take theirs. Whatever stops it before that moment, all is as it was; whatever stops it after,
the files that wait are whole, open with the key the store has now, and are put in their places at the next start
(`db.leftovers`). So the old key is kept nowhere.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing, suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import Any

from msgspec import Struct

from db.backup import opens_with
from db.contents import agreed_in, damage
from db.copies import copies_of
from db.errors import StoreError, database_errors, deepest_name, told_plainly
from db.flushing import flush, flush_to_disk
from db.key import PLAIN_HEADER, Key, is_encrypted, salt_of
from db.swap import (
    READY,
    REWRITTEN,
    WRITING,
    held_alone,
    put_in_place,
    raw_connection,
    refuse_link,
    remove_with_logs,
)

_CHUNK = 1 << 20


class Rekeyed(Struct, frozen=True):
    """How many copies of a store were given its new key, and the names of those that could not be."""

    done: int
    failed: tuple[str, ...]


def reencrypt(
    path: Path,
    old: Key | None,
    new: Key | None,
    *,
    backups: Path | None = None,
    announced: Callable[[Path], None] = lambda _: None,
    tried: Callable[[Path], None] | None = None,
) -> Rekeyed:
    """Give the store in this file and its copies another key; None means plain.

    Its copies are its backups in that folder and the stores that a restore replaced. `announced` is called with each
    file before anything is done to it; `tried` with the new one, and raises StoreError where what will be typed does
    not open it. Raises StoreError, and leaves everything as it was, where the store is in use, the new file does not
    hold the same, or there is no room.
    """
    refuse_link(path)
    announced(path)
    with told_plainly(path), held_alone(path, old) as connection, ExitStack() as held:
        copies = copies_of(connection, path, backups)
        before = path.stat()
        try:
            _forget(path, *copies)
            waiting, failed = _written_copies(copies, old, new, announced, held)
            fresh = _written(connection, path, new)
            if tried is not None:
                tried(fresh)
            _put(connection, fresh, path, was_plain=old is None)
        except BaseException:
            if os.path.samestat(before, path.stat()):  # nobody may open the file to look, which would unlock it
                _forget(path, *copies)
            raise
        done = 0
        for copy, its_connection in waiting.items():
            try:
                _put(its_connection, ready(copy), copy, was_plain=old is None)
                done += 1
            except FileNotFoundError:  # a program that started just now has put it there
                done += 1
            except OSError:  # tried again at the next start
                failed.append(copy.name)
    return Rekeyed(done, tuple(failed))


def ready(copy: Path) -> Path:
    """Where the file waits, whole and under the new key, that is to take the place of a copy."""
    return copy.with_name(copy.name + READY)


def put_ready(copy: Path) -> None:
    """Let the file that waits take the place of a copy that nobody has open. Raises OSError."""
    _put(None, ready(copy), copy, was_plain=not is_encrypted(copy))


def export(connection: Any, fresh: Path, key: Key | None) -> list[Any]:
    """Write everything to a new file with this key, and no byte of it without; returns what must be found there."""
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    spelled = key.spelled() if key is not None else ""
    connection.execute(f'ATTACH ? AS fresh KEY "{spelled}"', (str(fresh),))
    connection.execute("BEGIN")
    connection.execute("SELECT sqlcipher_export('fresh')")
    for pragma in ("user_version", "application_id"):
        number = connection.execute(f"PRAGMA main.{pragma}").fetchone()[0]
        connection.execute(f"PRAGMA fresh.{pragma} = {int(number)}")
    wanted = agreed_in(connection)
    connection.execute("COMMIT")
    connection.execute("DETACH fresh")
    flush_to_disk(fresh)
    return wanted


def remove_blotted(path: Path) -> None:
    """Remove a file that nobody has open; one that is plain is written over first. Raises OSError."""
    with suppress(FileNotFoundError), path.open("r+b") as file:
        if file.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
            _blot_out(file)
    remove_with_logs(path)


def _written_copies(
    copies: Iterable[Path], old: Key | None, new: Key | None, announced: Callable[[Path], None], held: ExitStack
) -> tuple[dict[Path, Any], list[str]]:
    """Write the copies under the new key; those that now wait, each with what holds it alone, and who could not be."""
    waiting: dict[Path, Any] = {}
    failed: list[str] = []
    for copy in copies:
        try:
            if _has_key(copy, new):
                continue
            if not opens_with(copy, old):
                failed.append(copy.name)
                continue
            announced(copy)
            connection = held.enter_context(held_alone(copy, old))
            os.replace(_written(connection, copy, new), ready(copy))
            flush_to_disk(copy.parent)
            waiting[copy] = connection
        except Exception as problem:
            if not isinstance(problem, (StoreError, OSError, *database_errors())):
                raise
            if _is_for_want_of_room(problem):
                raise StoreError(
                    f"The disk is full, and {copy.name} with another key does not fit. Nothing was changed; make room "
                    "on it and try again."
                ) from problem
            with suppress(OSError):
                _forget(copy)
            failed.append(copy.name)
    return waiting, failed


def _written(connection: Any, path: Path, new: Key | None) -> Path:
    """What a connection holds, written beside it under the new key and looked through. Raises StoreError."""
    fresh = path.with_name(path.name + WRITING)
    wanted = export(connection, fresh, new)
    if _contents(fresh, new) != wanted or not _has_key(fresh, new):
        raise StoreError(f"The rewritten copy of {path} does not hold the same. Nothing was changed.")
    return fresh


def _contents(fresh: Path, key: Key | None) -> list[Any]:
    with closing(raw_connection(fresh, key)) as connection:
        return damage(connection, encrypted=key is not None) or agreed_in(connection)


def _has_key(path: Path, key: Key | None) -> bool:
    return salt_of(path) == key.salt if key is not None else not is_encrypted(path)


def _put(connection: Any | None, fresh: Path, path: Path, *, was_plain: bool) -> None:
    """Let the new file take its place. What stood there without a key is written over, through what is left of it."""
    with ExitStack() as stack:
        plain = stack.enter_context(path.open("r+b")) if was_plain else None
        put_in_place(connection, fresh, path)
        if plain is not None:
            _blot_out(plain)


def _forget(*paths: Path) -> None:
    for path in paths:
        for end in REWRITTEN:
            remove_blotted(path.with_name(path.name + end))


def _is_for_want_of_room(problem: BaseException) -> bool:
    cause = problem.__cause__ or problem
    return getattr(cause, "errno", None) in (ENOSPC, EDQUOT) or deepest_name(cause) == "SQLITE_FULL"


def _blot_out(file: Any) -> None:
    """Write zeros over what was a plain store, through the handle that is left of it.

    A disk that spreads its writes may still hold traces; only an encrypted disk is a remedy for those.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    for start in range(0, size, _CHUNK):
        file.write(b"\x00" * min(_CHUNK, size - start))
    file.flush()
    flush(file.fileno())
