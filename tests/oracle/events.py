"""What kinds of things histories hold, so that it can be said how often each was put before the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from tests.oracle.expected.board import Board
from tests.oracle.told import Told, in_between
from tests.oracle.typed import (
    OUTSIDE,
    Away,
    Back,
    CaseloadImported,
    ChildCorrected,
    Covered,
    DayCorrected,
    Handed,
    Held,
    Leaving,
    Moved,
    Redone,
    SessionTalk,
    Talk,
    Typed,
    Undone,
    Withdrawn,
)


def events(typed: list[Typed]) -> Counter[str]:
    """How often each kind of thing is in what the program took of a history."""
    counted: Counter[str] = Counter()
    for place, one in enumerate(typed):
        told = Told(typed[:place])
        counted.update([*_of_any(one), *_of_corrections(one, typed), *_of_holders(one, told), *_of_team(one, told)])
    return counted


def seen(told: Told, expected: Board) -> Iterator[str]:
    """What is so on a day that is asked about."""
    if is_leap(expected.today):
        yield "day asked: 29 February"
    limits = [*(one.clock.limit_by for one in expected.workers), *(one.limit_by for one in expected.children)]
    yield from ("limit on 29 February" for limit in limits if is_leap(limit))
    for worker in expected.workers:
        if worker.absence:
            yield "day asked: somebody away"
            covers = [by for by in told.covers(worker.name, expected.today) if by != OUTSIDE]
            gone = [told.absence(by, expected.today) or told.has_left(by, expected.today) for by in covers]
            if worker.coverage and gone and all(gone):
                yield "day asked: somebody away with children, who stands in away or gone too"


def _of_any(one: Typed) -> Iterator[str]:
    on = getattr(one.what, "on", None) or getattr(one.what, "first", None)
    if on is not None and on < one.day and not isinstance(one.what, DayCorrected | Moved):
        kind = {Held: "session", SessionTalk: "session", Talk: "talk", Handed: "handing over", Away: "absence"}
        yield "back-dated"
        yield f"back-dated {kind.get(type(one.what), 'other entry')}"
    if is_leap(one.day):
        yield "typed on 29 February"
    if any(is_leap(day) for day in vars(one.what).values() if isinstance(day, date)):
        yield "dated 29 February"


def _of_corrections(one: Typed, typed: Iterable[Typed]) -> Iterator[str]:
    match one.what:
        case DayCorrected() | ChildCorrected() | Withdrawn():
            about = next((type(other.what).__name__ for other in typed if other.number == one.what.of), "?")
            what = {DayCorrected: "day corrected", ChildCorrected: "child corrected"}.get(type(one.what), "withdrawn")
            yield what
            if about in ("Held", "Away", "Covered", "Opened"):
                yield f"{what}: {about}"
        case Undone():
            yield "undone"
        case Redone():
            yield "redone"
        case _:
            pass


def _of_holders(one: Typed, told: Told) -> Iterator[str]:
    if isinstance(one.what, Handed):
        yield "handed over by hand" if one.what.to else f"handed to {one.what.bucket}"
        holdings = told.holdings(one.what.child)
        if holdings and holdings[-1].on > one.what.on:
            yield "handed over by hand, before what is known already"
    elif isinstance(one.what, CaseloadImported):
        yield "list imported"
        newest = True
        for row in one.what.rows:
            lists = told.lists(row.child)
            newest = newest and not (lists and lists[-1][0] > one.what.shows)
            holdings = told.holdings(row.child)
            if holdings and holdings[-1].worker != row.worker and not row.closed:
                yield "moved by a list" if newest else "moved by an older list"
            if lists and bool(lists[-1][2].closed) != bool(row.closed):
                yield "closed by a list" if row.closed else "reopened by a list"
        if not newest:
            yield "older list imported"


def _of_team(one: Typed, told: Told) -> Iterator[str]:
    match one.what:
        case Away():
            yield "absence"
            if one.what.last is None:
                yield "absence without an end"
            others = told.absences_typed(one.what.worker)
            if any(last and (one.what.first - last).days == 1 for _, last in others):
                yield "absence on the heels of another"
            if any(in_between(one.what.first, *other) for other in others):
                yield "absence that begins within another"
        case Back():
            yield "absence ended"
        case Covered():
            yield "cover"
            by = one.what.by
            if by == OUTSIDE:
                yield "cover from elsewhere"
            elif told.absence(by, one.day) or told.has_left(by, one.day):
                yield "cover by somebody away or gone"
        case Leaving():
            yield "leaver"
        case Moved():
            yield "planned session moved"
        case _:
            pass


def is_leap(day: date) -> bool:
    """Whether it is 29 February."""
    return (day.month, day.day) == (2, 29)
