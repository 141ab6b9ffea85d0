"""`oversight export subject-access`: what is held about a child or a worker, as it might be given to them."""

from __future__ import annotations

import argparse

from oversight_tui.commands.exports.documents import add_document_options, print_exported, target_of
from oversight_tui.commands.options import day_of, store_of
from oversight_tui.words.problems import PlainProblem


class NotOfThem(PlainProblem):
    """An option was given that is for the other of both."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """About whom, into which file."""
    parser.add_argument("whose", choices=("child", "worker"), help="whether a child asks or a worker")
    parser.add_argument("who", metavar="WHO", help="the child's reference or name, or the worker's name or id")
    parser.add_argument(
        "--sensitive", action="store_true", help="of a child: with the words of sensitive entries; the journal says so"
    )
    parser.add_argument(
        "--personal", action="store_true", help="of a worker: with their own file, which is theirs; the journal says so"
    )
    add_document_options(parser)


def run(options: argparse.Namespace) -> int:
    """Write it and say what was written; 0."""
    from oversight_tui.config import load_config
    from oversight_tui.services.exporting import child_documents, worker_documents
    from oversight_tui.services.find import find_child, find_worker

    if (options.whose == "child" and options.personal) or (options.whose == "worker" and options.sensitive):
        raise NotOfThem("--sensitive is for a child, --personal for a worker. Nothing was written.")
    target = target_of(options)
    store, today = store_of(options), day_of(options)
    marking, what = load_config().marking, f"subject access, {options.whose}"
    if options.whose == "child":
        child = find_child(store, options.who)
        exported = child_documents.export_subject_access(
            store, child, target.path, target.form, today, marking, with_sensitive=options.sensitive
        )
    else:
        worker = find_worker(store, options.who)
        exported = worker_documents.export_subject_access(
            store, worker, target.path, target.form, today, marking, with_own_file=options.personal
        )
    return print_exported(what, exported, as_json=options.json)
