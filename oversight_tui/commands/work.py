"""`oversight work`: work about a child that is due, handed in, signed off or returned, and handed in again."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import (
    ApproveWork,
    HandInAgain,
    HandInWork,
    Request,
    ReturnWork,
    WorkDueRequest,
    WorkNotNeeded,
)
from oversight_tui.services import record
from oversight_tui.services.find import find_child
from oversight_tui.words.meant_days import day_meant

if TYPE_CHECKING:
    from db.engine import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be done with a piece of work."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    due = actions.add_parser("due", help="a report, a statement or other work is due on a day")
    due.add_argument("child", metavar="CHILD", help="the child's reference")
    due.add_argument("text", metavar="WHAT", help="what it is")
    due.add_argument("--by", metavar="DATE", required=True, help="the day by which it is due")
    due.add_argument("--who", metavar="NAME", help="who writes it; the child's worker unless said")
    needed = actions.add_parser("not-needed", help="it is due no more")
    needed.add_argument("--because", metavar="TEXT", required=True, help="why it is not needed")
    hand_in = actions.add_parser("hand-in", help="an assessment, a plan or a report waits to be signed off")
    hand_in.add_argument("child", metavar="CHILD", help="the child's reference")
    hand_in.add_argument("text", metavar="WHAT", help="what it is")
    hand_in.add_argument("--by", metavar="WORKER", default="me", help="who wrote it; you unless said")
    again = actions.add_parser("again", help="it was handed in again after it was returned")
    approve = actions.add_parser("approve", help="it is signed off")
    approve.add_argument("--because", metavar="TEXT", required=True, help="why it is good enough")
    give_back = actions.add_parser("return", help="it is returned with what is missing")
    give_back.add_argument("--missing", metavar="TEXT", required=True, help="what is missing")
    for action in (approve, give_back):
        action.add_argument("--who", metavar="NAME", help="who did, or 'outside: NAME'; you unless said")
    for action in (needed, again, approve, give_back):
        action.add_argument("id", metavar="ID", help="its id, as the morning list in JSON gives it")
    for action in (needed, hand_in, again, approve, give_back):
        action.add_argument("--on", metavar="DATE", help="the day; today unless said")
    for action in (due, needed, hand_in, again, approve, give_back):
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    return record_and_print(store, _asked(options, store, today), today, as_json=options.json)


def _asked(options: argparse.Namespace, store: Store, today: date) -> Request:
    if options.action == "due":
        by = day_meant(options.by, today, "from_today")
        return WorkDueRequest(find_child(store, options.child), options.text, by, options.who)
    on = day_meant(options.on, today) if options.on else today
    if options.action == "hand-in":
        return HandInWork(find_child(store, options.child), options.text, options.by, on)
    work = record.entry_typed(options.id, "piece of work")
    if options.action == "not-needed":
        return WorkNotNeeded(work, options.because, on)
    if options.action == "again":
        return HandInAgain(work, on)
    if options.action == "approve":
        return ApproveWork(work, options.because, on, options.who)
    return ReturnWork(work, options.missing, on, options.who)
