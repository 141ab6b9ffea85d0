"""What belongs to a child, to a worker, or to a worker's own file: whole entries, with every version of each.

An entry belongs to whom its newest version is about. What hangs on another entry (an outcome, a filing, a mark, a
withdrawal) belongs where that one belongs, whoever was written on it. A session at which a child who is still here was
discussed, or another worker took part, is theirs too and belongs to nobody alone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from db import models

if TYPE_CHECKING:
    from db.engine import Store

_VALID = "NOT EXISTS (SELECT 1 FROM withdrawal u WHERE u.withdrawn_id = v.entry_id)"
_NEWEST = f"""
SELECT COALESCE(e.corrects_id, e.id), max(e.id), e.kind, e.child_id, e.worker_id FROM entry e
WHERE (e.id IN (SELECT value FROM json_each(:ids)) OR e.corrects_id IN (SELECT value FROM json_each(:ids)))
  AND (e.corrects_id IS NULL OR NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.withdrawn_id = e.id AND {_VALID}))
GROUP BY 1
"""
_STARTS = {
    "child": (
        "SELECT id FROM entry WHERE child_id = :id UNION SELECT entry_id FROM own_note WHERE about_child_id = :id"
    ),
    "supervision": (
        "SELECT id FROM entry WHERE worker_id = :id AND child_id IS NULL AND kind <> 'personal'"
        " UNION SELECT entry_id FROM own_note WHERE about_worker_id = :id"
    ),
    "own_file": "SELECT id FROM entry WHERE worker_id = :id AND kind = 'personal'",
}
_SHARED = """
SELECT s.entry_id FROM session_held s WHERE s.entry_id IN (SELECT value FROM json_each(:ids)) AND (
  EXISTS (SELECT 1 FROM session_child c WHERE c.session_id = s.entry_id)
  OR EXISTS (SELECT 1 FROM session_worker w WHERE w.session_id = s.entry_id)
  OR EXISTS (SELECT 1 FROM discussion d WHERE d.session_id = s.entry_id))
"""
_NAMED = """
SELECT EXISTS (SELECT 1 FROM allocation WHERE allocated_worker_id = :id)
  OR EXISTS (SELECT 1 FROM entry WHERE worker_id = :id AND (child_id IS NOT NULL OR kind = 'personal'))
"""
_ONLY_A_NAME = """
SELECT d.entry_id FROM worker_details d JOIN entry e ON e.id = d.entry_id WHERE e.worker_id = ?
  AND COALESCE(d.staff_id, d.team_id, d.role, d.fte, d.newly_qualified_from, d.agency, d.starts, d.supervisor,
               d.second_supervisor, d.own_limit, d.own_until, d.seen_by) IS NULL
"""


class Unit(NamedTuple):
    """What is erased together: a kind of `models.base.ERASED_KINDS`, and the child or worker where there is one."""

    kind: str
    id: int | None = None


class Belonging(Struct, frozen=True):
    """The entries of a unit, with every version, and their number without. `elsewhere` are those on the child's page
    that belong to another: entry to child.

    `name_stays`: other records name the worker, so that the name alone must stay.
    """

    entries: frozenset[int]
    number: int
    elsewhere: Mapping[int, int]
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


def belonging(store: Store, unit: Unit, notes: Collection[int] = ()) -> Belonging:
    """The entries of a unit; `notes` are the notes to self that a unit of notes consists of."""
    start = notes if unit.kind == "own_notes" else _ids(store, _STARTS[unit.kind], {"id": unit.id})
    found = _Groups(store, start)
    if unit.kind == "own_notes":
        wanted = {root for root in found.versions if found.bottom(root) in notes}
    else:
        wanted = {root for root in found.versions if found.owner(root) == unit}
    name_stays = False
    if unit.kind == "supervision":
        shared = any(found.kind(root) == "session_held" and root not in wanted for root in found.versions)
        name_stays = shared or bool(store.database.execute_sql(_NAMED, {"id": unit.id}).fetchone()[0])
        if name_stays:
            wanted -= {row[0] for row in store.database.execute_sql(_ONLY_A_NAME, (unit.id,)).fetchall()}
    elsewhere = {}
    for root in found.versions.keys() - wanted if unit.kind == "child" else ():
        owner = found.owner(root)
        for entry, child in found.versions[root]:
            if child == unit.id and owner is not None and owner.kind == "child" and owner.id is not None:
                elsewhere[entry] = owner.id
    return Belonging(
        frozenset(entry for root in wanted for entry, _ in found.versions[root]), len(wanted), elsewhere, name_stays
    )


class _Groups:
    """Entries by the number of their first version, with all that they hang on and that hangs on them."""

    def __init__(self, store: Store, start: Collection[int]) -> None:
        self.store = store
        self.versions: dict[int, list[tuple[int, int | None]]] = {}
        self._first: dict[int, int] = {}
        self._under: dict[int, int] = {}
        self._newest: dict[int, tuple[Any, ...]] = {}
        self._shared: set[int] = set()
        self._notes: dict[int, tuple[int | None, int | None]] = {}
        self._gather(start)

    def kind(self, root: int) -> str:
        """The kind of an entry."""
        return str(self._newest[root][2])

    def bottom(self, root: int) -> int:
        """What an entry hangs on in the end; itself where it hangs on nothing."""
        while root in self._under:
            root = self._under[root]
        return root

    def owner(self, root: int) -> Unit | None:
        """To whom an entry belongs; None where to nobody alone."""
        bottom = self.bottom(root)
        _, newest, kind, child, worker = self._newest[bottom]
        if bottom in self._shared:
            return None
        if kind == "own_note":
            child, worker = self._notes[newest]
        if child is not None:
            return Unit("child", child)
        if worker is not None:
            return Unit("own_file" if kind == "personal" else "supervision", worker)
        return None

    def _gather(self, start: Collection[int]) -> None:
        waiting = self._roots(start)
        while waiting:
            versions = self._load(waiting)
            linked: set[int] = set()
            for table, column in pointers()[0]:
                linked |= {row[0] for row in self._asked(f"SELECT entry_id FROM {table} WHERE {column} IN", versions)}
                for entry, target in self._asked(f"SELECT entry_id, {column} FROM {table} WHERE entry_id IN", versions):
                    linked.add(target)
                    self._under[self._first[entry]] = target
            waiting = self._roots(linked) - self.versions.keys()
        self._under = {root: self._first[target] for root, target in self._under.items()}
        ids = json.dumps(list(self.versions))
        self._newest = {row[0]: row for row in self.store.database.execute_sql(_NEWEST, {"ids": ids}).fetchall()}
        self._shared = set(_ids(self.store, _SHARED, {"ids": ids}))
        newest = [row[1] for row in self._newest.values()]
        self._notes = {
            row[0]: (row[1], row[2])
            for row in self._asked(
                "SELECT entry_id, about_child_id, about_worker_id FROM own_note WHERE entry_id IN", newest
            )
        }

    def _load(self, roots: set[int]) -> list[int]:
        """Every version of these entries; returns their numbers."""
        found = []
        for column in ("id", "corrects_id"):
            for entry, first, child in self._asked(
                f"SELECT id, COALESCE(corrects_id, id), child_id FROM entry WHERE {column} IN", roots
            ):
                self.versions.setdefault(first, []).append((entry, child))
                self._first[entry] = first
                found.append(entry)
        return found

    def _roots(self, entries: Collection[int]) -> set[int]:
        return {row[0] for row in self._asked("SELECT COALESCE(corrects_id, id) FROM entry WHERE id IN", entries)}

    def _asked(self, sql: str, ids: Collection[int]) -> list[Any]:
        rows: list[Any] = self.store.database.execute_sql(
            f"{sql} (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
        ).fetchall()
        return rows


def _ids(store: Store, sql: str, values: Mapping[str, Any]) -> list[int]:
    return [row[0] for row in store.database.execute_sql(sql, values).fetchall()]
