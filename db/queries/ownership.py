"""What belongs to a child, to a worker, or to a worker's own file: whole entries, with every version of each.

An entry belongs to whom its newest version is about. What hangs on another entry (an outcome, a filing, a mark, a
withdrawal) belongs where that one belongs, whoever was written on it. A session at which a child who is still here was
discussed, or another worker took part, is theirs too and belongs to nobody alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from db import models
from db.question import batched, places
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.records.parts import ErasedKind

if TYPE_CHECKING:
    from db.engine import Store

# Every version that was not taken back itself, the newest last.
_VERSIONS = """
SELECT COALESCE(e.corrects_id, e.id), e.id, e.kind, e.child_id, e.worker_id FROM entry e
WHERE e.{column} IN ({ids})
  AND (e.corrects_id IS NULL OR NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.withdrawn_id = e.id
       AND NOT EXISTS (SELECT 1 FROM withdrawal u WHERE u.withdrawn_id = v.entry_id)))
ORDER BY e.id
"""
_STARTS = {
    "child": "SELECT id FROM entry WHERE child_id = ? UNION SELECT entry_id FROM own_note WHERE about_child_id = ?",
    "supervision": (
        "SELECT id FROM entry WHERE worker_id = ? AND child_id IS NULL AND kind <> 'personal'"
        " UNION SELECT entry_id FROM own_note WHERE about_worker_id = ?"
    ),
    "own_file": "SELECT id FROM entry WHERE worker_id = ? AND kind = 'personal' AND worker_id = ?",
}
_SHARED = """
SELECT s.entry_id FROM session_held s WHERE s.entry_id IN ({ids}) AND (
  EXISTS (SELECT 1 FROM session_child c WHERE c.session_id = s.entry_id)
  OR EXISTS (SELECT 1 FROM session_worker w WHERE w.session_id = s.entry_id)
  OR EXISTS (SELECT 1 FROM discussion d WHERE d.session_id = s.entry_id))
"""
_NAMED = """
SELECT EXISTS (SELECT 1 FROM allocation WHERE allocated_worker_id = ?)
  OR EXISTS (SELECT 1 FROM entry WHERE worker_id = ? AND (child_id IS NOT NULL OR kind = 'personal'))
  OR EXISTS (SELECT 1 FROM action WHERE owner_worker_id = ?)
  OR EXISTS (SELECT 1 FROM work_handed_in WHERE author_worker_id = ?)
  OR EXISTS (SELECT 1 FROM work_due WHERE owner_worker_id = ?)
  OR EXISTS (SELECT 1 FROM booking WHERE going_id = ?)
  OR EXISTS (SELECT 1 FROM booking_given WHERE going_id = ?)
  OR EXISTS (SELECT 1 FROM hand_over_plan WHERE going_to_id = ?)
"""
# Versions of a worker's details that hold nothing but the name.
_ONLY_A_NAME = """
SELECT d.entry_id FROM worker_details d JOIN entry e ON e.id = d.entry_id WHERE e.worker_id = ?
  AND d.staff_id IS NULL AND d.team_id IS NULL AND d.role IS NULL AND d.fte IS NULL AND d.newly_qualified_from IS NULL
  AND d.agency IS NULL AND d.starts IS NULL AND d.supervisor IS NULL AND d.second_supervisor IS NULL
  AND d.own_limit IS NULL AND d.own_until IS NULL AND d.seen_by IS NULL
"""


class _Version(NamedTuple):
    """The newest version of an entry: its number, its kind, and about whom it is."""

    id: EntryId
    kind: str
    child: ChildId | None
    worker: WorkerId | None


class Unit(NamedTuple):
    """What is erased together: a kind of record, and the child or worker where there is one."""

    kind: ErasedKind
    id: int | None = None


class Belonging(Struct, frozen=True):
    """The entries of a unit, with every version, and their number without. `elsewhere` are those on the child's page
    that belong to another: entry to child.

    `name_stays`: other records name the worker, so that the name alone must stay.
    """

    entries: frozenset[EntryId]
    number: int
    elsewhere: Mapping[EntryId, ChildId]
    name_stays: bool = False


class Pointer(NamedTuple):
    """A column that holds the number of an entry."""

    table: str
    column: str


@cache
def pointers() -> tuple[tuple[Pointer, ...], tuple[Pointer, ...], tuple[Pointer, ...]]:
    """(from entries that mean nothing without the other, from rows that can do without, from parts of an entry)."""
    hanging: list[Pointer] = []
    loose: list[Pointer] = []
    parts: list[Pointer] = []
    for model in models.tables_of(models.Record):
        shape: Any = model._meta
        for field in shape.sorted_fields:
            to = getattr(field, "rel_model", None)
            if to is None or field.primary_key or not (to is models.Entry or issubclass(to, models.Detail)):
                continue
            kept = loose if field.null else hanging if issubclass(model, models.Detail) else parts
            kept.append(Pointer(shape.table_name, field.column_name))
    return tuple(hanging), tuple(loose), tuple(parts)


def belonging(store: Store, unit: Unit, notes: Collection[EntryId] = ()) -> Belonging:
    """The entries of a unit; `notes` are the notes to self that a unit of notes consists of."""
    start = notes if unit.kind == "own_notes" else _ids(store, _STARTS[unit.kind], unit.id, unit.id)
    found = _Groups(store, start)
    if unit.kind == "own_notes":
        wanted = {root for root in found.versions if found.bottom(root) in notes}
    else:
        wanted = {root for root in found.versions if found.owner(root) == unit}
    name_stays = False
    if unit.kind == "supervision":
        shared = any(found.kind(root) == "session_held" and root not in wanted for root in found.versions)
        name_stays = shared or bool(store.row(_NAMED, (unit.id,) * _NAMED.count("?"))[0])
        if name_stays:
            wanted -= set(_ids(store, _ONLY_A_NAME, unit.id))
    elsewhere: dict[EntryId, ChildId] = {}
    for root in found.versions.keys() - wanted if unit.kind == "child" else ():
        owner = found.owner(root)
        for entry, child in found.versions[root]:
            if child == unit.id and owner is not None and owner.kind == "child" and owner.id is not None:
                elsewhere[entry] = ChildId(owner.id)
    return Belonging(
        frozenset(entry for root in wanted for entry, _ in found.versions[root]), len(wanted), elsewhere, name_stays
    )


class _Groups:
    """Entries by the number of their first version, with all that they follow and that follows them."""

    def __init__(self, store: Store, start: Collection[EntryId]) -> None:
        self.store = store
        self.versions: dict[EntryId, list[tuple[EntryId, ChildId | None]]] = {}
        self._first: dict[EntryId, EntryId] = {}
        self._under: dict[EntryId, EntryId] = {}
        self._gather(start)
        self._newest = self._newest_versions()
        self._shared = {row[0] for row in self._asked(_SHARED, self.versions)}
        self._notes: dict[EntryId, tuple[ChildId | None, WorkerId | None]] = {
            note: (child, worker)
            for note, child, worker in self._asked(
                "SELECT entry_id, about_child_id, about_worker_id FROM own_note WHERE entry_id IN ({ids})",
                [version.id for version in self._newest.values()],
            )
        }

    def kind(self, root: EntryId) -> str:
        """The kind of an entry."""
        return self._newest[root].kind

    def bottom(self, root: EntryId) -> EntryId:
        """What an entry follows in the end; itself where it follows nothing."""
        while root in self._under:
            root = self._under[root]
        return root

    def owner(self, root: EntryId) -> Unit | None:
        """To whom an entry belongs; None where to nobody alone."""
        bottom = self.bottom(root)
        newest = self._newest[bottom]
        if bottom in self._shared:
            return None
        child, worker = self._notes[newest.id] if newest.kind == "own_note" else (newest.child, newest.worker)
        if child is not None:
            return Unit("child", child)
        if worker is not None:
            return Unit("own_file" if newest.kind == "personal" else "supervision", worker)
        return None

    def _gather(self, start: Collection[EntryId]) -> None:
        waiting = self._roots(start)
        while waiting:
            versions = self._load(waiting)
            linked: set[EntryId] = set()
            for table, column in pointers()[0]:
                pointing = f"SELECT entry_id FROM {table} WHERE {column} IN ({{ids}})"
                linked |= {row[0] for row in self._asked(pointing, versions)}
                pointed = f"SELECT entry_id, {column} FROM {table} WHERE entry_id IN ({{ids}})"
                for entry, target in self._asked(pointed, versions):
                    linked.add(target)
                    self._under[self._first[entry]] = target
            waiting = self._roots(linked) - self.versions.keys()
        self._under = {root: self._first[target] for root, target in self._under.items()}

    def _load(self, roots: set[EntryId]) -> list[EntryId]:
        """Every version of these entries; returns their numbers."""
        found = []
        for column in ("id", "corrects_id"):
            sql = f"SELECT id, COALESCE(corrects_id, id), child_id FROM entry WHERE {column} IN ({{ids}})"
            for entry, first, child in self._asked(sql, roots):
                self.versions.setdefault(first, []).append((entry, child))
                self._first[entry] = first
                found.append(entry)
        return found

    def _newest_versions(self) -> dict[EntryId, _Version]:
        found: dict[EntryId, _Version] = {}
        for column in ("id", "corrects_id"):  # every later version has a higher number than the first
            for root, *version in self._asked(_VERSIONS.replace("{column}", column), self.versions):
                found[root] = max(
                    found.get(root, _Version(EntryId(0), "", None, None)), _Version(*version), key=_number
                )
        return found

    def _roots(self, entries: Collection[EntryId]) -> set[EntryId]:
        return {
            row[0] for row in self._asked("SELECT COALESCE(corrects_id, id) FROM entry WHERE id IN ({ids})", entries)
        }

    def _asked(self, sql: str, ids: Collection[EntryId]) -> list[Any]:
        return [row for some in batched(ids) for row in self.store.rows(sql.format(ids=places(some)), some)]


def _number(version: _Version) -> EntryId:
    return version.id


def _ids(store: Store, sql: str, *values: int | None) -> list[EntryId]:
    return [row[0] for row in store.rows(sql, values)]
