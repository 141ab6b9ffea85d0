"""A worker as known today: newest details, last held one-to-one, next planned session, home team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from db.kept.rows import live

if TYPE_CHECKING:
    from db.engine import Store

_DETAIL_COLUMNS = (
    "name",
    "name_key",
    "staff_id",
    "team",
    "role",
    "fte",
    "newly_qualified_from",
    "agency",
    "starts",
    "leaves",
    "supervisor",
    "second_supervisor",
    "own_limit",
    "own_until",
    "seen_by",
)
_SELECTED = ", ".join("d.team_id" if name == "team" else f"d.{name}" for name in _DETAIL_COLUMNS)


def workers_of_children(store: Store, children: Collection[int]) -> set[int]:
    """The workers who hold these children now, and whose home team may follow from it."""
    found: set[int] = set()
    ordered = sorted(children)
    for start in range(0, len(ordered), 400):
        some = ordered[start : start + 400]
        places = ",".join("?" * len(some))
        found |= {
            row[0]
            for row in store.database.execute_sql(
                f"SELECT DISTINCT worker_id FROM child_now WHERE child_id IN ({places}) AND worker_id IS NOT NULL", some
            ).fetchall()
        }
    return found


def derive_workers(store: Store, ids: Sequence[int]) -> list[dict[str, Any]]:
    """One kept row for each worker whose details are recorded."""
    details = {row[0]: row for row in _by_entry(live(store, "worker_id", ids, "worker", _SELECTED, "worker_details"))}
    held: dict[int, tuple[Any, ...]] = {}
    for row in live(
        store,
        "worker_id",
        ids,
        "session_held",
        "d.opening, COALESCE(d.supervisor, e.recorded_by)",
        "session_held",
        " AND d.session_kind = 'one_to_one'",
    ):
        held[row[0]] = row
    planned = _next_planned(store, ids)
    teams = _home_teams(store, ids)
    rows = []
    for worker, row in details.items():
        values = dict(zip(_DETAIL_COLUMNS, row[3:], strict=True))
        if values["team"] is None:
            values["team"] = teams.get(worker)
        last = held.get(worker)
        rows.append(
            {
                "worker": worker,
                **values,
                "last_held": last[2] if last else None,
                "last_held_is_opening": last[3] if last else 0,
                "last_held_by": last[4] if last else None,
                "next_planned": planned.get(worker),
            }
        )
    return rows


def _by_entry(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=lambda row: row[1])


def _next_planned(store: Store, ids: Sequence[int]) -> dict[int, str]:
    """The earliest planned one-to-one that was neither held nor cancelled."""
    settled = {row[3] for row in live(store, "worker_id", ids, "session_held", "d.plan_id", "session_held")}
    settled |= {row[3] for row in live(store, "worker_id", ids, "session_cancelled", "d.plan_id", "session_cancelled")}
    found: dict[int, str] = {}
    for row in live(
        store, "worker_id", ids, "session_plan", "d.planned_for", "session_plan", " AND d.session_kind = 'one_to_one'"
    ):
        if row[1] not in settled:
            found[row[0]] = min(found.get(row[0], row[3]), row[3])
    return found


def _home_teams(store: Store, ids: Sequence[int]) -> dict[int, int]:
    """The team of most of a worker's open children; of two with as many, the one named first."""
    places = ",".join("?" * len(ids))
    counted: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    for worker, team, name, number in store.database.execute_sql(
        "SELECT c.worker_id, c.team_id, t.name, count(*) FROM child_now c JOIN team t ON t.id = c.team_id"
        f" WHERE c.open = 1 AND c.worker_id IN ({places}) GROUP BY c.worker_id, c.team_id, t.name",
        tuple(ids),
    ).fetchall():
        counted[worker].append((-number, name, team))
    return {worker: min(found)[2] for worker, found in counted.items()}
