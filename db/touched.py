"""Whom an event touches: everybody whose page or clock may say something else after it.

An event is about those its entries are about, and about all whom it reaches through what they point to: the children in
a session's list, the entry that is answered, ended, taken back or said otherwise. What points to what is read from the
columns of the tables, so that no kind of record, and nothing that is done with one, has to say it again.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct
from peewee import Field

from db import models
from db.question import batched, places
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.records import Content
from oversight_tui.practice.records.parts import Part

if TYPE_CHECKING:
    from db.engine import Store


class Links(Struct, frozen=True):
    """The fields of a table that hold the number of an entry, a child or a worker; without the row's own number."""

    entries: tuple[Field, ...]
    children: tuple[Field, ...]
    workers: tuple[Field, ...]


class Reached(NamedTuple):
    """The children and workers that were reached."""

    children: set[ChildId]
    workers: set[WorkerId]


@cache
def links_of(table: type[models.Record]) -> Links:
    """What the rows of a table point to."""
    entries: list[Field] = []
    children: list[Field] = []
    workers: list[Field] = []
    for field in models.fields_of(table):
        to: Any = getattr(field, "rel_model", None)
        if to is None or field.primary_key:
            continue
        if to is models.Entry or issubclass(to, models.Detail):
            entries.append(field)
        elif to is models.Child:
            children.append(field)
        elif to is models.Worker:
            workers.append(field)
    return Links(tuple(entries), tuple(children), tuple(workers))


def reach(store: Store, pointed_at: Collection[EntryId], changed: Collection[EntryId]) -> Reached:
    """Everybody whom an event reaches that points to the entries `pointed_at`, of which it says those `changed`
    otherwise or takes them back.

    From what is pointed at one goes on along what that points to itself. What is changed is followed back as well: to
    whatever answers it, ends it or was said in it.
    """
    reached = _Reaching(store)
    reached.onward(changed)
    reached.onward(reached.back_from(reached.entries))
    reached.onward(pointed_at)
    return Reached(reached.children, reached.workers)


class _Reaching:
    """Goes from entries to entries, each with all its versions, and gathers whom they are about and whom they name."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.entries: set[EntryId] = set()
        self.children: set[ChildId] = set()
        self.workers: set[WorkerId] = set()

    def onward(self, start: Collection[EntryId]) -> None:
        """Along what entries point to, until nothing new comes."""
        waiting = self._versions(start)
        while waiting:
            waiting = self._versions(self._pointed_to(waiting))

    def back_from(self, start: Collection[EntryId]) -> set[EntryId]:
        """Everything that points to these entries, or to what does."""
        found: set[EntryId] = set()
        waiting = set(start)
        while waiting:
            waiting = {
                entry
                for table, column in _pointing()
                for (entry,) in self._asked(f'SELECT entry_id FROM "{table}" WHERE {column} IN ({{ids}})', waiting)
            } - found
            found |= waiting
        return found

    def _versions(self, entries: Collection[EntryId]) -> set[EntryId]:
        """Every version of these, of those that were not met before; whom they are about is noted."""
        new = set(entries) - self.entries
        roots = {row[0] for row in self._asked("SELECT COALESCE(corrects_id, id) FROM entry WHERE id IN ({ids})", new)}
        found: set[EntryId] = set()
        for column in ("id", "corrects_id"):
            for entry, child, worker in self._asked(
                f"SELECT id, child_id, worker_id FROM entry WHERE {column} IN ({{ids}})", roots
            ):
                found.add(entry)
                self._note(child, worker)
        found -= self.entries
        self.entries |= found
        return found

    def _pointed_to(self, entries: Collection[EntryId]) -> set[EntryId]:
        """What these entries point to; whom they and their parts name is noted."""
        kinds = {row[0] for row in self._asked("SELECT DISTINCT kind FROM entry WHERE id IN ({ids})", entries)}
        found: set[EntryId] = set()
        for one in _tables():
            if one.kind is not None and one.kind not in kinds:
                continue
            for row in self._asked(one.sql, entries):
                named = iter(row)
                found |= set(islice(named, one.entries)) - {None}
                self.children |= set(islice(named, one.children)) - {None}
                self.workers |= set(named) - {None}
        return found

    def _note(self, child: ChildId | None, worker: WorkerId | None) -> None:
        if child is not None:
            self.children.add(child)
        if worker is not None:
            self.workers.add(worker)

    def _asked(self, sql: str, ids: Collection[EntryId]) -> list[Any]:
        return [row for some in batched(ids) for row in self.store.rows(sql.format(ids=places(some)), some)]


class _Table(NamedTuple):
    """The rows of a table that are of some entries: what asks for all they point to, entries first, then children, then
    workers, and how many columns the first two are. `kind` is the kind of those entries, None for parts of any.
    """

    sql: str
    entries: int
    children: int
    kind: str | None


@cache
def _tables() -> tuple[_Table, ...]:
    """Of each kind of entry, and of the parts of entries, that point to anything."""
    found = []
    for table in models.tables_of(models.Record):
        links, content = links_of(table), table.holds
        if content is not None and issubclass(content, Content):
            own, kind, pointers = "entry_id", content.kind.name, links.entries
        elif content is not None and issubclass(content, Part) and content.part_of is not None:
            (own,), kind, pointers = [f.column_name for f in links.entries if f.name == content.part_of], None, ()
        else:
            continue
        columns = ", ".join(f'"{field.column_name}"' for field in (*pointers, *links.children, *links.workers))
        if columns:
            sql = f'SELECT {columns} FROM "{models.name_of(table)}" WHERE {own} IN ({{ids}})'
            found.append(_Table(sql, len(pointers), len(links.children), kind))
    return tuple(found)


@cache
def _pointing() -> tuple[tuple[str, str], ...]:
    """(table, column) of every column of an entry's own table that names another entry."""
    return tuple(
        (models.name_of(table), field.column_name)
        for table in models.tables_of(models.Record)
        if issubclass(table, models.Detail)
        for field in links_of(table).entries
    )
