"""`oversight handover`: children given to another worker, or put into a bucket until somebody has them."""

from __future__ import annotations

import argparse
from datetime import date

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.requests import AgreedAction, HandOver
from oversight_tui.services.find import find_child, find_worker
from oversight_tui.services.record import AsksFirst, RecordProblem
from oversight_tui.words.labels import BUCKET
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which children, and to whom."""
    parser.add_argument("children", metavar="CHILD", nargs="+", help="references or names")
    to = parser.add_mutually_exclusive_group(required=True)
    to.add_argument("--to", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
    to.add_argument("--bucket", choices=tuple(BUCKET), help="no worker: waiting, duty, or held by the manager")
    parser.add_argument("--with-actions", action="store_true", help="give the open actions of who held them too")
    parser.add_argument(
        "--with-siblings", action="store_true", help="brothers and sisters too whom the same worker holds"
    )
    parser.add_argument("--seen-by", metavar="DATE", help="by when the new worker sees the child")
    parser.add_argument(
        "--first", metavar="TEXT", action="append", default=[], help="what the new worker does first; with --first-by"
    )
    parser.add_argument("--first-by", metavar="DATE", help="by when the first things are done")
    parser.add_argument("--review", metavar="DATE", help="when you look again")
    parser.add_argument("--because", metavar="TEXT", help="why; it is kept with the child")
    parser.add_argument("--yes", action="store_true", help="open a child again whom a list has closed")
    parser.add_argument("--on", metavar="DATE", help="the day; today unless said, one to come is planned")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    children = tuple(find_child(store, reference) for reference in options.children)
    to = options.bucket or AboutWorker(find_worker(store, options.to))
    on = day_meant(options.on, today) if options.on else today
    request = HandOver(
        children,
        to,
        on,
        options.because,
        options.with_actions,
        with_siblings=options.with_siblings,
        reopens=options.yes,
        seen_by=day_meant(options.seen_by, today, "to_come") if options.seen_by else None,
        first_actions=_first_actions(options, today),
        review_on=day_meant(options.review, today, "to_come") if options.review else None,
    )
    try:
        return record_and_print(store, request, today, as_json=options.json)
    except AsksFirst as problem:
        raise RecordProblem(f"{problem} With --yes it does.") from problem


def _first_actions(options: argparse.Namespace, today: date) -> tuple[AgreedAction, ...]:
    """What is done first, by the new worker."""
    if not options.first:
        return ()
    if options.first_by is None:
        raise RecordProblem("Say by when the first things are done, with --first-by. Nothing was recorded.")
    by = day_meant(options.first_by, today, "to_come")
    return tuple(AgreedAction(text, "", by) for text in options.first)
