"""The manager's notes to self: on no child's or worker's page, in no report, and in the journal only where asked for.

They are records all the same: a court or a subject access request can ask for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.notes import own_notes
from oversight_tui.practice.pages import OwnNote
from oversight_tui.services.identity import whose

if TYPE_CHECKING:
    from db.engine import Store


def notes(store: Store) -> tuple[OwnNote, ...]:
    """This person's notes, newest first."""
    with store.reading():
        return own_notes(store, whose(store).names)
