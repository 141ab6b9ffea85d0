"""A note to self, written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from oversight_tui.practice.records import OwnNote
from oversight_tui.practice.requests import NoteRequest, Recorded
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import about, required_text
from oversight_tui.services.record.dispatch import records

if TYPE_CHECKING:
    from db.engine import Store

THE_LAW = "Kept for yourself. It is on nobody's page, but the law can still ask for it."


@records(NoteRequest)
def note(store: Store, request: NoteRequest, today: date) -> Recorded:
    """A note to self, about a child, a worker or nobody."""
    with store.writing():
        whom = f" about {about(store, request.about)}" if request.about is not None else ""
        text = required_text(request.text, "The note", "text")
        entry = writes.own_note(store, text, request.about, today, author(store))
    return Recorded(entry, OwnNote.kind.name, f"Noted{whom}. {THE_LAW}")
