"""Serious incidents: what became of each, which step is still to be taken by which day, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.practice.calendar import add_working_days
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.records.incidents import IncidentStepWhat
from oversight_tui.practice.span import Span
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.day_labels import INCIDENT_STEP
from oversight_tui.words.times import day_and_time

# The two steps that have a day, with the policy's days for each, what it is called, and what settles it.
_NOTIFY, _REVIEW = ("incident_notify_days", "notify"), ("incident_review_days", "hold the rapid review")
_STEPS = {"notify_and_review": (_NOTIFY, _REVIEW), "notify": (_NOTIFY,), "review": (_REVIEW,)}
NOTIFIED: frozenset[IncidentStepWhat] = frozenset({"notified", "not_notifiable"})
REVIEWED: frozenset[IncidentStepWhat] = frozenset({"reviewed", "no_review"})


class ToldOf(Struct, frozen=True):
    """Somebody who was told, when, and what was said."""

    on: date | None
    at: str | None
    who: str
    said: str | None


class StepTaken(Struct, frozen=True):
    """A step that was taken, or is not to be and why."""

    on: date | None
    step: IncidentStepWhat
    because: str | None


class SeriousIncident(Struct, frozen=True):
    """An incident with who was told of it and the steps that followed, in the order of their days."""

    entry_id: EntryId
    child_id: ChildId
    child: str
    on: date | None
    at: str | None
    text: str
    told: tuple[ToldOf, ...] = ()
    steps: tuple[StepTaken, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether nothing more is to be done."""
        return any(one.step == "closed" for one in self.steps)

    @property
    def which(self) -> str:
        """What is still to be done, as the open thing says it."""
        done = {one.step for one in self.steps}
        if self.closed:
            return "closed"
        open_now = (("notify", NOTIFIED), ("review", REVIEWED))
        return "_and_".join(step for step, settled in open_now if not done & settled) or "close"


def clocks(which: str | None, since: date | None, limits: Mapping[str, int]) -> list[tuple[date, str]]:
    """By which day each step is to be taken that is still open, and what it is called, the first one first."""
    steps = _STEPS.get(which or "", ()) if since is not None else ()
    return sorted((add_working_days(since, limits[days]), does) for days, does in steps if since is not None)


def in_order(found: Iterable[SeriousIncident], span: Span) -> list[SeriousIncident]:
    """Those that are open, of any day, and then the closed ones of a span, each the newest first."""
    shown = [one for one in found if not one.closed or (one.on is not None and span.holds(one.on))]
    shown.sort(key=lambda one: (one.on or date.min, one.at or "", one.entry_id), reverse=True)
    return sorted(shown, key=lambda one: one.closed)


def told(shown: Iterable[SeriousIncident], span: Span, limits: Mapping[str, int]) -> Iterator[str]:
    """The list in lines."""
    shown = list(shown)
    open_now = sum(not one.closed for one in shown)
    closed = len(shown) - open_now
    yield f"{count(open_now, 'serious incident')} in hand; closed of {span.says()}: {closed}"
    for one in shown:
        when = day_and_time(one.on, one.at) if one.on else "no day"
        to_do = ", ".join(f"{does} by {long_day(day)}" for day, does in clocks(one.which, one.on, limits))
        state = "closed" if one.closed else to_do or "close it"
        yield f"{one.child}, {when}: {one.text} ({state}; id {one.entry_id})"
        for each in one.told:
            said = f". {each.said}" if each.said else ""
            yield f"  Told: {each.who}{f', {day_and_time(each.on, each.at)}' if each.on else ''}{said}"
        for step in one.steps:
            because = f". Because: {step.because}" if step.because else ""
            on = f" {long_day(step.on)}" if step.on else ""
            yield f"  {INCIDENT_STEP[step.step].capitalize()}{on}{because}"
