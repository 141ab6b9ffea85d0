"""`oversight export handover`: what a new worker, or who stands in, needs of a worker's children, on two pages."""

from __future__ import annotations

import argparse

from oversight_tui.commands.exports.documents import add_document_options, print_exported, target_of
from oversight_tui.commands.options import day_of, store_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose children, for whom, into which file."""
    parser.add_argument("name", metavar="WORKER", help="whose children: a name, a part of one, or an id")
    parser.add_argument("--for", dest="given_to", metavar="NAME", help="who gets it; else who stands in")
    parser.add_argument("--until", metavar="DATE", help="the last day it looks ahead to; two weeks unless said")
    add_document_options(parser)


def run(options: argparse.Namespace) -> int:
    """Write it and say what was written; 0."""
    from oversight_tui.config import load_config
    from oversight_tui.services.exporting.worker_documents import export_handover
    from oversight_tui.services.find import find_worker
    from oversight_tui.words.meant_days import day_meant

    target = target_of(options)
    store, today = store_of(options), day_of(options)
    worker = find_worker(store, options.name)
    exported = export_handover(
        store,
        worker,
        target.path,
        target.form,
        today,
        load_config().marking,
        given_to=options.given_to,
        last=day_meant(options.until, today, "to_come") if options.until else None,
    )
    return print_exported("handover", exported, as_json=options.json)
