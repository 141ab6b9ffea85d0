"""Lengths of time as a policy writes them: "3 weeks", "1 month", "10 days".

One month and four weeks are different.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from dateutil.relativedelta import relativedelta
from msgspec import Struct

Unit = Literal["day", "week", "month"]
_WRITTEN = re.compile(r"(\d{1,3}) (day|week|month)s?")


class Interval(Struct, frozen=True):
    """A number of days, weeks or calendar months."""

    number: int
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Interval:
        """The interval of "3 weeks" or "1 month"; anything else raises ValueError saying how to write one."""
        match = _WRITTEN.fullmatch(text.strip().casefold())
        if match is None or int(match[1]) == 0:
            raise ValueError(f"'{text}' is not a length of time. Write it as '10 days', '3 weeks' or '1 month'.")
        unit: Unit = "day" if match[2] == "day" else "week" if match[2] == "week" else "month"
        return cls(int(match[1]), unit)

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"

    def after(self, day: date) -> date:
        """The last day within the interval from `day`; a month from the 31st ends on the last day of a shorter
        month, and what would end after the calendar does, on its last day.
        """
        return _after(self.number, self.unit, day)


@lru_cache(maxsize=16384)
def _after(number: int, unit: Unit, day: date) -> date:
    try:
        if unit == "day":
            return day + timedelta(days=number)
        if unit == "week":
            return day + timedelta(weeks=number)
        return day + relativedelta(months=number)
    except (OverflowError, ValueError):
        return date.max
