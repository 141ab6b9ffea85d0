"""The days on which an entry of a calendar comes again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice

from oversight_tui.exchange.tables import FileProblem

_EVERY = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)", re.IGNORECASE)
_UNTIL = re.compile(r";?UNTIL=(\d{4})(\d\d)(\d\d)[0-9TZ]*", re.IGNORECASE)
_COUNT = re.compile(r";?COUNT=(\d{1,6})", re.IGNORECASE)
_NEVER_ENDS = re.compile(r"INTERVAL=0+(?:;|$)", re.IGNORECASE)
_WITHIN_A_DAY = re.compile(r";?BY(?:HOUR|MINUTE|SECOND)=[\d,]*", re.IGNORECASE)
_MOST = 400  # days of one entry: every day of a year, and some


def days_of_rule(rule: str, first: date, earliest: date, latest: date) -> Iterator[date]:
    """The days from `earliest` to `latest` on which an entry that began on `first` comes again by this RRULE.

    Raises FileProblem for a rule that cannot be read, or that is none of days.
    """
    from dateutil.rrule import rrule, rrulestr

    if not _EVERY.search(rule) or _NEVER_ENDS.search(rule):
        raise FileProblem("An entry of the calendar comes again by a rule that is none of days. Take it out.")
    until = _UNTIL.search(rule)
    try:
        last = min(latest, date(*map(int, until.groups()))) if until else latest
        plain = _WITHIN_A_DAY.sub("", _COUNT.sub("", _UNTIL.sub("", rule)))
        found = rrulestr(plain, dtstart=datetime.combine(first, time()))
        if not isinstance(found, rrule):
            raise ValueError(rule)
        # Without an end of its own a rule that fits no day would be followed to the year 9999.
        ending = found.replace(until=datetime.combine(last, time()))
        times = _COUNT.search(rule)
        days = (one.date() for one in islice(ending, int(times[1]) if times else None))
        yield from islice((day for day in days if day >= earliest), _MOST)
    except (ValueError, TypeError, OverflowError, AttributeError):
        raise FileProblem("An entry of the calendar comes again by a rule that cannot be read. Take it out.") from None
