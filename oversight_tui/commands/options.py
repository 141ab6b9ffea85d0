"""Options that several commands share: which store, which day, which teams."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from db import open_store
from oversight_tui.config import default_store_path, load_config

if TYPE_CHECKING:
    from db.engine import Store


def add_store_options(parser: argparse.ArgumentParser) -> None:
    """--store, --today and --team (which may be given several times)."""
    parser.add_argument("--store", metavar="PATH", help="the store to use (or OVERSIGHT_STORE)")
    parser.add_argument("--today", metavar="DATE", help="the day the rules go by (or OVERSIGHT_TODAY)")
    parser.add_argument("--team", metavar="NAME", action="append", default=[], help="only this team; may be repeated")


def store_path(options: argparse.Namespace) -> Path:
    """The store that was named, else that of the settings file, else the one in the person's own data folder."""
    named = options.store or os.environ.get("OVERSIGHT_STORE")
    return Path(named) if named else load_config().store or default_store_path()


def store_of(options: argparse.Namespace) -> Store:
    """The store, opened; StoreError where there is none."""
    return open_store(store_path(options), create=False)
