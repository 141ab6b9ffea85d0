"""A child who is not in the latest list, and how lists showed a child last."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.derived.live import live
from db.reading import read_as
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId

if TYPE_CHECKING:
    from db.engine import Store

_SINCE = "SELECT n.missing_since FROM child_now n WHERE n.child_id = ? AND n.open = ? AND n.missing_since IS NOT NULL"


class _Since(Struct, frozen=True):
    """Since which list a child is missing."""

    missing_since: date


class MissingChild(Struct, frozen=True):
    """The day of the list that left the child out first, the day on which the last thing known of where they stand
    began here, and how the newest list that had them showed them, as it is kept.
    """

    since: date
    last_began: date
    content: str | None


def missing_child(store: Store, child: ChildId) -> MissingChild | None:
    """An open child whom the latest list leaves out and of whom nothing was said yet; None of any other."""
    found = read_as(_Since, _Since.__struct_fields__, store.rows(_SINCE, (child, True)))
    if not found:
        return None
    since, shown = found[0].missing_since, shown_last(store, child)
    return MissingChild(since, max(since, shown.began or since), shown.content)


class ShownLast(Struct, frozen=True):
    """The day on which the last thing known of where a child stands began here, None where no day is known, and how the
    newest list that had them showed them, as it is kept; None where no list ever did.
    """

    began: date | None
    content: str | None


def shown_last(store: Store, child: ChildId) -> ShownLast:
    """Where a child stands before somebody closes them by hand."""
    allocations = live(store, "child_id", [child], records.Allocation)
    statuses = live(store, "child_id", [child], records.StatusEpisode)
    extracts = live(store, "child_id", [child], records.ExtractRow)
    began = [one.spine for one in allocations] + [one.spine for one in statuses]
    last_began = max((one.on for one in began if one.on is not None), default=None)
    return ShownLast(last_began, extracts[-1].says.content if extracts else None)
