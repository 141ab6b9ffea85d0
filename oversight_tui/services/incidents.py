"""The serious incidents to the children of a board, as a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from db.queries.incidents import incidents_to
from oversight_tui.practice.board import Board
from oversight_tui.practice.incidents import SeriousIncident, in_order
from oversight_tui.practice.span import Span
from oversight_tui.services.policy import policy_in_force

if TYPE_CHECKING:
    from db.engine import Store


def incidents(store: Store, board: Board, span: Span) -> tuple[list[SeriousIncident], Mapping[str, int]]:
    """Those in hand and those of a span that are closed; with the limits by which their days are reckoned."""
    children = {row.child.id: row.child.reference for row in (*board.children, *board.closed)}
    with store.reading():
        found = [one for one in incidents_to(store, children) if one.on is None or one.on <= board.as_of]
        return in_order(found, span), policy_in_force(store).limits
