"""All that is expected of one day, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracle.expected.children import Child, caseload
from tests.oracle.expected.lines import OPEN, Line
from tests.oracle.expected.of_children import lines_of_child
from tests.oracle.expected.of_work import action_owner, lines_of_work
from tests.oracle.expected.of_workers import lines_of_workers
from tests.oracle.expected.workers import Clock, clock, is_newly_qualified
from tests.oracle.told import Told
from tests.oracle.typed import Typed


@dataclass(frozen=True)
class Worker:
    """A worker of the team on one day; `actions_overdue` at least, and at most with those of owners who have left
    and those about children whom a list has closed."""

    name: str
    newly_qualified: bool
    clock: Clock
    coverage: Counter[str]
    worries_open: int
    actions_overdue: tuple[int, int]
    absence: tuple[date, date | None] | None


@dataclass(frozen=True)
class Board:
    """One day: the workers who are in the team, the open children, the lines that must or may stand.

    `names` are all workers of the history, also those to come and those who left.
    """

    today: date
    names: list[str]
    workers: list[Worker]
    children: list[Child]
    lines: list[Line]


def board(typed: list[Typed], today: date) -> Board:
    """What must be said on that day when these things have been typed."""
    told = Told(typed)
    children = caseload(told, today)
    present = [name for name, added in told.workers.items() if added.starts <= today and not told.has_left(name, today)]
    return Board(
        today,
        list(told.workers),
        [_worker(told, name, children, today) for name in present],
        children,
        list(_lines(told, children, today)),
    )


def _worker(told: Told, name: str, children: list[Child], today: date) -> Worker:
    theirs = [child for child in children if child.worker == name]
    holders = {child.reference: child.worker for child in children}
    late = [
        action_owner(told, action.owner, holders[action.child], today)
        for action, by in told.open_actions()
        if by < today and action.child in holders
    ]
    of_left = [
        1
        for action, by in told.open_actions()
        if by < today and told.has_left(action.owner, today) and holders.get(action.child) == name
    ]
    of_closed = [
        1 for action, by in told.open_actions() if by < today and action.owner == name and action.child not in holders
    ]
    return Worker(
        name=name,
        newly_qualified=is_newly_qualified(told, name, today),
        clock=clock(told, name, today),
        coverage=Counter(child.state for child in theirs),
        worries_open=sum(len(told.open_worries(child.reference)) for child in theirs),
        actions_overdue=(late.count(name), late.count(name) + len(of_left) + len(of_closed)),
        absence=told.absence(name, today),
    )


def _lines(told: Told, children: list[Child], today: date) -> Iterator[Line]:
    yield from lines_of_workers(told, children, today)
    for child in children:
        yield from lines_of_child(told, child, today)
        yield from lines_of_work(told, child, today)
        if child.worker is None:
            yield Line("unallocated", child.reference, OPEN, tier="urgent", certain=child.bucket == "unallocated")
