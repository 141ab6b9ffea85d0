"""The programmes for supervisors that workers began, and how they ended."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from db.question import batched, places
from db.reading import read_in_order
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.programmes import ProgrammeOf

if TYPE_CHECKING:
    from db.engine import Store


def programmes_of(store: Store, workers: Collection[WorkerId]) -> Mapping[WorkerId, ProgrammeOf]:
    """The programme of each of these workers: the one that is under way, of several the one begun last; else the last
    one that ended. Who began none is left out.
    """
    found: dict[WorkerId, ProgrammeOf] = {}
    for some in batched(workers):
        for one in read_in_order(ProgrammeOf, store.rows(_PROGRAMMES.format(workers=places(some)), some)):
            if one.worker not in found or one.completed is None or found[one.worker].completed is not None:
                found[one.worker] = one
    return found


_PROGRAMMES = """
SELECT e.worker_id, e.root_id, p.text, e.happened_on, p.ends_on, ending.happened_on, d.completed, d.reason
FROM entry_in_force e JOIN programme p ON p.entry_id = e.id
LEFT JOIN (programme_end d JOIN entry_in_force ending ON ending.id = d.entry_id) ON d.programme_id = e.root_id
WHERE e.worker_id IN ({workers}) AND e.kind = 'programme' 
ORDER BY e.happened_on NULLS FIRST, e.root_id, ending.happened_on NULLS FIRST
"""


def programme_ended(store: Store, programme: EntryId) -> bool:
    """Whether a programme, by the number of its first version, was completed or given up."""
    return bool(store.rows(_ENDED, (programme,)))


_ENDED = "SELECT d.entry_id FROM programme_end d JOIN entry_in_force e ON e.id = d.entry_id WHERE d.programme_id = ?"
