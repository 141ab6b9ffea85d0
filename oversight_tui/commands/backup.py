"""`oversight backup`: make a backup now."""

from __future__ import annotations

import argparse
from pathlib import Path

from oversight_tui.commands.options import store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.config import load_config
from oversight_tui.services.backups import back_up, said_of_held
from oversight_tui.words.dates import count


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("--to", metavar="FOLDER", type=Path, help="into this folder; nothing in it is removed")


def run(options: argparse.Namespace) -> int:
    """Make it and say where it lies; 0."""
    store = store_of(options)
    folder = options.to.expanduser().absolute() if options.to else None
    made = back_up(store, load_config().backups, folder)
    if options.json:
        print_json(
            {
                "backup": str(made.path) if made else None,
                "bytes": made.size if made else None,
                "encrypted": store.encrypted,
                "entries": made.holds.entries if made else 0,
                "removed": made.removed if made else 0,
                "held": made.held if made else 0,
            }
        )
    elif made is None:
        print_lines(["Nothing was recorded in this store yet, so that there is nothing to back up."])
    else:
        older = f" {count(made.removed, 'older backup')} removed." if made.removed else ""
        how = "encrypted as the store is" if store.encrypted else "not encrypted, as the store is"
        entries = count(made.holds.entries, "entry", "entries")
        print_lines([f"Backup made and checked: {made.path} ({made.size:,} bytes, {entries}, {how}).{older}"])
        print_lines(filter(None, [said_of_held(made.held)]))
    return 0
