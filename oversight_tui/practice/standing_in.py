"""Who stands in for somebody, from which day to which, over a whole absence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.practice.calendar import away_until, is_working_day
from oversight_tui.practice.cover import StandingIn, away_on
from oversight_tui.practice.facts import Absence, Cover, Worker

_DAY = timedelta(days=1)


class Stretch(Struct, frozen=True):
    """Days on which one person stands in, both included; `by` is None where nobody does."""

    by: str | None
    first: date
    last: date


class People(Struct, frozen=True):
    """Workers who are named as standing in, and their absences."""

    workers: Sequence[Worker]
    absences: Sequence[Absence]


NOBODY = People((), ())


def stretches(covers: Sequence[Cover], first: date, last: date, people: People = NOBODY) -> tuple[Stretch, ...]:
    """Who stands in and is there on each day, day after day of one person together. Of two covers the one recorded last
    holds.

    `covers` are of one worker, in the order in which they were recorded. Days without anybody on which nobody works
    stand in no stretch of their own.
    """
    found: list[Stretch] = []
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        holding = [one for one in reversed(covers) if _holds(one, day)]
        there = StandingIn(holding, people.workers, away_on(people.absences, day), day)
        by = there.for_worker(holding[0].worker_id) if holding else None
        if found and found[-1].by == by:
            found[-1] = found[-1].__replace__(last=day)
        else:
            found.append(Stretch(by, day, day))
    return tuple(one for one in found if one.by is not None or _any_working_day(one) or len(found) == 1)


def absence_ahead(absences: Iterable[Absence], today: date) -> Absence | None:
    """The absence somebody is in today, or the next one to come, with what follows on it; None where none is known.

    `absences` are of one worker.
    """
    open_ones = [one for one in absences if one.last_day is None or one.last_day >= today]
    first = min(open_ones, key=lambda one: one.first_day, default=None)
    if first is None or first.last_day is None:
        return first
    return first.__replace__(last_day=away_until(open_ones, first.last_day))


def _holds(cover: Cover, day: date) -> bool:
    return cover.first_day <= day and (cover.last_day is None or day <= cover.last_day)


def _any_working_day(stretch: Stretch) -> bool:
    days = (stretch.first + number * _DAY for number in range((stretch.last - stretch.first).days + 1))
    return any(is_working_day(day) for day in days)
