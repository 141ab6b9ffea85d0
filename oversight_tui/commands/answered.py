"""`oversight answered`: the answer to an escalation."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import AnswerEscalation
from oversight_tui.services import record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which escalation, and what was answered."""
    parser.add_argument("id", metavar="ID", help="the escalation's id, as the morning list in JSON gives it")
    parser.add_argument("text", metavar="TEXT", help="the answer")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    answer = AnswerEscalation(record.entry_typed(options.id, "escalation"), options.text, today)
    return record_and_print(store, answer, today, as_json=options.json)
