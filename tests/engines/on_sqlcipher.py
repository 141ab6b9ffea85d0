"""Stores of tests in files of SQLCipher's: every new one has one key, which whoever opens it is taken to have given."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from db import opening
from db.engine import Store
from db.key import Key, is_encrypted, key_over, salt_of
from db.reencrypt import reencrypt
from oversight_tui.commands import options, unlocking
from tests.engines import write_in_a_file

_really_open = opening.open_store
PASSPHRASE = "a passphrase of the tests alone"
SALT = bytes(range(128, 144))


@cache
def the_key() -> Key:
    """The key of every store that a test made without one."""
    return key_over(PASSPHRASE, SALT)


def passphrase_beside(path: Path) -> Path:
    """A file beside a store of the tests with the passphrase that opens it."""
    file = path.with_name(f"{path.name} passphrase")
    file.touch(mode=0o600)
    file.write_text(PASSPHRASE, "utf-8")
    return file


def patched(patch: pytest.MonkeyPatch) -> None:
    """Let stores be opened so until the patch is undone."""
    ask_for_key = unlocking.opened_with_key

    def open_store(target: str | os.PathLike[str], *, key: Key | None = None, **others: Any) -> Store:
        path = Path(os.path.abspath(os.path.expanduser(target)))
        if key is None and (not path.exists() or (path.is_file() and (not path.stat().st_size or _is_ours(path)))):
            key = the_key()
        return _really_open(target, key=key, **others)

    def opened_with_key(given: argparse.Namespace, path: Path, open_with: Callable[[Key | None], Store]) -> Store:
        if unlocking.passphrase_named(given) or not _is_ours(path):
            return ask_for_key(given, path, open_with)
        return open_with(the_key())

    patch.setattr(opening, "open_store", open_store)
    patch.setattr(options, "opened_with_key", opened_with_key)


def make_in_a_plain_file_first(path: Path, write: Callable[[Store], object]) -> None:
    """A store at a path that is written in a plain file, which is faster, and then encrypted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "open_store", _really_open)
        write_in_a_file(path, None, write)
    reencrypt(path, None, the_key())


def _is_ours(path: Path) -> bool:
    return path.is_file() and is_encrypted(path) and salt_of(path) == the_key().salt
