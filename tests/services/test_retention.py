"""What has been kept for long enough is erased for good, by a named manager, and only that."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from db import StoreError, journal, kept, open_store, writes
from db.engine import Store
from db.guards import missing_guards
from db.models import PersonalRecord  # noqa: F401
from oversight_tui.practice.changes import (
    AllocationChange,
    ChildChange,
    ExtractChange,
    ImportWrite,
    SnapshotFacts,
    StatusChange,
    WorkerDetail,
)
from oversight_tui.practice.personal import PersonalRequest
from oversight_tui.practice.requests import (
    Closing,
    Correction,
    DecisionRequest,
    DiscussionRequest,
    Erasing,
    Holding,
    HoldSession,
    SessionTalk,
    WorryRequest,
)
from oversight_tui.practice.retention import KeptRow
from oversight_tui.services import drafts, record
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.identity import choose
from oversight_tui.services.record import RecordProblem
from oversight_tui.services.retention import kept_rows
from oversight_tui.words.text import match_key
from tests.db.test_board_facts import TEAM, import_team
from tests.faults.kill import asked

TODAY = date(2026, 10, 2)
CLOSED = date(2026, 9, 30)
LATER = date(2045, 3, 1)
WORD = "Xylograph"
CHILD, SISTER, WORKER = "2", "3", "1"


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Store]:
    """A team of a named manager: C-2 is in need and born in 2012, C-3 is the sister."""
    store = open_store(tmp_path / "team.oversight")
    import_team(store)
    choose(store, "Mary Okoro", None)
    yield store
    store.close()


def close(store: Store, reference: str, child: int, born: date | None = date(2012, 4, 5), reason: str = "RC1") -> None:
    """The list that shows a child as closed."""
    snapshot = SnapshotFacts("annex_a", "annex_a.xlsx", "1" * 64, CLOSED, ("6",), (TEAM,), {}, (("6!C2", WORD, "x"),))
    change = ChildChange(
        reference,
        child,
        date_of_birth=born,
        closed=True,
        closed_on=CLOSED,
        closed_because=reason,
        extract=ExtractChange(False, None, None, "{}", "closed"),
    )
    writes.apply_import(store, ImportWrite(snapshot, (), (change,)), "Mary Okoro", match_key)


def row(store: Store, on: date, child: str | None = None, worker: str | None = None) -> KeptRow:
    return next(one for one in kept_rows(store, on) if (one.child_id, one.worker_id) == (child, worker))
