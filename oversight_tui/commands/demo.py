"""`oversight demo`: a made-up team, to look at and to try everything on."""

from __future__ import annotations

import argparse
import os
import tempfile
from datetime import date
from pathlib import Path

from oversight_tui.commands.options import day_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.screen import needs_a_terminal, open_screen
from oversight_tui.words.problems import PlainProblem

FILE_NAME = "made-up-team.oversight"


class FileIsThere(PlainProblem):
    """A made-up team is never written over a file."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, which, and how large."""
    parser.add_argument("--into", metavar="PATH", type=Path, help="write the team to a new file and open nothing")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="another number gives another team")
    parser.add_argument("--workers", metavar="N", type=int, default=8, help="how many workers; 8 unless said")


def run(options: argparse.Namespace) -> int:
    """Write the team; open it unless --into was given."""
    day = day_of(options)
    if options.into is None:
        needs_a_terminal()
        return open_made_up_team(day, options.seed, options.workers)
    path = Path(os.path.expanduser(options.into))
    if os.path.exists(path):
        raise FileIsThere(f"There is a file {path} already. Name another with --into.")
    _write(path, day, options.seed, options.workers)
    if options.json:
        print_json({"store": str(path), "workers": options.workers})
    else:
        print_lines([f"Written to {path}. Open it with `oversight --store {path}`."])
    return 0


def open_made_up_team(day: date, seed: int = 1, workers: int = 8) -> int:
    """Open the board on a team in a folder of its own that goes when the board is left."""
    from db import open_store

    with tempfile.TemporaryDirectory(prefix="oversight-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / FILE_NAME
        _write(path, day, seed, workers)
        open_screen(open_store(path), lambda: day, (), False)
    return 0


def _write(path: Path, day: date, seed: int, workers: int) -> None:
    from db import open_store
    from oversight_tui.made_up_team import write_demo

    store = open_store(path)
    try:
        write_demo(store, day, seed=seed, workers=workers)
    finally:
        store.close()
