"""`oversight export dump`: everything in the store as JSON, which `oversight load` reads back into a new one."""

from __future__ import annotations

import argparse

from oversight_tui.commands.exports.target import add_target, say_written, target_of
from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.which_store import store_path
from oversight_tui.config import load_config
from oversight_tui.words.dates import count
from oversight_tui.words.problems import PlainProblem


class NotSaidPersonal(PlainProblem):
    """A dump holds the workers' own files, and nobody said that they may go out."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and the word for what is in it."""
    add_target(parser, "the file to write, such as team.json")
    parser.add_argument(
        "--personal", action="store_true", help="say that the workers' own files go out with it; without them none does"
    )


def run(options: argparse.Namespace) -> int:
    """Write it; 0."""
    if not options.personal:
        raise NotSaidPersonal(
            "A dump holds everything, the workers' own files and what is sensitive too, and could not be read back "
            "without. Nothing was written; give --personal if that is meant, and keep the file as you keep the store."
        )
    store_path(options, "A dump is made")  # of a server's every login sees its own part, and has its own choices
    path = target_of(options)
    from oversight_tui.services.exporting.dump import write_dump

    store = store_of(options)
    done = write_dump(store, path, day_of(options), load_config().marking)
    says = (
        f"Written to {path}: everything, {count(done.rows, 'row')} of {count(done.tables, 'table')}, not encrypted. "
        f"The journal in it ends with row {done.end.seq}, {done.end.hash}."
    )
    figures = {"tables": done.tables, "rows": done.rows, "journal_end": {"seq": done.end.seq, "hash": done.end.hash}}
    say_written(options, "dump", path, says, **figures)
    return 0
