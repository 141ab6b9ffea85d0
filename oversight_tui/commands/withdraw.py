"""`oversight withdraw`: take an entry back with a reason; it can still be read, and counts no more."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_recorded
from oversight_tui.practice.requests import Closing
from oversight_tui.services import record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which entry, and why."""
    parser.add_argument("id", metavar="ID", help="the entry's id, as a child's or worker's page in JSON gives it")
    parser.add_argument("--because", metavar="TEXT", required=True, help="why")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    recorded = record.withdraw(store, Closing(options.id, today, options.because), today)
    print_recorded(recorded, as_json=options.json)
    return 0
