"""`oversight workers`: a worker added by hand, or something new known of one."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from msgspec import UNSET, UnsetType

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import AddWorker, EditWorker, KnownOfWorker, Request
from oversight_tui.services.find import find_worker
from oversight_tui.words.meant_days import day_meant

if TYPE_CHECKING:
    from db.engine import Store

Value = TypeVar("Value")


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
        action.add_argument("--supervisor", metavar="NAME", help="who supervises, or 'outside: NAME'")
        action.add_argument("--second-supervisor", metavar="NAME", help="who else supervises, or 'outside: NAME'")
        action.add_argument("--own-limit", metavar="TIME", help="a tighter limit, such as '2 weeks'")
        action.add_argument("--own-until", metavar="DATE", help="the last day of that limit")
        add_common_options(action)
    edit.add_argument("--on", metavar="DATE", help="the day from which it holds; today unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    return record_and_print(store, _asked(options, store, today), today, as_json=options.json)


def _asked(options: argparse.Namespace, store: Store, today: date) -> Request:
    known = KnownOfWorker(
        team=_given(options.home),
        role=_given(options.role),
        fte=_given(options.fte),
        newly_qualified_from=_past(options.newly_qualified_from, today),
        agency=options.agency == "yes" if options.agency is not None else UNSET,
        starts=_past(options.starts, today),
        leaves=_behind_or_ahead(options.leaves, today),
        supervisor=_given(options.supervisor),
        second_supervisor=_given(options.second_supervisor),
        own_limit=_given(options.own_limit),
        own_until=_behind_or_ahead(options.own_until, today),
    )
    if options.action == "add":
        return AddWorker(options.name, known)
    since = day_meant(options.on, today) if options.on is not None else None
    return EditWorker(find_worker(store, options.name), known, since)


def _given(value: Value | None) -> Value | UnsetType:
    """What was given; what was not given stays as it is known."""
    return value if value is not None else UNSET


def _past(typed: str | None, today: date) -> date | UnsetType:
    return day_meant(typed, today, "long_ago") if typed is not None else UNSET


def _behind_or_ahead(typed: str | None, today: date) -> date | UnsetType:
    return day_meant(typed, today, "either") if typed is not None else UNSET
