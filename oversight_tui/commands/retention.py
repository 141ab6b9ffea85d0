"""`oversight retention`: what has been kept for long enough, erased on a named manager's word; legal holds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, printed_id
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import Erase, LiftHold, PlaceHold
from oversight_tui.practice.retention import ErasedKind, KeptRow
from oversight_tui.services.find import find_child_or_worker
from oversight_tui.services.retention import kept_rows, still_held_by
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import RETENTION, RETENTION_STATE
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store

ABOUT_NOBODY: dict[str, ErasedKind] = {"notes": "own_notes", "drafts": "drafts"}


class NobodyAsked(PlainProblem):
    """Something that cannot be undone was asked for where nobody can be asked once more."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The list, and what is decided on it."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    listed = actions.add_parser("list", help="what is due to be erased and why, legal holds, what cannot be told")
    listed.add_argument("--all", action="store_true", help="also what is kept for longer, with its day")
    erase = actions.add_parser("erase", help="erase for good what is due; only a named manager, and not under a hold")
    erase.add_argument("who", metavar="WHO", help="a child's reference, a worker's name, notes or drafts")
    erase.add_argument("--yes", action="store_true", help="without asking once more")
    hold = actions.add_parser("hold", help="a legal hold: nothing about them is erased until it is lifted")
    lift = actions.add_parser("lift", help="lift a legal hold")
    for action in (hold, lift):
        action.add_argument("who", metavar="WHO", help="a child's reference or a worker's name")
    for action in (erase, hold, lift):
        action.add_argument("--because", metavar="TEXT", required=True, help="why; of an erasure this stays for good")
    for action in (listed, erase, hold, lift):
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Print the list, or record the decision and print what was recorded; 0. 1 where an erasure was not confirmed."""
    store, today = store_of(options), day_of(options)
    if options.action == "list":
        return _list(store, today, every=options.all, as_json=options.json)
    if options.action == "erase":
        return _erase(options, store, today)
    decision = PlaceHold if options.action == "hold" else LiftHold
    request = decision(find_child_or_worker(store, options.who), options.because)
    return record_and_print(store, request, today, as_json=options.json)


def _erase(options: argparse.Namespace, store: Store, today: date) -> int:
    from oversight_tui.config import load_config

    kind = ABOUT_NOBODY.get(options.who)
    about = find_child_or_worker(store, options.who) if kind is None else None
    if not options.yes:
        if options.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise NobodyAsked("Erasing cannot be undone, and nobody is here to ask. Give --yes. Nothing was erased.")
        print_lines(filter(None, [still_held_by(store)]))
        sys.stdout.write("Erasing cannot be undone. y erases it for good: ")
        sys.stdout.flush()
        if sys.stdin.readline().strip().casefold() != "y":
            print_lines(["Nothing was erased."])
            return 1
    months = load_config().backups.longest_months
    return record_and_print(store, Erase(about, options.because, kind, months), today, as_json=options.json)


def _list(store: Store, today: date, *, every: bool, as_json: bool) -> int:
    rows = [row for row in kept_rows(store, today) if every or row.state != "kept"]
    if as_json:
        print_json([_shape(row) for row in rows])
    else:
        print_lines(_lines(rows) if rows else ["Nothing is due to be erased, and nothing is held."])
    return 0


def _lines(rows: list[KeptRow]) -> Iterator[str]:
    """Each state with its rows, each row with the figure it goes by and where that comes from."""
    state = ""
    for row in rows:
        if row.state != state:
            state = row.state
            yield f"{RETENTION_STATE[state]}:"
        on = f", {'since' if row.state == 'due' else 'until'} {long_day(row.due_on)}" if row.due_on else ""
        source = f" (source: {row.source})" if row.source else ""
        number = f", {count(row.entries, 'entry', 'entries')}" if row.entries else ""
        yield f"  {' '.join(filter(None, (RETENTION[row.kind], row.name)))}{number}{on}: {row.because}{source}"
        if row.hold is not None:
            since = f"since {long_day(row.hold.since)}, " if row.hold.since else ""
            yield f"    held {since}{row.hold.by}: {row.hold.because}"


def _shape(row: KeptRow) -> dict[str, object]:
    hold = row.hold
    return {
        "kind": row.kind,
        "state": row.state,
        "name": row.name or None,
        "entries": row.entries,
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "because": row.because,
        "source": row.source or None,
        "hold": None
        if hold is None
        else {
            "id": printed_id(hold.id),
            "since": hold.since.isoformat() if hold.since else None,
            "because": hold.because,
            "by": hold.by,
        },
    }
