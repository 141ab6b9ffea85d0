"""`oversight posts`: how many posts a team has, which no list says."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import PostsRequest
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.typed import typed_fte


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which team, how many, from when."""
    parser.add_argument("team_name", metavar="TEAM", help="the team, as lists name it")
    parser.add_argument("fte", metavar="FTE", help="its posts in full-time equivalents, filled and vacant: 8 or 7.5")
    parser.add_argument("--on", metavar="DATE", help="the day from which; today unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    on = day_meant(options.on, today, "long_ago") if options.on else today
    request = PostsRequest(options.team_name, typed_fte(options.fte), on)
    return record_and_print(store, request, today, as_json=options.json)
