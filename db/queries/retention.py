"""What the age of each record is reckoned from: endings, birth, statuses, last contact, leaving, legal holds."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

from db.queries import rows
from db.queries.belonging import Unit, belonging
from oversight_tui.practice.facts import Status
from oversight_tui.practice.kept import ChildKept, Hold, Kept, WorkerKept

if TYPE_CHECKING:
    from db.engine import Store

# How a list says that a child has died: the code of the looked-after return, that of the children in need census.
_DIED = re.compile(r"\s*(E2|RC2)\b|\s*(child )?(has )?died\b", re.IGNORECASE)
# Entries that say something about other entries, or that a list was without the child: no contact.
_NO_CONTACT = "('withdrawal', 'mark', 'missing', 'legal_hold', 'legal_hold_end')"
_CHILDREN = f"""
SELECT c.id, c.reference, n.name, COALESCE(n.open, 0), n.date_of_birth, n.last_seen,
  (SELECT max(e.happened_on) FROM entry e WHERE e.child_id = c.id AND e.kind NOT IN {_NO_CONTACT}),
  (SELECT max(e.happened_on) FROM session_child s JOIN entry e ON e.id = s.session_id WHERE s.child_id = c.id),
  (SELECT count(*) FROM entry e WHERE e.child_id = c.id AND e.corrects_id IS NULL)
FROM child c LEFT JOIN child_now n ON n.child_id = c.id ORDER BY c.reference
"""
_STATUSES = """
SELECT DISTINCT e.child_id, d.status FROM status_episode d JOIN entry_in_force e ON e.id = d.entry_id
"""
_ENDINGS = """
SELECT e.child_id, COALESCE(d.ends, d.seen_by), d.reason
FROM allocation_end d JOIN entry_in_force e ON e.id = d.entry_id
UNION ALL
SELECT e.child_id, COALESCE(d.ends, e.happened_on), d.reason
FROM status_end d JOIN entry_in_force e ON e.id = d.entry_id
"""
_WORKERS = """
SELECT w.worker_id, w.name, w.leaves,
  (SELECT count(*) FROM child_now n WHERE n.worker_id = w.worker_id AND n.open = 1) FROM worker_now w
ORDER BY w.name, w.worker_id
"""
_HOLDS = """
SELECT e.child_id, e.worker_id, e.root_id, e.happened_on, d.reason, e.recorded_by
FROM legal_hold d JOIN entry_in_force e ON e.id = d.entry_id
WHERE NOT EXISTS (SELECT 1 FROM legal_hold_end x JOIN entry_in_force xe ON xe.id = x.entry_id
                  WHERE x.hold_id = e.root_id)
ORDER BY e.id
"""
_NOTES = """
SELECT COALESCE(e.corrects_id, e.id), max(COALESCE(e.happened_on, substr(e.recorded_at, 1, 10))), d.about_child_id,
  d.about_worker_id
FROM own_note d JOIN entry e ON e.id = d.entry_id GROUP BY 1
"""


def what_there_is(store: Store, today: date) -> Kept:
    """Everything that is kept. Asked inside one read transaction.

    A worker's entries are counted where they have left; before that they are not due, whatever their number.
    """
    holds = legal_holds(store)
    statuses: dict[int, set[Status]] = defaultdict(set)
    for child, status in store.database.execute_sql(_STATUSES).fetchall():
        statuses[child].add(cast(Status, status))
    endings: dict[int, list[tuple[str, str | None]]] = defaultdict(list)
    for child, day, reason in store.database.execute_sql(_ENDINGS).fetchall():
        if day is not None:
            endings[child].append((day, reason))
    return Kept(
        tuple(
            _child(row, frozenset(statuses[row[0]]), endings[row[0]], holds)
            for row in store.database.execute_sql(_CHILDREN).fetchall()
        ),
        tuple(_worker(store, row, holds, today) for row in store.database.execute_sql(_WORKERS).fetchall()),
        _notes(store, holds),
        _drafts(store, holds),
    )


def legal_holds(store: Store) -> dict[Unit, Hold]:
    """The holds that stand, by `Unit("child", id)` or `Unit("worker", id)`."""
    return {
        Unit("child", row[0]) if row[0] is not None else Unit("worker", row[1]): Hold(
            str(row[2]), rows.day(row[3]), row[4], row[5]
        )
        for row in store.database.execute_sql(_HOLDS).fetchall()
    }


def to_be_swept(store: Store) -> bool:
    """Whether something was erased and the file was not yet written anew since."""
    return bool(store.database.execute_sql("SELECT 1 FROM setting WHERE key = 'to_be_swept'").fetchone())


def _child(
    row: Any, statuses: frozenset[Status], endings: list[tuple[str, str | None]], holds: dict[Unit, Hold]
) -> ChildKept:
    contacts = [day for day in (*row[5:8], *(day for day, _ in endings)) if day is not None]
    died = [day for day, reason in endings if reason and _DIED.match(reason)]
    return ChildKept(
        id=str(row[0]),
        reference=row[1],
        name=row[2],
        open=bool(row[3]),
        date_of_birth=rows.day(row[4]),
        statuses=statuses,
        closed_on=rows.day(max((day for day, _ in endings), default=None)),
        last_contact=rows.day(max(contacts, default=None)),
        died_on=rows.day(max(died, default=None)),
        entries=row[8],
        hold=holds.get(Unit("child", row[0])),
    )


def _worker(store: Store, row: Any, holds: dict[Unit, Hold], today: date) -> WorkerKept:
    leaves = rows.day(row[2])
    has_left = leaves is not None and leaves < today
    own_file, supervision = (
        belonging(store, Unit(kind, row[0])).number if has_left else 0 for kind in ("own_file", "supervision")
    )
    return WorkerKept(str(row[0]), row[1], leaves, row[3], supervision, own_file, holds.get(Unit("worker", row[0])))


def _notes(store: Store, holds: dict[Unit, Hold]) -> dict[str, date]:
    return {
        str(note): date.fromisoformat(day)
        for note, day, child, worker in store.database.execute_sql(_NOTES).fetchall()
        if Unit("child", child) not in holds and Unit("worker", worker) not in holds
    }


def _drafts(store: Store, holds: dict[Unit, Hold]) -> dict[str, date]:
    """Drafts by their form; while any hold stands none is given, since whom its words are about cannot be told."""
    if holds:
        return {}
    return {
        form: datetime.fromisoformat(saved_at).date()
        for form, saved_at in store.database.execute_sql("SELECT form, saved_at FROM draft").fetchall()
    }
