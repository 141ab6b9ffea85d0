"""`oversight because`: the reason of a decision that was recorded without one."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import GiveReason
from oversight_tui.services import record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which decision, and why."""
    parser.add_argument("id", metavar="ID", help="the decision's id, as the morning list in JSON gives it")
    parser.add_argument("text", metavar="TEXT", help="why it was decided")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    reason = GiveReason(record.entry_typed(options.id, "decision"), options.text, today)
    return record_and_print(store, reason, today, as_json=options.json)
