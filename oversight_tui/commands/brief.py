"""`oversight brief`: the brief of the morning, worker by worker, to be shared on a wall or in a call."""

from __future__ import annotations

import argparse

from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.practice import day
from oversight_tui.practice.day_told import as_lines
from oversight_tui.services.day import load_day
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Of which day, and with or without the names of children."""
    parser.add_argument("--on", metavar="DATE", help="the brief of another day: tomorrow, fri; today unless said")
    parser.add_argument(
        "--without-names",
        action="store_true",
        help="children by reference, workers by initials, and no word that somebody typed",
    )


def run(options: argparse.Namespace) -> int:
    """Print it; 0."""
    today = day_of(options)
    on = day_meant(options.on, today, "either") if options.on is not None else today
    board = load_day(store_looking_back(options), on, options.team, all_teams=options.all_teams)
    found = day.day_of(board)
    if options.json:
        print_json(_shape(found))
        return 0
    print_marking()
    print_lines(as_lines(found, board, today, hidden=options.without_names))
    return 0


def _shape(found: day.Day) -> dict[str, object]:
    return {
        "as_of": found.on.isoformat(),
        "teams": list(found.teams),
        "on_duty_today": list(found.on_duty_today),
        "duty": [
            {"worker": one.worker, "from": one.first.isoformat(), "to": one.last.isoformat()} for one in found.duty
        ],
        "counts": {"waiting": found.waiting, "on_duty": found.on_duty, "held_by_manager": found.held_by_manager},
        "workers": [
            {
                "id": printed_id(one.worker_id),
                "name": one.name,
                "on_duty": one.on_duty,
                "away": one.away,
                "back_on": one.back_on.isoformat() if one.back_on else None,
                "covered_by": one.covered_by,
                "appointments": list(map(_appointment, one.appointments)),
                "due": list(map(_due, one.due)),
            }
            for one in found.workers
        ],
        "elsewhere": list(map(_appointment, found.elsewhere)),
        "due_elsewhere": list(map(_due, found.due_elsewhere)),
        "arrivals": [
            {
                "id": printed_id(one.entry_id),
                "child": one.child,
                "on": one.came_on.isoformat() if one.came_on else None,
                "at": one.at,
                "for_its_day": one.for_its_day,
            }
            for one in found.arrivals
        ],
    }


def _appointment(one: day.Appointment) -> dict[str, object]:
    return {
        "id": printed_id(one.entry_id),
        "kind": one.kind,
        "at": one.at,
        "minutes": one.minutes,
        "text": one.text or None,
        "child": one.child,
        "where": one.place,
        "who": one.who,
        "needs_somebody": one.needs_somebody,
        "stands_in": one.stands_in,
        "stand_in_is_elsewhere": one.stand_in_is_elsewhere,
        "with": one.with_worker,
        "held": one.held,
    }


def _due(one: day.DueToday) -> dict[str, object]:
    return {
        "id": printed_id(one.entry_id),
        "text": one.text,
        "child": one.child,
        "who": one.who,
        "due_on": one.due_on.isoformat(),
    }
