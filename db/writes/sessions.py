"""Supervision sessions: planned, held, cancelled; and the opening dates from before the store began."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db import models
from db.recording import Recording, recording
from oversight_tui.practice.requests import CancelSession, HoldSession, OpeningDate, PlanSession

if TYPE_CHECKING:
    from db.engine import Store


def plan_session(store: Store, request: PlanSession, author: str) -> int:
    """A session to come; returns its entry."""
    with recording(store, author) as event:
        return event.add(
            "session_plan",
            models.SessionPlan,
            worker=int(request.worker_id),
            on=request.on,
            session_kind=request.kind,
            planned_for=request.on,
            minutes=request.minutes,
            supervisor=request.supervisor,
        )


def hold_session(store: Store, request: HoldSession, author: str) -> int:
    """A session held, with the children discussed in it; returns its entry."""
    with recording(store, author) as event:
        held = event.add(
            "session_held",
            models.SessionHeld,
            worker=int(request.worker_id),
            on=request.on,
            plan=int(request.planned_id) if request.planned_id else None,
            session_kind=request.kind,
            minutes=request.minutes,
            supervisor=request.supervisor,
        )
        for child in dict.fromkeys(request.children):
            event.identity(models.SessionChild, session=held, child=int(child))
            event.touched_children.add(int(child))
        also_there(event, held, request.others)
        if request.children:
            event.note("session_children", {"session": held, "children": [int(child) for child in request.children]})
        return held


def also_there(event: Recording, held: int, others: Sequence[str]) -> None:
    """Further workers at a group session."""
    for other in dict.fromkeys(others):
        event.identity(models.SessionWorker, session=held, worker=int(other))
    if others:
        event.note("session_workers", {"workers": [int(other) for other in others]}, held)


def cancel_session(store: Store, request: CancelSession, worker_id: int, author: str) -> int:
    """A planned session of this worker that will not take place; returns the entry of the cancelling."""
    with recording(store, author) as event:
        return event.add(
            "session_cancelled",
            models.SessionCancelled,
            worker=worker_id,
            on=request.on,
            plan=int(request.planned_id),
            reason=request.because,
        )


def opening_date(store: Store, request: OpeningDate, author: str) -> int:
    """When a worker was last supervised or a child last discussed before this store began; returns its entry."""
    with recording(store, author) as event:
        if request.worker_id is not None:
            return event.add(
                "session_held",
                models.SessionHeld,
                worker=int(request.worker_id),
                on=request.on,
                source="opening",
                session_kind="one_to_one",
                opening=True,
            )
        assert request.child_id is not None
        return opening_discussion(event, int(request.child_id), request.on)


def opening_discussion(event: Recording, child: int, on: date) -> int:
    """The entry that says a child was last discussed on a day before this store began."""
    return event.add(
        "discussion",
        models.Discussion,
        child=child,
        on=on,
        source="opening",
        setting="opening",
        text="Discussed before this record began",
    )
