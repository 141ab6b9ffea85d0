"""What line of sight is worked out from: the facts of a board, and whom its workers hold besides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from db.queries.board import team_facts
from db.queries.sight import held_besides
from oversight_tui.practice.facts import Manager, TeamFacts
from oversight_tui.practice.ids import TeamId
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.pages import Whose


def sight_facts(store: Store, chosen: Mapping[TeamId, str] | None, today: date, mine: Whose) -> TeamFacts:
    """The facts of a board of these teams (names by id), of every team where None, with the children whom these workers
    hold in other teams. Asked inside a transaction.
    """
    manager = Manager(mine.name, mine.confirmed, teams=mine.teams)
    key = match_key(mine.name) if mine.confirmed else None
    facts = team_facts(store, chosen, today, manager, key, for_a_board=False)
    if chosen is None:
        return facts
    known = {child.id for child in facts.children}
    besides = held_besides(store, [worker.id for worker in facts.workers], known)
    return facts.__replace__(children=(*facts.children, *besides))
