"""The calendar of the oracle: steps of time, working days and England's bank holidays, worked out here anew."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """So many days, weeks or months; a month is one of the calendar."""

    number: int
    unit: Literal["day", "week", "month"]

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"

    def after(self, day: date) -> date:
        """The day this long after `day`; where the month is too short, its last day."""
        if self.unit != "month":
            return day + timedelta(days=self.number * (7 if self.unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + self.number
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The days on which England does not work, with the substitutes of those that fall on a weekend."""
    sunday = easter(year)
    days = {sunday - 2 * DAY, sunday + DAY, _monday(year, 5, 1), _last_monday(year, 5), _last_monday(year, 8)}
    new_year, christmas = date(year, 1, 1), date(year, 12, 25)
    days.add(new_year if new_year.weekday() < 5 else _next_monday(new_year))
    substitutes = {4: (25, 28), 5: (27, 28), 6: (26, 27)}
    return frozenset(days | {date(year, 12, one) for one in substitutes.get(christmas.weekday(), (25, 26))})


def is_working(day: date) -> bool:
    """Whether England works on that day."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def working_days_after(day: date, number: int) -> date:
    """The last of so many working days that follow `day`."""
    while number:
        day += DAY
        number -= is_working(day)
    return day


def _next_monday(day: date) -> date:
    return day + timedelta(days=(7 - day.weekday()) % 7)


def _monday(year: int, month: int, first: int) -> date:
    return _next_monday(date(year, month, first))


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())
