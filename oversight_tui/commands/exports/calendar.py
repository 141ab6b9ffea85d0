"""`oversight export calendar`: sessions planned and days of reviews, for Outlook and other calendars."""

from __future__ import annotations

import argparse

from oversight_tui.commands.exports.target import add_target, say_written, target_of
from oversight_tui.commands.options import day_of, store_of
from oversight_tui.config import load_config


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, whose, and whether workers are named."""
    add_target(parser, "the file to write, such as team.ics; import it again after changes")
    parser.add_argument("--worker", metavar="WORKER", help="only this worker's")
    parser.add_argument("--without-names", action="store_true", help="no worker's name in any title")


def run(options: argparse.Namespace) -> int:
    """Write it; 0."""
    path = target_of(options)
    from oversight_tui.services.exporting.calendar import CalendarAsked, write_calendar
    from oversight_tui.services.find import find_worker

    store = store_of(options)
    worker = find_worker(store, options.worker) if options.worker is not None else None
    asked = CalendarAsked(tuple(options.team), options.all_teams, worker, names=not options.without_names)
    done = write_calendar(store, path, day_of(options), load_config().marking, asked)
    figures = {"sessions": done.sessions, "review_days": done.review_days, "cancelled": done.cancelled}
    say_written(options, "calendar", path, done.says(path), **figures)
    return 0
