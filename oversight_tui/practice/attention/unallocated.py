"""Rows about children whom no worker holds: a line each, since each of them may be the one that cannot wait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from oversight_tui.practice.attention.unranked import UnrankedRow, about_child
from oversight_tui.practice.board import ChildRow, Factor
from oversight_tui.practice.facts import Child
from oversight_tui.practice.policy import Policy
from oversight_tui.words.dates import count
from oversight_tui.words.labels import BUCKET, RISK, STATUS, words_for


def unallocated_rows(children: Iterable[ChildRow], policy: Policy, today: date) -> Iterator[UnrankedRow]:
    """A row for each child without a worker: for how long, with which status, at what risk."""
    for row in children:
        if row.child.worker_id is None:
            days = days_unallocated(row.child, today)
            so_long = _so_long(row.child, days)
            because = [Factor("unallocated", policy.weights["unallocated"], says=so_long)]
            if days:
                points = min(days, policy.weights["days_over_most"]) * policy.weights["day_over"]
                because.append(Factor(f"{count(days, 'day')} without a worker", points, says=""))
            because += about_child(policy, row.child, row.risk_used)
            summary = f"{so_long[:1].upper()}{so_long[1:]}: {_standing(row.child)}"
            yield UnrankedRow("unallocated", "open", summary, because, child=row.child)


def days_unallocated(child: Child, today: date) -> int:
    """Whole days since a child without a worker was left without one, or came into the store so."""
    since = child.allocated_since or child.seen_by
    return max(0, (today - since).days) if since is not None else 0


def _so_long(child: Child, days: int) -> str:
    held = f"{words_for(BUCKET, child.bucket)}, " if child.bucket not in (None, "unallocated") else ""
    nobody = "no worker" if child.team is not None else "no worker and no team"
    return f"{held}{nobody} for {count(days, 'day')}" if days else f"{held}{nobody}"


def _standing(child: Child) -> str:
    risk = f"{words_for(RISK, child.risk)} risk" if child.risk else "risk not rated"
    return f"{words_for(STATUS, child.status, 'status not recorded')}, {risk}"
