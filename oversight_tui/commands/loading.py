"""`oversight load FILE`: a complete dump read back into a new store."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.unlocking import opened_with_key
from oversight_tui.commands.which_store import store_path
from oversight_tui.config import anchor_folder, load_config
from oversight_tui.services.loading import dump_in, load, refuse_a_file

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which dump; --store names the store that is made of it."""
    parser.add_argument("file", metavar="FILE", type=Path, help="what `oversight export dump` wrote")


def run(options: argparse.Namespace) -> int:
    """Read it; 0."""
    path, file = store_path(options, "A dump is read back"), options.file.expanduser().absolute()
    refuse_a_file(path)
    dump = dump_in(file)  # before anybody types a passphrase for it
    anchors = anchor_folder(load_config())

    def loaded(key: Key | None) -> Store:
        return load(dump, file.name, path, key, anchors)

    store = opened_with_key(options, path, loaded)
    options.at_end.callback(store.close)
    rows, end = sum(dump.end.rows.values()), dump.end.journal
    says = (
        f"Read into the new store {path}: {rows:,} rows, each as the journal has it, which ended with row {end.seq}, "
        f"{end.hash}. `oversight --store {path}` opens it."
    )
    if options.json:
        print_json({"from": str(file), "store": str(path), "encrypted": store.encrypted, "rows": rows, "says": says})
    else:
        print_lines([says])
    return 0
