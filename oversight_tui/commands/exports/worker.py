"""`oversight export worker`: a worker's file as a document; their own file only where it is asked for."""

from __future__ import annotations

import argparse

from oversight_tui.commands.exports.documents import add_document_options, print_exported, target_of
from oversight_tui.commands.options import day_of, store_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which worker, into which file."""
    parser.add_argument("name", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
    parser.add_argument("--personal", action="store_true", help="with the worker's own file; the journal says so")
    add_document_options(parser)


def run(options: argparse.Namespace) -> int:
    """Write it and say what was written; 0."""
    from oversight_tui.config import load_config
    from oversight_tui.services.exporting.worker_documents import export_worker
    from oversight_tui.services.find import find_worker

    target = target_of(options)
    store, today = store_of(options), day_of(options)
    worker = find_worker(store, options.name)
    marking = load_config().marking
    exported = export_worker(store, worker, target.path, target.form, today, marking, with_own_file=options.personal)
    return print_exported("worker", exported, as_json=options.json)
