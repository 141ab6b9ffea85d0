"""The team as it would be: who has left, who is back, who is there on a day, and who then holds whose children.

The children of who has left go one family after the other, the largest first, to whoever then holds the least of a full
caseload (for their FTE, a newly qualified worker's smaller); of two alike by name. Nobody gets any who is not there on
the day that is looked at, or whose FTE is not known, unless nobody's is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from oversight_tui.practice.facts import Absence, Child, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.possible_days import why_not_here
from oversight_tui.practice.sight.caseloads import carries
from oversight_tui.practice.sight.what_if_asked import Back, WhatIf
from oversight_tui.practice.standing_in import absence_ahead
from oversight_tui.practice.supervision import is_newly_qualified

_DAY = timedelta(days=1)
_WHOLE = 100


def as_asked(facts: TeamFacts, asked: WhatIf, today: date) -> TeamFacts:
    """The same team, with those leaving who are asked to, and those back who are away."""
    last_days = {one.worker: one.last_day for one in asked.leaves}
    workers = tuple(
        worker.__replace__(leaves=last_days[worker.id]) if worker.id in last_days else worker
        for worker in facts.workers
    )
    absences = facts.absences
    for one in asked.back:
        absences = _back(absences, one, today)
    return facts.__replace__(workers=workers, absences=absences)


def _back(absences: Sequence[Absence], asked: Back, today: date) -> tuple[Absence, ...]:
    """Every absence of the stretch that a worker is in, or that is to come, ends the day before; one that would begin
    later in it falls away, and leave that is apart from it stands.
    """
    theirs = [one for one in absences if one.worker_id == asked.worker]
    stretch = absence_ahead(theirs, today)
    if stretch is None:
        return tuple(absences)
    found = []
    for one in absences:
        in_it = one.worker_id == asked.worker and (stretch.last_day is None or one.first_day <= stretch.last_day)
        if not in_it or (one.last_day is not None and one.last_day < asked.first_day):
            found.append(one)
        elif one.first_day < asked.first_day:
            found.append(one.__replace__(last_day=asked.first_day - _DAY))
    return tuple(found)


def there(facts: TeamFacts, day: date, *, away_too: bool) -> tuple[Worker, ...]:
    """The workers who have begun by a day and have not left, by name; those away among them where it is said."""
    absences = () if away_too else facts.absences
    found = (worker for worker in facts.workers if why_not_here(worker, absences, day) is None)
    return tuple(sorted(found, key=lambda worker: (worker.name, worker.id)))


def fte_of(workers: Iterable[Worker]) -> float | None:
    """The FTE of those whose is known; None where nobody's is."""
    known = [worker.fte for worker in workers if worker.fte is not None]
    return round(sum(known), 2) if known else None


def carrying(facts: TeamFacts, day: date) -> int:
    """The team's children with workers who are of the team on a day and whose FTE is known and more than 0."""
    counted = {worker.id for worker in facts.workers if carries(worker, day)}
    own = (None, *facts.teams)
    return sum(child.worker_id in counted for child in facts.children if child.team in own)


def full_caseload(worker: Worker, policy: Policy, day: date) -> float | None:
    """The children of a full caseload for this worker; None where no FTE is known, or the policy has no number."""
    whole = policy.sight["full_caseload"]
    if not worker.fte or not whole:
        return None
    share = policy.sight["newly_qualified_percent"] if is_newly_qualified(worker, policy, day) else _WHOLE
    return whole * worker.fte * share / _WHOLE


class Room:
    """Who is there on a day, and how much of a full caseload each holds: who gets the next children."""

    def __init__(self, facts: TeamFacts, policy: Policy, day: date) -> None:
        here = there(facts, day, away_too=False)
        with_fte = [worker for worker in here if worker.fte]
        self._workers = with_fte or list(here)
        self._room = {worker.id: _room(worker, policy, day) for worker in self._workers}
        self._held = Counter(child.worker_id for child in facts.children)

    def next_for(self, children: int) -> WorkerId | None:
        """Who gets the next so many children, counted from then on; None where nobody is there."""
        worker = min(self._workers, key=self._load, default=None)
        if worker is None:
            return None
        self._held[worker.id] += children
        return worker.id

    def _load(self, worker: Worker) -> tuple[float, str, int]:
        return self._held[worker.id] / self._room[worker.id], worker.name, worker.id


def _room(worker: Worker, policy: Policy, day: date) -> float:
    share = policy.sight["newly_qualified_percent"] if is_newly_qualified(worker, policy, day) else _WHOLE
    return (worker.fte or 1.0) * max(1, share)


def shared_out(facts: TeamFacts, policy: Policy, day: date) -> TeamFacts:
    """The same team, with the children of those who have left by a day held by those who are there on it."""
    gone = {worker.id for worker in facts.workers if worker.has_left(day)}
    families: dict[object, list[Child]] = defaultdict(list)
    for child in sorted(facts.children, key=lambda child: child.reference):
        if child.worker_id in gone:
            families[child.family or child.id].append(child)
    room = Room(facts, policy, day)
    moved: dict[ChildId, Child] = {}
    for family in sorted(families.values(), key=lambda family: (-len(family), family[0].reference)):
        to = room.next_for(len(family))
        moved |= {child.id: child.__replace__(worker_id=to) for child in family}
    return facts.__replace__(children=tuple(moved.get(child.id, child) for child in facts.children))
