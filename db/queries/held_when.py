"""Who has held each child, as the store has it, for comparison with a file that knows the true days."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from db.derived.live import Live, by_child, live
from db.question import batched
from oversight_tui.practice import records
from oversight_tui.practice.changes import KnownHolding
from oversight_tui.practice.ids import ChildId

if TYPE_CHECKING:
    from db.engine import Store


def known_holdings(store: Store, children: Collection[ChildId]) -> dict[ChildId, tuple[KnownHolding, ...]]:
    """Every time one of these children was held, oldest first. What a list brought has the day of that list."""
    found: dict[ChildId, tuple[KnownHolding, ...]] = {}
    for some in batched(children):
        given = by_child(live(store, "child_id", some, records.Allocation, " AND d.role = 'lead'"))
        ended = by_child(live(store, "child_id", some, records.AllocationEnd))
        found.update({child: _of_child(given[child], ended[child]) for child in some if child in given})
    return found


def first_referred_on(store: Store, child: ChildId) -> date | None:
    """The day of the first referral about a child, None where there is none."""
    return min(
        (one.spine.on for one in live(store, "child_id", [child], records.Referral) if one.spine.on), default=None
    )


def _of_child(
    given: Sequence[Live[records.Allocation]], ended: Sequence[Live[records.AllocationEnd]]
) -> tuple[KnownHolding, ...]:
    ends = {one.says.allocation: one for one in ended}
    overtaken = [one.spine.order[0] for one in given[1:]]
    return tuple(
        KnownHolding(
            entry=one.spine.entry,
            worker_id=one.says.allocated_to,
            on=one.spine.order[0],
            starts=one.says.starts,
            by_hand=one.says.seen_by is None,
            end=end.spine.entry if (end := ends.get(one.spine.entry)) else None,
            ended_on=(end.says.ends or end.says.seen_by or end.spine.order[0]) if end else following,
            true_end=end.says.ends if end else None,
            end_by_hand=end is not None and end.says.seen_by is None,
        )
        for one, following in zip_longest(given, overtaken)
    )
