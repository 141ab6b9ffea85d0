"""A child's discussion clock: days since the child was last discussed, in any setting.

Every child is discussed over a cycle, proportionate to risk (CYP Now, 24 June 2019). No national interval exists, so
all are local. The cycle is the child's limit.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from oversight_tui.practice.board import Clock, Coverage
from oversight_tui.practice.facts import Child
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.lateness import never_clock, running_clock
from oversight_tui.practice.policy import Policy


def risk_used(child: Child) -> str:
    """The risk whose interval applies: the manager's rating; not rated counts as medium, on a plan as high."""
    if child.risk is not None:
        return child.risk
    return "high" if child.status == "protection_plan" else "medium"


def discussion_clock(child: Child, policy: Policy, today: date) -> Clock:
    """Where the child's clock stands; with no discussion yet it runs from the day the child came into this store.

    No handing over starts it anew: a child who goes from worker to worker is the one nobody talks about.
    """
    ideal, limit = policy.child[risk_used(child)]
    last = child.last_discussed
    if last is not None:
        return _running(ideal, limit, last, today)
    return _never(ideal, limit, child.here_since, today, came_on_a_list=child.came_on_a_list)


# Very many children of an authority were last discussed on the same day: theirs is one clock.
@lru_cache(maxsize=4096)
def _running(ideal: Interval, limit: Interval, last: date, today: date) -> Clock:
    return running_clock(last, ideal.after(last), limit.after(last), today)


@lru_cache(maxsize=4096)
def _never(ideal: Interval, limit: Interval, counted_from: date | None, today: date, *, came_on_a_list: bool) -> Clock:
    if counted_from is None:
        return never_clock(None, None, today, awaits_opening=False)
    limit_by = limit.after(counted_from)
    return never_clock(ideal.after(counted_from), limit_by, today, awaits_opening=came_on_a_list and today <= limit_by)


def coverage(states: Iterable[str]) -> Coverage:
    """How many children stand in each state."""
    counted = {"in_time": 0, "due": 0, "overdue": 0, "never": 0}
    for state in states:
        counted[state] += 1
    return Coverage(sum(counted.values()), **counted)
