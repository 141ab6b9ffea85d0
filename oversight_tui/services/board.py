"""One refresh of everything: the store's facts, the policy in force and the day, into a board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.queries.board import team_facts
from oversight_tui.practice.ahead import AheadRow, falls_due
from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import Manager, TeamFacts
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import Policy
from oversight_tui.services.identity import teams_named, whose
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.then import as_it_stood
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store


def load_board(store: Store, today: date, teams: Sequence[str] = (), *, all_teams: bool = False) -> Board:
    """The board of the named teams, read in one transaction.

    With none named, of the teams that were said to be the manager's; with `all_teams` or none said, of the whole
    authority. A team is named in any spelling that has the same letters. Raises NoSuchTeam.
    """
    with store.reading():
        facts, policy = read_team(store, today, teams, all_teams)
    return build_board(facts, policy, today)


def load_ahead(
    store: Store, today: date, days: int, teams: Sequence[str] = (), *, all_teams: bool = False
) -> tuple[Board, tuple[AheadRow, ...]]:
    """The board, and what of it falls due after today and within `days` days, earliest first."""
    with store.reading():
        facts, policy = read_team(store, today, teams, all_teams)
    board = build_board(facts, policy, today)
    return board, falls_due(board, facts.open_items, days)


def read_team(store: Store, today: date, teams: Sequence[str], all_teams: bool) -> tuple[TeamFacts, Policy]:
    """What `load_board` builds a board of. Asked inside one read transaction."""
    mine = whose(store)
    chosen = None if all_teams else teams_named(store, teams or mine.teams)
    manager = Manager(mine.name, mine.confirmed, teams=mine.teams)
    key = match_key(mine.name) if mine.confirmed else None
    with as_it_stood(store, today, chosen or None, (key,) if key else ()):
        return team_facts(store, chosen or None, today, manager, key), policy_in_force(store)
