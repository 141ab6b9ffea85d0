"""`oversight waiting`: a child whom no worker holds was looked at again, with a word."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import LookAtWaiting
from oversight_tui.services.find import find_child
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which children, and the word."""
    parser.add_argument("children", metavar="CHILD", nargs="+", help="references or names")
    parser.add_argument(
        "--text", metavar="TEXT", required=True, help="how it stands, and what holds until a worker is found"
    )
    parser.add_argument("--who", metavar="NAME", help="who looked, or 'outside: NAME'; you unless said")
    parser.add_argument("--on", metavar="DATE", help="the day; today unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    children = tuple(find_child(store, one) for one in options.children)
    on = day_meant(options.on, today) if options.on else today
    return record_and_print(store, LookAtWaiting(children, options.text, on, options.who), today, as_json=options.json)
