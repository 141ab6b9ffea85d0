"""`oversight answered`: the answer to an escalation."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_recorded
from oversight_tui.practice.requests import Closing
from oversight_tui.services import record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which escalation, and what was answered."""
    parser.add_argument("id", metavar="ID", help="the escalation's id, as the morning list in JSON gives it")
    parser.add_argument("text", metavar="TEXT", help="the answer")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    print_recorded(record.answer(store, Closing(options.id, today, options.text), today), as_json=options.json)
    return 0
