"""Writing the rows that are worked out, and telling whether they are what the records say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from db.models import fields_of, name_of
from db.question import places
from db.storing import storing

if TYPE_CHECKING:
    from peewee import Model

    from db.engine import Store

Row = Mapping[str, object]


def replace_rows(
    store: Store, table: type[Model], key: str, ids: Sequence[int], rows: Iterable[Row], also: str = ""
) -> None:
    """Put the rows in place of those of these ids; `also` is a further condition on those that go.

    A row that stands under another id already, as that of an entry which was moved, goes to its new place.
    """
    store.run(f'DELETE FROM "{name_of(table)}" WHERE {key} IN ({places(ids)}){also}', ids)
    _put(store, table, [stored_values(table, row) for row in rows])


def bring_into_line(
    store: Store, table: type[Model], key: str, ids: Sequence[int], rows: Iterable[Row], also: str = ""
) -> None:
    """The same of a table of many long rows, most of which stay as they are: only what differs is written."""
    name, columns = name_of(table), ", ".join(f'"{field.column_name}"' for field in fields_of(table))
    wanted = {values[0]: values for values in (stored_values(table, row) for row in rows)}
    asked = f'SELECT {columns} FROM "{name}" WHERE {key} IN ({places(ids)}){also}'
    there = {row[0]: tuple(row) for row in store.rows(asked, ids)}
    primary = fields_of(table)[0].column_name
    store.run_many(f'DELETE FROM "{name}" WHERE "{primary}" = ?', [(one,) for one in there.keys() - wanted.keys()])
    _put(store, table, [values for one, values in wanted.items() if there.get(one) != values])


def stored_values(table: type[Model], row: Row) -> tuple[object, ...]:
    """A row's values as they are stored, in the order of the columns. Raises KeyError for a column there is not."""
    unknown = row.keys() - storing(table).names
    if unknown:
        raise KeyError(f"{name_of(table)} has no {', '.join(sorted(unknown))}.")
    return tuple(storing(table).values({**storing(table).defaults, **row}))


def _put(store: Store, table: type[Model], rows: Sequence[Sequence[object]]) -> None:
    """Add rows, each in the place of one with its key."""
    columns = [f'"{field.column_name}"' for field in fields_of(table)]
    primary, *others = columns
    changed = ", ".join(f"{column} = excluded.{column}" for column in others)
    store.run_many(
        f'INSERT INTO "{name_of(table)}" ({", ".join(columns)}) VALUES ({places(columns)})'
        f" ON CONFLICT ({primary}) DO UPDATE SET {changed}",
        rows,
    )
