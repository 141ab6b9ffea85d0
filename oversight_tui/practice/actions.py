"""Every open action of the team, late first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from oversight_tui.practice.attention.unranked import dated_state
from oversight_tui.practice.board import ActionRow
from oversight_tui.practice.facts import Child, OpenItem, Worker
from oversight_tui.practice.ids import ChildId, WorkerId, under
from oversight_tui.practice.owners import Owners


def action_rows(
    items: Iterable[OpenItem],
    children: Mapping[ChildId, Child],
    workers: Mapping[WorkerId, Worker],
    owners: Owners,
    today: date,
) -> tuple[ActionRow, ...]:
    """Each open action with its child and the child's worker, or with the worker it is about.

    The longest overdue comes first, then the one that is due first.
    """
    rows = []
    for item in items:
        if item.kind == "action":
            child = under(children, item.child_id)
            worker = under(workers, (child.worker_id if child else item.worker_id))
            state, over = dated_state(item.due_on, today)
            rows.append(ActionRow(item, child, worker.name if worker else None, state, over, owners.of(item)))
    return tuple(sorted(rows, key=lambda row: (row.item.due_on or date.min, row.item.since or date.min, row.item.id)))
