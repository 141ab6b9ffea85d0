"""`oversight seen`: a child was seen, from which the next visit is counted."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import SeenRequest
from oversight_tui.services.find import find_child
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which children, when, and whether alone."""
    parser.add_argument("children", metavar="CHILD", nargs="+", help="the child's reference")
    parser.add_argument("--on", metavar="DATE", help="the day; today unless said")
    parser.add_argument("--alone", choices=("yes", "no"), help="whether the child was seen alone")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    on = day_meant(options.on, today) if options.on else today
    alone = {"yes": True, "no": False}.get(options.alone or "")
    request = SeenRequest(tuple(find_child(store, one) for one in options.children), on, alone)
    return record_and_print(store, request, today, as_json=options.json)
