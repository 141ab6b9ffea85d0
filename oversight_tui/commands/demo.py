"""`oversight demo`: a made-up team, to look at and to try everything on."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.commands.options import day_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.screen import needs_a_terminal, open_screen
from oversight_tui.commands.unlocking import new_key_given, refuse_key
from oversight_tui.commands.which_store import NotInAFile, OnServer, at_named
from oversight_tui.config import anchor_folder, load_config
from oversight_tui.services.passing_folder import FILE_NAME, folder_that_goes, forget_abandoned_folders
from oversight_tui.ui.after_leaving import TOUR
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.key import Key
    from oversight_tui.ui.after_leaving import FirstStep


class FileIsThere(PlainProblem):
    """A made-up team is never written over a file."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, which, and how large."""
    parser.add_argument("--into", metavar="PATH", help="write the team to a new file and open nothing")
    parser.add_argument("--tour", action="store_true", help="go through a morning on it, with each key when it is due")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="another number gives another team")
    parser.add_argument("--workers", metavar="N", type=int, default=8, help="how many workers; 8 unless said")


def run(options: argparse.Namespace) -> int:
    """Write the team; open it unless --into was given."""
    day = day_of(options)
    forget_abandoned_folders()
    if options.into is None:
        refuse_key(
            options, "A made-up team that is only looked at is not kept. Nothing was opened; leave the passphrase out."
        )
        needs_a_terminal()
        first: FirstStep | None = TOUR if options.tour else None
        return open_made_up_team(day, options.seed, options.workers, first_step=first)
    at = at_named(options.into)
    if isinstance(at, OnServer):
        raise NotInAFile(
            f"A made-up team is written to a file, and {at} is on a server. Nothing was done; write a file, then "
            "`oversight move --store FILE --to ADDRESS` carries it to an empty store there."
        )
    path = Path(os.path.expanduser(options.into))
    from db.swap import in_the_way

    if (there := in_the_way(path)) is not None:
        raise FileIsThere(f"There is a file {there} already. Name another with --into.")
    seen = anchor_folder(load_config())  # where the settings cannot be read, nothing is written
    key = new_key_given(options)
    _write_whole(path, key, day, options.seed, options.workers)
    _see_it(path, key, seen)
    if options.json:
        print_json({"store": str(path), "workers": options.workers, "encrypted": key is not None})
    else:
        how = "It opens with the passphrase you gave" if key is not None else "It is not encrypted"
        print_lines([f"Written to {path}. {how}. Open it with `oversight --store {path}`."])
    return 0


def open_made_up_team(day: date, seed: int = 1, workers: int = 8, first_step: FirstStep | None = None) -> int:
    """Open the board on a team in a folder of its own that goes when the board is left."""
    from db import open_store

    with folder_that_goes() as folder:
        path = folder / FILE_NAME
        _write(path, None, day, seed, workers)
        open_screen(open_store(path), lambda: day, (), False, first_step=first_step, kept=False)
    print_lines(["The made-up team is gone, with all that was written in it: nothing of it is kept."])
    return 0


def _write_whole(path: Path, key: Key | None, day: date, seed: int, workers: int) -> None:
    """Write the team to a new file that has its name once it is whole."""
    from db.swap import UNFINISHED, remove_with_logs

    fresh = path.with_name(path.name + UNFINISHED)
    try:
        remove_with_logs(fresh)
        _write(fresh, key, day, seed, workers)
        os.replace(fresh, path)
    finally:
        with suppress(OSError):
            remove_with_logs(fresh)


def _see_it(path: Path, key: Key | None, seen: Path) -> None:
    """From now on what lies there is held against what was written."""
    from db import open_store
    from db.anchor import Place

    Place(seen, path).forget()
    open_store(path, key=key, create=False, anchors=seen).close()


def _write(path: Path, key: Key | None, day: date, seed: int, workers: int) -> None:
    _say_what_takes_long(workers)
    from db import open_store
    from oversight_tui.made_up_team import write_demo

    store = open_store(path, key=key)
    try:
        write_demo(store, day, seed=seed, workers=workers)
    finally:
        store.close()


def _say_what_takes_long(workers: int) -> None:
    """A year of a team takes seconds to make up, and nobody is left before a black screen meanwhile."""
    if sys.stderr.isatty():
        print(f"Making up a team of {workers} and its year…", file=sys.stderr, flush=True)
