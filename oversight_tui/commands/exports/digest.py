"""`oversight export digest`: the week as plain text for an e-mail, printed or written to a file."""

from __future__ import annotations

import argparse
import sys

from msgspec import structs

from oversight_tui.commands.exports.target import add_target, say_written, target_of
from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of
from oversight_tui.commands.printing import print_json
from oversight_tui.config import Config, load_config
from oversight_tui.practice.digest import Shows


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and who is named in it."""
    add_target(parser, "the file to write, such as week.txt; without it, it is printed", required=False)
    named = parser.add_mutually_exclusive_group()
    named.add_argument("--names", action="store_true", help="workers by name, children by reference and name used here")
    named.add_argument("--without-names", action="store_true", help="children by reference and no worker, at most")


def run(options: argparse.Namespace) -> int:
    """Print or write it; 0."""
    path = target_of(options) if options.to is not None else None
    from oversight_tui.services.exporting.digest import said_of, weekly_digest
    from oversight_tui.services.exporting.to_file import write_file

    config = load_config()
    shows = _shows(options, config)
    digest, text = weekly_digest(
        store_looking_back(options),
        day_of(options),
        config.marking,
        tuple(options.team),
        all_teams=options.all_teams,
        shows=shows,
    )
    week = {name: value for name, value in structs.asdict(digest.week).items() if isinstance(value, int)}
    figures = {"shows": shows, "week": week, "late": len(digest.late), "ahead": len(digest.ahead)}
    if path is not None:
        write_file(path, text.encode("utf-8"))
        say_written(options, "digest", path, said_of(path, digest, shows), **figures)
    elif options.json:
        print_json({"export": "digest", "file": None, **figures, "text": text})
    else:
        sys.stdout.write(text)
    return 0


def _shows(options: argparse.Namespace, config: Config) -> Shows:
    """What the settings say, unless it was said here; `--without-names` sends no more than they do."""
    if options.names:
        return "names"
    return "references" if options.without_names and config.digest_shows == "names" else config.digest_shows
