"""What is to be said of who was in a session: a worker who was not here that day, a child of nobody who was there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from db.queries.entries import lead_allocation
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.services.record.checks import the_child, the_worker
from oversight_tui.services.record.presence import not_here_said

if TYPE_CHECKING:
    from db.engine import Store


def not_here_then(store: Store, workers: Iterable[WorkerId], on: date, today: date) -> str:
    """Of a session that was held: who of these was not here that day; empty where all were. It refuses nothing."""
    return " ".join(filter(None, (not_here_said(store, worker, on, today) for worker in workers)))


def whose_children(store: Store, children: Iterable[ChildId], workers: Iterable[WorkerId], on: date) -> str:
    """Whose children those are who were with none of these workers that day; empty for none. It refuses nothing."""
    there = frozenset(workers)
    return " ".join(_of_others(store, dict.fromkeys(children), there, on))


def _of_others(store: Store, children: Iterable[ChildId], there: frozenset[WorkerId], on: date) -> Iterator[str]:
    """A sentence for each; nothing of a child who came to their worker after that day, or has none."""
    for child in children:
        lead = lead_allocation(store, child)
        if lead is not None and lead.worker is not None and lead.worker not in there and lead.on <= on:
            yield f"{the_child(store, child)} is with {the_worker(store, lead.worker)}."
