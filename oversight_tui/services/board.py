"""One refresh of everything: the store's facts, the policy in force and the day, into a board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from db import queries
from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import Manager
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT, Policy, parse_policy
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store


class NoSuchTeam(PlainProblem):
    """A team was named that the store does not have; the text lists those it has."""


def load_board(store: Store, today: date, teams: Sequence[str] = ()) -> Board:
    """The board of the named teams (none named: the whole authority), read in one transaction.

    A team is named in any spelling that has the same letters. Raises NoSuchTeam.
    """
    with store.reading():
        known = {match_key(name): name for name in queries.team_names(store).values()}
        for name in teams:
            if match_key(name) not in known:
                have = ", ".join(known.values()) or "none yet: import a list first"
                raise NoSuchTeam(f"There is no team '{name}' in this store. It has {have}.")
        kept = queries.setting(store, "manager")
        manager = Manager(kept["name"], True) if kept else None
        facts = queries.team_facts(store, [known[match_key(name)] for name in teams], today, manager)
        policy = _parsed(queries.newest_policy(store))
    return build_board(facts, policy, today)


@lru_cache(maxsize=2)
def _parsed(text: str | None) -> Policy:
    return DEFAULT if text is None else parse_policy(text)
