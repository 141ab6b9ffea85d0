"""Open worries, worst and latest first, all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from oversight_tui.practice.attention.unranked import dated_state
from oversight_tui.practice.board import WorryRow
from oversight_tui.practice.facts import Child, OpenItem, Worker
from oversight_tui.practice.ids import ChildId, WorkerId, under


def worry_rows(
    items: Iterable[OpenItem], children: Mapping[ChildId, Child], workers: Mapping[WorkerId, Worker], today: date
) -> tuple[WorryRow, ...]:
    """Each open worry with its child, the child's worker, and how its review date stands."""
    rows = []
    for item in items:
        if item.kind != "worry":
            continue
        child = under(children, item.child_id)
        worker = under(workers, child.worker_id) if child else None
        state, over = dated_state(item.due_on, today)
        rows.append(WorryRow(item, child, worker.name if worker else None, state, over))
    rows.sort(
        key=lambda row: (-(row.item.severity or 0), -(row.days_over or 0), row.item.since or date.max, row.item.id)
    )
    return tuple(rows)
