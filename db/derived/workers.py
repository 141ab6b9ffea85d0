"""A worker as known today: newest details, last held one-to-one, next planned session, home team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from db.derived.live import by_worker, live
from db.derived.rows import Row
from db.question import batched, places
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId, TeamId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store

_ONE_TO_ONE = " AND d.session_kind = 'one_to_one'"


def workers_of_children(store: Store, children: Collection[ChildId]) -> set[WorkerId]:
    """The workers who hold these children now, and whose home team may follow from it."""
    found: set[WorkerId] = set()
    for some in batched(children):
        sql = f"SELECT DISTINCT worker_id FROM child_now WHERE child_id IN ({places(some)}) AND worker_id IS NOT NULL"
        found |= {row[0] for row in store.rows(sql, some)}
    return found


def derive_workers(store: Store, ids: Sequence[WorkerId]) -> list[Row]:
    """One row for each worker whose details are recorded."""
    versions = by_worker(live(store, "worker_id", ids, records.WorkerDetails))
    held = by_worker(live(store, "worker_id", ids, records.SessionHeld, _ONE_TO_ONE))
    planned = _next_planned(store, ids)
    teams = _home_teams(store, ids)
    rows: list[Row] = []
    for worker in ids:
        newest = max(versions[worker], key=lambda one: one.spine.entry, default=None)
        if newest is None:
            continue
        last = held[worker][-1] if held[worker] else None
        rows.append(
            {
                "worker": worker,
                **asdict(newest.says),
                "team": newest.says.team if newest.says.team is not None else teams.get(worker),
                "last_held": last.spine.on if last else None,
                "last_held_is_opening": last.says.opening if last else False,
                "last_held_by": (last.says.supervisor or last.spine.by) if last else None,
                "next_planned": planned.get(worker),
            }
        )
    return rows


def _next_planned(store: Store, ids: Sequence[WorkerId]) -> dict[WorkerId | None, date]:
    """The earliest planned one-to-one that was neither held nor cancelled."""
    settled = {one.says.plan for one in live(store, "worker_id", ids, records.SessionHeld)}
    settled |= {one.says.plan for one in live(store, "worker_id", ids, records.SessionCancelled)}
    found: dict[WorkerId | None, date] = {}
    for one in live(store, "worker_id", ids, records.SessionPlan, _ONE_TO_ONE):
        if one.spine.entry not in settled:
            worker, on = one.spine.worker, one.says.planned_for
            found[worker] = min(found.get(worker, on), on)
    return found


def _home_teams(store: Store, ids: Sequence[WorkerId]) -> dict[WorkerId, TeamId]:
    """The team of most of a worker's open children; of two with as many, the one named first."""
    counted: dict[WorkerId, list[tuple[int, str, TeamId]]] = defaultdict(list)
    # Open is compared with a value: of a bare condition SQLite does not know that it is that of the index.
    for worker, team, name, number in store.rows(
        "SELECT c.worker_id, c.team_id, t.name, count(*) FROM child_now c JOIN team t ON t.id = c.team_id"
        f" WHERE c.open = ? AND c.worker_id IN ({places(ids)}) GROUP BY c.worker_id, c.team_id, t.name",
        (True, *ids),
    ):
        counted[worker].append((-number, name, team))
    return {worker: min(found)[2] for worker, found in counted.items()}
