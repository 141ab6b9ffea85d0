"""Who was discussed in a session without that anything is written about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict

from db.derived.live import versions_of
from db.derived.rows import Row
from db.question import places
from db.reading import read_in_order
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store

# A child who was taken off the list of the session that is named in `s` again.
TAKEN_OFF = """
EXISTS (SELECT 1 FROM entry_in_force ne JOIN not_discussed n ON n.entry_id = ne.id
        WHERE ne.child_id = s.child_id AND ne.kind = 'not_discussed' AND n.session_id = s.session_id)
"""
_TALKED = "NOT d.asked_for AND d.setting <> 'opening'"
# What was written in the session: nearly always there is something, and nothing else of the child is gone through.
_IN_IT = f"""
EXISTS (SELECT 1 FROM discussion d JOIN entry_in_force de ON de.id = d.entry_id
        WHERE d.session_id = s.session_id AND COALESCE(de.child_id, 0) = s.child_id AND {_TALKED})
"""
# The days on which these children were talked about.
_TALKED_ON = f"""
SELECT DISTINCT de.child_id, de.happened_on FROM entry_in_force de JOIN discussion d ON d.entry_id = de.id
WHERE de.child_id IN ({{ids}}) AND de.kind = 'discussion' AND {_TALKED}
"""


class _Listing(Struct, frozen=True, array_like=True):
    """A child's row in the list of a session, by its number."""

    listing: int
    session: EntryId
    child: ChildId
    worker: WorkerId
    held_on: date


def derive_unwritten(store: Store, ids: Sequence[ChildId]) -> list[Row]:
    """One row for each time that one of these children stands in the list of a held session and nothing is written."""
    rows = store.rows(
        f"SELECT s.id, s.session_id, s.child_id, e.worker_id, e.happened_on FROM session_child s"
        f" {versions_of('s.session_id')} JOIN entry_in_force e ON e.id = v.id"
        f" JOIN session_held h ON h.entry_id = e.id WHERE s.child_id IN ({places(ids)})"
        f" AND e.happened_on IS NOT NULL AND NOT {TAKEN_OFF} AND NOT {_IN_IT}",
        ids,
    )
    listed = read_in_order(_Listing, rows)
    children = sorted({one.child for one in listed})
    # Another talk of its day says it as well.
    talked = {tuple(row) for row in store.rows(_TALKED_ON.format(ids=places(children)), children)} if listed else set()
    return [asdict(one) for one in listed if (one.child, one.held_on.isoformat()) not in talked]
