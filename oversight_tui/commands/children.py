"""`oversight children`: a child added by hand, a name and a family here, dates no list carries, who is in no list."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, get_args

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.child_dates import DateWhat, EndWhat
from oversight_tui.practice.requests import (
    AddChild,
    ChildDateRequest,
    EndTimescale,
    LinkFamily,
    NameChild,
    Request,
    SayMissing,
)
from oversight_tui.services.find import find_child, find_worker
from oversight_tui.words.labels import BECAME
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.typed import whole_number

if TYPE_CHECKING:
    from db.engine import Store


# What is ended, by the word for it or for what began it.
_ENDS: dict[str, EndWhat] = {
    "section_47": "section_47_ended",
    "strategy_discussion": "section_47_ended",
    "protection_plan": "plan_ended",
    "pre_proceedings": "pre_proceedings_ended",
    "proceedings": "proceedings_ended",
    "proceedings_issued": "proceedings_ended",
    "interview_held": "interview_held",
    "interview_declined": "interview_declined",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The things no list carries."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    add = actions.add_parser("add", help="a child no list has shown yet; the next list finds them by the reference")
    add.add_argument("reference", metavar="REFERENCE", help="as the case system writes it")
    add.add_argument("--name", metavar="NAME", help="the name the child goes by here")
    add.add_argument("--born", metavar="DATE", help="the date of birth, or when it is expected")
    add.add_argument("--worker", metavar="WORKER", help="who holds the child; nobody unless said")
    name = actions.add_parser("name", help="the name a child goes by here")
    name.add_argument("reference", metavar="CHILD", help="the child's reference")
    name.add_argument("name", metavar="NAME", help="the name")
    family = actions.add_parser("family", help="brothers and sisters")
    family.add_argument("references", metavar="CHILD", nargs="+", help="their references")
    family.add_argument("--family", metavar="NAME", required=True, help="what the family goes by here")
    day = actions.add_parser("date", help="a date that no list carries, or every how many days the child is visited")
    day.add_argument("reference", metavar="CHILD", help="the child's reference")
    day.add_argument("what", choices=get_args(DateWhat), help="what it is")
    day.add_argument("when", metavar="DATE|DAYS", help="the day; for visit_interval the number of days")
    day.add_argument("--because", metavar="TEXT", help="why; needed for visit_interval, which is a decision")
    end = actions.add_parser("end", help="what ended an enquiry, a plan, proceedings; a return interview held")
    end.add_argument("reference", metavar="CHILD", help="the child's reference")
    end.add_argument("what", choices=tuple(_ENDS), help="what ended, or how the return interview did")
    end.add_argument("--on", metavar="DATE", help="the day; today unless said")
    end.add_argument("--because", metavar="TEXT", required=True, help="why it ended, or what came of it")
    end.add_argument("--who", metavar="WHO", help="who heard the child, or who declined; needed for interview_declined")
    missing = actions.add_parser("missing", help="what became of a child who is not in the latest list")
    missing.add_argument("reference", metavar="CHILD", help="the child's reference")
    missing.add_argument(
        "became", choices=tuple(BECAME), help="closed; moved to another team or authority; ours, and only not listed"
    )
    missing.add_argument("--because", metavar="TEXT", required=True, help="why, or who says so")
    missing.add_argument(
        "--on", metavar="DATE", help="the day of the closing or the move; that of the list unless said"
    )
    for action in (add, name, family, day, end, missing):
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    return record_and_print(store, _asked(options, store, today), today, as_json=options.json)


def _asked(options: argparse.Namespace, store: Store, today: date) -> Request:
    if options.action == "add":
        worker = find_worker(store, options.worker) if options.worker else None
        born = day_meant(options.born, today, "long_ago") if options.born else None
        return AddChild(options.reference, options.name, worker, born)
    if options.action == "name":
        return NameChild(find_child(store, options.reference), options.name)
    if options.action == "date":
        return _date_request(options, store, today)
    if options.action == "end":
        on = day_meant(options.on, today) if options.on else today
        child = find_child(store, options.reference)
        return EndTimescale(child, _ENDS[options.what], on, options.because, options.who)
    if options.action == "missing":
        gone_on = day_meant(options.on, today) if options.on else None
        return SayMissing(find_child(store, options.reference), options.became, options.because, gone_on)
    return LinkFamily(tuple(find_child(store, reference) for reference in options.references), options.family)


def _date_request(options: argparse.Namespace, store: Store, today: date) -> ChildDateRequest:
    child, when = find_child(store, options.reference), options.when.strip()
    if options.what == "visit_interval":
        return ChildDateRequest(child, options.what, days=whole_number(when), reason=options.because)
    day = day_meant(when, today, "to_come" if options.what == "next_review" else "happened")
    return ChildDateRequest(child, options.what, day=day, reason=options.because)
