"""`oversight action`: what is to be done for a child, by whom and by when, what came of it, and all that is open."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking
from oversight_tui.commands.recording import record_and_print
from oversight_tui.commands.shapes import actions_shape
from oversight_tui.practice.board import Board
from oversight_tui.practice.limit_words import set_for
from oversight_tui.practice.requests import ActionRequest, CarryAction, CloseAction, Request
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.find import find_child_or_worker
from oversight_tui.words.dates import count
from oversight_tui.words.meant_days import day_meant

if TYPE_CHECKING:
    from db.engine import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The four things that can be done with an action, and the list of them."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    add = actions.add_parser("add", help="a new action for a child, or with a worker")
    add.add_argument("about", metavar="CHILD|WORKER", help="a child's reference, or a worker's name or id")
    add.add_argument("text", metavar="TEXT", help="what is to be done")
    add.add_argument("--owner", metavar="WORKER", required=True, help="who does it; me is you")
    add.add_argument("--by", metavar="DATE", required=True, help="the last day in time")
    done = actions.add_parser("done", help="it was done")
    done.add_argument("--on", metavar="DATE", help="the day it was done; today unless said")
    drop = actions.add_parser("drop", help="it will not be done")
    drop.add_argument("--because", metavar="TEXT", required=True, help="why not")
    carry = actions.add_parser("carry", help="it is carried over to another day")
    carry.add_argument("--to", metavar="DATE", required=True, help="the new last day in time")
    carry.add_argument("--because", metavar="TEXT", help="why")
    listed = actions.add_parser("list", help="all open actions of the team, late first")
    for action in (done, drop, carry):
        action.add_argument("id", metavar="ID", help="the action's id, as the morning list in JSON gives it")
    for action in (add, done, drop, carry, listed):
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded, or print those that are open; 0."""
    store, today = store_of(options, looking_back=options.action == "list"), day_of(options)
    if options.action != "list":
        return record_and_print(store, _asked(options, store, today), today, as_json=options.json)
    board = load_board(store, today, options.team, all_teams=options.all_teams)
    if options.json:
        print_json(actions_shape(board))
    else:
        print_marking()
        print_lines(_list(board))
    return 0


def _asked(options: argparse.Namespace, store: Store, today: date) -> Request:
    if options.action == "add":
        return ActionRequest(
            find_child_or_worker(store, options.about),
            options.text,
            options.owner,
            day_meant(options.by, today, "to_come"),
            today,
        )
    action = record.entry_typed(options.id, "action")
    if options.action == "done":
        return CloseAction(action, day_meant(options.on, today) if options.on else today)
    if options.action == "drop":
        return CloseAction(action, today, done=False, text=options.because)
    return CarryAction(action, day_meant(options.to, today, "to_come"), today, options.because)


def _list(board: Board) -> Iterator[str]:
    for row in board.actions:
        due = set_for(row.item.due_on, board.as_of) if row.item.due_on else "no date"
        late = f", {count(row.days_over, 'day')} over" if row.days_over else ""
        about = row.child.reference if row.child else row.worker or ""
        yield f"{about}; {row.item.who}, {due}{late}: {row.item.shown} (id {row.item.id})"
    if not board.actions:
        yield "No action is open."
