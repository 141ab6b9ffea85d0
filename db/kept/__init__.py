"""What is worked out from the records: refreshed after each event for those it touched, rebuilt and compared
at will."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from db.kept.children import derive_children
from db.kept.open_items import derive_open_items
from db.kept.rows import replace_rows, stored_values
from db.kept.workers import derive_workers, workers_of_children
from db.models import ChildNow, OpenItem, WorkerNow

if TYPE_CHECKING:
    from db.engine import Store

CHUNK = 400


def refresh(store: Store, children: Collection[int], workers: Collection[int]) -> None:
    """Work out again everything kept about these children and workers."""
    also = workers_of_children(store, children) if children else set()
    for ids in _chunks(children):
        replace_rows(store, ChildNow, "child_id", ids, derive_children(store, ids))
        replace_rows(store, OpenItem, "child_id", ids, derive_open_items(store, "child_id", ids))
    if children:
        also |= workers_of_children(store, children)
    for ids in _chunks({*workers, *also}):
        replace_rows(store, WorkerNow, "worker_id", ids, derive_workers(store, ids))
    for ids in _chunks(workers):
        items = [item for item in derive_open_items(store, "worker_id", ids) if item["child"] is None]
        replace_rows(store, OpenItem, "worker_id", ids, items, extra=" AND child_id IS NULL")


def rebuild(store: Store) -> None:
    """Work out everything again from the records."""
    with store.writing():
        for table in ("child_now", "worker_now", "open_item"):
            store.database.execute_sql(f"DELETE FROM {table}")
        refresh(store, _all_ids(store, "child"), _all_ids(store, "worker"))


def differences(store: Store) -> tuple[str, ...]:
    """The kept rows that do not say what the records say, each as a short sentence; none in a sound store."""
    found: list[str] = []
    children, workers = _all_ids(store, "child"), _all_ids(store, "worker")
    for name, ids, model, derive in (
        ("child", children, ChildNow, derive_children),
        ("worker", workers, WorkerNow, derive_workers),
    ):
        rows = _now(store, f"{name}_now")
        for some in _chunks(ids):
            for row in derive(store, some):
                if rows.pop(row[name], None) != stored_values(model, row):
                    found.append(f"What is kept of {name} {row[name]} is not what the records say.")
        found += [f"What is kept of {name} {number} follows from no record." for number in rows]
    found += [f"What is open of entry {number} is not what the records say." for number in _open_differently(store)]
    return tuple(found)


def _open_differently(store: Store) -> list[int]:
    """The entries whose open item is missing, follows from no record, or says something else."""
    kept = _now(store, "open_item")
    derived: dict[int, tuple[object, ...]] = {}
    for ids in _chunks(_all_ids(store, "child")):
        derived |= {row["entry"]: stored_values(OpenItem, row) for row in derive_open_items(store, "child_id", ids)}
    for ids in _chunks(_all_ids(store, "worker")):
        items = [item for item in derive_open_items(store, "worker_id", ids) if item["child"] is None]
        derived |= {row["entry"]: stored_values(OpenItem, row) for row in items}
    return sorted(number for number in kept.keys() | derived.keys() if kept.get(number) != derived.get(number))


def _now(store: Store, table: str) -> dict[int, tuple[object, ...]]:
    return {row[0]: tuple(row) for row in store.database.execute_sql(f"SELECT * FROM {table}").fetchall()}


def _all_ids(store: Store, table: str) -> list[int]:
    return [row[0] for row in store.database.execute_sql(f'SELECT id FROM "{table}" ORDER BY id').fetchall()]


def _chunks(ids: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
