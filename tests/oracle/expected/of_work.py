"""The lines about what was said and agreed: worries, actions, decisions with reviews, escalations, consultations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tests.oracle.expected.children import Child
from tests.oracle.expected.lines import OPEN, LeftOpen, Line, dated
from tests.oracle.standing import of_kind
from tests.oracle.told import Told
from tests.oracle.typed import (
    Answered,
    Consulted,
    Decided,
    Escalated,
    Heard,
    Reasoned,
    Reviewed,
    WorryReviewed,
)

ANSWER_WITHIN = timedelta(days=5)
URGENT_SEVERITY = 4


def lines_of_work(told: Told, child: Child, today: date) -> Iterator[Line]:
    """Every line about something said or agreed about this child."""
    yield from _worries(told, child, today)
    yield from _actions(told, child, today)
    yield from _decisions(told, child, today)
    yield from _escalations(told, child, today)
    yield from _consultations(told, child, today)


def action_owner(told: Told, owner: str, holder: str | None, today: date) -> str | LeftOpen | None:
    """For whom an action is late: its owner, or the child's worker where nobody of the team owns it."""
    if owner not in told.workers:
        return holder
    return OPEN if told.has_left(owner, today) else owner


def _worries(told: Told, child: Child, today: date) -> Iterator[Line]:
    for number, worry in told.open_worries(child.reference):
        reviews = [what.next for _, what in of_kind(told.entries, WorryReviewed) if what.worry == number]
        review = reviews[-1] if reviews else worry.review
        state = dated(today, review) if review else None
        urgent = not reviews and (worry.severity or 0) >= URGENT_SEVERITY
        yield Line(
            "worry",
            child.reference,
            OPEN,
            state or OPEN,
            review if state else OPEN,
            "urgent" if urgent else "in_order",
            certain=urgent or state is not None,
        )


def _actions(told: Told, child: Child, today: date) -> Iterator[Line]:
    for action, by in told.open_actions():
        state = dated(today, by)
        if action.child == child.reference and state:
            yield Line("action", child.reference, action_owner(told, action.owner, child.worker, today), state, by)


def _decisions(told: Told, child: Child, today: date) -> Iterator[Line]:
    reasoned = {what.decision for _, what in of_kind(told.entries, Reasoned)}
    for one, decision in of_kind(told.entries, Decided):
        if decision.child != child.reference:
            continue
        reviews = [what.next for _, what in of_kind(told.entries, Reviewed) if what.decision == one.number]
        review = reviews[-1] if reviews else decision.review
        state = dated(today, review) if review else None
        if state:
            yield Line("review", child.reference, OPEN, state, review)
        elif not decision.because and one.number not in reasoned:
            yield Line("decision_without_because", child.reference, OPEN, "open")


def _escalations(told: Told, child: Child, today: date) -> Iterator[Line]:
    answered = {what.escalation for _, what in of_kind(told.entries, Answered)}
    for one, what in of_kind(told.entries, Escalated):
        if what.child == child.reference and one.number not in answered:
            due = what.on + ANSWER_WITHIN
            yield Line("escalation", child.reference, OPEN, dated(today, due) or "open", due)


def _consultations(told: Told, child: Child, today: date) -> Iterator[Line]:
    heard = {what.consultation for _, what in of_kind(told.entries, Heard)}
    for one, what in of_kind(told.entries, Consulted):
        if what.child == child.reference and not what.sighted and one.number not in heard:
            due = what.on + ANSWER_WITHIN
            yield Line("consultation", child.reference, OPEN, dated(today, due) or "open", due)
