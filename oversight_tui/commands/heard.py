"""`oversight heard`: the answer to a consultation, and what it changed."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import HeardRequest
from oversight_tui.services import record
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which consultation, what was heard, what it changed."""
    parser.add_argument("id", metavar="ID", help="the consultation's id, as the morning list in JSON gives it")
    parser.add_argument("text", metavar="TEXT", help="what was heard")
    parser.add_argument("--changed", metavar="TEXT", help="what it changed")
    parser.add_argument("--on", metavar="DATE", help="the day; today unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    consultation = record.entry_typed(options.id, "consultation")
    on = day_meant(options.on, today) if options.on else today
    request = HeardRequest(consultation, options.text, on, options.changed)
    return record_and_print(store, request, today, as_json=options.json)
