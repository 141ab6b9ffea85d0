"""`oversight consult`: somebody is asked about a child or a worker, or kept sighted."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.records.consultations import ADVISERS
from oversight_tui.practice.requests import ConsultRequest
from oversight_tui.services.find import find_child_or_worker
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """About whom, what is asked, and of whom."""
    parser.add_argument("about", metavar="CHILD|WORKER", help="a child's reference, or a worker's name or id")
    parser.add_argument("text", metavar="TEXT", help="what is asked, or what they are to know")
    parser.add_argument("--of", metavar="WHOM", required=True, help="who it is, by name or by what they are")
    parser.add_argument("--adviser", choices=tuple(ADVISERS), default="other", help="what they are; other unless said")
    parser.add_argument("--for-information", action="store_true", help="to keep them sighted: no answer is awaited")
    parser.add_argument("--on", metavar="DATE", help="the day; today unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    about = find_child_or_worker(store, options.about)
    on = day_meant(options.on, today) if options.on else today
    request = ConsultRequest(options.text, options.of, on, about, options.adviser, options.for_information)
    return record_and_print(store, request, today, as_json=options.json)
