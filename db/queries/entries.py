"""One entry, what is still open of it, and by what name its child or worker goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from peewee import JOIN

from db.models import Allocation, AllocationEnd, Child, Entry, OpenItem, Withdrawal, WorkerNow
from db.queries import rows
from db.question import Question, any_of, given

if TYPE_CHECKING:
    from db.engine import Store

_ENTRY = Question(
    lambda: (
        Entry.select(Entry.kind, Entry.child, Entry.worker, Entry.happened_on, Withdrawal.entry)
        .join(Withdrawal, JOIN.LEFT_OUTER, on=(Withdrawal.withdrawn == Entry.id))
        .where(Entry.id == given("id"))
    )
)
_LAST = Question(
    lambda kinds: (
        Entry.select(Entry.recorded_at)
        .join(Withdrawal, JOIN.LEFT_OUTER, on=(Withdrawal.withdrawn == Entry.id))
        .where(
            (Entry.recorded_by == given("who"))
            & (Entry.source == "manager")
            & Withdrawal.entry.is_null()
            & Entry.kind.in_(any_of("kinds", kinds))
        )
        .order_by(Entry.id.desc())
        .limit(1)
    )
)
_OF_EVENT = Question(
    lambda kinds: (
        Entry.select(Entry.id, Entry.kind, Entry.child, Entry.worker, Entry.happened_on)
        .join(Withdrawal, JOIN.LEFT_OUTER, on=(Withdrawal.withdrawn == Entry.id))
        .where(
            (Entry.recorded_at == given("at"))
            & (Entry.recorded_by == given("who"))
            & Withdrawal.entry.is_null()
            & Entry.kind.in_(any_of("kinds", kinds))
        )
        .order_by(Entry.id)
    )
)
_SENSITIVE = Question(lambda: Entry.select(Entry.id).where(Entry.sensitive == True))  # noqa: E712
_OPEN = Question(lambda: OpenItem.select(OpenItem.kind).where(OpenItem.entry == given("id")))
_PLANNED = Question(
    lambda: (
        OpenItem.select(OpenItem.entry, OpenItem.due_on, OpenItem.text)
        .where((OpenItem.worker == given("id")) & (OpenItem.kind == "session_planned"))
        .order_by(OpenItem.due_on)
    )
)
_WORKER = Question(lambda: WorkerNow.select(WorkerNow.name).where(WorkerNow.worker == given("id")))
_CHILD = Question(lambda: Child.select(Child.reference).where(Child.id == given("id")))


_LEAD = Question(
    lambda: (
        Allocation.select(Allocation.entry, Allocation.allocated_to, Allocation.team)
        .join(Entry, on=(Entry.id == Allocation.entry))
        .join(AllocationEnd, JOIN.LEFT_OUTER, on=(AllocationEnd.allocation == Allocation.entry))
        .where((Entry.child == given("id")) & (Allocation.role == "lead") & AllocationEnd.entry.is_null())
        .order_by(Allocation.entry.desc())
        .limit(1)
    )
)


@dataclass(frozen=True, slots=True)
class LeadAllocation:
    """The allocation in force: its entry, the worker (None for a bucket) and the team."""

    entry: int
    worker: int | None
    team: int | None


@dataclass(frozen=True, slots=True)
class EntryAbout:
    """What an entry is, and about whom. `open_as` is the kind of open thing it still is, None where it is settled."""

    id: int
    kind: str
    child: int | None
    worker: int | None
    on: date | None
    withdrawn: bool
    open_as: str | None


def entry_about(store: Store, entry_id: int) -> EntryAbout | None:
    """The entry with this number, None where there is none."""
    found = _ENTRY.ask(store, id=entry_id)
    if not found:
        return None
    kind, child, worker, on, withdrawal = found[0]
    waiting = _OPEN.ask(store, id=entry_id)
    return EntryAbout(
        entry_id, kind, child, worker, rows.day(on), withdrawal is not None, waiting[0][0] if waiting else None
    )


def last_event(store: Store, who: str, kinds: tuple[str, ...]) -> list[EntryAbout]:
    """The entries of the last thing this person recorded by hand that is not withdrawn, in the order written.

    What was recorded together has one time of recording.
    """
    newest = _LAST.ask(store, who=who, kinds=kinds)
    if not newest:
        return []
    found = _OF_EVENT.ask(store, at=newest[0][0], who=who, kinds=kinds)
    return [EntryAbout(row[0], row[1], row[2], row[3], rows.day(row[4]), False, None) for row in found]


def lead_allocation(store: Store, child_id: int) -> LeadAllocation | None:
    """Who holds the child now, None where nobody was ever said to."""
    found = _LEAD.ask(store, id=child_id)
    return LeadAllocation(*found[0]) if found else None


def sensitive_entries(store: Store) -> set[int]:
    """The entries that are marked as sensitive."""
    return {row[0] for row in _SENSITIVE.ask(store)}


def planned_sessions(store: Store, worker_id: int) -> list[tuple[int, date, str]]:
    """The sessions of a worker that are planned and neither held nor cancelled: (entry, day, kind), earliest first."""
    return [(row[0], date.fromisoformat(row[1]), row[2]) for row in _PLANNED.ask(store, id=worker_id)]


def worker_name(store: Store, worker_id: int) -> str | None:
    """The worker's name, None where there is no such worker."""
    found = _WORKER.ask(store, id=worker_id)
    return found[0][0] if found else None


def child_reference(store: Store, child_id: int) -> str | None:
    """The child's reference, None where there is no such child."""
    found = _CHILD.ask(store, id=child_id)
    return found[0][0] if found else None
