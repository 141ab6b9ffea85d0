"""`oversight changes`: what others or an import have recorded since you last looked."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.services.changes import changes, mark_seen
from oversight_tui.words.dates import short_day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether they count as seen from now on."""
    parser.add_argument("--seen", action="store_true", help="begin again from now")


def run(options: argparse.Namespace) -> int:
    """Print them; 0."""
    store, today = store_of(options), day_of(options)
    found = changes(store, options.team, all_teams=options.all_teams)
    if options.json:
        print_json(
            [
                {
                    "id": printed_id(one.entry),
                    "what": one.what,
                    "child": one.child,
                    "worker": one.worker,
                    "text": one.text,
                    "by": one.by,
                    "at": one.at.isoformat(),
                }
                for one in found
            ]
        )
    else:
        print_marking()
        print_lines(
            f"{short_day(one.at.astimezone().date(), today)} {one.what} {one.child or ''}: {one.text} ({one.by})"
            for one in found
        )
        print_lines([] if found else ["Nothing has changed since you last looked."])
    if options.seen:
        mark_seen(store)
    return 0
