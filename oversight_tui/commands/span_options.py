"""The span of days that a command looks back over: from a day to a day, twelve months up to today unless said."""

from __future__ import annotations

import argparse
from datetime import date

from oversight_tui.practice.span import Span, span_back
from oversight_tui.words.meant_days import day_read


def add_span_options(parser: argparse.ArgumentParser) -> None:
    """From when to when."""
    parser.add_argument(
        "--from", dest="from_day", metavar="DATE", help="the first day; twelve months up to the last one unless said"
    )
    parser.add_argument("--to-date", metavar="DATE", help="the last day; today unless said")


def span_of(options: argparse.Namespace, today: date) -> Span:
    """The span that was asked for. Raises DateProblem and NoSpan."""
    first, last = (
        day_read(typed, today, "happened") if typed else None for typed in (options.from_day, options.to_date)
    )
    return span_back(first, last, today)
