"""`oversight mine`: who you are and which teams are yours; said once and remembered."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.services.identity import choose, whose
from oversight_tui.services.login import shown_teams
from oversight_tui.words.dates import long_day
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.pages import Whose


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The name; the teams are given with --team, or --all-teams for the whole authority."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="your name as it stands on records")
    parser.add_argument("--from", metavar="DATE", dest="first", help="since when; from today on unless said")


def run(options: argparse.Namespace) -> int:
    """Remember what was said, and print what is remembered; 0."""
    store = store_of(options, without_team=True)
    teams = () if options.all_teams else options.team or None
    if options.first and options.name is None and teams is None:
        raise PlainProblem("--from goes with a name or with --team: who it is from that day on.")
    mine = whose(store) if options.name is None and teams is None else _chosen(store, options, teams)
    if options.json:
        print_json({"name": mine.name, "confirmed": mine.confirmed, "teams": list(mine.teams)})
        return 0
    said = f"You are {mine.name}." if mine.confirmed else f"Nobody has said who you are; records say {mine.name}."
    print_lines([said, f"Your teams: {', '.join(mine.teams) or shown_teams(store)}."])
    return 0


def _chosen(store: Store, options: argparse.Namespace, teams: Sequence[str] | None) -> Whose:
    today = day_of(options)
    since = day_meant(options.first, today, "happened") if options.first else today
    if since > today:
        raise PlainProblem(f"{long_day(since)} is still to come: say it on that day. Nothing was changed.")
    return choose(store, options.name, teams, since)
