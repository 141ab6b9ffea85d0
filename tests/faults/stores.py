"""Stores for the campaigns: a small team in a plain or an encrypted one, and what can be wrong with it afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from db import StoreError, open_store
from db.engine import Store
from db.key import key_of, new_key
from db.verification import verify
from oversight_tui.practice.records import every_kind
from tests.db.test_board_facts import import_team

PASSPHRASE = "copper lantern umbrella thirteen"
PASSPHRASES = (PASSPHRASE, "quiet marble fourteen kestrel", None)
# Each has a detail row of its own, in the table of its name.
_DETAILED = ("action", "decision", "discussion", "escalation", "session_held", "session_plan", "withdrawal", "worry")


def made(path: Path, *, encrypted: bool) -> Store:
    """A new store with a small team in it."""
    store = open_store(path, key=new_key(PASSPHRASE) if encrypted else None)
    import_team(store)
    return store


def opened(path: Path, passphrase: str | None = None, *, anchors: Path | None = None) -> Store:
    """The store in a file, with its passphrase where it is encrypted."""
    return open_store(path, key=key_of(path, passphrase) if passphrase else None, create=False, anchors=anchors)


def opened_by_one_of(path: Path, passphrases: Iterable[str | None]) -> tuple[str | None, Store]:
    """The store and the one passphrase that opens it, None where it is plain. AssertionError unless it is just one."""
    found, refused = [], []
    for passphrase in dict.fromkeys(passphrases):
        try:
            found.append((passphrase, opened(path, passphrase)))
        except StoreError as problem:
            refused.append(str(problem))
    assert len(found) == 1, f"{len(found)} passphrases open it: {refused}"
    return found[0]


def left_beside(path: Path) -> list[str]:
    """What lies in the store's folder and is neither part of an open store nor its backups."""
    expected = {path.name + end for end in ("", "-wal", "-shm", ".backups")}
    return sorted({one.name for one in path.parent.iterdir()} - expected)


def asked(store: Store, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a question, inside a transaction."""
    return store.rows(sql)


def faults_of(store: Store) -> list[str]:
    """What is wrong: the file, the chain, what points nowhere, half records, and what was worked out."""
    assert set(_DETAILED) <= {content.kind.name for content in every_kind()}
    with store.reading():
        wrong = [row[0] for row in asked(store, "PRAGMA integrity_check") if row[0] != "ok"]
        wrong += verify(store).faults
        wrong += [str(row) for row in asked(store, "PRAGMA foreign_key_check")]
        for kind in _DETAILED:
            whole = f"SELECT 1 FROM {kind} d WHERE d.entry_id = e.id"
            if asked(store, f"SELECT 1 FROM entry e WHERE e.kind = '{kind}' AND NOT EXISTS ({whole})"):
                wrong.append(f"a {kind} is half")
    return wrong
