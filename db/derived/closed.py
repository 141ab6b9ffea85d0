"""A child whom a list has closed: on which day, by whom they were held last, and whether anything is open still."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.derived.live import Live, by_child, live
from db.derived.rows import Row
from db.question import places
from oversight_tui.practice import records
from oversight_tui.practice.child_dates import IN_HAND_UNTIL, ChildDateWhat
from oversight_tui.practice.ids import ChildId

if TYPE_CHECKING:
    from db.engine import Store


# What was booked waits for nobody once its day has passed, but for a visit, of which it is to be said what became.
_WAITS = " AND (kind <> 'booking' OR which = 'visit')"


def still_open_of(store: Store, ids: Sequence[ChildId]) -> set[ChildId]:
    """Those of these children of whom something waits for somebody, or began and was not ended.

    What waits is read from what is worked out of it: that is done before the children are.
    """
    if not ids:
        return set()
    rows = store.rows(f"SELECT DISTINCT child_id FROM open_item WHERE child_id IN ({places(ids)}){_WAITS}", ids)
    dates = by_child(live(store, "child_id", ids, records.ChildDate))
    return {row[0] for row in rows} | {child for child in ids if _in_hand(dates[child])}


def closed_on(ends: Sequence[Live[records.AllocationEnd]], extracts: Sequence[Live[records.ExtractRow]]) -> date | None:
    """The day of the closing: as the list tells it, else that of the list; None where no list tells of one."""
    newest = max(ends, key=lambda one: one.spine.order, default=None)
    if newest is not None:
        return newest.says.ends or newest.says.seen_by or newest.spine.on
    return extracts[-1].spine.on if extracts else None


def last_lead(allocations: Sequence[Live[records.Allocation]]) -> records.Allocation | None:
    """Who was given the child last; None where nobody ever was."""
    leads = [one for one in allocations if one.says.role == "lead"]
    newest = max(leads, key=lambda one: one.spine.order, default=None)
    return newest.says if newest is not None else None


def last_holder(allocations: Sequence[Live[records.Allocation]]) -> Row:
    """The worker and the team that a child had last."""
    last = last_lead(allocations)
    return {"worker": last.allocated_to, "team": last.team} if last is not None else {}


def _in_hand(dates: Sequence[Live[records.ChildDate]]) -> bool:
    """Whether anything of these began that nothing has ended since; of one day what was typed last comes after."""
    last: dict[ChildDateWhat, int] = {}
    for place, one in enumerate(sorted(dates, key=lambda each: (each.says.day or date.min, each.spine.entry))):
        last[one.says.what] = place
    return any(
        begun in last and all(last.get(end, -1) < last[begun] for end in ends) for begun, ends in IN_HAND_UNTIL.items()
    )
