"""`oversight note`: notes to yourself, on nobody's page and in no report."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import NoteRequest
from oversight_tui.services.find import find_child_or_worker
from oversight_tui.services.notes import notes
from oversight_tui.words.dates import long_day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Write one, or list them."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    add = actions.add_parser("add", help="a new note")
    add.add_argument("text", metavar="TEXT", help="the note")
    add.add_argument("--about", metavar="CHILD|WORKER", help="whom it is about; nobody sees it on their page")
    listed = actions.add_parser("list", help="your notes, newest first")
    for action in (add, listed):
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it, or print them; 0."""
    store, today = store_of(options), day_of(options)
    if options.action == "add":
        about = find_child_or_worker(store, options.about) if options.about else None
        return record_and_print(store, NoteRequest(options.text, about), today, as_json=options.json)
    found = notes(store)
    if options.json:
        print_json(
            [
                {
                    "id": printed_id(one.id),
                    "on": one.on.isoformat() if one.on else None,
                    "about": one.about or None,
                    "text": one.text,
                }
                for one in found
            ]
        )
    else:
        print_marking()
        print_lines(
            f"{long_day(one.on) if one.on else ''} {one.about}: {one.text} (id {one.id})".replace(" : ", ": ")
            for one in found
        )
        print_lines([] if found else ["No note yet."])
    return 0
