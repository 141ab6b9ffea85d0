"""Faults seen in other systems that oversee work with children, each shown absent here; one test a fault."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from db import StoreError, open_store
from db.engine import Store
from oversight_tui.exchange.cells import CellProblem, day
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import AboutChild, AboutWorker
from oversight_tui.practice.requests import (
    ActionRequest,
    CarryAction,
    CloseWorry,
    DecisionRequest,
    DiscussionRequest,
    EditWorker,
    HandOver,
    HoldSession,
    KnownOfWorker,
    NoteRequest,
    OpeningDate,
    PlanSession,
    WorryRequest,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_ahead, load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.journal import rows
from oversight_tui.services.record import RecordProblem
from oversight_tui.ui.present.glyphs import GLYPHS
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.rows import caseload_rows
from oversight_tui.ui.present.team import team_rows
from oversight_tui.words.dates import parse_date
from tests.db.test_board_facts import AS_AT
from tests.made_once import AMIRA, BEN, C1, C2

TODAY = date(2026, 10, 2)
DAY = timedelta(days=1)


@pytest.fixture
def team(small_team: Path, tmp_path: Path) -> Iterator[Store]:
    store = open_store(shutil.copy(small_team, tmp_path / "team.oversight"))
    yield store
    store.close()


def board(store: Store, today: date = TODAY) -> Board:
    return load_board(store, today, all_teams=True)


DAYS = [
    (TODAY, TODAY - DAY, "overdue", 1),
    (TODAY, TODAY, "due", None),
    (TODAY, TODAY + DAY, "open", None),
    (TODAY, TODAY + 7 * DAY, "open", None),
    (date(2026, 10, 31), date(2026, 10, 31), "due", None),
    (date(2028, 2, 29), date(2028, 2, 28), "overdue", 1),
    (date(2028, 3, 1), date(2028, 2, 29), "overdue", 1),
    (date(2026, 10, 25), date(2026, 10, 24), "overdue", 1),  # the night the clocks go back
]


@pytest.mark.parametrize(("today", "due", "state", "over"), DAYS)
def test_late_is_the_same_everywhere(team: Store, today: date, due: date, state: str, over: int | None) -> None:
    """Due today is late on one page and not on another."""
    asked = min(due, today) - 2 * DAY
    worry = record.raise_worry(team, WorryRequest(C2, "Weight", asked, review_on=due), today)
    action = record.add_action(team, ActionRequest(AboutChild(C2), "Ring", "Amira Khan", due, asked), today)
    shown = board(team, today)
    (in_pane,) = shown.worries
    listed = next(row for row in shown.attention if row.id == worry.entry)
    (on_list,) = shown.actions
    for row in (in_pane, listed, on_list):
        assert (row.state, row.days_over) == (state, over)
    late = next(row for row in shown.children if row.child.id == C2).actions_overdue
    assert late == (1 if state == "overdue" else 0)
    ahead = {row.what for row in load_ahead(team, today, 10, all_teams=True)[1] if row.child == "C-2"}
    assert ("action" in ahead) == (due > today)
    if state != "open":
        assert next(row for row in shown.attention if row.id == action.entry).days_over == over


def test_an_unknown_date_is_never_on_time_and_sorts_first(team: Store) -> None:
    """An unknown date reads as on time."""
    record.opening(team, OpeningDate(AboutChild(C1), TODAY), TODAY)
    shown = board(team)
    states = {row.child.id: row.discussion.state for row in shown.children}
    assert (states[C1], states[C2]) == ("in_time", "never")
    assert next(row for row in shown.children if row.child.id == C2).discussion.days_since is None
    assert [line.key for line in caseload_rows(shown, AMIRA, Names(GLYPHS["unicode"]))][-1] == str(C1)


def test_who_has_no_entry_is_on_the_list(team: Store) -> None:
    """What was never recorded drops out of the list."""
    shown = board(team)
    assert {row.worker.name for row in shown.workers} == {"Amira Khan", "Ben Ortiz"}
    assert len(shown.children) == 5


def test_what_happened_earlier_and_was_typed_last_is_not_the_latest(team: Store) -> None:
    """The latest by row number."""
    record.discuss(team, DiscussionRequest((C2,), "Second", TODAY), TODAY)
    record.discuss(team, DiscussionRequest((C2,), "First, typed last", TODAY - 9 * DAY), TODAY)
    record.hold(team, HoldSession(AMIRA, TODAY - DAY), TODAY)
    record.hold(team, HoldSession(AMIRA, TODAY - 9 * DAY), TODAY)
    shown = board(team)
    assert next(row for row in shown.children if row.child.id == C2).discussion.last == TODAY
    assert next(row for row in shown.workers if row.worker.id == AMIRA).supervision.last == TODAY - DAY


def test_the_list_holds_every_worker_and_child(team: Store) -> None:
    """A loop returns early."""
    later = TODAY + 365 * DAY
    about = {(row.kind, row.worker_id) for row in board(team, later).attention if row.kind == "supervision"}
    assert about == {("supervision", AMIRA), ("supervision", BEN)}
    assert sum(row.kind == "coverage" for row in board(team, later).attention) == 5


def test_never_is_never_and_the_future_is_refused(team: Store) -> None:
    """Never shown as 0 days; a future date accepted."""
    assert {row.supervision.days_since for row in board(team).workers} == {None}
    with pytest.raises(RecordProblem, match="still to come"):
        record.hold(team, HoldSession(AMIRA, TODAY + DAY), TODAY)


def test_a_review_today_is_valid(team: Store) -> None:
    """A review dated today is refused."""
    record.decide(team, DecisionRequest("Wait", TODAY, AboutChild(C2), because="x", review_on=TODAY), TODAY)
    record.plan(team, PlanSession(AMIRA, TODAY), TODAY)


def test_the_age_of_the_data_is_that_of_the_newest_list(team: Store) -> None:
    """The freshness stamp is always now."""
    assert board(team).data_as_at == board(team, TODAY + 90 * DAY).data_as_at == AS_AT


def test_on_transfer_the_workers_history_stays_with_who_had_it(team: Store) -> None:
    """The last worker's contact is credited to the new one."""
    record.hold(team, HoldSession(AMIRA, TODAY - DAY, children=(C1,)), TODAY)
    record.hand_over(team, HandOver((C1,), AboutWorker(BEN), TODAY), TODAY)
    shown = board(team)
    assert next(row for row in shown.workers if row.worker.id == BEN).supervision.state == "never"
    assert next(row for row in shown.workers if row.worker.id == AMIRA).supervision.days_since == 1
    assert next(row for row in shown.children if row.child.id == C1).discussion.days_since == 1
    assert any(row.kind == "new_worker" and row.child_id == C1 for row in shown.attention)


def test_a_leaver_is_on_the_board_once_while_they_hold_a_child_and_then_not_at_all(team: Store) -> None:
    """Leavers and movers in the list, or twice; a leaver's unfinished work sticks to them."""
    record.edit_worker(team, EditWorker(AMIRA, KnownOfWorker(leaves=TODAY - DAY)), TODAY)
    (leaver,) = [row for row in board(team).workers if row.worker.name == "Amira Khan"]
    (line,) = [one for one in team_rows(board(team), Names(GLYPHS["unicode"])) if one.key == str(AMIRA)]
    assert (leaver.children > 0, line.cells[-1].text) == (True, "has left")
    record.hand_over(team, HandOver((C1, C2), AboutWorker(BEN), TODAY), TODAY)
    shown = board(team)
    assert "Amira Khan" not in [row.worker.name for row in shown.workers]
    assert sum(row.children for row in shown.workers) + shown.counts.unallocated == len(shown.children)


def test_totals_are_sums_of_rows(team: Store) -> None:
    """Two populations, a clamped difference."""
    shown = board(team, TODAY + 200 * DAY)
    for row in shown.workers:
        covered = row.coverage
        assert covered.in_time + covered.due + covered.overdue + covered.never == covered.children == row.children
    assert sum(row.children for row in shown.workers) + shown.counts.unallocated == shown.counts.children


def test_every_open_worry_is_shown_worst_and_oldest_first(team: Store) -> None:
    """Only the newest ten flags are shown."""
    for number in range(25):
        on = TODAY - number * DAY
        record.raise_worry(team, WorryRequest(C2, f"Worry {number}", on, severity=number % 5 + 1), TODAY)
    shown = board(team).worries
    assert len(shown) == 25
    order = [(-(row.item.severity or 0), row.item.since) for row in shown]
    assert order == sorted(order, key=lambda pair: (pair[0], pair[1] or date.max))
    assert sum(row.kind == "worry" for row in board(team).attention) == 25


@pytest.mark.parametrize("text", ["31/02/2026", "04/13/2026", "soon", "0000-00-00"])
def test_an_unreadable_date_is_named_and_never_taken_as_overdue(text: str) -> None:
    """An unreadable date silently means overdue."""
    with pytest.raises(CellProblem):
        day(text)
    with pytest.raises(ValueError, match=r"date|exist|month|year"):
        parse_date(text, TODAY)


def test_nought_is_nought(team: Store) -> None:
    """A real zero is shown as unknown."""
    record.edit_worker(team, EditWorker(AMIRA, KnownOfWorker(fte=0.0)), TODAY)
    row = next(one for one in board(team).workers if one.worker.id == AMIRA)
    assert (row.worker.fte, row.worries_open, row.actions_overdue) == (0.0, 0, 0)
    record.discuss(team, DiscussionRequest((C2,), "Now", TODAY, scales=(("Mum", 0),)), TODAY)
    assert next(one for one in board(team).children if one.child.id == C2).discussion.days_since == 0
    assert any("Mum 0" in one.text for one in child_page(team, C2, TODAY).entries)


@pytest.mark.parametrize("days", [1, 7, 30])
def test_a_period_holds_what_its_label_says(team: Store, days: int) -> None:
    """The label says 30 days, the query says all."""
    for ahead in (1, 7, 8, 30, 31):
        by = TODAY + ahead * DAY
        record.add_action(team, ActionRequest(AboutChild(C2), f"In {ahead}", "Amira Khan", by, TODAY), TODAY)
    found = load_ahead(team, TODAY, days, all_teams=True)[1]
    assert {row.text for row in found if row.what == "action"} == {
        f"In {ahead}" for ahead in (1, 7, 8, 30, 31) if ahead <= days
    }


def test_a_failed_save_is_said_and_nothing_is_lost(team: Store) -> None:
    """A failed save is swallowed. (That the text stays in the form is told in the stories of the screen.)"""
    other = sqlite3.connect(team.path, timeout=0.1)
    other.execute("BEGIN IMMEDIATE")
    with team.reading():
        team.database.execute_sql("PRAGMA busy_timeout = 50")
    import db.connections

    before = db.connections.BUSY_SECONDS
    db.connections.BUSY_SECONDS = 0
    try:
        quick = open_store(team.path)
        with pytest.raises(StoreError, match="Nothing was saved"):
            record.raise_worry(quick, WorryRequest(C2, "Weight", TODAY), TODAY)
        quick.close()
    finally:
        db.connections.BUSY_SECONDS = before
        other.rollback()
        other.close()
    assert board(team).worries == ()


def test_who_answered_and_when_is_on_every_answer(team: Store) -> None:
    """Nobody knows who acknowledged an alert."""
    worry = record.raise_worry(team, WorryRequest(C2, "Weight", TODAY), TODAY)
    record.close_worry(team, CloseWorry(worry.entry, "Gained two kilos", TODAY), TODAY)
    closed = next(one for one in child_page(team, C2, TODAY).entries if "Closed" in one.text)
    assert closed.by
    assert closed.recorded_at
    assert rows(team)[-1].who == closed.by


def test_private_notes_stand_on_nobodys_page(team: Store) -> None:
    """The manager's private notes can be read by others."""
    record.note(team, NoteRequest("Is she well?", AboutChild(C2)), TODAY)
    assert "Is she well" not in repr((child_page(team, C2, TODAY), worker_page(team, AMIRA, TODAY), board(team)))


def test_unfinished_things_count_how_often_they_were_carried_over_oldest_first(team: Store) -> None:
    """Unfinished items pile up unseen."""
    action = record.add_action(team, ActionRequest(AboutChild(C2), "Ring", "Amira Khan", TODAY, TODAY), TODAY)
    record.add_action(team, ActionRequest(AboutChild(C2), "Visit", "Amira Khan", TODAY + 9 * DAY, TODAY), TODAY)
    for ahead in (1, 2, 3):
        record.carry_action(team, CarryAction(action.entry, TODAY + ahead * DAY, TODAY, "Not yet"), TODAY)
    first, _ = board(team).actions
    assert (first.item.text, first.item.carried_over) == ("Ring", 3)
