"""The days on which an entry of a calendar comes again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING

from oversight_tui.exchange.tables import FileProblem

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_EVERY = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)", re.IGNORECASE)
_UNTIL = re.compile(r";?UNTIL=(\d{4})(\d\d)(\d\d)[0-9TZ]*", re.IGNORECASE)
_COUNT = re.compile(r";?COUNT=(\d{1,6})", re.IGNORECASE)
_NEVER_ENDS = re.compile(r"INTERVAL=0+(?:;|$)", re.IGNORECASE)
_BY_EASTER = re.compile(r"(?:^|;)BYEASTER=", re.IGNORECASE)  # no part of an RRULE, and dateutil takes it
_WITHIN_A_DAY = re.compile(r";?BY(?:HOUR|MINUTE|SECOND)=[\d,]*", re.IGNORECASE)
_MOST = 400  # days of one entry: every day of a year, and some
_OLDEST = 100  # in years; every day since the year 1 would take a second, and an entry costs nothing to write


def days_of_rule(rule: str, first: date, earliest: date, latest: date) -> Iterator[date]:
    """The days from `earliest` to `latest` on which an entry that began on `first` comes again by this RRULE.

    Raises FileProblem for a rule that cannot be read, or that is none of days.
    """
    from dateutil.rrule import rrule, rrulestr

    if not _EVERY.search(rule) or _NEVER_ENDS.search(rule):
        raise FileProblem("An entry of the calendar comes again by a rule that is none of days. Take it out.")
    if first.year < latest.year - _OLDEST:
        raise FileProblem(f"An entry of the calendar has come again since {first.year}. Take it out.")
    until = _UNTIL.search(rule)
    try:
        if _BY_EASTER.search(rule):
            raise ValueError(rule)
        last = min(latest, date(*map(int, until.groups()))) if until else latest
        later = _years_later(first.year, max(first, last).year)
        plain = _WITHIN_A_DAY.sub("", _COUNT.sub("", _UNTIL.sub("", rule)))
        found = rrulestr(plain, dtstart=datetime.combine(_moved(first, later), time()))
        if not isinstance(found, rrule):
            raise ValueError(rule)
        ending = found.replace(until=datetime.combine(_moved(last, later), time()))
        times = _COUNT.search(rule)
        days = (_moved(one, -later) for one in islice(_fitting(ending), int(times[1]) if times else None))
        yield from islice((day for day in days if day >= earliest), _MOST)
    except (ValueError, TypeError, OverflowError, AttributeError, IndexError):  # IndexError: the 53rd Monday of a month
        raise FileProblem("An entry of the calendar comes again by a rule that cannot be read. Take it out.") from None


def _fitting(rule: rrule) -> Iterator[date]:
    try:
        yield from (moment.date() for moment in rule)
    except (ValueError, OverflowError):
        return  # a week that goes over the end of the last year there is


def _years_later(first: int, last: int) -> int:
    """By how many years to move these years so that each has the same days of the week, as near the last as can be.

    dateutil heeds UNTIL only on a day that fits: a rule that fits none any more is followed to the last year there is.
    Rules know of a day only where it stands in its year, so that the same days come there, with less left to follow.
    """
    years = range(first, last + 1)
    return next(
        (more for more in range(MAXYEAR - last, 0, -1) if all(_shape(year) == _shape(year + more) for year in years)), 0
    )


def _shape(year: int) -> tuple[int, int]:
    """The days of the week of its first and its last day: whether it is a leap year, too."""
    return date(year, 1, 1).weekday(), date(year, 12, 31).weekday()


def _moved(day: date, years: int) -> date:
    """The same day of a year that has the same days."""
    return day.replace(year=day.year + years)
