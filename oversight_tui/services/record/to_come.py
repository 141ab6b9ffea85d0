"""Of which side of today the day of an entry is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight_tui.practice.records import Content

if TYPE_CHECKING:
    from db.queries.entries import EntryAbout


def is_of_a_day_to_come(entry: EntryAbout, content: Content) -> bool:
    """Whether what is said is of a day to come: it is planned, or a talk that is still to be held."""
    return content.is_to_come or entry.open_as == "discussion_open"
