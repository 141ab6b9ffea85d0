"""Writing the rows that are worked out, and telling whether they are what the records say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from db.models import fields_of, name_of
from db.question import places

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
    name, fields = name_of(table), fields_of(table)
    store.run(f'DELETE FROM "{name}" WHERE {key} IN ({places(ids)}){also}', ids)
    columns = [f'"{field.column_name}"' for field in fields]
    primary, *others = columns
    changed = ", ".join(f"{column} = excluded.{column}" for column in others)
    store.run_many(
        f'INSERT INTO "{name}" ({", ".join(columns)}) VALUES ({places(columns)})'
        f" ON CONFLICT ({primary}) DO UPDATE SET {changed}",
        [stored_values(table, row) for row in rows],
    )


def stored_values(table: type[Model], row: Row) -> tuple[object, ...]:
    """A row's values as they are stored, in the order of the columns. Raises KeyError for a column there is not."""
    fields: Any = fields_of(table)
    unknown = row.keys() - {field.name for field in fields}
    if unknown:
        raise KeyError(f"{name_of(table)} has no {', '.join(sorted(unknown))}.")
    return tuple(field.db_value(row.get(field.name, field.default)) for field in fields)
