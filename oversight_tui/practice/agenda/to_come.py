"""The sessions of a worker that are looked at: held today, planned, or thought of; and those that will not be held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.practice.agenda.values import FallsOut, SessionSlot
from oversight_tui.practice.agenda.wishes import Begun, PlannedAhead
from oversight_tui.practice.facts import Absence, Worker
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.possible_days import why_not_here
from oversight_tui.practice.schedule import days_thought_of

_DAY = timedelta(days=1)


class ToCome(Struct, frozen=True):
    """So many sessions at most, in the order of their days; by the day of a session `plan_days`, the days its plan was
    for; `until`, the day of the session after these, `date.max` where there can be none. `fall_out` are planned and
    will not be held.
    """

    slots: tuple[SessionSlot, ...]
    plan_days: dict[date, frozenset[date]]
    until: date
    fall_out: tuple[FallsOut, ...] = ()


def sessions_to_come(
    worker: Worker,
    absences: Sequence[Absence],
    policy: Policy,
    begun: Begun | None,
    planned: Sequence[PlannedAhead],
    number: int,
    today: date,
) -> ToCome:
    """The one that is held today, those planned, then days thought of at the worker's own interval after the last of
    those. One that is planned for a day on which the worker is not here counts as none of them.

    `planned` are in the order of their days.
    """
    minutes = policy.limits["agenda_minutes"]
    slots, plan_days = [], {}
    if begun is not None:
        slots.append(SessionSlot(begun.on, begun.minutes or minutes, plan_id=begun.plan))
        plan_days[begun.on] = begun.days
    later = [
        one
        for one in planned
        if (one.entry != begun.plan and one.on > begun.on if begun is not None else one.on >= today)
    ]
    fall_out = [FallsOut(one.on, why) for one in later if (why := why_not_here(worker, absences, one.on)) is not None]
    gone = {one.on for one in fall_out}
    for one in later:
        if one.on not in gone and len(slots) <= number:
            slots.append(SessionSlot(one.on, one.minutes or minutes, plan_id=one.entry))
            plan_days[one.on] = plan_days.get(one.on, frozenset()) | one.days
    held_today = today in (worker.last_held, worker.cut_short_on)
    last, earliest = (slots[-1].on, slots[-1].on + _DAY) if slots else (worker.last_held, today + held_today * _DAY)
    thought_of = days_thought_of(worker, absences, policy, last, earliest)
    while len(slots) <= number and (day := next(thought_of, None)) is not None:
        slots.append(SessionSlot(day, minutes))
    until = slots[number].on if len(slots) > number else date.max
    return ToCome(tuple(slots[:number]), plan_days, until, tuple(one for one in fall_out if one.on < until))
