"""Cases in which the program and the oracle once differed, and what was then judged to be right."""

from __future__ import annotations

from datetime import date

from tests.oracle.answer import Today
from tests.oracle.case import ANN, BO, CASS, CHILD, OF_ANN, Case, day, rows
from tests.oracle.typed import Cancelled, CaseloadImported, DayCorrected, Handed, Held, ListRow, Moved, Planned


def _next_planned(said: Today) -> date | None:
    return {one.name: one.supervision.next_planned for one in said.workers}[ANN]


def test_a_session_corrected_to_near_a_plan_takes_up_none(case: Case) -> None:
    held = (day(2, 8), Held(ANN, day(2, 8))), (day(2, 27), DayCorrected(4, day(2, 27)))
    corrected = case.after((day(2, 8), Planned(ANN, day(3, 3))), *held)
    assert _next_planned(corrected.list_of(day(2, 27))) == day(3, 3)
    assert [line.worker for line in rows(corrected.list_of(day(3, 4)), "session_not_recorded")] == [ANN]


def test_a_session_corrected_away_from_its_plan_gives_it_back_to_nobody(case: Case) -> None:
    held = (day(2, 20), Held(ANN, day(2, 20))), (day(2, 21), DayCorrected(4, day(2, 5)))
    said = case.after((day(2, 1), Planned(ANN, day(2, 24))), *held).list_of(day(2, 25))
    assert (_next_planned(said), rows(said, "session_not_recorded")) == (None, [])


def test_an_earlier_plan_made_before_is_not_the_new_date_of_one_cancelled(case: Case) -> None:
    plans = (day(3, 8), Planned(ANN, day(4, 1))), (day(3, 28), Planned(ANN, day(5, 7)))
    said = case.after(*plans, (day(3, 28), Cancelled(4, ANN, day(5, 7)))).list_of(day(4, 1))
    assert [(line.worker, line.due_on) for line in rows(said, "session_not_rebooked")] == [(ANN, day(4, 4))]


def test_a_later_session_of_a_series_is_the_new_date_of_one_cancelled(case: Case) -> None:
    plans = (day(3, 8), Planned(ANN, day(4, 1))), (day(3, 8), Planned(ANN, day(5, 7)))
    said = case.after(*plans, (day(3, 28), Cancelled(3, ANN, day(4, 1)))).list_of(day(4, 20))
    assert rows(said, "session_not_rebooked") == []


def test_two_cancelled_in_a_row_are_one_line(case: Case) -> None:
    first = (day(2, 1), Planned(ANN, day(3, 8))), (day(2, 3), Cancelled(3, ANN, day(3, 8)))
    second = (day(3, 4), Planned(ANN, day(4, 5))), (day(3, 25), Cancelled(5, ANN, day(4, 5)))
    said = case.after(*first, *second).list_of(day(4, 19))
    assert [line.worker for line in rows(said, "session_not_rebooked")] == [ANN]


def test_a_list_that_agrees_with_who_holds_a_child_moves_nothing(case: Case) -> None:
    listed = (day(3, 19), CaseloadImported((ListRow(CHILD, BO, "in_need", None),), day(3, 19)))
    agreed = case.after(OF_ANN, (day(1, 27), Handed(CHILD, BO, day(1, 18))), listed)
    (child,) = agreed.list_of(day(3, 26)).children
    assert (child.worker, child.allocated_since) == (BO, day(1, 18))
    (child,) = agreed.after((day(3, 26), Handed(CHILD, ANN, day(3, 10)))).list_of(day(3, 26)).children
    assert (child.worker, child.allocated_since) == (ANN, day(3, 10))


def test_a_list_that_moved_a_child_is_not_undone_by_an_earlier_handing_over(case: Case) -> None:
    listed = (day(3, 19), CaseloadImported((ListRow(CHILD, BO, "in_need", None),), day(3, 19)))
    late = (day(3, 26), Handed(CHILD, CASS, day(3, 10)))
    (child,) = case.after(OF_ANN, listed, late).list_of(day(3, 26)).children
    assert (child.worker, child.allocated_since) == (BO, None)


def test_a_later_plan_made_by_moving_an_earlier_one_is_a_new_date(case: Case) -> None:
    plans = (day(3, 8), Planned(ANN, day(4, 1))), (day(3, 8), Planned(ANN, day(5, 7)))
    cancelled = case.after(*plans, (day(3, 28), Cancelled(4, ANN, day(5, 7))))
    moved = cancelled.after((day(3, 29), Moved(3, ANN, day(4, 1), day(5, 20))))
    said = moved.list_of(day(3, 30))
    assert (_next_planned(said), rows(said, "session_not_rebooked")) == (day(5, 20), [])


def test_a_session_planned_after_the_cancelling_for_an_earlier_day_is_its_new_date(case: Case) -> None:
    cancelled = case.after((day(2, 1), Planned(ANN, day(5, 7))), (day(3, 28), Cancelled(3, ANN, day(5, 7))))
    planned = cancelled.after((day(3, 28), Planned(ANN, day(4, 20))))
    assert [rows(planned.list_of(on), "session_not_rebooked") != [] for on in (day(4, 20), day(4, 21))] == [False, True]
    held = planned.after((day(4, 21), Held(ANN, day(4, 20))))
    assert rows(held.list_of(day(5, 1)), "session_not_rebooked") == []
