"""A child's page as the child will read it one day: as letters, with what might be said otherwise in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct

from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.language import Hint


class Letter(Struct, frozen=True):
    """One entry as the child reads it: who wrote, of which day, what and because of what; `hints` are on its words."""

    id: EntryId
    on: date | None
    by: str
    text: str
    because: str | None
    hints: tuple[Hint, ...]


def letters(entries: Iterable[Entry], hints: Callable[[str], Iterable[Hint]]) -> Iterator[Letter]:
    """Every entry that has words for the child, in their order. `hints` says what might be said otherwise in a text."""
    for one in entries:
        if one.is_read_by_the_child and not (one.withdrawn or one.replaced or one.wordless):
            text = one.to_the_child or one.text
            found = tuple(hints(f"{text}\n{one.because or ''}"))
            yield Letter(one.id, one.happened_on, one.by, text, one.because, found)
