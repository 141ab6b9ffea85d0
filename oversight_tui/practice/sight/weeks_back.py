"""The weeks that are over, as far as they were counted, from the moves of children."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from oversight_tui.practice.sight.flows import Move
from oversight_tui.practice.sight.projecting import WEEKS_BACK, WeekFlow

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


def first_week_back(today: date) -> date:
    """The first day of the oldest week that is looked at; the newest ends the day before today."""
    return today - WEEKS_BACK * _WEEK


def weeks_back(moves: Sequence[Move], begun: date | None, today: date) -> tuple[WeekFlow, ...]:
    """The last weeks of one team, oldest first, by its moves in them. A week counts once it lies after the day on which
    the team's record began: the first list of it; where none came, its first move here.
    """
    if begun is None:
        begun = min((move.on for move in moves), default=None)
    found = []
    for number in range(WEEKS_BACK):
        first = first_week_back(today) + number * _WEEK
        last = first + 6 * _DAY
        if begun is None or first <= begun:
            continue
        kinds = Counter(move.kind for move in moves if first <= move.on <= last)
        flow = WeekFlow(first, last, kinds["new"], kinds["closed"], kinds["transferred_in"], kinds["transferred_out"])
        found.append(flow)
    return tuple(found)
