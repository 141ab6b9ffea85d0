"""What takes long to make and many tests look at: made once in a run, by whichever of its processes asks first."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.practice.ids import ChildId, WorkerId

MONDAY = date(2026, 11, 23)
# Whom the small team has: C-1 and C-2 are Amira's, C-3 and C-4 are Ben's, C-5 is nobody's.
AMIRA, BEN = WorkerId(1), WorkerId(2)
C1, C2, C3, C4, C5 = ChildId(1), ChildId(2), ChildId(3), ChildId(4), ChildId(5)


def made_once(name: str, folders: pytest.TempPathFactory, make: Callable[[Path], object]) -> Path:
    """The file of this name, which `make` writes; never to be changed."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    kept = folders.getbasetemp().parent / f"{run} {name}" if run else folders.mktemp("made") / name
    if not kept.exists():
        fresh = folders.mktemp("fresh") / name
        make(fresh)
        fresh.replace(kept)
    return kept


def store_made_once(name: str, folders: pytest.TempPathFactory, write: Callable[[Store], object]) -> Path:
    """A store with what `write` records in it, whole in its file, so that the file alone can be copied."""

    def make(path: Path) -> None:
        store = open_store(path)
        write(store)
        store.database.connect(reuse_if_open=True)
        store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        store.close()

    return made_once(name, folders, make)
