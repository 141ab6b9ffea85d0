"""Children who are to be expected, as if they were here already: what they would ask of the sessions to come.

Nobody knows them, so those of each worker have the risks of the team's present children in the same shares, and their
talks at even distances: the first falls due anywhere within their limit. One child more changes nothing of those
before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta

from oversight_tui.practice.discussion_clock import risk_used
from oversight_tui.practice.facts import Child, Risk, TeamFacts
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.sight.people_then import Room

_DAY = timedelta(days=1)
# The gravest first, which of two equal shares is filled before the other.
_RISKS: tuple[Risk, ...] = ("very_high", "high", "medium", "low")


def is_newcomer(child: ChildId) -> bool:
    """Whether this is nobody of the store, but a child who is to be expected."""
    return child < 0


def with_newcomers(facts: TeamFacts, number: int, policy: Policy, today: date, on: date) -> TeamFacts:
    """The team with so many children more, each with whoever has most room of those who are there on a day."""
    if number <= 0:
        return facts
    room = Room(facts, policy, on)
    mix = Counter(risk_used(child) for child in facts.children) or Counter({"medium": 1})
    of_worker: dict[WorkerId | None, _Expected] = defaultdict(lambda: _Expected(mix))
    more = []
    for place in range(1, number + 1):
        worker = room.next_for(1)
        risk, nth = of_worker[worker].next()
        more.append(
            Child(
                ChildId(-place),
                f"expected {place}",
                worker_id=worker,
                risk=risk,
                last_discussed=_last_talk(policy, risk, nth, today),
                here_since=today,
            )
        )
    return facts.__replace__(children=(*facts.children, *more))


class _Expected:
    """Those of one worker, one after the other: the risk that is furthest behind its share, and the how many-th of it
    the child is.
    """

    def __init__(self, mix: Counter[str]) -> None:
        self._mix = mix
        self._given: Counter[str] = Counter()

    def next(self) -> tuple[Risk, int]:
        """The next one's."""
        place = self._given.total() + 1
        risk = max(_RISKS, key=lambda one: self._mix[one] * place / self._mix.total() - self._given[one])
        self._given[risk] += 1
        return risk, self._given[risk]


def _last_talk(policy: Policy, risk: Risk, place: int, today: date) -> date:
    limit = (policy.child[risk][1].after(today) - today).days
    return today - round(limit * _spread(place)) * _DAY


def _spread(place: int) -> float:
    """Points between 0 and 1 that stay evenly apart however many there are: 1/2, 1/4, 3/4, 1/8 (van der Corput)."""
    found, step = 0.0, 0.5
    while place:
        place, bit = divmod(place, 2)
        found += bit * step
        step /= 2
    return found
