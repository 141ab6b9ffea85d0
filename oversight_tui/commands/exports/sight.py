"""`oversight export sight`: line of sight as a report on two pages, or over many teams."""

from __future__ import annotations

import argparse

from oversight_tui.commands.exports.documents import add_document_options, print_exported, target_of
from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Into which file."""
    add_document_options(parser)


def run(options: argparse.Namespace) -> int:
    """Write it and say what was written; 0."""
    from oversight_tui.config import load_config
    from oversight_tui.services.exporting.sight import export_sight

    target = target_of(options)
    exported = export_sight(
        store_looking_back(options),
        target.path,
        target.form,
        day_of(options),
        load_config().marking,
        options.team,
        all_teams=options.all_teams,
    )
    return print_exported("line of sight", exported, as_json=options.json)
