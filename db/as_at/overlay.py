"""What lies over the store's own tables and views while it is asked as it stood."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from peewee import ForeignKeyField

from db.as_at.copies import lay_copies
from db.as_at.past import ALWAYS, TOLD_BEFORE, end_of, quoted
from db.as_at.reach import Reach, ever_of, named_here
from db.as_at.unchanged import Standing
from db.derived.workers import workers_of_children
from db.guards import expected_views
from db.models import ChildNow, Derived, Entry, OpenItem, Unwritten, WorkerNow, fields_of, name_of
from db.queries.rights import login_now
from oversight_tui.practice import records

if TYPE_CHECKING:
    from db.engine import Store

_KEPT = (ChildNow, WorkerNow, OpenItem, Unwritten)
# An entry that stands on another child's page now: as it was typed at first, its words are nobody's to read.
_MOVED = (
    "EXISTS (SELECT 1 FROM main.entry m WHERE m.corrects_id = COALESCE(e.corrects_id, e.id)"
    " AND COALESCE(m.child_id, 0) <> COALESCE(e.child_id, 0))"
)
# A server asks COALESCE only after the policies of a table, row by row, and CASE before them, by an index.
_ASKED_EARLY = ("COALESCE(e.corrects_id, e.id)", "CASE WHEN e.corrects_id IS NULL THEN e.id ELSE e.corrects_id END")


@contextmanager
def as_at(store: Store, day: date, reach: Reach, recorded_before: str | None = None) -> Iterator[None]:
    """Inside, the store is asked as it stood at the end of a day; only inside a transaction, and nothing is recorded in
    it. `recorded_before` is a moment (UTC, as the store writes it): what was typed from then on is not known, but for
    what hides words. What had been said of the children and workers of `reach` is worked out, and of those whom that
    names; nobody else is there. Raises ValueError inside another such question.
    """
    with store.engine.laying_over():
        views = _views(day, recorded_before)
        if _sees_few(store):
            lay_copies(store, views)
        else:
            for name, sql in views.items():
                store.run(f'CREATE TEMP VIEW "{name}" AS {sql}')
        for table in _KEPT:
            _empty_copy(store, table)
        _work_out(store, reach, day, recorded_before)
        with store.engine.refusing_to_write():
            yield


def _sees_few(store: Store) -> bool:
    """Whether the login of a server sees a few teams, so that what it sees is soon copied."""
    login = login_now(store)
    return login is not None and not login.every_team


def _views(day: date, recorded_before: str | None) -> dict[str, str]:
    """What lies over the store's own, each with its SELECT; later ones are made of earlier ones."""
    on = day.isoformat()
    not_yet = f"(e.happened_on > '{on}' AND e.recorded_at >= '{end_of(day)}' AND {TOLD_BEFORE})"
    known, columns, lists = f"NOT {not_yet}", "*", f"as_at <= '{on}'"
    withdrawals = {}
    if recorded_before is not None:
        typed = f"recorded_at < '{recorded_before}'"
        known = f"(e.{typed} OR e.kind = '{records.Mark.kind.name}') AND {known}"
        columns, lists = _with_moved_hidden(), f"{lists} AND {typed}"
        withdrawals = {
            "withdrawal": "SELECT * FROM main.withdrawal w WHERE EXISTS"
            f" (SELECT 1 FROM main.entry e WHERE e.id = w.entry_id AND e.{typed})"
        }
    by_then = f"e.happened_on IS NULL OR e.happened_on <= '{on}' OR e.kind IN ({quoted(ALWAYS)}) OR {TOLD_BEFORE}"
    return {
        "entry": f"SELECT {columns} FROM main.entry e WHERE {known}",
        **withdrawals,
        "known_in_force": expected_views()["entry_in_force"].partition(" AS ")[2].replace(*_ASKED_EARLY),
        "entry_in_force": f"SELECT * FROM known_in_force e WHERE {by_then}",
        "snapshot": f"SELECT * FROM main.snapshot WHERE {lists}",
        "snapshot_team": "SELECT * FROM main.snapshot_team t WHERE EXISTS"
        " (SELECT 1 FROM snapshot s WHERE s.id = t.snapshot_id)",
    }


def _with_moved_hidden() -> str:
    """The columns of an entry, where one that was moved to another child since is sensitive."""
    names = (field.column_name for field in fields_of(Entry))
    return ", ".join(
        f"(e.sensitive OR {_MOVED}) AS sensitive" if name == "sensitive" else f"e.{name}" for name in names
    )


def _work_out(store: Store, reach: Reach, day: date, recorded_before: str | None) -> None:
    """The kept tables of those of the reach, of whoever held their children then, and of whom these name."""
    standing = Standing(store, day, all_anew=recorded_before is not None)
    standing.children(reach.children)
    workers = {*reach.workers, *workers_of_children(store, reach.children)}
    if not reach.is_everybody:
        elsewhere = ever_of(store, workers, day, recorded_before) - set(reach.children)
        standing.children(elsewhere)
    standing.workers(workers)
    if reach.is_everybody:
        return
    named = named_here(store, reach.named) - workers
    standing.children(ever_of(store, named, day, recorded_before) - elsewhere - set(reach.children))
    standing.workers(named)


def _empty_copy(store: Store, table: type[Derived]) -> None:
    """A table of the same columns over a kept one, with what leads to its rows."""
    name, (primary, *others) = name_of(table), fields_of(table)
    store.run(f'CREATE TEMP TABLE "{name}" AS SELECT * FROM main."{name}" WHERE 1 = 0')
    store.run(f'CREATE UNIQUE INDEX "{name}_key" ON "{name}" ("{primary.column_name}")')
    for field in others:
        if isinstance(field, ForeignKeyField) or field.index:
            column = field.column_name
            store.run(f'CREATE INDEX "{name}_by_{column}" ON "{name}" ("{column}")')
