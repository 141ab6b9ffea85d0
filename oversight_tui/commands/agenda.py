"""`oversight agenda WORKER`: which children the next sessions take, why each, and whether the cycle is kept."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking
from oversight_tui.commands.recording import record_and_print
from oversight_tui.commands.shapes import agenda_shape
from oversight_tui.practice.requests import ChangeAgenda
from oversight_tui.practice.session_pages import WorkerAgenda
from oversight_tui.services.agenda import agenda_of
from oversight_tui.services.find import find_child, find_worker
from oversight_tui.services.pages_then import worker_as_they_stood
from oversight_tui.services.record import RecordProblem
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import NOT_HELD
from oversight_tui.words.meant_days import day_meant

LARGEST_NUMBER = 400


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose, how far ahead, and what the manager wants otherwise."""
    parser.add_argument("worker", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
    parser.add_argument("--sessions", type=int, metavar="N", help="how many sessions to look at")
    parser.add_argument("--minutes", type=int, metavar="N", help="minutes of each session")
    parser.add_argument("--children", type=int, metavar="N", help="how many children share the minutes of a session")
    parser.add_argument("--per-child", type=int, metavar="N", help="minutes for each child")
    parser.add_argument(
        "--add",
        metavar="CHILD",
        action="append",
        default=[],
        help="put a child on the agenda of the session --on that day; may be given several times",
    )
    parser.add_argument(
        "--drop",
        metavar="CHILD",
        action="append",
        default=[],
        help="take a child off it; the next session takes the child; may be given several times",
    )
    parser.add_argument(
        "--on", metavar="DATE", help="the day of the first session, such as today; the next unless said"
    )


def run(options: argparse.Namespace) -> int:
    """Print it, or record what the manager wants otherwise; 0."""
    store, today = store_of(options, looking_back=not (options.add or options.drop)), day_of(options)
    worker = find_worker(store, options.worker)
    for number in (options.sessions, options.minutes, options.per_child, options.children):
        if number is not None and not 1 <= number <= LARGEST_NUMBER:
            raise RecordProblem(f"Sessions, minutes and children are numbers from 1 to {LARGEST_NUMBER}.")
    if options.add and options.drop:
        raise RecordProblem("Say --add or --drop, and the other afterwards. Nothing was recorded.")
    if options.children and options.per_child:
        raise RecordProblem("Say how many children share the minutes, or the minutes of each child, not both.")
    on = day_meant(options.on, today, "to_come") if options.on else None
    if on is not None and on < today:
        raise RecordProblem(f"{long_day(on)} is past. An agenda is of a session to come.")
    records = bool(options.add or options.drop)
    with nullcontext() if records else worker_as_they_stood(store, worker, today):
        found = agenda_of(
            store,
            worker,
            today,
            sessions=options.sessions,
            minutes=options.minutes,
            minutes_per_child=options.per_child,
            children=options.children,
            on=on if not records else None,
        )
    if options.children and any(options.children > session.slot.minutes for session in found.agenda.sessions):
        raise RecordProblem("There are more children than minutes. Give fewer children, or more --minutes.")
    if records:
        if on is None and not found.agenda.sessions:
            raise RecordProblem("No session is planned and the worker is away. Say of which day, with --on.")
        on = on or found.agenda.sessions[0].slot.on
        children = dict.fromkeys(find_child(store, child) for child in options.add or options.drop)
        change = ChangeAgenda(worker, tuple(children), on, "added" if options.add else "dropped")
        return record_and_print(store, change, today, as_json=options.json)
    if options.json:
        print_json(agenda_shape(found))
    else:
        print_marking()
        print_lines(_lines(found, today))
    return 0


def _lines(found: WorkerAgenda, today: date) -> Iterator[str]:
    yield f"{found.worker.worker.name}: {found.agenda.cycle.says}"
    if any(item.child.because for session in found.agenda.sessions for item in session.items):
        yield "With each reason stand its points: who must be talked about comes first, then who has most."
    listed = set()
    for session in found.agenda.told:
        yield ""
        planned = "" if session.slot.plan_id else ", not planned yet"
        yield f"{long_day(session.slot.on)}, {count(session.slot.minutes, 'minute')}{planned}"
        if not session.items:
            yield "  nobody left"
        for item in session.items:
            must = " (must)" if item.must else ""
            why = ", ".join(f"{one.factor} {one.points:+g}" for one in item.child.because)
            why = "due again" if item.child.child_id in listed else why
            listed.add(item.child.child_id)
            yield f"  {item.child.reference}{must}: {why or 'in turn'}"
        for off in session.put_off:
            must = " (must)" if off.must else ""
            to = f"put off to {long_day(off.to)}" if off.to is not None else "put off, and on none of these"
            yield f"  {off.child.reference}{must}: {to}"
    for one in found.agenda.fall_out:
        yield ""
        yield f"{long_day(one.on)}: planned, but it does not count, {NOT_HELD[one.why]}"
    if found.agenda.missed:
        yield ""
        yield "Past the limit, or not reached in time: " + ", ".join(child.reference for child in found.agenda.missed)
