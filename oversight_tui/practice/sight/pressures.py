"""Early warning: which pressures on a team moved more than they usually do, and by how much.

Method (local). A number is held against what it was so many months ago (`pressure_months`). Its usual change over as
long a time is the standard deviation of its changes from month to month before that, times the square root of the
months: what it would move by if those changes came by chance. One that moved by so many times that
(`pressure_percent`), and by its own least step, is told; of these the few that moved by most times. What counts things
of a month (sessions cancelled, children new) is taken over as many months together.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from datetime import date
from math import sqrt
from statistics import stdev
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.policy import Policy
from oversight_tui.practice.sight.months import MonthFigures
from oversight_tui.practice.sight.values import TeamSight

PressureKey = Literal[
    "per_fte",
    "fte",
    "unallocated",
    "supervised",
    "discussed",
    "visited",
    "worries_open",
    "worries_review_late",
    "actions_late",
    "decisions_without_because",
    "escalations_unanswered",
    "cancelled",
    "net_new",
]
Unit = Literal["number", "percent", "fte"]
# Changes from month to month before the ones that are looked at; of fewer nobody can say what is usual.
FEWEST_CHANGES = 4
_WHOLE = 100


class Pressure(Struct, frozen=True):
    """How one number moved: what it `was` on `since`, what it `is` on `until`, and the change it `usually` makes in as
    long a time, each in its own unit. `worse` says that the change is more pressure and not less.
    """

    key: PressureKey
    unit: Unit
    since: date
    until: date
    was: float
    now: float
    usually: float
    worse: bool

    @property
    def change(self) -> float:
        """How much more it is than it was."""
        return self.now - self.was

    @property
    def times(self) -> float:
        """How many times its usual change that is."""
        return abs(self.change) / self.usually


class Pressures(Struct, frozen=True):
    """The pressures that moved most: those that grew first, then those that eased, each by how many times its usual
    change. `known` is False where there are too few months to say what is usual.
    """

    moved: tuple[Pressure, ...]
    known: bool


class _Watched(Struct, frozen=True):
    """One number: how it is read out of a month, or of several together where it counts what happened in them; its
    unit, the least change that is worth a word, whether more of it is worse, and of how many people it is a share.
    """

    key: PressureKey
    of: Callable[[Sequence[MonthFigures]], float | None]
    unit: Unit = "number"
    least: float = 2.0
    more_is_worse: bool = True
    of_months: bool = False
    people: Callable[[MonthFigures], int] | None = None

    def least_told(self, newest: MonthFigures) -> float:
        """The least change that is told: of people in time also more than one of them, however few there are. One and a
        half, since one is never exactly that.
        """
        people = self.people(newest) if self.people is not None else 0
        return max(self.least, 1.5 * _WHOLE / people) if people else self.least


def _percent(part: int, of: int) -> float | None:
    return _WHOLE * part / of if of else None


def _in_time(key: PressureKey, in_time: Callable[[MonthFigures], int], of: Callable[[MonthFigures], int]) -> _Watched:
    """Of people the share that is in time, in percent."""
    return _Watched(
        key,
        lambda months: _percent(in_time(months[-1]), of(months[-1])),
        "percent",
        least=5.0,
        more_is_worse=False,
        people=of,
    )


def _cancelled(months: Sequence[MonthFigures]) -> float | None:
    cancelled = sum(one.cancelled for one in months)
    return _percent(cancelled, cancelled + sum(one.held for one in months))


def _net_new(months: Sequence[MonthFigures]) -> float:
    return sum(one.new + one.transferred_in - one.closed - one.transferred_out for one in months)


_WATCHED: tuple[_Watched, ...] = (
    _Watched("per_fte", lambda months: months[-1].per_fte, least=0.5),
    _Watched("fte", lambda months: months[-1].fte, "fte", 0.5, more_is_worse=False),
    _Watched("unallocated", lambda months: months[-1].unallocated),
    _in_time("supervised", lambda one: one.supervised, lambda one: one.supervised_of),
    _in_time("discussed", lambda one: one.discussed, lambda one: one.discussed_of),
    _in_time("visited", lambda one: one.visited, lambda one: one.visited_of),
    _Watched("worries_open", lambda months: months[-1].worries_open),
    _Watched("worries_review_late", lambda months: months[-1].worries_review_late),
    _Watched("actions_late", lambda months: months[-1].actions_late),
    _Watched("decisions_without_because", lambda months: months[-1].decisions_without_because),
    _Watched("escalations_unanswered", lambda months: months[-1].escalations_unanswered),
    _Watched("cancelled", _cancelled, "percent", 5.0, of_months=True),
    _Watched("net_new", _net_new, least=3.0, of_months=True),
)


def pressures(months: Sequence[MonthFigures], now: MonthFigures | None, policy: Policy) -> Pressures:
    """What moved most. `months` are those that are over, oldest first; `now` is what is so today, where that is none of
    them.
    """
    back = max(1, policy.sight["pressure_months"])
    found = [(each, one) for each in _WATCHED if (one := _moved(each, months, now, back)) is not None]
    newest = now or (months[-1] if months else None)
    told = [
        one
        for watched, one in found
        if newest is not None
        and one.times * _WHOLE >= policy.sight["pressure_percent"]
        and abs(one.change) >= watched.least_told(newest)
    ]
    told.sort(key=lambda one: (not one.worse, -one.times))
    return Pressures(tuple(told[: policy.sight["pressures_most"]]), bool(found))


def as_a_month(sight: TeamSight, today: date) -> MonthFigures:
    """What is so today as the figures of a month end; of what happens in a month nothing."""
    supervised, discussed, visited = (sight.shares[key] for key in ("supervised", "discussed", "visited"))
    return MonthFigures(
        last_day=today,
        workers=sight.count("workers"),
        fte=sight.fte,
        children=sight.count("children"),
        carrying=sight.carrying,
        unallocated=sight.count("unallocated"),
        supervised=supervised.in_time,
        supervised_of=supervised.of,
        discussed=discussed.in_time,
        discussed_of=discussed.of,
        visited=visited.in_time,
        visited_of=visited.of,
        worries_open=sight.count("worries_open"),
        worries_review_late=sight.count("worries_review_late"),
        actions_late=sight.count("actions_late"),
        decisions_without_because=sight.count("decisions_without_because"),
        escalations_unanswered=sight.count("escalations_unanswered"),
        held=0,
        cancelled=0,
        new=0,
        closed=0,
        transferred_in=0,
        transferred_out=0,
    )


def _moved(watched: _Watched, months: Sequence[MonthFigures], now: MonthFigures | None, back: int) -> Pressure | None:
    """How one number moved; None where it is not known, or where there are too few months before."""
    points = [*months, now] if now is not None and not watched.of_months else [*months]
    together = back if watched.of_months else 1
    series = [
        (points[at].last_day, value)
        for at in range(together - 1, len(points))
        if (value := watched.of(points[at - together + 1 : at + 1])) is not None
    ]
    before = series[: len(series) - back]
    changes = [after - earlier for (_, earlier), (_, after) in itertools.pairwise(before)]
    if len(changes) < FEWEST_CHANGES:
        return None
    (since, was), (until, is_now) = before[-1], series[-1]
    # What never moved is taken to move by half a step, so that its first step is not beyond all measure.
    usually = max(stdev(changes) * sqrt(back), watched.least / 2)
    worse = (is_now > was) == watched.more_is_worse
    return Pressure(watched.key, watched.unit, since, until, was, is_now, usually, worse)
