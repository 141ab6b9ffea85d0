"""A note to self, written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from oversight_tui.practice.requests import Recorded
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import said, the_child, the_worker

if TYPE_CHECKING:
    from db.engine import Store

THE_LAW = "Kept for yourself. It is on nobody's page, but the law can still ask for it."


def note(store: Store, text: str, child_id: str | None, worker_id: str | None, today: date) -> Recorded:
    """A note to self, about a child, a worker or nobody."""
    with store.writing():
        about = ""
        if child_id is not None:
            about = f" about {the_child(store, child_id)}"
        elif worker_id is not None:
            about = f" about {the_worker(store, worker_id)}"
        child = int(child_id) if child_id is not None else None
        worker = int(worker_id) if worker_id is not None and child is None else None
        entry = writes.own_note(store, said(text, "The note"), child, worker, today, author(store))
    return Recorded(str(entry), "own_note", f"Noted{about}. {THE_LAW}")
