"""`oversight incident`: a serious incident, who was told of it, the steps that follow, and the list of them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, get_args

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.commands.recording import record_and_print
from oversight_tui.commands.span_options import add_span_options, span_of
from oversight_tui.practice.incidents import SeriousIncident, clocks, told
from oversight_tui.practice.records.incidents import IncidentStepWhat
from oversight_tui.practice.requests import (
    IncidentRequest,
    Request,
    StepAfterIncident,
    TellOfIncident,
    ToldOfIncident,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.find import find_child
from oversight_tui.services.incidents import incidents
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
        "--told",
        metavar="WHO",
        action="append",
        default=[],
        help="who was told; with a time after @, and a day before it where it was not today: 'Director@mon 14.25'",
    )
    happened.add_argument("--no-hold", action="store_true", help="no legal hold on the child's records")
    more = actions.add_parser("told", help="somebody more was told")
    more.add_argument("id", metavar="ID", help="the incident's id, as the morning list in JSON gives it")
    more.add_argument("who", metavar="WHO", help="who was told")
    more.add_argument("--text", metavar="TEXT", default="", help="what was said")
    step = actions.add_parser("step", help="a step was taken, or is not to be and why")
    step.add_argument("id", metavar="ID", help="the incident's id, as the morning list in JSON gives it")
    step.add_argument("step", choices=get_args(IncidentStepWhat), help="which")
    step.add_argument("--because", metavar="TEXT", help="why; needed where a step is not taken, and to close it")
    listed = actions.add_parser("list", help="those in hand, and those of a span that are closed")
    add_span_options(listed)
    add_common_options(listed)
    for action in (happened, more):
        action.add_argument("--at", metavar="TIME", help="at what time: 9:30, 15.00, 3pm")
    for action in (happened, more, step):
        action.add_argument("--on", metavar="DATE", help="the day; today unless said")
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded, or print the list; 0."""
    store, today = store_of(options), day_of(options)
    if options.action == "list":
        return _print_list(options, store, today)
    return record_and_print(store, _asked(options, store, today), today, as_json=options.json)


def _asked(options: argparse.Namespace, store: Store, today: date) -> Request:
    on = day_meant(options.on, today) if options.on else today
    if options.action == "record":
        who = tuple(_told(one, today) for one in options.told)
        child = find_child(store, options.child)
        return IncidentRequest(child, options.text, on, options.at, who, legal_hold=not options.no_hold)
    incident = record.entry_typed(options.id, "incident")
    if options.action == "told":
        return TellOfIncident(incident, ToldOfIncident(options.who, options.at, options.text), on)
    return StepAfterIncident(incident, options.step, on, options.because)


def _print_list(options: argparse.Namespace, store: Store, today: date) -> int:
    span = span_of(options, today)
    shown, limits = incidents(store, load_board(store, today, options.team, all_teams=options.all_teams), span)
    if options.json:
        spanned = {"from": span.first.isoformat(), "to": span.last.isoformat()}
        print_json({**spanned, "incidents": [_shape(one, limits) for one in shown]})
    else:
        print_marking()
        print_lines(told(shown, span, limits))
    return 0


def _shape(one: SeriousIncident, limits: Mapping[str, int]) -> dict[str, object]:
    return {
        "id": printed_id(one.entry_id),
        "child": one.child,
        "on": _day(one.on),
        "at": one.at,
        "text": one.text,
        "closed": one.closed,
        "to_do": [{"what": does, "by": day.isoformat()} for day, does in clocks(one.which, one.on, limits)],
        "told": [{"who": each.who, "on": _day(each.on), "at": each.at, "said": each.said} for each in one.told],
        "steps": [{"step": each.step, "on": _day(each.on), "because": each.because} for each in one.steps],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _told(typed: str, today: date) -> ToldOfIncident:
    """Who, and behind an @ the time, before which the day may stand: `Director@mon 14.25`."""
    who, _, when = typed.partition("@")
    day, _, at = when.strip().rpartition(" ")
    return ToldOfIncident(who, at or None, on=day_meant(day, today) if day.strip() else None)
