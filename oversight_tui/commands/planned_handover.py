"""`oversight planned-handover`: a handover to come, moved to another day, confirmed on it, or called off."""

from __future__ import annotations

import argparse
from datetime import date

from oversight_tui.commands.first_steps import add_first_steps, first_steps
from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import CallOffHandOver, ConfirmHandOver, MoveHandOver, Request
from oversight_tui.services import record
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be done with a handover to come."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    move = actions.add_parser("move", help="it is on another day")
    confirm = actions.add_parser("confirm", help="it has taken place")
    off = actions.add_parser("off", help="it is called off")
    off.add_argument("--because", metavar="TEXT", required=True, help="why")
    move.add_argument("--on", metavar="DATE", required=True, help="the new day")
    confirm.add_argument("--on", metavar="DATE", help="the day; today unless said")
    add_first_steps(confirm)
    for action in (move, confirm, off):
        action.add_argument("id", metavar="ID", help="its id, as it was printed when it was planned")
    for action in (move, confirm, off):
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    return record_and_print(store, _asked(options, today), today, as_json=options.json)


def _asked(options: argparse.Namespace, today: date) -> Request:
    plan = record.entry_typed(options.id, "planned handover")
    if options.action == "move":
        return MoveHandOver(plan, day_meant(options.on, today, "to_come"))
    if options.action == "confirm":
        on, steps = day_meant(options.on, today) if options.on else today, first_steps(options, today)
        return ConfirmHandOver(plan, on, steps.seen_by, steps.first_actions, steps.review_on)
    return CallOffHandOver(plan, options.because, today)
