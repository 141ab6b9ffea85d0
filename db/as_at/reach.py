"""Of whom is worked out what was known on a day that has passed.

Who is there decides what a past board costs, not who is right on it: of a child whom a list has closed, of whom nothing
is open and nothing was recorded of a later day, nothing was open on that day either, and they are passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.question import batched, places
from oversight_tui.practice.ids import ChildId, TeamId, WorkerId
from oversight_tui.practice.naming import name_key

if TYPE_CHECKING:
    from db.engine import Store


class Reach(Struct, frozen=True):
    """Children and workers, and the keys of the names of further workers who are asked for."""

    children: Collection[ChildId]
    workers: Collection[WorkerId]
    named: Collection[str] = ()
    is_everybody: bool = False


# Of whom nothing stands now, and of whom nothing was said since.
_PASSED_OVER = """
SELECT n.child_id FROM main.child_now n WHERE n.child_id IN ({ids}) AND NOT n.open AND NOT n.shown
  AND NOT EXISTS (SELECT 1 FROM main.unwritten u WHERE u.child_id = n.child_id)
  AND NOT EXISTS (SELECT 1 FROM main.entry l WHERE l.child_id = n.child_id AND (l.happened_on > ?{typed}))
"""
_TYPED = " OR l.recorded_at >= ?"
# What was typed about this child and stands on another's page now stood here before.
_MOVED = """ AND NOT EXISTS (SELECT 1 FROM main.entry f JOIN main.entry m ON m.corrects_id = f.id
    WHERE f.child_id = n.child_id AND m.recorded_at >= ?)"""
_HELD = "SELECT e.child_id FROM main.allocation a JOIN main.entry e ON e.id = a.entry_id WHERE"
# Who was nobody's for a while: the child's holder went, nobody came by that day, and a list kept the child open.
_LEFT_OPEN = """
SELECT n.child_id FROM main.child_now n WHERE (n.open OR n.shown OR n.closed_on > ?) AND EXISTS (
  SELECT 1 FROM main.entry e WHERE e.child_id = n.child_id AND e.kind = 'allocation_end' AND NOT EXISTS (
    SELECT 1 FROM main.entry_in_force a JOIN main.allocation l ON l.entry_id = a.id
    WHERE a.child_id = e.child_id AND a.kind = 'allocation' AND l.role = 'lead'
      AND COALESCE(a.happened_on, '') BETWEEN e.happened_on AND ? AND (a.happened_on > e.happened_on OR a.id > e.id)
  ) AND EXISTS (
    SELECT 1 FROM main.entry x JOIN main.extract_row r ON r.entry_id = x.id
    WHERE x.child_id = e.child_id AND x.kind = 'extract' AND COALESCE(x.happened_on, '') >= e.happened_on AND r.open))
"""
_EVER_OF_WORKERS = (
    f"{_HELD} a.allocated_worker_id IN ({{ids}})",
    "SELECT e.child_id FROM main.action a JOIN main.entry e ON e.id = a.entry_id WHERE a.owner_worker_id IN ({ids})",
    "SELECT e.child_id FROM main.booking b JOIN main.entry e ON e.id = b.entry_id WHERE b.going_id IN ({ids})",
    "SELECT e.child_id FROM main.booking_given b JOIN main.entry e ON e.id = b.entry_id WHERE b.going_id IN ({ids})",
    "SELECT e.child_id FROM main.work_due w JOIN main.entry e ON e.id = w.entry_id WHERE w.owner_worker_id IN ({ids})",
    "SELECT e.child_id FROM main.hand_over_plan p JOIN main.entry e ON e.id = p.entry_id"
    " WHERE p.going_to_id IN ({ids})",
    "SELECT s.child_id FROM main.entry h JOIN main.session_child s ON s.session_id = h.id"
    " WHERE h.worker_id IN ({ids}) AND h.kind = 'session_held'",
)
_NAMED_OF_CHILD = """
SELECT a.allocated_worker_id FROM main.entry e JOIN main.allocation a ON a.entry_id = e.id
WHERE e.child_id = ? AND a.allocated_worker_id IS NOT NULL
UNION SELECT p.going_to_id FROM main.entry e JOIN main.hand_over_plan p ON p.entry_id = e.id
WHERE e.child_id = ? AND p.going_to_id IS NOT NULL
UNION SELECT h.worker_id FROM main.session_child s JOIN main.entry h ON h.id = s.session_id
WHERE s.child_id = ? AND h.worker_id IS NOT NULL
"""
_NAMES = """
SELECT supervisor FROM worker_now UNION SELECT second_supervisor FROM worker_now
UNION SELECT who FROM open_item UNION SELECT owner_name FROM open_item
UNION SELECT c.covered_by FROM worker_now w JOIN entry_in_force e ON e.worker_id = w.worker_id AND e.kind = 'cover'
  JOIN cover c ON c.entry_id = e.id
"""
_MEANT = "SELECT owner_id FROM open_item UNION SELECT worker_id FROM open_item UNION SELECT worker_id FROM unwritten"


def everybody(store: Store, day: date | None = None, recorded_before: str | None = None) -> Reach:
    """Every worker there is, and every child; with a day without those of whom nothing can have stood on it."""
    children = {row[0] for row in store.rows("SELECT id FROM main.child")}
    workers = store.rows("SELECT id FROM main.worker")
    standing = children - _passed_over(store, children, day, recorded_before)
    return Reach(standing, [row[0] for row in workers], is_everybody=True)


def of_teams(
    store: Store,
    teams: Collection[TeamId],
    day: date | None = None,
    recorded_before: str | None = None,
    named: Collection[str] = (),
) -> Reach:
    """Who was ever with one of these teams, or with none; with a day those of whom anything can have stood on it."""
    ids, until = sorted(teams), (day or date.max).isoformat()
    asked = ((f"{_HELD} a.team_id IN ({places(ids)})", ids), (f"{_HELD} a.team_id IS NULL", ()))
    nowhere = ((f"{_HELD} a.role <> 'lead'", ()), (_LEFT_OPEN, (until, until)))
    children = {row[0] for sql, values in (*asked, *nowhere) for row in store.rows(sql, values)}
    workers = store.rows(
        "SELECT DISTINCT e.worker_id FROM main.worker_details d JOIN main.entry e ON e.id = d.entry_id"
        f" WHERE d.team_id IN ({places(ids)})",
        ids,
    )
    standing = children - _passed_over(store, children, day, recorded_before)
    return Reach(standing, [row[0] for row in workers], named)


def of_child(store: Store, child: ChildId) -> Reach:
    """A child, with every worker whom their page can name: who ever held them, was to, or talked about them."""
    return Reach([child], [row[0] for row in store.rows(_NAMED_OF_CHILD, (child,) * 3)])


def of_worker(store: Store, worker: WorkerId, day: date | None = None, recorded_before: str | None = None) -> Reach:
    """A worker, with everybody of the teams that were ever theirs."""
    teams = store.rows(
        "SELECT d.team_id FROM main.worker_details d JOIN main.entry e ON e.id = d.entry_id"
        " WHERE e.worker_id = ? AND d.team_id IS NOT NULL"
        " UNION SELECT a.team_id FROM main.allocation a WHERE a.allocated_worker_id = ? AND a.team_id IS NOT NULL",
        (worker, worker),
    )
    found = of_teams(store, [row[0] for row in teams], day, recorded_before)
    return found.__replace__(workers={*found.workers, worker})


def ever_of(store: Store, workers: Collection[WorkerId], day: date, recorded_before: str | None) -> set[ChildId]:
    """The children whom these workers ever held, owned an action about, or talked about in their sessions, of whom
    anything can have stood on a day.
    """
    found = {
        row[0]
        for ids in batched(workers)
        for sql in _EVER_OF_WORKERS
        for row in store.rows(sql.format(ids=places(ids)), ids)
        if row[0] is not None
    }
    return found - _passed_over(store, found, day, recorded_before)


def named_here(store: Store, also: Iterable[str]) -> set[WorkerId]:
    """Whom the kept tables name, by their number or by their name; `also` are keys of further names."""
    keys = {name_key(name) for (name,) in store.rows(_NAMES) if name} | set(also)
    found = {row[0] for row in store.rows(_MEANT) if row[0] is not None}
    for some in _in_parts(sorted(keys)):
        rows = store.rows(
            "SELECT DISTINCT e.worker_id FROM main.worker_details d JOIN main.entry e ON e.id = d.entry_id"
            f" WHERE d.name_key IN ({places(some)})",
            some,
        )
        found.update(row[0] for row in rows)
    return found


def _in_parts(keys: Sequence[str], most: int = 400) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), most):
        yield keys[start : start + most]


def _passed_over(
    store: Store, children: Collection[ChildId], day: date | None, recorded_before: str | None
) -> set[ChildId]:
    """Those of these children of whom nothing can have stood on the day; nobody without a day."""
    if day is None:
        return set()
    typed = _PASSED_OVER.format(ids="{ids}", typed=_TYPED if recorded_before is not None else "")
    sql = typed + (_MOVED if recorded_before is not None else "")
    values = (day.isoformat(), *((recorded_before,) * 2 if recorded_before is not None else ()))
    return {row[0] for ids in batched(children) for row in store.rows(sql.format(ids=places(ids)), (*ids, *values))}
