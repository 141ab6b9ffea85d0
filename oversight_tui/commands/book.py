"""`oversight book`: visits, meetings and days in court that are booked, moved, given away, settled."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from oversight_tui.commands.book_calendar import take_calendar
from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.records.bookings import BookingKind
from oversight_tui.practice.requests import Book, EndBooking, GiveBookings, MoveBooking, Request
from oversight_tui.services import record
from oversight_tui.services.find import find_child
from oversight_tui.words.day_labels import BOOKED_DATES
from oversight_tui.words.meant_days import day_meant

if TYPE_CHECKING:
    from db.engine import Store

_KINDS = {
    "visit": "a visit to a child",
    "meeting": "a meeting, about a child or about none",
    "court": "a day in court",
    "other": "anything else that has its time",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be booked, and what can be done with a booking."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    kinds = [actions.add_parser(kind, help=_KINDS[kind]) for kind in get_args(BookingKind)]
    for kind in kinds:
        kind.add_argument(
            "child", metavar="CHILD", nargs="?", help="the child's reference; none where it is about none"
        )
        kind.add_argument("--on", metavar="DATE", help="the day; today unless said")
        kind.add_argument("--at", metavar="TIME", help="at what time: 9:30, 15.00, 3pm")
        kind.add_argument("--who", metavar="NAME", help="who goes; the child's worker unless said, or 'outside: NAME'")
        kind.add_argument("--text", metavar="TEXT", help="what it is")
        kind.add_argument("--where", metavar="TEXT", help="where it is")
        kind.add_argument("--minutes", type=int, metavar="N", help="how long it takes")
        kind.add_argument(
            "--what",
            choices=BOOKED_DATES,
            help="what takes place of the child in it: it is recorded once the booking took place",
        )
    move = actions.add_parser("move", help="it is moved to another day or time")
    give = actions.add_parser("give", help="somebody else goes")
    done = actions.add_parser("done", help="it took place")
    off = actions.add_parser("off", help="it was called off")
    for action in (move, done, off):
        action.add_argument("id", metavar="ID", help="its id, as `oversight brief --json` gives it")
    give.add_argument("ids", metavar="ID", nargs="+", help="their ids, as `oversight brief --json` gives them")
    give.add_argument("--to", metavar="NAME", required=True, help="who goes: a name, or 'outside: NAME'")
    give.add_argument("--because", metavar="TEXT", help="why")
    move.add_argument("--on", metavar="DATE", help="the new day; as it was unless said")
    move.add_argument("--at", metavar="TIME", help="the new time; as it was unless said")
    done.add_argument("--on", metavar="DATE", help="the day; today unless said")
    off.add_argument("--because", metavar="TEXT", required=True, help="why it was called off")
    take = actions.add_parser("import", help="what stands in a calendar (.ics): booked, moved, called off by its uid")
    take.add_argument("file", metavar="FILE", type=Path, help="the calendar, as .ics")
    take.add_argument("--dry-run", action="store_true", help="show what would be booked and record nothing")
    for action in (*kinds, move, give, done, off, take):
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    if options.action == "import":
        return take_calendar(store, options.file, today, dry_run=options.dry_run, as_json=options.json)
    return record_and_print(store, _asked(options, store, today), today, as_json=options.json)


def _asked(options: argparse.Namespace, store: Store, today: date) -> Request:
    if options.action == "give":
        ids = tuple(record.entry_typed(one, "booking") for one in options.ids)
        return GiveBookings(ids, options.to, options.because)
    if options.action == "move":
        booking = record.entry_typed(options.id, "booking")
        if options.on is None and options.at is None:
            raise record.RecordProblem("Say where it is moved: --on with the day, --at with the time.")
        return MoveBooking(booking, day_meant(options.on, today, "to_come") if options.on else None, options.at)
    if options.action in ("done", "off"):
        booking = record.entry_typed(options.id, "booking")
        on = day_meant(options.on, today) if options.action == "done" and options.on else today
        because = options.because if options.action == "off" else None
        return EndBooking(booking, options.action == "done", on, because)
    return Book(
        kind=options.action,
        on=day_meant(options.on, today, "to_come") if options.on else today,
        at=options.at,
        child_id=find_child(store, options.child) if options.child is not None else None,
        who=options.who,
        text=options.text,
        minutes=options.minutes,
        place=options.where,
        brings=options.what,
    )
