"""A span of days that something is told about, both ends included."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.words.dates import long_day
from oversight_tui.words.problems import PlainProblem

# How far one looks back unless it is said: over a year, or over the weeks of a quarter.
A_YEAR, A_QUARTER = relativedelta(months=12), relativedelta(weeks=13)


class NoSpan(PlainProblem, ValueError):
    """Two days that are no span to look back over."""


class Span(Struct, frozen=True):
    """From the first day to the last."""

    first: date
    last: date

    def says(self) -> str:
        """`Sun 23 Nov 2025 to Mon 23 Nov 2026`."""
        return f"{long_day(self.first)} to {long_day(self.last)}"

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day <= self.last


def span_back(first: date | None, last: date | None, today: date, back: relativedelta = A_YEAR) -> Span:
    """The span from `first` to `last`; without `last` to today, without `first` as far `back` as is meant from `last`.

    Raises NoSpan where it begins after today, or after its own end.
    """
    end = min(last or today, today)
    begin = first or end - back + timedelta(days=1)
    if begin > today:
        raise NoSpan(f"{long_day(begin)} is still to come. Give a first day up to today.")
    if begin > end:
        raise NoSpan(f"The span would end on {long_day(end)}, before it begins on {long_day(begin)}.")
    return Span(begin, end)
