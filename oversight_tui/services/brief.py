"""The page for whoever stands in: for a worker their children, for the manager the whole board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from db.queries.single import worker_facts
from oversight_tui.practice.brief import Brief, brief
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.services.board import read_team
from oversight_tui.services.find import NotInStore
from oversight_tui.services.policy import policy_in_force

if TYPE_CHECKING:
    from db.engine import Store

# Local: how far the page looks ahead where nobody said how long it lasts.
LASTS = timedelta(days=14)


def brief_for(
    store: Store,
    worker_id: WorkerId,
    today: date,
    teams: Sequence[str] = (),
    *,
    all_teams: bool = False,
    first: date | None = None,
    last: date | None = None,
) -> Brief:
    """What is open with a worker's children, or with the teams where it is the manager. Raises NotInStore.

    The days are those asked for, else the cover's, else the absence's, else the next two weeks.
    """
    with store.reading():
        facts, policy = read_team(store, today, teams, all_teams)
        manager = facts.manager.worker if facts.manager is not None else None
        if manager is None or manager.id != worker_id:
            own = worker_facts(store, worker_id, today)
            if own is None:
                raise NotInStore("worker")
            facts, policy = own, policy_in_force(store)
    board = build_board(facts, policy, today)
    away = board.worker_row(worker_id)
    assert away is not None
    cover = next((one for one in facts.covers if one.worker_id == away.worker.id), None)
    starts = first or (cover.first_day if cover else away.absence.first_day if away.absence else today)
    ends = last or (cover.last_day if cover else None) or (away.absence.last_day if away.absence else None)
    return brief(board, away, facts.open_items, starts, ends or max(today, starts) + LASTS)
