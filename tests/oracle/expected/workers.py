"""The worker's clock: when a worker was last supervised, and by when the next session must be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.days import DAY, Span
from tests.oracle.standing import of_kind
from tests.oracle.told import Told
from tests.oracle.typed import Opened

IDEAL, LIMIT = Span(3, "week"), Span(1, "month")
FIRST_STAGE, FIRST_LIMIT = Span(6, "week"), Span(1, "week")
SECOND_STAGE, SECOND_LIMIT = Span(6, "month"), Span(2, "week")
NEWLY_QUALIFIED = Span(12, "month")


@dataclass(frozen=True)
class Clock:
    """The worker's clock on one day; `paused` while the worker is away."""

    state: str
    last_held: date | None
    days_since: int | None
    ideal_by: date
    limit_by: date
    next_planned: date | None
    paused: bool


def clock(told: Told, worker: str, today: date) -> Clock:
    """Runs from the last one-to-one session, else from the opening date typed last, else from the worker's start."""
    held = last_held(told, worker)
    began = held or told.workers[worker].starts
    ideal, limit = _limits(told, worker, began, today)
    away = timedelta(days=told.days_away(worker, began, today))
    ideal, limit = ideal + away, limit + away
    paused = told.absence(worker, today) is not None
    planned = [day for day in told.open_plans(worker) if day >= today]
    return Clock(
        state="never" if held is None else "paused" if paused else state(today, ideal, limit),
        last_held=held,
        days_since=(today - held).days if held else None,
        ideal_by=ideal,
        limit_by=limit,
        next_planned=planned[0] if planned else None,
        paused=paused,
    )


def last_held(told: Told, worker: str) -> date | None:
    """The day of the last session; an opening date only where there is no session at all."""
    days = [on for _, on in told.sessions(worker)]
    if days:
        return max(days)
    opened = [what.on for _, what in of_kind(told.entries, Opened) if what.subject == worker]
    return opened[-1] if opened else None


def state(today: date, ideal: date, limit: date) -> str:
    """The band of a clock: up to the ideal in time, up to the limit due, then overdue."""
    return "in_time" if today <= ideal else "due" if today <= limit else "overdue"


def is_newly_qualified(told: Told, worker: str, today: date) -> bool:
    """Whether the worker is in the newly qualified year."""
    start = told.workers[worker].newly_qualified_from
    return start is not None and start <= today < NEWLY_QUALIFIED.after(start)


def _limits(told: Told, worker: str, began: date, today: date) -> tuple[date, date]:
    """Ideal and limit: the earliest that any rule in force on any day since the clock began gives.

    A rule of the worker's own is in force from the day it was typed, and not on the day that brought another.
    """
    start = told.workers[worker].newly_qualified_from
    ideal, limit = IDEAL.after(began), LIMIT.after(began)
    if start is not None and start <= today and began < SECOND_STAGE.after(start):
        limit = (FIRST_LIMIT if began < FIRST_STAGE.after(start) else SECOND_LIMIT).after(began)
    rules = told.own_rules(worker)
    for place, (one, rule) in enumerate(rules):
        last = min(rule.until, rules[place + 1][0].day - DAY) if place + 1 < len(rules) else rule.until
        if last >= max(began, one.day):
            limit = min(limit, rule.limit.after(began))
    return min(ideal, limit), limit
