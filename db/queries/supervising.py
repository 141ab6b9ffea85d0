"""The one-to-ones that were held, or were to be held, between two days, and whose they were to hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.reading import read_in_order
from oversight_tui.practice.sight.supervisors import OneToOne

if TYPE_CHECKING:
    from db.engine import Store


def one_to_ones(store: Store, first: date, today: date) -> list[OneToOne]:
    """Those held from a day on up to today, and those planned for a day from it on that has passed, and not held. Asked
    inside a transaction.

    What it costs follows from how many there were in these days, and not from how long the store has been kept.
    """
    days = (first.isoformat(), today.isoformat())
    return read_in_order(OneToOne, [*store.rows(_HELD, days), *store.rows(_NOT_HELD, days)])


_HELD = """
SELECT e.worker_id, COALESCE(d.supervisor, e.recorded_by), e.happened_on, TRUE, FALSE, d.counts
FROM entry_in_force e JOIN session_held d ON d.entry_id = e.id
WHERE e.kind = 'session_held' AND e.happened_on BETWEEN ? AND ? AND d.session_kind = 'one_to_one' AND NOT d.opening
"""
_NOT_HELD = """
SELECT e.worker_id, COALESCE(d.supervisor, e.recorded_by), e.happened_on, FALSE,
    EXISTS (SELECT 1 FROM session_cancelled c JOIN entry_in_force f ON f.id = c.entry_id WHERE c.plan_id = e.root_id),
    NULL
FROM entry_in_force e JOIN session_plan d ON d.entry_id = e.id
WHERE e.kind = 'session_plan' AND e.happened_on >= ? AND e.happened_on < ? AND d.session_kind = 'one_to_one'
    AND NOT EXISTS (SELECT 1 FROM session_held h JOIN entry_in_force f ON f.id = h.entry_id WHERE h.plan_id = e.root_id)
"""
