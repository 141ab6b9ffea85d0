"""A month of a team, made of the team's sight on its last day and of what happened in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from oversight_tui.practice.sight.flows import Move
from oversight_tui.practice.sight.months import MonthFigures
from oversight_tui.practice.sight.values import Share, TeamSight


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
