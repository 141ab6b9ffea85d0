"""A store made by an earlier version is opened by this one, and nothing in it is lost."""

import sqlite3
from importlib import import_module
from pathlib import Path

import pytest

from db import StoreError, journal, migrations, open_store
from db.derived import differences, rebuild
from db.guards import missing_guards
from db.verification import walk
from tests.db.test_records import asked

OLD = import_module("db.migrations.m0001_first").STATEMENTS
RECORDED = "2026-05-04T09:00:00.000000Z"


def of_the_first_version(path: Path) -> None:
    """A store as the first version left it: a child, a worker, a talk, a decision that was withdrawn."""
    raw = sqlite3.connect(path)
    for statement in OLD:
        raw.execute(statement)
    raw.execute("INSERT INTO child (id, reference) VALUES (1, 'C-1')")
    raw.execute("INSERT INTO worker (id) VALUES (1)")
    entries = [
        (1, "worker", None, 1, None),
        (2, "allocation", 1, None, "2026-05-01"),
        (3, "discussion", 1, None, "2026-05-02"),
        (4, "decision", 1, None, "2026-05-03"),
        (5, "withdrawal", 1, None, "2026-05-04"),
        (9, "discussion", 1, None, "2026-05-04"),
    ]
    for number, kind, child, worker, on in entries:
        raw.execute(
            "INSERT INTO entry (id, kind, child_id, worker_id, happened_on, recorded_at, recorded_by, source,"
            f" sensitive) VALUES (?, ?, ?, ?, ?, '{RECORDED}', 'Me', 'manager', 0)",
            (number, kind, child, worker, on),
        )
    raw.execute("INSERT INTO worker_details (entry_id, name, name_key) VALUES (1, 'Amira Khan', 'amira khan')")
    raw.execute("INSERT INTO allocation (entry_id, allocated_worker_id, role) VALUES (2, 1, 'lead')")
    for number, text in ((3, "First"), (9, "Second")):
        raw.execute(
            "INSERT INTO discussion (entry_id, setting, asked_for, text) VALUES (?, 'same_day', 0, ?)", (number, text)
        )
    raw.execute("INSERT INTO decision (entry_id, text, because, decision_kind) VALUES (4, 'Visit', 'x', 'visit')")
    raw.execute("INSERT INTO withdrawal (entry_id, withdrawn_id, reason) VALUES (5, 4, 'Mistake')")
    previous = journal.GENESIS
    for seq, number in enumerate((1, 9), 1):
        digest = journal.digest_of("salt", None, None)
        current = journal.link(previous, seq, RECORDED, "Me", "discussion", number, digest)
        row = (seq, RECORDED, "Me", "discussion", number, digest, previous, current)
        raw.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        raw.execute("INSERT INTO journal_content VALUES (?, 'salt', NULL, NULL)", (seq,))
        previous = current
    raw.execute("PRAGMA user_version = 1")
    raw.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
    raw.commit()
    raw.close()


def test_everything_is_there_and_guarded_after_the_steps(tmp_path: Path) -> None:
    path = tmp_path / "old.oversight"
    of_the_first_version(path)
    store = open_store(path)
    rebuild(store)
    with store.reading():
        assert asked(store, "SELECT count(*) FROM entry") == [(6,)]
        assert asked(store, "SELECT root_id FROM entry_in_force ORDER BY id") == [(1,), (2,), (3,), (5,), (9,)]
        assert asked(store, "SELECT last_discussed FROM child_now") == [("2026-05-04",)]
        assert asked(store, "SELECT seq FROM sqlite_sequence WHERE name = 'entry'") == [(9,)]
        assert asked(store, "SELECT seq FROM sqlite_sequence WHERE name = 'journal'") == [(2,)]
        assert walk(store)[2] == []
        assert asked(store, "PRAGMA foreign_key_check") == []
        assert asked(store, "PRAGMA foreign_keys") == [(1,)]
        assert missing_guards(store.database) == set()
        assert differences(store) == ()
    store.close()


def test_a_store_that_cannot_be_brought_up_to_date_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.oversight"
    of_the_first_version(path)
    raw = sqlite3.connect(path)
    raw.execute("UPDATE discussion SET answers_id = 77 WHERE entry_id = 3")
    raw.commit()
    raw.close()
    with pytest.raises(StoreError, match="points nowhere"):
        open_store(path)
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA user_version").fetchone()[0] == 1
    assert raw.execute("SELECT count(*) FROM entry").fetchone()[0] == 6
    raw.close()
