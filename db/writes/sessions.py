"""Supervision sessions: planned, held, cancelled; and the opening dates from before the store began."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.recording import Origin, Recording, recording
from oversight_tui.practice import records
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId, WorkerId
from oversight_tui.practice.records.parts import SessionChild, SessionWorker
from oversight_tui.practice.requests import HoldSession, OpeningDate, PlanSession

if TYPE_CHECKING:
    from db.engine import Store

OPENING = Origin("opening")


def plan_session(store: Store, request: PlanSession, author: str) -> EntryId:
    """A session to come; returns its entry."""
    with recording(store, author) as event:
        plan = records.SessionPlan(request.kind, request.on, request.minutes, request.supervisor)
        return event.add(plan, worker=request.worker_id, on=request.on, at=request.at)


def hold_session(store: Store, request: HoldSession, author: str) -> EntryId:
    """A session held, with the children discussed in it; returns its entry."""
    with recording(store, author) as event:
        session = records.SessionHeld(
            request.kind, request.planned_id, request.minutes, request.supervisor, counts=request.counts
        )
        held = event.add(session, worker=request.worker_id, on=request.on)
        for child in dict.fromkeys(request.children):
            event.add_part(SessionChild(held, child))
        also_there(event, held, request.others)
        return held


def list_in_session(store: Store, session: EntryId, children: Sequence[ChildId], author: str) -> None:
    """Children put on the list of a held session, who were talked about in it; who is on it is not put there again."""
    known = {row[0] for row in store.rows("SELECT child_id FROM session_child WHERE session_id = ?", (session,))}
    if new := [child for child in children if child not in known]:
        with recording(store, author) as event:
            for child in new:
                event.add_part(SessionChild(session, child))


def also_there(event: Recording, held: EntryId, others: Sequence[WorkerId]) -> None:
    """Further workers at a group session."""
    for other in dict.fromkeys(others):
        event.add_part(SessionWorker(held, other))


def opening_date(store: Store, request: OpeningDate, author: str) -> EntryId:
    """When a worker was last supervised or a child last discussed before this store began; returns its entry."""
    with recording(store, author) as event:
        if isinstance(request.about, AboutChild):
            return opening_discussion(event, request.about.id, request.on)
        return opening_session(event, request.about.id, request.on, OPENING)


def opening_session(event: Recording, worker: WorkerId, on: date, origin: Origin) -> EntryId:
    """The entry that says a worker was last supervised on a day before this store began."""
    return event.add(records.SessionHeld("one_to_one", opening=True), worker=worker, on=on, origin=origin)


def opening_discussion(event: Recording, child: ChildId, on: date) -> EntryId:
    """The entry that says a child was last discussed on a day before this store began."""
    talk = records.Discussion("opening", "Discussed before this record began")
    return event.add(talk, child=child, on=on, origin=OPENING)
