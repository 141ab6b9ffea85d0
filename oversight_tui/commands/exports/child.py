"""`oversight export child`: a child's file as a document."""

from __future__ import annotations

import argparse

from oversight_tui.commands.exports.documents import add_document_options, print_exported, target_of
from oversight_tui.commands.options import day_of, store_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which child, into which file."""
    parser.add_argument("reference", metavar="CHILD", help="the child's reference or name")
    parser.add_argument(
        "--sensitive", action="store_true", help="with the words of sensitive entries; the journal says so"
    )
    add_document_options(parser)


def run(options: argparse.Namespace) -> int:
    """Write it and say what was written; 0."""
    from oversight_tui.config import load_config
    from oversight_tui.services.exporting.child_documents import export_child
    from oversight_tui.services.find import find_child

    target = target_of(options)
    store, today = store_of(options), day_of(options)
    child = find_child(store, options.reference)
    marking = load_config().marking
    exported = export_child(store, child, target.path, target.form, today, marking, with_sensitive=options.sensitive)
    return print_exported("child", exported, as_json=options.json)
