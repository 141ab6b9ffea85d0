"""`oversight cover`: who stands in while a worker or the manager is away, and what is open for whoever does."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking
from oversight_tui.commands.recording import record_and_print
from oversight_tui.commands.shapes import brief_shape
from oversight_tui.practice.brief import Brief, told
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.requests import CoverRequest
from oversight_tui.services.brief import brief_for
from oversight_tui.services.find import find_worker, outside
from oversight_tui.services.record import RecordProblem
from oversight_tui.words.meant_days import day_meant

if TYPE_CHECKING:
    from db.engine import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """For whom, who, and from when to when."""
    parser.add_argument("worker", metavar="WORKER", help="who is away")
    parser.add_argument("--by", metavar="NAME", help="who sees to the children")
    parser.add_argument("--outside", action="store_true", help="whoever stands in is nobody of the team")
    parser.add_argument("--open", action="store_true", help="print what is open, for whoever stands in")
    parser.add_argument(
        "--from",
        metavar="DATE",
        dest="first_day",
        help="the first day; today unless said, or that of an absence to come",
    )
    parser.add_argument("--to", metavar="DATE", dest="last_day", help="the last day; until further notice unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    worker = find_worker(store, options.worker)
    first = day_meant(options.first_day, today, "either") if options.first_day else None
    last = day_meant(options.last_day, today, "either", first or today) if options.last_day else None
    if options.by is not None:
        request = CoverRequest(worker, outside(options.by) if options.outside else options.by, first, last)
        record_and_print(store, request, today, as_json=options.json and not options.open)
    elif not options.open:
        raise RecordProblem("Say who stands in, with --by NAME; or --open prints what is open.")
    if options.open:
        _print_open(options, store, worker, today, first, last)
    return 0


def _print_open(
    options: argparse.Namespace, store: Store, worker: WorkerId, today: date, first: date | None, last: date | None
) -> None:
    teams, everybody = options.team, options.all_teams
    found = brief_for(store, worker, today, teams, all_teams=everybody, first=first, last=last)
    if options.json:
        print_json(brief_shape(found))
    else:
        print_marking()
        print_lines(_page(found, today))


def _page(found: Brief, today: date) -> Iterator[str]:
    yield "Children's records: keep this page with you, and shred it."
    for level, words in told(found, today):
        if level == 0:
            yield ""
        yield f"{('', '  ', '  - ')[level]}{words}"
