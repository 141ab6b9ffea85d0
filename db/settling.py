"""Finishing or removing what work that was broken off has left, while the store is open.

Copies under another key that wait for their place, and belong to the key the store has now, are put there: only the
last steps were missing. Everything else is of no use.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import time
from typing import Any

from db.backup import SECONDS_TO_FINISH, id_of, opens_with
from db.copies import copies_of
from db.errors import StoreError, database_errors
from db.key import Key
from db.leftovers import maker_of, original, runs, store_id_of
from db.reencrypt import put_ready, ready, remove_blotted
from db.replaced import second_names
from db.settled import Settled


def settle(connection: Any, found: Sequence[Path], path: Path, key: Key | None, folder: Path | None) -> Settled:
    """Finish or remove what was found; `connection` is that of the store, and `folder` that of its backups.

    Asked for while that connection stands, since nobody can be replacing the store then.
    """
    mine, second = _id_of_store(connection), second_names(path)
    finished: list[str] = []
    removed: list[str] = []
    stays: list[str] = []
    for one in found:
        of = store_id_of(one, path)
        if of is not None and (of != mine or _is_being_made(one)):
            continue
        try:
            if one in second:  # of the store itself, whose bytes stay
                one.unlink()
                removed.append(one.name)
            elif _is_put_in_place(one, path, key):
                finished.append(original(one).name)
            else:
                remove_blotted(one)
                removed.append(one.name)
        except OSError:
            stays.append(one.name)
    if not (finished or removed or stays):
        return Settled()
    shut = () if mine is None else tuple(_shut(connection, path, key, folder))
    return Settled(tuple(finished), tuple(removed), tuple(stays), shut)


def _id_of_store(connection: Any) -> str | None:
    """By which the store is known; None where nothing was ever recorded in it."""
    with suppress(*database_errors()):  # a new file has no journal yet
        row = connection.execute("SELECT hash FROM journal WHERE seq = 1").fetchone()
        return id_of(row[0]) if row else None
    return None


def _is_put_in_place(left: Path, path: Path, key: Key | None) -> bool:
    """Whether it waited for its place under the store's key, and is there now."""
    copy = original(left)
    if left != ready(copy) or copy == path or not copy.exists():
        return False
    try:
        if not opens_with(left, key) or opens_with(copy, key):
            return False
    except StoreError:
        return False
    put_ready(copy)
    return True


def _shut(connection: Any, path: Path, key: Key | None, folder: Path | None) -> Iterator[str]:
    """The copies that do not open as the store does."""
    with suppress(StoreError):  # a folder that cannot be read: the backups have a line of their own
        for copy in copies_of(connection, path, folder):
            try:
                opens = opens_with(copy, key)
            except StoreError:
                opens = False
            if not opens:
                yield copy.name


def _is_being_made(left: Path) -> bool:
    """Whether it is half a backup whose maker may still be at it."""
    maker = maker_of(left)
    if maker is None:
        return False
    with suppress(OSError):
        if time() - left.stat().st_mtime > SECONDS_TO_FINISH:
            return False
    return sys.platform == "win32" or runs(maker)
