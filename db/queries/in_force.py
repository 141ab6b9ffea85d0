"""Parts of questions about what is in force: whether an entry's words are sensitive, until when somebody is away."""

from __future__ import annotations

from typing import Any

from peewee import fn

from db.models import AbsenceEnd, EntryInForce, ImportUndone, Mark
from oversight_tui.practice.records import behind_the_wall


def is_sensitive(entry: Any) -> Any:
    """Whether an entry's words are hidden: recorded or marked as sensitive, or about a worker and so behind the wall.

    `entry` is EntryInForce or an alias of it.
    """
    marking = EntryInForce.alias()
    marked = (
        Mark.select(Mark.entry)
        .join(marking, on=(marking.id == Mark.entry))
        .where((Mark.marked == entry.root) & (Mark.mark == "sensitive"))
    )
    about_a_worker = entry.child.is_null() & entry.worker.is_null(False) & entry.kind.in_(behind_the_wall())
    return (entry.sensitive == True) | about_a_worker | fn.EXISTS(marked)  # noqa: E712


def last_day_said(entry: Any) -> Any:
    """The last day of an absence as it was said last; NULL where no more was said than at first."""
    saying = EntryInForce.alias()
    return (
        AbsenceEnd.select(AbsenceEnd.last_day)
        .join(saying, on=(saying.id == AbsenceEnd.entry))
        .where(AbsenceEnd.absence == entry.root)
        .order_by(AbsenceEnd.entry.desc())
        .limit(1)
    )


def still_counts(snapshot: Any) -> Any:
    """Whether an import was not undone; `snapshot` is the column with its number."""
    undoing = EntryInForce.alias()
    undone = (
        ImportUndone.select(ImportUndone.entry)
        .join(undoing, on=(undoing.id == ImportUndone.entry))
        .where(ImportUndone.undone == snapshot)
    )
    return ~fn.EXISTS(undone)
