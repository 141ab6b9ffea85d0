"""Talks that were asked for and are still to be held: another talk about the child does not answer them by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.single import is_talk_asked_for

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.ids import ChildId


def still_asked_for(store: Store, child: ChildId, reference: str) -> str:
    """That a talk about the child was asked for and is still to be held; empty where none is."""
    return f"A talk asked for about {reference} is still to be held." if is_talk_asked_for(store, child) else ""
