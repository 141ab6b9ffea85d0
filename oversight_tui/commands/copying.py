"""`oversight copy`: plain text to paste into the case system. The journal says what was handed out."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.practice.case_note import Handed
from oversight_tui.services import copying, record
from oversight_tui.services.find import find_child, find_worker
from oversight_tui.words.dates import count
from oversight_tui.words.meant_days import day_read
from oversight_tui.words.text import one_line, paragraphs

if TYPE_CHECKING:
    from db.engine import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which entry, or whose, from which day on, and where to."""
    parser.add_argument(
        "id", metavar="ID", nargs="?", help="an entry's id, as a child's page in JSON gives it, or a session's"
    )
    parser.add_argument("--child", metavar="CHILD", help="all that is recorded of a child")
    parser.add_argument("--worker", metavar="WORKER", help="a worker's sessions, for their supervision record")
    parser.add_argument("--since", metavar="DATE", help="with --child or --worker: only from this day on")
    parser.add_argument("--to", metavar="FILE", help="write it to a file instead of printing it")
    parser.add_argument("--replace", action="store_true", help="write over the file where it is there already")


def run(options: argparse.Namespace) -> int:
    """Print it, or write it; 0."""
    today = day_of(options)
    asked = [one for one in (options.id, options.child, options.worker) if one is not None]
    if len(asked) != 1:
        raise record.RecordProblem("Say what to copy: an id, --child CHILD or --worker WORKER, one of them.")
    if options.since and options.id:
        raise record.RecordProblem("--since goes with --child or --worker. An entry has its own day.")
    since = day_read(options.since, today, "happened") if options.since else None
    if options.to:
        return _write(options, since, today)
    store = store_of(options)
    handed = _handed(store, options, since, today)
    text = paragraphs(handed.text)
    if options.json:
        entry = {"id": printed_id(record.entry_typed(options.id))} if options.id else {}
        parts = [{"child": one.child, "worker": one.worker, "text": one.text} for one in handed.parts]
        print_json({**entry, "text": text, "parts": parts, "to_file": _to_file(store, options, today)})
    else:
        print_marking()
        sys.stdout.write(f"{text}\n")
        _say_left_out(handed)
    return 0


def _handed(store: Store, options: argparse.Namespace, since: date | None, today: date) -> Handed:
    if options.child is not None:
        return copying.child_since(store, find_child(store, options.child), since, today)
    if options.worker is not None:
        return copying.worker_since(store, find_worker(store, options.worker), since, today)
    return copying.handed_out(store, record.entry_typed(options.id), today)


def _to_file(store: Store, options: argparse.Namespace, today: date) -> list[str | None]:
    """Of a session the talks that wait to be put on the children's files, by their ids."""
    if options.id is None:
        return []
    return [printed_id(one) for one in copying.waiting_in(store, record.entry_typed(options.id), today)]


def _write(options: argparse.Namespace, since: date | None, today: date) -> int:
    from oversight_tui.commands.exports.target import target_of
    from oversight_tui.config import load_config
    from oversight_tui.services.exporting.paste import export_paste

    path = target_of(options)
    store = store_of(options)
    handed = export_paste(
        store, path, lambda: _handed(store, options, since, today), today, marking=load_config().marking
    )
    if options.json:
        print_json({"file": path.name, "parts": len(handed.parts), "left_out": handed.left_out})
    else:
        print_lines([f"Written: {one_line(path.name)}, {count(len(handed.parts), 'part')} to paste."])
        _say_left_out(handed)
    return 0


def _say_left_out(handed: Handed) -> None:
    if handed.left_out:
        entries = count(handed.left_out, "entry is", "entries are")
        sys.stderr.write(f"{entries} sensitive and left out. Each can be copied by its id.\n")
