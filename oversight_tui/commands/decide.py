"""`oversight decide`: what was decided about a child or a worker, and because of what."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import (
    actions_of,
    add_action_option,
    add_sensitive_option,
    record_and_print,
)
from oversight_tui.practice.requests import DecideForAll, DecisionRequest
from oversight_tui.services.find import find_child_or_worker
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """About whom, what, and because."""
    parser.add_argument("about", metavar="CHILD|WORKER", help="a child's reference, or a worker's name or id")
    parser.add_argument("text", metavar="TEXT", help="what was decided")
    parser.add_argument("--because", metavar="TEXT", help="why; without it the decision waits on the morning list")
    parser.add_argument("--childs-view", metavar="TEXT", help="what the child says of it")
    parser.add_argument("--kind", metavar="KIND", default="other", help="agree, visit, meeting...; other unless said")
    parser.add_argument("--review", metavar="DATE", help="the day to look at it again")
    parser.add_argument("--on", metavar="DATE", help="the day it was decided; today unless said")
    parser.add_argument(
        "--also", metavar="CHILD|WORKER", action="append", default=[], help="the same decision about this one too"
    )
    add_action_option(parser)
    add_sensitive_option(parser)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    everybody = [find_child_or_worker(store, each) for each in (options.about, *options.also)]
    decisions = tuple(
        DecisionRequest(
            options.text,
            day_meant(options.on, today) if options.on else today,
            about,
            because=options.because,
            childs_view=options.childs_view,
            kind=options.kind,
            review_on=day_meant(options.review, today, "to_come") if options.review else None,
            actions=actions_of(options, today),
            sensitive=options.sensitive,
        )
        for about in everybody
    )
    return record_and_print(store, DecideForAll(decisions), today, as_json=options.json)
