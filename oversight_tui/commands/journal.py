"""`oversight journal`: who did what and when, oldest first."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.services import journal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is left out unless it is asked for."""
    parser.add_argument("--personal", action="store_true", help="with workers' own files and what is sensitive")


def run(options: argparse.Namespace) -> int:
    """Print it; 0."""
    rows = journal.rows(store_of(options), personal=options.personal)
    if options.json:
        print_json(
            [
                {
                    "seq": row.seq,
                    "at": row.at,
                    "who": row.who,
                    "what": row.what,
                    "id": printed_id(row.entry_id),
                    "before": row.before,
                    "after": row.after,
                    "hash": row.hash,
                }
                for row in rows
            ]
        )
    else:
        print_marking()
        print_lines(f"{row.seq} {row.at} {row.who}: {row.what} {row.entry_id or ''}".rstrip() for row in rows)
    return 0
