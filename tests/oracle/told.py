"""What counts of a history, found by whom or what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from tests.oracle.standing import entries, of_kind, standing
from tests.oracle.typed import (
    ActionAdded,
    ActionCarried,
    ActionEnded,
    Away,
    Back,
    Cancelled,
    CaseloadImported,
    ChildAdded,
    ChildCorrected,
    Covered,
    Filed,
    Handed,
    Held,
    Leaving,
    ListRow,
    Moved,
    OwnRule,
    Planned,
    SessionTalk,
    Typed,
    WorkerAdded,
    WorryClosed,
    WorryRaised,
)

# A session that is held takes up the nearest planned one so many days from it.
NEAR = 7


@dataclass(frozen=True, order=True)
class Holding:
    """From a day on, somebody or nobody was said to hold a child; `how` it was said."""

    on: date
    number: int
    worker: str | None = field(compare=False)
    how: Handed | ChildAdded | ListRow = field(compare=False)


class Told:
    """A history as it stands when the last thing in it has been typed."""

    def __init__(self, typed: Iterable[Typed]) -> None:
        self.typed = list(typed)
        self.entries = entries(self.typed)
        self.workers = {what.name: what for _, what in of_kind(self.entries, WorkerAdded)}

    def children(self) -> list[str]:
        """Every child who ever came in, first come first."""
        found = dict.fromkeys(
            child
            for one in self.entries
            for child in (
                [one.what.child]
                if isinstance(one.what, ChildAdded)
                else [row.child for row in one.what.rows]
                if isinstance(one.what, CaseloadImported)
                else []
            )
        )
        return list(found)

    def lists(self, child: str) -> list[tuple[date, int, ListRow]]:
        """What each list said of the child, by the day it shows, then by order of typing."""
        found = [
            (what.shows, one.number, row)
            for one, what in of_kind(self.entries, CaseloadImported)
            for row in what.rows
            if row.child == child
        ]
        return sorted(found, key=lambda shown: shown[:2])

    def is_closed(self, child: str) -> bool:
        """Whether the last list says that the child's episode has ended, and nobody was given the child after that."""
        lists = self.lists(child)
        if not lists or lists[-1][2].closed is None:
            return False
        given = [what.on for _, what in of_kind(self.entries, Handed) if what.child == child]
        return not any(on > lists[-1][0] for on in given)

    def holdings(self, child: str) -> list[Holding]:
        """Who was said to hold the child, by the day it was so, then by order of typing.

        A list that agreed, when it came in, with who held the child on its day is none of these: it says nothing new.
        Nor is one that came in after a newer one had shown the child.
        """
        found: list[Holding] = []
        shown_on = date.min
        for one in self.entries:
            match one.what:
                case ChildAdded() as added if added.child == child:
                    found.append(Holding(one.day, one.number, added.worker, added))
                case Handed() as handed if handed.child == child:
                    found.append(Holding(handed.on, one.number, handed.to, handed))
                case CaseloadImported() as listed:
                    for row in listed.rows:
                        if row.child != child or listed.shows < shown_on:
                            continue
                        shown_on = listed.shows
                        worker = None if row.closed else row.worker
                        before = max((holding for holding in found if holding.on <= listed.shows), default=None)
                        if not (before and before.worker == worker):
                            found.append(Holding(listed.shows, one.number, worker, row))
        return sorted(found)

    def on_file(self) -> set[int]:
        """The talks on the file of the child they are about: one that was put on another's file since is on neither."""
        counts = {one.number for one, _ in of_kind(self.entries, Filed)}
        about: dict[int, str] = {}
        put_there: dict[int, str | None] = {}
        for one in standing(self.typed):
            if isinstance(one.what, ChildCorrected):
                about[one.what.of] = one.what.child
            elif isinstance(one.what, Filed) and one.number in counts:
                put_there[one.what.talk] = about.get(one.what.talk)
        return {talk for talk, child in put_there.items() if about.get(talk) == child}

    def holder(self, child: str) -> str | None:
        """Who was last said to hold the child."""
        return self.holdings(child)[-1].worker

    def arrived(self, child: str) -> date:
        """The day on which the child came in by hand, or that the first list with the child shows."""
        days = [one.day for one, what in of_kind(self.entries, ChildAdded) if what.child == child]
        return min([*days, *(shows for shows, _, _ in self.lists(child))])

    def leaves(self, worker: str) -> date | None:
        """The worker's last day in the team, as it was last typed."""
        days = [what.on for _, what in of_kind(self.entries, Leaving) if what.worker == worker]
        return days[-1] if days else None

    def has_left(self, worker: str, today: date) -> bool:
        """Whether the worker's last day is over."""
        leaves = self.leaves(worker)
        return leaves is not None and leaves < today

    def own_rules(self, worker: str) -> list[tuple[Typed, OwnRule]]:
        """The worker's own limits, in the order of typing."""
        return [(one, what) for one, what in of_kind(self.entries, OwnRule) if what.worker == worker]

    def absences(self, worker: str) -> list[tuple[date, date | None]]:
        """First and last day of each absence of the worker; those that overlap or follow one another are one."""
        found: list[tuple[date, date | None]] = []
        for first, last in sorted(self.absences_typed(worker), key=lambda days: days[0]):
            if found and (found[-1][1] is None or first <= found[-1][1] + timedelta(days=1)):
                begins, ends = found.pop()
                first, last = begins, None if ends is None or last is None else max(ends, last)
            found.append((first, last))
        return found

    def absences_typed(self, worker: str) -> list[tuple[date, date | None]]:
        """First and last day of each absence as it was typed; a last day that was said ended each that went on."""
        found: list[tuple[date, date | None]] = []
        for one in self.entries:
            if isinstance(one.what, Away) and one.what.worker == worker:
                others = [days for days in found if days[0] != one.what.first]  # the same first day says when it ends
                found = [*others, (one.what.first, one.what.last)]
            elif isinstance(one.what, Back) and one.what.worker == worker:
                day = one.day
                found = [(first, one.what.last if in_between(day, first, last) else last) for first, last in found]
        return found

    def absence(self, worker: str, today: date) -> tuple[date, date | None] | None:
        """The absence that the worker is in."""
        return next((days for days in self.absences(worker) if in_between(today, *days)), None)

    def days_away(self, worker: str, after: date, until: date) -> int:
        """How many days after the one and up to the other the worker was away."""
        days = (after + timedelta(days=number) for number in range(1, (until - after).days + 1))
        return sum(any(in_between(day, *away) for away in self.absences(worker)) for day in days)

    def covers(self, worker: str, today: date) -> list[str]:
        """Who is said to stand in for the worker today, the last said last."""
        found = [
            (what.first, one.number, what.by)
            for one, what in of_kind(self.entries, Covered)
            if what.worker == worker and in_between(today, what.first, what.last)
        ]
        return [by for _, _, by in sorted(found)]

    def sessions(self, worker: str) -> list[tuple[int, date]]:
        """The one-to-one sessions held with the worker: number and day."""
        found = [
            (one.number, what.on)
            for one, what in of_kind(self.entries, Held)
            if what.kind == "one_to_one" and what.worker == worker
        ]
        found += [(one.number, what.on) for one, what in of_kind(self.entries, SessionTalk) if what.worker == worker]
        return found

    def plans(self, worker: str) -> list[date]:
        """The day of every session that was ever planned with the worker, also before it was moved."""
        days = [what.on for _, what in of_kind(self.entries, Planned) if what.worker == worker]
        return days + [what.to for _, what in of_kind(self.entries, Moved) if what.worker == worker]

    def open_plans(self, worker: str) -> list[date]:
        """The days of planned sessions of which nothing else was said."""
        return sorted(self._open_plans(worker).values())

    def open_plan(self, number: int) -> date | None:
        """The day of this planned session, where nothing else was said of it."""
        plan = next((what for one, what in of_kind(self.entries, Planned) if one.number == number), None)
        return self._open_plans(plan.worker).get(number) if plan else None

    def cancelled(self, worker: str) -> list[tuple[Typed, Cancelled]]:
        """The planned sessions that were cancelled, in the order of typing."""
        return [(one, what) for one, what in of_kind(self.entries, Cancelled) if what.worker == worker]

    def new_dates(self, worker: str, cancelled: Cancelled, number: int) -> tuple[list[date], list[date]]:
        """The new dates of a cancelled session, to come and held: for a later day, or planned or moved since."""
        plans = self._plans(worker)
        later = {what.planned for one, what in of_kind(self.entries, Moved) if one.number > number}
        new = {plan for plan, on in plans.items() if plan > number or plan in later or on > cancelled.on}
        held = [what.on for one, what in of_kind(self.entries, Held) if self._taken_up.get(one.number) in new]
        return [on for plan, on in self._open_plans(worker).items() if plan in new], held

    def _open_plans(self, worker: str) -> dict[int, date]:
        gone = {what.planned for _, what in of_kind(self.entries, Cancelled)}
        gone |= {self._taken_up[one.number] for one in self.entries if one.number in self._taken_up}
        return {plan: on for plan, on in self._plans(worker).items() if plan not in gone}

    def _plans(self, worker: str) -> dict[int, date]:
        plans = {one.number: what.on for one, what in of_kind(self.entries, Planned) if what.worker == worker}
        moved = {what.planned: what.to for _, what in of_kind(self.entries, Moved)}
        return {plan: moved.get(plan, on) for plan, on in plans.items()}

    @cached_property
    def _taken_up(self) -> dict[int, int]:
        """By the number of each one-to-one held the plan it took up, on the day it was typed with and for good."""
        taken: dict[int, int] = {}
        for place, one in enumerate(self.typed):
            what = one.what
            if isinstance(what, Held) and what.kind == "one_to_one":
                before = Told(self.typed[:place])
                before._taken_up = taken
                near = {
                    abs((on - what.on).days): plan
                    for plan, on in before._open_plans(what.worker).items()
                    if abs((on - what.on).days) <= NEAR
                }
                if near:
                    taken[one.number] = near[min(near)]
        return taken

    def open_worries(self, child: str) -> list[tuple[int, WorryRaised]]:
        """The worries about the child that nobody closed, each with its number."""
        closed = {what.worry for _, what in of_kind(self.entries, WorryClosed)}
        return [
            (one.number, what)
            for one, what in of_kind(self.entries, WorryRaised)
            if what.child == child and one.number not in closed
        ]

    def open_actions(self) -> list[tuple[ActionAdded, date]]:
        """The actions that are neither done nor dropped, each with its day as it was last carried over."""
        ended = {what.action for _, what in of_kind(self.entries, ActionEnded)}
        carried = {what.action: what.to for _, what in of_kind(self.entries, ActionCarried)}
        return [
            (what, carried.get(one.number, what.by))
            for one, what in of_kind(self.entries, ActionAdded)
            if one.number not in ended
        ]


def in_between(day: date, first: date, last: date | None) -> bool:
    """Whether the day is one of these, both ends among them."""
    return first <= day and (last is None or day <= last)
