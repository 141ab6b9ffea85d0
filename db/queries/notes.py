"""A manager's notes to self. Nothing else asks this table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from peewee import JOIN, fn

from db.models import Child, EntryInForce, OwnNote, WorkerNow
from db.question import Question, any_of
from db.reading import Columns
from oversight_tui.practice import pages, records

if TYPE_CHECKING:
    from db.engine import Store

_NOTE = Columns(
    pages.OwnNote,
    {
        "id": EntryInForce.root,
        "on": EntryInForce.happened_on,
        "text": OwnNote.text,
        "about": fn.COALESCE(Child.reference, WorkerNow.name, ""),
    },
)
_NOTES = Question(
    lambda who: (
        OwnNote.select(*_NOTE.columns)
        .join(EntryInForce, on=(EntryInForce.id == OwnNote.entry))
        .join(Child, JOIN.LEFT_OUTER, on=(Child.id == OwnNote.about_child))
        .join(WorkerNow, JOIN.LEFT_OUTER, on=(WorkerNow.worker == OwnNote.about_worker))
        # By the kind, which has an index: else every entry there is would be gone through for a few notes.
        .where((EntryInForce.kind == records.OwnNote.kind.name) & EntryInForce.recorded_by.in_(any_of("who", who)))
        .order_by(EntryInForce.id.desc())
    )
)


def own_notes(store: Store, who: Sequence[str]) -> tuple[pages.OwnNote, ...]:
    """The notes of the person of these names, newest first."""
    return tuple(_NOTE.made_from(_NOTES.ask(store, who=tuple(who))))
