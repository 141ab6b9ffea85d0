"""What was recorded last, and what of it is undone: an event is all that has one time and one author."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from peewee import JOIN, Expression, SelectBase

from db.models import Entry, EntryInForce, Mark, PersonalRecord, Snapshot, Withdrawal
from db.queries.contents import followers
from db.question import Question, any_of, given
from db.reading import Columns
from oversight_tui.practice.ids import ChildId, EntryId, SnapshotId, WorkerId
from oversight_tui.practice.records import ImportUndone, behind_the_wall

if TYPE_CHECKING:
    from db.engine import Store


class EventEntry(Struct, frozen=True, array_like=True):
    """One entry of an event. `corrects` is the first version where this is a newer one; `withdraws` is what it takes
    back, with the `reason`, where it is a withdrawal. `on` is when it happened, `recorded_at` when it was recorded.
    """

    id: EntryId
    kind: str
    child: ChildId | None
    worker: WorkerId | None
    snapshot: SnapshotId | None = None
    corrects: EntryId | None = None
    withdraws: EntryId | None = None
    reason: str | None = None
    on: date | None = None
    recorded_at: datetime | None = None


_ENTRY = Columns(
    EventEntry,
    {
        "id": EntryInForce.id,
        "kind": EntryInForce.kind,
        "child": EntryInForce.child,
        "worker": EntryInForce.worker,
        "snapshot": EntryInForce.snapshot,
        "corrects": EntryInForce.corrects,
        "withdraws": Withdrawal.withdrawn,
        "reason": Withdrawal.reason,
        "on": EntryInForce.happened_on,
        "recorded_at": EntryInForce.recorded_at,
    },
)


def _counts(reasons: int) -> Expression:
    """What is neither a withdrawal for one of these reasons nor what is written with such a one of an import."""
    for_another_reason = Withdrawal.entry.is_null() | Withdrawal.reason.not_in(any_of("reasons", reasons))
    return for_another_reason & (EntryInForce.kind != ImportUndone.kind.name)


_LAST_IN_FORCE = Question(
    lambda who, reasons: (
        EntryInForce.select(EntryInForce.id, EntryInForce.recorded_at)
        .join(Withdrawal, JOIN.LEFT_OUTER, on=(Withdrawal.entry == EntryInForce.id))
        .where(EntryInForce.recorded_by.in_(any_of("who", who)) & _counts(reasons))
        .order_by(EntryInForce.id.desc())
        .limit(1)
    )
)
_LAST_UNDONE = Question(
    lambda who: (
        EntryInForce.select(EntryInForce.id, EntryInForce.recorded_at)
        .join(Withdrawal, on=(Withdrawal.entry == EntryInForce.id))
        .where(EntryInForce.recorded_by.in_(any_of("who", who)) & (Withdrawal.reason == given("reason")))
        .order_by(Withdrawal.entry.desc())
        .limit(1)
    )
)
_OF_EVENT = Question(
    lambda who: (
        EntryInForce.select(*_ENTRY.columns)
        .join(Withdrawal, JOIN.LEFT_OUTER, on=(Withdrawal.entry == EntryInForce.id))
        .where((EntryInForce.recorded_at == given("at")) & EntryInForce.recorded_by.in_(any_of("who", who)))
        .order_by(EntryInForce.id)
    )
)
_AFTER = Question(
    lambda reasons: (
        EntryInForce.select(EntryInForce.id)
        .join(Withdrawal, JOIN.LEFT_OUTER, on=(Withdrawal.entry == EntryInForce.id))
        .where((EntryInForce.id > given("id")) & _counts(reasons))
        .limit(1)
    )
)
_READ_WITH = Question(
    lambda: (
        Snapshot.select(Snapshot.id)
        .join(Entry, on=((Entry.recorded_at == Snapshot.recorded_at) & (Entry.recorded_by == Snapshot.recorded_by)))
        .where(Entry.id == given("id"))
    )
)
_FILES = Question(
    lambda ids: (
        Snapshot.select(Snapshot.file_name, Snapshot.as_at)
        .where(Snapshot.id.in_(any_of("ids", ids)))
        .order_by(Snapshot.id)
    )
)
_BY = Question(lambda: Entry.select(Entry.id).where(Entry.recorded_by == given("who")).limit(1))
_HIDDEN = Question(
    lambda: Entry.select(Entry.id).where(
        (Entry.sensitive == True)  # noqa: E712
        | (Entry.kind == "own_note")
        | (Entry.child.is_null() & Entry.worker.is_null(False) & Entry.kind.in_(behind_the_wall()))
    )
)


def _differs_from_now(same: Expression) -> SelectBase:
    return Entry.select(Entry.id).join(EntryInForce, on=same).where(Entry.child != EntryInForce.child)


_MARKED = Question(lambda: Mark.select(Mark.marked).where(Mark.mark == "sensitive"))
# One by one, so that each is led to by an index: few entries are ever corrected.
_MOVED = Question(
    lambda: (
        _differs_from_now(EntryInForce.corrects == Entry.id)
        | _differs_from_now(EntryInForce.corrects == Entry.corrects)
        | _differs_from_now(EntryInForce.id == Entry.corrects)
    )
)
_FOLLOWING = Question(lambda: Entry.select(Entry.id, Entry.corrects).where(Entry.corrects.is_null(False)))
_TAKEN_BACK = Question(lambda: Withdrawal.select(Withdrawal.entry, Withdrawal.withdrawn).order_by(Withdrawal.entry))
_PERSONAL = Question(lambda: PersonalRecord.select(PersonalRecord.entry))


def last_event(store: Store, who: Sequence[str], besides: Sequence[str]) -> list[EventEntry]:
    """What the person of these names recorded last that still stands, withdrawals for a reason of `besides` apart."""
    newest = _LAST_IN_FORCE.ask(store, who=tuple(who), reasons=tuple(besides))
    return _event(store, newest[0][1], who) if newest else []


def last_undone(store: Store, who: Sequence[str], reason: str) -> list[EventEntry]:
    """The withdrawals of the last undoing of the person of these names that still stands."""
    newest = _LAST_UNDONE.ask(store, who=tuple(who), reason=reason)
    return _event(store, newest[0][1], who) if newest else []


def snapshots_of(store: Store, entry: EventEntry) -> tuple[SnapshotId, ...]:
    """The files that an import read, by one of its entries; none of an entry that no import brought."""
    if entry.snapshot is None:
        return ()
    return tuple(sorted({entry.snapshot, *(row[0] for row in _READ_WITH.ask(store, id=entry.id))}))


def files_of(store: Store, snapshots: Sequence[SnapshotId]) -> list[tuple[str, date]]:
    """The name of each of these files, and the day it shows."""
    asked = _FILES.ask(store, ids=tuple(snapshots))
    return [(name, date.fromisoformat(day)) for name, day in asked]


def has_recorded(store: Store, who: str) -> bool:
    """Whether anything was recorded in this name."""
    return bool(_BY.ask(store, who=who))


def anything_after(store: Store, entry_id: EntryId, besides: Sequence[str]) -> bool:
    """Whether anybody has recorded anything since this entry that still stands, withdrawals for `besides` apart."""
    return bool(_AFTER.ask(store, id=entry_id, reasons=tuple(besides)))


def hidden_entries(store: Store) -> set[EntryId]:
    """The entries that are sensitive, in a worker's own file, or a manager's note to self, with all their versions.

    What cannot do without a sensitive entry is read like it, and so is the reason why one was withdrawn.
    """
    hidden = {row[0] for question in (_HIDDEN, _MARKED, _PERSONAL) for row in question.ask(store)}
    hidden |= {version for version, followed in followers(store) if followed in hidden}
    hidden |= {version for version, first in _FOLLOWING.ask(store) if first in hidden}
    for withdrawal, withdrawn in _TAKEN_BACK.ask(store):  # the newest last, since one may be of a withdrawal
        if withdrawn in hidden:
            hidden.add(withdrawal)
    return hidden


def moved_entries(store: Store) -> set[EntryId]:
    """The versions of entries that stand on another child's page now: written on the wrong one."""
    return {row[0] for row in _MOVED.ask(store)}


def _event(store: Store, at: str, who: Sequence[str]) -> list[EventEntry]:
    return _ENTRY.made_from(_OF_EVENT.ask(store, at=at, who=tuple(who)))
