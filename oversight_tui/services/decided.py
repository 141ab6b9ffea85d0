"""Decisions about the children of a board, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.decided import decisions_about
from oversight_tui.practice.board import Board
from oversight_tui.practice.decided import Decided, Narrowed, narrowed

if TYPE_CHECKING:
    from db.engine import Store


def decisions(store: Store, board: Board, to: Narrowed) -> tuple[Decided, ...]:
    """Those that a list is narrowed to, the newest first."""
    children = {row.child.id: row.child for row in (*board.children, *board.closed)}
    workers = {row.worker.id: row.worker.name for row in board.everybody}
    with store.reading():
        return narrowed(decisions_about(store, children, workers), to)
