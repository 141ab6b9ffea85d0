"""How regularly workers were supervised over a span of days: what was held and cancelled, each gap with its reasons.

A gap goes from one held one-to-one to the next, or to the end of the span while there is none; the first from the
opening date, the worker's start, or the day a list first showed them. Each day after the session that begins a gap, the
day of the one that ends it included, belongs to that gap, so no day belongs to two and none to none. On each day the
worker's clock stood where the morning list of that day had it: by the policy, the own rule and the stage in force then.
Days away move a limit that has not passed and stop the days over one that has; they are counted as days away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from msgspec import Struct, json

from oversight_tui.practice.calendar import covers
from oversight_tui.practice.facts import Absence, AbsenceReason, OwnRule, Session, Worker
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.policy_history import PolicySince, policy_on
from oversight_tui.practice.supervision import limits_for

BeganBy = Literal["held", "opening", "start", "seen"]
DayState = Literal["in_time", "due", "overdue", "paused"]
ReasonKind = Literal["away", "cancelled", "cut_short", "held_late", "not_recorded", "not_booked"]
_DAY = timedelta(days=1)


class RuleSaid(Struct, frozen=True):
    """What was said on a day of a worker's own limit: the limit, None where it was taken away, and its last day."""

    on: date
    limit: str | None
    until: date | None


class Supervised(Struct, frozen=True):
    """A worker with all that their regularity is worked out from: every one-to-one, absence and own rule there was."""

    worker: Worker
    sessions: tuple[Session, ...] = ()
    absences: tuple[Absence, ...] = ()
    own_rules: tuple[RuleSaid, ...] = ()


class GapReason(Struct, frozen=True, omit_defaults=True):
    """What lay in a gap: days away (`category`), a session of a day that was cancelled (`words` say why), cut short and
    not counted, planned for `first` and held on `last`, or planned with nothing said of it; or that none was booked on
    any day from `first` to `last`.
    """

    kind: ReasonKind
    first: date
    last: date
    category: AbsenceReason | None = None
    words: str = ""


class Gap(Struct, frozen=True):
    """The days from one held one-to-one to the next. `ended` is None where there was none up to the end of the span.

    `days` are from `began` to the end, `ideal_by` and `limit_by` the last days in time and within the limit, moved by
    the days away before each had passed; `ideal` and `limit` the intervals they follow from. `days_over` are those of
    the board on the last day, over the limit where it was passed and otherwise over the ideal, days away left out;
    `days_over_here` are those of them within the span. `over_ideal` (the days over the limit among them), `over_limit`
    and `away` count days within the span, each as it stood by the rules of that day.
    """

    began: date
    began_by: BeganBy
    ended: date | None
    until: date
    days: int
    ideal: str
    limit: str
    ideal_by: date
    limit_by: date
    over_ideal: int
    over_limit: int
    away: int
    days_over: int
    days_over_here: int
    reasons: tuple[GapReason, ...]


class Month(Struct, frozen=True):
    """One month of a span, as `2026-01`: what was held and cancelled, and on how many of its `counted` days a session
    was over the ideal (those over the limit among them), over the limit, or the worker away.
    """

    month: str
    held: int
    cancelled: int
    counted: int
    over_ideal: int
    over_limit: int
    away: int


class WorkerRegularity(Struct, frozen=True):
    """One worker in a span of days. `first` and `last` are the days that are counted of it, None where none are: the
    worker was not here, or no day is known to count from. `gaps` are those that went over the ideal, oldest first.
    """

    worker: str
    role: str | None
    first: date | None
    last: date | None
    held: tuple[date, ...]
    cancelled: tuple[GapReason, ...]
    gaps: tuple[Gap, ...]
    months: tuple[Month, ...]

    @property
    def over_limit(self) -> int:
        """The gaps that went over the limit."""
        return sum(one.over_limit > 0 for one in self.gaps)


def regularity(
    of: Supervised, policies: Sequence[PolicySince], first: date, last: date, today: date
) -> WorkerRegularity:
    """A worker's regularity from `first` to `last`, both included; nothing of it after today or their last day here."""
    shown_to = min(last, today)
    last = min(shown_to, of.worker.leaves or last)
    spans = list(_spans(of))
    begins = max(first, spans[0][0] + _DAY) if spans else None
    gaps: list[Gap] = []
    days: Counter[tuple[date, DayState]] = Counter()
    for began, by, ended in spans:
        until = min(ended or last, last)
        if until < max(first, began + _DAY):
            continue
        clock = _Clock(of, policies, began)
        states = {day: state for day, state in clock.days(until) if day >= first}
        days.update((day.replace(day=1), state) for day, state in states.items())
        gap = _gap(of, clock, by, ended if ended == until else None, until, states)
        gaps += [gap] if gap.over_ideal else []
    counted = begins is not None and begins <= last
    held = tuple(one for one in _held(of) if first <= one <= last)
    cancelled = tuple(one for one in _cancelled(of) if first <= one.first <= last)
    return WorkerRegularity(
        worker=of.worker.name,
        role=of.worker.role,
        first=begins if counted else None,
        last=last if counted else None,
        held=held,
        cancelled=cancelled,
        gaps=tuple(gaps),
        months=tuple(_months(first, shown_to, days, held, cancelled)),
    )


def _held(of: Supervised) -> list[date]:
    """The days of the one-to-ones that count."""
    return sorted({one.held_on for one in of.sessions if one.held_on and not one.opening and one.counts is not False})


def _cancelled(of: Supervised) -> list[GapReason]:
    return [
        GapReason("cancelled", one.planned_for, one.planned_for, words=one.reason or "")
        for one in of.sessions
        if one.state == "cancelled" and one.planned_for is not None
    ]


def _spans(of: Supervised) -> Iterator[tuple[date, BeganBy, date | None]]:
    """(began, by what, ended) of each gap there is, oldest first; of openings the one typed last stands, and only
    before what was held.
    """
    held = _held(of)
    begins: list[tuple[date, BeganBy]] = [(day, "held") for day in held]
    openings = [one for one in of.sessions if one.opening and one.held_on is not None]
    known = max(openings, key=lambda one: one.id, default=None)
    before: tuple[date | None, BeganBy] = (of.worker.seen_by, "seen")
    if known is not None:
        before = (known.held_on, "opening")
    elif of.worker.starts is not None:
        before = (of.worker.starts, "start")
    if before[0] is not None and (not held or before[0] < held[0]):
        begins.insert(0, (before[0], before[1]))
    ends: list[date | None] = [day for day, _ in begins[1:]]
    for (began, by), ended in zip(begins, [*ends, None], strict=False):
        yield began, by, ended


class _Clock:
    """A worker's clock from the day it began, day by day."""

    def __init__(self, of: Supervised, policies: Sequence[PolicySince], began: date) -> None:
        self._of, self._policies, self.began = of, policies, began
        self._steps = sorted(
            {one.since for one in policies}
            | {one.on for one in of.own_rules}
            | {of.worker.newly_qualified_from} - {None},
            key=lambda day: day or date.min,
        )
        self._known: dict[int, tuple[Interval, Interval]] = {}
        self._away: list[date] = []
        self.ideal, self.limit = self._limits(began)

    def days(self, until: date) -> Iterator[tuple[date, DayState]]:
        """Each day after the beginning, with where the clock stood on it; ideal, limit and days away are then those of
        the last one.
        """
        day = self.began
        while day < until:
            day += _DAY
            away = any(covers(one, day) for one in self._of.absences)
            self._away += [day] if away else []
            self.ideal, self.limit = self._limits(day)
            yield day, self._state(day, away)

    def _state(self, day: date, away: bool) -> DayState:
        if away:
            return "paused"
        if day > self.limit_by:
            return "overdue"
        return "due" if day > self.ideal_by else "in_time"

    @property
    def ideal_by(self) -> date:
        """The last day in time, as the clock stands."""
        return self._moved(self.ideal.after(self.began))

    @property
    def limit_by(self) -> date:
        """The last day within the limit."""
        return self._moved(self.limit.after(self.began))

    def days_over(self, passed: date, first: date, until: date) -> int:
        """The days after one on which a limit passed, from `first` on, on which the worker was here."""
        begins = max(first, passed + _DAY)
        return max(0, (until - begins).days + 1) - sum(day >= begins for day in self._away)

    def _moved(self, by: date) -> date:
        """A last day, moved by the days away up to it; none moves a day that has passed already."""
        for day in self._away:
            if day > by + _DAY:
                break
            by += _DAY
        return by

    def _limits(self, day: date) -> tuple[Interval, Interval]:
        """The (ideal, limit) by what was in force from the beginning up to a day; worked out once for each step."""
        step = sum(one is not None and one <= day for one in self._steps)
        if step not in self._known:
            worker = _with_rules(self._of, self.began, day)
            self._known[step] = limits_for(worker, policy_on(self._policies, day), self.began, day)
        return self._known[step]


def _with_rules(of: Supervised, began: date, day: date) -> Worker:
    """The worker with the own rules that were known on a day and held on some day since the clock began."""
    said = [one for one in of.own_rules if one.on <= day]
    earlier = [
        OwnRule(one.limit, min(one.until or date.max, following.on - _DAY))
        for one, following in pairwise(said)
        if one.limit is not None and min(one.until or date.max, following.on - _DAY) >= max(one.on, began)
    ]
    newest = said[-1] if said else RuleSaid(date.min, None, None)
    return of.worker.__replace__(
        own_limit=newest.limit,
        own_until=newest.until,
        earlier_rules=json.encode(earlier).decode() if earlier else None,
    )


def _gap(
    of: Supervised, clock: _Clock, by: BeganBy, ended: date | None, until: date, states: Mapping[date, DayState]
) -> Gap:
    counts = Counter(states.values())
    wanted_by = clock.limit_by if counts["overdue"] else clock.ideal_by
    return Gap(
        began=clock.began,
        began_by=by,
        ended=ended,
        until=until,
        days=(until - clock.began).days,
        ideal=str(clock.ideal),
        limit=str(clock.limit),
        ideal_by=clock.ideal_by,
        limit_by=clock.limit_by,
        over_ideal=counts["due"] + counts["overdue"],
        over_limit=counts["overdue"],
        away=counts["paused"],
        days_over=clock.days_over(wanted_by, clock.began, until),
        days_over_here=clock.days_over(wanted_by, min(states), until),
        reasons=tuple(_reasons(of, clock.began, ended, until, min(wanted_by, until))),
    )


def _reasons(of: Supervised, began: date, ended: date | None, until: date, wanted_by: date) -> Iterator[GapReason]:
    """What lay in a gap, by the day; last that no session was booked by the day on which one was wanted."""
    found = [one for one in _cancelled(of) if began < one.first <= until]
    for absence in of.absences:
        first, last = max(absence.first_day, began + _DAY), min(absence.last_day or until, until)
        if first <= last:
            found.append(GapReason("away", first, last, absence.reason))
    for one in of.sessions:
        if one.counts is False and one.held_on is not None and began < one.held_on <= until:
            found.append(GapReason("cut_short", one.held_on, one.held_on))
        if one.planned_for is None or not began < one.planned_for <= until:
            continue
        if one.state == "planned" and one.planned_for < until:
            found.append(GapReason("not_recorded", one.planned_for, one.planned_for))
        if ended is not None and one.held_on == ended and one.planned_for < ended:
            found.append(GapReason("held_late", one.planned_for, ended))
    yield from sorted(found, key=lambda one: (one.first, one.kind))
    booked = any(one.planned_for is not None and began < one.planned_for <= wanted_by for one in of.sessions)
    if not booked:
        yield GapReason("not_booked", began + _DAY, wanted_by)


def _months(
    first: date,
    last: date,
    days: Counter[tuple[date, DayState]],
    held: Sequence[date],
    cancelled: Sequence[GapReason],
) -> Iterator[Month]:
    month = first.replace(day=1)
    while month <= last:
        states: dict[DayState, int] = {state: number for (of, state), number in days.items() if of == month}
        over = states.get("overdue", 0)
        yield Month(
            f"{month:%Y-%m}",
            held=sum(day.replace(day=1) == month for day in held),
            cancelled=sum(one.first.replace(day=1) == month for one in cancelled),
            counted=sum(states.values()),
            over_ideal=states.get("due", 0) + over,
            over_limit=over,
            away=states.get("paused", 0),
        )
        month = (month + 31 * _DAY).replace(day=1)
