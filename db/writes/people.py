"""Workers and children as such: who they are, who holds whom, who is away, and the worker's own file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from db import models
from db.recording import Recording, recording
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.personal import PersonalRequest
from oversight_tui.practice.requests import AbsenceRequest, AllocationRequest, ChildDateRequest, CoverRequest

if TYPE_CHECKING:
    from db.engine import Store


def save_worker(
    store: Store, detail: WorkerDetail, name_key: str, team_id: int | None, author: str, worker_id: int | None = None
) -> int:
    """A worker met first, or a new version of what is known of one; returns the worker's id."""
    with recording(store, author) as event:
        return write_worker(event, detail, name_key, team_id, worker_id)


def write_worker(
    event: Recording,
    detail: WorkerDetail,
    name_key: str,
    team_id: int | None,
    worker_id: int | None,
    **spine: Any,
) -> int:
    """Add a version of a worker's details to an event; returns the worker's id."""
    worker = worker_id if worker_id is not None else event.identity(models.Worker)
    event.add(
        "worker",
        models.WorkerDetails,
        worker=worker,
        name=detail.name,
        name_key=name_key,
        staff_id=detail.staff_id,
        team=team_id,
        role=detail.role,
        fte=detail.fte,
        newly_qualified_from=detail.newly_qualified_from,
        agency=detail.agency,
        starts=detail.starts,
        leaves=detail.leaves,
        supervisor=detail.supervisor,
        second_supervisor=detail.second_supervisor,
        own_limit=detail.own_limit,
        own_until=detail.own_until,
        seen_by=detail.seen_by,
        **spine,
    )
    return worker


def save_child(
    store: Store,
    reference: str,
    author: str,
    *,
    name: str | None = None,
    date_of_birth: date | None = None,
    family: str | None = None,
    child_id: int | None = None,
) -> int:
    """A child met first, or something new known of one; returns the child's id."""
    with recording(store, author) as event:
        child = child_id if child_id is not None else event.identity(models.Child, reference=reference)
        event.add("child", models.ChildDetails, child=child, name=name, date_of_birth=date_of_birth, family=family)
        return child


def allocate(store: Store, request: AllocationRequest, team_id: int | None, current: int | None, author: str) -> int:
    """A child given to a worker or put into a bucket; ends `current`, the allocation in force. Returns the entry."""
    with recording(store, author) as event:
        child = int(request.child_id)
        if current is not None:
            event.add(
                "allocation_end",
                models.AllocationEnd,
                child=child,
                on=request.on,
                allocation=current,
                ends=request.on,
            )
        return event.add(
            "allocation",
            models.Allocation,
            child=child,
            on=request.on,
            allocated_to=int(request.worker_id) if request.worker_id else None,
            team=team_id,
            bucket=request.bucket,
            role="lead",
            starts=request.on,
        )


def absence(store: Store, request: AbsenceRequest, author: str) -> int:
    """A worker away; returns the entry."""
    with recording(store, author) as event:
        return event.add(
            "absence",
            models.Absence,
            worker=int(request.worker_id),
            on=request.first_day,
            first_day=request.first_day,
            last_day=request.last_day,
            reason=request.reason,
            note=request.because,
        )


def end_absence(store: Store, absence_id: int, worker: int, last_day: date, author: str) -> int:
    """The last day of an absence; returns the entry."""
    with recording(store, author) as event:
        return event.add(
            "absence_end", models.AbsenceEnd, worker=worker, on=last_day, absence=absence_id, last_day=last_day
        )


def cover(store: Store, request: CoverRequest, author: str) -> int:
    """Who sees to an absent worker's children; returns the entry."""
    with recording(store, author) as event:
        return event.add(
            "cover",
            models.Cover,
            worker=int(request.worker_id),
            on=request.first_day,
            covered_by=request.covered_by,
            first_day=request.first_day,
            last_day=request.last_day,
        )


def child_date(store: Store, request: ChildDateRequest, reason: str | None, on: date, author: str) -> int:
    """A date that no list carries; returns the entry."""
    with recording(store, author) as event:
        return event.add(
            "child_date",
            models.ChildDate,
            child=int(request.child_id),
            on=on,
            what=request.what,
            day=request.day,
            days=request.days,
            reason=reason,
        )


def own_note(store: Store, text: str, child: int | None, worker: int | None, on: date, author: str) -> int:
    """The manager's note to self; returns the entry, which is about nobody as far as any page can tell."""
    with recording(store, author) as event:
        return event.add(
            "own_note", models.OwnNote, on=on, sensitive=True, about_child=child, about_worker=worker, text=text
        )


def personal_record(store: Store, request: PersonalRequest, author: str) -> int:
    """An entry in the worker's own file; returns it."""
    with recording(store, author) as event:
        return event.add(
            "personal",
            models.PersonalRecord,
            worker=int(request.worker_id),
            on=request.on,
            sensitive=True,
            personal_kind=request.kind,
            text=request.text,
            support_offered=request.support_offered,
            next_step=request.next_step,
            follows=int(request.follows) if request.follows else None,
            signed_by_worker=request.signed_by_worker,
            signed_by_manager=request.signed_by_manager,
            renew_on=request.renew_on,
        )
