"""The page for whoever stands in: for a worker their children, for the manager the whole board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from db.queries.away import people_named
from db.queries.covers import covers_from
from db.queries.single import worker_facts
from oversight_tui.practice.brief import Brief, brief
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.standing_in import absence_ahead
from oversight_tui.services.board import team_now
from oversight_tui.services.find import NotInStore
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.stood_in_for import stood_in_for
from oversight_tui.words.dates import long_day
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store

# Local: how far the page looks ahead where nobody said how long it lasts.
LASTS = timedelta(days=14)


class DaysTurnedRound(PlainProblem, ValueError):
    """The last day that is asked for is before the first."""


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
    """What is open with a worker's children, or with the teams where it is the manager. Raises NotInStore, and
    DaysTurnedRound.

    The days are those asked for, else all of the absence they are in or go into next, else the cover's, else the next
    two weeks.
    """
    with store.reading():
        facts, policy = team_now(store, today, teams, all_teams)
        manager = facts.manager.worker if facts.manager is not None else None
        if manager is None or manager.id != worker_id:
            own = worker_facts(store, worker_id, today)
            if own is None:
                raise NotInStore("worker")
            facts, policy = own, policy_in_force(store)
    board = build_board(facts, policy, today)
    away = board.worker_row(worker_id)
    assert away is not None
    absence = absence_ahead((one for one in facts.absences if one.worker_id == worker_id), today)
    cover = next((one for one in facts.covers if one.worker_id == worker_id), None)
    over = absence or cover
    starts = first or (over.first_day if over else today)
    if last is not None and last < starts:
        raise DaysTurnedRound(f"The last day, {long_day(last)}, is before the first, {long_day(starts)}.")
    known = over.last_day if over is not None and over.last_day is not None and over.last_day >= starts else None
    ends = last or known or max(today, starts) + LASTS
    with store.reading():
        covers = covers_from(store, worker_id, starts)
        people = people_named(store, [one.covered_by for one in covers])
        stood_in = tuple(stood_in_for(store, worker_id, max(starts, today), ends))
    return brief(board, away, facts.open_items, starts, ends, covers, people).__replace__(stood_in_for=stood_in)
