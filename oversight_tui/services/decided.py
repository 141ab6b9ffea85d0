"""Decisions about the children of a board, as a list, and handed out as text. The journal says what was handed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from db import writes
from db.queries.decided import decisions_about
from oversight_tui.practice.board import Board
from oversight_tui.practice.decided import Decided, Narrowed, narrowed
from oversight_tui.practice.decided_told import told
from oversight_tui.services.copying import COPIED
from oversight_tui.services.identity import author

if TYPE_CHECKING:
    from db.engine import Store


def decisions(store: Store, board: Board, to: Narrowed) -> tuple[Decided, ...]:
    """Those that a list is narrowed to, the newest first."""
    children = {row.child.id: row.child for row in (*board.children, *board.closed)}
    workers = {row.worker.id: row.worker.name for row in board.everybody}
    with store.reading():
        return narrowed(decisions_about(store, children, workers), to)


def decisions_as_text(store: Store, shown: Sequence[Decided], of: int, kinds: Mapping[str, str]) -> str:
    """Those that are shown of so many, as text to be handed to somebody."""
    with store.writing():
        for one in shown:
            writes.note_opened(store, COPIED, {"child": one.child_id, "entry": one.entry_id}, author(store))
    return "\n".join(told(shown, of, kinds)) + "\n"
