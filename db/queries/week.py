"""What happened between two days, as far as it stands: no words of it, only what it was and whom it was about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.reading import read_as
from oversight_tui.practice.digest import Happening

if TYPE_CHECKING:
    from db.engine import Store

_SQL = """
SELECT e.kind AS kind, e.child_id AS child_id, e.worker_id AS worker_id
FROM entry_in_force e LEFT JOIN discussion d ON d.entry_id = e.id LEFT JOIN session_held s ON s.entry_id = e.id
LEFT JOIN action_outcome a ON a.entry_id = e.id
WHERE e.happened_on BETWEEN ? AND ? AND e.kind IN ('session_held', 'session_cancelled', 'discussion', 'decision',
    'action', 'action_outcome', 'worry', 'worry_close', 'allocation')
AND NOT COALESCE(d.asked_for, FALSE) AND NOT COALESCE(s.opening, FALSE) AND COALESCE(d.setting, '') <> 'opening'
AND COALESCE(a.done, TRUE)
UNION ALL
SELECT 'session_child', c.child_id, e.worker_id FROM session_child c JOIN entry_in_force e ON e.root_id = c.session_id
WHERE e.kind = 'session_held' AND e.happened_on BETWEEN ? AND ?
"""


def happened_between(store: Store, first: date, last: date) -> list[Happening]:
    """Everything of these kinds on these days, both included."""
    days = (first.isoformat(), last.isoformat())
    return read_as(Happening, Happening.__struct_fields__, store.rows(_SQL, (*days, *days)))
