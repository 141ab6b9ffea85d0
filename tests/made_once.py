"""What takes long to make and many tests look at: made once in a run, by whichever of its processes asks first."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from db.engine import Store
from oversight_tui.practice.ids import ChildId, WorkerId
from tests.engines import make_whole

MONDAY = date(2026, 11, 23)
_A_WHILE, _LONGEST = 0.05, 12_000  # in seconds, and how often: ten minutes in all
# Whom the small team has: C-1 and C-2 are Amira's, C-3 and C-4 are Ben's, C-5 is nobody's.
AMIRA, BEN = WorkerId(1), WorkerId(2)
C1, C2, C3, C4, C5 = ChildId(1), ChildId(2), ChildId(3), ChildId(4), ChildId(5)


def made_once(name: str, folders: pytest.TempPathFactory, make: Callable[[Path], object]) -> Path:
    """The file of this name, which `make` writes; never to be changed. Who asks while another makes it waits for it."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    kept = folders.getbasetemp().parent / f"{run} {name}" if run else folders.mktemp("made") / name
    with _alone(kept.with_name(f"{kept.name} in the making")):
        if not kept.exists():
            fresh = folders.mktemp("fresh") / name
            make(fresh)
            fresh.replace(kept)
    return kept


@contextmanager
def _alone(mark: Path) -> Iterator[None]:
    """Inside, no other process of this run is where the same folder is the mark."""
    for _ in range(_LONGEST):
        try:
            mark.mkdir()
            break
        except FileExistsError:
            time.sleep(_A_WHILE)
    else:
        raise TimeoutError(f"{mark} stands there and nobody is at it any more")
    try:
        yield
    finally:
        mark.rmdir()


def store_made_once(
    name: str, folders: pytest.TempPathFactory, write: Callable[[Store], object], over: Path | None = None
) -> Path:
    """A store with what `write` records in it, over what stands in that at `over`; it alone can be copied."""
    return made_once(name, folders, lambda path: make_whole(path, over, write))
