"""Reports, statements and other work that is due on a day, until it is handed in or not needed any more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.entries import lead_allocation
from oversight_tui.practice.ids import AboutChild, ChildId
from oversight_tui.practice.records import WorkDue, WorkDueEnd
from oversight_tui.practice.requests import Recorded, WorkDueRequest, WorkNotNeeded
from oversight_tui.services.find import Person, person
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    about_whom,
    must_be_to_come,
    must_have_happened,
    optional_name,
    required_text,
    still_open,
    the_child,
    the_entry,
    the_worker,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.presence import day_said
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


@records(WorkDueRequest)
def work_due(store: Store, request: WorkDueRequest, today: date) -> Recorded:
    """A piece of work about a child that is due on a day."""
    with store.writing():
        reference = the_child(store, request.child_id)
        must_be_to_come(request.due_on, today, "A piece of work")
        writes_it = _who_writes(store, request.who, request.child_id, reference)
        due = WorkDue(
            required_text(request.what, "What is due", "what"), request.due_on, writes_it.name, writes_it.worker
        )
        entry = writes.add_about(store, due, AboutChild(request.child_id), today, author(store))
        remark = day_said(store, request.due_on, today, writes_it.worker)
    says = f"{reference}: {due.text} is due {long_day(request.due_on)}, by {writes_it.name}.{remark}"
    return Recorded(entry, WorkDue.kind.name, says)


@records(WorkNotNeeded)
def work_not_needed(store: Store, request: WorkNotNeeded, today: date) -> Recorded:
    """A piece of work that is due no more, and why."""
    with store.writing():
        entry = the_entry(store, request.due, WorkDue, "piece of work that is due")
        still_open(entry, "work_due", "This work was handed in, or is not needed any more.")
        must_have_happened(request.on, today, "It")
        ended = WorkDueEnd(entry.id, reason=required_text(request.because, "The reason", "because"))
        written = writes.follow_up(store, entry, ended, request.on, author(store))
    return Recorded(written, WorkDueEnd.kind.name, f"The work about {about_whom(store, entry)} is not needed any more.")


def _who_writes(store: Store, typed: str | None, child: ChildId, reference: str) -> Person:
    """Who is meant; of nobody typed the child's worker."""
    name = optional_name(typed)
    if name is not None:
        return person(store, name)
    held = lead_allocation(store, child)
    if held is None or held.worker is None:
        raise RecordProblem(f"No worker holds {reference}: say who writes it. Nothing was recorded.", "who")
    return Person(the_worker(store, held.worker), held.worker)
