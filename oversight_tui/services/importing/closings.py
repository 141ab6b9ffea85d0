"""What is open of the children whom an import closes: a list settles nothing that was recorded here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.single import child_facts
from oversight_tui.practice.board import AttentionKind
from oversight_tui.practice.changes import ChildChange
from oversight_tui.practice.said import NOTHING, said_of_children
from oversight_tui.practice.still_open import still_open
from oversight_tui.words.dates import count
from oversight_tui.words.labels import KIND

if TYPE_CHECKING:
    from db.engine import Store


class StillOpen(Struct, frozen=True):
    """A child whom an import closes, and as what each thing that is open of the child stays on the list."""

    child: str
    things: tuple[AttentionKind, ...]

    def __str__(self) -> str:
        """`C1 is closed with 3 things still open, on the list until settled: worry, action (2).`"""
        kinds = Counter(self.things).items()
        named = ", ".join(KIND[kind].lower() + (f" ({number})" if number > 1 else "") for kind, number in kinds)
        things = count(len(self.things), "thing", "things")
        return f"{self.child} is closed with {things} still open, on the list until settled: {named}."


def open_of_the_closed(store: Store, changes: Iterable[ChildChange], today: date) -> Iterator[StillOpen]:
    """Each child whom these changes close and of whom anything is open. Asked inside one read transaction."""
    for change in changes:
        facts = child_facts(store, change.child_id, today) if change.closed and change.child_id is not None else None
        if facts is not None and change.child_id is not None:
            said = said_of_children(facts.child_dates, today).get(change.child_id, NOTHING)
            things = tuple(still_open(facts.open_items, said))
            if things:
                yield StillOpen(change.reference, things)
