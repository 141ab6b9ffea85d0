"""A worker's own file, read: each reading is in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import writes
from db.queries.personal import personal_entries
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.personal import PersonalEntry
from oversight_tui.services.identity import author

if TYPE_CHECKING:
    from db.engine import Store


def personal_file(store: Store, worker_id: WorkerId) -> tuple[PersonalEntry, ...]:
    """Everything in a worker's own file, oldest first."""
    with store.writing():
        writes.note_opened(store, "opened_personal", {"worker": worker_id}, author(store))
        return personal_entries(store, worker_id)
