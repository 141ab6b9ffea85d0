"""Every row of a store as it stands, and such rows put into an empty one: what a complete dump is made of.

Records, the contents of the journal and what is kept with the store are taken as they are; what is worked out is worked
out anew. The word of the program that wrote last is the file's own, and stays with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from peewee import BooleanField, Model

from db import derived
from db.errors import StoreError, database_errors
from db.models import ALL_TABLES, Derived, Numbered, Record, Working, fields_of, name_of, tables_of
from db.seal import SESSION
from db.stored import damaged

if TYPE_CHECKING:
    from db.engine import Store

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = Sequence[Cell]
_NOT_TAKEN = "it holds what a store does not take"


class NotFilled(StoreError):
    """Rows were given that no store has; whoever gave them is told what was wrong with them."""


def tables() -> Mapping[str, tuple[str, ...]]:
    """The columns of each table that is taken, by its name, in the order in which they are taken."""
    return {name_of(table): columns_of(table) for table in ALL_TABLES if not issubclass(table, Derived)}


def columns_of(table: type[Model]) -> tuple[str, ...]:
    """The names of a table's columns, in their order."""
    return tuple(str(field.column_name) for field in fields_of(table))


def rows_of(store: Store, table: str, login: str | None = None) -> Iterator[Row]:
    """The rows of a table as raw values, some at a time, in the order of their numbers. What a server keeps for each
    login apart is that of the `login`, where one is named. Raises StoreError for bytes, which this program writes
    nowhere.
    """
    names = tables()[table]
    columns = ", ".join(f'"{name}"' for name in names)
    only: dict[str, str] = {"key <> ?": SESSION} if table == "setting" else {}
    if login is not None and is_each_logins(store, table):
        only["login = ?"] = login
    without = f"WHERE {' AND '.join(only)}" if only else ""
    for batch in store.batches(
        f'SELECT {columns} FROM "{table}" {without} ORDER BY "{_key_of(table)}"', list(only.values())
    ):
        for row in batch:
            if any(isinstance(value, bytes) for value in row):
                raise damaged("a value")
            yield row


def is_each_logins(store: Store, table: str) -> bool:
    """Whether a store keeps the rows of a table for each login apart."""
    return store.on_a_server and issubclass(_shape_of(table), Working)


def numbers_given_out(store: Store) -> dict[str, int]:
    """The highest number that a row of each numbered table was ever given, also where that row has gone."""
    return {table: store.last_number(table) for table in _numbered() if store.last_number(table)}


def fill(
    store: Store,
    given: Iterable[tuple[str, Sequence[str], Iterable[Row]]],
    numbers: Mapping[str, int],
    login: str | None = None,
) -> None:
    """Put rows into a store in which nothing was ever recorded, and work out what follows from them, inside the
    transaction that stands. What a server keeps for each login apart is for the `login`, and for nobody where none is
    named. Raises NotFilled where tables, columns, rows or numbers are not those of this version.
    """
    expected = list(tables().items())
    try:
        store.engine.rows_may_point_ahead()
        for (table, columns), (name, names, rows) in _side_by_side(expected, given):
            if (table, columns) != (name, tuple(names)):
                raise NotFilled("its tables are not those of this version of Oversight")
            rows = _with_truths(table, rows)
            if is_each_logins(store, table):
                columns, rows = ("login", *columns), ([login, *row] for row in rows if login is not None)
            listed, places = ", ".join(f'"{one}"' for one in columns), ", ".join("?" for _ in columns)
            store.run_many(f'INSERT INTO "{table}" ({listed}) VALUES ({places})', rows)
        if not numbers.keys() <= _numbered():
            raise NotFilled("the numbers that it says were given out are of no table")
        for table in _numbered():
            store.engine.set_last_number(table, numbers.get(table, 0))
        if store.on_a_server:
            store.run("ANALYZE")  # what was put in just now is in no figures yet that the server plans by
        derived.work_out_all(store)
    except database_errors() as error:
        raise NotFilled(_NOT_TAKEN) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise NotFilled(_NOT_TAKEN) from error


def _side_by_side(
    expected: list[tuple[str, tuple[str, ...]]], given: Iterable[tuple[str, Sequence[str], Iterable[Row]]]
) -> Iterator[tuple[tuple[str, tuple[str, ...]], tuple[str, Sequence[str], Iterable[Row]]]]:
    left = iter(expected)
    for one in given:
        yield next(left, ("", ())), one
    if next(left, None) is not None:
        raise NotFilled("a table is missing in it")


def _with_truths(table: str, rows: Iterable[Row]) -> Iterable[Row]:
    """The rows with true and false where they hold 1 and 0 for it, which a server does not take for that."""
    fields = fields_of(_shape_of(table))
    truths = {place for place, field in enumerate(fields) if isinstance(field, BooleanField)}
    if not truths:
        return rows
    return (
        [bool(value) if place in truths and value in (0, 1) else value for place, value in enumerate(row)]
        for row in rows
    )


def _numbered() -> frozenset[str]:
    found = (table for table in tables_of(Record) if any(isinstance(field, Numbered) for field in fields_of(table)))
    return frozenset(name_of(table) for table in found)


def _shape_of(table: str) -> type[Model]:
    return next(one for one in ALL_TABLES if name_of(one) == table)


def _key_of(table: str) -> str:
    shape: Any = _shape_of(table)
    return str(shape._meta.primary_key.column_name)
