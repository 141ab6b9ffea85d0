"""Allocations with their true days, as a file tells them that knows more than the day of a list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.derived.live import live
from db.recording import Origin, Recording
from oversight_tui.practice import records
from oversight_tui.practice.changes import ChildChange, HeldBefore, TrueDays
from oversight_tui.practice.ids import ChildId, TeamId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store


def day_of_allocation(store: Store, child: ChildId, change: ChildChange, as_at: date) -> date:
    """The day from which the new holder has the child in the order of things: the true one, or that of the list where
    anything here is of a later day, since whoever was given the child last is who holds the child.
    """
    starts = change.allocation.starts if change.allocation is not None else None
    if starts is None or starts > as_at:
        return as_at
    given = live(store, "child_id", [child], records.Allocation)
    ended = live(store, "child_id", [child], records.AllocationEnd)
    days = [one.spine.order[0] for one in given] + [one.spine.order[0] for one in ended]
    days += [one.ends for one in change.held_before]
    return starts if all(day <= starts for day in days) else as_at


def held_before(
    event: Recording,
    child: ChildId,
    former: HeldBefore,
    holder: WorkerId,
    team: TeamId | None,
    as_at: date,
    origin: Origin,
) -> None:
    """A former holder from the first day to the last."""
    given = records.Allocation(holder, team, starts=former.starts, seen_by=as_at)
    entry = event.add(given, child=child, on=former.starts, origin=origin)
    end = records.AllocationEnd(entry, former.ends, as_at, former.because)
    event.add(end, child=child, on=former.ends, origin=origin)


def corrected(
    store: Store, event: Recording, child: ChildId, days: TrueDays, team: TeamId | None, origin: Origin
) -> None:
    """A newer version of an allocation, and of its end, that says its true days; its place in the order stays. `team`
    None leaves its team.
    """
    for given in live(store, "child_id", [child], records.Allocation):
        if given.spine.entry == days.allocation and (days.starts is not None or team is not None):
            starts = days.starts or given.says.starts
            newer = given.says.__replace__(starts=starts, team=team or given.says.team)
            event.add(newer, child=child, on=given.spine.on, origin=origin, corrects=given.spine.entry)
    for end in live(store, "child_id", [child], records.AllocationEnd):
        if end.spine.entry == days.end and days.ends is not None:
            true_end = end.says.__replace__(ends=days.ends, reason=days.because or end.says.reason)
            event.add(true_end, child=child, on=end.spine.on, origin=origin, corrects=end.spine.entry)
