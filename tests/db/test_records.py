"""Records stay as they were written; what the board asks for follows from them."""

import json
from base64 import b64decode
from datetime import date

import peewee
import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import StoreError, derived, verification, writes
from db.engine import Store
from db.journal import canonical, read
from db.queries.changes import recorded_since
from db.queries.entries import EntryAbout, entry_about
from db.queries.events import EventEntry
from oversight_tui.practice import records
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId, SnapshotId, WorkerId
from oversight_tui.practice.requests import (
    DecisionRequest,
    DiscussionRequest,
    HoldSession,
    PlanSession,
    WorryRequest,
)
from tests.db.test_board_facts import import_team
from tests.engines.past_the_program import past_the_program

ME = "Team Manager"


def worker_of(store: Store, name: str = "Amira Khan") -> WorkerId:
    return writes.save_worker(store, WorkerDetail(name), name.casefold(), None, ME)


def child_of(store: Store, worker: WorkerId, reference: str = "C-1042") -> ChildId:
    child = writes.add_child(store, reference, records.ChildDetails(), ME)
    since = date(2026, 6, 1)
    writes.allocate(store, child, records.Allocation(worker, starts=since), None, since, ME)
    return child


def about(store: Store, entry: EntryId) -> EntryAbout:
    with store.reading():
        found = entry_about(store, entry)
    assert found is not None
    return found


def asked(store: Store, sql: str) -> list[tuple[object, ...]]:
    with store.reading():
        return store.rows(sql)


_SQLITES_OWN = pytest.mark.file_store("only SQLite knows it")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE child SET reference = 'C-2'",
        "DELETE FROM child",
        pytest.param("INSERT OR REPLACE INTO child (id, reference) VALUES (1, 'C-2')", marks=_SQLITES_OWN),
        pytest.param("INSERT OR REPLACE INTO child (reference) VALUES ('C-1042')", marks=_SQLITES_OWN),
        "UPDATE journal_content SET after = '{}'",
        "DELETE FROM journal_content",
    ],
)
def test_what_was_recorded_cannot_be_changed(store: Store, change: str) -> None:
    child_of(store, worker_of(store))
    with (
        past_the_program(store, guarded=True) as does,
        pytest.raises(Exception, match=r"(never|nothing in it is) changed"),
    ):
        does(change)


def test_a_session_typed_last_but_held_earlier_is_not_the_latest(store: Store) -> None:
    worker = worker_of(store)
    writes.hold_session(store, HoldSession(worker, date(2026, 9, 20)), ME)
    writes.hold_session(store, HoldSession(worker, date(2026, 9, 1)), ME)
    assert asked(store, "SELECT last_held FROM worker_now") == [("2026-09-20",)]


def test_a_cancelled_session_a_group_session_and_a_talk_set_back_no_workers_clock(store: Store) -> None:
    worker = worker_of(store)
    child = child_of(store, worker)
    planned = writes.plan_session(store, PlanSession(worker, date(2026, 9, 20)), ME)
    assert asked(store, "SELECT next_planned FROM worker_now") == [("2026-09-20",)]
    cancelled = records.SessionCancelled(planned, "court")
    writes.follow_up(store, about(store, planned), cancelled, date(2026, 9, 20), ME)
    writes.hold_session(store, HoldSession(worker, date(2026, 9, 21), kind="group"), ME)
    writes.discuss(store, DiscussionRequest((child,), "Seen at school", date(2026, 9, 22), worker_id=worker), ME)
    assert asked(store, "SELECT last_held, next_planned FROM worker_now") == [(None, None)]
    assert asked(store, "SELECT last_discussed FROM child_now") == [("2026-09-22",)]
    kinds = {row[0] for row in asked(store, "SELECT kind FROM open_item")}
    assert kinds == {"session_not_rebooked", "discussion_not_on_file"}


def test_a_child_listed_in_a_session_counts_as_discussed_until_it_is_withdrawn(store: Store) -> None:
    worker = worker_of(store)
    child = child_of(store, worker)
    held = writes.hold_session(store, HoldSession(worker, date(2026, 9, 20), children=(child,)), ME)
    assert asked(store, "SELECT last_discussed FROM child_now") == [("2026-09-20",)]
    gone = EventEntry(held, "session_held", None, worker)
    writes.withdraw_all(store, [gone], "wrong worker", date(2026, 9, 21), ME)
    assert asked(store, "SELECT last_discussed FROM child_now") == [(None,)]
    assert asked(store, "SELECT last_held FROM worker_now") == [(None,)]


def test_on_transfer_the_talks_stay_with_the_child(store: Store) -> None:
    first, second = worker_of(store), worker_of(store, "Ben Ortiz")
    child = child_of(store, first)
    writes.discuss(store, DiscussionRequest((child,), "Talked", date(2026, 9, 2)), ME)
    current = asked(store, "SELECT max(entry_id) FROM allocation")[0][0]
    assert isinstance(current, int)
    on = date(2026, 9, 10)
    writes.allocate(store, child, records.Allocation(second, starts=on), EntryId(current), on, ME)
    row = asked(store, "SELECT worker_id, allocated_since, last_discussed, came_from_another_worker FROM child_now")
    assert row == [(second, "2026-09-10", "2026-09-02", 1)]


def test_a_decision_without_because_waits_until_it_has_one(store: Store) -> None:
    child = child_of(store, worker_of(store))
    decision = writes.decide(store, DecisionRequest("Visit today", date(2026, 9, 2), AboutChild(child)), ME)
    assert asked(store, "SELECT kind FROM open_item") == [("decision_without_because",)]
    reason = records.DecisionReason(decision, "Not seen for a week")
    writes.follow_up(store, about(store, decision), reason, date(2026, 9, 3), ME)
    assert asked(store, "SELECT kind FROM open_item") == []


def test_a_closed_worry_is_gone_and_what_is_worked_out_is_what_the_records_say(store: Store) -> None:
    child = child_of(store, worker_of(store))
    worry = writes.raise_worry(store, WorryRequest(child, "Not seen", date(2026, 9, 2), severity=4), ME)
    assert asked(store, "SELECT severity FROM open_item") == [(4,)]
    close = records.WorryClose(worry, "Seen and well")
    writes.follow_up(store, about(store, worry), close, date(2026, 9, 9), ME)
    assert asked(store, "SELECT count(*) FROM open_item") == [(0,)]
    with store.reading():
        assert derived.differences(store) == ()


def test_a_closed_worry_is_news_by_its_reason_and_an_action_done_by_the_action(store: Store) -> None:
    child = child_of(store, worker_of(store))
    on = date(2026, 9, 2)
    worry = writes.raise_worry(store, WorryRequest(child, "Bruises on his arm", on, sensitive=True), ME)
    action = writes.add_about(store, records.Action("Ring school", "Amira Khan", on), AboutChild(child), on, ME)
    with store.reading():
        looked = store.last_number("journal")
    writes.follow_up(store, about(store, worry), records.WorryClose(worry, "Seen by a doctor"), on, ME)
    writes.follow_up(store, about(store, action), records.ActionOutcome(action, True, "They rang back"), on, ME)
    with store.reading():
        news = recorded_since(store, looked, "Somebody Else", None)
    assert [(one.kind, one.text) for one in news] == [
        ("action_outcome", "Ring school"),
        ("worry_close", "Seen by a doctor"),
    ]


def test_the_journal_says_what_a_correction_changed_also_where_nothing_stood_there(store: Store) -> None:
    child = child_of(store, worker_of(store))
    decision = writes.decide(store, DecisionRequest("Visit", date(2026, 9, 2), AboutChild(child)), ME)
    entry = about(store, decision)
    content = writes.changed(store, entry, records.Decision, lambda said: said.__replace__(because="Not seen"))
    writes.correct(store, entry, ME, content=content, on=date(2026, 9, 1))
    with store.reading():
        *_, corrected = read(store)
    assert corrected.before == {"because": None, "on": "2026-09-02"}
    assert corrected.after["because"] == "Not seen"


def test_taking_nothing_back_takes_no_import_back_either(store: Store) -> None:
    import_team(store)
    before = asked(store, "SELECT count(*) FROM entry")
    with pytest.raises(ValueError, match="to be taken back"):
        writes.withdraw_all(store, [], "Undone", date(2026, 9, 2), ME, undone=[SnapshotId(1)])
    assert asked(store, "SELECT count(*) FROM entry") == before


def test_an_event_is_kept_whole_or_not_at_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    child = child_of(store, worker_of(store))
    before = asked(store, "SELECT count(*) FROM entry")

    def fails(*_: object) -> None:
        raise psycopg.OperationalError("no") if store.on_a_server else peewee.OperationalError("no")

    monkeypatch.setattr("db.recording.write_lines", fails)
    with pytest.raises(StoreError, match="Nothing was saved"):
        writes.decide(store, DecisionRequest("Visit", date(2026, 9, 2), AboutChild(child)), ME)
    assert asked(store, "SELECT count(*) FROM entry") == before


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE journal SET who = 'nobody' WHERE seq = 2", "row 2 was changed"),
        ("DELETE FROM journal_content WHERE seq = 2; DELETE FROM journal WHERE seq = 2", "rows 2 to 2 are missing"),
        ("DELETE FROM journal_content WHERE seq > 3; DELETE FROM journal WHERE seq > 3", "cut from the end"),
        ("UPDATE journal_content SET after = '{}' WHERE seq = 3", "content of journal row 3"),
        ("DELETE FROM journal_content WHERE seq = 3", "content of journal row 3 is gone"),
    ],
)
def test_the_journal_shows_what_was_tampered_with(store: Store, tampering: str, found: str) -> None:
    child = child_of(store, worker_of(store))
    writes.decide(store, DecisionRequest("Visit", date(2026, 9, 2), AboutChild(child)), ME)
    with store.reading():
        assert verification.verify(store).faults == ()
    with past_the_program(store) as does:
        for one in tampering.split("; "):
            does(one)
    with store.reading():
        assert any(found in fault for fault in verification.verify(store).faults)


@pytest.mark.file_store("a server's own columns take no bytes for text")
def test_bytes_that_json_may_spell_like_the_text_are_not_the_text(store: Store) -> None:
    child = child_of(store, worker_of(store))
    writes.decide(store, DecisionRequest("Visit", date(2026, 9, 2), AboutChild(child)), ME)
    (salt,) = asked(store, "SELECT salt FROM journal_content WHERE seq = 3")[0]
    with past_the_program(store) as does:
        does(f"UPDATE journal_content SET salt = x'{b64decode(str(salt)).hex()}' WHERE seq = 3")
    with store.reading():
        assert any("content of journal row 3" in fault for fault in verification.verify(store).faults)


_SAID = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(0.001, 10**9) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(_SAID)
def test_a_value_has_one_spelling_in_the_journal_which_any_json_can_make_again(value: object) -> None:
    spelled = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical(value) == spelled.encode()
