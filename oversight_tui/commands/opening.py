"""`oversight opening`: when a worker was last supervised, or a child last discussed, before this record began."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_recorded
from oversight_tui.practice.requests import OpeningDate
from oversight_tui.services import record
from oversight_tui.services.find import child_or_worker_ids
from oversight_tui.words.dates import parse_date


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """About whom, and the day."""
    parser.add_argument("about", metavar="WORKER|CHILD", help="a child's reference, or a worker's name or id")
    parser.add_argument("--on", metavar="DATE", required=True, help="the day of the last time")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    child, worker = child_or_worker_ids(store, options.about)
    request = OpeningDate(parse_date(options.on, today), worker_id=worker, child_id=child)
    print_recorded(record.opening(store, request, today), as_json=options.json)
    return 0
