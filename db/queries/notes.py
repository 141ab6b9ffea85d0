"""A manager's notes to self. Nothing else asks this table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peewee import JOIN

from db.models import Child, EntryInForce, OwnNote, WorkerNow
from db.queries import rows
from db.question import Question, given
from oversight_tui.practice import pages

if TYPE_CHECKING:
    from db.engine import Store

_NOTES = Question(
    lambda: (
        OwnNote.select(EntryInForce.root, EntryInForce.happened_on, OwnNote.text, Child.reference, WorkerNow.name)
        .join(EntryInForce, on=(EntryInForce.id == OwnNote.entry))
        .join(Child, JOIN.LEFT_OUTER, on=(Child.id == OwnNote.about_child))
        .join(WorkerNow, JOIN.LEFT_OUTER, on=(WorkerNow.worker == OwnNote.about_worker))
        .where(EntryInForce.recorded_by == given("who"))
        .order_by(EntryInForce.id.desc())
    )
)


def own_notes(store: Store, who: str) -> tuple[pages.OwnNote, ...]:
    """This person's notes, newest first."""
    return tuple(
        pages.OwnNote(str(row[0]), rows.day(row[1]), row[2], row[3] or row[4] or "")
        for row in _NOTES.ask(store, who=who)
    )
