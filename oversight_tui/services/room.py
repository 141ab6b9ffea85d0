"""Who has room for children, among the workers of the teams that are shown."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.room import Room, room_for
from oversight_tui.services.board import load_board
from oversight_tui.services.policy import policy_in_force

if TYPE_CHECKING:
    from db.engine import Store


def who_has_room(
    store: Store, children: Collection[ChildId], today: date, teams: tuple[str, ...], *, all_teams: bool
) -> tuple[Room, ...]:
    """Everybody who could be given these children, those with room first."""
    return room_for(load_board(store, today, teams, all_teams=all_teams), children, policy_in_force(store))
