"""The columns a fact is made from, and raw rows made into facts: dates from ISO text, ids as text."""

from __future__ import annotations

from datetime import date
from typing import Any

from db import stored
from db.models import ChildNow, OpenItem, WorkerNow
from oversight_tui.practice import facts

# What stands for the words of an entry that is hidden until it is opened.
SENSITIVE = "Sensitive: open it on the page"
WORKER_COLUMNS = (
    WorkerNow.worker,
    WorkerNow.name,
    WorkerNow.team,
    WorkerNow.role,
    WorkerNow.fte,
    WorkerNow.newly_qualified_from,
    WorkerNow.agency,
    WorkerNow.starts,
    WorkerNow.leaves,
    WorkerNow.supervisor,
    WorkerNow.second_supervisor,
    WorkerNow.own_limit,
    WorkerNow.own_until,
    WorkerNow.seen_by,
    WorkerNow.last_held,
    WorkerNow.last_held_is_opening,
    WorkerNow.next_planned,
    WorkerNow.last_held_by,
)
CHILD_COLUMNS = (
    ChildNow.child,
    ChildNow.reference,
    ChildNow.name,
    ChildNow.date_of_birth,
    ChildNow.family,
    ChildNow.team,
    ChildNow.worker,
    ChildNow.bucket,
    ChildNow.status,
    ChildNow.status_since,
    ChildNow.risk,
    ChildNow.risk_since,
    ChildNow.allocated_since,
    ChildNow.seen_by,
    ChildNow.came_from_another_worker,
    ChildNow.last_seen,
    ChildNow.last_seen_source,
    ChildNow.last_discussed,
    ChildNow.last_discussed_setting,
    ChildNow.missing_since,
)
ITEM_COLUMNS = (
    OpenItem.entry,
    OpenItem.kind,
    OpenItem.text,
    OpenItem.since,
    OpenItem.child,
    OpenItem.worker,
    OpenItem.due_on,
    OpenItem.at,
    OpenItem.who,
    OpenItem.severity,
    OpenItem.carried_over,
)


def day(text: str | None) -> date | None:
    """A date from the store, where there is one."""
    return None if text is None else stored.day(text)


def text(number: int | None) -> str | None:
    return None if number is None else str(number)


def worker(row: Any, names: dict[int, str]) -> facts.Worker:
    own = facts.OwnRule(row[11], day(row[12])) if row[11] else None
    agency = None if row[6] is None else bool(row[6])
    return facts.Worker(
        str(row[0]),
        row[1],
        names.get(row[2]),
        row[3],
        row[4],
        day(row[5]),
        agency,
        day(row[7]),
        day(row[8]),
        row[9],
        row[10],
        own,
        day(row[13]),
        day(row[14]),
        bool(row[15]),
        day(row[16]),
        row[17],
    )


def child(row: Any, names: dict[int, str], *, is_open: bool = True) -> facts.Child:
    return facts.Child(
        str(row[0]),
        row[1],
        row[2],
        day(row[3]),
        row[4],
        names.get(row[5]),
        text(row[6]),
        row[7],
        row[8],
        day(row[9]),
        row[10],
        day(row[11]),
        day(row[12]),
        day(row[13]),
        bool(row[14]),
        day(row[15]),
        row[16],
        day(row[17]),
        row[18],
        day(row[19]),
        is_open,
    )


def item(row: Any) -> facts.OpenItem:
    return facts.OpenItem(
        str(row[0]),
        row[1],
        row[2],
        day(row[3]),
        text(row[4]),
        text(row[5]),
        day(row[6]),
        row[7],
        row[8],
        row[9],
        row[10],
    )


def absence(row: Any) -> facts.Absence:
    return facts.Absence(str(row[0]), row[1], stored.day(row[2]), day(row[3]))
