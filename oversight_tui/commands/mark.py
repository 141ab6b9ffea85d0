"""`oversight mark`: an entry marked as sensitive or as a significant event."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import MarkEntry
from oversight_tui.services import record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which entry, and how."""
    parser.add_argument("id", metavar="ID", help="the entry's id, as a child's page in JSON gives it")
    parser.add_argument("mark", choices=("sensitive", "significant"), help="hidden until opened, or an event to find")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    mark = MarkEntry(record.entry_typed(options.id), options.mark)
    return record_and_print(store, mark, today, as_json=options.json)
