"""Children whom a list has closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.derived.closed import last_lead
from db.derived.live import live
from db.reading import read_as
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId, TeamId

if TYPE_CHECKING:
    from db.engine import Store

# The number is written out: by it alone a server can tell that few come after it, whatever plan it has kept.
_OF_NEW = """
SELECT n.reference, n.closed_on FROM child_now n WHERE n.open = ? AND n.child_id IN (
  SELECT e.child_id FROM entry e WHERE e.id > {last:d}
  UNION ALL SELECT s.child_id FROM session_child s WHERE s.session_id > {last:d})
ORDER BY n.reference
"""
_KNOWN = "SELECT n.closed_on FROM child_now n WHERE n.child_id = ? AND n.open = ?"


class _Known(Struct, frozen=True):
    """The day on which a child was closed, where it is known."""

    closed_on: date | None


class ClosedChild(Struct, frozen=True):
    """A closed child by reference, and the day of the closing where it is known."""

    reference: str
    closed_on: date | None


def closed_among_new(store: Store, last: int) -> list[ClosedChild]:
    """The closed children whom the entries after number `last` are about, or name as talked about."""
    return read_as(ClosedChild, ClosedChild.__struct_fields__, store.rows(_OF_NEW.format(last=last), (False,)))


class Closing(Struct, frozen=True):
    """How a list closed a child: on which day, since which day that holds here, with what status and in which team the
    child was before.
    """

    closed_on: date | None
    holds_from: date
    status: records.StatusEpisode | None
    team: TeamId | None


def closing_of(store: Store, child: ChildId) -> Closing | None:
    """The closing of a child whom a list has closed; None of a child who is open, or whom no list closed."""
    known = read_as(_Known, _Known.__struct_fields__, store.rows(_KNOWN, (child, False)))
    ends = live(store, "child_id", [child], records.AllocationEnd)
    if not known or not ends:
        return None
    episodes = live(store, "child_id", [child], records.StatusEpisode)
    given = last_lead(live(store, "child_id", [child], records.Allocation))
    last = max(one.spine.order[0] for one in ends)
    return Closing(known[0].closed_on, last, episodes[-1].says if episodes else None, given.team if given else None)
