"""The store as it stood at the end of a day that has passed.

For as long as it is asked so, tables and views of the same names lie over those of the store: the entries in force are
those that had happened by then, the lists those that had come, and what is kept beside the records is worked out anew
from these. Every question is asked as it always is and knows nothing of it. Nothing of the store is written; what lies
over it is in memory, and goes with the end.

What is yet to come when it is recorded (a session that is planned, an absence) had been told by then where its day, or
the day on which it was typed, had come.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from peewee import ForeignKeyField

from db import derived
from db.guards import expected_views
from db.models import ChildNow, Derived, OpenItem, Said, Unwritten, WorkerNow, fields_of, name_of
from db.question import places
from oversight_tui.practice.ids import ChildId, TeamId, WorkerId
from oversight_tui.practice.records import every_kind

if TYPE_CHECKING:
    from db.engine import Store

_KEPT = (ChildNow, WorkerNow, OpenItem, Unwritten, Said)
# What is told of a day that is still to come when it is recorded.
_TOLD_BEFORE = ("session_plan", "absence", "absence_end", "cover")
# A talk that was asked for, of the day for which it was.
_ASKED = "EXISTS (SELECT 1 FROM discussion a WHERE a.entry_id = e.id AND a.asked_for)"


class Reach(Struct, frozen=True):
    """Of whom is worked out what was known: nobody else is there then."""

    children: Collection[ChildId]
    workers: Collection[WorkerId]


@cache
def _later() -> tuple[str, int]:
    """What asks whether anything happened after a day, and how often it is to be given that day: kind by kind, so that
    the index on kind and day leads there.
    """
    kinds = [content.kind.name for content in every_kind() if content.kind.name not in (*_TOLD_BEFORE, "discussion")]
    asked = [f"EXISTS (SELECT 1 FROM entry WHERE kind = '{kind}' AND happened_on > ?)" for kind in kinds]
    asked.append(f"EXISTS (SELECT 1 FROM entry e WHERE e.kind = 'discussion' AND e.happened_on > ? AND NOT {_ASKED})")
    asked.append("EXISTS (SELECT 1 FROM snapshot WHERE as_at > ?)")
    return f"SELECT {' OR '.join(asked)}", len(asked)


def is_past(store: Store, day: date) -> bool:
    """Whether the store holds anything that happened after this day. Asked inside a transaction."""
    sql, times = _later()
    return bool(store.row(sql, (day.isoformat(),) * times)[0])


def everybody(store: Store) -> Reach:
    """Every child and worker there is."""
    children = [row[0] for row in store.rows("SELECT id FROM child")]
    return Reach(children, [row[0] for row in store.rows("SELECT id FROM worker")])


def of_teams(store: Store, teams: Collection[TeamId]) -> Reach:
    """Who was ever with one of these teams, or with none, and every worker."""
    ids = sorted(teams)
    children = store.rows(
        "SELECT DISTINCT e.child_id FROM allocation a JOIN entry e ON e.id = a.entry_id"
        f" WHERE a.team_id IS NULL OR a.team_id IN ({places(ids)})",
        ids,
    )
    return Reach([row[0] for row in children], [row[0] for row in store.rows("SELECT id FROM worker")])


@contextmanager
def as_at(store: Store, day: date, reach: Reach, recorded_before: str | None = None) -> Iterator[None]:
    """Inside, the store is asked as it stood at the end of a day; only inside a read transaction, and nothing is
    recorded in it. `recorded_before` is a moment (UTC, as the store writes it): what was typed after it is not known.
    """
    views = _views(day.isoformat(), recorded_before)
    try:
        for name, sql in views.items():
            store.run(f'CREATE TEMP VIEW "{name}" AS {sql}')
        for table in _KEPT:
            _empty_copy(store, table)
        derived.refresh(store, reach.children, reach.workers)
        yield
    finally:
        for table in _KEPT:
            store.run(f'DROP TABLE IF EXISTS temp."{name_of(table)}"')
        for name in reversed(views):
            store.run(f'DROP VIEW IF EXISTS temp."{name}"')


def _views(day: str, recorded_before: str | None) -> dict[str, str]:
    """What lies over the store's own, each with its SELECT; later ones are made of earlier ones."""
    told = ", ".join(f"'{kind}'" for kind in _TOLD_BEFORE)
    to_come = f"e.kind IN ({told}) OR (e.kind = 'discussion' AND {_ASKED})"
    by_then = (
        f"e.happened_on IS NULL OR e.happened_on <= '{day}'"
        f" OR (substr(e.recorded_at, 1, 10) <= '{day}' AND ({to_come}))"
    )
    lists, known = f"as_at <= '{day}'", {}
    in_force = "main.entry_in_force"
    if recorded_before is not None:
        typed = f"recorded_at < '{recorded_before}'"
        lists += f" AND {typed}"
        known = {
            "entry": f"SELECT * FROM main.entry WHERE {typed}",
            "withdrawal": f"SELECT * FROM main.withdrawal WHERE entry_id IN (SELECT id FROM main.entry WHERE {typed})",
            "known_in_force": expected_views()["entry_in_force"].partition(" AS ")[2],
        }
        in_force = "temp.known_in_force"
    return {
        **known,
        "snapshot": f"SELECT * FROM main.snapshot WHERE {lists}",
        "snapshot_team": "SELECT * FROM main.snapshot_team WHERE snapshot_id IN (SELECT id FROM temp.snapshot)",
        "entry_in_force": f"SELECT * FROM {in_force} e WHERE {by_then}",
    }


def _empty_copy(store: Store, table: type[Derived]) -> None:
    """A table of the same columns over a kept one, with what leads to its rows."""
    name, (primary, *others) = name_of(table), fields_of(table)
    store.run(f'CREATE TEMP TABLE "{name}" AS SELECT * FROM main."{name}" WHERE 1 = 0')
    store.run(f'CREATE UNIQUE INDEX temp."{name}_key" ON "{name}" ("{primary.column_name}")')
    for field in others:
        if isinstance(field, ForeignKeyField) or field.index:
            column = field.column_name
            store.run(f'CREATE INDEX temp."{name}_by_{column}" ON "{name}" ("{column}")')
