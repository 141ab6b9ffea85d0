"""The board of a day whose brief is asked for: of one that has passed as it stood, but for what was moved since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.queries.bookings import days_now
from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import OpenItem, OpenKind, TeamFacts
from oversight_tui.practice.morning import build_board
from oversight_tui.services.board import read_team

if TYPE_CHECKING:
    from db.engine import Store

_HAS_ITS_DAY: frozenset[OpenKind] = frozenset({"booking", "session_planned", "handover_planned"})


def load_day(store: Store, on: date, teams: Sequence[str] = (), *, all_teams: bool = False) -> Board:
    """The board, in which nothing is booked or planned for that day which is known to be for another day now. Where it
    is asked what had been recorded by a day, that alone is known.
    """
    with store.reading(often=True):
        facts, policy = read_team(store, on, teams, all_teams)
        if facts.then is not None and store.recorded_by is None:
            facts = _without_what_moved(store, facts, on)
    return build_board(facts, policy, on)


def _without_what_moved(store: Store, facts: TeamFacts, on: date) -> TeamFacts:
    def is_of_the_day(item: OpenItem) -> bool:
        return item.kind in _HAS_ITS_DAY and item.due_on == on

    days = days_now(store, [item.id for item in facts.open_items if is_of_the_day(item)])
    stays = tuple(item for item in facts.open_items if not is_of_the_day(item) or days.get(item.id, on) == on)
    return facts.__replace__(open_items=stays)
