"""`oversight discuss`: a same-day discussion that was held, or one that was asked for and is still to be held."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import (
    actions_of,
    add_action_option,
    add_scale_option,
    add_sensitive_option,
    record_and_print,
    scales_of,
)
from oversight_tui.practice.requests import DiscussionRequest
from oversight_tui.services import record
from oversight_tui.services.find import find_child, find_worker
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """About whom, and what was said."""
    parser.add_argument("children", metavar="CHILD", nargs="+", help="a child's reference; one entry for each child")
    parser.add_argument("--text", metavar="TEXT", required=True, help="what was said")
    parser.add_argument("--worker", metavar="WORKER", help="who came with it")
    parser.add_argument("--on", metavar="DATE", help="the day; today unless said")
    parser.add_argument("--at", metavar="HH:MM", help="the time of day")
    parser.add_argument("--what-changed", metavar="TEXT", help="what has changed for the child")
    parser.add_argument("--going-well", metavar="TEXT", help="what is going well")
    parser.add_argument("--childs-view", metavar="TEXT", help="what the child says or shows")
    parser.add_argument("--decision", metavar="TEXT", help="what was decided")
    parser.add_argument("--because", metavar="TEXT", help="why it was decided")
    parser.add_argument("--answers", metavar="ID", help="the talk that was asked for and is held with this")
    add_action_option(parser)
    add_scale_option(parser)
    add_sensitive_option(parser)
    parser.add_argument("--asked", action="store_true", help="the talk was asked for and is still to be held")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    request = DiscussionRequest(
        children=tuple(find_child(store, reference) for reference in options.children),
        text=options.text,
        on=day_meant(options.on, today, "to_come" if options.asked else "happened") if options.on else today,
        at=options.at,
        worker_id=find_worker(store, options.worker) if options.worker else None,
        what_changed=options.what_changed,
        going_well=options.going_well,
        childs_view=options.childs_view,
        decision=options.decision,
        because=options.because,
        asked_for=options.asked,
        answers=record.entry_typed(options.answers, "talk that was asked for") if options.answers is not None else None,
        actions=actions_of(options, today),
        scales=scales_of(options),
        sensitive=options.sensitive,
    )
    return record_and_print(store, request, today, as_json=options.json)
