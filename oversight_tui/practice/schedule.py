"""Sessions to come: laid down every so many weeks, or thought of one after the other at the worker's own interval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.practice.facts import Absence, Worker
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.possible_days import can_be, last_possible, nearest_possible, next_possible, not_here
from oversight_tui.practice.supervision import limits_for

# A session that is held takes the place of one that is planned so near to it.
TAKES_A_PLAN_WITHIN = timedelta(days=7)

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


class LaidDown(Struct, frozen=True):
    """The days of a schedule; `moved` are those that gave way, as (the day it would have been, the day it is), and
    `left_out` those for which no day is possible.
    """

    days: tuple[date, ...]
    moved: tuple[tuple[date, date], ...] = ()
    left_out: tuple[date, ...] = ()


def laid_down(
    first: date, every_weeks: int, until: date, absences: Sequence[Absence], earliest: date | None = None
) -> LaidDown:
    """Sessions from `first` up to `until`, `earliest` the first day on which one can be, `first` where it is not said.

    A day on which nobody works or the worker is away gives way to the nearest one of its week on which it can be, and
    where there is none to the nearest one that is at least half the weeks from the sessions before and after it.
    """
    days: list[date] = []
    moved, left_out = [], []
    wanted, half = first, every_weeks * 7 // 2 * _DAY
    while wanted <= until:
        after = (days[-1] + half if days else max(earliest or first, first - half)) - _DAY
        before = min(wanted + every_weeks * _WEEK - half, until) + _DAY
        good = wanted if can_be(wanted, absences) else nearest_possible(wanted, after, before, absences)
        if good is None:
            left_out.append(wanted)
        else:
            days.append(good)
            moved += [(wanted, good)] if good != wanted else []
        wanted += every_weeks * _WEEK
    return LaidDown(tuple(days), tuple(moved), tuple(left_out))


def days_thought_of(
    worker: Worker, absences: Iterable[Absence], policy: Policy, after: date | None, today: date
) -> Iterator[date]:
    """The days on which sessions with a worker would be, each at the worker's own interval after the one before.

    Each is the last possible day within the ideal interval in force, never before `today`; where the worker is away
    for all of it, the first day back. `after` is the session from which the first of them counts, None where there is
    none. It ends with the worker's last day, and where no day of return is known.
    """
    away = not_here(worker, absences)
    earliest = today
    while True:
        by = limits_for(worker, policy, after, after)[0].after(after) if after is not None else today
        day = last_possible(by, earliest, away) or next_possible(earliest, away)
        if day is None:
            return
        yield day
        after, earliest = day, day + _DAY
