"""`oversight visits`: the visits that are late, and why: every attempt, and what stood in its way."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking
from oversight_tui.practice.visit_reasons import LateVisit, attempts_said, reasons_counted, since_said
from oversight_tui.services.board import load_board
from oversight_tui.services.find import find_worker
from oversight_tui.services.visits import visits_late


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose."""
    parser.add_argument("--worker", metavar="WORKER", help="only of children whom this worker holds")


def run(options: argparse.Namespace) -> int:
    """Print them; 0."""
    store, today = store_of(options), day_of(options)
    board = load_board(store, today, options.team, all_teams=options.all_teams)
    late = visits_late(store, board)
    if options.worker:
        worker = find_worker(store, options.worker)
        late = tuple(one for one in late if one.worker_id == worker)
    if options.json:
        print_json({"visits": list(map(_shape, late))})
        return 0
    print_marking()
    print_lines(_lines(late, today))
    return 0


def _lines(late: Sequence[LateVisit], today: date) -> Iterator[str]:
    yield reasons_counted(late)
    for one in late:
        yield f"{one.child.reference} ({one.worker or 'nobody'}): {since_said(one, today)}"
        yield from (f"  {said}" for said in attempts_said(one, today))


def _shape(one: LateVisit) -> dict[str, object]:
    return {
        "child": one.child.reference,
        "worker": one.worker,
        "due_on": one.due_on.isoformat() if one.due_on else None,
        "days_over": one.days_over,
        "last_seen": one.child.last_seen.isoformat() if one.child.last_seen else None,
        "booked_for": one.booked_for.isoformat() if one.booked_for else None,
        "attempts": [
            {"on": each.on.isoformat(), "why": each.why, "text": each.text, "who": each.who} for each in one.attempts
        ],
    }
