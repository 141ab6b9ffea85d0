"""`oversight export tables`: every list as a workbook or as CSV, for Excel and Power BI."""

from __future__ import annotations

import argparse

from oversight_tui.commands.exports.target import add_target, path_of, refuse_ours, say_written
from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of
from oversight_tui.config import load_config


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and which lists."""
    add_target(parser, "a file that ends with .xlsx, or with .csv for one list, or a folder for a CSV of each list")
    parser.add_argument(
        "--list", metavar="NAME", action="append", default=[], help="only this list; may be given several times"
    )


def run(options: argparse.Namespace) -> int:
    """Write them; 0."""
    from oversight_tui.services.exporting.tables.lists import refuse_unknown
    from oversight_tui.services.exporting.tables.writing import (
        TablesAsked,
        files_of,
        refuse_target,
        said_of,
        write_tables,
    )

    path = path_of(options)
    refuse_unknown(options.list)
    refuse_ours((path, *files_of(path, options.list)), options)
    refuse_target(path, options.list, replace=options.replace)
    store = store_looking_back(options)
    asked = TablesAsked(tuple(options.list), tuple(options.team), options.all_teams)
    rows = write_tables(store, path, day_of(options), load_config().marking, asked)
    say_written(options, "tables", path, said_of(path, rows), lists=dict(rows))
    return 0
