"""Putting a backup in the place of a store, and saying beforehand what would be lost by it.

Whatever stops it, what stands under the store's name is either the old store or the whole new one: the new file is
written, brought up to date and given its line in the journal beside the old one, and takes its name in one step of the
file system. The old file is kept. The line begins an epoch: it names the end of the journal that was replaced, so that
what was recorded in between is known to have been.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from db.anchor import Anchor, Head, Place, Remembered
from db.backup import BackupProblem, looked_at, opened
from db.contents import Look, look
from db.errors import StoreError, database_errors, deepest_name, told_plainly
from db.key import Key, NeedsKey, WrongKey, is_encrypted, is_there
from db.outside import RESTORED
from db.swap import StoreInUse, flush_to_disk, held_alone, put_in_place, raw_connection

if TYPE_CHECKING:
    from db.engine import Store

BESIDE = ("-wal", "-shm", "-journal")
REPLACED = ".replaced-"
_FRESH = ".restoring"
_STAMP = "%Y-%m-%dT%H-%M-%SZ"
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


def write_new(backup: Path, key: Key | None, path: Path) -> None:
    """Write what the backup holds to a new file, with the same key. Raises BackupProblem."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise BackupProblem(f"{path} cannot be made: {error.strerror}. Nothing was restored.") from error
    try:
        with opened(backup, key) as connection:
            connection.execute("VACUUM INTO ?", (str(path),))
        flush_to_disk(path)
    except BaseException:
        path.unlink()
        raise


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
    fresh = path.with_name(path.name + _FRESH)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear(fresh)
        with _old_store(path, key) as (held, replaced):
            write_new(backup, backup_key, fresh)
            new_key = backup_key
            if backup_key is None and key is not None:
                from db.reencrypt import reencrypt

                reencrypt(fresh, None, key)
                new_key = key
            kept_at = _free_name(path, now) if path.exists() else None
            anchor, first, head = _begin_epoch(fresh, new_key, backup, replaced, kept_at, who, anchors)
            if kept_at is not None:
                _keep(path, kept_at)
            if held is None:
                _put_beside(path, kept_at or _free_name(path, now))
                flush_to_disk(fresh)
                os.replace(fresh, path)
                flush_to_disk(path.parent)
            else:
                put_in_place(held, fresh, path)
        if anchor is not None and anchors is not None:
            _remember(anchor, head, Place(anchors, path), Remembered(first, encrypted=new_key is not None))
    except OSError as error:
        raise StoreError(
            f"The store {path} could not be replaced: {error.strerror}. Check the rights on it."
        ) from error
    finally:
        with suppress(OSError):
            _clear(fresh)
        _forget_second_names(path)
    return Restored(kept_at, new_key)


def _remember(anchor: Anchor, head: Head, place: Place, lies_there: Remembered) -> None:
    """Let what is kept outside follow the restore. Where it cannot, the line in the journal explains it."""
    with suppress(OSError):
        anchor.set_to(head)
        place.remember(lies_there)


def _begin_epoch(
    fresh: Path,
    key: Key | None,
    backup: Path,
    replaced: Head | None,
    kept_at: Path | None,
    who: Callable[[Store], str],
    anchors: Path | None,
) -> tuple[Anchor | None, str | None, Head]:
    """Bring the new file up to date and write the line that begins its epoch; returns its anchor, the hash of its first
    row, and its end.
    """
    from db import open_store, writes

    store = open_store(fresh, key=key, create=False)
    try:
        with store.reading():
            before = look(store.database.connection())
        anchor = Anchor(anchors, before.first_hash) if anchors is not None and before.first_hash else None
        about = {
            "from": backup.name,
            "backup": _said(before.head),
            "replaced": _said(replaced),
            "anchored": _said(_seen_by(anchor)),
            "kept": kept_at.name if kept_at is not None else None,
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


def _said(head: Head | None) -> dict[str, Any] | None:
    return None if head is None else {"seq": head.seq, "hash": head.hash}


def _seen_by(anchor: Anchor | None) -> Head | None:
    try:
        return anchor.read() if anchor is not None else None
    except StoreError:
        return None


@contextmanager
def _old_store(path: Path, key: Key | None) -> Iterator[tuple[Any, Head | None]]:
    """The old store held alone, and the end of its journal; None for either where it cannot be read.

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
        replaced = None
        if held is not None:
            with suppress(*database_errors()):  # damaged further in: what it held cannot be said
                replaced = look(held).head
        yield held, replaced


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


def _free_name(path: Path, now: datetime) -> Path:
    """Under which the old file is kept."""
    name = f"{path.name}{REPLACED}{now.astimezone(UTC).strftime(_STAMP)}"
    free, number = path.with_name(name), 2
    while any(os.path.exists(f"{free}{one}") for one in ("", *BESIDE)):
        free, number = path.with_name(f"{name}-{number}"), number + 1
    return free


def _keep(path: Path, kept_at: Path) -> None:
    """Give the old file a second name, under which it stays."""
    try:
        os.link(path, kept_at)
    except OSError:  # a disk that knows no second names, such as a stick
        shutil.copy2(path, kept_at)
        flush_to_disk(kept_at)


def _put_beside(path: Path, kept_at: Path) -> None:
    """Let the logs of an old file that could not be read go with it: beside the new one they would be read into it."""
    for one in BESIDE:
        with suppress(FileNotFoundError):
            os.replace(f"{path}{one}", f"{kept_at}{one}")


def _forget_second_names(path: Path) -> None:
    """Take off the store in its place the name under which it was to be kept, where a restore was stopped."""
    for one in _named_replaced(path):
        with suppress(OSError):
            if _is_same(one, path):
                one.unlink()


def _clear(fresh: Path) -> None:
    for one in ("", *BESIDE):
        with suppress(FileNotFoundError):
            os.unlink(f"{fresh}{one}")


def replaced_files(path: Path) -> tuple[Path, ...]:
    """The stores that were replaced by a restore and still lie beside this one, oldest first."""
    return tuple(one for one in _named_replaced(path) if not _is_same(one, path))


def _is_same(one: Path, path: Path) -> bool:
    try:
        return os.path.samefile(one, path)
    except OSError:
        return False


def _named_replaced(path: Path) -> list[Path]:
    beginning = path.name + REPLACED
    try:
        names = sorted(os.listdir(path.parent))
    except OSError:
        return []
    return [path.with_name(name) for name in names if name.startswith(beginning) and not name.endswith(BESIDE)]
