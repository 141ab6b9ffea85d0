"""`oversight workers`: a worker added by hand, or something new known of one."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.printing import print_recorded
from oversight_tui.services import record
from oversight_tui.services.find import find_worker
from oversight_tui.words.dates import parse_date

_DATES = ("newly_qualified_from", "starts", "leaves", "own_until")
_TO_COME = ("leaves", "own_until")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who, and what is known of them."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    add = actions.add_parser("add", help="a worker no list has shown yet")
    edit = actions.add_parser("edit", help="something new known of a worker")
    for action in (add, edit):
        action.add_argument("name", metavar="NAME", help="the worker's name" + ("" if action is add else ", or an id"))
        action.add_argument("--role", metavar="TEXT", help="job title")
        action.add_argument("--fte", metavar="N", type=float, help="1 is full time")
        action.add_argument("--home", metavar="TEAM", dest="home", help="the team the worker belongs to")
        action.add_argument("--newly-qualified-from", metavar="DATE", help="first day of the newly qualified year")
        action.add_argument("--agency", choices=("yes", "no"), help="whether through an agency")
        action.add_argument("--starts", metavar="DATE", help="first day in the team")
        action.add_argument("--leaves", metavar="DATE", help="last day in the team")
        action.add_argument("--supervisor", metavar="NAME", help="who supervises")
        action.add_argument("--second-supervisor", metavar="NAME", help="who else supervises")
        action.add_argument("--own-limit", metavar="TIME", help="a tighter limit, such as '2 weeks'")
        action.add_argument("--own-until", metavar="DATE", help="the last day of that limit")
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    values = _values(options, today)
    if options.action == "add":
        recorded = record.add_worker(store, options.name, values, today)
    else:
        recorded = record.edit_worker(store, find_worker(store, options.name), values, today)
    print_recorded(recorded, as_json=options.json)
    return 0


def _values(options: argparse.Namespace, today: date) -> dict[str, Any]:
    given = {
        name: getattr(options, name)
        for name in ("role", "fte", "supervisor", "second_supervisor", "own_limit", *_DATES)
    }
    found = {name: value for name, value in given.items() if value is not None}
    for name in _DATES:
        if name in found:
            found[name] = parse_date(found[name], today, weekdays="forward" if name in _TO_COME else "back")
    if options.agency is not None:
        found["agency"] = options.agency == "yes"
    if options.home is not None:
        found["team"] = options.home
    return found
