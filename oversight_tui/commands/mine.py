"""`oversight mine`: who you are and which teams are yours; said once and remembered."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.services.identity import choose, whose
from oversight_tui.services.login import shown_teams


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The name; the teams are given with --team, or --all-teams for the whole authority."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="your name as it stands on records")


def run(options: argparse.Namespace) -> int:
    """Remember what was said, and print what is remembered; 0."""
    store = store_of(options, without_team=True)
    teams = () if options.all_teams else options.team or None
    mine = whose(store) if options.name is None and teams is None else choose(store, options.name, teams)
    if options.json:
        print_json({"name": mine.name, "confirmed": mine.confirmed, "teams": list(mine.teams)})
        return 0
    said = f"You are {mine.name}." if mine.confirmed else f"Nobody has said who you are; records say {mine.name}."
    print_lines([said, f"Your teams: {', '.join(mine.teams) or shown_teams(store)}."])
    return 0
