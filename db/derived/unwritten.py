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
# What was written in the session, or in another talk of its day.
_WRITTEN = """
EXISTS (SELECT 1 FROM entry_in_force de JOIN discussion d ON d.entry_id = de.id
        WHERE de.child_id = s.child_id AND de.kind = 'discussion' AND NOT d.asked_for AND d.setting <> 'opening'
          AND (d.session_id = s.session_id OR de.happened_on = e.happened_on))
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
        f" AND e.happened_on IS NOT NULL AND NOT {TAKEN_OFF} AND NOT {_WRITTEN}",
        ids,
    )
    return [asdict(one) for one in read_in_order(_Listing, rows)]
