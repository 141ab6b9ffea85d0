"""Children who are to be expected, as if they were here already: what they would ask of the sessions to come.

Nobody knows them, so they have the risks of the team's present children in the same shares, and each their talks at
even distances: the first falls due anywhere within their limit, one more child changing nothing of those before.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from oversight_tui.practice.discussion_clock import risk_used
from oversight_tui.practice.facts import Child, Risk, TeamFacts
from oversight_tui.practice.ids import ChildId
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
    given: Counter[str] = Counter()
    more = []
    for place in range(1, number + 1):
        risk = max(_RISKS, key=lambda one: mix[one] * place / mix.total() - given[one])
        given[risk] += 1
        more.append(
            Child(
                ChildId(-place),
                f"expected {place}",
                worker_id=room.next_for(1),
                bucket=None,
                risk=risk,
                last_discussed=_last_talk(policy, risk, given[risk], today),
                here_since=today,
            )
        )
    return facts.__replace__(children=(*facts.children, *more))


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
