"""A limit in words: a calendar date by design, and where nobody works on it, the day by which it has to be done."""

from __future__ import annotations

from datetime import date, timedelta

from oversight_tui.practice.calendar import is_working_day
from oversight_tui.words.dates import long_day, short_day, weekday_day

_DAY = timedelta(days=1)


def limit_said(limit: date, today: date) -> str:
    """`limit 4 Dec`; of one to come on which nobody works `by Fri 4 Dec (limit Sun 6 Dec)`.

    Where no working day is left before it, it stays the limit alone.
    """
    if is_working_day(limit) or limit <= today:
        return f"limit {short_day(limit, today)}"
    by = limit - _DAY
    while not is_working_day(by):
        by -= _DAY
    if by < today:
        return f"limit {short_day(limit, today)}"
    return f"by {_day(by, today)} (limit {_day(limit, today)})"


def _day(day: date, today: date) -> str:
    return weekday_day(day) if day.year == today.year else long_day(day)
