"""Worries raised, looked at again, closed."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.requests.base import Request, Scales


class WorryRequest(Request, frozen=True):
    """A worry about a child. `severity` is 1 (least) to 5 (most)."""

    child_id: ChildId
    text: str
    on: date
    who: str | None = None
    if_nothing_changes: str | None = None
    severity: int | None = None
    owner: str | None = None
    review_on: date | None = None
    scales: Scales = ()
    sensitive: bool = False


class ReviewWorry(Request, frozen=True):
    """A worry looked at again, and the day of the next review."""

    worry: EntryId
    next_on: date
    on: date
    because: str | None = None
    scales: Scales = ()

    @property
    def upon(self) -> EntryId:
        """The worry."""
        return self.worry


class CloseWorry(Request, frozen=True):
    """A worry closed, with the reason."""

    worry: EntryId
    because: str
    on: date

    @property
    def upon(self) -> EntryId:
        """The worry."""
        return self.worry
