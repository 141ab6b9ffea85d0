"""What an allocation asks besides, as it is typed: by when the child is seen, what is done first, the next look."""

from __future__ import annotations

import argparse
from datetime import date

from oversight_tui.practice.requests import AgreedAction, FirstSteps
from oversight_tui.services.record import RecordProblem
from oversight_tui.words.meant_days import day_meant


def add_first_steps(parser: argparse.ArgumentParser) -> None:
    """The options for them."""
    parser.add_argument("--seen-by", metavar="DATE", help="by when the new worker sees the child")
    parser.add_argument(
        "--first", metavar="TEXT", action="append", default=[], help="what the new worker does first; with --first-by"
    )
    parser.add_argument("--first-by", metavar="DATE", help="by when the first things are done")
    parser.add_argument("--review", metavar="DATE", help="when you look again")


def first_steps(options: argparse.Namespace, today: date) -> FirstSteps:
    """What was typed of them."""
    return FirstSteps(
        day_meant(options.seen_by, today, "to_come") if options.seen_by else None,
        _first_actions(options, today),
        day_meant(options.review, today, "to_come") if options.review else None,
    )


def _first_actions(options: argparse.Namespace, today: date) -> tuple[AgreedAction, ...]:
    """What is done first, by the new worker."""
    if not options.first:
        return ()
    if options.first_by is None:
        raise RecordProblem("Say by when the first things are done, with --first-by. Nothing was recorded.")
    by = day_meant(options.first_by, today, "to_come")
    return tuple(AgreedAction(text, "", by) for text in options.first)
