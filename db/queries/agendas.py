"""What the next sessions of a worker are to be about, as far as it was said; and what was written in the last ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.reading import read_as
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.records.sessions import AgendaStep

if TYPE_CHECKING:
    from db.engine import Store

_PLANNED = """
SELECT e.root_id, p.planned_for, p.minutes FROM open_item o
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
  AND NOT h.opening AND h.minutes IS NULL ORDER BY e.id DESC LIMIT 1
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


class PlannedSlot(Struct, frozen=True):
    """A one-to-one session planned with a worker; `entry` is the plan's first version."""

    entry: EntryId
    on: date
    minutes: int | None


class _Change(Struct, frozen=True):
    child: ChildId
    on: date
    step: AgendaStep


def planned_slots(store: Store, worker: WorkerId) -> list[PlannedSlot]:
    """The one-to-one sessions planned with a worker, earliest first."""
    return read_as(PlannedSlot, ("entry", "on", "minutes"), store.rows(_PLANNED, (worker,)))


def agenda_changes(store: Store, worker: WorkerId) -> dict[date, dict[ChildId, AgendaStep]]:
    """By the day of the session: what was said last of each child."""
    found: dict[date, dict[ChildId, AgendaStep]] = {}
    for one in read_as(_Change, ("child", "on", "step"), store.rows(_CHANGES, (worker,))):
        found.setdefault(one.on, {})[one.child] = one.step
    return found


def discussed_in(store: Store, session: EntryId) -> dict[ChildId, bool]:
    """The children of a held session, and whether anything is written about each in it."""
    return {ChildId(child): bool(written) for child, written in store.rows(_IN_SESSION, (session,))}


def held_on(store: Store, worker: WorkerId, day: date, kind: SessionKind = "one_to_one") -> EntryId | None:
    """The session of a kind that was begun with a worker on a day and has not ended, None where there is none."""
    row = store.row(_HELD_ON, (worker, day.isoformat(), kind))
    return EntryId(row[0]) if row else None


def who_was_there(store: Store, session: EntryId) -> tuple[str, ...]:
    """Who led a session, and the further workers at it, by name."""
    return tuple(name for (name,) in store.rows(_THERE, (session, session)))
