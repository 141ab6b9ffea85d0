"""What was true of a team at the end of a month, and what happened in it: from the records, as they stand today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from oversight_tui.practice.sight.flows import Move
    from oversight_tui.practice.sight.values import Share, TeamSight

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


class SessionsOfMonth(Struct, frozen=True):
    """The one-to-ones of a team in a month: held, without those cut short that do not count; and cancelled, of those
    that were planned for a day in it.
    """

    held: int = 0
    cancelled: int = 0


def month_of(sight: TeamSight, last_day: date, sessions: SessionsOfMonth, moves: Iterable[Move]) -> MonthFigures:
    """A month from the team's sight on its last day, as it stood, and from what happened in it; `moves` are the team's
    of that month.
    """
    kinds = [move.kind for move in moves]
    supervised, discussed, visited = (_n_of_n(sight.shares[key]) for key in ("supervised", "discussed", "visited"))
    return MonthFigures(
        last_day=last_day,
        workers=sight.count("workers"),
        fte=sight.fte,
        children=sight.count("children"),
        carrying=sight.carrying,
        unallocated=sight.count("unallocated"),
        supervised=supervised[0],
        supervised_of=supervised[1],
        discussed=discussed[0],
        discussed_of=discussed[1],
        visited=visited[0],
        visited_of=visited[1],
        worries_open=sight.count("worries_open"),
        worries_review_late=sight.count("worries_review_late"),
        actions_late=sight.count("actions_late"),
        decisions_without_because=sight.count("decisions_without_because"),
        escalations_unanswered=sight.count("escalations_unanswered"),
        held=sessions.held,
        cancelled=sessions.cancelled,
        new=kinds.count("new"),
        closed=kinds.count("closed"),
        transferred_in=kinds.count("transferred_in"),
        transferred_out=kinds.count("transferred_out"),
    )


def _n_of_n(share: Share) -> tuple[int, int]:
    return share.in_time, share.of


def month_ends(today: date, number: int = MONTHS) -> Iterator[date]:
    """The last days of the last months that are over, oldest first. A month is over when its last day is."""
    ends = []
    first = today.replace(day=1)
    for _ in range(number):
        ends.append(first - timedelta(days=1))
        first = ends[-1].replace(day=1)
    return reversed(ends)
