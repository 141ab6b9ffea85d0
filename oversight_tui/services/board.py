"""One refresh of everything: the store's facts, the policy in force and the day, into a board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.board import team_facts
from oversight_tui.practice.ahead import AheadRow, falls_due
from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import Manager, TeamFacts
from oversight_tui.practice.ids import TeamId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import Policy
from oversight_tui.services.identity import teams_named, whose
from oversight_tui.services.login import refuse_who_sees_no_team
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
    with store.reading(often=True):
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
    """What `load_board` builds a board of, as it stood on that day. Asked inside one transaction."""
    with team_as_it_stood(store, today, teams, all_teams) as read:
        return read


@contextmanager
def team_as_it_stood(
    store: Store, today: date, teams: Sequence[str], all_teams: bool
) -> Iterator[tuple[TeamFacts, Policy]]:
    """The same, and inside the store says of these teams what had happened by that day."""
    asked = _asked(store, teams, all_teams)
    with as_it_stood(store, today, asked.chosen, (asked.key,) if asked.key else ()) as then:
        facts, policy = _read(store, today, asked)
        yield facts.__replace__(then=then), policy


def team_now(store: Store, today: date, teams: Sequence[str], all_teams: bool) -> tuple[TeamFacts, Policy]:
    """The same of all that is known now, whatever the day: for what goes out of the records, or changes them."""
    return _read(store, today, _asked(store, teams, all_teams))


class _Asked(Struct, frozen=True):
    """Which teams (every one where None), and whose board it is; the key of their name finds their own supervision."""

    chosen: Mapping[TeamId, str] | None
    manager: Manager
    key: str | None


def _asked(store: Store, teams: Sequence[str], all_teams: bool) -> _Asked:
    refuse_who_sees_no_team(store)
    mine = whose(store)
    chosen = None if all_teams else teams_named(store, teams or mine.teams)
    manager = Manager(mine.name, mine.confirmed, teams=mine.teams)
    return _Asked(chosen or None, manager, match_key(mine.name) if mine.confirmed else None)


def _read(store: Store, today: date, asked: _Asked) -> tuple[TeamFacts, Policy]:
    return team_facts(store, asked.chosen, today, asked.manager, asked.key), policy_in_force(store)
