"""A caseload list that comes in, newer or older than the last: children moved, closed, reopened, new or left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.oracle.manager import Manager
from tests.oracle.standing import of_kind
from tests.oracle.told import Told
from tests.oracle.typed import CaseloadImported, ListRow, Status, What

MOST_LISTS = 5
STATUSES: tuple[Status, ...] = ("in_need", "in_need", "protection_plan", "looked_after")


def list_imported(manager: Manager) -> What | None:
    """A list of the children who are known, of a day on which no other was: some with another worker, some closed."""
    told = manager.told()
    shown = [what.shows for _, what in of_kind(told.entries, CaseloadImported)]
    if len(shown) >= MOST_LISTS:
        return None
    shows = manager.day - timedelta(days=manager.chance.choice((0, 0, 1, 3, 6, 15)))
    if shown and manager.maybe(0.3):
        shows = max(manager.typed[0].day, max(shown) - timedelta(days=manager.chance.randint(1, 8)))
    if shows in shown or shows < manager.typed[0].day:
        return None
    newest = all(shows > one for one in shown)
    rows = [_row(manager, told, child, shows, newest=newest) for child in told.children() if manager.maybe(0.93)]
    there = [row for row in rows if row is not None]
    return CaseloadImported(tuple(there), shows) if there else None


def _row(manager: Manager, told: Told, child: str, shows: date, *, newest: bool) -> ListRow | None:
    """As the last list has the child, or as it is known by hand; what an older list says differs in the worker only."""
    lists = told.lists(child)
    row = lists[-1][2] if lists else ListRow(child, told.holder(child), manager.chance.choice(STATUSES), None)
    if not lists and manager.maybe(0.4):
        return None
    if manager.maybe(0.25):
        row = replace(row, worker=manager.worker() if manager.maybe(0.9) else None)
    if not newest:
        return None if row.closed else row
    if manager.maybe(0.3):
        row = replace(row, last_seen=max(min(manager.past(), shows), row.last_seen or date.min))
    if manager.maybe(0.1):
        row = replace(row, status=manager.chance.choice(STATUSES))
    if row.closed:
        return replace(row, closed=None) if manager.maybe(0.7) else row
    return replace(row, closed=shows) if manager.maybe(0.08) else row
