"""What waits for somebody, from its being recorded to its being settled."""

from datetime import date, timedelta

import pytest

from db import derived
from db.engine import Store
from oversight_tui.practice.board import AttentionRow
from oversight_tui.practice.ids import AboutChild, EntryId
from oversight_tui.practice.requests import (
    AnswerEscalation,
    CancelSession,
    DecisionRequest,
    EscalationRequest,
    GiveReason,
    HoldSession,
    PlanSession,
    ReviewDecision,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.record import RecordProblem
from tests.made_once import AMIRA, C2

TODAY = date(2026, 10, 2)  # a Friday
DAY = timedelta(days=1)


def rows(team: Store, on: date, *kinds: str) -> list[AttentionRow]:
    """The lines of these kinds on a day; what is worked out is what the records say."""
    with team.reading():
        assert derived.differences(team) == ()
    return [row for row in load_board(team, on).attention if row.kind in kinds]


def stands(team: Store, entry: EntryId, on: date) -> list[tuple[str, str, int | None]]:
    """How an entry stands on the list: (kind, state, days over)."""
    return [(row.kind, row.state, row.days_over) for row in load_board(team, on).attention if row.id == entry]


# --- Decisions without a reason ---------------------------------------------------------------------


def undecided(team: Store, review_on: date | None) -> EntryId:
    """A decision about a child that nobody gave a reason for."""
    return record.decide(team, DecisionRequest("Visit", TODAY, AboutChild(C2), review_on=review_on), TODAY).entry


def test_a_review_that_is_due_is_recorded_also_where_no_reason_was_said(team: Store) -> None:
    decision, late, next_on = undecided(team, TODAY + DAY), TODAY + 15 * DAY, TODAY + 40 * DAY
    assert stands(team, decision, late) == [("review", "overdue", 14)]
    said = record.review_decision(team, ReviewDecision(decision, "Visited twice", late, next_on), late)
    assert "still has no reason" in said.says
    assert stands(team, decision, late) == [("decision_without_because", "open", None)]
    assert stands(team, decision, next_on) == [("review", "due", None)]
    record.review_decision(team, ReviewDecision(decision, "It worked", next_on), next_on)
    assert stands(team, decision, next_on + 99 * DAY) == [("decision_without_because", "open", None)]
    record.give_reason(team, GiveReason(decision, "Nobody had seen him", next_on), next_on)
    assert stands(team, decision, next_on + 99 * DAY) == []
    rows(team, next_on)


def test_a_late_review_stays_a_late_review_once_the_reason_is_said(team: Store) -> None:
    decision, late = undecided(team, TODAY + DAY), TODAY + 15 * DAY
    record.give_reason(team, GiveReason(decision, "Nobody had seen him", late), late)
    assert stands(team, decision, late) == [("review", "overdue", 14)]


def test_a_decision_without_a_day_of_review_has_no_review_to_record(team: Store) -> None:
    with pytest.raises(RecordProblem, match="No review of this decision is open"):
        record.review_decision(team, ReviewDecision(undecided(team, None), "Visited", TODAY), TODAY)


# --- Sessions that are to have a new date -----------------------------------------------------------


def planned(team: Store, on: date, today: date) -> EntryId:
    return record.plan(team, PlanSession(AMIRA, on), today).entry


def test_an_older_plan_that_nobody_recorded_is_not_the_new_date_of_a_session_cancelled_later(team: Store) -> None:
    first, second = TODAY + 3 * DAY, TODAY + 10 * DAY
    cancelled = planned(team, first, TODAY)
    never_recorded = planned(team, second, TODAY)
    record.cancel(team, CancelSession(cancelled, "Court ran late", TODAY + DAY), TODAY + DAY)
    assert rows(team, second, "session_not_rebooked") == []  # it is still to come
    later = second + DAY
    (waits,) = rows(team, later, "session_not_rebooked")
    assert waits.summary == "Session of 5 Oct cancelled: Court ran late"
    assert stands(team, never_recorded, later) == [("session_not_recorded", "overdue", 1)]
    planned(team, later + 7 * DAY, later)
    assert rows(team, later, "session_not_rebooked") == []
    record.hold(team, HoldSession(AMIRA, second, planned_id=never_recorded), later)
    assert rows(team, later + 8 * DAY, "session_not_rebooked") == []


# --- Escalations ------------------------------------------------------------------------------------


def test_an_escalation_stands_on_the_list_from_the_day_it_is_made(team: Store) -> None:
    sent = record.escalate(team, EscalationRequest("No placement", "Service manager", TODAY, AboutChild(C2)), TODAY)
    for days, state, over in ((0, "open", None), (4, "open", None), (5, "due", None), (6, "overdue", 1)):
        assert stands(team, sent.entry, TODAY + days * DAY) == [("escalation", state, over)]
    record.answer(team, AnswerEscalation(sent.entry, "Found one", TODAY), TODAY)
    assert stands(team, sent.entry, TODAY) == []
