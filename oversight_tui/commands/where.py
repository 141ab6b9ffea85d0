"""`oversight where`: where the store and the settings lie, and what the store is."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from oversight_tui.commands.options import store_of, store_path
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.config import load_config


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing of its own."""


def run(options: argparse.Namespace) -> int:
    """Print it; 0 whether or not there is a store yet."""
    settings = load_config().path
    path = Path(os.path.abspath(os.path.expanduser(store_path(options))))
    there = os.path.exists(path)
    found = {
        "store": str(path),
        "exists": there,
        "engine": "sqlite",
        "encrypted": False,
        "bytes": path.stat().st_size if there else None,
        "schema": None,
        "settings": str(settings),
        "settings_exist": os.path.exists(settings),
    }
    if found["exists"]:
        from db.migrations import schema_version

        store = store_of(options)
        with store.reading():
            found["schema"] = schema_version(store.database)
    if options.json:
        print_json(found)
        return 0
    store_says = (
        f"{found['bytes']:,} bytes, SQLite, not encrypted, version {found['schema']}"
        if found["exists"]
        else "not there yet; `oversight import` makes it"
    )
    settings_say = "" if found["settings_exist"] else " (not there; every setting is at its default)"
    print_lines([f"Store: {path} ({store_says})", f"Settings: {settings}{settings_say}"])
    return 0
