"""`oversight opening`: when a worker was last supervised, or a child last discussed, before this record began."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import OpeningDate
from oversight_tui.services.find import find_child_or_worker
from oversight_tui.words.dates import parse_date


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """About whom, and the day."""
    parser.add_argument("about", metavar="WORKER|CHILD", help="a child's reference, or a worker's name or id")
    parser.add_argument("--on", metavar="DATE", required=True, help="the day of the last time")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    opening = OpeningDate(find_child_or_worker(store, options.about), parse_date(options.on, today))
    return record_and_print(store, opening, today, as_json=options.json)
