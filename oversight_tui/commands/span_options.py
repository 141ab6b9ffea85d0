"""The span of days that a command looks back over: from a day to a day, up to today unless said."""

from __future__ import annotations

import argparse
from datetime import date

from dateutil.relativedelta import relativedelta

from oversight_tui.practice.span import A_YEAR, Span, span_back
from oversight_tui.words.meant_days import day_read


def add_span_options(parser: argparse.ArgumentParser, unless_said: str = "twelve months") -> None:
    """From when to when; `unless_said` is how far back, in words."""
    parser.add_argument(
        "--from", dest="from_day", metavar="DATE", help=f"the first day; {unless_said} up to the last one unless said"
    )
    parser.add_argument("--to-date", metavar="DATE", help="the last day; today unless said")


def span_of(options: argparse.Namespace, today: date, back: relativedelta = A_YEAR) -> Span:
    """The span that was asked for. Raises DateProblem and NoSpan."""
    first, last = (
        day_read(typed, today, "happened") if typed else None for typed in (options.from_day, options.to_date)
    )
    return span_back(first, last, today, back)
