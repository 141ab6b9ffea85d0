"""`oversight referral`: a referral that came in, and what was decided about it."""

from __future__ import annotations

import argparse
from datetime import date
from typing import get_args

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.records.arrivals import ReferralOutcome, Urgency
from oversight_tui.practice.requests import DecideReferral, Request, TypedReferral
from oversight_tui.services import record
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What came in, and what was decided."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    take = actions.add_parser("take", help="a referral came in; a child who is not here yet is added")
    take.add_argument("reference", metavar="REFERENCE", help="the child, as the case system writes it")
    take.add_argument("about", metavar="TEXT", help="what it is about")
    take.add_argument("--from", metavar="WHOM", dest="from_whom", required=True, help="who sent it")
    take.add_argument("--urgency", choices=get_args(Urgency), default="soon", help="how urgent; soon unless said")
    take.add_argument("--at", metavar="TIME", default="", help="at what time it came: 9:30, 15.00, 3pm")
    take.add_argument("--name", metavar="NAME", default="", help="the name the child goes by here")
    take.add_argument("--born", metavar="DATE", help="the date of birth, or when it is expected")
    take.add_argument("--worker", metavar="WORKER", default="", help="who holds the child; nobody unless said")
    decide = actions.add_parser("decide", help="what was decided about it")
    decide.add_argument("id", metavar="ID", help="its id, as the morning list in JSON gives it")
    decide.add_argument("outcome", choices=get_args(ReferralOutcome), help="what was decided")
    decide.add_argument("--because", metavar="TEXT", required=True, help="because of what")
    for action in (take, decide):
        action.add_argument("--on", metavar="DATE", help="the day; today unless said")
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    return record_and_print(store, _asked(options, today), today, as_json=options.json)


def _asked(options: argparse.Namespace, today: date) -> Request:
    on = day_meant(options.on, today) if options.on else today
    if options.action == "decide":
        return DecideReferral(record.entry_typed(options.id, "referral"), options.outcome, options.because, on)
    return TypedReferral(
        options.reference,
        options.name,
        options.worker,
        day_meant(options.born, today, "long_ago") if options.born else None,
        about=options.about,
        from_whom=options.from_whom,
        urgency=options.urgency,
        on=on,
        at=options.at,
    )
