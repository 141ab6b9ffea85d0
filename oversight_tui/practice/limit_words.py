"""A last day in time in words: to come, past, and where nobody works on it, the day by which it has to be done."""

from __future__ import annotations

from datetime import date, timedelta

from oversight_tui.practice.calendar import is_working_day
from oversight_tui.words.dates import long_day, past_day, short_day, weekday_day

_DAY = timedelta(days=1)


def limit_said(limit: date, today: date, called: str = "limit") -> str:
    """`limit 4 Dec`; of one to come on which nobody works `by Fri 4 Dec (limit Sun 6 Dec)`. `called` is what it is.

    Where no working day is left before it, it stays the limit alone.
    """
    return _worked_by(limit, today, called) or f"{called} {_short(limit, today)}"


def beside_its_day(said: str, limit: date, today: date) -> str:
    """The same where the limit stands beside it already: `by Fri 4 Dec`."""
    return said.removesuffix(f" (limit {_day(limit, today)})")


def by_said(due: date, today: date, was: str = "was due by", lacking: str = "not recorded") -> str:
    """`by 4 Dec` or `by Fri 4 Dec (limit Sun 6 Dec)`; of a day that has passed `was due by 4 Dec, not recorded`.

    `was` is how that one begins, `lacking` what has not been done, empty where that is plain.
    """
    if due < today:
        return f"{was} {past_day(due, today)}" + (f", {lacking}" if lacking else "")
    return _worked_by(due, today, "limit") or f"by {short_day(due, today)}"


def set_for(day: date, today: date, to_come: str = "by", was: str = "was due by") -> str:
    """The day somebody chose for a thing that is still open: `by 4 Dec`, and once it has passed `was due by 4 Dec`."""
    return f"{to_come} {short_day(day, today)}" if day >= today else f"{was} {past_day(day, today)}"


def none_asked_of_who_left(leaves: date, today: date) -> str:
    """That of a worker who has left no supervision is asked, in the place of a limit."""
    return f"left on {past_day(leaves, today)}, and none is asked for"


def last_day_said(day: date, today: date) -> str:
    """That it is the last day in time; where nobody works on it, the day by which it has to be done."""
    return "last day in time" if is_working_day(day) else limit_said(day, today)


def _worked_by(limit: date, today: date, called: str) -> str:
    """The working day before a day to come on which nobody works; empty where there is no need of one, or none left."""
    if is_working_day(limit) or limit <= today:
        return ""
    by = limit - _DAY
    while not is_working_day(by):
        by -= _DAY
    return f"by {_day(by, today)} ({called} {_day(limit, today)})" if by >= today else ""


def _day(day: date, today: date) -> str:
    return weekday_day(day) if day.year == today.year else long_day(day)


def _short(day: date, today: date) -> str:
    return short_day(day, today) if day >= today else past_day(day, today)
