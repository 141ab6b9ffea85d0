"""Days of the made-up year, counted back from the day the board is opened."""

from __future__ import annotations

from datetime import date, timedelta

from oversight_tui.practice.calendar import is_working_day
from oversight_tui.practice.sight.months import MONTHS, month_ends


def on_or_before(day: date) -> date:
    """The day itself where it is a working day, else the last one before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def on_or_after(day: date) -> date:
    """The day itself where it is a working day, else the next one."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def back(today: date, days: int) -> date:
    """The working day that lies `days` days back, or the last one before; at most five days further back."""
    return on_or_before(today - timedelta(days=days))


def ahead(today: date, days: int) -> date:
    """The working day that lies `days` days ahead, or the next one."""
    return on_or_after(today + timedelta(days=days))


# Days before the newest list on which families came: monthly, then weekly.
_COMING = (364, 336, 308, 280, 252, 224, 196, 168, 140, 112, 84, 56, 42, 28, 14, 7, 0)
_WEEKLY = _COMING[-6:]
# One more than the year and the month it is held against, so that what happened in each of them can be told.
_MONTH_ENDS = MONTHS + 1
_RISES_FOR, _TOP_SINCE = 200, 25  # days


def list_days(today: date) -> tuple[date, ...]:
    """The as-at dates of the lists, oldest first: at each month's end, and of the last weeks more; the newest is of the
    working day before today.
    """
    return tuple(sorted({*full_list_days(today), *coming_days(today)[-len(_WEEKLY) :]}))


def full_list_days(today: date) -> tuple[date, ...]:
    """Those of the lists that say of everybody when they were last seen: at each month's end, oldest first."""
    return tuple(on_or_before(end) for end in month_ends(today, _MONTH_ENDS) if end < today)


def coming_days(today: date) -> tuple[date, ...]:
    """The days of the last year on which families came, oldest first; who came on the first was here before it."""
    newest = on_or_before(today - timedelta(days=1))
    return tuple(on_or_before(newest - timedelta(days=days)) for days in _COMING)


def pressure_on(day: date, today: date) -> float:
    """How hard a day of the year is on the team: 0 for most of it, and from half a year ago rising to 1."""
    ago = (today - day).days
    return max(0.0, min(1.0, (_RISES_FOR - ago) / (_RISES_FOR - _TOP_SINCE)))
