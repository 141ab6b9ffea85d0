"""`oversight handover`: children given to another worker, or put into a bucket until somebody has them."""

from __future__ import annotations

import argparse

from oversight_tui.commands.first_steps import add_first_steps, first_steps
from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.recording import record_and_print
from oversight_tui.commands.room_shapes import room_shape, room_words
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.requests import HandOver
from oversight_tui.services.find import find_child, find_worker
from oversight_tui.services.record import AsksFirst, RecordProblem
from oversight_tui.services.room import who_has_room
from oversight_tui.words.labels import BUCKET
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which children, and to whom."""
    parser.add_argument("children", metavar="CHILD", nargs="+", help="references or names")
    to = parser.add_mutually_exclusive_group(required=True)
    to.add_argument("--to", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
    to.add_argument("--bucket", choices=tuple(BUCKET), help="no worker: waiting, duty, or held by the manager")
    to.add_argument("--room", action="store_true", help="hand nobody over: print who has room for these children")
    parser.add_argument("--with-actions", action="store_true", help="give the open actions of who held them too")
    parser.add_argument(
        "--with-siblings", action="store_true", help="brothers and sisters too whom the same worker holds"
    )
    add_first_steps(parser)
    parser.add_argument("--because", metavar="TEXT", help="why; it is kept with the child")
    parser.add_argument("--yes", action="store_true", help="open a child again whom a list has closed")
    parser.add_argument("--on", metavar="DATE", help="the day; today unless said, one to come is planned")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    children = tuple(find_child(store, reference) for reference in options.children)
    if options.room:
        room = who_has_room(store, children, today, tuple(options.team), all_teams=options.all_teams)
        if options.json:
            print_json(room_shape(room))
        else:
            print_lines(room_words(one, today) for one in room)
        return 0
    to = options.bucket or AboutWorker(find_worker(store, options.to))
    on = day_meant(options.on, today, "either") if options.on else today
    steps = first_steps(options, today)
    request = HandOver(
        children,
        to,
        on,
        options.because,
        options.with_actions,
        with_siblings=options.with_siblings,
        reopens=options.yes,
        seen_by=steps.seen_by,
        first_actions=steps.first_actions,
        review_on=steps.review_on,
    )
    try:
        return record_and_print(store, request, today, as_json=options.json)
    except AsksFirst as problem:
        raise RecordProblem(f"{problem} With --yes it does.") from problem
