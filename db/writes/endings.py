"""The end of a child's time here: of every role and status that has none yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.derived.live import Live, live
from db.recording import recording
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId, EntryId

if TYPE_CHECKING:
    from db.engine import Store


def close_child(
    store: Store, child: ChildId, shown: records.ExtractRow, ended: date, because: str, on: date, author: str
) -> EntryId:
    """A child closed by hand: `shown` is as a list would show them now, `ended` the true day, `on` the day in the order
    of things. Returns the entry of the closing.
    """
    with recording(store, author) as event:
        closing = event.add(shown, child=child, on=on)
        for given in going_on(store, child):
            event.add(records.AllocationEnd(given.spine.entry, ended, reason=because), child=child, on=on)
        for episode in statuses_going_on(store, child):
            event.add(records.StatusEnd(episode.spine.entry, ended, because), child=child, on=on)
        return closing


def going_on(store: Store, child: ChildId) -> list[Live[records.Allocation]]:
    """The allocations of a child, in any role, that have no end."""
    return live(store, "child_id", [child], records.Allocation, _no_end("allocation_end", "allocation_id"))


def statuses_going_on(store: Store, child: ChildId) -> list[Live[records.StatusEpisode]]:
    """The statuses of a child that have no end."""
    return live(store, "child_id", [child], records.StatusEpisode, _no_end("status_end", "episode_id"))


def _no_end(table: str, column: str) -> str:
    """The condition that no end in force names the entry."""
    return (
        f" AND NOT EXISTS (SELECT 1 FROM {table} x JOIN entry_in_force xe ON xe.id = x.entry_id"
        f" WHERE x.{column} = e.root_id)"
    )
