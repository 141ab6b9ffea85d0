"""Triggers that keep records as they were written: UPDATE, DELETE and INSERT OR REPLACE are refused. And the views.

The program keeps no figures of how many rows there are of what; SQLite goes by them where another program has put some
in, and with false ones it takes for ever.

A rebuild of a table drops its triggers without a word, so the full set is compared at each start and after each
migration. INSERT OR REPLACE would walk past a DELETE trigger; a BEFORE INSERT guard on the keys stops it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from db.migrations import guards_digest
from db.shape import expected, same

if TYPE_CHECKING:
    from peewee import SqliteDatabase

_PIECES = (
    "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"
    " OR (type = 'table' AND name LIKE 'sqlite!_stat%' ESCAPE '!')"
)


@cache
def expected_guards() -> Mapping[str, str]:
    """Every guard by name with its SQL."""
    from db import models
    from db.models import tables_of

    guards: dict[str, str] = {}
    protected: tuple[Any, ...] = (*tables_of(models.Record), models.JournalContent)
    for model in protected:
        shape: Any = model._meta
        table = shape.table_name
        keys = [shape.primary_key.column_name]
        keys += [field.column_name for field in shape.sorted_fields if field.unique]
        same = " OR ".join(f'"{key}" = NEW."{key}"' for key in keys)
        exists = f'WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {same})'
        refusals = (
            ("update", "BEFORE UPDATE", ""),
            ("replace", "BEFORE INSERT", f" {exists}"),
            ("delete", "BEFORE DELETE", ""),
        )
        for what, when, condition in refusals:
            name = f"{table}_no_{what}"
            guards[name] = (
                f'CREATE TRIGGER "{name}" {when} ON "{table}"{condition} '
                f"BEGIN SELECT RAISE(ABORT, '{table} is a record: nothing in it is changed'); END"
            )
    return guards


def disturbed(database: SqliteDatabase) -> set[str]:
    """The names of guards and views that are absent or not as they should be, and of triggers, views and figures of
    another hand.
    """
    found = {str(name): sql for _, name, sql in database.execute_sql(_PIECES).fetchall()}
    if digest_of(found) == guards_digest():  # a sound store is known without every table being loaded
        return set()
    wanted = {**expected_guards(), **expected_views()}
    changed = {name for name, sql in wanted.items() if not same(str(found.get(name)), sql)}
    return changed | (found.keys() - wanted.keys())


def digest_of(statements: Mapping[str, str | None]) -> str:
    """The SHA-256 of guards and views, names and SQL, in the order of their names."""
    return hashlib.sha256(repr(sorted(statements.items())).encode()).hexdigest()


def put_guards(database: SqliteDatabase) -> None:
    """Put every guard in place anew."""
    for name, sql in expected_guards().items():
        database.execute_sql(f'DROP TRIGGER IF EXISTS "{name}"')
        database.execute_sql(sql)


def put_right(database: SqliteDatabase) -> None:
    """Put every guard and view in place anew, and take away what is of another hand."""
    for kind, name, _ in database.execute_sql(_PIECES).fetchall():
        quoted = str(name).replace('"', '""')
        database.execute_sql(f'DROP {kind} "{quoted}"')
    for sql in (*expected_views().values(), *expected_guards().values()):
        database.execute_sql(sql)


@cache
def expected_views() -> Mapping[str, str]:
    """Every view by name with its SQL."""
    return {piece.name: sql for piece, sql in expected().items() if piece.kind == "view"}


@contextmanager
def guards_resting(database: SqliteDatabase, tables: Iterable[str]) -> Iterator[None]:
    """Inside, rows of these tables can be erased and pointers in them changed; afterwards every guard stands again.

    Only inside a transaction: one that fails, or a program that is killed, leaves the guards as they were.
    """
    names = [f"{table}_no_{what}" for table in tables for what in ("update", "delete")]
    for name in names:
        database.execute_sql(f'DROP TRIGGER "{name}"')
    yield
    for name in names:
        database.execute_sql(expected_guards()[name])
