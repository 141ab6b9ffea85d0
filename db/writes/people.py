"""Workers and children as such: who they are, who holds whom, who is away, and the worker's own file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.recording import BY_HAND, Origin, Recording, recording
from oversight_tui.practice import records
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.ids import ChildId, EntryId, Subject, TeamId, WorkerId, child_of, worker_of
from oversight_tui.practice.records import parts
from oversight_tui.practice.requests import AbsenceRequest, PersonalRequest

if TYPE_CHECKING:
    from db.engine import Store


def add_team(store: Store, name: str, name_key: str, author: str) -> TeamId:
    """A team that no list has named; returns its id."""
    with recording(store, author) as event:
        return TeamId(event.add_part(parts.Team(name, name_key)))


def save_worker(
    store: Store,
    detail: WorkerDetail,
    name_key: str,
    team: TeamId | None,
    author: str,
    worker: WorkerId | None = None,
    *,
    on: date | None = None,
) -> WorkerId:
    """A worker met first, or a new version of what is known of one from that day on; returns the worker's id."""
    with recording(store, author) as event:
        return write_worker(event, detail, name_key, team, worker, on=on)


def write_worker(
    event: Recording,
    detail: WorkerDetail,
    name_key: str,
    team: TeamId | None,
    worker: WorkerId | None,
    *,
    on: date | None = None,
    origin: Origin = BY_HAND,
) -> WorkerId:
    """Add a version of a worker's details to an event; returns the worker's id."""
    worker = worker if worker is not None else WorkerId(event.add_part(parts.Worker()))
    details = records.WorkerDetails(
        name=detail.name,
        name_key=name_key,
        staff_id=detail.staff_id,
        team=team,
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
    )
    event.add(details, worker=worker, on=on, origin=origin)
    return worker


def add_child(store: Store, reference: str, known: records.ChildDetails, author: str) -> ChildId:
    """A child met first; returns the child's id."""
    with recording(store, author) as event:
        child = ChildId(event.add_part(parts.Child(reference)))
        event.add(known, child=child, on=None)
        return child


def say_of_child(store: Store, child: ChildId, known: records.ChildDetails, author: str) -> EntryId:
    """Something new known of a child; returns the entry."""
    with recording(store, author) as event:
        return event.add(known, child=child, on=None)


def allocate(
    store: Store,
    child: ChildId,
    given: records.Allocation,
    current: EntryId | None,
    on: date,
    author: str,
    status: records.StatusEpisode | None = None,
) -> EntryId:
    """A child given to a worker or put into a bucket; ends `current`, the allocation in force.

    `status` is what a closed child has again with it. Returns the entry.
    """
    with recording(store, author) as event:
        if status is not None:
            event.add(status, child=child, on=on)
        if current is not None:
            event.add(records.AllocationEnd(current, on), child=child, on=on)
        return event.add(given, child=child, on=on)


def absence(store: Store, request: AbsenceRequest, author: str) -> EntryId:
    """A worker away; returns the entry."""
    with recording(store, author) as event:
        away = records.Absence(request.first_day, request.reason, request.last_day, request.because)
        return event.add(away, worker=request.worker_id, on=request.first_day)


def end_absence(store: Store, absence_id: EntryId, worker: WorkerId, last_day: date, author: str) -> EntryId:
    """The last day of an absence; returns the entry."""
    with recording(store, author) as event:
        return event.add(records.AbsenceEnd(absence_id, last_day), worker=worker, on=last_day)


def cover(store: Store, worker: WorkerId, standing_in: records.Cover, author: str) -> EntryId:
    """Who sees to an absent worker's children; returns the entry."""
    with recording(store, author) as event:
        return event.add(standing_in, worker=worker, on=standing_in.first_day)


def own_note(store: Store, text: str, about: Subject | None, on: date, author: str) -> EntryId:
    """The manager's note to self; returns the entry, which is about nobody as far as any page can tell."""
    with recording(store, author) as event:
        child, worker = (child_of(about), worker_of(about)) if about is not None else (None, None)
        return event.add(records.OwnNote(text, child, worker), on=on, sensitive=True)


def personal_record(store: Store, request: PersonalRequest, author: str) -> EntryId:
    """An entry in the worker's own file; returns it."""
    with recording(store, author) as event:
        entry = records.PersonalRecord(
            personal_kind=request.kind,
            text=request.text,
            support_offered=request.support_offered,
            next_step=request.next_step,
            follows=request.follows,
            signed_by_worker=request.signed_by_worker,
            signed_by_manager=request.signed_by_manager,
            renew_on=request.renew_on,
            look_again_on=request.look_again_on,
            changed=request.changed,
            session=request.session,
            step=request.step,
        )
        return event.add(entry, worker=request.worker_id, on=request.on, sensitive=True)
