"""`oversight withdraw`: take an entry back with a reason; it can still be read, and counts no more."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import Withdraw
from oversight_tui.services import record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which entry, and why."""
    parser.add_argument("id", metavar="ID", help="the entry's id, as a child's or worker's page in JSON gives it")
    parser.add_argument("--because", metavar="TEXT", required=True, help="why")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    withdrawal = Withdraw(record.entry_typed(options.id), options.because, today)
    return record_and_print(store, withdrawal, today, as_json=options.json)
