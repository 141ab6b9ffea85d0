"""`oversight disagree`: a worker sees a decision otherwise; it stands beside the decision."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import Disagree
from oversight_tui.services import record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which decision, who, and what they say."""
    parser.add_argument("id", metavar="ID", help="the decision's id, as a child's page in JSON gives it")
    parser.add_argument("text", metavar="TEXT", help="what they say")
    parser.add_argument("--who", metavar="WORKER", required=True, help="who sees it otherwise, or 'outside: NAME'")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    said = Disagree(record.entry_typed(options.id, "decision"), options.who, options.text, today)
    return record_and_print(store, said, today, as_json=options.json)
