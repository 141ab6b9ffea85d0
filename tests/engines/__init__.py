"""Which engine the stores of a run of tests are kept by: a plain file, one of SQLCipher's, or a PostgreSQL server.

`OVERSIGHT_TEST_ENGINE` says which. A test knows nothing of it: it makes, copies and opens stores by their paths.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from db.engine import Store

PLAIN, ENCRYPTED, SERVER = "sqlite", "sqlcipher", "postgresql"
SHARE_ELSEWHERE = 4
NO_SERVER = "no PostgreSQL is installed (Debian: postgresql)"


def chosen() -> str:
    """The engine of this run. Raises UsageError for a name that is none."""
    engine = os.environ.get("OVERSIGHT_TEST_ENGINE", PLAIN)
    if engine not in (PLAIN, ENCRYPTED, SERVER):
        raise pytest.UsageError(f"OVERSIGHT_TEST_ENGINE is {PLAIN}, {ENCRYPTED} or {SERVER}, and not {engine!r}.")
    return engine


def so_many(examples: int) -> int:
    """How many of so many random histories or examples are tried here: all with plain files, some with others."""
    return examples if chosen() == PLAIN else max(1, examples // SHARE_ELSEWHERE)


def may_be_skipped() -> bool:
    """Whether tests on a server may be left out where none is installed: not where everything is to be held."""
    return not os.environ.get("OVERSIGHT_TEST_ALL")


@contextmanager
def stores_on(engine: str) -> Iterator[None]:
    """Inside, stores that are named by a path are on this engine."""
    with pytest.MonkeyPatch.context() as patch:
        if engine == ENCRYPTED:
            from tests.engines.on_sqlcipher import patched

            patched(patch)
        elif engine == SERVER:
            from tests.engines.on_postgresql import patched

            patched(patch)
        yield


def make_whole(path: Path, over: Path | None, write: Callable[[Store], object]) -> None:
    """Make a store at a path, a copy of that at `over` where one is named, with what `write` records in it; whole in
    its file, so that this alone can be copied. For a server it is written in a file and carried over, which is faster.
    """
    if chosen() == SERVER:
        from tests.engines.on_postgresql import make_in_a_file_first

        make_in_a_file_first(path, over, write)
    elif chosen() == ENCRYPTED and over is None:
        from tests.engines.on_sqlcipher import make_in_a_plain_file_first

        make_in_a_plain_file_first(path, write)
    else:
        write_in_a_file(path, over, write)


def named(path: Path) -> tuple[str, ...]:
    """The options by which a program of its own opens the store at a path."""
    if chosen() == SERVER:
        from tests.engines.on_postgresql import address_at

        return "--store", address_at(path)
    if chosen() == ENCRYPTED:
        from tests.engines.on_sqlcipher import passphrase_beside

        return "--store", str(path), "--passphrase-file", str(passphrase_beside(path))
    return "--store", str(path)


def write_in_a_file(path: Path, over: Path | None, write: Callable[[Store], object]) -> None:
    """The same in a file."""
    from db import open_store

    if over is not None:
        shutil.copy(over, path)
    store = open_store(path)
    write(store)
    settle(store)
    store.close()


def settle(store: Store) -> None:
    """Bring what stands in the log beside a store's file into the file."""
    if store.on_a_server:
        return
    store.database.connect(reuse_if_open=True)
    store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
