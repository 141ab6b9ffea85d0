"""What a manager may type about the team: sessions, absences, who stands in; None where it cannot be today."""

from __future__ import annotations

from datetime import timedelta

from tests.oracle.days import DAY, Span
from tests.oracle.manager import Manager
from tests.oracle.standing import of_kind
from tests.oracle.told import in_between
from tests.oracle.typed import (
    OUTSIDE,
    Away,
    Back,
    Cancelled,
    Covered,
    Held,
    Kind,
    Leaving,
    Moved,
    OwnRule,
    Planned,
    SessionTalk,
    What,
)

WEEK = timedelta(days=7)
KINDS: tuple[Kind, ...] = ("one_to_one", "one_to_one", "one_to_one", "one_to_one", "group", "observation")


def rule(manager: Manager) -> What | None:
    """A limit of the worker's own; for a newly qualified worker the stages hold."""
    told = manager.told()
    worker = manager.worker()
    if worker is None or told.workers[worker].newly_qualified_from:
        return None
    limit = manager.chance.choice((Span(1, "week"), Span(10, "day"), Span(2, "week")))
    return OwnRule(worker, limit, manager.ahead(60))


def leaving(manager: Manager) -> What | None:
    """A last day, for one worker of the team only."""
    told = manager.told()
    if any(told.leaves(name) for name in told.workers):
        return None
    worker = manager.worker()
    return Leaving(worker, manager.ahead(40)) if worker else None


def planned(manager: Manager) -> What | None:
    """A session to come, more than two weeks from any other of the worker."""
    worker = manager.worker()
    if worker is None:
        return None
    told = manager.told()
    on = manager.ahead()
    taken = told.plans(worker) + [day for _, day in told.sessions(worker)]
    return None if any(abs(on - day) <= 2 * WEEK for day in taken) else Planned(worker, on)


def moved(manager: Manager) -> What | None:
    """A planned session of which nothing was said put on another day, more than two weeks from any other."""
    told = manager.told()
    plans = [
        (number, what.worker, on)
        for number, what in ((one.number, what) for one, what in of_kind(told.entries, Planned))
        if (on := told.open_plan(number))
    ]
    plan = manager.one_of(plans)
    if plan is None:
        return None
    number, worker, on = plan
    to = manager.ahead()
    taken = [day for day in told.plans(worker) if day != on] + [day for _, day in told.sessions(worker)]
    return None if to == on or any(abs(to - day) <= 2 * WEEK for day in taken) else Moved(number, worker, on, to)


def held(manager: Manager) -> What | None:
    """A session that took place, one a day with each worker, perhaps with children talked about."""
    worker = manager.worker()
    if worker is None:
        return None
    told = manager.told()
    on = manager.past(told.workers[worker].starts)
    if any(day == on for _, day in told.sessions(worker)):
        return None
    kind = manager.chance.choice(KINDS)
    theirs = [child for child in told.children() if not told.is_closed(child) and told.holder(child) == worker]
    children = tuple(manager.chance.sample(theirs, min(len(theirs), manager.chance.choice((0, 0, 1, 2)))))
    others = [name for name in told.workers if name != worker and not told.has_left(name, on)]
    return Held(worker, on, kind, children, tuple(others[:1]) if kind == "group" else ())


def cancelled(manager: Manager) -> What | None:
    """A planned session that will not take place."""
    told = manager.told()
    plans = [
        Cancelled(one.number, what.worker, on)
        for one, what in of_kind(told.entries, Planned)
        if (on := told.open_plan(one.number))
    ]
    return manager.one_of(plans)


def session_talk(manager: Manager) -> What | None:
    """Words about a child in a session of today, where none was held or is planned near it."""
    worker, child = manager.worker(), manager.child()
    if worker is None or child is None:
        return None
    told = manager.told()
    near = [day for day in told.plans(worker) if abs(day - manager.day) <= WEEK]
    if near or any(day == manager.day for _, day in told.sessions(worker)):
        return None
    return SessionTalk(worker, child, manager.day)


def away(manager: Manager) -> What | None:
    """An absence, typed on its day, late, or ahead; perhaps within another, perhaps on the heels of one."""
    told, worker = manager.told(), manager.worker()
    if worker is None:
        return None
    first = manager.past() if manager.maybe(0.7) else manager.ahead(14)
    follows = [
        (name, last + DAY)
        for name in told.workers
        for _, last in told.absences_typed(name)
        if last and abs((last - manager.day).days) < 9 and not told.has_left(name, manager.day)
    ]
    stand_in = [by for _, by in _covers_now(manager)]
    if follows and manager.maybe(0.2):
        worker, first = follows[-1]
    elif stand_in and manager.maybe(0.7):
        worker, first = stand_in[-1], manager.day
    last = None if manager.maybe(0.2) else first + timedelta(days=manager.chance.randint(0, 15))
    for begins, ends in told.absences_typed(worker) if manager.maybe(0.7) else ():
        if (ends is None or first <= ends) and (last is None or begins <= last):
            return None
    return Away(worker, first, last)


def _covers_now(manager: Manager) -> list[tuple[str, str]]:
    """Who is away, and who of the team is there to stand in for them."""
    told, today = manager.told(), manager.day
    return [
        (name, by)
        for name in told.workers
        if told.absence(name, today)
        for by in told.covers(name, today)
        if by != OUTSIDE and not told.absence(by, today) and not told.has_left(by, today)
    ]


def back(manager: Manager) -> What | None:
    """Somebody is back today or was yesterday."""
    told = manager.told()
    here = [
        Back(name, manager.day - timedelta(days=1))
        for name in told.workers
        if (on := [first for first, last in told.absences_typed(name) if in_between(manager.day, first, last)])
        and max(on) < manager.day
    ]
    return manager.one_of(here)


def covered(manager: Manager) -> What | None:
    """Who stands in for somebody, perhaps somebody away or gone, perhaps from elsewhere."""
    told = manager.told()
    away_now = [name for name in told.workers if told.absence(name, manager.day)]
    worker = manager.one_of(away_now) if away_now and manager.maybe(0.8) else manager.worker()
    others = [name for name in told.workers if name != worker]
    gone = [name for name in others if told.absence(name, manager.day) or told.has_left(name, manager.day)]
    by = OUTSIDE if manager.maybe(0.15) else manager.one_of(gone if gone and manager.maybe(0.5) else others)
    if worker is None or by is None:
        return None
    return Covered(worker, by, manager.day, None if manager.maybe(0.5) else manager.ahead(30))
