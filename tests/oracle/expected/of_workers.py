"""The lines about workers: supervision, who is away, who leaves, sessions of which nothing was said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tests.oracle.days import DAY
from tests.oracle.expected.children import Child
from tests.oracle.expected.lines import OPEN, Line, dated
from tests.oracle.expected.workers import clock
from tests.oracle.told import Told
from tests.oracle.typed import OUTSIDE, Cancelled, Typed

REBOOKED_WITHIN = timedelta(days=7)
LEAVES_WITHIN = timedelta(days=14)


def lines_of_workers(told: Told, caseload: list[Child], today: date) -> Iterator[Line]:
    """Every line about a worker of the team."""
    for worker in told.workers:
        holds = any(child.worker == worker for child in caseload)
        yield from _leaver(told, worker, holds, today)
        if told.has_left(worker, today):
            yield Line("uncovered", None, worker, tier=OPEN, certain=False)
            passed = [day for day in told.open_plans(worker) if day < today]
            yield from (Line("session_not_recorded", None, worker, tier=OPEN, certain=False) for _ in passed)
            continue
        yield from _supervision(told, worker, today)
        yield from _sessions(told, worker, today)
        if holds:
            yield from _uncovered(told, worker, today)


def _supervision(told: Told, worker: str, today: date) -> Iterator[Line]:
    now = clock(told, worker, today)
    if now.paused:
        if now.state == "never":
            yield Line("supervision", None, worker, certain=False)
    elif now.state in ("due", "overdue") or (now.state == "never" and today > now.limit_by):
        yield Line("supervision", None, worker, now.state, now.limit_by, opening=now.state == "never")


def _uncovered(told: Told, worker: str, today: date) -> Iterator[Line]:
    if told.absence(worker, today) is None:
        return
    present = [
        by == OUTSIDE
        or (told.absence(by, today) is None and not told.has_left(by, today) and told.workers[by].starts <= today)
        for by in told.covers(worker, today)
    ]
    if not any(present):
        yield Line("uncovered", None, worker, tier="urgent", certain=told.absence(worker, today - DAY) is not None)
    elif not all(present):
        yield Line("uncovered", None, worker, tier="urgent", certain=False)


def _leaver(told: Told, worker: str, holds: bool, today: date) -> Iterator[Line]:
    leaves = told.leaves(worker)
    if leaves is None or leaves - today > LEAVES_WITHIN:
        return
    if holds:
        yield Line("leaver", None, worker, tier="urgent")
        return
    acts = any(action.owner == worker for action, _ in told.open_actions())
    if acts or told.open_plans(worker):
        yield Line("leaver", None, worker, tier=OPEN, certain=acts and leaves < today)


def _sessions(told: Told, worker: str, today: date) -> Iterator[Line]:
    plans = told.open_plans(worker)
    for day in plans:
        if day < today:
            held_since = any(on > day for _, on in told.sessions(worker))
            yield Line("session_not_recorded", None, worker, certain=not held_since)
    yield from _cancelled(told, worker, today)


def _cancelled(told: Told, worker: str, today: date) -> Iterator[Line]:
    """One line for all that were cancelled and have no new date, else one where two or more were in a row."""
    cancelled = told.cancelled(worker)
    without = {one.number: _without_new_date(told, worker, one, what, today) for one, what in cancelled}
    waiting = [one for one, _ in cancelled if without[one.number] is not False]
    must = any(without.values())
    if waiting:
        due = waiting[0].day + REBOOKED_WITHIN if must and len(cancelled) == 1 else OPEN
        state = OPEN if due is OPEN else dated(today, due) or "open"
        yield Line("session_not_rebooked", None, worker, state, due, certain=must)
    held = max((on for _, on in told.sessions(worker)), default=date.min)
    since = [one.day > held and what.on > held for one, what in cancelled]
    perhaps = [one.day > held or what.on > held for one, what in cancelled]
    if sum(perhaps) > 1 and not must:
        yield Line("cancelled_again", None, worker, certain=not waiting and sum(since) > 1)


def _without_new_date(told: Told, worker: str, one: Typed, cancelled: Cancelled, today: date) -> bool | None:
    """Whether a cancelled session wants a new date; None where another was held since and before its day."""
    planned, held_of_it = told.new_dates(worker, cancelled, one.number)
    held = [on for _, on in told.sessions(worker)]
    if held_of_it or any(on >= cancelled.on for on in held) or any(on >= today for on in planned):
        return False
    return None if any(on >= one.day for on in held) else True
