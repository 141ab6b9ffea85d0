"""`oversight correct`: a newer version of an entry. The old one can still be read, save on a wrong page."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import Correction
from oversight_tui.services import record
from oversight_tui.services.entries import is_to_come
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which entry, and what is otherwise."""
    parser.add_argument("id", metavar="ID", help="the entry's id, as a child's or worker's page in JSON gives it")
    parser.add_argument("--text", metavar="TEXT", help="what it says")
    parser.add_argument("--because", metavar="TEXT", help="why")
    parser.add_argument("--on", metavar="DATE", help="when it took place")
    parser.add_argument("--look-again", metavar="DATE", help="when an entry of a worker's own file comes back")
    parser.add_argument("--by", metavar="DATE", help="by when an action is to be done")
    parser.add_argument("--owner", metavar="WHO", help="who sees to a worry or an action from now on")
    parser.add_argument("--child", metavar="CHILD", help="whom it is about; its words are then hidden where it stood")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    entry, on = record.entry_typed(options.id), None
    if options.on:
        on = day_meant(options.on, today, "to_come" if is_to_come(store, entry) else "happened")
    again = day_meant(options.look_again, today, "to_come") if options.look_again else None
    by = day_meant(options.by, today, "to_come") if options.by else None
    correction = Correction(entry, options.text, options.because, on, options.child, options.owner, again, by)
    return record_and_print(store, correction, today, as_json=options.json)
