"""What has been kept for long enough is erased for good, by a named manager, and nothing else is."""

import contextlib
import json
import shutil
import signal
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlite3

from db import derived, models, open_store, writes
from db.engine import Store
from db.queries.ownership import Unit
from db.queries.retention import what_there_is
from db.verification import verify
from oversight_tui.practice.changes import ChildChange, ExtractChange, ImportWrite, SnapshotFacts
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, Subject, WorkerId
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    AddChild,
    AddWorker,
    AgreedAction,
    AnswerEscalation,
    CarryAction,
    ChangeAgenda,
    CloseAction,
    CloseWorry,
    Correction,
    DecisionRequest,
    Disagree,
    DiscussionRequest,
    EditWorker,
    Erase,
    EscalationRequest,
    FileDiscussion,
    GiveReason,
    HandOver,
    HoldSession,
    KnownOfWorker,
    LiftHold,
    LinkFamily,
    MarkEntry,
    MoveSession,
    NameChild,
    NoteRequest,
    PersonalRequest,
    PlaceHold,
    PlanSession,
    Redo,
    Request,
    ReviewWorry,
    RiskRequest,
    SessionTalk,
    Undo,
    Withdraw,
    WorryRequest,
)
from oversight_tui.practice.retention import KeptRow
from oversight_tui.services import drafts, record
from oversight_tui.services.board import load_board
from oversight_tui.services.copying import plain_text
from oversight_tui.services.entries import note_opened
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.identity import choose
from oversight_tui.services.journal import newest, rows
from oversight_tui.services.notes import notes
from oversight_tui.services.record import RecordProblem
from oversight_tui.services.retention import kept_rows
from oversight_tui.words.text import match_key
from tests.db.test_board_facts import TEAM
from tests.engines import so_many
from tests.engines.past_the_program import past_the_program
from tests.faults.stores import asked
from tests.made_once import AMIRA, BEN, C1, C2, C3

TODAY = date(2026, 10, 2)
CLOSED = date(2026, 10, 5)
LATER = date(2045, 3, 1)
WORD, HERS = "Xylograph", "Quokka"
CHILD, SISTER, WORKER = C2, C3, AMIRA
ERASE = Erase(AboutChild(CHILD), "Kept to the end of its time")


@pytest.fixture(autouse=True)
def _many_years_have_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oversight_tui.services.record.retention.now", lambda: datetime(2099, 1, 1, tzinfo=UTC))


@pytest.fixture
def team(team: Store) -> Store:
    """A team of a named manager; C-2 and C-3 are in need."""
    choose(team, "Mary Okoro", None)
    return team


def close(store: Store, born: date | None = date(2012, 4, 5), because: str = "RC1 Adopted") -> None:
    """The list that shows C-2 as closed, with a cell that could not be read."""
    snapshot = SnapshotFacts("annex_a", "annex_a.xlsx", "1" * 64, CLOSED, ("6",), (TEAM,), {}, (("6!C2", WORD, "x"),))
    shown = ExtractChange(False, None, None, json.dumps({"said": WORD}), "closed")
    change = ChildChange("C-2", CHILD, born, closed=True, closed_on=CLOSED, closed_because=because, extract=shown)
    writes.apply_import(store, ImportWrite(snapshot, (), (change,)), "Mary Okoro", match_key)


def everything(store: Store) -> None:
    """All that can be said about C-2 is said, with one word in it; of the sister C-3 with another."""
    record.name_child(store, NameChild(CHILD, f"{WORD} Smith"), TODAY)
    record.link_family(store, LinkFamily((CHILD, SISTER), "Smith"), TODAY)
    record.plan(store, PlanSession(WORKER, TODAY), TODAY)
    held = record.talk_in_session(store, SessionTalk(WORKER, ("C-2",), TODAY, text=WORD, decision=WORD), TODAY)
    hers = SessionTalk(WORKER, ("C-3",), TODAY, session_id=held[0].entry, text=HERS, decision=HERS, because=HERS)
    record.talk_in_session(store, hers, TODAY)
    together = record.hold(store, HoldSession(WORKER, TODAY, children=(CHILD, SISTER), again=True), TODAY)
    assert together.id
    talk = DiscussionRequest((CHILD,), WORD, TODAY, asked_for=True)
    asked_for = record.discuss(store, talk, TODAY)[0]
    answer = DiscussionRequest((SISTER, CHILD), "Both at home", TODAY, answers=asked_for.entry, scales=(("Mum", 4),))
    talks = record.discuss(store, answer, TODAY)
    record.file_discussion(store, FileDiscussion(talks[1].entry, TODAY), TODAY)
    worry = record.raise_worry(store, WorryRequest(CHILD, WORD, TODAY, scales=(("Dad", 3),)), TODAY)
    record.review_worry(store, ReviewWorry(worry.entry, TODAY + timedelta(7), TODAY, WORD), TODAY)
    record.mark_entry(store, MarkEntry(worry.entry, "sensitive"), TODAY)
    note_opened(store, worry.entry)
    record.close_worry(store, CloseWorry(worry.entry, WORD, TODAY), TODAY)
    agreed = (AgreedAction(WORD, "Amira Khan", TODAY),)
    decision = record.decide(store, DecisionRequest(WORD, TODAY, AboutChild(CHILD), actions=agreed), TODAY)
    record.disagree(store, Disagree(decision.entry, "Amira Khan", WORD, TODAY), TODAY)
    record.give_reason(store, GiveReason(decision.entry, WORD, TODAY), TODAY)
    record.correct(store, Correction(decision.entry, text=f"{WORD} put right"), TODAY)
    record.withdraw(store, Withdraw(decision.entry, WORD, TODAY), TODAY)
    record.undo(store, Undo(yes=True), TODAY)
    action = record.add_action(store, ActionRequest(AboutChild(CHILD), WORD, "Amira Khan", TODAY, TODAY), TODAY)
    record.carry_action(store, CarryAction(action.entry, TODAY + timedelta(1), TODAY, WORD), TODAY)
    record.close_action(store, CloseAction(action.entry, TODAY, text=WORD), TODAY)
    record.rate_risk(store, RiskRequest(CHILD, "high", WORD, TODAY), TODAY)
    matter = record.escalate(store, EscalationRequest(WORD, "Head of service", TODAY, AboutChild(CHILD)), TODAY)
    record.answer(store, AnswerEscalation(matter.entry, WORD, TODAY), TODAY)
    plain_text(store, talks[1].entry, TODAY)
    record.note(store, NoteRequest(WORD, AboutChild(CHILD)), TODAY)
    wrong_page = record.raise_worry(store, WorryRequest(CHILD, f"{HERS} typed on the wrong page", TODAY), TODAY)
    record.correct(store, Correction(wrong_page.entry, child="C-3"), TODAY)
    to_the_child = record.raise_worry(store, WorryRequest(SISTER, f"{WORD} typed on the wrong page", TODAY), TODAY)
    record.correct(store, Correction(to_the_child.entry, child="C-2"), TODAY)
    stays = record.raise_worry(store, WorryRequest(SISTER, f"{HERS} never moved", TODAY), TODAY)
    record.correct(store, Correction(stays.entry, child="C-2"), TODAY)
    record.undo(store, Undo(yes=True), TODAY)
    record.change_agenda(store, ChangeAgenda(WORKER, (CHILD,), TODAY, "added"), TODAY)
    drafts.keep(store, f"decide:child:{CHILD}", {"because": WORD})
    drafts.keep(store, f"decide:child:{CHILD}", None)
    drafts.keep(store, "talk:worker:None", {"children": "c-2 C-3", "text": WORD})
    drafts.keep(store, "note:worker:None", {"text": "C-22 is somebody else"})


def row(store: Store, on: date, about: Subject | None = None, kind: str = "") -> KeptRow:
    """The row about somebody."""
    found = [one for one in kept_rows(store, on) if one.about == about]
    return next(one for one in found if kind in ("", one.kind))


def bytes_of(store: Store) -> bytes:
    """Every byte of the file and of the log beside it, in whatever case."""
    log = store.path.with_name(f"{store.path.name}-wal")
    return store.path.read_bytes() + (log.read_bytes() if log.exists() else b"")


def deleted_before(store: Store) -> None:
    """A draft deleted as most builds of SQLite do it: its words lie on in the free pages of the file."""
    raw = sqlite3.connect(store.path, isolation_level=None)
    raw.execute("PRAGMA secure_delete = OFF")
    raw.execute("INSERT INTO draft VALUES ('talk:child:2', ?, '2026-10-02')", (json.dumps({"text": WORD * 50_000}),))
    raw.execute("DELETE FROM draft WHERE form = 'talk:child:2'")
    raw.close()


def in_force(store: Store, child: ChildId) -> list[tuple[str, str, str, bool, bool]]:
    """What stands on a child's page."""
    page = child_page(store, child, TODAY)
    return sorted(
        (one.kind, one.text, one.because or "", one.on_file is not None, one.significant)
        for one in page.entries
        if not one.withdrawn and not one.replaced
    )


def sound(store: Store) -> None:
    """Chain, guards, foreign keys, and what is kept beside the records."""
    with store.reading():
        assert verify(store).faults == ()
        assert store.engine.disturbed() == set()
        assert store.engine.loose_ends() == []
        assert store.engine.damage() == []
        assert derived.differences(store) == ()


@pytest.mark.file_store("it reads the bytes of the file")
def test_no_byte_of_an_erased_child_is_left_and_the_sister_keeps_everything_of_hers(team: Store) -> None:
    everything(team)
    close(team)
    deleted_before(team)
    assert bytes_of(team).count(WORD.encode()) > 20_000
    before = in_force(team, SISTER)
    discussed = child_page(team, SISTER, TODAY).row.child.last_discussed
    said = record.erase(team, ERASE, LATER).says
    assert "cannot be undone" in said
    assert "gone by Sat 31 Mar 2046" in said
    assert WORD.encode() not in bytes_of(team)
    sound(team)
    assert in_force(team, SISTER) == before
    assert {f"{HERS} typed on the wrong page", f"{HERS} never moved"} <= {text for _, text, *_ in before}
    assert child_page(team, SISTER, TODAY).row.child.last_discussed == discussed
    sessions = worker_page(team, WORKER, TODAY).sessions
    assert {child for one in sessions for child in one.children} == {"C-3"}
    assert {one.reference for one in (row.child for row in load_board(team, TODAY).children)} == {
        "C-1",
        "C-3",
        "C-4",
        "C-5",
    }
    assert drafts.kept(team) == {"note:worker:None": {"text": "C-22 is somebody else"}}
    assert notes(team) == ()


@pytest.mark.file_store("it reads the bytes of the file")
def test_the_reason_for_erasing_goes_from_the_drafts_with_it_and_the_file_is_written_anew(team: Store) -> None:
    everything(team)
    close(team)
    drafts.keep(team, "erase:supervision:1", {"because": WORD})
    (done,) = record.record(team, ERASE, LATER, draft="erase:supervision:1")
    assert done.says.endswith("gone by Sat 31 Mar 2046, where one is made at least every month.")
    assert "erase:supervision:1" not in drafts.kept(team)
    assert WORD.encode() not in bytes_of(team)


@pytest.mark.file_store("it reads the bytes of the file")
def test_before_the_file_is_written_anew_what_was_erased_is_overwritten_already(team: Store) -> None:
    record.decide(team, DecisionRequest(WORD * 2_000, TODAY, AboutChild(CHILD), because="x"), TODAY)
    close(team)
    what = [writes.ToErase(Unit("child", CHILD))]
    writes.erase(team, what, "Old", LATER, LATER, "Mary Okoro")
    team.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert WORD.encode() not in bytes_of(team)


def test_what_stays_says_who_when_why_and_how_many(team: Store) -> None:
    everything(team)
    close(team)
    record.erase(team, ERASE, LATER)
    with team.reading():
        ((kind, number, counts, reason, on, until, by),) = asked(
            team,
            "SELECT kind, entries, counts, reason, erased_on, backups_until, recorded_by FROM erasure",
        )
    assert (kind, reason, on, until, by) == (
        "child",
        "Kept to the end of its time",
        "2045-03-01",
        "2046-03-31",
        "Mary Okoro",
    )
    assert number == sum(json.loads(counts).values())
    assert json.loads(counts)["worry"] == 2
    (line,) = [row for row in rows(team) if row.what == "erased"]
    assert (line.what, line.who, line.after["reason"]) == ("erased", "Mary Okoro", reason)
    assert "C-2" not in json.dumps([line.after, counts])
    last = ["erased"] if team.on_a_server else ["setting", "erased"]  # and then the file was written over
    assert [one.what for one in newest(team)[: len(last)]] == last
    # The rows of the chain are all there still, without what stood in them.
    with team.reading():
        assert asked(team, "SELECT count(*) FROM journal")[0][0] > number
        entries = asked(team, "SELECT count(*) FROM journal_content WHERE after LIKE '%\"child\":2,%'")
    assert entries == [(0,)]


def test_the_same_reference_can_come_again_as_another_child(team: Store) -> None:
    close(team)
    record.erase(team, ERASE, LATER)
    record.add_child(team, AddChild("C-2"), LATER)
    with team.reading():
        assert asked(team, "SELECT id FROM child WHERE reference = 'C-2'") == [(6,)]
    sound(team)


@pytest.mark.parametrize(
    ("born", "because", "on", "complaint"),
    [
        (date(2012, 4, 5), "RC1", date(2033, 4, 4), "not due to be erased before Tue 5 Apr 2033"),
        (None, "RC1", LATER, "the day of the birth is not recorded"),
    ],
)
def test_nothing_is_erased_before_its_day_or_where_that_is_not_known(
    team: Store, born: date | None, because: str, on: date, complaint: str
) -> None:
    close(team, born, because)
    with pytest.raises(RecordProblem, match=complaint):
        record.erase(team, ERASE, on)
    with pytest.raises(RecordProblem, match="still open"):
        record.erase(team, ERASE.__replace__(about=AboutChild(SISTER)), LATER)
    assert row(team, LATER, AboutChild(CHILD)).name == "C-2"


@pytest.mark.parametrize(
    ("because", "died_on"),
    [("E2 Died", CLOSED), ("rc2", CLOSED), ("Child died", CLOSED), ("RC1 Adopted", None), ("Death of a parent", None)],
)
def test_a_death_is_known_where_a_list_closed_the_child_with_it(team: Store, because: str, died_on: date) -> None:
    close(team, because=because)
    with team.reading():
        assert next(one for one in what_there_is(team, TODAY).children if one.id == CHILD).died_on == died_on


@pytest.mark.file_store("it reads the bytes of the file")
def test_a_legal_hold_keeps_everything_until_it_is_lifted(team: Store) -> None:
    everything(team)
    close(team)
    held = PlaceHold(AboutChild(CHILD), "The inquiry asks for it")
    lifted = LiftHold(AboutChild(CHILD), "The inquiry has ended")
    record.legal_hold(team, held, TODAY)
    assert row(team, LATER, AboutChild(CHILD)).state == "held"
    with pytest.raises(RecordProblem, match="The inquiry asks for it"):
        record.erase(team, ERASE, LATER)
    with pytest.raises(RecordProblem, match="already"):
        record.legal_hold(team, held, TODAY)
    assert [one for one in kept_rows(team, LATER) if one.kind in ("own_notes", "drafts")] == []
    record.lift_hold(team, lifted, LATER)
    with pytest.raises(RecordProblem, match="no legal hold"):
        record.lift_hold(team, lifted, LATER)
    assert row(team, LATER, AboutChild(CHILD)).state == "due"
    record.erase(team, ERASE, LATER)
    assert b"inquiry" not in bytes_of(team)
    sound(team)


def test_a_hold_that_was_undone_is_none(team: Store) -> None:
    record.legal_hold(team, PlaceHold(AboutWorker(WORKER), "A grievance"), TODAY)
    assert row(team, LATER, AboutWorker(WORKER)).state == "held"
    assert "the legal hold" in record.undo(team, Undo(yes=True), TODAY).says
    assert [one for one in kept_rows(team, LATER) if one.hold] == []


def test_only_a_named_manager_erases_and_the_reason_names_nobody(team: Store) -> None:
    record.name_child(team, NameChild(CHILD, "Larisa Moor"), TODAY)
    record.name_child(team, NameChild(CHILD, "Rosie Mae"), TODAY)
    close(team)
    for reason in (
        "c-2 is old enough",
        "C 2",
        "The record of Rosie Mae",
        "Rosie is of age",
        "Moor, of age",
        "MAE\u2019s file",
    ):
        with pytest.raises(RecordProblem, match="must not name"):
            record.erase(team, ERASE.__replace__(because=reason), LATER)
    with pytest.raises(RecordProblem, match="is empty"):
        record.erase(team, ERASE.__replace__(because=" "), LATER)
    with team.writing():
        team.run("DELETE FROM setting WHERE key = 'manager'")
    with pytest.raises(RecordProblem, match="Say who you are"):
        record.erase(team, ERASE, LATER)


def test_a_draft_about_the_sister_that_gives_the_name_of_the_child_goes_too(team: Store) -> None:
    record.name_child(team, NameChild(CHILD, "Larisa Moor"), TODAY)
    record.name_child(team, NameChild(CHILD, "Rosie Mae O'Neill"), TODAY)
    close(team)
    drafts.keep(team, f"risk:child:{SISTER}", {"because": "Like Larisa Moor"})
    drafts.keep(team, f"worry:child:{SISTER}", {"text": "As with rosie mae O\u2019Neill"})
    drafts.keep(team, f"decide:child:{SISTER}", {"text": "As with Mae West"})
    record.erase(team, ERASE, LATER)
    assert list(drafts.kept(team)) == [f"decide:child:{SISTER}"]


def test_a_day_set_ahead_of_the_clock_makes_nothing_due(team: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    close(team)
    monkeypatch.undo()
    with pytest.raises(RecordProblem, match="goes by the real one"):
        record.erase(team, ERASE, date(2999, 1, 1))
    assert row(team, LATER, AboutChild(CHILD)).state == "due"


def left(store: Store, leaves: date = date(2027, 1, 31)) -> None:
    """Amira has left; her children are with Ben. Her own file and her absences hold one word."""
    record.talk_in_session(store, SessionTalk(WORKER, ("C-1",), TODAY, text="At home"), TODAY)
    record.hold(store, HoldSession(WORKER, TODAY - timedelta(1)), TODAY)
    record.hold(store, HoldSession(WORKER, TODAY - timedelta(2), kind="group", others=(BEN,)), TODAY)
    planned = record.plan(store, PlanSession(WORKER, TODAY), TODAY)
    record.move(store, MoveSession(planned.entry, TODAY + timedelta(3)), TODAY)
    record.absence(store, AbsenceRequest(WORKER, TODAY, None, "sickness", WORD), TODAY)
    first = record.personal(store, PersonalRequest(WORKER, "goal", WORD, TODAY, next_step=WORD), TODAY)
    gone = record.personal(store, PersonalRequest(WORKER, "goal", WORD, TODAY, follows=first.entry), TODAY)
    record.withdraw(store, Withdraw(gone.entry, WORD, TODAY), TODAY)
    record.decide(store, DecisionRequest(WORD, TODAY, AboutWorker(WORKER)), TODAY)
    record.note(store, NoteRequest(WORD, AboutWorker(WORKER)), TODAY)
    record.hand_over(store, HandOver((C1, C2), AboutWorker(BEN), TODAY), TODAY)
    record.edit_worker(store, EditWorker(WORKER, KnownOfWorker(leaves=leaves, staff_id="W-77", role=WORD)), TODAY)
    drafts.keep(store, f"personal:worker:{WORKER}", {"text": WORD})


@pytest.mark.file_store("it reads the bytes of the file")
def test_a_workers_own_file_and_supervision_go_and_the_children_keep_the_name(team: Store) -> None:
    left(team)
    on = date(2033, 1, 31)
    assert {one.state for one in kept_rows(team, on - timedelta(1)) if one.about == AboutWorker(WORKER)} == {"kept"}
    assert {one.kind for one in kept_rows(team, on) if one.about == AboutWorker(WORKER) and one.state == "due"} == {
        "own_file",
        "supervision",
    }
    pages = [in_force(team, child) for child in (C1, C2)]
    record.erase(team, Erase(AboutWorker(WORKER), "Left long ago"), on)
    assert WORD.encode() not in bytes_of(team)
    assert b"W-77" not in bytes_of(team)
    sound(team)
    assert [in_force(team, child) for child in (C1, C2)] == pages
    page = worker_page(team, WORKER, on)
    assert (page.row.worker.name, page.row.worker.leaves, page.entries, page.absences) == (
        "Amira Khan",
        date(2027, 1, 31),
        (),
        (),
    )
    # The sessions with a child or with a colleague are theirs too.
    assert sorted(one.kind for one in page.sessions) == ["group", "one_to_one"]
    assert [one for one in kept_rows(team, on) if one.about == AboutWorker(WORKER)] == []


def test_one_kind_can_go_before_the_other(team: Store) -> None:
    left(team)
    on = date(2033, 1, 31)
    record.erase(team, Erase(AboutWorker(WORKER), "Left long ago", "own_file"), on)
    sound(team)
    with team.reading():
        assert asked(team, "SELECT count(*) FROM personal_record") == [(0,)]
    assert row(team, on, AboutWorker(WORKER)).kind == "supervision"
    assert len(worker_page(team, WORKER, on).absences) == 1


@pytest.mark.file_store("it reads the bytes of the file")
def test_when_no_record_names_a_worker_any_more_the_name_goes_too(team: Store) -> None:
    nobody = AddWorker("Quentin Nobody", KnownOfWorker(leaves=date(2027, 1, 31)))
    worker = WorkerId(record.add_worker(team, nobody, TODAY).id or 0)
    record.personal(team, PersonalRequest(worker, "goal", WORD, TODAY), TODAY)
    record.erase(team, Erase(AboutWorker(worker), "Left long ago"), date(2033, 2, 1))
    assert b"Quentin" not in bytes_of(team)
    sound(team)


def test_who_is_here_or_holds_a_child_is_never_due(team: Store) -> None:
    record.edit_worker(team, EditWorker(BEN, KnownOfWorker(leaves=date(2027, 1, 31))), TODAY)
    for worker, why in ((AMIRA, "still here"), (BEN, "still holds 2 children")):
        with pytest.raises(RecordProblem, match=why):
            record.erase(team, Erase(AboutWorker(worker), "x"), LATER)


@pytest.mark.file_store("it reads the bytes of the file")
def test_notes_and_drafts_that_are_old_enough_go_and_newer_ones_stay(team: Store) -> None:
    for text, on in (("An old one", TODAY), ("A new one", TODAY + timedelta(200))):
        record.note(team, NoteRequest(text), on)
    later = date(2027, 10, 2)
    assert row(team, later - timedelta(1), kind="own_notes").state == "kept"
    assert "1 entry" in record.erase(team, Erase(None, "Old", "own_notes"), later).says
    assert [one.text for one in notes(team)] == ["A new one"]
    with pytest.raises(RecordProblem, match="No note to yourself is old enough"):
        record.erase(team, Erase(None, "Old", "own_notes"), later)
    drafts.keep(team, "note:worker:None", {"text": WORD})
    record.erase(team, Erase(None, "Old", "drafts"), date(2096, 1, 1))
    assert drafts.kept(team) == {}
    assert WORD.encode() not in bytes_of(team)
    sound(team)


def test_every_column_that_names_a_child_or_a_worker_is_known_to_the_erasure() -> None:
    """A new one has to be told to `db.writes.erasure` and `db.queries.ownership` first."""
    found = {
        f"{model._meta.table_name}.{field.column_name}"
        for model in models.ALL_TABLES
        for field in model._meta.sorted_fields
        if getattr(field, "rel_model", None) in (models.Child, models.Worker)
    }
    assert found == {
        *("entry.child_id", "entry.worker_id", "session_child.child_id", "session_worker.worker_id"),
        *("own_note.about_child_id", "own_note.about_worker_id", "allocation.allocated_worker_id"),
        *("child_now.child_id", "child_now.worker_id", "worker_now.worker_id"),
        *("open_item.child_id", "open_item.worker_id", "open_item.owner_id"),
        *("action.owner_worker_id", "work_handed_in.author_worker_id", "unwritten.child_id", "unwritten.worker_id"),
        *("said.child_id", "said.worker_id", "work_due.owner_worker_id", "hand_over_plan.going_to_id"),
        *("booking.going_id", "booking_given.going_id"),
    }


NOTHING = EntryId(0)
STEPS = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 5), st.booleans()), min_size=3, max_size=14)


@settings(max_examples=so_many(8), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_was_moved_withdrawn_and_undone_the_sister_keeps_what_is_hers(
    team: Store, tmp_path: Path, steps: list[tuple[int, int, bool]]
) -> None:
    team.close()
    path = tmp_path / "another.oversight"
    shutil.copy(team.path, path)
    store = open_store(path)
    made: list[EntryId] = []
    for place, (what, which, hers) in enumerate(steps):
        with contextlib.suppress(RecordProblem):
            made += _step(store, what, made[which % len(made)] if made else NOTHING, hers, f"Words {place}")
    before = in_force(store, SISTER)
    writes.erase(store, [writes.ToErase(Unit("child", CHILD), names=("C-2",))], "Old", LATER, LATER, "Mary Okoro")
    sound(store)
    assert in_force(store, SISTER) == before
    store.close()
    path.unlink()


def test_what_was_answered_by_a_talk_that_went_to_the_other_page_is_open_again(team: Store) -> None:
    asked_for = record.discuss(team, DiscussionRequest((SISTER,), HERS, TODAY, asked_for=True), TODAY)[0]
    talk = record.discuss(team, DiscussionRequest((SISTER,), WORD, TODAY, answers=asked_for.entry), TODAY)[0]
    record.correct(team, Correction(talk.entry, child="C-2"), TODAY)
    sound(team)
    close(team)
    record.erase(team, ERASE, LATER)
    sound(team)


def _step(store: Store, what: int, entry: EntryId, hers: bool, text: str) -> list[EntryId]:
    """One thing recorded about a child or done with an entry; returns the entries it made."""
    child = SISTER if hers else CHILD
    if what == 0:
        return [record.raise_worry(store, WorryRequest(child, text, TODAY, scales=(("Mum", 4),)), TODAY).entry]
    if what == 1:
        both = DiscussionRequest((CHILD, SISTER), text, TODAY, decision=text, answers=entry or None)
        return [one.entry for one in record.discuss(store, both, TODAY)]
    if what == 2:
        return [record.discuss(store, DiscussionRequest((child,), text, TODAY, asked_for=True), TODAY)[0].entry]
    if what == 3:
        return [record.decide(store, DecisionRequest(text, TODAY, AboutChild(child)), TODAY).entry]
    done: dict[int, Request] = {
        4: Correction(entry, child="C-3" if hers else "C-2"),
        5: Correction(entry, child="C-3" if hers else "C-2"),
        6: Withdraw(entry, text, TODAY),
        7: Redo() if hers else Undo(yes=True),
        8: MarkEntry(entry, "significant"),
        9: FileDiscussion(entry, TODAY) if hers else CloseWorry(entry, text, TODAY),
        10: GiveReason(entry, text, TODAY),
    }
    record.record(store, done[what], TODAY)
    return []


KILLED = """
import os, signal, sys
from datetime import UTC, date, datetime
from db import open_store, recording
from oversight_tui.practice.ids import AboutChild, ChildId
from oversight_tui.practice.requests import Erase
from oversight_tui.services import record
record.retention.now = lambda: datetime(2099, 1, 1, tzinfo=UTC)
recording.write_lines = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
record.erase(open_store(sys.argv[1]), Erase(AboutChild(ChildId(2)), "Old"), date(2045, 3, 1))
"""


@pytest.mark.file_store("another process opens the file")
def test_killed_in_the_middle_nothing_is_gone_and_every_guard_stands(team: Store) -> None:
    everything(team)
    close(team)
    before = in_force(team, CHILD)
    team.close()
    done = subprocess.run([sys.executable, "-c", KILLED, str(team.path)], check=False)
    assert done.returncode == -signal.SIGKILL
    again = open_store(team.path)
    assert again.repaired == set()
    assert in_force(again, CHILD) == before
    sound(again)
    again.close()


@pytest.mark.file_store("it reads the bytes of the file")
def test_while_another_program_reads_the_file_is_written_anew_later(
    team: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything(team)
    close(team)
    team.close()
    monkeypatch.setattr("db.connections.BUSY_SECONDS", 0.05)
    team = open_store(team.path)
    reader = sqlite3.connect(team.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entry").fetchone()
    assert "could not be written anew" in record.erase(team, ERASE, LATER).says
    reader.close()
    assert [one for one in kept_rows(team, LATER) if one.about == AboutChild(CHILD)] == []
    assert WORD.encode() not in bytes_of(team)
    sound(team)


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("DELETE FROM journal_content WHERE seq = 3", "content of journal row 3 is gone, and no erasure"),
        ("DELETE FROM worry WHERE entry_id = {0}; DELETE FROM entry WHERE id = {0}", "is missing"),
        ("DELETE FROM journal_content WHERE seq = (SELECT max(seq) FROM journal)", "content of journal row"),
    ],
)
def test_what_vanished_without_an_erasure_shows_beside_one(team: Store, tampering: str, found: str) -> None:
    close(team)
    worry = record.raise_worry(team, WorryRequest(SISTER, "x", TODAY), TODAY)
    record.erase(team, ERASE, LATER)
    sound(team)
    with past_the_program(team) as does:
        for statement in tampering.format(worry.id).split("; "):
            does(statement)
    with team.reading():
        assert any(found in fault for fault in verify(team).faults)
