"""`oversight incident`: a serious incident, who was told of it, and the steps that follow."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, get_args

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.records.incidents import IncidentStepWhat
from oversight_tui.practice.requests import (
    IncidentRequest,
    Request,
    StepAfterIncident,
    TellOfIncident,
    ToldOfIncident,
)
from oversight_tui.services import record
from oversight_tui.services.find import find_child
from oversight_tui.words.meant_days import day_meant

if TYPE_CHECKING:
    from db.engine import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What happened, who was told, which step was taken."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    happened = actions.add_parser(
        "record", help="what happened; the clocks begin, and a legal hold is put on the child"
    )
    happened.add_argument("child", metavar="CHILD", help="the child's reference")
    happened.add_argument("text", metavar="TEXT", help="what happened")
    happened.add_argument(
        "--told", metavar="WHO", action="append", default=[], help="who was told; with a time after @, 'Director@14.25'"
    )
    happened.add_argument("--no-hold", action="store_true", help="no legal hold on the child's records")
    told = actions.add_parser("told", help="somebody more was told")
    told.add_argument("id", metavar="ID", help="the incident's id, as the morning list in JSON gives it")
    told.add_argument("who", metavar="WHO", help="who was told")
    told.add_argument("--text", metavar="TEXT", default="", help="what was said")
    step = actions.add_parser("step", help="a step was taken, or is not to be and why")
    step.add_argument("id", metavar="ID", help="the incident's id, as the morning list in JSON gives it")
    step.add_argument("step", choices=get_args(IncidentStepWhat), help="which")
    step.add_argument("--because", metavar="TEXT", help="why; needed where a step is not taken, and to close it")
    for action in (happened, told):
        action.add_argument("--at", metavar="TIME", help="at what time: 9:30, 15.00, 3pm")
    for action in (happened, told, step):
        action.add_argument("--on", metavar="DATE", help="the day; today unless said")
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    return record_and_print(store, _asked(options, store, today), today, as_json=options.json)


def _asked(options: argparse.Namespace, store: Store, today: date) -> Request:
    on = day_meant(options.on, today) if options.on else today
    if options.action == "record":
        told = tuple(map(_told, options.told))
        child = find_child(store, options.child)
        return IncidentRequest(child, options.text, on, options.at, told, legal_hold=not options.no_hold)
    incident = record.entry_typed(options.id, "incident")
    if options.action == "told":
        return TellOfIncident(incident, ToldOfIncident(options.who, options.at, options.text), on)
    return StepAfterIncident(incident, options.step, on, options.because)


def _told(typed: str) -> ToldOfIncident:
    who, _, at = typed.partition("@")
    return ToldOfIncident(who, at or None)
