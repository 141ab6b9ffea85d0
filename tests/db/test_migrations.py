"""A store made by an earlier version is opened by this one, and nothing in it is lost."""

from importlib import import_module
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from db import StoreError, ends, journal, migrations, open_store
from db.chain import walk
from db.derived import differences, rebuild
from db.guards import disturbed
from db.queries.entries import planned_sessions
from oversight_tui.practice.ids import WorkerId
from tests.db.test_records import asked

RECORDED = "2026-05-04T09:00:00.000000Z"
ENTRY = (
    "INSERT INTO entry (id, kind, child_id, worker_id, happened_on, recorded_at, recorded_by, source, sensitive)"
    f" VALUES (?, ?, ?, ?, ?, '{RECORDED}', 'Me', 'manager', ?)"
)


def of_version(path: Path, version: int) -> sqlite3.Connection:
    """A store with the tables of a version, as its steps made them, and a child and a worker in it."""
    raw = sqlite3.connect(path)
    for step in migrations.STEPS[:version]:
        for statement in import_module(f"db.migrations.{step}").STATEMENTS:
            raw.execute(statement)
    raw.execute(f"PRAGMA user_version = {version}")
    raw.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
    raw.execute("INSERT INTO child (id, reference) VALUES (1, 'C-1')")
    raw.execute("INSERT INTO worker (id) VALUES (1)")
    return raw


def of_the_first_version(path: Path) -> None:
    """A store as the first version left it: a child, a worker, a talk, a decision that was withdrawn."""
    raw = of_version(path, 1)
    entries = [
        (1, "worker", None, 1, None),
        (2, "allocation", 1, None, "2026-05-01"),
        (3, "discussion", 1, None, "2026-05-02"),
        (4, "decision", 1, None, "2026-05-03"),
        (5, "withdrawal", 1, None, "2026-05-04"),
        (9, "discussion", 1, None, "2026-05-04"),
    ]
    for number, kind, child, worker, on in entries:
        raw.execute(ENTRY, (number, kind, child, worker, on, 0))
    raw.execute("INSERT INTO worker_details (entry_id, name, name_key) VALUES (1, 'Amira Khan', 'amira khan')")
    raw.execute("INSERT INTO allocation (entry_id, allocated_worker_id, role) VALUES (2, 1, 'lead')")
    for number, text in ((3, "First"), (9, "Second")):
        raw.execute(
            "INSERT INTO discussion (entry_id, setting, asked_for, text) VALUES (?, 'same_day', 0, ?)", (number, text)
        )
    raw.execute("INSERT INTO decision (entry_id, text, because, decision_kind) VALUES (4, 'Visit', 'x', 'visit')")
    raw.execute("INSERT INTO withdrawal (entry_id, withdrawn_id, reason) VALUES (5, 4, 'Mistake')")
    previous = ends.GENESIS
    for seq, number in enumerate((1, 9), 1):
        digest = journal.digest_of("salt", None, None)
        current = journal.link(previous, seq, RECORDED, "Me", "discussion", number, digest)
        row = (seq, RECORDED, "Me", "discussion", number, digest, previous, current)
        raw.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        raw.execute("INSERT INTO journal_content VALUES (?, 'salt', NULL, NULL)", (seq,))
        previous = current
    raw.commit()
    raw.close()


def of_the_fourth_version(path: Path) -> None:
    """A store as the fourth version left it, with all that waits: a session planned, another one that is marked as
    sensitive, a group session cancelled and not booked again, a sensitive decision that has no because.
    """
    raw = of_version(path, 4)
    entries = [
        (1, "worker", None, 1, None, 0),
        (2, "allocation", 1, None, "2026-05-01", 0),
        (3, "session_plan", None, 1, "2026-05-20", 0),
        (4, "session_plan", None, 1, "2026-05-10", 0),
        (5, "session_cancelled", None, 1, "2026-05-09", 0),
        (6, "decision", 1, None, "2026-05-03", 1),
        (7, "session_plan", None, 1, "2026-05-25", 0),
        (8, "mark", None, 1, "2026-05-04", 0),
    ]
    raw.executemany(ENTRY, entries)
    raw.execute("INSERT INTO worker_details (entry_id, name, name_key) VALUES (1, 'Amira Khan', 'amira khan')")
    raw.execute("INSERT INTO allocation (entry_id, allocated_worker_id, role) VALUES (2, 1, 'lead')")
    raw.executemany(
        "INSERT INTO session_plan (entry_id, session_kind, planned_for) VALUES (?, ?, ?)",
        [(3, "one_to_one", "2026-05-20"), (4, "group", "2026-05-10"), (7, "observation", "2026-05-25")],
    )
    raw.execute("INSERT INTO session_cancelled (entry_id, plan_id, reason) VALUES (5, 4, 'Court')")
    raw.execute("INSERT INTO decision (entry_id, text, decision_kind) VALUES (6, 'See her alone', 'visit')")
    raw.execute("INSERT INTO mark (entry_id, marked_id, mark) VALUES (8, 7, 'sensitive')")
    raw.execute(
        "INSERT INTO worker_now (worker_id, name, name_key, last_held_is_opening, next_planned)"
        " VALUES (1, 'Amira Khan', 'amira khan', 0, '2026-05-20')"
    )
    raw.execute(
        "INSERT INTO child_now (child_id, reference, open, worker_id, came_from_another_worker)"
        " VALUES (1, 'C-1', 1, 1, 0)"
    )
    raw.executemany(
        "INSERT INTO open_item (entry_id, kind, child_id, worker_id, text, since, due_on, carried_over)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (3, "session_planned", None, 1, "one_to_one", "2026-05-20", "2026-05-20", 0),
            (5, "session_not_rebooked", None, 1, "Court", "2026-05-09", "2026-05-10", 1),
            (6, "decision_without_because", 1, None, "Sensitive: open it on the page", "2026-05-03", None, 0),
            (7, "session_planned", None, 1, "Sensitive: open it on the page", "2026-05-25", "2026-05-25", 0),
        ],
    )
    raw.commit()
    raw.close()


def test_what_waits_says_its_kind_of_session_and_whether_it_is_hidden_as_the_records_do(tmp_path: Path) -> None:
    path = tmp_path / "old.oversight"
    of_the_fourth_version(path)
    store = open_store(path)
    with store.reading():
        assert asked(store, "SELECT entry_id, text, session_kind, sensitive FROM open_item ORDER BY entry_id") == [
            (3, "", "one_to_one", 0),
            (5, "Court", "group", 0),
            (6, "", None, 1),
            (7, "", "observation", 1),
        ]
        assert asked(store, "PRAGMA user_version") == [(migrations.SCHEMA_VERSION,)]
        assert differences(store) == ()
        planned = planned_sessions(store, WorkerId(1))
    assert [(one.entry, one.kind) for one in planned] == [(3, "one_to_one"), (7, "observation")]
    store.close()


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
        assert asked(store, "SELECT seq FROM sqlite_sequence WHERE name = 'journal'") == [(5,)]
        assert walk(store).faults == []
        assert asked(store, "PRAGMA foreign_key_check") == []
        assert asked(store, "PRAGMA foreign_keys") == [(1,)]
        assert disturbed(store.database) == set()
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


def test_what_is_worked_out_is_worked_out_anew_when_a_store_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.oversight"
    of_the_fourth_version(path)
    store = open_store(path)
    assert asked(store, "SELECT here_since, came_on_a_list FROM child_now") == [("2026-05-01", 0)]
    with store.reading():
        assert differences(store) == ()
    store.close()


def test_an_older_store_with_a_record_that_cannot_be_read_is_opened_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "old.oversight"
    of_the_fourth_version(path)
    raw = sqlite3.connect(path)
    raw.execute("UPDATE allocation SET starts = '2026-02-31'")
    raw.commit()
    raw.close()
    store = open_store(path)
    assert asked(store, "SELECT reference, worker_id, open FROM child_now") == [("C-1", 1, 1)]
    store.close()
