"""Where an export goes, and what every one of them says when it is written."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from oversight_tui.commands.options import store_path
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.services.exporting.to_file import refuse_in_the_way, refuse_the_store


def add_target(parser: argparse.ArgumentParser, what: str, *, required: bool = True) -> None:
    """--to, of which `what` says what it takes, and --replace."""
    parser.add_argument("--to", metavar="FILE", type=Path, required=required, help=what)
    parser.add_argument("--replace", action="store_true", help="write over a file that is there already")


def target_of(options: argparse.Namespace) -> Path:
    """The file that was named, before anything is read for it. Raises NotWritten where it may not be written."""
    path = Path(os.path.abspath(os.path.expanduser(options.to)))
    refuse_the_store(path, store_path(options))
    refuse_in_the_way(path, replace=options.replace)
    return path


def say_written(options: argparse.Namespace, kind: str, to: Path, says: str, **figures: object) -> None:
    """Print what was written in a line, or as JSON with its figures."""
    if options.json:
        print_json({"export": kind, "file": str(to), **figures, "says": says})
    else:
        print_lines([says])
