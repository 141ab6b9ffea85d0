"""Sessions laid down ahead: every so many weeks on a weekday, past bank holidays and days of absence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from oversight_tui.practice.calendar import covers, is_working_day
from oversight_tui.practice.facts import Absence

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


def laid_down(
    first: date, every_weeks: int, until: date, absences: Sequence[Absence]
) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """(days of sessions, days on which none is possible) from `first` up to `until`.

    A day on which nobody works or the worker is away gives way to the next one of the same week on which it can be; a
    week without such a day is left out.
    """
    found, left_out = [], []
    day = first
    while day <= until:
        sunday = day + (6 - day.weekday()) * _DAY
        possible = (day + number * _DAY for number in range((sunday - day).days + 1))
        good = next((one for one in possible if _can_be(one, absences)), None)
        if good is None:
            left_out.append(day)
        elif good <= until:
            found.append(good)
        day += every_weeks * _WEEK
    return tuple(found), tuple(left_out)


def _can_be(day: date, absences: Sequence[Absence]) -> bool:
    return is_working_day(day) and not any(covers(absence, day) for absence in absences)
