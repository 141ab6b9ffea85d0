"""A serious incident: what happened, who was told, the steps that the law asks for, and the hold on the records."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.entries import time_of
from db.queries.incidents import incidents_to
from db.queries.retention import legal_holds
from db.queries.waiting import open_about
from oversight_tui.practice.calendar import add_working_days
from oversight_tui.practice.ids import AboutChild, EntryId
from oversight_tui.practice.incidents import NOTIFIED, REVIEWED
from oversight_tui.practice.records import Incident, IncidentStep, IncidentTold
from oversight_tui.practice.records.incidents import WITH_REASON, IncidentStepWhat
from oversight_tui.practice.requests import (
    IncidentRequest,
    PlaceHold,
    Recorded,
    StepAfterIncident,
    TellOfIncident,
    ToldOfIncident,
)
from oversight_tui.services.identity import author
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.checks import (
    RecordProblem,
    about_whom,
    must_have_happened,
    optional_text,
    optional_time,
    required_text,
    still_open,
    the_child,
    the_entry,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.retention import legal_hold
from oversight_tui.words.dates import long_day
from oversight_tui.words.day_labels import INCIDENT_STEP
from oversight_tui.words.text import one_line
from oversight_tui.words.times import day_and_time

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout

# What is to be said first, by what is still to be done (`Which`).
_SETTLED_BY = {
    "notify": "say that it was notified, or why it is not to be",
    "review": "say that the rapid review was held, or why there is none",
}


@records(IncidentRequest)
def incident(store: Store, request: IncidentRequest, today: date) -> list[Recorded]:
    """A serious incident, who was told of it, and a legal hold where there is none yet."""
    with store.writing():
        reference = the_child(store, request.child_id)
        must_have_happened(request.on, today, "An incident")
        at = optional_time(request.at)
        said = Incident(required_text(request.what, "What happened", "what"))
        entry = writes.add_about(store, said, AboutChild(request.child_id), request.on, author(store), at)
        limits = policy_in_force(store).limits
        notify, review = (
            long_day(add_working_days(request.on, limits[days]))
            for days in ("incident_notify_days", "incident_review_days")
        )
        says = (
            f"Serious incident to {reference} on {day_and_time(request.on, at)}: notify by {notify}, rapid review by "
            f"{review}."
        )
        recorded = [Recorded(entry, Incident.kind.name, says)]
        about = the_entry(store, entry, Incident, "incident")
        recorded += [_told(store, about, one, one.on or today, today) for one in request.told]
        if request.legal_hold:
            because = f"The serious incident of {day_and_time(request.on, at)}"
            with suppress(RecordProblem):  # one stands already, which is all that is asked
                recorded.append(legal_hold(store, PlaceHold(AboutChild(request.child_id), because), today))
    return recorded


@records(TellOfIncident)
def tell(store: Store, request: TellOfIncident, today: date) -> Recorded:
    """Somebody more who was told of an incident."""
    with store.writing():
        entry = _in_hand(store, request.incident)
        return _told(store, entry, request.told, request.on, today)


@records(StepAfterIncident)
def step_after(store: Store, request: StepAfterIncident, today: date) -> Recorded:
    """A step that was taken, or is not to be taken and why. It is closed once both are settled."""
    if request.step not in INCIDENT_STEP:
        raise RecordProblem(f"A step is one of {', '.join(INCIDENT_STEP)}. Nothing was recorded.", "step")
    with store.writing():
        entry = _in_hand(store, request.incident)
        _must_follow(entry, must_have_happened(request.on, today, "The step"))
        _must_not_be_settled(store, entry, request.step)
        reason = optional_text(request.because)
        if request.step in WITH_REASON:
            reason = required_text(request.because, "The reason", "because")
        if request.step == "closed" and (waits := _still_to_do(store, entry)):
            raise RecordProblem(f"It cannot be closed yet: {waits}. Nothing was recorded.", "step")
        step = IncidentStep(entry.id, request.step, reason)
        written = writes.follow_up(store, entry, step, request.on, author(store))
    says = f"Incident to {about_whom(store, entry)}: {INCIDENT_STEP[request.step]} on {long_day(request.on)}."
    if request.step == "closed":
        says += _hold_that_stays(store, entry)
    return Recorded(written, IncidentStep.kind.name, says)


def _hold_that_stays(store: Store, entry: EntryAbout) -> str:
    """That nothing of the child is erased even now, and how that ends; empty where no hold stands."""
    hold = legal_holds(store).get(AboutChild(entry.child)) if entry.child is not None else None
    if hold is None:
        return ""
    return (
        f" The legal hold stays ({hold.because}): once it is no longer needed it is lifted in what is kept, or with "
        f"`oversight retention lift {about_whom(store, entry)} --because TEXT`."
    )


def _told(store: Store, entry: EntryAbout, told: ToldOfIncident, on: date, today: date) -> Recorded:
    who = one_line(required_text(told.who, "Who was told", "who"))
    at = optional_time(told.at)
    _must_follow(entry, must_have_happened(on, today, "The telling"), at, time_of(store, entry.version))
    said = IncidentTold(entry.id, who, optional_text(told.said))
    written = writes.follow_up(store, entry, said, on, author(store), at=at)
    return Recorded(written, IncidentTold.kind.name, f"Told: {who}, {day_and_time(on, at)}.")


def _in_hand(store: Store, number: EntryId) -> EntryAbout:
    entry = the_entry(store, number, Incident, "incident")
    still_open(entry, "incident", "This incident is closed already.")
    return entry


def _still_to_do(store: Store, entry: EntryAbout) -> str:
    """What keeps an incident from being closed; empty where nothing does."""
    open_here = open_about(store, entry.child, "incident") if entry.child is not None else []
    which = next((one.which for one in open_here if one.id == entry.id), None)
    return "; ".join(says for step, says in _SETTLED_BY.items() if which is not None and step in which)


def _must_not_be_settled(store: Store, entry: EntryAbout, step: IncidentStepWhat) -> None:
    """What was said of a step stands until it is withdrawn: it is not said twice, nor the contrary of it."""
    assert entry.child is not None
    (known,) = (one for one in incidents_to(store, {entry.child: ""}) if one.entry_id == entry.id)
    of_this_step = next((one for one in (NOTIFIED, REVIEWED) if step in one), frozenset())
    said = next((one for one in known.steps if one.step in of_this_step), None)
    if said is not None:
        on = f" on {long_day(said.on)}" if said.on is not None else ""
        raise RecordProblem(
            f"It was said{on} already: {INCIDENT_STEP[said.step]}. Withdraw that first. Nothing was recorded.", "step"
        )


def _must_follow(entry: EntryAbout, on: date, at: str | None = None, happened_at: str | None = None) -> None:
    """Nobody is told, and nothing is done, before it happened."""
    if at and happened_at and on == entry.on and at < happened_at:
        raise RecordProblem(
            f"Nobody can have been told at {at}: the incident was at {happened_at} that day. Say on which day they "
            "were told, or at what other time. Nothing was recorded."
        )
    if entry.on is not None and on < entry.on:
        raise RecordProblem(
            f"It cannot have been on {long_day(on)}: the incident is of {long_day(entry.on)}. Nothing was recorded."
        )
