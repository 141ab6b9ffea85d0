"""Undo gives back what was there before, redo what was there after it, of whatever was recorded."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import derived, models, open_store, writes
from db.engine import Store
from db.models import name_of, tables_of
from db.queries.entries import entry_about
from db.verification import verify
from oversight_tui.practice.changes import (
    AllocationChange,
    ChildChange,
    ExtractChange,
    ImportWrite,
    SnapshotFacts,
    WorkerChange,
)
from oversight_tui.practice.ids import AboutChild, AboutWorker, EntryId, Subject
from oversight_tui.practice.records import ImportUndone, columns_of, every_kind, kind_named
from oversight_tui.practice.requests import (
    ActionRequest,
    CancelSession,
    Correction,
    DecisionRequest,
    DiscussionRequest,
    FinishSession,
    GiveReason,
    HandOver,
    HoldSession,
    LinkFamily,
    MarkEntry,
    MoveSession,
    NoteRequest,
    OpeningDate,
    PersonalRequest,
    PlanSession,
    Redo,
    Request,
    ReviewDecision,
    RiskRequest,
    SessionTalk,
    Undo,
    Withdraw,
    WorryRequest,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.identity import choose
from oversight_tui.services.journal import rows
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record import UndoAsks
from oversight_tui.words.text import match_key
from tests.db.test_board_facts import TEAM
from tests.engines import so_many
from tests.made_once import AMIRA, BEN, C1, C2, C3, C4, C5
from tests.services.test_kinds import ME, Full, of_each_kind, recorded

TODAY = date(2026, 10, 2)
DAY = timedelta(days=1)
LATER = TODAY + 90 * DAY
TO_COME = ("session_plan", "booking", "handover_plan")
DERIVED = tables_of(models.Derived)
CHILDREN, WORKERS = (C1, C2, C3, C4, C5), (AMIRA, BEN)


def seen(store: Store) -> dict[str, object]:
    """All that a manager sees: the whole list, and what stands on every page; and what is worked out behind it."""
    board = load_board(store, LATER, all_teams=True)
    entries = [one for child in CHILDREN for one in child_page(store, child, LATER).entries]
    of_workers = [worker_page(store, worker, LATER) for worker in WORKERS]
    entries += [one for page in of_workers for one in page.entries]
    with store.reading():
        behind = {name_of(table): store.rows(f"SELECT * FROM {name_of(table)} ORDER BY 1") for table in DERIVED}
        behind["said"] = store.rows("SELECT * FROM said WHERE stands ORDER BY 1")  # what is undone can still be read
        numbers = policy_in_force(store)
    return {
        **{name: getattr(board, name) for name in board.__struct_fields__},
        "on the pages": [
            (one.id, one.record, one.text, one.because, one.happened_on, one.on_file, one.significant, one.sensitive)
            for one in entries
            if not one.withdrawn and not one.replaced
        ],
        "sessions": [page.sessions for page in of_workers],
        "policy": numbers,
        **behind,
    }


def same(now: dict[str, object], then: dict[str, object]) -> None:
    """Piece by piece, so that what is not so is said."""
    for name, value in then.items():
        assert now[name] == value, name


def sound(store: Store) -> None:
    with store.reading():
        assert derived.differences(store) == ()


def undone_and_brought_back(
    store: Store, do: Callable[[], object], before: dict[str, object] | None, times: int = 2
) -> dict[str, object]:
    """Do something; undo gives back the list of before, redo the one after, so many times, and the store stays sound.
    What is seen now is given as `before` where it is known, and what is seen at the end is the answer.
    """
    before = before or seen(store)
    do()
    sound(store)
    after = seen(store)
    for _ in range(times):
        record.undo(store, Undo(yes=True), LATER)
        sound(store)
        same(seen(store), before)
        record.redo(store, Redo(), LATER)
        sound(store)
        same(seen(store), after)
    return after


@pytest.fixture
def mine(team: Store) -> Store:
    choose(team, ME, None)
    return team


@pytest.mark.parametrize("either", [AboutChild(C2), AboutWorker(AMIRA)])
def test_every_kind_is_undone_and_brought_back(mine: Store, either: Subject) -> None:
    full, known = Full(), None
    for number, content in enumerate(of_each_kind(full.ids)):
        if isinstance(content, ImportUndone):  # written by undoing alone, of an import: that is among what follows
            continue

        def one(content: object = content, on: date = TODAY + number * DAY) -> None:
            full.ids[type(content)] = recorded(mine, content, on, either)  # type: ignore[arg-type,index]

        known = undone_and_brought_back(mine, one, known)
    assert verify(mine).faults == ()


@pytest.mark.parametrize("what", ["text", "because", "day", "child", "withdrawn", "marked"])
def test_whatever_is_put_right_in_every_kind_is_undone_and_brought_back(mine: Store, what: str) -> None:
    full = Full()
    for number, content in enumerate(of_each_kind(full.ids)):
        full.ids[type(content)] = recorded(mine, content, TODAY + number * DAY, AboutChild(C2))
    tried, known = 0, None
    for kind in every_kind():
        asked = _put_right(mine, full.ids[kind], what)
        if asked is not None:
            tried += 1

            def one(asked: Request = asked) -> object:
                return record.record(mine, asked, LATER)

            known = undone_and_brought_back(mine, one, known, times=1)
    assert tried > 5
    assert verify(mine).faults == ()


def _put_right(store: Store, entry: EntryId, what: str) -> Request | None:
    """What is asked to put an entry right in one way; None where its kind cannot be."""
    with store.reading():
        about = entry_about(store, entry)
    assert about is not None
    content = kind_named(about.kind)
    kind, columns = content.kind, columns_of(content)
    if about.withdrawn:
        return None
    if what == "withdrawn":
        return Withdraw(entry, "A mistake", LATER) if kind.taken_back == "by_hand" else None
    if what == "marked":
        return MarkEntry(entry, "sensitive")
    if not kind.correctable:
        return None
    if what == "text":
        return Correction(entry, text="Other words") if columns.text else None
    if what == "because":
        return Correction(entry, because="Another reason") if columns.reason else None
    if what == "day":
        return Correction(entry, on=LATER + DAY if kind.name in TO_COME else TODAY - DAY)
    return Correction(entry, child="C-4") if about.child is not None and not columns.follows_always else None


def test_a_session_put_on_another_day_and_back_leaves_the_clocks_of_its_children_as_they_were(mine: Store) -> None:
    held = record.hold(mine, HoldSession(AMIRA, TODAY, children=(C1, C2)), TODAY)
    record.correct(mine, Correction(held.entry, on=TODAY - 6 * DAY), TODAY)
    record.undo(mine, Undo(yes=True), TODAY)
    sound(mine)
    board = {row.child.id: row.discussion for row in load_board(mine, TODAY, all_teams=True).children}
    assert (board[C1].days_since, board[C2].days_since) == (0, 0)


def test_a_talk_moved_to_another_child_and_back_by_undo_leaves_no_words_there(mine: Store) -> None:
    asked = DiscussionRequest((C2,), "His father is back", TODAY, decision="Ring the police", because="He was seen")
    (talk,) = record.discuss(mine, asked, TODAY)
    record.correct(mine, Correction(talk.entry, child="C-3"), TODAY)
    record.undo(mine, Undo(yes=True), TODAY)
    for words in ("father", "police", "was seen"):
        assert words not in repr(child_page(mine, C3, TODAY).entries)
        assert words in repr(child_page(mine, C2, TODAY).entries)
        assert not any(words in repr(row) and (row.after or {}).get("child") == C3 for row in rows(mine))
    record.redo(mine, Redo(), TODAY)
    assert "father" in repr(child_page(mine, C3, TODAY).entries)
    assert "father" not in repr(child_page(mine, C2, TODAY).entries)


def test_a_withdrawal_that_was_undone_and_brought_back_is_one(mine: Store) -> None:
    worry = record.raise_worry(mine, WorryRequest(C2, "Typed twice", TODAY), TODAY)
    record.withdraw(mine, Withdraw(worry.entry, "It stands there already", TODAY), TODAY)
    record.undo(mine, Undo(yes=True), TODAY)
    record.redo(mine, Redo(), TODAY)
    assert load_board(mine, TODAY, all_teams=True).worries == ()
    (told,) = [one for one in child_page(mine, C2, TODAY).entries if one.kind == "worry"]
    assert (told.withdrawn, told.withdrawn_because) == (True, "It stands there already")


def test_undo_says_whose_and_what_it_takes_back(mine: Store) -> None:
    asked = ActionRequest(AboutChild(C2), "Ring the optician", "Ben Ortiz", TODAY + DAY, TODAY - 30 * DAY)
    record.add_action(mine, asked, TODAY)
    assert record.undo(mine, Undo(), TODAY).says == (
        "Taken back: the action 'Ring the optician' for Ben Ortiz about C-2, of Wed 2 Sep 2026. It can still be read."
    )
    assert record.redo(mine, Redo(), TODAY).says.startswith("Brought back: the action 'Ring the optician'")
    assert "optician" not in record.undo(mine, Undo(words=False), TODAY).says


def test_undo_of_a_session_says_with_whom_it_was_and_of_what_was_recorded_before_when(mine: Store) -> None:
    record.hold(mine, HoldSession(AMIRA, TODAY), TODAY)
    with pytest.raises(UndoAsks) as asked:
        record.undo(mine, Undo(since=datetime.now(UTC) + DAY), TODAY)
    assert "? It was recorded on" in asked.value.question
    assert "the session held with Amira Khan" in record.undo(mine, Undo(), TODAY).says


def test_undo_of_the_end_of_a_session_says_that_it_is_that(mine: Store) -> None:
    begun = record.hold(mine, HoldSession(AMIRA, TODAY), TODAY).entry
    record.finish_session(mine, FinishSession(begun, 90, None), TODAY)
    assert "the end of the session held with Amira Khan" in record.undo(mine, Undo(), TODAY).says
    assert "the end of the session held with Amira Khan" in record.redo(mine, Redo(), TODAY).says
    record.correct(mine, Correction(begun, on=TODAY - DAY), TODAY)
    assert "the correction of the session held with Amira Khan" in record.undo(mine, Undo(), TODAY).says


@pytest.mark.parametrize(("about", "whose"), [(AboutWorker(AMIRA), "Amira Khan"), (AboutChild(C2), "C-2")])
def test_undo_of_an_opening_date_says_that_it_is_one(mine: Store, about: Subject, whose: str) -> None:
    given_for = record.opening(mine, OpeningDate(about, TODAY - 20 * DAY), TODAY)
    assert record.undo(mine, Undo(), TODAY).says == (
        f"Taken back: the opening date of {whose}, of Sat 12 Sep 2026. It can still be read."
    )
    assert f"the opening date of {whose}" in record.redo(mine, Redo(), TODAY).says
    record.withdraw(mine, Withdraw(given_for.entry, "A mistake", TODAY), TODAY)
    assert "the withdrawal of the opening date" in record.undo(mine, Undo(), TODAY).says


def test_words_that_are_behind_the_wall_or_sensitive_are_not_said(mine: Store) -> None:
    worry = WorryRequest(C2, "Her uncle", TODAY, sensitive=True)
    record.raise_worry(mine, worry, TODAY)
    assert "uncle" not in record.undo(mine, Undo(), TODAY).says
    for about in (
        PersonalRequest(AMIRA, "goal", "Her uncle", TODAY),
        DecisionRequest("Her uncle", TODAY, AboutWorker(AMIRA)),
        NoteRequest("Her uncle"),
    ):
        record.record(mine, about, TODAY)
        assert "uncle" not in record.undo(mine, Undo(), TODAY).says
    written = record.decide(mine, DecisionRequest("Her uncle", TODAY, AboutWorker(AMIRA)), TODAY)
    record.withdraw(mine, Withdraw(written.entry, "A mistake", TODAY), TODAY)
    assert "uncle" not in record.undo(mine, Undo(), TODAY).says


def test_what_is_larger_than_one_entry_is_asked_about_with_the_count(mine: Store) -> None:
    record.discuss(mine, DiscussionRequest((C2, C1), "Moved", TODAY, decision="Visit"), TODAY)
    with pytest.raises(UndoAsks, match="a discussion and 3 more entries, recorded on") as asks:
        record.undo(mine, Undo(), TODAY)
    assert "Moved" not in str(asks.value)
    assert "the discussion 'Moved' about C-2" in asks.value.question
    assert "4 entries" in asks.value.question
    record.raise_worry(mine, WorryRequest(C2, "Since", TODAY), TODAY)
    record.raise_worry(mine, WorryRequest(C2, "Since then", TODAY), TODAY)
    record.undo(mine, Undo(agreed_to=asks.value.newest), TODAY)
    record.undo(mine, Undo(), TODAY)
    with pytest.raises(UndoAsks):
        record.undo(mine, Undo(), TODAY)
    assert "4" not in record.undo(mine, Undo(agreed_to=asks.value.newest), TODAY).says.split("2026")[0]


def test_what_was_recorded_before_is_asked_about_and_an_import_too(mine: Store) -> None:
    with pytest.raises(UndoAsks, match=r"an import of \d+ entries"):
        record.undo(mine, Undo(), TODAY)
    record.raise_worry(mine, WorryRequest(C2, "Weight", TODAY), TODAY)
    opened = datetime.now(UTC) + timedelta(seconds=1)
    with pytest.raises(UndoAsks, match=r"a worry, recorded on .* Nothing was undone"):
        record.undo(mine, Undo(opened), TODAY)
    assert len(load_board(mine, TODAY, all_teams=True).worries) == 1
    record.undo(mine, Undo(opened - timedelta(minutes=1)), TODAY)
    assert load_board(mine, TODAY, all_teams=True).worries == ()


def test_what_changed_nothing_does_not_say_that_it_can_be_undone(mine: Store) -> None:
    session = record.hold(mine, HoldSession(AMIRA, TODAY), TODAY)
    (said,) = record.record(mine, FinishSession(session.entry), TODAY)
    assert said.cannot_be_undone
    (said,) = record.record(mine, WorryRequest(C2, "Weight", TODAY), TODAY)
    assert not said.cannot_be_undone


def _newest(store: Store, kind: str) -> EntryId | None:
    """The entry of a kind that was recorded last and stands."""
    with store.reading():
        found = store.row("SELECT root_id FROM entry_in_force WHERE kind = ? ORDER BY id DESC LIMIT 1", (kind,))
    return found[0] if found else None


def _about_newest(kind: str, asks: Callable[[EntryId], Request]) -> Callable[[Store, int], object]:
    """Something about the newest entry of a kind; a worry where there is none, or where it cannot be done any more."""

    def do(store: Store, number: int) -> object:
        entry = _newest(store, kind)
        try:
            if entry is not None:
                return record.record(store, asks(entry), TODAY)
        except record.RecordProblem:
            pass
        return record.raise_worry(store, WorryRequest(C2, f"worry {number}", TODAY), TODAY)

    return do


def another_list(store: Store, number: int) -> object:
    """A newer list: a child at another worker, one who is closed, one who is not on it, one who is new."""
    held_by_amira = AllocationChange("amira khan", TEAM, None, ends_previous=True)
    children = (
        ChildChange("C-4", C4, allocation=held_by_amira, extract=ExtractChange(True, None, None, "{}", f"a{number}")),
        ChildChange(
            "C-3", C3, closed=True, closed_on=TODAY, extract=ExtractChange(False, None, None, "{}", f"b{number}")
        ),
        ChildChange("C-2", C2, missing=True),
        ChildChange(f"N-{number}", None, allocation=held_by_amira.__replace__(ends_previous=False)),
    )
    workers = (WorkerChange("amira khan", AMIRA, None),)
    snapshot = SnapshotFacts("annex_a", "b.xlsx", f"{number:064}", TODAY, ("6",), (TEAM,), {})
    return writes.apply_import(store, ImportWrite(snapshot, workers, children), ME, match_key)


DO: list[Callable[[Store, int], object]] = [
    lambda s, n: record.raise_worry(s, WorryRequest(C2, f"worry {n}", TODAY), TODAY),
    lambda s, n: record.decide(s, DecisionRequest(f"decision {n}", TODAY, AboutChild(C3)), TODAY),
    lambda s, n: record.discuss(s, DiscussionRequest((C2,), f"talk {n}", TODAY, decision="x"), TODAY),
    lambda s, n: record.discuss(s, DiscussionRequest((C1,), f"ask {n}", TODAY, asked_for=True), TODAY),
    lambda s, n: record.hold(s, HoldSession(AMIRA, TODAY - n * DAY, children=(C1, C2), again=True), TODAY),
    lambda s, n: record.hold(
        s, HoldSession(AMIRA, TODAY, kind="group", others=(BEN,), children=(C4,), again=True), TODAY
    ),
    lambda s, n: record.talk_in_session(s, SessionTalk(AMIRA, ("C-2", "C-1"), TODAY, text=f"said {n}"), TODAY),
    lambda s, n: record.plan(s, PlanSession(BEN, TODAY + (n + 9) * DAY), TODAY),
    lambda s, n: record.rate_risk(s, RiskRequest(C2, "high", f"risk {n}", TODAY), TODAY),
    lambda s, n: record.hand_over(s, HandOver((C4, C1), "duty" if n % 2 else "held_by_manager", TODAY), TODAY),
    _about_newest("session_held", lambda e: Correction(e, on=TODAY - 20 * DAY)),
    _about_newest("session_held", lambda e: Withdraw(e, "Another day", TODAY)),
    _about_newest("session_plan", lambda e: CancelSession(e, "Court", TODAY)),
    _about_newest("session_plan", lambda e: MoveSession(e, TODAY + 40 * DAY)),
    _about_newest("discussion", lambda e: Correction(e, child="C-5")),
    _about_newest("discussion", lambda e: Withdraw(e, "Not so", TODAY)),
    _about_newest("worry", lambda e: Correction(e, child="C-3")),
    _about_newest("worry", lambda e: Correction(e, child="C-2")),
    _about_newest("decision", lambda e: GiveReason(e, "Court", TODAY)),
    _about_newest("decision", lambda e: ReviewDecision(e, "Later", TODAY, TODAY + 7 * DAY)),
    _about_newest("decision", lambda e: Withdraw(e, "Not decided", TODAY)),
    _about_newest("risk", lambda e: Withdraw(e, "Another child", TODAY)),
    lambda s, n: another_list(s, n),
]


@settings(max_examples=so_many(10), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.integers(0, len(DO) - 1), min_size=2, max_size=8))
def test_undoing_all_and_bringing_all_back_gives_each_list_again(
    small_team: Path, tmp_path_factory: pytest.TempPathFactory, chosen: list[int]
) -> None:
    store = open_store(shutil.copy(small_team, tmp_path_factory.mktemp("undo") / "team.oversight"))
    choose(store, ME, None)
    record.link_family(store, LinkFamily((C1, C2), "Hart"), TODAY)
    lists = [seen(store)]
    for number, which in enumerate(chosen):
        DO[which](store, number)
        sound(store)
        lists.append(seen(store))
    for before in reversed(lists[:-1]):
        record.undo(store, Undo(yes=True), TODAY)
        sound(store)
        same(seen(store), before)
    for after in lists[1:]:
        record.redo(store, Redo(), TODAY)
        sound(store)
        same(seen(store), after)
    assert verify(store).faults == ()
    store.close()
