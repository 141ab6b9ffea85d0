"""From what was recorded to the morning board."""

from contextlib import ExitStack
from datetime import date
from unittest.mock import patch

import pytest

from db import writes
from db.engine import Store
from db.queries.board import team_facts
from db.queries.settings import team_names
from oversight_tui.practice.board import Board
from oversight_tui.practice.changes import (
    AllocationChange,
    ChildChange,
    ExtractChange,
    ImportWrite,
    SnapshotFacts,
    StatusChange,
    WorkerChange,
    WorkerDetail,
)
from oversight_tui.practice.facts import Manager
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, TeamId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.records import Cover
from oversight_tui.practice.requests import (
    AbsenceRequest,
    DecisionRequest,
    HoldSession,
    OpeningDate,
    WorryRequest,
)
from oversight_tui.words.text import match_key

ME = "Team Manager"
AS_AT = date(2026, 9, 1)
AMIRA, BEN = WorkerId(1), WorkerId(2)
FIRST, SECOND = ChildId(1), ChildId(2)
TEAM = "North Team"


def import_team(store: Store, team: str | None = TEAM) -> None:
    """Two workers with two children each, and one child whom nobody holds; of no team, where the list names none."""
    workers = tuple(
        WorkerChange(match_key(name), None, WorkerDetail(name, seen_by=AS_AT)) for name in ("Amira Khan", "Ben Ortiz")
    )
    holders = ("amira khan", "amira khan", "ben ortiz", "ben ortiz", None)
    children = tuple(
        ChildChange(
            f"C-{number}",
            None,
            allocation=AllocationChange(holder, team, None if holder else "unallocated"),
            status=StatusChange("protection_plan" if number == 1 else "in_need", date(2026, 3, 3)),
            extract=ExtractChange(True, None, None, "{}", str(number)),
        )
        for number, holder in enumerate(holders, 1)
    )
    snapshot = SnapshotFacts("annex_a", "annex_a.xlsx", "0" * 64, AS_AT, ("6",), (team,) if team else (), {"new": 5})
    writes.apply_import(store, ImportWrite(snapshot, workers, children), ME, match_key)


def board(store: Store, today: date, teams: tuple[str, ...] = (TEAM,)) -> Board:
    with store.reading():
        asked = {number: name for number, name in team_names(store).items() if name in teams}
        found = team_facts(store, asked or None, today, Manager("Mary Okoro", True))
    return build_board(found, DEFAULT, today)


def kinds(shown: Board) -> list[str]:
    return [row.kind for row in shown.attention]


def test_on_the_first_morning_one_line_stands_for_every_date_that_is_not_known(store: Store) -> None:
    import_team(store)
    first = board(store, AS_AT)
    assert sorted(kinds(first)) == ["conference", "opening_dates", "unallocated", "visit"]
    opening = next(row for row in first.attention if row.kind == "opening_dates")
    assert opening.count == 7
    assert (first.counts.workers, first.counts.children, first.counts.unallocated, first.counts.never) == (2, 5, 1, 0)
    assert {row.supervision.state for row in first.workers} == {"never"}


def test_what_was_never_done_comes_onto_the_list_the_day_after_its_limit(store: Store) -> None:
    import_team(store)
    assert "supervision" not in kinds(board(store, date(2026, 10, 1)))
    late = board(store, date(2026, 10, 2))
    assert kinds(late).count("supervision") == 2
    assert [row.child for row in late.attention if row.kind == "coverage"] == ["C-1"]


def test_opening_dates_set_the_clocks_and_end_the_line(store: Store) -> None:
    import_team(store)
    for worker in (AMIRA, BEN):
        writes.opening_date(store, OpeningDate(AboutWorker(worker), date(2026, 8, 25)), ME)
    for child in range(1, 6):
        writes.opening_date(store, OpeningDate(AboutChild(ChildId(child)), date(2026, 8, 25)), ME)
    assert sorted(kinds(board(store, AS_AT))) == ["conference", "unallocated", "visit"]


@pytest.mark.parametrize(("today", "state"), [(date(2026, 9, 25), "due"), (date(2026, 9, 26), "overdue")])
def test_every_pane_says_the_same_of_one_day(store: Store, today: date, state: str) -> None:
    import_team(store)
    writes.hold_session(store, HoldSession(AMIRA, date(2026, 8, 25), children=(FIRST, SECOND)), ME)
    shown = board(store, today)
    row = next(row for row in shown.attention if row.kind == "supervision" and row.worker == "Amira Khan")
    clock = next(row.supervision for row in shown.workers if row.worker.name == "Amira Khan")
    assert (row.state, clock.state, row.due_on, row.days_over) == (state, state, clock.limit_by, clock.days_over)


def test_the_list_is_a_sum_of_named_reasons_and_its_counts_are_counts_of_rows(store: Store) -> None:
    import_team(store)
    writes.hold_session(store, HoldSession(AMIRA, date(2026, 7, 1), children=(FIRST, SECOND)), ME)
    writes.raise_worry(store, WorryRequest(FIRST, "No sight of her", AS_AT, severity=5, review_on=AS_AT), ME)
    writes.raise_worry(store, WorryRequest(SECOND, "School attendance", AS_AT, severity=1), ME)
    shown = board(store, date(2026, 9, 3))
    assert [row.rank for row in shown.attention] == list(range(1, len(shown.attention) + 1))
    places = [(row.tier == "in_order", -row.score) for row in shown.attention]
    assert places == sorted(places)
    for row in shown.attention:
        assert row.score == pytest.approx(sum(factor.points for factor in row.because))
    for state in ("overdue", "due", "never"):
        assert getattr(shown.counts, state) == sum(row.state == state for row in shown.attention)
    assert [row.item.severity for row in shown.worries] == [5, 1]


def test_a_row_about_which_something_was_decided_today_stays_and_says_so(store: Store) -> None:
    import_team(store)
    day, next_day = date(2026, 10, 2), date(2026, 10, 3)
    writes.decide(store, DecisionRequest("Visit", day, AboutChild(FIRST), because="Not seen for a week"), ME)
    row = next(row for row in board(store, day).attention if row.kind == "coverage" and row.child == "C-1")
    assert row.decided_today
    assert not any(row.decided_today for row in board(store, next_day).attention)


def test_a_decision_about_a_child_settles_no_review_of_a_worry_about_the_same_child(store: Store) -> None:
    import_team(store)
    day = date(2026, 10, 2)
    writes.raise_worry(store, WorryRequest(FIRST, "No sight of her", AS_AT, severity=5, review_on=AS_AT), ME)
    writes.decide(store, DecisionRequest("Visit", day, AboutChild(FIRST), because="Not seen for a week"), ME)
    row = next(row for row in board(store, day).attention if row.kind == "worry")
    assert (row.state, row.days_over, row.decided_today) == ("overdue", 31, False)


def test_a_worker_away_is_paused_and_their_children_show_as_uncovered(store: Store) -> None:
    import_team(store)
    writes.hold_session(store, HoldSession(AMIRA, date(2026, 8, 25)), ME)
    writes.absence(store, AbsenceRequest(AMIRA, date(2026, 9, 7), date(2026, 9, 20), "sickness"), ME)
    shown = board(store, date(2026, 9, 10))
    assert next(row for row in shown.workers if row.worker.id == AMIRA).supervision.state == "paused"
    assert next(row for row in shown.attention if row.kind == "uncovered").count == 2
    assert [absence.worker_id for absence in shown.diary.away] == [AMIRA]


ASKS = ("rows", "row", "batches")


def questions(store: Store) -> int:
    """How many are asked for a board."""
    with store.reading(), ExitStack() as counted:
        asked = [
            counted.enter_context(patch.object(store.engine, one, wraps=getattr(store.engine, one))) for one in ASKS
        ]
        team_facts(store, {TeamId(1): TEAM}, AS_AT)
    return sum(one.call_count for one in asked)


def test_a_board_asks_the_same_few_questions_however_large_the_team(store: Store) -> None:
    import_team(store)
    assert questions(store) <= 18 + store.on_a_server  # there also whose own files may be read


def test_who_stands_in_from_elsewhere_is_one_question_more_and_a_worker_of_the_team_none(store: Store) -> None:
    import_team(store)
    before = questions(store)
    writes.cover(store, AMIRA, Cover("Ben Ortiz", AS_AT), ME)
    assert questions(store) == before
    for name in ("Helen Deputy", "Di Evans"):
        writes.cover(store, AMIRA, Cover(name, AS_AT), ME)
        assert questions(store) == before + 1


def test_a_worker_of_another_team_who_holds_a_child_of_ours_is_shown_with_their_own_team(store: Store) -> None:
    import_team(store)
    home = WorkerChange("di evans", None, WorkerDetail("Di Evans", team="South Team", seen_by=AS_AT))
    child = ChildChange(
        "C-9",
        None,
        allocation=AllocationChange("di evans", TEAM, None),
        extract=ExtractChange(True, None, None, "{}", "9"),
    )
    snapshot = SnapshotFacts("annex_a", "next.xlsx", "1" * 64, AS_AT, ("6",), (TEAM, "South Team"), {})
    writes.apply_import(store, ImportWrite(snapshot, (home,), (child,)), ME, match_key)
    assert {row.worker.name: row.worker.team for row in board(store, AS_AT).workers}["Di Evans"] == "South Team"
