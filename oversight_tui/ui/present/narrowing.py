"""What a pane can be narrowed to, and which rows those are: exactly the ones that the number which opens them counts.

A value that knows no widget; asked again of each newer board.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, Protocol

from msgspec import Struct

from oversight_tui.practice.board import AttentionRow, Board
from oversight_tui.practice.ids import WorkerId
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import View, attention_key, cannot_wait, in_view

PaneName = Literal["today", "team", "worries", "talks", "caseload"]
CountedRisk = Literal["high", "medium", "low", "unrated"]
# What a number in a worker's row may be the number of.
Counted = Literal["children", "late", "worries"] | CountedRisk
# Which ratings each number of the risk mix counts.
RISKS_COUNTED: Mapping[CountedRisk, Collection[str | None]] = {
    "high": ("high", "very_high"),
    "medium": ("medium",),
    "low": ("low",),
    "unrated": (None,),
}


class Narrowing(Protocol):
    """Some rows of one pane."""

    @property
    def pane(self) -> PaneName:
        """Which pane."""

    def keys(self, board: Board) -> Collection[str]:
        """The keys of the rows."""

    def words(self, board: Board, names: Names) -> str:
        """What they are, for the title."""


class OnlyInView(Struct, frozen=True):
    """What is urgent on the morning list, or in one state."""

    view: View
    pane: PaneName = "today"

    def keys(self, board: Board) -> Collection[str]:
        """The keys of the rows."""
        return _keys(row for row in board.attention if in_view(row, self.view))

    def words(self, board: Board, names: Names) -> str:
        """What they are."""
        return self.view


class OnlyOfWorker(Struct, frozen=True):
    """The lines of the morning list of one worker: all of them, or those that cannot wait."""

    worker_id: WorkerId
    late: bool = False
    pane: PaneName = "today"

    def keys(self, board: Board) -> Collection[str]:
        """The keys of the rows."""
        theirs = board.attention_of_worker(self.worker_id)
        return _keys(row for row in theirs if not self.late or (cannot_wait(row) and not row.decided_today))

    def words(self, board: Board, names: Names) -> str:
        """What they are."""
        return (
            f"urgent or late for {_who(self.worker_id, board, names)}"
            if self.late
            else _who(self.worker_id, board, names)
        )


class OnlyHeldBy(Struct, frozen=True):
    """All children of one worker, which is the whole caseload."""

    worker_id: WorkerId
    pane: PaneName = "caseload"

    def keys(self, board: Board) -> Collection[str]:
        """The keys of the rows."""
        return {key_of(row.child.id) for row in board.children_with(self.worker_id)}

    def words(self, board: Board, names: Names) -> str:
        """Nothing: the pane says whose caseload it is."""
        return ""


class OnlyAtRisk(Struct, frozen=True):
    """The children of a caseload whose risk is counted under this name."""

    worker_id: WorkerId
    risk: CountedRisk
    pane: PaneName = "caseload"

    def keys(self, board: Board) -> Collection[str]:
        """The keys of the rows."""
        counted = RISKS_COUNTED[self.risk]
        return {key_of(row.child.id) for row in board.children_with(self.worker_id) if row.child.risk in counted}

    def words(self, board: Board, names: Names) -> str:
        """What they are."""
        return "not rated" if self.risk == "unrated" else f"{self.risk} risk"


class OnlyWorriesOf(Struct, frozen=True):
    """The worries about the children of one worker."""

    worker_id: WorkerId
    pane: PaneName = "worries"

    def keys(self, board: Board) -> Collection[str]:
        """The keys of the rows."""
        return {key_of(row.item.id) for row in board.worries if row.child and row.child.worker_id == self.worker_id}

    def words(self, board: Board, names: Names) -> str:
        """What they are."""
        return _who(self.worker_id, board, names)


def opened_by(counted: Counted, worker_id: WorkerId) -> Narrowing:
    """The rows that a number in a worker's row counts."""
    if counted == "children":
        return OnlyHeldBy(worker_id)
    if counted == "late":
        return OnlyOfWorker(worker_id, late=True)
    return OnlyWorriesOf(worker_id) if counted == "worries" else OnlyAtRisk(worker_id, counted)


def _keys(rows: Iterable[AttentionRow]) -> frozenset[str]:
    return frozenset(map(attention_key, rows))


def _who(worker_id: WorkerId, board: Board, names: Names) -> str:
    row = board.worker_row(worker_id)
    return names.worker(row.worker.name) if row is not None else ""
