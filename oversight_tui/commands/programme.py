"""`oversight programme`: a programme for those who supervise that a worker began, and how it ended."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import EndProgramme, ProgrammeRequest, Request
from oversight_tui.services import record
from oversight_tui.services.find import find_worker
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who, which programme, its days; or which one has ended and how."""
    parser.add_argument(
        "worker", metavar="WORKER", nargs="?", help="a name, a part of one that only one worker has, or an id"
    )
    parser.add_argument(
        "text", metavar="TEXT", nargs="?", help="its name, such as 'Practice Supervisor Development Programme'"
    )
    parser.add_argument("--on", metavar="DATE", help="its first day, with --end its last; today unless said")
    parser.add_argument("--until", metavar="DATE", help="the last day that is planned")
    parser.add_argument("--end", metavar="ID", help="the programme of this id has ended")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--completed", action="store_true", help="with --end: it was completed")
    how.add_argument("--given-up", action="store_true", help="with --end: it was given up; --because says why")
    parser.add_argument("--because", metavar="TEXT", help="why it was given up, or what is said of its end")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    return record_and_print(store, _asked(options, store, today), today, as_json=options.json)


def _asked(options: argparse.Namespace, store: Store, today: date) -> Request:
    on = day_meant(options.on, today, "long_ago") if options.on else today
    if options.end is not None:
        if options.worker or options.until:
            raise PlainProblem("--end is given with the id of the programme alone. Nothing was recorded.")
        if not (options.completed or options.given_up):
            raise PlainProblem("Say how it ended: --completed, or --given-up --because TEXT. Nothing was recorded.")
        programme = record.entry_typed(options.end, "programme")
        return EndProgramme(programme, on, options.completed, options.because)
    if not (options.worker and options.text):
        raise PlainProblem("Say who and which programme, or --end ID. Nothing was recorded.")
    if options.completed or options.given_up or options.because:
        raise PlainProblem("--completed, --given-up and --because are said with --end ID. Nothing was recorded.")
    until = day_meant(options.until, today, "either") if options.until else None
    return ProgrammeRequest(find_worker(store, options.worker), options.text, on, until)
