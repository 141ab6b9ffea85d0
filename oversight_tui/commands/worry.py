"""`oversight worry`: raise a worry about a child, look at it again, close it with a reason."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.recording import add_scale_option, add_sensitive_option, record_and_print, scales_of
from oversight_tui.practice.requests import CloseWorry, Request, ReviewWorry, WorryRequest
from oversight_tui.services import record
from oversight_tui.services.find import find_child
from oversight_tui.words.meant_days import day_meant

if TYPE_CHECKING:
    from db.engine import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The three things that can be done with a worry."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    new = actions.add_parser("raise", help="a new worry about a child")
    new.add_argument("child", metavar="CHILD", help="the child's reference")
    new.add_argument("text", metavar="TEXT", help="what the worry is")
    new.add_argument("--who", metavar="NAME", help="who is worried")
    new.add_argument("--if-nothing-changes", metavar="TEXT", help="what happens to the child then")
    new.add_argument("--severity", metavar="1-5", type=int, help="from 1, the least, to 5")
    new.add_argument("--owner", metavar="WORKER", help="who sees to it")
    new.add_argument("--review", metavar="DATE", help="the day to look at it again")
    new.add_argument("--on", metavar="DATE", help="the day it was raised; today unless said")
    add_sensitive_option(new)
    review = actions.add_parser("review", help="it was looked at again")
    review.add_argument("--next", metavar="DATE", required=True, help="the day to look at it next")
    review.add_argument("--because", metavar="TEXT", help="what was seen")
    for action in (new, review):
        add_scale_option(action)
    close = actions.add_parser("close", help="it is no worry any more")
    close.add_argument("--because", metavar="TEXT", required=True, help="why not")
    for action in (review, close):
        action.add_argument("id", metavar="ID", help="the worry's id, as the morning list in JSON gives it")
    for action in (new, review, close):
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    return record_and_print(store, _asked(options, store, today), today, as_json=options.json)


def _asked(options: argparse.Namespace, store: Store, today: date) -> Request:
    if options.action == "raise":
        return WorryRequest(
            find_child(store, options.child),
            options.text,
            day_meant(options.on, today) if options.on else today,
            who=options.who,
            if_nothing_changes=options.if_nothing_changes,
            severity=options.severity,
            owner=options.owner,
            review_on=day_meant(options.review, today, "to_come") if options.review else None,
            scales=scales_of(options),
            sensitive=options.sensitive,
        )
    worry = record.entry_typed(options.id, "worry")
    if options.action == "review":
        next_on = day_meant(options.next, today, "to_come")
        return ReviewWorry(worry, next_on, today, options.because, scales_of(options))
    return CloseWorry(worry, options.because, today)
