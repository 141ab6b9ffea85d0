"""A worker's supervision clock: days since the last held one-to-one session, against the ideal and the limit.

At least monthly, ideally every two to three weeks (CYP Now, 24 June 2019); newly qualified workers weekly for six
weeks and fortnightly to six months (LGA standards for employers). A same-day talk never counts here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from oversight_tui.practice.board import Clock
from oversight_tui.practice.calendar import covers, days_away
from oversight_tui.practice.facts import Absence, Worker
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.lateness import never_clock, running_clock
from oversight_tui.practice.policy import EarlierLimits, Policy


def is_newly_qualified(worker: Worker, policy: Policy, today: date) -> bool:
    """Whether the worker is in the year after the newly-qualified start, first and last day included."""
    start = worker.newly_qualified_from
    return start is not None and start <= today <= policy.newly_qualified.ends.after(start)


def was_newly_qualified(worker: Worker, policy: Policy) -> bool:
    """Whether the worker was in that year on the day the clock runs from.

    The points of a late supervision follow this day and not today, so that one day more never takes points away.
    """
    start, counted_from = worker.newly_qualified_from, worker.last_held or worker.starts or worker.seen_by
    return start is not None and counted_from is not None and counted_from <= policy.newly_qualified.ends.after(start)


def limits_for(worker: Worker, policy: Policy, counted_from: date, today: date) -> tuple[Interval, Interval]:
    """The (ideal, limit) of a worker's clock that runs from `counted_from`: the tightest of what was in force on any
    day since, so that a clock that runs never loosens.

    The newly-qualified stage is that of the day the clock runs from, once it has begun; there ideal and limit are one.
    An own rule of the worker counts where it is the tighter one. A rule that ends, and a policy that another took the
    place of, holds for the clocks that ran then.
    """
    every = [_by(policy, worker, counted_from, today)]
    every += [_by(before, worker, counted_from, today) for before in policy.earlier if before.until >= counted_from]
    ideal, limit = min(every, key=lambda one: (one[1].after(counted_from), one[0].after(counted_from)))
    for own in worker.own_rules:
        own_limit = Interval.parse(own.limit)
        still_held = own.until is None or own.until >= counted_from
        if still_held and own_limit.after(counted_from) < limit.after(counted_from):
            limit = own_limit
            ideal = min(ideal, own_limit, key=lambda interval: interval.after(counted_from))
    return ideal, limit


def _by(rules: Policy | EarlierLimits, worker: Worker, counted_from: date, today: date) -> tuple[Interval, Interval]:
    """The (ideal, limit) of one policy."""
    start, stages = worker.newly_qualified_from, rules.newly_qualified
    if start is not None and start <= max(today, counted_from) and counted_from <= stages.ends.after(start):
        if counted_from < stages.first_stage.after(start):
            return stages.first_limit, stages.first_limit
        if counted_from < stages.second_stage.after(start):
            return stages.second_limit, stages.second_limit
    return rules.supervision.ideal, rules.supervision.limit


def awaits_opening(worker: Worker, policy: Policy, today: date) -> bool:
    """Whether a worker known from a file has been here no longer than one limit."""
    seen_by = worker.seen_by
    return seen_by is not None and today <= limits_for(worker, policy, seen_by, today)[1].after(seen_by)


def supervision_clock(worker: Worker, absences: Sequence[Absence], policy: Policy, today: date) -> Clock:
    """Where the worker's clock stands. `absences` are this worker's.

    Absence moves ideal and limit by the days away and leaves days since alone; a worker away today is paused. With
    no session yet the clock runs from the start, or from the day a list first showed the worker.
    """
    counted_from = worker.last_held or worker.starts or worker.seen_by
    if counted_from is None:
        return never_clock(None, None, today, awaits_opening=False)
    ideal, limit = limits_for(worker, policy, counted_from, today)
    ideal_by, limit_by = ideal.after(counted_from), limit.after(counted_from)
    if absences:
        moved = timedelta(days=days_away(absences, counted_from, today))
        ideal_by, limit_by = ideal_by + moved, limit_by + moved
    if worker.last_held is None:
        is_new = worker.starts is not None and worker.seen_by is not None and worker.starts >= worker.seen_by
        may_have_been = not is_new and awaits_opening(worker, policy, today)
        clock = never_clock(ideal_by, limit_by, today, awaits_opening=may_have_been)
    else:
        clock = running_clock(worker.last_held, ideal_by, limit_by, today)
    if any(covers(absence, today) for absence in absences) and clock.state != "never":
        return Clock("paused", clock.last, clock.days_since, ideal_by, limit_by, None)
    return clock
