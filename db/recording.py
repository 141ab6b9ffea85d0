"""One event on its way into the store: its entries, their details, the journal lines, and what is worked out from them.

`recording(store, author)` is one transaction. Rows are gathered and written together at its end, so that one decision
and an import of three thousand children take the same path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict

from db import images, models
from db.journal import JournalLine, write_lines
from db.months import Concern
from db.storing import storing
from db.touched import Reached, links_of, reach
from oversight_tui.practice.ids import ChildId, EntryId, SnapshotId, WorkerId
from oversight_tui.practice.records import Content, Withdrawal
from oversight_tui.practice.records.parts import Part, Snapshot, SnapshotTeam, Source

if TYPE_CHECKING:
    from db.engine import Store

Row = Mapping[str, object]


class Origin(Struct, frozen=True):
    """Where an entry comes from: typed by a manager, an import (then the `snapshot`), or an opening date."""

    source: Source = "manager"
    snapshot: SnapshotId | None = None


BY_HAND = Origin()
_FLUSHED = 0.6  # of what is done at the end of an event, as it is told, the rest being what is worked out


class Recording:
    """Gathers the rows of one event. Ids are given out here, above every id the store has ever given.

    `at` is the time that all of the event has, and nothing else of its author. `settles` is told how much of what is
    done at its end is done, from 0 to 1.
    """

    def __init__(self, store: Store, author: str) -> None:
        self.store = store
        self.author = author
        self.touched_children: set[ChildId] = set()
        self.touched_workers: set[WorkerId] = set()
        self._pointed_at: set[EntryId] = set()
        self._changed: set[EntryId] = set()
        self.at = datetime.now(UTC) if id(store) in _TOGETHER else store.began
        self._rows: dict[type[models.Record], list[list[object]]] = {}
        self._lines: list[JournalLine] = []
        self._next: dict[type[models.Record], int] = {}
        self.months = Concern(self.at)
        self.settles: Callable[[float], None] = lambda share: None

    def add(
        self,
        content: Content,
        *,
        on: date | None,
        child: ChildId | None = None,
        worker: WorkerId | None = None,
        at: str | None = None,
        origin: Origin = BY_HAND,
        corrects: EntryId | None = None,
        sensitive: bool = False,
        before: Row | None = None,
    ) -> EntryId:
        """Add one entry with what it says and a journal line; `before` is what a newer version changes, as it was."""
        entry = EntryId(self._number(models.Entry))
        spine = self._gather(
            models.Entry,
            {
                "id": entry,
                "kind": content.kind.name,
                "child": child,
                "worker": worker,
                "happened_on": on,
                "happened_at": at,
                "recorded_at": self.at,
                "recorded_by": self.author,
                "source": origin.source,
                "snapshot": origin.snapshot,
                "sensitive": sensitive,
                "corrects": corrects,
            },
        )
        kind = type(content)
        says = asdict(content)
        said = self._gather(models.table_of(kind), {"entry": entry, **says})
        after = images.spine().image(spine) | images.detail(kind).image(said)
        self._lines.append(JournalLine(content.kind.name, entry, before and _as_json(before), after))
        if child is not None:
            self.touched_children.add(child)
        if worker is not None:
            self.touched_workers.add(worker)
        self.months.add(content, on, self._note_whom(kind, says))
        if corrects is not None:
            self._changed.add(corrects)
        if isinstance(content, Withdrawal):
            self._changed.add(content.withdrawn)
        return entry

    def add_part(self, part: Part, also: Row | None = None) -> int:
        """Add a row that is no entry (a child, a worker, a team, a part of an entry) with a journal line, which says
        `also` this; returns the row's number.
        """
        kind = type(part)
        table = models.table_of(kind)
        number = self._number(table)
        said = asdict(part)
        after = images.part(kind).image(self._gather(table, {"id": number, **said}))
        entry = EntryId(said[kind.part_of]) if kind.part_of is not None else None
        self._note_whom(kind, said)
        if isinstance(part, Snapshot):
            self.months.list_of(part.as_at)
        if isinstance(part, SnapshotTeam):
            self.months.covers(part.team, part.as_at)
        self._lines.append(JournalLine(kind.journal_name, entry, None, after | dict(also or {})))
        return number

    def note(self, what: str, after: Row, entry: EntryId | None = None) -> None:
        """Add a journal line for what adds no row; `entry` is the one it belongs to."""
        self._lines.append(JournalLine(what, entry, None, _plain(after)))

    def line(self, line: JournalLine) -> None:
        """Add a journal line about a row that stands already."""
        self._lines.append(line)

    def flush(self) -> None:
        """Write the gathered rows, identities first and the spine before its details, then the journal."""
        total, done = sum(map(len, self._rows.values())) + len(self._lines), 0
        for table in sorted(self._rows, key=models.ALL_TABLES.index):
            rows = self._rows.pop(table)
            _insert(self.store, table, rows)
            done += len(rows)
            self.settles(_FLUSHED * done / total)
        if self._lines:
            write_lines(self.store, self._lines, self.author, self.at)
        self._lines.clear()
        self._next.clear()

    def worked_out(self, share: float) -> None:
        """Tell how much of what follows from the rows is worked out, from 0 to 1."""
        self.settles(_FLUSHED + (1 - _FLUSHED) * share)

    def reach(self) -> None:
        """Note everybody whom this event touches through what it points to. The rows stand in the store by now."""
        self.touch(reach(self.store, self._pointed_at, self._changed))

    def touch(self, whom: Reached) -> None:
        """Note whose pages and clocks are to be worked out again."""
        self.touched_children |= whom.children
        self.touched_workers |= whom.workers

    def forget_months(self) -> None:
        """Let go what is kept of the months that this event concerns, of whoever is noted as touched by now."""
        for entry in self._changed:
            self.months.changes(entry)
        self.months.forget(self.store, self.touched_children, self.touched_workers)

    def _note_whom(self, kind: type[Content | Part], says: Mapping[str, Any]) -> set[EntryId]:
        """Note the entries that a row of a kind points to, and the children and workers it names as touched; returns
        these entries.
        """
        links = links_of(models.table_of(kind))
        self.touched_children |= {ChildId(says[one.name]) for one in links.children} - {None}
        self.touched_workers |= {WorkerId(says[one.name]) for one in links.workers} - {None}
        pointed_at = {EntryId(says[one.name]) for one in links.entries} - {None}
        self._pointed_at |= pointed_at
        return pointed_at

    def _gather(self, table: type[models.Record], row: Row) -> list[object]:
        """Put a row among those to be written; returns its values as they are stored, in the order of the columns."""
        stored = _stored_values(table, row)
        self._rows.setdefault(table, []).append(stored)
        return stored

    def _number(self, table: type[models.Record]) -> int:
        number = self._next.get(table) or self.store.last_number(models.name_of(table)) + 1
        self._next[table] = number + 1
        return number


def _stored_values(table: type[models.Record], row: Row) -> list[object]:
    """Each value checked by its field. Raises KeyError for a row that has not just its table's fields."""
    if row.keys() != storing(table).names:
        unfit = ", ".join(sorted(storing(table).names ^ row.keys()))
        raise KeyError(f"A row does not fit the table {models.name_of(table)}: {unfit}.")
    return storing(table).values(row)


def _insert(store: Store, table: type[models.Record], rows: Sequence[Sequence[object]]) -> None:
    columns = ", ".join(f'"{field.column_name}"' for field in models.fields_of(table))
    places = ", ".join("?" for _ in models.fields_of(table))
    store.run_many(f'INSERT INTO "{models.name_of(table)}" ({columns}) VALUES ({places})', rows)


def _plain(values: Row) -> dict[str, object]:
    """The values as JSON can hold them, without those that say nothing."""
    return {key: value for key, value in _as_json(values).items() if value is not None}


def _as_json(values: Row) -> dict[str, object]:
    """The values as JSON can hold them."""
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}


@contextmanager
def recording(store: Store, author: str) -> Iterator[Recording]:
    """One event in one transaction: entries, journal and everything worked out from them, or nothing.

    Inside `together` the working out waits for the end of the outer block.
    """
    from db import derived

    with store.writing():
        event = Recording(store, author)
        yield event
        event.flush()
        event.reach()
        event.forget_months()
        waiting = _TOGETHER.get(id(store))
        if waiting is None:
            derived.refresh(store, event.touched_children, event.touched_workers, event.worked_out)
        else:
            waiting.touched_children |= event.touched_children
            waiting.touched_workers |= event.touched_workers


_TOGETHER: dict[int, Recording] = {}


@contextmanager
def together(store: Store) -> Iterator[None]:
    """Many events in one transaction, each with its own time, worked out once at the end: for a year of history."""
    from db import derived

    with store.writing():
        _TOGETHER[id(store)] = gathered = Recording(store, "")
        try:
            yield
        finally:
            del _TOGETHER[id(store)]
        derived.refresh(store, gathered.touched_children, gathered.touched_workers)
