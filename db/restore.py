"""Putting a backup in the place of a store, and saying beforehand what would be lost by it.

Whatever stops it, what stands under the store's name is either the old store or the whole new one: the new file is
written, brought up to date and given its line in the journal beside the old one, and takes its name in one step of the
file system. The old file is kept. The line begins an epoch: it names the end of the journal that was replaced, so that
what was recorded in between is known to have been.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from errno import EEXIST
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from db.anchor import Anchor, Head, Place, Remembered, expect_another, see_copy
from db.backup import BackupProblem, looked_at, opened
from db.contents import Look, look
from db.ends import has
from db.errors import StoreError, database_errors, deepest_name, told_plainly
from db.flushing import flush_to_disk
from db.kept_inside import RESTORED, told_as_lost
from db.key import Key, NeedsKey, WrongKey, is_encrypted, is_there
from db.paths import make_folder
from db.reencrypt import export, remove_blotted
from db.replaced import free_name, keep, keep_logs, second_names
from db.swap import (
    BESIDE,
    RESTORING,
    StoreInUse,
    held_alone,
    put_in_place,
    raw_connection,
    refuse_link,
)

if TYPE_CHECKING:
    from db.engine import Store

_OPEN_MARK = 128  # the byte of the -shm file on which every program that has the store open keeps a lock


class Comparison(Struct, frozen=True):
    """A backup beside the present store; `present` is None where that is missing or cannot be read, and `problem` why.

    `newer` counts the entries of the present store that the backup does not have, `erased` those it may have that were
    erased from the present store since. `same_store` says whether both began as one store, `same_course` whether the
    backup's end stands in the present journal; both are True where there is nothing to compare with.
    """

    backup: Look
    present: Look | None
    problem: str | None
    newer: int
    erased: int
    same_store: bool
    same_course: bool


class Restored(Struct, frozen=True):
    """What was done: where the replaced file is kept (None where there was none), and the key of the new store."""

    kept_at: Path | None
    key: Key | None


def compare(path: Path, key: Key | None, backup: Path, backup_key: Key | None) -> Comparison:
    """Look through the backup and set it beside the store. Raises BackupProblem, and WrongKey where it stays shut."""
    found = looked_at(backup, backup_key)
    try:
        if not is_there(path):
            return Comparison(found, None, f"There is no store at {path}.", 0, 0, True, True)
        if key is None and is_encrypted(path):
            raise NeedsKey(f"The store {path} is encrypted, and nothing that was given opens it.")
        with told_plainly(path), closing(raw_connection(path, key)) as connection:
            connection.execute("PRAGMA query_only = ON")
            present = look(connection)
            same_course = found.head is None or _has(connection, found.head)
            (newer,) = connection.execute("SELECT count(*) FROM entry WHERE id > ?", (found.last_id,)).fetchone()
    except StoreError as problem:
        return Comparison(found, None, str(problem), 0, 0, True, True)
    same_store = found.first_hash == present.first_hash or None in (found.first_hash, present.first_hash)
    erased = max(present.erased - found.erased, 0)
    return Comparison(found, present, None, newer, erased, same_store, same_course)


def _has(connection: Any, head: Head) -> bool:
    row = connection.execute("SELECT hash FROM journal WHERE seq = ?", (head.seq,)).fetchone()
    return row is not None and row[0] == head.hash


def write_new(backup: Path, key: Key | None, path: Path, anchors: Path | None = None) -> None:
    """Write what the backup holds to a new file, with the same key. Raises BackupProblem.

    It has its name once it is whole, and by then it is known in the folder `anchors` that a copy lies there, which goes
    its own way.
    """
    fresh = path.with_name(path.name + RESTORING)
    try:
        if os.path.lexists(path):
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(path))
        remove_blotted(fresh)
        _write(backup, key, fresh, key)
        holds = looked_at(fresh, key)
        if anchors is not None and holds.first_hash is not None and holds.head is not None:
            see_copy(anchors, path, holds.first_hash, holds.head, encrypted=key is not None)
        os.replace(fresh, path)
        flush_to_disk(path.parent)
    except OSError as error:
        raise BackupProblem(f"{path} cannot be made: {error.strerror}. Nothing was restored.") from error
    finally:
        with suppress(OSError):
            remove_blotted(fresh)


def _write(backup: Path, backup_key: Key | None, fresh: Path, key: Key | None) -> None:
    """Write what the backup holds to a new file with this key; no byte of it is ever there without."""
    with opened(backup, backup_key) as connection:
        if backup_key == key:
            os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            connection.execute("VACUUM INTO ?", (str(fresh),))
            flush_to_disk(fresh)
        else:
            export(connection, fresh, key)


def put_back(
    path: Path,
    key: Key | None,
    backup: Path,
    backup_key: Key | None,
    *,
    who: Callable[[Store], str],
    now: datetime,
    anchors: Path | None,
) -> Restored:
    """Put the backup in the store's place; the journal says so, and by `who`, who is asked of the new store.

    A backup that is plain is encrypted with the store's key where that has one. Raises StoreInUse where another program
    has the store open, BackupProblem and StoreError; the store is then as it was.
    """
    refuse_link(path)
    fresh = path.with_name(path.name + RESTORING)
    new_key = key if backup_key is None else backup_key
    try:
        make_folder(path.parent)
        expect_another(anchors, path)
        with _old_store(path, key) as (held, old), _gone_afterwards(fresh, path):
            _write(backup, backup_key, fresh, new_key)
            kept_at = free_name(path, now) if path.exists() else None
            place = Place(anchors, path) if anchors is not None else None
            replaced = _Replaced(held, old.head if old is not None else None, kept_at)
            anchor, first, head = _begin_epoch(fresh, new_key, backup, replaced, who, place)
            expect_another(anchors, path, plain=new_key is None)
            if kept_at is not None:
                keep(path, kept_at)
                if anchors is not None and old is not None and old.first_hash is not None and old.head is not None:
                    see_copy(anchors, kept_at, old.first_hash, old.head, encrypted=key is not None)
            if held is None:
                keep_logs(path, kept_at or free_name(path, now))
                flush_to_disk(fresh)
                os.replace(fresh, path)
                flush_to_disk(path.parent)
            else:
                put_in_place(held, fresh, path)
        if anchor is not None and place is not None:
            is_copy = place.has_copy_of(first)
            _remember(anchor, head, place, Remembered(first, encrypted=new_key is not None, copy=is_copy))
    except OSError as error:
        raise StoreError(
            f"The store {path} could not be replaced: {error.strerror}. Check the rights on it."
        ) from error
    return Restored(kept_at, new_key)


@contextmanager
def _gone_afterwards(fresh: Path, path: Path) -> Iterator[None]:
    """Let nothing left from before be in the way, and leave nothing behind. For while nobody has the store open."""
    remove_blotted(fresh)
    try:
        yield
    finally:
        with suppress(OSError):
            remove_blotted(fresh)
            for one in second_names(path):
                one.unlink()


def _remember(anchor: Anchor, head: Head, place: Place, lies_there: Remembered) -> None:
    """Let what is kept outside follow the restore. Where it cannot, the line in the journal explains it."""
    with suppress(OSError):
        anchor.set_to(head)
        place.remember(lies_there)


class _Replaced(NamedTuple):
    """The store that goes: what it is read by (None where it cannot be), its end, and where it is kept."""

    held: Any
    head: Head | None
    kept_at: Path | None


def _begin_epoch(
    fresh: Path,
    key: Key | None,
    backup: Path,
    replaced: _Replaced,
    who: Callable[[Store], str],
    place: Place | None,
) -> tuple[Anchor | None, str | None, Head]:
    """Bring the new file up to date and write the line that begins its epoch; returns its anchor, the hash of its first
    row, and its end.
    """
    from db import open_store, writes

    store = open_store(fresh, key=key, create=False)
    try:
        with store.reading():
            before = look(store.database.connection())
        anchor = place.anchor_for(before.first_hash) if place is not None and before.first_hash else None
        about = {
            "from": backup.name,
            "backup": _said(before.head),
            "replaced": _said(replaced.head),
            "lost": _rows_lost(replaced, store),
            "anchored": _said(_seen_by(anchor)),
            "kept": replaced.kept_at.name if replaced.kept_at is not None else None,
        }
        with store.writing():
            writes.note_opened(store, RESTORED, about, who(store))
        with store.reading():
            head = look(store.database.connection()).head
    finally:
        store.close()
    if head is None or any(os.path.exists(f"{fresh}{one}") for one in BESIDE):
        raise StoreError(f"The new file {fresh} could not be completed. The store is as it was; try again.")
    return anchor, before.first_hash, head


def _rows_lost(replaced: _Replaced, store: Store) -> dict[str, Any] | None:
    """The journal rows that only the store that goes has: whoever has seen one of them knows by it of the restore."""
    lost: list[Head] = []
    with suppress(*database_errors()), store.reading():  # damaged further in: what it held cannot be said
        for row in replaced.held.execute("SELECT seq, hash FROM journal ORDER BY seq DESC") if replaced.head else ():
            head = Head(*row)
            if has(store, head):
                break
            lost.append(head)
    return told_as_lost(lost[::-1])


def _said(head: Head | None) -> dict[str, Any] | None:
    return None if head is None else {"seq": head.seq, "hash": head.hash}


def _seen_by(anchor: Anchor | None) -> Head | None:
    try:
        return anchor.read() if anchor is not None else None
    except StoreError:
        return None


@contextmanager
def _old_store(path: Path, key: Key | None) -> Iterator[tuple[Any, Look | None]]:
    """The old store held alone, and what it holds; None for either where it cannot be read.

    Raises StoreInUse, and StoreError for what is neither that nor damage.
    """
    with ExitStack() as stack:
        held = None
        if is_there(path):
            try:
                held = stack.enter_context(held_alone(path, key))
            except StoreInUse:
                raise
            except StoreError as problem:
                if not isinstance(problem, WrongKey) and not _is_damage(problem.__cause__):
                    raise
                _refuse_where_open(path)
        old = None
        if held is not None:
            with suppress(*database_errors()):  # damaged further in: what it held cannot be said
                old = look(held)
        yield held, old


def _is_damage(error: BaseException | None) -> bool:
    return error is not None and deepest_name(error).startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT"))


def _refuse_where_open(path: Path) -> None:
    """Raise StoreInUse where a program has a store open that cannot be read here, by the mark it keeps.

    Windows needs none: it replaces no file that is open.
    """
    if sys.platform == "win32":
        return
    import fcntl

    with suppress(FileNotFoundError), open(f"{path}-shm", "r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _OPEN_MARK)
        except OSError as error:
            raise StoreInUse(path) from error
