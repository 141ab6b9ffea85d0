"""Working days and England's bank holidays, and how many days of a stretch somebody was away."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

from dateutil.easter import easter

_DAY = timedelta(days=1)
# Days proclaimed for one year only, and the ordinary days they took the place of.
_ONE_OFF = {
    2002: ((date(2002, 6, 3), date(2002, 6, 4)), (date(2002, 5, 27),)),
    2011: ((date(2011, 4, 29),), ()),
    2012: ((date(2012, 6, 4), date(2012, 6, 5)), (date(2012, 5, 28),)),
    2020: ((date(2020, 5, 8),), (date(2020, 5, 4),)),
    2022: ((date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)), (date(2022, 5, 30),)),
    2023: ((date(2023, 5, 8),), ()),
}


class TimeAway(Protocol):
    """Days on which somebody is away, both included; no last day while it is not known."""

    @property
    def first_day(self) -> date:
        """The first day away."""

    @property
    def last_day(self) -> date | None:
        """The last day away, where it is known."""


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England and Wales in a year: the rule of the Banking and Financial Dealings Act 1971,
    with substitute days, and the days proclaimed for one year (gov.uk/bank-holidays)."""
    sunday = easter(year)
    days = {
        _moved_from_weekend(date(year, 1, 1)),
        sunday - 2 * _DAY,
        sunday + _DAY,
        _first_monday(year, 5),
        _last_monday(year, 5),
        _last_monday(year, 8),
    }
    christmas = date(year, 12, 25)
    days |= {
        4: {christmas, date(year, 12, 28)},
        5: {date(year, 12, 27), date(year, 12, 28)},
        6: {date(year, 12, 26), date(year, 12, 27)},
    }.get(christmas.weekday(), {christmas, date(year, 12, 26)})
    added, removed = _ONE_OFF.get(year, ((), ()))
    return frozenset((days - set(removed)) | set(added))


def _moved_from_weekend(day: date) -> date:
    return day + {5: 2, 6: 1}.get(day.weekday(), 0) * _DAY


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + (-first.weekday() % 7) * _DAY


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - last.weekday() * _DAY


def is_working_day(day: date) -> bool:
    """Monday to Friday and no bank holiday."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


@lru_cache(maxsize=256)
def _working_days(year: int) -> tuple[int, ...]:
    """The working days of a year, in order, as `date.toordinal` numbers them: counted once, since every board asks."""
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    free = {day.toordinal() for day in bank_holidays(year)}
    # Ordinal 1, 1 January of the year 1, was a Monday.
    return tuple(day for day in range(first, last + 1) if (day - 1) % 7 < 5 and day not in free)


def _in_its_year(day: date) -> int:
    """How many working days its year has had with the end of a day."""
    return bisect_right(_working_days(day.year), day.toordinal())


def working_days_between(start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; 0 where `end` is not after `start`."""
    if end <= start:
        return 0
    whole_years = sum(len(_working_days(year)) for year in range(start.year, end.year))
    return whole_years + _in_its_year(end) - _in_its_year(start)


def add_working_days(start: date, days: int) -> date:
    """The working day that is `days` working days after `start`; `start` itself for 0."""
    if days <= 0:
        return start
    year, place = start.year, _in_its_year(start) + days
    while place > len(_working_days(year)):
        place -= len(_working_days(year))
        year += 1
    return date.fromordinal(_working_days(year)[place - 1])


def covers(absence: TimeAway, day: date) -> bool:
    """Whether the worker is away on the day."""
    return absence.first_day <= day and (absence.last_day is None or day <= absence.last_day)


def away_since(absences: Collection[TimeAway], day: date) -> date:
    """The first day of being away without a break up to this day, over absences that follow one another."""
    first = day
    while any(covers(absence, first - _DAY) for absence in absences):
        first = min(absence.first_day for absence in absences if covers(absence, first - _DAY))
    return first


def away_until(absences: Collection[TimeAway], day: date) -> date | None:
    """The last day of being away without a break from this day on, over absences that follow one another; None while
    it is not known.
    """
    last = day
    while going_on := [absence for absence in absences if covers(absence, last) or covers(absence, last + _DAY)]:
        ends = [absence.last_day for absence in going_on if absence.last_day is not None]
        if len(ends) < len(going_on):
            return None
        if max(ends) <= last:
            break
        last = max(ends)
    return last


def days_away(absences: Iterable[TimeAway], after: date, until: date) -> int:
    """Days away after `after` up to and including `until`, days in two absences counted once."""
    away = 0
    reached = after
    for absence in sorted(absences, key=lambda each: each.first_day):
        first = max(absence.first_day, reached + _DAY)
        last = until if absence.last_day is None else min(absence.last_day, until)
        if last >= first:
            away += (last - first).days + 1
            reached = last
    return away
