"""Talks that were asked for and are still to be held: another talk about the child does not answer them by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.single import child_facts

if TYPE_CHECKING:
    from datetime import date

    from db.engine import Store
    from oversight_tui.practice.ids import ChildId


def still_asked_for(store: Store, child: ChildId, reference: str, today: date) -> str:
    """That a talk about the child was asked for and is still to be held; empty where none is."""
    facts = child_facts(store, child, today)
    if facts is None or not any(one.kind == "discussion_open" for one in facts.open_items):
        return ""
    return f"A talk asked for about {reference} is still to be held."
