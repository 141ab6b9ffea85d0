"""`oversight filed`: a discussion was put on the child's file."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import FileDiscussion
from oversight_tui.services import record
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which discussion, and when."""
    parser.add_argument("id", metavar="ID", help="the discussion's id, as the morning list in JSON gives it")
    parser.add_argument("--on", metavar="DATE", help="the day it was put there; today unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    on = day_meant(options.on, today) if options.on else today
    filed = FileDiscussion(record.entry_typed(options.id, "discussion"), on)
    return record_and_print(store, filed, today, as_json=options.json)
