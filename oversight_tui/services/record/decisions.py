"""What was decided about a child or a worker, because of what, looked at again, and seen otherwise."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from oversight_tui.practice.facts import OpenKind
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.records import Decision, DecisionReason, DecisionReview, Disagreement
from oversight_tui.practice.requests import (
    DecideForAll,
    DecisionRequest,
    Disagree,
    GiveReason,
    Recorded,
    ReviewDecision,
)
from oversight_tui.services.find import person
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    about,
    about_whom,
    checked_actions,
    decision_kind_words,
    must_be_to_come,
    must_have_happened,
    optional_text,
    required_text,
    still_open,
    the_entry,
    vague_wording,
    waits_for_its_reason,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.presence import day_said, last_days_said
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.engine import Store

# As what a decision waits while a day of its review is set: with its reason, or still without one.
_REVIEWED: tuple[OpenKind, ...] = ("decision_review", "decision_without_because")


@records(DecisionRequest)
def decide(store: Store, request: DecisionRequest, today: date) -> Recorded:
    """A decision about a child or a worker. Without a because it stays on the morning list until it has one."""
    with store.writing():
        who = about(store, request.about)
        must_have_happened(request.on, today, "A decision")
        if request.review_on is not None:
            must_be_to_come(request.review_on, request.on, "Its review")
        kind = decision_kind_words(store, request.kind)
        asked = request.__replace__(
            text=required_text(request.text, "The decision", "text"),
            because=optional_text(request.because),
            childs_view=_childs_view(request),
            actions=checked_actions(store, request.actions, request.on),
        )
        entry = writes.decide(store, asked, author(store))
        days = last_days_said(store, asked.actions, today)
        if request.review_on is not None:
            days = f" {_review_said(store, request.review_on, today)}{days}"
    also = f", {count(len(asked.actions), 'action')}" if asked.actions else ""
    called = f"{kind.lower()} decision" if request.kind == "other" else kind.lower()
    waits = waits_for_its_reason(asked.text, asked.because)
    says = f"Decision recorded for {who} on {long_day(request.on)}: {called}{also}.{waits}{days}"
    return Recorded(entry, Decision.kind.name, says, vague_wording(asked.actions))


def _review_said(store: Store, on: date, today: date) -> str:
    """The day of a review, and that nobody works on it."""
    return f"To be looked at again on {long_day(on)}.{day_said(store, on, today)}"


def _childs_view(request: DecisionRequest) -> str | None:
    view = optional_text(request.childs_view)
    if view and not isinstance(request.about, AboutChild):
        raise RecordProblem("A child's view belongs to a decision about a child. Nothing was recorded.")
    return view


@records(DecideForAll)
def decide_for_all(store: Store, request: DecideForAll, today: date) -> list[Recorded]:
    """The same decision about several, one entry for each, in one event."""
    if not request.decisions:
        raise RecordProblem("Nobody is marked. Mark whom it is about first; nothing was recorded.")
    if len({isinstance(one.about, AboutChild) for one in request.decisions}) > 1:
        raise RecordProblem(
            "What is decided about a worker stands in their own file, what is decided about a child on the child's: "
            "record each by itself. Nothing was recorded."
        )
    with store.writing():
        recorded = [decide(store, decision, today) for decision in request.decisions]
        actions = [agreed for one in request.decisions for agreed in checked_actions(store, one.actions, one.on)]
        also = last_days_said(store, actions, today)
    if len(recorded) == 1:
        return recorded
    days = " and ".join(long_day(on) for on in dict.fromkeys(one.on for one in request.decisions))
    says = f"Decision recorded for {count(len(recorded), 'child or worker', 'children or workers')} on {days}.{also}"
    return [recorded[0].__replace__(says=says), *(one.__replace__(says="") for one in recorded[1:])]


@records(GiveReason)
def give_reason(store: Store, request: GiveReason, today: date) -> Recorded:
    """The because of a decision that had none."""
    with store.writing():
        entry = the_entry(store, request.decision, Decision, "decision")
        still_open(
            entry, "decision_without_because", "This decision has a reason already; `oversight correct` puts it right."
        )
        must_have_happened(request.on, today, "The because")
        reason = DecisionReason(entry.id, required_text(request.because, "The because", "because"))
        written = writes.follow_up(store, entry, reason, request.on, author(store))
        whom = about_whom(store, entry)
    return Recorded(
        written,
        DecisionReason.kind.name,
        f"The reason of the decision about {whom} was recorded on {long_day(request.on)}.",
    )


@records(ReviewDecision)
def review_decision(store: Store, request: ReviewDecision, today: date) -> Recorded:
    """A decision looked at again on its review day, with what was found; it is settled where no next day is given."""
    with store.writing():
        entry = the_entry(store, request.decision, Decision, "decision")
        if not request.overturned and not (entry.open_as in _REVIEWED and entry.due_on is not None):
            raise RecordProblem("No review of this decision is open. Nothing was recorded.")
        if request.overturned and request.next_on is not None:
            raise RecordProblem(
                "What is overturned is not looked at again. Leave out the next day; nothing was recorded."
            )
        must_have_happened(request.on, today, "A review")
        if request.next_on is not None:
            must_be_to_come(request.next_on, request.on, "The next review")
        found = required_text(request.found, "What was found", "found")
        overturned = True if request.overturned else None
        review = DecisionReview(entry.id, found, request.next_on, request.changed, overturned)
        written = writes.follow_up(store, entry, review, request.on, author(store))
        whom = about_whom(store, entry)
    settled = "overturned" if request.overturned else "settled"
    again = f"next on {long_day(request.next_on)}" if request.next_on else settled
    changed = {True: " It changed something.", False: " It changed nothing.", None: ""}[request.changed]
    no_day = day_said(store, request.next_on, today) if request.next_on else ""
    waits = " It still has no reason." if entry.open_as == "decision_without_because" else ""
    return Recorded(
        written,
        DecisionReview.kind.name,
        f"The decision about {whom} was reviewed on {long_day(request.on)}, {again}.{changed}{waits}{no_day}",
    )


@records(Disagree)
def disagree(store: Store, request: Disagree, today: date) -> Recorded:
    """A worker who sees a decision otherwise: it stands beside the decision and changes nothing of it."""
    with store.writing():
        entry = the_entry(store, request.decision, Decision, "decision")
        must_have_happened(request.on, today, "The disagreement")
        name = person(store, required_text(request.who, "Who disagrees")).name
        view = Disagreement(entry.id, name, required_text(request.text, "What they say", "text"))
        written = writes.follow_up(store, entry, view, request.on, author(store))
        whom = about_whom(store, entry)
    says = f"The disagreement of {name} of {long_day(request.on)} stands beside the decision about {whom}."
    return Recorded(written, Disagreement.kind.name, says)
