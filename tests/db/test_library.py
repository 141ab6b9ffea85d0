"""One SQLite keeps every store, and which of its faults are known."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from db import open_store
from db.engine import Store
from db.key import new_key
from db.library import known_faults, library
from db.swap import StoreInUse, held_alone
from db.writes.drafts import keep_draft

WAL_RESET = "two programs at one store can damage it"
OVERWRITTEN = "a question too long can overwrite memory (CVE-2025-6965)"


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_a_store_of_either_kind_is_kept_by_the_sqlite_that_the_program_brings(tmp_path: Path, encrypted: bool) -> None:
    key = new_key("seven grey herons wading") if encrypted else None
    with closing(open_store(tmp_path / "team.oversight", key=key)) as store, store.reading():
        assert isinstance(store.database.connection(), dbapi2.Connection)
        assert store.row("SELECT sqlite_version()") == (library().sqlite,)
        assert store.row("PRAGMA cipher_version") == (library().cipher,)
    assert known_faults(library().sqlite) == ()


def test_a_plain_store_that_is_being_read_here_is_not_swapped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks hold between programs, and within one between the connections of one SQLite only."""
    monkeypatch.setattr("db.swap.BUSY_SECONDS", 0.05)
    with store.reading():
        store.row("SELECT count(*) FROM entry")
        with pytest.raises(StoreInUse), held_alone(store.path, None):
            pass


def test_words_that_were_typed_and_dropped_are_written_over_in_a_plain_store(store: Store) -> None:
    keep_draft(store, "talk:child:2", {"text": "Zaphira keeps a lighthouse"})
    assert b"Zaphira" in store.path.with_name(f"{store.path.name}-wal").read_bytes()
    keep_draft(store, "talk:child:2", None)
    store.close()
    assert [one.name for one in store.path.parent.iterdir()] == [store.path.name]
    assert b"Zaphira" not in store.path.read_bytes()


def test_a_plain_store_can_still_be_read_by_any_sqlite(store: Store) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as other:
        assert other.execute("SELECT count(*) FROM entry").fetchone() == (0,)


@pytest.mark.parametrize(
    ("version", "faults"),
    [
        ("3.40.1", [WAL_RESET, OVERWRITTEN]),
        ("3.44.6", [OVERWRITTEN]),
        ("3.50.1", [WAL_RESET, OVERWRITTEN]),
        ("3.50.2", [WAL_RESET]),
        ("3.50.7", []),
        ("3.51.2", [WAL_RESET]),
        ("3.51.3", []),
        ("3.53.4", []),
    ],
)
def test_the_faults_of_a_version_are_known(version: str, faults: list[Any]) -> None:
    assert [fault.says for fault in known_faults(version)] == faults
