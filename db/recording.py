"""One event on its way into the store: its entries, their details, the journal lines, and what is worked out from them.

`recording(store, author)` is one transaction. Rows are gathered and written together at its end, so that one decision
and an import of three thousand children take the same path.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from db import models
from db.journal import JournalLine, write_lines

if TYPE_CHECKING:
    from peewee import Model

    from db.engine import Store


class Recording:
    """Gathers the rows of one event. Ids are given out here, above every id the store has ever given."""

    def __init__(self, store: Store, author: str) -> None:
        self.store = store
        self.author = author
        self.touched_children: set[int] = set()
        self.touched_workers: set[int] = set()
        self._at = datetime.now(UTC) if id(store) in _TOGETHER else store.began
        self._rows: dict[type[Model], list[dict[str, Any]]] = {}
        self._lines: list[JournalLine] = []
        self._next: dict[str, int] = {}

    def add(
        self,
        kind: str,
        detail: type[Model] | None,
        *,
        child: int | None = None,
        worker: int | None = None,
        on: date | None = None,
        at: str | None = None,
        source: str = "manager",
        snapshot: int | None = None,
        corrects: int | None = None,
        sensitive: bool = False,
        before: dict[str, Any] | None = None,
        **values: Any,
    ) -> int:
        """Add one entry with the detail row of its kind and a journal line; returns the entry's id."""
        if kind not in models.ENTRY_KINDS:
            raise ValueError(f"There is no kind of entry called {kind}.")
        entry_id = self._number(models.Entry)
        spine = {
            "id": entry_id,
            "kind": kind,
            "child": child,
            "worker": worker,
            "happened_on": on,
            "happened_at": at,
            "recorded_at": self._at,
            "recorded_by": self.author,
            "source": source,
            "snapshot": snapshot,
            "sensitive": sensitive,
            "corrects": corrects,
        }
        self._rows.setdefault(models.Entry, []).append(spine)
        if detail is not None:
            self._rows.setdefault(detail, []).append({"entry": entry_id, **values})
        after = {"child": child, "worker": worker, "on": on, "at": at, "corrects": corrects, **values}
        self._lines.append(JournalLine(kind, entry_id, before, _plain(after)))
        if child is not None:
            self.touched_children.add(child)
        if worker is not None:
            self.touched_workers.add(worker)
        return entry_id

    def identity(self, model: type[Model], **values: Any) -> int:
        """Add a row that is no entry (a child, a worker, a team, a part of an entry); returns its id."""
        number = self._number(model)
        self._rows.setdefault(model, []).append({"id": number, **values})
        return number

    def note(self, what: str, after: dict[str, Any], entry: int | None = None) -> None:
        """Add a journal line for what makes no entry; `entry` is the one it belongs to."""
        self._lines.append(JournalLine(what, entry, None, _plain(after)))

    def flush(self) -> None:
        """Write the gathered rows, identities first and the spine before its details, then the journal."""
        ordered = sorted(self._rows, key=lambda model: _ORDER[model])
        for model in ordered:
            _insert(self.store, model, self._rows[model])
        if self._lines:
            write_lines(self.store, self._lines, self.author)
        self._rows.clear()
        self._lines.clear()
        self._next.clear()

    def _number(self, model: type[Model]) -> int:
        shape: Any = model._meta
        table = shape.table_name
        if table not in self._next:
            row = self.store.database.execute_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
            self._next[table] = (row[0] if row else 0) + 1
        number = self._next[table]
        self._next[table] += 1
        return number


_ORDER = {model: place for place, model in enumerate(models.ALL_TABLES)}


def _insert(store: Store, model: type[Model], rows: list[dict[str, Any]]) -> None:
    """Insert rows that all have the fields of the first with values checked by the fields."""
    shape: Any = model._meta
    fields = shape.sorted_fields
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    places = ", ".join("?" for _ in fields)
    defaults = {field.name: field.default for field in fields}
    values = [[field.db_value(row.get(field.name, defaults[field.name])) for field in fields] for row in rows]
    store.database.connection().executemany(f'INSERT INTO "{shape.table_name}" ({columns}) VALUES ({places})', values)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """The values as JSON can hold them, without those that say nothing."""
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in values.items()
        if value is not None
    }


@contextmanager
def recording(store: Store, author: str) -> Iterator[Recording]:
    """One event in one transaction: entries, journal and everything worked out from them, or nothing.

    Inside `together` the working out waits for the end of the outer block.
    """
    from db import kept

    with store.writing():
        event = Recording(store, author)
        yield event
        event.flush()
        waiting = _TOGETHER.get(id(store))
        if waiting is None:
            kept.refresh(store, event.touched_children, event.touched_workers)
        else:
            waiting.touched_children |= event.touched_children
            waiting.touched_workers |= event.touched_workers


_TOGETHER: dict[int, Recording] = {}


@contextmanager
def together(store: Store) -> Iterator[None]:
    """Many events in one transaction, each with its own time, worked out once at the end: for a year of history."""
    from db import kept

    with store.writing():
        _TOGETHER[id(store)] = gathered = Recording(store, "")
        try:
            yield
        finally:
            del _TOGETHER[id(store)]
        kept.refresh(store, gathered.touched_children, gathered.touched_workers)
