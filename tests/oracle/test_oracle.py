"""The program's morning list against the independent calculation: random histories in short, and constructed cases.

The long form is `python -m tests.oracle.campaign --histories 1000 --seed 1`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.engines import so_many
from tests.oracle.case import ANN, BO, CASS, CHILD, OF_ANN, Case, day, rows
from tests.oracle.days import Span, bank_holidays, easter, working_days_after
from tests.oracle.desk import Beginnings
from tests.oracle.history import random_history
from tests.oracle.play import play
from tests.oracle.typed import (
    ActionAdded,
    Away,
    Cancelled,
    Consulted,
    Covered,
    Dated,
    DayCorrected,
    Decided,
    Escalated,
    Handed,
    Heard,
    Held,
    Leaving,
    Opened,
    OwnRule,
    Planned,
    Redone,
    Reviewed,
    Talk,
    TalkAsked,
    Undone,
    What,
    Withdrawn,
    WorryRaised,
)

SHORT_FORM = range(1, 1 + so_many(6))


@pytest.mark.parametrize("seed", SHORT_FORM)
def test_a_random_history_gives_the_list_that_the_definitions_give(
    seed: int, beginnings: Beginnings, tmp_path: Path
) -> None:
    played = play(random_history(seed), beginnings, tmp_path / "team.oversight")
    assert [str(one) for one in played.differences] == []


def test_an_opening_date_overrides_no_record_and_can_be_put_earlier(case: Case) -> None:
    held, opened = (day(1, 4), Held(ANN, day(1, 4))), (day(2, 16), Opened(ANN, day(2, 15)))
    said = case.after(held, opened).list_of(day(2, 20))
    assert {one.name: one.supervision.last_held for one in said.workers}[ANN] == day(1, 4)
    other = (day(2, 16), Opened(BO, day(2, 15)))
    said = case.after(other, (day(2, 16), DayCorrected(5, day(2, 1)))).list_of(day(2, 20))
    assert {one.name: one.supervision.last_held for one in said.workers}[BO] == day(2, 1)


def test_no_handover_starts_the_clock_of_a_child_never_discussed(case: Case) -> None:
    moves = [(on, Handed(CHILD, to, on)) for on, to in ((day(2, 1), BO), (day(3, 1), None), (day(3, 29), ANN))]
    (line,) = rows(case.after(OF_ANN, *moves).list_of(day(4, 2)), "coverage")
    assert (line.child, line.state, line.due_on) == (CHILD, "never", day(4, 1))


@pytest.mark.parametrize("gone", [Away(BO, day(1, 5), None), Leaving(BO, day(1, 9))])
def test_children_are_uncovered_where_who_stands_in_is_away_or_gone(case: Case, gone: What) -> None:
    absence, cover = Away(ANN, day(1, 8), None), Covered(ANN, BO, day(1, 8), None)
    said = case.after(OF_ANN, (day(1, 8), absence), (day(1, 8), cover), (day(1, 8), gone)).list_of(day(1, 12))
    assert [(line.worker, line.tier) for line in rows(said, "uncovered")] == [(ANN, "urgent")]


def test_an_unrelated_talk_does_not_hear_the_child_who_came_back(case: Case) -> None:
    episode = [
        (day(2, 10), Dated(CHILD, "missing_from", day(2, 10))),
        (day(2, 12), Dated(CHILD, "returned", day(2, 12))),
    ]
    said = case.after(OF_ANN, *episode, (day(2, 13), Talk(CHILD, day(2, 13)))).list_of(day(2, 16))
    (line,) = rows(said, "missing_child")
    assert (line.state, line.due_on, line.days_over, line.tier) == ("overdue", day(2, 15), 1, "urgent")


def test_a_handover_typed_late_does_not_take_the_child_back(case: Case) -> None:
    late = (day(2, 1), Handed(CHILD, BO, day(2, 1))), (day(2, 2), Handed(CHILD, CASS, day(1, 20)))
    assert case.after(OF_ANN, *late).list_of(day(2, 2)).children[0].worker == BO


def test_a_decision_without_a_reason_is_the_line_of_its_late_review(case: Case) -> None:
    decided = case.after(OF_ANN, (day(2, 1), Decided(CHILD, False, day(2, 10), day(2, 1))))
    (early,) = rows(decided.list_of(day(2, 9)), "decision_without_because")
    assert early.state == "open"
    said = decided.list_of(day(2, 24))
    (line,) = rows(said, "review")
    assert (line.state, line.days_over, rows(said, "decision_without_because")) == ("overdue", 14, [])
    said = decided.after((day(2, 24), Reviewed(4, day(3, 24)))).list_of(day(2, 25))
    assert len(rows(said, "decision_without_because")) == 1


def test_a_running_clock_never_loosens(case: Case) -> None:
    rule = (day(1, 5), OwnRule(ANN, Span(2, "week"), day(2, 1)))
    running = case.after(rule, (day(1, 6), Held(ANN, day(1, 6))))
    (line,) = [one for one in rows(running.list_of(day(2, 3)), "supervision") if one.worker == ANN]
    assert (line.due_on, line.days_over) == (day(1, 20), 14)
    said = running.after((day(2, 3), Held(ANN, day(2, 3)))).list_of(day(2, 20))
    assert {one.name: one.supervision.limit_by for one in said.workers}[ANN] == day(3, 3)


def test_an_action_is_late_for_its_owner(case: Case) -> None:
    said = case.after(OF_ANN, (day(1, 10), ActionAdded(CHILD, BO, day(1, 20)))).list_of(day(1, 21))
    assert {one.name: one.actions_overdue for one in said.workers} == {ANN: 0, BO: 1, CASS: 0}
    assert [(line.worker, line.child) for line in rows(said, "action")] == [(BO, CHILD)]


def test_who_leaves_with_children_has_a_line_and_is_not_supervised_weeks_later(case: Case) -> None:
    gone = case.after(OF_ANN, (day(1, 10), Leaving(ANN, day(1, 30))))
    assert [rows(gone.list_of(on), "leaver") != [] for on in (day(1, 15), day(1, 16), day(3, 20))] == [
        False,
        True,
        True,
    ]
    assert ANN not in {line.worker for line in rows(gone.list_of(day(3, 20)), "supervision")}


def test_an_escalation_stands_from_its_day(case: Case) -> None:
    escalated = case.after(OF_ANN, (day(1, 10), Escalated(CHILD, day(1, 10))))
    states = [rows(escalated.list_of(day(1, number)), "escalation")[0].state for number in (10, 14, 15, 16)]
    assert states == ["open", "open", "due", "overdue"]


def test_a_consultation_stands_from_its_day_until_it_is_answered_and_who_was_told_owes_nothing(case: Case) -> None:
    consulted = case.after(OF_ANN, (day(1, 10), Consulted(CHILD, False, day(1, 10))))
    states = [rows(consulted.list_of(day(1, number)), "consultation")[0].state for number in (10, 14, 15, 16)]
    assert states == ["open", "open", "due", "overdue"]
    assert rows(consulted.after((day(1, 16), Heard(4, day(1, 16)))).list_of(day(1, 16)), "consultation") == []
    told = consulted.after((day(1, 16), Consulted(CHILD, True, day(1, 10))))
    assert rows(told.list_of(day(1, 26)), "consultation") == []


def test_a_corrected_day_of_a_session_and_its_undo_reach_the_children(case: Case) -> None:
    held = case.after(OF_ANN, (day(1, 18), Held(ANN, day(1, 18), children=(CHILD,))))
    corrected = held.after((day(1, 19), DayCorrected(4, day(1, 12))))
    assert corrected.list_of(day(1, 20)).children[0].last_discussed == day(1, 12)
    assert corrected.after((day(1, 19), Undone())).list_of(day(1, 20)).children[0].last_discussed == day(1, 18)


def test_a_withdrawal_that_is_brought_back_is_a_withdrawal(case: Case) -> None:
    talked = case.after(OF_ANN, (day(1, 18), Talk(CHILD, day(1, 18))), (day(1, 18), Withdrawn(4)))
    assert talked.list_of(day(1, 20)).children[0].last_discussed is None
    assert talked.after((day(1, 18), Undone())).list_of(day(1, 20)).children[0].last_discussed == day(1, 18)
    assert talked.after((day(1, 18), Redone())).list_of(day(1, 20)).children[0].last_discussed is None


def test_an_opening_date_hides_no_session_of_which_nothing_was_said(case: Case) -> None:
    opened = case.after((day(1, 5), Planned(ANN, day(1, 11))), (day(1, 12), Opened(ANN, day(1, 12))))
    assert [line.worker for line in rows(opened.list_of(day(1, 13)), "session_not_recorded")] == [ANN]


def test_an_older_plan_that_passed_is_nobodys_new_date(case: Case) -> None:
    plans = (day(1, 5), Planned(ANN, day(1, 11))), (day(1, 5), Planned(ANN, day(2, 2)))
    cancelled = case.after(*plans, (day(1, 30), Cancelled(4, ANN, day(2, 2))))
    assert [line.worker for line in rows(cancelled.list_of(day(2, 16)), "session_not_rebooked")] == [ANN]


def test_what_is_urgent_stands_above_whatever_is_late(case: Case) -> None:
    urgent = (day(6, 1), WorryRaised(CHILD, 5, None, day(6, 1))), (day(6, 1), TalkAsked(CHILD, day(6, 1)))
    said = case.after(OF_ANN, *urgent).list_of(day(6, 1))
    assert {line.kind for line in said.attention[: said.counts.urgent]} == {"worry", "discussion_open"}


def test_the_calendar_of_the_oracle_itself() -> None:
    assert [easter(year) for year in (2024, 2026, 2028)] == [date(2024, 3, 31), date(2026, 4, 5), date(2028, 4, 16)]
    assert {date(2027, 12, 27), date(2027, 12, 28), date(2028, 1, 3)} <= bank_holidays(2027) | bank_holidays(2028)
    assert working_days_after(date(2026, 12, 24), 2) == date(2026, 12, 30)
    assert Span(1, "month").after(date(2024, 1, 31)) == date(2024, 2, 29)
