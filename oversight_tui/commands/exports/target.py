"""Where an export goes, and what every one of them says when it is written."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.which_store import file_of
from oversight_tui.services.exporting.kept import refuse_kept
from oversight_tui.services.exporting.to_file import refuse_in_the_way


def add_target(parser: argparse.ArgumentParser, what: str, *, required: bool = True) -> None:
    """--to, of which `what` says what it takes, and --replace."""
    parser.add_argument("--to", metavar="FILE", type=Path, required=required, help=what)
    parser.add_argument("--replace", action="store_true", help="write over a file that is there already")


def target_of(options: argparse.Namespace) -> Path:
    """The file that was named, before anything is read for it. Raises NotWritten where it may not be written."""
    path = path_of(options)
    refuse_ours((path,), options)
    refuse_in_the_way(path, replace=options.replace)
    return path


def path_of(options: argparse.Namespace) -> Path:
    """What was named, absolute, with `~` written out."""
    return Path(os.path.abspath(os.path.expanduser(options.to)))


def refuse_ours(paths: Iterable[Path], options: argparse.Namespace) -> None:
    """Raise NotWritten where one of these would be written over what the program keeps, the file of a passphrase or a
    password too.
    """
    named = (getattr(options, f"{one}_file", None) for one in ("passphrase", "password"))
    refuse_kept(paths, file_of(options), *(Path(one).expanduser() for one in named if one))


def say_written(options: argparse.Namespace, kind: str, to: Path, says: str, **figures: object) -> None:
    """Print what was written in a line, or as JSON with its figures."""
    if options.json:
        print_json({"export": kind, "file": str(to), **figures, "says": says})
    else:
        print_lines([says])
