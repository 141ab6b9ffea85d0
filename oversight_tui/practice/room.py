"""Who has room for a child: what each worker holds and carries, their hours, whether they are protected as newly
qualified, when they are away or leave, and whose brothers and sisters they hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from msgspec import Struct

from oversight_tui.practice.board import Board, ChildRow, WorkerRow
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.sight.caseloads import held_by, load_of
from oversight_tui.words.dates import near_day


class Room(Struct, frozen=True):
    """One worker who could be given a child. `points` are of the authority's own scheme, None where it has none;
    `percent` is of a full caseload for their hours, None where these are not known; `protected_percent` is the share of
    it that is a newly qualified worker's, None for everybody else. `away_until` is the last day of an absence of today,
    `away` alone where that is not known. `siblings` are references of children of the same family whom
    they hold, `to_come` the handovers to them that are planned.
    """

    worker_id: WorkerId
    name: str
    children: int
    points: float | None
    percent: float | None
    fte: float | None
    protected_percent: int | None
    away: bool
    away_until: date | None
    leaves: date | None
    siblings: tuple[str, ...] = ()
    to_come: int = 0

    @property
    def order(self) -> tuple[bool, bool, float, int, str]:
        """Who comes first: who holds brothers or sisters, then who is here and carries least of a full caseload."""
        return (
            not self.siblings,
            self.away,
            self.percent if self.percent is not None else 999.0,
            self.children,
            self.name,
        )

    def besides(self, today: date) -> Iterator[str]:
        """What else is to be known, in few words each."""
        if self.siblings:
            yield f"has {', '.join(self.siblings)}"
        if self.away:
            yield f"away to {near_day(self.away_until, today)}" if self.away_until else "away"
        if self.leaves is not None:
            yield f"leaves {near_day(self.leaves, today)}"
        if self.protected_percent is not None:
            yield f"newly qualified {self.protected_percent}%"
        if self.to_come:
            yield f"{self.to_come} to come"


def room_for(board: Board, children: Collection[ChildId], policy: Policy) -> tuple[Room, ...]:
    """Everybody of the team who is here and does not hold all of these children already, those with room first."""
    given = [known for child in children if (known := board.child_row(child)) is not None]
    held = held_by(row.child for row in board.children)
    coming: dict[WorkerId, int] = {}
    for item in board.open_items:
        if item.kind == "handover_planned" and item.owner_id is not None:
            coming[item.owner_id] = coming.get(item.owner_id, 0) + 1
    found = []
    for row in board.workers:
        worker = row.worker
        if worker.has_left(board.as_of) or (given and all(one.child.worker_id == worker.id for one in given)):
            continue
        load = load_of(worker, held.get(worker.id, ()), policy, board.as_of)
        found.append(
            Room(
                worker_id=worker.id,
                name=worker.name,
                children=load.children,
                points=load.points,
                percent=load.percent,
                fte=worker.fte,
                protected_percent=policy.sight["newly_qualified_percent"] if row.newly_qualified else None,
                away=_is_away(row, board.as_of),
                away_until=row.absence.last_day if row.absence is not None else None,
                leaves=worker.leaves,
                siblings=_siblings(board, worker.id, given),
                to_come=coming.get(worker.id, 0),
            )
        )
    return tuple(sorted(found, key=lambda one: one.order))


def _is_away(row: WorkerRow, today: date) -> bool:
    return row.absence is not None or not row.worker.has_begun(today)


def _siblings(board: Board, worker: WorkerId, given: Collection[ChildRow]) -> tuple[str, ...]:
    families = {row.child.family for row in given if row.child.family is not None}
    own = {row.child.id for row in given}
    return tuple(
        row.child.reference
        for row in board.children_with(worker)
        if row.child.family in families and row.child.id not in own
    )
