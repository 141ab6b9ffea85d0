"""Every session that was ever planned, as it stands now, and how often that was said anew; a calendar is kept by it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from db.reading import read_as
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import EntryId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store


class DiarySession(Struct, frozen=True):
    """A session that was planned, by the number of its first version.

    `off` says that it was cancelled or taken back. `changes` counts what was said of it since: that it was moved,
    cancelled, held, taken back, each also where that was undone; it only ever grows. `team` is the worker's.
    """

    id: EntryId
    worker_id: WorkerId
    worker: str
    team: str | None
    kind: SessionKind
    on: date
    off: bool
    changes: int
    first_said: datetime
    last_said: datetime


def sessions_since(store: Store, first: date) -> list[DiarySession]:
    """Those whose day is `first` or later, earliest first."""
    return read_as(DiarySession, DiarySession.__struct_fields__, store.rows(_SESSIONS, (first.isoformat(),)))


# What was said of an entry later: a newer version, a withdrawal, that a session was cancelled or held.
_SESSIONS = """
WITH RECURSIVE later(entry_id, of_id) AS (
    SELECT id, corrects_id FROM entry WHERE corrects_id IS NOT NULL
    UNION ALL SELECT entry_id, withdrawn_id FROM withdrawal
    UNION ALL SELECT entry_id, plan_id FROM session_cancelled
    UNION ALL SELECT entry_id, plan_id FROM session_held WHERE plan_id IS NOT NULL
), said(plan_id, entry_id) AS (
    SELECT id, id FROM entry WHERE kind = 'session_plan' AND corrects_id IS NULL
    UNION SELECT s.plan_id, l.entry_id FROM said s JOIN later l ON l.of_id = s.entry_id
), told AS (
    SELECT s.plan_id, COUNT(*) - 1 AS changes, MIN(e.recorded_at) AS first_said, MAX(e.recorded_at) AS last_said,
        MAX(CASE WHEN e.kind = 'session_plan' THEN e.id END) AS newest
    FROM said s JOIN entry e ON e.id = s.entry_id GROUP BY s.plan_id
)
SELECT t.plan_id, v.worker_id, w.name, m.name, p.session_kind, p.planned_for,
    f.id IS NULL OR EXISTS (
        SELECT 1 FROM session_cancelled c JOIN entry_in_force ce ON ce.id = c.entry_id WHERE c.plan_id = t.plan_id
    ), t.changes, t.first_said, t.last_said
FROM told t LEFT JOIN entry_in_force f ON f.root_id = t.plan_id
JOIN entry v ON v.id = COALESCE(f.id, t.newest) JOIN session_plan p ON p.entry_id = v.id
JOIN worker_now w ON w.worker_id = v.worker_id LEFT JOIN team m ON m.id = w.team_id
WHERE p.planned_for >= ? ORDER BY p.planned_for, t.plan_id
"""
