"""`oversight escalate`: a matter taken to somebody senior, about a child or a worker."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import EscalationRequest
from oversight_tui.services.find import find_child_or_worker
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """About whom, what, and to whom."""
    parser.add_argument("about", metavar="CHILD|WORKER", help="a child's reference, or a worker's name or id")
    parser.add_argument("text", metavar="TEXT", help="the matter")
    parser.add_argument("--to", metavar="WHOM", required=True, help="the service manager, legal, head of quality...")
    parser.add_argument("--on", metavar="DATE", help="the day; today unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    about = find_child_or_worker(store, options.about)
    on = day_meant(options.on, today) if options.on else today
    request = EscalationRequest(options.text, options.to, on, about)
    return record_and_print(store, request, today, as_json=options.json)
