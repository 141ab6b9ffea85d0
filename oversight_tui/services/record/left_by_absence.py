"""What an absence leaves without anybody, and the days of it for which somebody is to stand in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.away import people_named
from db.queries.bookings import bookings_of
from db.queries.covers import covers_from
from db.queries.entries import planned_sessions
from db.queries.single import worker_facts
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.requests import AbsenceRequest
from oversight_tui.practice.standing_in import absence_ahead, stretches
from oversight_tui.services.record.presence import absences_of
from oversight_tui.services.stood_in_for import stood_in_for
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.engine import Store


def left_by_absence(store: Store, request: AbsenceRequest, today: date) -> str | None:
    """What an absence leaves without anybody: the worker's children, planned sessions, and those they stand in for."""
    stood_in = stood_in_for(store, request.worker_id, max(request.first_day, today), request.last_day)
    said = [
        *(_uncovered(store, request, today), _bookings(store, request, today), _sessions(store, request)),
        *stood_in,
    ]
    return " ".join(filter(None, said)) or None


def absence_to_cover(store: Store, worker: WorkerId, today: date) -> tuple[date, date | None]:
    """The days on which somebody is to stand in where none were said: from today on, of an absence to come its own."""
    coming = absence_ahead(absences_of(store, worker), today)
    if coming is None or coming.first_day <= today:
        return today, None
    return coming.first_day, coming.last_day


def _uncovered(store: Store, request: AbsenceRequest, today: date) -> str:
    """How many children nobody sees to while the worker is away, now or to come."""
    last_day = request.last_day or max(today, request.first_day)
    known = worker_facts(store, request.worker_id, today)
    if known is None or not known.children or last_day < today:
        return ""
    first = max(request.first_day, today)
    covers = covers_from(store, request.worker_id, first)
    people = people_named(store, [one.covered_by for one in covers])
    alone = [one for one in stretches(covers, first, last_day, people) if one.by is None]
    if not alone:
        return ""
    children = len(known.children)
    if alone[0].first <= today:
        return f"{count(children, 'child is', 'children are')} uncovered: no cover arranged."
    return f"{count(children, 'child has', 'children have')} no cover from {long_day(alone[0].first)}: arrange it."


def _bookings(store: Store, request: AbsenceRequest, today: date) -> str:
    """How much is booked for the worker on these days to which nobody goes."""
    first = max(request.first_day, today)
    theirs = [
        one
        for one in bookings_of(store, request.worker_id, first)
        if one.due_on is not None and (request.last_day is None or one.due_on <= request.last_day)
    ]
    if not theirs:
        return ""
    covers = covers_from(store, request.worker_id, first)
    people = people_named(store, [one.covered_by for one in covers])
    last = max(one.due_on or first for one in theirs)
    alone = [one for one in stretches(covers, first, last, people) if one.by is None]
    number = sum(any(one.first <= (item.due_on or first) <= one.last for one in alone) for item in theirs)
    days = dict.fromkeys(long_day(item.due_on) for item in theirs if item.due_on is not None)
    them = "it" if number == 1 else "them"
    return (
        f"Nobody goes to {count(number, 'booking')} ({', '.join(days)}): the brief of the day shows {them}, and "
        "`oversight brief`."
        if number
        else ""
    )


def _sessions(store: Store, request: AbsenceRequest) -> str:
    """The planned sessions that fall into it."""
    days = [
        long_day(one.on)
        for one in planned_sessions(store, request.worker_id)
        if _holds(request.first_day, request.last_day, one.on, one.on)
    ]
    return f"{count(len(days), 'planned session')} to move: {', '.join(days)}." if days else ""


def _holds(first: date, last: date | None, start: date, end: date) -> bool:
    """Whether some day from `start` to `end` is one of these."""
    return first <= end and (last is None or last >= start)
