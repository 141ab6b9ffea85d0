"""What was true of a team at the end of a month, and what happened in it: from the records, as they stand today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

MONTHS = 13  # a year and the month it is held against


class MonthFigures(Struct, frozen=True):
    """One month, by its last day. `held`, `cancelled`, `new`, `closed`, `transferred_in` and `transferred_out` are of
    the month; everything else stood so at its end. n of n: `supervised` of `supervised_of` in time, and the like.
    `fte` is None where no worker's was known; `carrying` is the number of children with workers whose FTE is known.
    """

    last_day: date
    workers: int
    fte: float | None
    children: int
    carrying: int
    unallocated: int
    supervised: int
    supervised_of: int
    discussed: int
    discussed_of: int
    visited: int
    visited_of: int
    worries_open: int
    worries_review_late: int
    actions_late: int
    decisions_without_because: int
    escalations_unanswered: int
    held: int
    cancelled: int
    new: int
    closed: int
    transferred_in: int
    transferred_out: int

    @property
    def month(self) -> str:
        """The month as `2026-06`."""
        return f"{self.last_day:%Y-%m}"

    @property
    def per_fte(self) -> float | None:
        """Children per full-time equivalent."""
        return self.carrying / self.fte if self.fte else None


def month_ends(today: date, number: int = MONTHS) -> Iterator[date]:
    """The last days of the last months that are over, oldest first; today's own where today is one."""
    ends = []
    first = (today + timedelta(days=1)).replace(day=1)
    for _ in range(number):
        ends.append(first - timedelta(days=1))
        first = ends[-1].replace(day=1)
    return reversed(ends)
