"""Who supervises the workers of some teams, what that takes, and what they have of their own: supervision, a programme.

Whose supervisor is nowhere named is supervised by whoever held their last one-to-one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.practice.facts import TeamFacts, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.naming import name_key
from oversight_tui.practice.programmes import ProgrammeOf
from oversight_tui.practice.sight.values import Supervisor
from oversight_tui.words.persons import is_oneself
from oversight_tui.words.text import one_line

WEEKS = 13
SPAN = timedelta(weeks=WEEKS)


class OneToOne(Struct, frozen=True, array_like=True, gc=False):
    """A one-to-one with a worker that was held on a day, or was planned for it and not held. `by` is whose it was to
    hold. `counts` says of one that was cut short whether it counts.
    """

    worker: WorkerId
    by: str
    on: date
    held: bool
    cancelled: bool
    counts: bool | None


class Supervising:
    """Who supervises whom in these teams. `me` are the names that stand for whoever sits here, their own first."""

    def __init__(
        self, workers: Sequence[Worker], facts: TeamFacts, sessions: Sequence[OneToOne], me: Sequence[str], today: date
    ) -> None:
        self._workers, self._me, self._today = workers, me, today
        self._children = Counter(child.worker_id for child in facts.children)
        self._to_hold: Counter[str] = Counter()
        self._held: Counter[str] = Counter()
        self._names: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._supervised: dict[str, list[Worker]] = defaultdict(list)
        for worker in workers:
            for name in self._supervisors_of(worker):
                self._supervised[self._met(name)].append(worker)
        for one in asked_of(sessions):
            key = self._met(one.by)
            self._to_hold[key] += 1
            self._held[key] += one.held and one.counts is not False
        self._known = _by_name(facts)

    @property
    def workers(self) -> list[WorkerId]:
        """Those who supervise and are workers themselves."""
        found = (self._known.get(key) for key in self._those_who_do())
        return sorted(one.id for one in found if one is not None)

    def supervisors(self, programmes: Mapping[WorkerId, ProgrammeOf]) -> tuple[Supervisor, ...]:
        """Each of them, by name."""
        found = [self._supervisor(key, programmes) for key in self._those_who_do()]
        return tuple(sorted(found, key=lambda one: (name_key(one.name), one.name)))

    def _supervisor(self, key: str, programmes: Mapping[WorkerId, ProgrammeOf]) -> Supervisor:
        own = self._known.get(key)
        supervised = self._supervised.get(key, ())
        last = own.last_held if own is not None else None
        programme = programmes.get(own.id) if own is not None else None
        return Supervisor(
            name=own.name if own is not None else self._names[key],
            worker=own.id if own is not None else None,
            workers=len(supervised),
            children=sum(self._children[one.id] for one in supervised),
            to_hold=self._to_hold[key],
            held=self._held[key],
            own_last=last,
            own_days=max(0, (self._today - last).days) if last is not None else None,
            programme=programme.name if programme is not None else None,
            programme_from=programme.begun_on if programme is not None else None,
            programme_until=(programme.ended_on or programme.until) if programme is not None else None,
            programme_completed=programme.completed if programme is not None else None,
        )

    def _those_who_do(self) -> Iterator[str]:
        yield from (key for key in self._names if self._supervised.get(key) or self._to_hold[key])

    def _supervisors_of(self, worker: Worker) -> list[str]:
        """The names of those who supervise a worker, each once."""
        if worker.has_left(self._today):
            return []
        named = [name for name in (worker.supervisor, worker.second_supervisor) if name]
        if not named and worker.last_held_by and not worker.last_held_is_opening:
            named = [worker.last_held_by]
        return list({self._key(name): name for name in named}.values())

    def _met(self, name: str) -> str:
        """The key of a name; it is told as it was met first."""
        key = self._key(name)
        if key not in self._names:
            self._names[key] = self._name(name)
        return key

    def _key(self, name: str) -> str:
        if name not in self._keys:
            self._keys[name] = name_key(self._name(name))
        return self._keys[name]

    def _name(self, name: str) -> str:
        return self._me[0] if is_oneself(name) or name in self._me else one_line(name)


def asked_of(sessions: Sequence[OneToOne]) -> Iterator[OneToOne]:
    """The sessions that somebody was to hold: those held, and those planned that were cancelled, or of which nothing
    was said and that no later one-to-one of the worker answered.
    """
    last_held: dict[WorkerId, date] = {}
    for one in sessions:
        if one.held:
            last_held[one.worker] = max(one.on, last_held.get(one.worker, date.min))
    for one in sessions:
        if one.held or one.cancelled or last_held.get(one.worker, date.min) < one.on:
            yield one


def _by_name(facts: TeamFacts) -> Mapping[str, Worker]:
    """The workers who are known by a name that nobody else goes by."""
    own = facts.manager.worker if facts.manager is not None else None
    everybody = {one.id: one for one in (*facts.named, *facts.workers, *((own,) if own is not None else ()))}
    found: dict[str, list[Worker]] = defaultdict(list)
    for worker in everybody.values():
        found[name_key(worker.name)].append(worker)
    return {name: workers[0] for name, workers in found.items() if len(workers) == 1}
