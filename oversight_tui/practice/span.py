"""A span of days that something is told about, both ends included."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.words.dates import long_day
from oversight_tui.words.problems import PlainProblem

MONTHS_BACK = 12


class NoSpan(PlainProblem, ValueError):
    """Two days that are no span to look back over."""


class Span(Struct, frozen=True):
    """From the first day to the last."""

    first: date
    last: date

    def says(self) -> str:
        """`Sun 23 Nov 2025 to Mon 23 Nov 2026`."""
        return f"{long_day(self.first)} to {long_day(self.last)}"


def span_back(first: date | None, last: date | None, today: date) -> Span:
    """The span from `first` to `last`; without `last` to today, without `first` the twelve months up to `last`.

    Raises NoSpan where it begins after today, or after its own end.
    """
    end = min(last or today, today)
    begin = first or end - relativedelta(months=MONTHS_BACK) + timedelta(days=1)
    if begin > today:
        raise NoSpan(f"{long_day(begin)} is still to come. Give a first day up to today.")
    if begin > end:
        raise NoSpan(f"The span would end on {long_day(end)}, before it begins on {long_day(begin)}.")
    return Span(begin, end)
