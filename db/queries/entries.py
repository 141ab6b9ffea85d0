"""One entry, what is still open of it, and by what name its child or worker goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from peewee import fn

from db.derived.children import lead_of
from db.derived.live import live
from db.models import Absence, Child, Entry, EntryInForce, OpenItem, WorkerNow
from db.queries.in_force import last_day_said
from db.question import Question, given, nulls_first
from db.reading import Columns
from oversight_tui.practice import records
from oversight_tui.practice.facts import OpenKind, Risk, SessionKind
from oversight_tui.practice.ids import ChildId, EntryId, TeamId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store


class LeadAllocation(Struct, frozen=True):
    """The allocation in force: its entry and its day, the true day of its start where one is known, the worker (None
    for a bucket) and the team.
    """

    entry: EntryId
    on: date
    starts: date | None
    worker: WorkerId | None
    team: TeamId | None


class RatingInForce(Struct, frozen=True):
    """A child's risk as it is rated now: its entry, the rating, and the day from which."""

    entry: EntryId
    rating: Risk
    on: date | None


class PlannedSession(Struct, frozen=True, array_like=True):
    """A session that is planned and neither held nor cancelled."""

    entry: EntryId
    on: date
    kind: SessionKind


class AbsenceInForce(Struct, frozen=True, array_like=True):
    """An absence by its entry, with the last day as it was said last."""

    entry: EntryId
    first_day: date
    last_day: date | None


class _First(Struct, frozen=True, array_like=True):
    """An entry as it was first written, with the number of the first version where it is a newer one."""

    id: EntryId
    kind: str
    corrects: EntryId | None
    child: ChildId | None
    worker: WorkerId | None
    on: date | None


class _Newest(Struct, frozen=True, array_like=True):
    """The newest version of an entry."""

    id: EntryId
    child: ChildId | None
    worker: WorkerId | None
    on: date | None


class _Waiting(Struct, frozen=True, array_like=True):
    """As what an entry still waits, and until when."""

    kind: OpenKind
    due_on: date | None


class EntryAbout(Struct, frozen=True):
    """What an entry is, and about whom, as its newest version says.

    `id` is the number of its first version, `version` that of its newest. `open_as` is the kind of open thing it still
    is, None where it is settled; `due_on` the day of that, where there is one.
    """

    id: EntryId
    version: EntryId
    kind: str
    child: ChildId | None
    worker: WorkerId | None
    on: date | None
    withdrawn: bool
    open_as: OpenKind | None
    due_on: date | None = None


_PLANNED = Columns(PlannedSession, {"entry": OpenItem.entry, "on": OpenItem.due_on, "kind": OpenItem.session_kind})
_ABSENCE = Columns(
    AbsenceInForce,
    {
        "entry": EntryInForce.root,
        "first_day": Absence.first_day,
        "last_day": fn.COALESCE(last_day_said(EntryInForce), Absence.last_day),
    },
)
_FIRST = Columns(
    _First,
    {
        "id": Entry.id,
        "kind": Entry.kind,
        "corrects": Entry.corrects,
        "child": Entry.child,
        "worker": Entry.worker,
        "on": Entry.happened_on,
    },
)
_NEWEST = Columns(
    _Newest,
    {
        "id": EntryInForce.id,
        "child": EntryInForce.child,
        "worker": EntryInForce.worker,
        "on": EntryInForce.happened_on,
    },
)
_WAITING = Columns(_Waiting, {"kind": OpenItem.kind, "due_on": OpenItem.due_on})
_ENTRY = Question(lambda: Entry.select(*_FIRST.columns).where(Entry.id == given("id")))
_NEWEST_VERSION = Question(
    lambda: (
        EntryInForce.select(*_NEWEST.columns)
        .where((EntryInForce.id == given("id")) | (EntryInForce.corrects == given("id")))
        .order_by(EntryInForce.id.desc())
        .limit(1)
    )
)
_VERSION_BEFORE = Question(
    lambda: Entry.select(fn.MAX(Entry.id)).where(
        ((Entry.id == given("root")) | (Entry.corrects == given("root"))) & (Entry.id < given("version"))
    )
)
_TIME = Question(lambda: Entry.select(Entry.happened_at).where(Entry.id == given("id")))
_OPEN = Question(lambda: OpenItem.select(*_WAITING.columns).where(OpenItem.entry == given("id")))
_PLANNED_SESSIONS = Question(
    lambda: (
        OpenItem.select(*_PLANNED.columns)
        .where((OpenItem.worker == given("id")) & (OpenItem.kind == "session_planned"))
        .order_by(nulls_first(OpenItem.due_on))
    )
)
_ABSENCES = Question(
    lambda: (
        Absence.select(*_ABSENCE.columns)
        .join(EntryInForce, on=(EntryInForce.id == Absence.entry))
        .where(EntryInForce.worker == given("id"))
        .order_by(Absence.first_day.desc(), EntryInForce.id.desc())
    )
)
_WORKER = Question(lambda: WorkerNow.select(WorkerNow.name).where(WorkerNow.worker == given("id")))
_CHILD = Question(lambda: Child.select(Child.reference).where(Child.id == given("id")))


def entry_about(store: Store, entry: EntryId) -> EntryAbout | None:
    """The entry with this number or one of whose versions has it, None where there is none."""
    for first in _FIRST.made_from(_ENTRY.ask(store, id=entry)):
        root = first.corrects or first.id
        newest = _NEWEST.made_from(_NEWEST_VERSION.ask(store, id=root))
        now = newest[0] if newest else _Newest(first.id, first.child, first.worker, first.on)
        waiting = next(iter(_WAITING.made_from(_OPEN.ask(store, id=root))), None)
        return EntryAbout(
            id=root,
            version=now.id,
            kind=first.kind,
            child=now.child,
            worker=now.worker,
            on=now.on,
            withdrawn=not newest,
            open_as=waiting.kind if waiting else None,
            due_on=waiting.due_on if waiting else None,
        )
    return None


def time_of(store: Store, version: EntryId) -> str | None:
    """The time of day of this version of an entry as HH:MM, None where it has none."""
    at: str | None = _TIME.ask(store, id=version)[0][0]
    return at


def version_before(store: Store, root: EntryId, version: EntryId) -> EntryId:
    """The version of an entry that this newer one of it took the place of."""
    return EntryId(_VERSION_BEFORE.ask(store, root=root, version=version)[0][0])


def lead_allocation(store: Store, child: ChildId) -> LeadAllocation | None:
    """Who holds the child now, None where nobody does or the child is closed."""
    allocations = live(store, "child_id", [child], records.Allocation)
    lead = lead_of(allocations, live(store, "child_id", [child], records.AllocationEnd))
    if lead is None:
        return None
    given = lead.says
    return LeadAllocation(lead.spine.entry, lead.spine.order[0], given.starts, given.allocated_to, given.team)


def rating_in_force(store: Store, child: ChildId) -> RatingInForce | None:
    """How the child's risk is rated now, None where it is not."""
    ratings = live(store, "child_id", [child], records.RiskRating)
    return RatingInForce(ratings[-1].spine.entry, ratings[-1].says.rating, ratings[-1].spine.on) if ratings else None


def planned_sessions(store: Store, worker: WorkerId) -> list[PlannedSession]:
    """The sessions of a worker that are planned and neither held nor cancelled, earliest first."""
    return _PLANNED.made_from(_PLANNED_SESSIONS.ask(store, id=worker))


def absences_in_force(store: Store, worker: WorkerId) -> list[AbsenceInForce]:
    """The absences of a worker, the newest first."""
    return _ABSENCE.made_from(_ABSENCES.ask(store, id=worker))


def worker_name(store: Store, worker: WorkerId) -> str | None:
    """The worker's name, None where there is no such worker."""
    found = _WORKER.ask(store, id=worker)
    return found[0][0] if found else None


def child_reference(store: Store, child: ChildId) -> str | None:
    """The child's reference, None where there is no such child."""
    found = _CHILD.ask(store, id=child)
    return found[0][0] if found else None


def filed_on(store: Store, talk: EntryId, child: ChildId) -> date | None:
    """The day on which a talk was put on this child's file, None where it was not."""
    filings = live(store, "child_id", [child], records.Filing)
    return next((one.spine.on for one in filings if one.says.discussion == talk), None)


def is_empty(store: Store) -> bool:
    """Whether nothing was ever recorded."""
    return store.row("SELECT 1 FROM entry LIMIT 1") is None
