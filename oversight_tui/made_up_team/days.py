"""Days of the made-up year, counted back from the day the board is opened."""

from __future__ import annotations

from datetime import date, timedelta

from oversight_tui.practice.calendar import is_working_day


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


# Days before the newest list on which the lists before it were taken: monthly, then weekly.
_LISTS = (364, 336, 308, 280, 252, 224, 196, 168, 140, 112, 84, 56, 42, 28, 14, 7, 0)


def list_days(today: date) -> tuple[date, ...]:
    """The as-at dates of the year's lists, oldest first; the newest is of the working day before today."""
    newest = on_or_before(today - timedelta(days=1))
    return tuple(on_or_before(newest - timedelta(days=days)) for days in _LISTS)
