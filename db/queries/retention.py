"""What the age of each record is reckoned from: endings, birth, statuses, last contact, leaving, legal holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from db import stored
from db.models import ChildDetails, WorkerDetails, name_of
from db.queries.ownership import Unit, belonging
from db.reading import read_as
from oversight_tui.practice.facts import Status
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, Subject, WorkerId
from oversight_tui.practice.retention_facts import ChildKept, Hold, Kept, WorkerKept

if TYPE_CHECKING:
    from db.engine import Store

Value = TypeVar("Value", bound=Struct)
# How a list says that a child has died: the code of the looked-after return, that of the children in need census.
_DIED = re.compile(r"\s*(E2|RC2)\b|\s*(child )?(has )?died\b", re.IGNORECASE)
# Entries that say something about other entries, or that a list was without the child: no contact.
_NO_CONTACT = "('withdrawal', 'mark', 'missing', 'legal_hold', 'legal_hold_end')"
_CHILDREN = f"""
SELECT c.id, c.reference, n.name, n.open, n.date_of_birth, n.last_seen,
  (SELECT max(e.happened_on) FROM entry e WHERE e.child_id = c.id AND e.kind NOT IN {_NO_CONTACT}),
  (SELECT max(e.happened_on) FROM session_child s JOIN entry e ON e.id = s.session_id WHERE s.child_id = c.id),
  (SELECT count(*) FROM entry e WHERE e.child_id = c.id AND e.corrects_id IS NULL)
FROM child c JOIN child_now n ON n.child_id = c.id ORDER BY c.reference
"""
_STATUSES = """
SELECT DISTINCT e.child_id, d.status FROM status_episode d JOIN entry_in_force e ON e.id = d.entry_id
"""
_ENDINGS = """
SELECT e.child_id, COALESCE(d.ends, d.seen_by), d.reason
FROM allocation_end d JOIN entry_in_force e ON e.id = d.entry_id
UNION ALL
SELECT e.child_id, COALESCE(d.ends, e.happened_on), d.reason
FROM status_end d JOIN entry_in_force e ON e.id = d.entry_id
"""
_WORKERS = """
SELECT w.worker_id, w.name, w.leaves,
  (SELECT count(*) FROM child_now n WHERE n.worker_id = w.worker_id AND n.open = ?) FROM worker_now w
ORDER BY w.name, w.worker_id
"""
_HOLDS = """
SELECT e.child_id, e.worker_id, e.root_id, e.happened_on, d.reason, e.recorded_by
FROM legal_hold d JOIN entry_in_force e ON e.id = d.entry_id
WHERE NOT EXISTS (SELECT 1 FROM legal_hold_end x JOIN entry_in_force xe ON xe.id = x.entry_id
                  WHERE x.hold_id = e.root_id)
ORDER BY e.id
"""
_NOTES = """
SELECT COALESCE(e.corrects_id, e.id), COALESCE(e.happened_on, substr(e.recorded_at, 1, 10)), d.about_child_id,
  d.about_worker_id
FROM own_note d JOIN entry e ON e.id = d.entry_id ORDER BY 1, 2, e.id
"""


class _Child(Struct, frozen=True):
    """A child with what the age of their records is reckoned from."""

    id: ChildId
    reference: str
    name: str | None
    open: bool
    date_of_birth: date | None
    last_seen: date | None
    last_entry: date | None
    last_session: date | None
    entries: int


class _Ending(Struct, frozen=True):
    """The end of an allocation or of a status, and why, as a list gave it."""

    child: ChildId
    on: date | None
    reason: str | None


class _Worker(Struct, frozen=True):
    """A worker, when they leave, and how many children they hold."""

    id: WorkerId
    name: str
    leaves: date | None
    holds_children: int


class _Hold(Struct, frozen=True):
    """A legal hold that stands."""

    child: ChildId | None
    worker: WorkerId | None
    id: EntryId
    since: date | None
    because: str
    by: str


class _Note(Struct, frozen=True):
    """A note to self: when, and about whom."""

    id: EntryId
    on: date
    child: ChildId | None
    worker: WorkerId | None


def what_there_is(store: Store, today: date) -> Kept:
    """Everything that is kept. Asked inside one read transaction.

    A worker's entries are counted where they have left; before that they are not due, whatever their number.
    """
    holds = legal_holds(store)
    statuses: dict[ChildId, set[Status]] = defaultdict(set)
    for child, status in store.rows(_STATUSES):
        statuses[child].add(status)
    endings: dict[ChildId, list[_Ending]] = defaultdict(list)
    for ending in _read(store, _ENDINGS, _Ending):
        if ending.on is not None:
            endings[ending.child].append(ending)
    return Kept(
        tuple(
            _child(one, frozenset(statuses[one.id]), endings[one.id], holds) for one in _read(store, _CHILDREN, _Child)
        ),
        tuple(_worker(store, one, holds, today) for one in _read(store, _WORKERS, _Worker, (True,))),
        _notes(store, holds),
        _drafts(store, holds),
    )


def legal_holds(store: Store) -> dict[Subject, Hold]:
    """The holds that stand, by whom they are about."""
    found: dict[Subject, Hold] = {}
    for one in _read(store, _HOLDS, _Hold):
        hold = Hold(one.id, one.since, one.because, one.by)
        if one.child is not None:
            found[AboutChild(one.child)] = hold
        elif one.worker is not None:
            found[AboutWorker(one.worker)] = hold
    return found


def names_ever(store: Store, subject: Subject) -> frozenset[str]:
    """Every name that a child or a worker ever had here, in any version of what was said of them."""
    is_child = isinstance(subject, AboutChild)
    table, column = (ChildDetails, "child_id") if is_child else (WorkerDetails, "worker_id")
    names = store.rows(
        f'SELECT d.name FROM "{name_of(table)}" d JOIN entry e ON e.id = d.entry_id'
        f" WHERE e.{column} = ? AND d.name IS NOT NULL",
        (subject.id,),
    )
    return frozenset(name for (name,) in names)


def _read(store: Store, sql: str, kind: type[Value], values: Sequence[object] = ()) -> list[Value]:
    return read_as(kind, kind.__struct_fields__, store.rows(sql, values))


def _child(child: _Child, statuses: frozenset[Status], endings: list[_Ending], holds: dict[Subject, Hold]) -> ChildKept:
    ended = [one.on for one in endings if one.on is not None]
    contacts = [day for day in (child.last_seen, child.last_entry, child.last_session, *ended) if day is not None]
    died = [one.on for one in endings if one.on is not None and one.reason and _DIED.match(one.reason)]
    return ChildKept(
        id=child.id,
        reference=child.reference,
        name=child.name,
        open=child.open,
        date_of_birth=child.date_of_birth,
        statuses=statuses,
        closed_on=max(ended, default=None),
        last_contact=max(contacts, default=None),
        died_on=max(died, default=None),
        entries=child.entries,
        hold=holds.get(AboutChild(child.id)),
    )


def _worker(store: Store, worker: _Worker, holds: dict[Subject, Hold], today: date) -> WorkerKept:
    has_left = worker.leaves is not None and worker.leaves < today
    return WorkerKept(
        id=worker.id,
        name=worker.name,
        leaves=worker.leaves,
        holds_children=worker.holds_children,
        supervision=belonging(store, Unit("supervision", worker.id)).number if has_left else 0,
        own_file=belonging(store, Unit("own_file", worker.id)).number if has_left else 0,
        hold=holds.get(AboutWorker(worker.id)),
    )


def _notes(store: Store, holds: dict[Subject, Hold]) -> dict[EntryId, date]:
    """The day of each note, as the latest of its versions has it, without those about somebody under a legal hold."""
    newest = {note.id: note for note in _read(store, _NOTES, _Note)}
    return {
        note.id: note.on
        for note in newest.values()
        if (note.child is None or AboutChild(note.child) not in holds)
        and (note.worker is None or AboutWorker(note.worker) not in holds)
    }


def _drafts(store: Store, holds: dict[Subject, Hold]) -> dict[str, date]:
    """Drafts by their form; while any hold stands none is given, since whom its words are about cannot be told."""
    if holds:
        return {}
    return {form: stored.moment(saved_at).date() for form, saved_at in store.rows("SELECT form, saved_at FROM draft")}
