"""Which children came to teams and left them between two days."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.derived.live import Live, by_child, live
from db.queries.first_lists import first_lists
from db.question import batched, places
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId, TeamId
from oversight_tui.practice.sight.flows import Move, Turn, moves_of

if TYPE_CHECKING:
    from db.engine import Store


def moves(store: Store, teams: Collection[TeamId] | None, first: date, last: date) -> list[Move]:
    """The moves into these teams and out of them, of every team where None, between two days, both included; by day.

    Asked inside a transaction. What it costs follows from how many children were given or ended in that time.
    """
    if teams is not None and not teams:
        return []
    found: list[Move] = []
    begun = first_lists(store, teams)
    for some in batched(_touched(store, teams, first, last)):
        given = by_child(live(store, "child_id", some, records.Allocation, " AND d.role = 'lead'"))
        ended = by_child(live(store, "child_id", some, records.AllocationEnd))
        for child in some:
            found += moves_of(child, turns_of(given[child], ended[child], begun), first, last)
    return sorted((one for one in found if teams is None or one.team in teams), key=_order)


def turns_of(
    leads: Sequence[Live[records.Allocation]],
    ends: Sequence[Live[records.AllocationEnd]],
    begun: Mapping[TeamId, date],
) -> list[Turn]:
    """Who held a child, turn after turn. `leads` have the role of a lead; `begun` is when the first list of each team
    was.
    """
    theirs = {one.spine.entry for one in leads}
    turns = [(one.spine.order, _given(one, begun)) for one in leads]
    turns += [(end.spine.order, Turn(end.spine.order[0], held=False)) for end in ends if end.says.allocation in theirs]
    return [turn for _, turn in sorted(turns, key=lambda each: each[0])]


def _given(one: Live[records.Allocation], begun: Mapping[TeamId, date]) -> Turn:
    on, team = one.spine.order[0], one.says.team
    first_list = begun.get(team) if team is not None and one.says.seen_by is not None else None
    return Turn(on, held=True, team=team, with_first_list=first_list is not None and on <= first_list)


def _touched(store: Store, teams: Collection[TeamId] | None, first: date, last: date) -> list[ChildId]:
    """The children who were given to somebody in these days, or ended with somebody, and were ever with such a team."""
    ids = sorted(teams) if teams is not None else []
    theirs = (
        " AND EXISTS (SELECT 1 FROM entry o JOIN allocation a ON a.entry_id = o.id"
        f" WHERE o.child_id = e.child_id AND o.kind = 'allocation' AND a.team_id IN ({places(ids)}))"
    )
    rows = store.rows(
        "SELECT DISTINCT e.child_id FROM entry_in_force e WHERE e.kind IN ('allocation', 'allocation_end')"
        f" AND e.happened_on BETWEEN ? AND ?{'' if teams is None else theirs}",
        (first.isoformat(), last.isoformat(), *ids),
    )
    return [row[0] for row in rows if row[0] is not None]


def _order(move: Move) -> tuple[date, ChildId, str]:
    return move.on, move.child, move.kind
