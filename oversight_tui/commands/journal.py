"""`oversight journal`: who did what and when, oldest first."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from oversight_tui.commands.options import store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.services import journal

if TYPE_CHECKING:
    from db.journal import JournalRow


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is left out unless it is asked for."""
    parser.add_argument("--personal", action="store_true", help="with workers' own files and what is sensitive")


def run(options: argparse.Namespace) -> int:
    """Print it; 0."""
    store = store_of(options, without_team=True)
    rows = journal.rows(store, personal=options.personal)
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
        whom = journal.whom(store, rows)
        print_lines(
            " ".join(filter(None, (str(row.seq), row.at, f"{row.who}:", row.what, _entry(row), whom.get(row.seq))))
            for row in rows
        )
    return 0


def _entry(row: JournalRow) -> str:
    return str(row.entry_id) if row.entry_id else ""
