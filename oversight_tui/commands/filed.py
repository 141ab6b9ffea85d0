"""`oversight filed`: discussions were put on the child's file, one by one or all of a session."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import FileDiscussion
from oversight_tui.services import record
from oversight_tui.services.copying import talks_to_file
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which discussions, and when."""
    parser.add_argument(
        "ids",
        metavar="ID",
        nargs="+",
        help="a discussion's id, as the morning list in JSON gives it, or a session's for all that was written in it",
    )
    parser.add_argument("--on", metavar="DATE", help="the day it was put there; today unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    on = day_meant(options.on, today) if options.on else today
    entries = [record.entry_typed(one, "discussion") for one in options.ids]
    first, *also = talks_to_file(store, entries, today)
    return record_and_print(store, FileDiscussion(first, on, tuple(also)), today, as_json=options.json)
