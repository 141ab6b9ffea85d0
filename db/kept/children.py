"""A child as known today: present holder, status, risk, last seen, last discussed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from db.kept.rows import live, versions_of

if TYPE_CHECKING:
    from db.engine import Store

Rows = dict[int, list[tuple[Any, ...]]]


def derive_children(store: Store, ids: Sequence[int]) -> list[dict[str, Any]]:
    """One kept row for each child of whom anything recorded stands."""

    def of(kind: str, columns: str, detail: str, also: str = "") -> Rows:
        grouped: Rows = defaultdict(list)
        for row in live(store, "child_id", ids, kind, columns, detail, also):
            grouped[row[0]].append(row)
        return grouped

    references = _references(store, ids)
    details = of("child", "d.name, d.date_of_birth, d.family", "child_details")
    allocations = of(
        "allocation", "d.allocated_worker_id, d.team_id, d.bucket, d.starts, d.seen_by, d.role", "allocation"
    )
    ended = {row[3] for rows in of("allocation_end", "d.allocation_id", "allocation_end").values() for row in rows}
    statuses = of("status", "d.status, d.starts, d.seen_by", "status_episode")
    status_ended = {row[3] for rows in of("status_end", "d.episode_id", "status_end").values() for row in rows}
    risks = of("risk", "d.rating", "risk_rating")
    extracts = of("extract", "d.open, d.last_seen, d.last_seen_source, d.digest", "extract_row")
    missing = of("missing", "d.entry_id", "missing")
    talks = of("discussion", "d.setting", "discussion", " AND d.asked_for = 0")
    sessions = _in_sessions(store, ids)
    return [
        {
            "child": child,
            "reference": references[child],
            "open": _is_open(allocations[child], ended, extracts[child]),
            **_details(details[child]),
            **_holder(allocations[child], ended),
            **_status(statuses[child], status_ended),
            **_risk(risks[child]),
            **_seen(extracts[child], missing[child]),
            **_discussed(talks[child], sessions[child]),
        }
        for child in ids
        if any(rows[child] for rows in (details, allocations, statuses, risks, extracts, talks, sessions))
    ]


def _references(store: Store, ids: Sequence[int]) -> dict[int, str]:
    places = ",".join("?" * len(ids))
    return dict(
        store.database.execute_sql(f"SELECT id, reference FROM child WHERE id IN ({places})", tuple(ids)).fetchall()
    )


def _in_sessions(store: Store, ids: Sequence[int]) -> Rows:
    """(child, session entry, held on) of live held sessions at which the child was discussed."""
    places = ",".join("?" * len(ids))
    grouped: Rows = defaultdict(list)
    for row in store.database.execute_sql(
        "SELECT s.child_id, e.root_id, e.happened_on FROM session_child s"
        f" {versions_of('s.session_id')} JOIN entry_in_force e ON e.id = v.id"
        f" WHERE s.child_id IN ({places}) ORDER BY e.happened_on, e.id",
        tuple(ids),
    ).fetchall():
        grouped[row[0]].append(row)
    return grouped


def _is_open(allocations: list[tuple[Any, ...]], ended: set[int], extracts: list[tuple[Any, ...]]) -> bool:
    if any(row[1] not in ended for row in allocations):
        return True
    return bool(extracts and extracts[-1][3])


def _details(rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    """The newest known value of each; a version that leaves one out does not erase it."""
    found: dict[str, Any] = {"name": None, "date_of_birth": None, "family": None}
    for row in sorted(rows, key=lambda each: each[1]):
        for name, value in zip(found, row[3:], strict=True):
            found[name] = value if value is not None else found[name]
    return found


def _holder(rows: list[tuple[Any, ...]], ended: set[int]) -> dict[str, Any]:
    leads = [row for row in rows if row[8] == "lead"]
    current = next((row for row in reversed(leads) if row[1] not in ended), None)
    if current is None:
        return {"allocated_since": None, "seen_by": leads[0][7] if leads else None}
    _, entry_id, _, worker, team, bucket, starts, seen_by, _ = current
    before = [row[3] for row in leads if row[1] < entry_id]
    return {
        "worker": worker,
        "team": team,
        "bucket": bucket,
        "allocated_since": starts,
        "seen_by": seen_by,
        "came_from_another_worker": worker is not None and any(other not in (None, worker) for other in before),
    }


def _status(rows: list[tuple[Any, ...]], ended: set[int]) -> dict[str, Any]:
    current = next((row for row in reversed(rows) if row[1] not in ended), None)
    return {"status": current[3] if current else None, "status_since": current[4] if current else None}


def _risk(rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    return {"risk": rows[-1][3] if rows else None, "risk_since": rows[-1][2] if rows else None}


def _seen(extracts: list[tuple[Any, ...]], missing: list[tuple[Any, ...]]) -> dict[str, Any]:
    newest = extracts[-1] if extracts else None
    after = [row for row in missing if newest is None or row[1] > newest[1]]
    return {
        "last_seen": newest[4] if newest else None,
        "last_seen_source": newest[5] if newest else None,
        "extract_digest": newest[6] if newest else None,
        "missing_since": after[0][2] if after else None,
    }


def _discussed(talks: list[tuple[Any, ...]], sessions: list[tuple[Any, ...]]) -> dict[str, Any]:
    """The latest by the day it took place; of one day the one typed last."""
    times = [(row[2], row[1], row[3]) for row in talks] + [(row[2], row[1], "supervision") for row in sessions]
    latest = max(times, default=(None, 0, None))
    return {"last_discussed": latest[0], "last_discussed_setting": latest[2]}
