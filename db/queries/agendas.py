"""What the next sessions of a worker are to be about, as far as it was said; and what was written in the last ones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.reading import read_as
from oversight_tui.practice.agenda.wishes import PlannedAhead, Wish
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store

_PLANNED = """
SELECT e.root_id, p.planned_for, p.minutes FROM open_item o
JOIN entry v ON (v.id = o.entry_id OR v.corrects_id = o.entry_id)
JOIN entry_in_force e ON e.id = v.id JOIN session_plan p ON p.entry_id = e.id
WHERE o.worker_id = ? AND o.kind = 'session_planned' AND p.session_kind = 'one_to_one' ORDER BY p.planned_for
"""
_PLAN_DAYS = """
SELECT COALESCE(v.corrects_id, v.id), p.planned_for FROM entry v JOIN session_plan p ON p.entry_id = v.id
WHERE v.worker_id = ? AND v.kind = 'session_plan' AND p.session_kind = 'one_to_one'
"""
_HELD_PLANS = """
SELECT h.plan_id, e.happened_on FROM entry_in_force e JOIN session_held h ON h.entry_id = e.id
WHERE e.worker_id = ? AND e.kind = 'session_held' AND h.plan_id IS NOT NULL
"""
_WISHES = """
SELECT e.child_id, a.session_on, a.change FROM agenda_change a JOIN entry_in_force e ON e.id = a.entry_id
WHERE e.worker_id = ? ORDER BY e.id
"""
_PLAN_OF = "SELECT h.plan_id FROM entry_in_force e JOIN session_held h ON h.entry_id = e.id WHERE e.root_id = ?"
_HELD_BEFORE = """
SELECT MAX(e.happened_on) FROM entry_in_force e JOIN session_held h ON h.entry_id = e.id
WHERE e.worker_id = ? AND e.kind = 'session_held' AND e.happened_on < ? AND h.session_kind = 'one_to_one'
"""
_HELD_ON = """
SELECT e.root_id FROM entry_in_force e JOIN session_held h ON h.entry_id = e.id
WHERE e.worker_id = ? AND e.kind = 'session_held' AND e.happened_on = ? AND h.session_kind = ?
  AND NOT h.opening AND h.minutes IS NULL ORDER BY e.id DESC LIMIT 1
"""
_ENDED_ON = """
SELECT e.root_id FROM entry_in_force e JOIN session_held h ON h.entry_id = e.id
WHERE e.worker_id = ? AND e.kind = 'session_held' AND e.happened_on = ? AND h.session_kind = ?
  AND NOT h.opening AND h.minutes IS NOT NULL ORDER BY e.id DESC LIMIT 1
"""
_WAS_AT = """
SELECT e.root_id FROM session_worker s JOIN entry_in_force e ON e.root_id = s.session_id
JOIN session_held h ON h.entry_id = e.id
WHERE s.worker_id = ? AND e.kind = 'session_held' AND e.happened_on = ? AND h.session_kind = ?
ORDER BY e.id DESC LIMIT 1
"""
_THERE = """
SELECT w.name FROM session_worker s JOIN worker_now w ON w.worker_id = s.worker_id WHERE s.session_id = ?
UNION SELECT COALESCE(h.supervisor, e.recorded_by) FROM entry_in_force e JOIN session_held h ON h.entry_id = e.id
WHERE e.root_id = ?
"""
_IN_SESSION = """
SELECT s.child_id, EXISTS (SELECT 1 FROM discussion d JOIN entry_in_force de ON de.id = d.entry_id
                           WHERE d.session_id = s.session_id AND de.child_id = s.child_id)
FROM session_child s WHERE s.session_id = ? AND NOT EXISTS (
  SELECT 1 FROM entry_in_force ne JOIN not_discussed n ON n.entry_id = ne.id
  WHERE ne.child_id = s.child_id AND ne.kind = 'not_discussed' AND n.session_id = s.session_id)
"""


class _Plan(Struct, frozen=True):
    entry: EntryId
    on: date
    minutes: int | None


class _PlanDay(Struct, frozen=True):
    entry: EntryId
    on: date


class _Before(Struct, frozen=True):
    on: date | None


class BegunSession(Struct, frozen=True):
    """A session that was begun and has not ended: its plan, the days that was for, the day of the last one before."""

    entry: EntryId
    plan: EntryId | None
    days: frozenset[date]
    before: date | None


def planned_ahead(store: Store, worker: WorkerId) -> list[PlannedAhead]:
    """The one-to-one sessions planned with a worker, earliest first."""
    days = _plan_days(store, worker)
    plans = read_as(_Plan, ("entry", "on", "minutes"), store.rows(_PLANNED, (worker,)))
    return [PlannedAhead(one.entry, one.on, one.minutes, days[one.entry]) for one in plans]


def agenda_wishes(store: Store, worker: WorkerId) -> list[Wish]:
    """What was said of a worker's children and their sessions, in the order in which it was said."""
    return read_as(Wish, ("child", "on", "step"), store.rows(_WISHES, (worker,)))


def days_of_held_plans(store: Store, worker: WorkerId) -> dict[date, frozenset[date]]:
    """By the day a session was held on, the days its plan was for."""
    days = _plan_days(store, worker)
    found: dict[date, frozenset[date]] = {}
    for one in read_as(_PlanDay, ("entry", "on"), store.rows(_HELD_PLANS, (worker,))):
        found[one.on] = found.get(one.on, frozenset()) | days.get(one.entry, frozenset())
    return found


def begun_session(store: Store, worker: WorkerId, day: date) -> BegunSession | None:
    """The one-to-one session that was begun with a worker on a day and has not ended, None where there is none."""
    held = held_on(store, worker, day)
    if held is None:
        return None
    row = store.row(_PLAN_OF, (held,))
    plan = EntryId(row[0]) if row and row[0] is not None else None
    (before,) = read_as(_Before, ("on",), store.rows(_HELD_BEFORE, (worker, day.isoformat())))
    days = _plan_days(store, worker).get(plan, frozenset()) if plan is not None else frozenset()
    return BegunSession(held, plan, days, before.on)


def _plan_days(store: Store, worker: WorkerId) -> dict[EntryId, frozenset[date]]:
    """By plan, every day it was for."""
    found: dict[EntryId, frozenset[date]] = {}
    for one in read_as(_PlanDay, ("entry", "on"), store.rows(_PLAN_DAYS, (worker,))):
        found[one.entry] = found.get(one.entry, frozenset()) | {one.on}
    return found


def discussed_in(store: Store, session: EntryId) -> dict[ChildId, bool]:
    """The children of a held session, and whether anything is written about each in it."""
    return {ChildId(child): bool(written) for child, written in store.rows(_IN_SESSION, (session,))}


def written_in(store: Store, session: EntryId) -> frozenset[ChildId]:
    """The children of a held session about whom something is written in it."""
    return frozenset(child for child, is_written in discussed_in(store, session).items() if is_written)


def held_on(store: Store, worker: WorkerId, day: date, kind: SessionKind = "one_to_one") -> EntryId | None:
    """The session of a kind that was begun with a worker on a day and has not ended, None where there is none."""
    row = store.row(_HELD_ON, (worker, day.isoformat(), kind))
    return EntryId(row[0]) if row else None


def ended_on(store: Store, worker: WorkerId, day: date, kind: SessionKind) -> EntryId | None:
    """The session of a kind that was held with a worker on a day and has ended, the one recorded last."""
    row = store.row(_ENDED_ON, (worker, day.isoformat(), kind))
    return EntryId(row[0]) if row else None


def was_at(store: Store, worker: WorkerId, day: date, kind: SessionKind) -> EntryId | None:
    """The session of a kind that was held with another worker on a day and that a worker was at too."""
    row = store.row(_WAS_AT, (worker, day.isoformat(), kind))
    return EntryId(row[0]) if row else None


def others_at(store: Store, session: EntryId) -> frozenset[WorkerId]:
    """The further workers at a session, besides the one it is recorded of."""
    found = store.rows("SELECT worker_id FROM session_worker WHERE session_id = ?", (session,))
    return frozenset(WorkerId(worker) for (worker,) in found)


def who_was_there(store: Store, session: EntryId) -> tuple[str, ...]:
    """Who led a session, and the further workers at it, by name."""
    return tuple(name for (name,) in store.rows(_THERE, (session, session)))
