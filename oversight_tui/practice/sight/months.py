"""What was true of a team at the end of a month, and what happened in it: from the records, as they stand today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import DecodeError, Struct, json

MONTHS = 13  # a year and the month it is held against
COUNTED = 1  # how the figures are counted: one more whenever any of them is to be counted otherwise


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


class KeptFigures(Struct, frozen=True):
    """What is kept of a month: its figures, and how they were counted."""

    counted: int
    figures: MonthFigures


class _Counted(Struct, frozen=True):
    """Only how the figures were counted."""

    counted: int


def as_kept(figures: MonthFigures) -> str:
    """The figures of a month as they are kept: JSON."""
    return json.encode(KeptFigures(COUNTED, figures)).decode()


def from_kept(text: str, last_day: date) -> MonthFigures | None:
    """The figures that are kept of the month that ends on a day; None where they were counted otherwise than now, or
    are none of ours.
    """
    try:
        kept = json.decode(text, type=KeptFigures)
    except DecodeError:
        return None
    return kept.figures if kept.counted == COUNTED and kept.figures.last_day == last_day else None


def is_ours(text: str, last_day: date) -> bool:
    """Whether this program, or a version that counted otherwise, may have kept this of the month that ends on a day."""
    try:
        counted = json.decode(text, type=_Counted).counted
    except DecodeError:
        return False
    is_month_end = (last_day + timedelta(days=1)).day == 1
    return is_month_end and (counted != COUNTED or from_kept(text, last_day) is not None)


def month_ends(today: date, number: int = MONTHS) -> Iterator[date]:
    """The last days of the last months that are over, oldest first. A month is over when its last day is."""
    ends = []
    first = today.replace(day=1)
    for _ in range(number):
        ends.append(first - timedelta(days=1))
        first = ends[-1].replace(day=1)
    return reversed(ends)
