"""Which children a team has held, and who held each of them when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from db.derived.live import Live, by_child, live
from db.question import batched, places
from oversight_tui.practice import records
from oversight_tui.practice.holdings import HeldChild, Holding
from oversight_tui.practice.ids import ChildId, TeamId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store

_DAY = timedelta(days=1)


def children_held(store: Store, teams: Sequence[TeamId] | None, workers: Sequence[WorkerId]) -> list[HeldChild]:
    """Every child who was ever held in these teams, or by these workers; in any team where `teams` is None. Asked
    inside a transaction.
    """
    references: dict[ChildId, str] = {}
    for where, ids in _ever_held(teams, workers):
        references |= dict(
            store.rows(
                "SELECT DISTINCT c.id, c.reference FROM allocation a JOIN entry_in_force e ON e.id = a.entry_id"
                f" JOIN child c ON c.id = e.child_id WHERE e.kind = 'allocation'{where}",
                ids,
            )
        )
    found: list[HeldChild] = []
    for some in batched(list(references)):
        given = by_child(live(store, "child_id", some, records.Allocation))
        ends = by_child(live(store, "child_id", some, records.AllocationEnd))
        found += [HeldChild(one, references[one], tuple(_holdings(given[one], ends[one]))) for one in some]
    return found


def _ever_held(teams: Sequence[TeamId] | None, workers: Sequence[WorkerId]) -> Iterator[tuple[str, Sequence[int]]]:
    if teams is None:
        yield "", ()
        return
    for column, ids in (("team_id", teams), ("allocated_worker_id", workers)):
        for some in batched(ids):
            yield f" AND a.{column} IN ({places(some)})", some


def _holdings(
    given: Sequence[Live[records.Allocation]], ends: Sequence[Live[records.AllocationEnd]]
) -> Iterator[Holding]:
    """Each lead from their day to the day before the next one's, or to the end that was said of it."""
    leads = sorted((one for one in given if one.says.role == "lead"), key=lambda one: one.spine.order)
    theirs = {one.spine.entry for one in leads}
    over = [end.says.ends or end.says.seen_by or end.spine.order[0] for end in ends if end.says.allocation in theirs]
    following: list[Live[records.Allocation] | None] = [*leads[1:], None]
    for one, after in zip(leads, following, strict=True):
        began = one.spine.order[0]
        first = one.says.starts or one.says.seen_by or began
        days = [day for day in over if day >= began]
        if after is not None:
            days.append(max(_began(after) - _DAY, first))
        yield Holding(first, min(days, default=None), one.says.allocated_to, one.says.team)


def _began(one: Live[records.Allocation]) -> date:
    return one.says.starts or one.says.seen_by or one.spine.order[0]
