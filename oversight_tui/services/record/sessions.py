"""Supervision sessions planned, held and cancelled, and the dates from before this record began."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from db import writes
from db.queries.board import workers_with
from db.queries.entries import planned_sessions
from db.queries.imports import known_workers
from oversight_tui.practice.requests import CancelSession, HoldSession, OpeningDate, PlanSession, Recorded, SessionTalk
from oversight_tui.practice.schedule import laid_down
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    happened,
    name_or_nothing,
    said,
    still_open,
    the_child,
    the_entry,
    the_worker,
    to_come,
)
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import SESSION
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store

TAKES_A_PLAN_WITHIN = timedelta(days=7)
LONGEST_MINUTES = 24 * 60
MOST_WEEKS_BETWEEN = 26


def plan(store: Store, request: PlanSession, today: date) -> Recorded:
    """Plan a session for today or a day to come."""
    with store.writing():
        name = the_worker(store, request.worker_id)
        to_come(request.on, today, "A session")
        _minutes(request.minutes)
        asked = request.__replace__(supervisor=_led_by(store, request))
        entry = writes.plan_session(store, asked, author(store))
    return Recorded(
        str(entry), "session_plan", f"{_session(request.kind)} with {name} planned for {long_day(request.on)}."
    )


def hold(store: Store, request: HoldSession, today: date) -> Recorded:
    """Record a session held, with the children who were discussed.

    It takes the planned session that is named, else the nearest planned one of its kind within seven days.
    """
    with store.writing():
        name = the_worker(store, request.worker_id)
        happened(request.on, today, "A session")
        _minutes(request.minutes)
        for child in request.children:
            the_child(store, child)
        others = [the_worker(store, other) for other in request.others]
        if others and request.kind != "group":
            raise RecordProblem("Several workers are at a group session: say --kind group. Nothing was recorded.")
        planned = request.planned_id
        if planned is None:
            planned = nearest_planned(store, request)
        else:
            _must_be_planned(store, planned, request.worker_id)
        asked = request.__replace__(planned_id=planned, supervisor=_led_by(store, request))
        entry = writes.hold_session(store, asked, author(store))
    with_children = f", {count(len(set(request.children)), 'child', 'children')} discussed" if request.children else ""
    name = ", ".join([name, *others])
    says = f"{_session(request.kind)} with {name} held on {long_day(request.on)}{with_children}."
    return Recorded(str(entry), "session_held", says)


def cancel(store: Store, request: CancelSession, today: date) -> Recorded:
    """Cancel a planned session with the reason. No clock is set back."""
    with store.writing():
        entry = the_entry(store, request.planned_id, "session_plan", "planned session")
        still_open(entry, ("session_planned",), "This session was held or cancelled already.")
        happened(request.on, today, "The cancelling")
        asked = request.__replace__(because=said(request.because, "The reason"))
        assert entry.worker is not None
        name = the_worker(store, str(entry.worker))
        written = writes.cancel_session(store, asked, entry.worker, author(store))
    day = f" of {long_day(entry.on)}" if entry.on else ""
    return Recorded(str(written), "session_cancelled", f"Session{day} with {name} cancelled. No clock was set back.")


def schedule(
    store: Store, request: PlanSession, every_weeks: int, until: date, today: date
) -> tuple[list[Recorded], tuple[date, ...]]:
    """Sessions laid down from a day on, every so many weeks, past bank holidays and the worker's absences.

    Returns what was recorded, in one event, and the days on which no session is possible in their week.
    """
    if not 1 <= every_weeks <= MOST_WEEKS_BETWEEN:
        raise RecordProblem(f"Sessions come every 1 to {MOST_WEEKS_BETWEEN} weeks. Nothing was recorded.")
    if until > request.on + timedelta(days=366):
        raise RecordProblem("A schedule can be laid down for a year at most. Nothing was recorded.")
    with store.writing():
        absences = next((one.absences for one in known_workers(store) if str(one.worker_id) == request.worker_id), ())
        days, left_out = laid_down(request.on, every_weeks, until, absences)
        if not days:
            raise RecordProblem("There is no day for a session in that time. Nothing was recorded.")
        return [plan(store, request.__replace__(on=day), today) for day in days], left_out


def lay_down(store: Store, request: PlanSession, every_weeks: int, until: date, today: date) -> list[Recorded]:
    """As `schedule`, with what was left out said in the first sentence."""
    with store.writing():
        recorded, left_out = schedule(store, request, every_weeks, until, today)
        name = the_worker(store, request.worker_id)
    weeks = f"; no day is free in the week of {', '.join(map(long_day, left_out))}" if left_out else ""
    says = f"{count(len(recorded), 'session')} with {name} laid down, the first on {long_day(request.on)}{weeks}."
    return [recorded[0].__replace__(says=says), *(one.__replace__(says="") for one in recorded[1:])]


def move(store: Store, planned_id: str, to: date, today: date) -> Recorded:
    """A planned session moved to another day: a newer version of the plan. No clock is set back."""
    with store.writing():
        entry = the_entry(store, planned_id, "session_plan", "planned session")
        still_open(entry, ("session_planned",), "This session was held or cancelled already.")
        to_come(to, today, "A session")
        writes.correct(store, entry, author(store), on=to, child=None, values={"planned_for": to})
        name = the_worker(store, str(entry.worker))
    was = f" of {long_day(entry.on)}" if entry.on else ""
    return Recorded(str(entry.id), "session_plan", f"Session{was} with {name} moved to {long_day(to)}.")


def planned_on(store: Store, worker_id: int, on: date) -> str:
    """The id of the one session planned with a worker for a day. Raises RecordProblem where there is none."""
    with store.reading():
        planned = planned_sessions(store, worker_id)
        name = the_worker(store, str(worker_id))
    found = [entry for entry, day, _ in planned if day == on]
    if found:
        return str(found[0])
    days = ", ".join(long_day(day) for _, day, _ in planned)
    have = f"Planned: {days}." if days else "None is planned."
    raise RecordProblem(f"No session with {name} is planned for {long_day(on)}. {have}")


def opening(store: Store, request: OpeningDate, today: date) -> Recorded:
    """Enter when a worker was last supervised, or a child last discussed, before this record began."""
    with store.writing():
        if request.worker_id is not None and request.child_id is None:
            who, what = the_worker(store, request.worker_id), "last supervised"
        elif request.child_id is not None and request.worker_id is None:
            who, what = the_child(store, request.child_id), "last discussed"
        else:
            raise RecordProblem("An opening date is about one worker or one child. Nothing was recorded.")
        happened(request.on, today, "The last time")
        entry = writes.opening_date(store, request, author(store))
    return Recorded(str(entry), "opening", f"{who}: {what} on {long_day(request.on)}, entered as an opening date.")


def nearest_planned(store: Store, request: HoldSession | SessionTalk) -> str | None:
    """The planned session of its kind that is nearest to its day, within seven days; None where there is none."""
    near = [
        (abs(day - request.on), day, entry)
        for entry, day, kind in planned_sessions(store, int(request.worker_id))
        if kind == request.kind and abs(day - request.on) <= TAKES_A_PLAN_WITHIN
    ]
    return str(min(near)[2]) if near else None


def _led_by(store: Store, request: HoldSession | PlanSession) -> str | None:
    """Who leads it, None for who records it. Nobody supervises themselves: a manager's is their own manager's."""
    named = name_or_nothing(request.supervisor)
    worker = workers_with(store, [int(request.worker_id)])[0]
    if match_key(named or author(store)) != match_key(worker.name):
        return named
    if worker.supervisor and match_key(worker.supervisor) != match_key(worker.name):
        return worker.supervisor
    raise RecordProblem("Say who supervises you: nobody supervises themselves. Nothing was recorded.")


def _must_be_planned(store: Store, planned_id: str, worker_id: str) -> None:
    entry = the_entry(store, planned_id, "session_plan", "planned session")
    still_open(entry, ("session_planned",), "This session was held or cancelled already.")
    if str(entry.worker) != worker_id:
        raise RecordProblem("That planned session is another worker's. Nothing was recorded.")


def _minutes(minutes: int | None) -> None:
    if minutes is not None and not 1 <= minutes <= LONGEST_MINUTES:
        raise RecordProblem(f"A session lasts from 1 to {LONGEST_MINUTES:,} minutes. Nothing was recorded.")


def _session(kind: str) -> str:
    return {"one_to_one": "Supervision", "group": "Group supervision"}.get(kind, SESSION[kind].capitalize())
