"""What is worked out from the records: refreshed after each event for those it touched, rebuilt and compared
at will."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.derived.children import derive_children
from db.derived.open_items import derive_open_items
from db.derived.rows import Row, bring_into_line, replace_rows, stored_values
from db.derived.said import derive_said
from db.derived.unwritten import derive_unwritten
from db.derived.workers import derive_workers, workers_of_children
from db.models import ChildNow, Derived, OpenItem, Said, Unwritten, WorkerNow, fields_of, name_of, tables_of
from db.queries.months import kept_months
from db.question import batched
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.sight.months import is_ours

if TYPE_CHECKING:
    from peewee import Model

    from db.engine import Store


def refresh(
    store: Store,
    children: Collection[ChildId],
    workers: Collection[WorkerId],
    worked_out: Callable[[float], None] | None = None,
) -> None:
    """Work out again everything about these children and workers; `worked_out` is told how much of the children, from 0
    to 1.
    """
    children, workers = store.engine.within_reach(children, workers)
    also = workers_of_children(store, children)
    done = 0
    for some in batched(children):
        refresh_children(store, some)
        bring_into_line(store, Said, "child_id", some, derive_said(store, "child_id", some))
        done += len(some)
        if worked_out is not None:
            worked_out(done / len(children))
    also |= workers_of_children(store, children)
    refresh_workers(store, workers, store.engine.within_reach((), also)[1])
    for ids in batched(workers):
        bring_into_line(store, Said, "worker_id", ids, derive_said(store, "worker_id", ids))


def refresh_children(store: Store, children: Collection[ChildId]) -> None:
    """Work out again how these children stand, and what waits of them; not what is searched."""
    for some in batched(children):
        replace_rows(store, OpenItem, "child_id", some, derive_open_items(store, "child_id", some))
        replace_rows(store, ChildNow, "child_id", some, derive_children(store, some))
        replace_rows(store, Unwritten, "child_id", some, derive_unwritten(store, some))


def refresh_workers(store: Store, workers: Collection[WorkerId], also: Collection[WorkerId] = ()) -> None:
    """The same of workers, after their children; of those in `also`, who hold other children now, how they stand."""
    for ids in batched({*workers, *also}):
        replace_rows(store, WorkerNow, "worker_id", ids, derive_workers(store, ids))
    for ids in batched(workers):
        replace_rows(store, OpenItem, "worker_id", ids, _items_of_workers(store, ids), also=" AND child_id IS NULL")


def rebuild(store: Store) -> None:
    """Work out everything again from the records."""
    with store.writing():
        work_out_all(store)


def work_out_all(store: Store) -> None:
    """Everything that is derived anew, inside a transaction that stands already."""
    for table in tables_of(Derived):
        store.run(f'DELETE FROM "{name_of(table)}"')
    refresh(store, _children(store), _workers(store))


def differences(store: Store) -> tuple[str, ...]:
    """The rows that do not say what the records say, each as a short sentence; none in a sound store."""
    children, workers = _children(store), _workers(store)
    found: list[str] = []
    for name, table, derived in (
        ("child", ChildNow, (row for ids in batched(children) for row in derive_children(store, ids))),
        ("worker", WorkerNow, (row for ids in batched(workers) for row in derive_workers(store, ids))),
        ("listing", Unwritten, (row for ids in batched(children) for row in derive_unwritten(store, ids))),
    ):
        there = _there(store, table)
        for row in derived:
            values = stored_values(table, row)
            if there.pop(values[0], None) != values:
                found.append(f"What is worked out of {name} {values[0]} is not what the records say.")
        found += [f"What is worked out of {name} {number} follows from no record." for number in there]
    for what, differing in (
        ("open", _otherwise(store, OpenItem, _all_items(store))),
        ("searched", _otherwise(store, Said, _all_said(store))),
    ):
        found += [f"What is {what} of entry {number} is not what the records say." for number in differing]
    return (*found, *_unread_months(store))


def _unread_months(store: Store) -> Iterator[str]:
    """The kept months that this program has not written. Whether the others say what the records say is for those to
    tell who know the rules (`services.sight.months`).
    """
    for one in kept_months(store, None, date.min, date.max):
        if not is_ours(one.figures, one.last_day):
            yield f"What is kept of a month of team {one.team} is nothing that follows from records."


def _otherwise(store: Store, table: type[Model], rows: Iterable[Row]) -> list[object]:
    """The entries whose row is missing, follows from no record, or says something else."""
    there = _there(store, table)
    derived: dict[object, tuple[object, ...]] = {}
    for row in rows:
        values = stored_values(table, row)
        derived[values[0]] = values
    return sorted((n for n in there.keys() | derived.keys() if there.get(n) != derived.get(n)), key=str)


def _all_items(store: Store) -> Iterator[Row]:
    for some in batched(_children(store)):
        yield from derive_open_items(store, "child_id", some)
    for ids in batched(_workers(store)):
        yield from _items_of_workers(store, ids)


def _all_said(store: Store) -> Iterator[Row]:
    for some in batched(_children(store)):
        yield from derive_said(store, "child_id", some)
    for ids in batched(_workers(store)):
        yield from derive_said(store, "worker_id", ids)


def _items_of_workers(store: Store, ids: Sequence[WorkerId]) -> list[Row]:
    """What waits of these workers and is about no child: what is, comes with the children."""
    return list(derive_open_items(store, "worker_id", ids))


def _there(store: Store, table: type[Model]) -> dict[object, tuple[object, ...]]:
    """The rows as they stand, by their key, in the order of the table's fields."""
    columns = ", ".join(f'"{field.column_name}"' for field in fields_of(table))
    return {row[0]: tuple(row) for row in store.rows(f'SELECT {columns} FROM "{name_of(table)}"')}


def _children(store: Store) -> list[ChildId]:
    return [row[0] for row in store.rows("SELECT id FROM child")]


def _workers(store: Store) -> list[WorkerId]:
    return [row[0] for row in store.rows("SELECT id FROM worker")]
