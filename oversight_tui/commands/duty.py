"""`oversight duty`: who is on duty, and who is from when to when."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import DutyRequest
from oversight_tui.services.find import find_worker
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who, and from when to when."""
    parser.add_argument("worker", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
    parser.add_argument("--from", metavar="DATE", dest="first_day", help="the first day; today unless said")
    parser.add_argument("--to", metavar="DATE", dest="last_day", help="the last day; the first one unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    worker = find_worker(store, options.worker)
    first = day_meant(options.first_day, today, "either") if options.first_day else today
    last = day_meant(options.last_day, today, "either", first) if options.last_day else first
    return record_and_print(store, DutyRequest(worker, first, last), today, as_json=options.json)
