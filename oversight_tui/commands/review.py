"""`oversight review`: a decision was looked at again on its review day."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import ReviewDecision
from oversight_tui.services import record
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which decision, what was found, and when next."""
    parser.add_argument("id", metavar="ID", help="the decision's id, as the morning list in JSON gives it")
    parser.add_argument("--because", metavar="TEXT", required=True, help="what was found")
    parser.add_argument("--changed", choices=("yes", "no"), help="whether it changed something for the child")
    parser.add_argument("--overturned", action="store_true", help="it is decided otherwise now")
    parser.add_argument("--next", metavar="DATE", help="the day to look at it next; without one it is settled")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    next_on = day_meant(options.next, today, "to_come") if options.next else None
    changed = None if options.changed is None else options.changed == "yes"
    decision = record.entry_typed(options.id, "decision")
    review = ReviewDecision(decision, options.because, today, next_on, changed, options.overturned)
    return record_and_print(store, review, today, as_json=options.json)
