"""Visits that are late, with every attempt that was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.attempts import attempts_to_see
from oversight_tui.practice.board import Board
from oversight_tui.practice.visit_reasons import LateVisit, late_visits

if TYPE_CHECKING:
    from db.engine import Store


def with_attempts(store: Store, board: Board) -> Board:
    """A board that says how often it was tried to see each child whose visit is late."""
    late = visits_late(store, board) if any(row.kind == "visit" for row in board.attention) else ()
    return board.__replace__(tried={one.child.id: len(one.attempts) for one in late})


def visits_late(store: Store, board: Board) -> tuple[LateVisit, ...]:
    """Those of a board, in the order of its morning list."""
    late = [row.child_id for row in board.attention if row.kind == "visit" and row.child_id is not None]
    with store.reading():
        return late_visits(board, attempts_to_see(store, late))
