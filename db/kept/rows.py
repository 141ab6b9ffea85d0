"""Reading the live entries of some children or workers, and writing kept rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from peewee import Model

    from db.engine import Store


def live(
    store: Store, about: str, ids: Sequence[int], kind: str, columns: str, detail: str, also: str = ""
) -> list[tuple[Any, ...]]:
    """Entries in force of one kind as (about, first version, happened_on, columns...), oldest happening first.

    `about` is `child_id` or `worker_id`; `detail` the table of the kind, as `d`, and `also` any further condition.
    """
    places = ",".join("?" * len(ids))
    # The sign keeps SQLite from reading every entry of the kind, only because those lie in the order of their days.
    rows: list[tuple[Any, ...]] = store.database.execute_sql(
        f"SELECT e.{about}, e.root_id, e.happened_on, {columns} FROM entry_in_force e"
        f" JOIN {detail} d ON d.entry_id = e.id"
        f" WHERE e.{about} IN ({places}) AND e.kind = ?{also} ORDER BY +e.happened_on, e.id",
        (*ids, kind),
    ).fetchall()
    return rows


def versions_of(first: str) -> str:
    """The join, as `v`, to every version of the entry whose first version's number is in the column `first`.

    Asking a view for its worked-out `root_id` would read every entry there is.
    """
    return f"JOIN entry v ON (v.id = {first} OR v.corrects_id = {first})"


def replace_rows(
    store: Store, model: type[Model], key: str, ids: Sequence[int], rows: Iterable[dict[str, Any]], extra: str = ""
) -> None:
    """Put the rows in place of those kept for these ids."""
    shape: Any = model._meta
    places = ",".join("?" * len(ids))
    store.database.execute_sql(f'DELETE FROM "{shape.table_name}" WHERE {key} IN ({places}){extra}', tuple(ids))
    columns = ", ".join(f'"{field.column_name}"' for field in shape.sorted_fields)
    marks = ", ".join("?" for _ in shape.sorted_fields)
    store.database.connection().executemany(
        f'INSERT OR REPLACE INTO "{shape.table_name}" ({columns}) VALUES ({marks})',
        [stored_values(model, row) for row in rows],
    )


def stored_values(model: type[Model], row: dict[str, Any]) -> tuple[Any, ...]:
    """A row's values in the order of the table's columns; dates are text already, since they come from the store."""
    shape: Any = model._meta
    return tuple(row.get(field.name, field.default) for field in shape.sorted_fields)
