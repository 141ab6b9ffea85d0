"""A referral of which nothing comes ends the child's waiting, and undoing brings both back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from db.engine import Store
from db.verification import verify
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import AboutWorker, ChildId
from oversight_tui.practice.records.arrivals import ReferralOutcome
from oversight_tui.practice.requests import (
    AddChild,
    DecideReferral,
    HandOver,
    LookAtWaiting,
    MarkEntry,
    Recorded,
    Redo,
    ReferralRequest,
    Undo,
    Withdraw,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page
from tests.made_once import AMIRA, C5, MONDAY

DAY = timedelta(days=1)


def arrives(store: Store, reference: str = "C-9803") -> ChildId:
    (added,) = record.record(store, AddChild(reference), MONDAY)
    return ChildId(added.entry)


def refer(store: Store, child: ChildId) -> Recorded:
    return record.record(store, ReferralRequest(child, "School", "A bruise", "soon", MONDAY - DAY), MONDAY)[0]


def decide(store: Store, referral: Recorded, outcome: ReferralOutcome, on: date = MONDAY) -> Recorded:
    return record.record(store, DecideReferral(referral.entry, outcome, "The school sees to it", on), MONDAY)[0]


def board(store: Store) -> Board:
    return load_board(store, MONDAY, all_teams=True)


def lines(store: Store, child: ChildId) -> set[str]:
    return {row.kind for row in board(store).attention if row.child_id == child}


@pytest.mark.parametrize("outcome", ["advice", "early_help", "no_further_action"])
def test_a_child_of_whom_nothing_comes_waits_no_more_until_it_is_undone(team: Store, outcome: ReferralOutcome) -> None:
    child = arrives(team)
    referral, before = refer(team, child), board(team)
    assert lines(team, child) == {"referral", "unallocated"}
    done = decide(team, referral, outcome)
    assert "C-9803, whom no worker holds, is closed." in done.says
    assert lines(team, child) == set()
    assert child_page(team, child, MONDAY).row.child.closed_on == MONDAY
    record.record(team, Undo(yes=True), MONDAY)
    assert board(team) == before
    record.record(team, Redo(), MONDAY)
    assert lines(team, child) == set()
    assert verify(team).faults == ()


@pytest.mark.parametrize(
    ("held", "outcome", "says"),
    [
        (True, "no_further_action", "stays with the worker who holds the child: nothing is closed."),
        (True, "assessment", "stays with the worker who holds the child."),
        (False, "assessment", "has no worker yet."),
    ],
)
def test_who_has_a_worker_or_goes_on_is_not_closed(
    team: Store, held: bool, outcome: ReferralOutcome, says: str
) -> None:
    child = arrives(team)
    if held:
        record.record(team, HandOver((child,), AboutWorker(AMIRA), MONDAY), MONDAY)
    done = decide(team, refer(team, child), outcome)
    assert (done.hint, "closed" in done.says) == (f"C-9803 {says}", False)
    assert [row.child.open for row in board(team).children if row.child.id == child] == [True]


def test_who_is_known_for_more_than_the_referral_stays_open(team: Store) -> None:
    child = arrives(team)
    first, second = refer(team, child), refer(team, child)
    assert "another referral is to be decided" in (decide(team, first, "advice").hint or "")
    assert "is closed" in decide(team, second, "advice").says
    in_need = decide(team, refer(team, C5), "no_further_action")
    assert "C-5 stays open without a worker" in (in_need.hint or "")
    assert "unallocated" in lines(team, C5)


def test_a_referral_is_withdrawn_with_what_was_decided_about_it_until_that_is_undone(team: Store) -> None:
    child = arrives(team)
    referral = refer(team, child)
    decide(team, referral, "assessment")

    def withdrawn() -> list[bool]:
        return [one.withdrawn for one in child_page(team, child, MONDAY).entries if one.kind == "referral"]

    gone = record.record(team, Withdraw(referral.entry, "Another child", MONDAY), MONDAY)[0]
    assert gone.says.endswith("So is what followed it: 1 entry.")
    assert withdrawn() == [True, True]
    record.record(team, Undo(yes=True), MONDAY)
    assert withdrawn() == [False, False]


def test_a_sensitive_referral_says_in_no_list_from_whom_it_came(team: Store) -> None:
    child = arrives(team)
    referral = refer(team, child)
    record.record(team, MarkEntry(referral.entry, "sensitive"), MONDAY)
    said = next(row.summary for row in board(team).attention if row.kind == "referral" and row.child_id == child)
    assert "School" not in said
    assert said.startswith("Came in ")


def test_a_child_is_looked_at_as_one_who_waits_only_on_days_of_waiting(team: Store) -> None:
    child = arrives(team)
    refer(team, child)

    def look(on: date) -> Recorded:
        return record.record(team, LookAtWaiting((child,), "The school is watching", on), MONDAY)[0]

    with pytest.raises(record.RecordProblem, match="C-9803 was not here yet on Sat 21 Nov 2026"):
        look(MONDAY - 2 * DAY)
    assert look(MONDAY - DAY).says.startswith("C-9803 was looked at again")
    record.record(team, HandOver((child,), AboutWorker(AMIRA), MONDAY - 9 * DAY, "Known to her"), MONDAY)
    record.record(team, HandOver((child,), "unallocated", MONDAY - 3 * DAY, "She is off"), MONDAY)
    with pytest.raises(record.RecordProblem, match="Amira Khan held C-9803 on Wed 18 Nov 2026"):
        look(MONDAY - 5 * DAY)
    assert look(MONDAY - 3 * DAY).says.startswith("C-9803 was looked at again")
