"""Where an export goes, and what every one of them says when it is written."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from oversight_tui.commands.options import store_path
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.services.exporting.to_file import NotWritten, refuse_in_the_way
from oversight_tui.words.text import one_line


def add_target(parser: argparse.ArgumentParser, what: str, *, required: bool = True) -> None:
    """--to, of which `what` says what it takes, and --replace."""
    parser.add_argument("--to", metavar="FILE", type=Path, required=required, help=what)
    parser.add_argument("--replace", action="store_true", help="write over a file that is there already")


def target_of(options: argparse.Namespace) -> Path:
    """The file that was named, before anything is read for it. Raises NotWritten where it may not be written."""
    path = Path(os.path.abspath(os.path.expanduser(options.to)))
    refuse_ours(path, options)
    refuse_in_the_way(path, replace=options.replace)
    return path


def refuse_ours(path: Path, options: argparse.Namespace) -> None:
    """Raise NotWritten where the store, what SQLite keeps beside it, its backups, another store of this machine, what
    was seen of stores, the settings or the file of the passphrase would be written over, by whatever name or link.
    """
    from db.anchor import Place
    from db.file_names import is_copy
    from db.swap import BESIDE
    from oversight_tui.config import anchor_folder, backup_folder, config_path, load_config

    config, store = load_config(), Path(os.path.realpath(store_path(options)))
    path, anchors = Path(os.path.realpath(path)), anchor_folder(config)
    if any(_is_same(path, Path(f"{store}{end}")) for end in ("", *BESIDE)):
        raise NotWritten(f"{one_line(path.name)} is the store itself. Nothing was written; give another name.")
    folders = [Path(os.path.realpath(one)) for one in (anchors, backup_folder(config, store))]
    files = [config_path(), *map(Path, filter(None, (getattr(options, "passphrase_file", None),)))]
    kept = any(path == one or one in path.parents for one in folders) or any(_is_same(path, one) for one in files)
    if kept or (os.path.exists(path) and (is_copy(path) or Place(anchors, path).path.exists())):
        raise NotWritten(
            f"{one_line(path.name)} is where the program keeps its own. Nothing was written; give another name."
        )


def _is_same(path: Path, other: Path) -> bool:
    other = Path(os.path.realpath(os.path.expanduser(other)))
    return path == other or (os.path.exists(path) and os.path.exists(other) and path.samefile(other))


def say_written(options: argparse.Namespace, kind: str, to: Path, says: str, **figures: object) -> None:
    """Print what was written in a line, or as JSON with its figures."""
    if options.json:
        print_json({"export": kind, "file": str(to), **figures, "says": says})
    else:
        print_lines([says])
