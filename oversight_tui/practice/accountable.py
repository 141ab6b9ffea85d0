"""Which manager was accountable when, from the records of whose team it was. What they do not say is not recorded.

A supervisor is named with a worker, a team with each version of them; who sits here and which teams are theirs is said
once, and again when it changes. A change holds from its day on, so that what was before ends the day before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, TypeVar

from msgspec import Struct

from oversight_tui.words.dates import long_day

How = Literal["team", "supervisor", "holder"]
_DAY = timedelta(days=1)
HOW: dict[How, str] = {
    "team": "whose team it was",
    "supervisor": "named as supervisor",
    "holder": "holding the child",
}
NOT_RECORDED = "not recorded"


class TeamOf(Struct, frozen=True, gc=False):
    """A worker's team and supervisor from a day on, by name; None where that is not known."""

    since: date
    team: str | None = None
    supervisor: str | None = None


class ManagerSaid(Struct, frozen=True, gc=False):
    """Who the manager is from a day on, None where it was not said, and which teams are theirs: every one where none
    is named.
    """

    since: date
    name: str | None
    teams: tuple[str, ...] = ()


Said = TypeVar("Said", TeamOf, ManagerSaid)


class HeldBy(Struct, frozen=True):
    """A child held from a day on up to a last one: by a worker, by a `manager`, or by nobody, in a `team`. `known` is
    of the worker.
    """

    since: date
    until: date | None
    worker: str | None
    team: str | None
    known: tuple[TeamOf, ...] = ()
    manager: str | None = None


class Accountable(Struct, frozen=True):
    """A time with the manager who was accountable in it, None where it is not recorded, and how that is known. Both
    days are included, `last` is None where it goes on. `worker` is who held the child then.
    """

    first: date
    last: date | None
    manager: str | None
    how: How | None = None
    worker: str | None = None

    def says(self, name: Callable[[str], str] = str) -> str:
        """In a line, with names as they are written now."""
        until = f" to {long_day(self.last)}" if self.last is not None else ""
        how = f", {HOW[self.how]}" if self.how is not None else ""
        held = f"; held by {name(self.worker)}" if self.worker else ""
        return f"From {long_day(self.first)}{until}: {name(self.manager) if self.manager else NOT_RECORDED}{how}{held}"


def of_worker(
    known: Sequence[TeamOf], managers: Sequence[ManagerSaid], starts: date | None, leaves: date | None, today: date
) -> tuple[Accountable, ...]:
    """Who was accountable for a worker, from their first day here on, oldest first; nothing where no day is known."""
    days = [day for day in (starts, *(one.since for one in known)) if day is not None and day <= today]
    if not days:
        return ()
    last = leaves if leaves is not None and leaves < today else None
    return _joined(_in(HeldBy(min(days), last, None, None, tuple(known)), managers, today))


def of_child(held: Iterable[HeldBy], managers: Sequence[ManagerSaid], today: date) -> tuple[Accountable, ...]:
    """Who was accountable for a child, whoever held them, oldest first. Who holds a child from a day on holds them on
    that day.
    """
    ordered = sorted((one for one in held if one.since <= today), key=lambda one: one.since)
    found: list[Accountable] = []
    for place, one in enumerate(ordered):
        after = [later.since - _DAY for later in ordered[place + 1 :]]
        until = min((day for day in (*after[:1], one.until) if day is not None), default=None)
        if until is None or until >= one.since:
            found += _in(one.__replace__(until=until if until is None or until < today else None), managers, today)
    return _joined(found)


def _in(held: HeldBy, managers: Sequence[ManagerSaid], today: date) -> Iterator[Accountable]:
    """The times of one holding, each with its manager; it is parted wherever anything changed in it."""
    end = held.until or today
    changes = {*(one.since for one in held.known), *(one.since for one in managers)}
    days = sorted({held.since, *(day for day in changes if held.since < day <= end)})
    for place, day in enumerate(days):
        last = days[place + 1] - _DAY if place + 1 < len(days) else held.until
        manager, how = _on(held, managers, day)
        yield Accountable(day, last, manager, how, held.worker)


def _on(held: HeldBy, managers: Sequence[ManagerSaid], day: date) -> tuple[str | None, How | None]:
    """Who holds the child, where that is a manager; of a team the manager whose teams name it; else who is named as
    supervisor; else the manager of every team. A child stays in their team when the worker goes to another, and is of
    the worker's where theirs is not known.
    """
    if held.manager is not None:
        return held.manager, "holder"
    known, said = _latest(held.known, day), _latest(managers, day)
    team = held.team if held.team is not None or known is None else known.team
    if said is not None and said.name and team is not None and team in said.teams:
        return said.name, "team"
    if known is not None and known.supervisor:
        return known.supervisor, "supervisor"
    if said is not None and said.name and not said.teams:
        return said.name, "team"
    return None, None


def _latest(said: Sequence[Said], day: date) -> Said | None:
    """Of one day what was said last."""
    found: Said | None = None
    for one in said:
        if one.since <= day and (found is None or one.since >= found.since):
            found = one
    return found


def _joined(found: Iterable[Accountable]) -> tuple[Accountable, ...]:
    """Times that follow each other without anything between are one."""
    joined: list[Accountable] = []
    for one in found:
        before = joined[-1] if joined else None
        if before is not None and before.last == one.first - _DAY and _same(before, one):
            joined[-1] = before.__replace__(last=one.last)
        else:
            joined.append(one)
    return tuple(joined)


def _same(one: Accountable, other: Accountable) -> bool:
    return (one.manager, one.how, one.worker) == (other.manager, other.how, other.worker)
