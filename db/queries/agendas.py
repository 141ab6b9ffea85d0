"""What the next sessions of a worker are to be about, as far as it was said; and what was written in the last ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import stored

if TYPE_CHECKING:
    from db.engine import Store

_PLANNED = """
SELECT p.entry_id, e.root_id, p.planned_for, p.minutes FROM open_item o
JOIN entry v ON (v.id = o.entry_id OR v.corrects_id = o.entry_id)
JOIN entry_in_force e ON e.id = v.id JOIN session_plan p ON p.entry_id = e.id
WHERE o.worker_id = ? AND o.kind = 'session_planned' AND p.session_kind = 'one_to_one' ORDER BY p.planned_for
"""
_CHANGES = """
SELECT e.child_id, a.session_on, a.change FROM agenda_change a JOIN entry_in_force e ON e.id = a.entry_id
WHERE e.worker_id = ? ORDER BY e.id
"""
_HELD_ON = """
SELECT e.root_id FROM entry_in_force e JOIN session_held h ON h.entry_id = e.id
WHERE e.worker_id = ? AND e.kind = 'session_held' AND e.happened_on = ? AND h.session_kind = ?
  AND h.opening = 0 AND h.minutes IS NULL ORDER BY e.id DESC LIMIT 1
"""
_THERE = """
SELECT w.name FROM session_worker s JOIN worker_now w ON w.worker_id = s.worker_id WHERE s.session_id = ?
UNION SELECT COALESCE(h.supervisor, e.recorded_by) FROM entry_in_force e JOIN session_held h ON h.entry_id = e.id
WHERE e.root_id = ?
"""
_IN_SESSION = """
SELECT s.child_id, EXISTS (SELECT 1 FROM discussion d JOIN entry_in_force de ON de.id = d.entry_id
                           WHERE d.session_id = s.session_id AND de.child_id = s.child_id)
FROM session_child s WHERE s.session_id = ?
"""


def planned_slots(store: Store, worker_id: int) -> list[tuple[int, date, int | None]]:
    """The one-to-one sessions planned with a worker: (entry, day, minutes), earliest first."""
    found = store.database.execute_sql(_PLANNED, (worker_id,)).fetchall()
    return [(row[1], stored.day(row[2]), row[3]) for row in found]


def agenda_changes(store: Store, worker_id: int) -> dict[date, dict[int, str]]:
    """By the day of the session: what was said last of each child (`added`, `dropped`, `not_reached`)."""
    found: dict[date, dict[int, str]] = {}
    for child, on, change in store.database.execute_sql(_CHANGES, (worker_id,)).fetchall():
        found.setdefault(stored.day(on), {})[child] = change
    return found


def discussed_in(store: Store, session_id: int) -> dict[int, bool]:
    """The children of a held session, and whether anything is written about each in it."""
    return {row[0]: bool(row[1]) for row in store.database.execute_sql(_IN_SESSION, (session_id,)).fetchall()}


def held_on(store: Store, worker_id: int, day: date, kind: str = "one_to_one") -> int | None:
    """The session of a kind that was begun with a worker on a day and has not ended, None where there is none."""
    row = store.database.execute_sql(_HELD_ON, (worker_id, day.isoformat(), kind)).fetchone()
    return row[0] if row else None


def who_was_there(store: Store, session_id: int) -> tuple[str, ...]:
    """Who led a session, and the further workers at it, by name."""
    return tuple(row[0] for row in store.database.execute_sql(_THERE, (session_id, session_id)).fetchall())
