"""One entry, what is still open of it, and by what name its child or worker goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from peewee import Query, fn

from db import stored
from db.models import Absence, Allocation, AllocationEnd, Child, Entry, EntryInForce, OpenItem, WorkerNow
from db.queries import rows
from db.queries.in_force import last_day_said
from db.question import Question, given

if TYPE_CHECKING:
    from db.engine import Store

_ENTRY = Question(
    lambda: Entry.select(Entry.id, Entry.kind, Entry.corrects, Entry.child, Entry.worker, Entry.happened_on).where(
        Entry.id == given("id")
    )
)
_NEWEST = Question(
    lambda: (
        EntryInForce.select(EntryInForce.id, EntryInForce.child, EntryInForce.worker, EntryInForce.happened_on)
        .where((EntryInForce.id == given("id")) | (EntryInForce.corrects == given("id")))
        .order_by(EntryInForce.id.desc())
        .limit(1)
    )
)
_OPEN = Question(lambda: OpenItem.select(OpenItem.kind).where(OpenItem.entry == given("id")))
_PLANNED = Question(
    lambda: (
        OpenItem.select(OpenItem.entry, OpenItem.due_on, OpenItem.text)
        .where((OpenItem.worker == given("id")) & (OpenItem.kind == "session_planned"))
        .order_by(OpenItem.due_on)
    )
)
_ABSENCES = Question(
    lambda: (
        Absence.select(EntryInForce.root, Absence.first_day, fn.COALESCE(last_day_said(EntryInForce), Absence.last_day))
        .join(EntryInForce, on=(EntryInForce.id == Absence.entry))
        .where(EntryInForce.worker == given("id"))
        .order_by(Absence.first_day.desc(), EntryInForce.id.desc())
    )
)
_WORKER = Question(lambda: WorkerNow.select(WorkerNow.name).where(WorkerNow.worker == given("id")))
_CHILD = Question(lambda: Child.select(Child.reference).where(Child.id == given("id")))


def _ended() -> Query:
    ending = EntryInForce.alias()
    return (
        AllocationEnd.select(AllocationEnd.entry)
        .join(ending, on=(ending.id == AllocationEnd.entry))
        .where(AllocationEnd.allocation == EntryInForce.root)
    )


_LEAD = Question(
    lambda: (
        Allocation.select(EntryInForce.root, Allocation.allocated_to, Allocation.team)
        .join(EntryInForce, on=(EntryInForce.id == Allocation.entry))
        .where((EntryInForce.child == given("id")) & (Allocation.role == "lead") & ~fn.EXISTS(_ended()))
        .order_by(Allocation.entry.desc())
        .limit(1)
    )
)


class LeadAllocation(Struct, frozen=True):
    """The allocation in force: its entry, the worker (None for a bucket) and the team."""

    entry: int
    worker: int | None
    team: int | None


class EntryAbout(Struct, frozen=True):
    """What an entry is, and about whom, as its newest version says.

    `id` is the number of its first version, `version` that of its newest. `open_as` is the kind of open thing it still
    is, None where it is settled.
    """

    id: int
    version: int
    kind: str
    child: int | None
    worker: int | None
    on: date | None
    withdrawn: bool
    open_as: str | None


def entry_about(store: Store, entry_id: int) -> EntryAbout | None:
    """The entry with this number or one of whose versions has it, None where there is none."""
    found = _ENTRY.ask(store, id=entry_id)
    if not found:
        return None
    number, kind, corrects, child, worker, on = found[0]
    root = corrects or number
    newest = _NEWEST.ask(store, id=root)
    version, child, worker, on = newest[0] if newest else (number, child, worker, on)
    waiting = _OPEN.ask(store, id=root)
    return EntryAbout(root, version, kind, child, worker, rows.day(on), not newest, waiting[0][0] if waiting else None)


def lead_allocation(store: Store, child_id: int) -> LeadAllocation | None:
    """Who holds the child now, None where nobody was ever said to."""
    found = _LEAD.ask(store, id=child_id)
    return LeadAllocation(*found[0]) if found else None


def planned_sessions(store: Store, worker_id: int) -> list[tuple[int, date, str]]:
    """The sessions of a worker that are planned and neither held nor cancelled: (entry, day, kind), earliest first."""
    return [(row[0], stored.day(row[1]), row[2]) for row in _PLANNED.ask(store, id=worker_id)]


def absences_in_force(store: Store, worker_id: int) -> list[tuple[int, date, date | None]]:
    """The absences of a worker, the newest first: (entry, first day, last day as it was said last)."""
    return [(row[0], stored.day(row[1]), rows.day(row[2])) for row in _ABSENCES.ask(store, id=worker_id)]


def worker_name(store: Store, worker_id: int) -> str | None:
    """The worker's name, None where there is no such worker."""
    found = _WORKER.ask(store, id=worker_id)
    return found[0][0] if found else None


def child_reference(store: Store, child_id: int) -> str | None:
    """The child's reference, None where there is no such child."""
    found = _CHILD.ask(store, id=child_id)
    return found[0][0] if found else None


def written_words(store: Store, version: int) -> tuple[str | None, str | None]:
    """(text, because) of one version of an entry as they were written, each None where its kind has none."""
    row: tuple[str | None, str | None] = store.database.execute_sql(_WORDS, (version,)).fetchone()
    return row


_WORDS = """
SELECT COALESCE(t.text, d.text, a.text, w.text, s.text, sa.text), COALESCE(d.because, dr.because, r.reason, wr.reason,
  wc.reason, ao.reason, ac.reason, de.reason, sc.reason)
FROM entry e LEFT JOIN discussion t ON t.entry_id = e.id LEFT JOIN decision d ON d.entry_id = e.id
LEFT JOIN action a ON a.entry_id = e.id LEFT JOIN worry w ON w.entry_id = e.id
LEFT JOIN escalation s ON s.entry_id = e.id LEFT JOIN escalation_answer sa ON sa.entry_id = e.id
LEFT JOIN decision_reason dr ON dr.entry_id = e.id LEFT JOIN risk_rating r ON r.entry_id = e.id
LEFT JOIN worry_review wr ON wr.entry_id = e.id LEFT JOIN worry_close wc ON wc.entry_id = e.id
LEFT JOIN action_outcome ao ON ao.entry_id = e.id LEFT JOIN action_carried ac ON ac.entry_id = e.id
LEFT JOIN decision_review de ON de.entry_id = e.id LEFT JOIN session_cancelled sc ON sc.entry_id = e.id
WHERE e.id = ?
"""
