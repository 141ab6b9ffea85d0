"""The children of who is away are uncovered unless somebody who is there stands in."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.board import Board, MissingCover
from oversight_tui.practice.facts import Absence, Child, Cover, Manager, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT

DAY = timedelta(days=1)
TODAY = date(2026, 11, 20)
ANN, BO, CY = WorkerId(1), WorkerId(2), WorkerId(3)


def worker(number: WorkerId, name: str, leaves: date | None = None) -> Worker:
    return Worker(number, name, team="North", last_held=TODAY, seen_by=TODAY, leaves=leaves)


def away(number: WorkerId, first: int = -3, last: int | None = 3) -> Absence:
    return Absence(number, "leave", TODAY + first * DAY, TODAY + last * DAY if last is not None else None)


def cover(number: WorkerId, by: str) -> Cover:
    return Cover(number, by, TODAY - 5 * DAY, None)


def board(
    *absences: Absence,
    covers: tuple[Cover, ...] = (),
    ann: Worker | None = None,
    bo: Worker | None = None,
    named: tuple[Worker, ...] = (),
    manager: Manager | None = None,
) -> Board:
    children = tuple(
        Child(ChildId(n), f"C-{n}", team="North", worker_id=ANN, last_discussed=TODAY, here_since=TODAY) for n in (1, 2)
    )
    workers = (ann or worker(ANN, "Ann Lee"), bo or worker(BO, "Bo Ortiz"))
    facts = TeamFacts(("North",), manager, workers, children, absences=absences, covers=covers, named=named)
    return build_board(facts, DEFAULT, TODAY)


def uncovered(shown: Board) -> list[tuple[str, int | None]]:
    """The lines of those without cover, each with how many children; the rows of these children say the same."""
    lines = [(row.worker or "", row.count) for row in shown.attention if row.kind == "uncovered"]
    assert {row.uncovered for row in shown.children} == {("Ann Lee", 2) in lines}
    return lines


def test_who_stands_in_and_is_there_covers_the_children() -> None:
    assert uncovered(board(away(ANN), covers=(cover(ANN, "Bo Ortiz"),))) == []
    assert uncovered(board(away(ANN))) == [("Ann Lee", 2)]


@pytest.mark.parametrize("spelled", ["Bo Ortiz", "bo  ortiz"])
@pytest.mark.parametrize(("first", "last", "covered"), [(-3, -1, True), (-3, 0, False), (0, 3, False), (1, 3, True)])
def test_who_stands_in_covers_on_no_day_of_being_away(spelled: str, first: int, last: int, covered: bool) -> None:
    shown = board(away(ANN), away(BO, first, last), covers=(cover(ANN, spelled),))
    assert uncovered(shown) == ([] if covered else [("Ann Lee", 2)])
    ann = shown.workers[0]
    assert ann.missing_cover == (None if covered else MissingCover(spelled, "away"))
    assert ann.covered_by == (spelled if covered else None)


@pytest.mark.parametrize(("left", "covered"), [(0, True), (-1, False)])
def test_who_stands_in_covers_up_to_the_last_day_here(left: int, covered: bool) -> None:
    gone = worker(BO, "Bo Ortiz", TODAY + left * DAY)
    for shown in (
        board(away(ANN), covers=(cover(ANN, "Bo Ortiz"),), bo=gone),
        board(away(ANN), covers=(cover(ANN, "Bo Ortiz"),), bo=worker(CY, "Cy Old"), named=(gone,)),
    ):
        assert uncovered(shown) == ([] if covered else [("Ann Lee", 2)])


@pytest.mark.parametrize(("starts", "covered"), [(-9, True), (0, True), (1, False), (30, False)])
def test_who_stands_in_covers_from_the_first_day_here(starts: int, covered: bool) -> None:
    """The line says why nobody stands in, and so does the worker's own row."""
    new = worker(BO, "Bo Ortiz").__replace__(starts=TODAY + starts * DAY)
    for shown in (
        board(away(ANN), covers=(cover(ANN, "Bo Ortiz"),), bo=new),
        board(away(ANN), covers=(cover(ANN, "Bo Ortiz"),), bo=worker(CY, "Cy Old"), named=(new,)),
    ):
        assert uncovered(shown) == ([] if covered else [("Ann Lee", 2)])
        assert shown.workers[0].missing_cover == (None if covered else MissingCover("Bo Ortiz", "not_begun"))
        said = [row.summary for row in shown.attention if row.kind == "uncovered"]
        assert all("; who was to stand in has not started yet: 2 children" in one for one in said)


@pytest.mark.parametrize(("starts", "begun"), [(-9, True), (0, True), (1, False), (30, False)])
def test_the_children_of_who_has_not_started_are_uncovered_until_the_first_day(starts: int, begun: bool) -> None:
    new = worker(ANN, "Ann Lee").__replace__(starts=TODAY + starts * DAY)
    assert uncovered(board(ann=new)) == ([] if begun else [("Ann Lee", 2)])
    assert uncovered(board(ann=new, covers=(cover(ANN, "Bo Ortiz"),))) == []


def test_each_of_two_who_stand_in_for_each_other_and_are_away_leaves_the_children_uncovered() -> None:
    covers = (cover(ANN, "Bo Ortiz"), cover(BO, "Ann Lee"))
    assert uncovered(board(away(ANN), away(BO), covers=covers)) == [("Ann Lee", 2)]


def test_who_stands_in_for_who_stands_in_was_not_asked_to_see_to_these_children() -> None:
    covers = (cover(ANN, "Bo Ortiz"), cover(BO, "Cy Old"))
    shown = board(away(ANN), away(BO), covers=covers, named=(worker(CY, "Cy Old"),))
    assert uncovered(shown) == [("Ann Lee", 2)]


def test_of_two_who_stand_in_one_who_is_there_is_enough() -> None:
    shown = board(away(ANN), away(BO), covers=(cover(ANN, "Bo Ortiz"), cover(ANN, "Agency desk")))
    assert uncovered(shown) == []
    assert shown.workers[0].covered_by == "Agency desk"


def test_a_manager_who_stands_in_and_is_away_covers_nobody() -> None:
    me = Manager("Mary Okoro", True, worker(CY, "Mary Okoro"))
    covers = (cover(ANN, "Mary Okoro"),)
    assert uncovered(board(away(ANN), covers=covers, manager=me)) == []
    lines = uncovered(board(away(ANN), away(CY), covers=covers, manager=me))
    assert ("Ann Lee", 2) in lines
    assert [name for name, _ in lines].count("Mary Okoro") == 1


def test_the_line_says_why_and_names_nobody() -> None:
    """What a line says of itself stands while names are hidden."""
    (row,) = [
        row for row in board(away(ANN), away(BO), covers=(cover(ANN, "Bo Ortiz"),)).attention if row.kind == "uncovered"
    ]
    assert row.summary == "Away since 17 Nov, back after 23 Nov; who stands in is away too: 2 children uncovered"


def test_one_absence_after_another_is_one_time_of_being_away() -> None:
    """A leave that turns into sickness today makes no new first day, on which nobody would be told."""
    shown = board(away(ANN, -5, -1), Absence(ANN, "sickness", TODAY, None))
    assert uncovered(shown) == [("Ann Lee", 2)]
    assert shown.workers[0].away_since == TODAY - 5 * DAY
    both = board(Absence(ANN, "sickness", TODAY, TODAY), away(ANN, -5, 4))
    assert both.workers[0].absence == away(ANN, -5, 4)
