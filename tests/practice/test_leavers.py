"""Somebody who has left, or leaves soon, and what is still theirs."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import Absence, Child, OpenItem, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT

DAY = timedelta(days=1)
LAST = date(2026, 11, 20)
LONG_AGO = LAST - 400 * DAY
BO = Worker(WorkerId(1), "Bo Ortiz", team="North", last_held=LONG_AGO, seen_by=LONG_AGO, leaves=LAST)
ANN = Worker(WorkerId(2), "Ann Lee", team="North", last_held=LAST, seen_by=LONG_AGO)
HIS = Child(ChildId(1), "C-1", team="North", worker_id=BO.id, last_discussed=LAST, here_since=LONG_AGO)
PLANNED = OpenItem(EntryId(1), "session_planned", "", LAST, worker_id=BO.id, due_on=LAST, session_kind="one_to_one")
ACTION = OpenItem(EntryId(2), "action", "Ring school", LAST, child_id=HIS.id, due_on=LAST + 60 * DAY, who="bo ortiz")
WORRY = OpenItem(EntryId(4), "worry", "A bruise", LAST, child_id=HIS.id, owner="Bo Ortiz", severity=5)
CANCELLED = OpenItem(
    EntryId(3), "session_not_rebooked", "Court", LAST - 9 * DAY, worker_id=BO.id, session_kind="one_to_one"
)


def board(
    today: date,
    *items: OpenItem,
    children: tuple[Child, ...] = (),
    ann: Worker = ANN,
    workers: tuple[Worker, ...] = (BO,),
    named: tuple[Worker, ...] = (),
    absences: tuple[Absence, ...] = (),
) -> Board:
    facts = TeamFacts(("North",), None, (*workers, ann), children, open_items=items, named=named, absences=absences)
    return build_board(facts, DEFAULT, today)


def leaver(shown: Board) -> tuple[str, int | None, str, str] | None:
    """(state, days over, tier, what it says) of the only line about who leaves; None where there is none."""
    found = [row for row in shown.attention if row.kind == "leaver"]
    assert len(found) <= 1
    return (found[0].state, found[0].days_over, found[0].tier, found[0].summary) if found else None


@pytest.mark.parametrize(
    ("days", "state", "over"),
    [
        (-15, None, None),
        (-14, "open", None),
        (-1, "open", None),
        (0, "due", None),
        (1, "overdue", 1),
        (40, "overdue", 40),
    ],
)
def test_what_a_worker_holds_is_a_line_from_two_weeks_before_the_last_day(
    days: int, state: str | None, over: int | None
) -> None:
    found = leaver(board(LAST + days * DAY, children=(HIS,)))
    assert (found and found[:3]) == ((state, over, "urgent") if state else None)
    if found:
        assert found[3] == f"{'Left' if days > 0 else 'Leaves'} on 20 Nov, still holds: 1 child"


@pytest.mark.parametrize(
    ("held", "says"),
    [
        ({"children": (HIS,)}, "1 child"),
        ({"items": (PLANNED,)}, "1 planned session"),
        ({"items": (ACTION,)}, "1 open action"),
        ({"items": (WORRY,)}, "1 open worry"),
        ({"items": (ACTION, WORRY, WORRY)}, "1 open action, 2 open worries"),
        ({"ann": ANN.__replace__(supervisor="Bo Ortiz")}, "1 worker to supervise"),
        ({"ann": ANN.__replace__(second_supervisor="bo ortiz")}, "1 worker to supervise"),
        (
            {"children": (HIS,), "items": (PLANNED, ACTION), "ann": ANN.__replace__(supervisor="Bo Ortiz")},
            "1 child, 1 planned session, 1 open action, 1 worker to supervise",
        ),
    ],
)
@pytest.mark.parametrize("today", [LAST - DAY, LAST + 30 * DAY])
def test_each_thing_that_is_still_theirs_makes_the_line(today: date, held: dict[str, object], says: str) -> None:
    others = {name: value for name, value in held.items() if name != "items"}
    found = leaver(board(today, *held.get("items", ()), **others))  # type: ignore[arg-type, misc]
    assert found is not None
    assert found[3].endswith(f"still holds: {says}")


@pytest.mark.parametrize(("days", "gone"), [(-1, False), (0, False), (1, True)])
def test_a_worry_or_an_action_says_that_its_owner_has_left(days: int, gone: bool) -> None:
    late = ACTION.__replace__(due_on=LAST - DAY, since=LAST - 9 * DAY)
    shown = board(LAST + days * DAY, WORRY, late, named=(BO,), workers=())
    said = {row.kind: "its owner has left" in row.reason for row in shown.attention if row.id is not None}
    assert said == {"worry": gone, "action": gone}


def test_an_owner_whose_name_somebody_here_has_too_has_not_left() -> None:
    shown = board(LAST + DAY, WORRY, named=(BO,), workers=(BO.__replace__(id=WorkerId(7), leaves=None),))
    assert not any("has left" in row.reason for row in shown.attention if row.kind == "worry")


def test_who_leaves_and_holds_nothing_makes_no_line() -> None:
    assert leaver(board(LAST + DAY)) is None


def test_somebody_of_another_team_who_supervises_here_and_has_left_makes_the_line() -> None:
    shown = board(LAST + DAY, ann=ANN.__replace__(supervisor="Bo Ortiz"), workers=(), named=(BO,))
    assert leaver(shown) is not None


@pytest.mark.parametrize(("days", "asked"), [(-1, True), (0, True), (1, False), (40, False)])
def test_of_who_has_left_no_supervision_is_asked(days: int, asked: bool) -> None:
    for bo in (BO, BO.__replace__(last_held=None)):
        shown = board(LAST + days * DAY, CANCELLED, children=(HIS,), workers=(bo,))
        kinds = {row.kind for row in shown.attention if row.worker == "Bo Ortiz" and row.child is None}
        assert (not kinds.isdisjoint({"supervision"})) is asked
        assert ("session_not_rebooked" in kinds) is asked


def test_children_of_who_has_left_while_away_are_told_once() -> None:
    away = (Absence(BO.id, "sickness", LAST - 30 * DAY, None),)
    before, after = (
        [row.kind for row in board(day, children=(HIS,), absences=away).attention if row.kind != "visit"]
        for day in (LAST, LAST + DAY)
    )
    assert sorted(before) == ["leaver", "uncovered"]
    assert after == ["leaver"]
    assert board(LAST + DAY, children=(HIS,)).children[0].worker_left
