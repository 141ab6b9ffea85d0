"""A child's risk; what is taken to somebody senior about a child or a worker."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.entries import rating_in_force
from oversight_tui.practice.facts import Risk
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.records import Escalation, EscalationAnswer, RiskRating
from oversight_tui.practice.requests import (
    AnswerEscalation,
    EscalationRequest,
    Recorded,
    RiskRequest,
)
from oversight_tui.services.identity import author
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.checks import (
    RecordProblem,
    about,
    about_whom,
    must_have_happened,
    required_text,
    still_open,
    the_child,
    the_entry,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import RISK

if TYPE_CHECKING:
    from db.engine import Store


@records(RiskRequest)
def rate_risk(store: Store, request: RiskRequest, today: date) -> Recorded:
    """The manager's rating of a child's risk, and why. It sets how often the child is to be discussed."""
    if request.rating not in RISK:
        raise RecordProblem(f"A risk is one of {', '.join(RISK)}. Nothing was recorded.")
    with store.writing():
        reference = the_child(store, request.child_id)
        must_have_happened(request.on, today, "A rating")
        rating = RiskRating(request.rating, required_text(request.because, "The reason", "because"))
        entry = writes.add_about(store, rating, AboutChild(request.child_id), request.on, author(store))
        goes_on = _since_then(store, request.child_id, entry) or _how_often(store, request.rating)
    return Recorded(
        entry, RiskRating.kind.name, f"{reference}: {RISK[request.rating]} risk from {long_day(request.on)}{goes_on}."
    )


def _since_then(store: Store, child: ChildId, given: EntryId) -> str:
    """That a rating of a later day holds; empty where the one given does."""
    now = rating_in_force(store, child)
    if now is None or now.entry == given or now.on is None:
        return ""
    return f"; since {long_day(now.on)} it is {RISK[now.rating]} risk, and stays so"


def _how_often(store: Store, rating: Risk) -> str:
    ideal, limit = policy_in_force(store).child[rating]
    return f", to be discussed every {_length(ideal)}, at the latest after {count(limit.number, limit.unit)}"


@records(EscalationRequest)
def escalate(store: Store, request: EscalationRequest, today: date) -> Recorded:
    """A matter taken to somebody senior, about a child or a worker."""
    with store.writing():
        who = about(store, request.about)
        must_have_happened(request.on, today, "An escalation")
        matter = Escalation(required_text(request.text, "The matter", "text"), required_text(request.to, "To whom"))
        entry = writes.add_about(store, matter, request.about, request.on, author(store))
    return Recorded(
        entry, Escalation.kind.name, f"Escalated to {matter.sent_to} about {who} on {long_day(request.on)}."
    )


@records(AnswerEscalation)
def answer(store: Store, request: AnswerEscalation, today: date) -> Recorded:
    """The answer to an escalation."""
    with store.writing():
        entry = the_entry(store, request.escalation, Escalation, "escalation")
        still_open(entry, "escalation", "This escalation is answered already.")
        must_have_happened(request.on, today, "The answer")
        answered = EscalationAnswer(entry.id, required_text(request.text, "The answer", "text"))
        written = writes.follow_up(store, entry, answered, request.on, author(store))
        whom = about_whom(store, entry)
    return Recorded(
        written, EscalationAnswer.kind.name, f"The escalation about {whom} was answered on {long_day(request.on)}."
    )


def _length(interval: Interval) -> str:
    return interval.unit if interval.number == 1 else count(interval.number, interval.unit)
