"""`oversight supervision`: plan, move, hold or cancel a session, lay down a schedule, write what was said in one; and
what it has on paper, before and after.
"""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.commands.session_papers import add_record_arguments, add_sheet_arguments, run_record, run_sheet
from oversight_tui.commands.session_talk import add_talk_arguments, talk_of
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.requests import (
    CancelSession,
    HoldSession,
    LayDownSessions,
    MoveSession,
    PlanSession,
    Request,
    SessionFeedback,
    TakeOffSession,
)
from oversight_tui.services import record
from oversight_tui.services.find import find_child, find_worker
from oversight_tui.services.record.sessions import days_planned, planned_on
from oversight_tui.words.labels import SESSION
from oversight_tui.words.meant_days import day_among, day_meant

if TYPE_CHECKING:
    from db.engine import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be done with a session."""
    from oversight_tui.commands.options import add_common_options

    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    hold = actions.add_parser("hold", help="a session was held")
    plan = actions.add_parser("plan", help="a session is to come")
    cancel = actions.add_parser("cancel", help="a planned session will not take place")
    move = actions.add_parser("move", help="a planned session is moved to another day or time")
    off = actions.add_parser("take-off", help="a child in the list of a held session was not discussed in it")
    talk = actions.add_parser("talk", help="what was said about a child in a session, one-to-one or group")
    schedule = actions.add_parser("schedule", help="sessions every so many weeks, past bank holidays and absences")
    sheet = actions.add_parser("sheet", help="what the worker is given before a session; no points, no ranks")
    record_of = actions.add_parser("record", help="a held session as one text for both, and what became of it")
    add_sheet_arguments(sheet)
    add_record_arguments(record_of)
    for paper in (sheet, record_of):
        add_common_options(paper)
    for action in (hold, plan, cancel, move, schedule, talk, off):
        action.add_argument("worker", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
        add_common_options(action)
    add_talk_arguments(talk)
    for action in (hold, plan, schedule):
        action.add_argument("--kind", choices=tuple(SESSION), default="one_to_one", help="one_to_one unless said")
        action.add_argument("--minutes", type=int, metavar="N", help="how long")
        action.add_argument("--supervisor", metavar="NAME", help="who supervised, where it was not you")
    hold.add_argument("--on", metavar="DATE", help="the day it was held; today unless said")
    hold.add_argument("--child", metavar="REFERENCE", action="append", default=[], help="a child who was discussed")
    hold.add_argument(
        "--not-reached", metavar="REFERENCE", action="append", default=[], help="a child on its agenda who was not"
    )
    hold.add_argument("--with", metavar="WORKER", action="append", default=[], dest="others", help="who else was there")
    hold.add_argument(
        "--planned", metavar="ID", help="the planned session it was; the nearest within 7 days unless said"
    )
    hold.add_argument(
        "--counts", choices=("yes", "no"), help="whether it counts as supervision; asked of one that was cut short"
    )
    hold.add_argument(
        "--changed", choices=("yes", "no"), help="whether the worker says it changed something; in their own file"
    )
    hold.add_argument("--said", metavar="TEXT", help="what it changed, as the worker says it; in their own file")
    for action in (hold, talk):
        action.add_argument("--yes", action="store_true", help="another session than that of its kind held that day")
    off.add_argument("child", metavar="CHILD", help="the child's reference")
    off.add_argument("--session", metavar="ID", required=True, help="the session's id, as the morning list gives it")
    off.add_argument("--because", metavar="TEXT", required=True, help="why the child stands there")
    _add_days(plan, cancel, move, schedule)
    cancel.add_argument("--because", metavar="TEXT", required=True, help="why it will not take place")


def _add_days(
    plan: argparse.ArgumentParser,
    cancel: argparse.ArgumentParser,
    move: argparse.ArgumentParser,
    schedule: argparse.ArgumentParser,
) -> None:
    """For which day and at what time, of what is planned."""
    plan.add_argument("--on", metavar="DATE", required=True, help="the day it is planned for")
    cancel.add_argument("--on", metavar="DATE", required=True, help="the day it was planned for")
    move.add_argument("--on", metavar="DATE", required=True, help="the day it was planned for")
    move.add_argument("--to", metavar="DATE", help="the new day; the same day unless said")
    for action in (plan, move, schedule):
        action.add_argument("--at", metavar="TIME", help="at what time: 9:30, 15.00, 3pm")
    schedule.add_argument("--on", metavar="DATE", required=True, help="the first day: its weekday is that of all")
    schedule.add_argument("--every", metavar="WEEKS", type=int, default=3, help="weeks between; 3 unless said")
    schedule.add_argument("--until", metavar="DATE", required=True, help="the last day in question")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded, or print what a session has on paper; 0."""
    if options.action in ("sheet", "record"):
        return run_sheet(options) if options.action == "sheet" else run_record(options)
    store, today = store_of(options), day_of(options)
    asked = _asked(options, store, find_worker(store, options.worker), today)
    try:
        return record_and_print(store, asked, today, as_json=options.json)
    except record.AsksFirst as problem:
        raise record.RecordProblem(f"{problem} With --yes it is a second session of that day.") from problem
    except record.RecordProblem as problem:
        if problem.field != "counts":
            raise
        raise record.RecordProblem(f"{problem} Say so with --counts yes or --counts no.") from problem


def _feedback(options: argparse.Namespace) -> SessionFeedback | None:
    """What the worker said of it, None where nothing was."""
    if options.changed is None and options.said is None:
        return None
    return SessionFeedback(None if options.changed is None else options.changed == "yes", options.said or "")


def _asked(options: argparse.Namespace, store: Store, worker: WorkerId, today: date) -> Request:
    if options.action == "talk":
        return talk_of(options, store, worker, today)
    if options.action == "hold":
        return HoldSession(
            worker_id=worker,
            on=day_meant(options.on, today) if options.on else today,
            kind=options.kind,
            minutes=options.minutes,
            supervisor=options.supervisor,
            children=tuple(find_child(store, reference) for reference in options.child),
            not_reached=tuple(find_child(store, reference) for reference in options.not_reached),
            planned_id=record.entry_typed(options.planned, "planned session") if options.planned is not None else None,
            others=tuple(find_worker(store, other) for other in options.others),
            counts=None if options.counts is None else options.counts == "yes",
            again=options.yes,
            feedback=_feedback(options),
        )
    if options.action == "take-off":
        session = record.entry_typed(options.session, "session")
        return TakeOffSession(session, find_child(store, options.child), options.because, today)
    if options.action in ("cancel", "move"):
        on = day_among(options.on, today, days_planned(store, worker))
    else:
        on = day_meant(options.on, today, "to_come")
    if options.action == "cancel":
        return CancelSession(planned_on(store, worker, on), options.because, today)
    if options.action == "move":
        if options.to is None and options.at is None:
            raise record.RecordProblem("Say where it is moved: --to with the day, --at with the time.")
        to = day_meant(options.to, today, "to_come") if options.to is not None else on
        return MoveSession(planned_on(store, worker, on), to, options.at)
    plan = PlanSession(worker, on, options.kind, options.minutes, options.supervisor, options.at)
    if options.action == "schedule":
        return LayDownSessions(plan, options.every, day_meant(options.until, today, "to_come"))
    return plan
