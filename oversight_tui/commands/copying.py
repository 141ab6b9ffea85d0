"""`oversight copy`: an entry as plain text for the case system. The journal says that it was handed out."""

from __future__ import annotations

import argparse
import sys

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_marking, printed_id
from oversight_tui.services import record
from oversight_tui.services.copying import plain_text
from oversight_tui.words.text import paragraphs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which entry."""
    parser.add_argument("id", metavar="ID", help="the entry's id, as a child's page in JSON gives it")


def run(options: argparse.Namespace) -> int:
    """Print it; 0."""
    entry = record.entry_typed(options.id)
    text = paragraphs(plain_text(store_of(options), entry, day_of(options)))
    if options.json:
        print_json({"id": printed_id(entry), "text": text})
    else:
        print_marking()
        sys.stdout.write(f"{text}\n")
    return 0
