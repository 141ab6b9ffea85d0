"""`oversight cover`: who sees to a worker's children while the worker is away."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_recorded
from oversight_tui.practice.requests import CoverRequest
from oversight_tui.services import record
from oversight_tui.services.find import find_worker
from oversight_tui.words.dates import parse_date


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """For whom, who, and from when to when."""
    parser.add_argument("worker", metavar="WORKER", help="who is away")
    parser.add_argument("--by", metavar="NAME", required=True, help="who sees to the children")
    parser.add_argument("--from", metavar="DATE", dest="first_day", help="the first day; today unless said")
    parser.add_argument("--to", metavar="DATE", dest="last_day", help="the last day; until further notice unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    request = CoverRequest(
        str(find_worker(store, options.worker)),
        options.by,
        parse_date(options.first_day, today, weekdays="forward") if options.first_day else today,
        parse_date(options.last_day, today, weekdays="forward") if options.last_day else None,
    )
    print_recorded(record.cover(store, request, today), as_json=options.json)
    return 0
