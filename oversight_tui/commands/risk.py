"""`oversight risk`: the manager's rating of a child's risk, which sets how often the child is to be discussed."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import RiskRequest
from oversight_tui.services.find import find_child
from oversight_tui.words.labels import RISK
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which child, how high, and why."""
    parser.add_argument("child", metavar="CHILD", help="the child's reference")
    parser.add_argument("rating", choices=tuple(RISK), help="the risk")
    parser.add_argument("--because", metavar="TEXT", required=True, help="why")
    parser.add_argument("--on", metavar="DATE", help="the day from which; today unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    on = day_meant(options.on, today) if options.on else today
    request = RiskRequest(find_child(store, options.child), options.rating, options.because, on)
    return record_and_print(store, request, today, as_json=options.json)
