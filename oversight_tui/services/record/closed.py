"""What is said with anything that is recorded about a child whom a list has closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.queries.closed import closed_among_new
from oversight_tui.practice.requests import Recorded
from oversight_tui.words.closings import closed_hint

if TYPE_CHECKING:
    from db.engine import Store

# Of more than these one sentence says how many they are.
MOST_NAMED = 3


def with_the_closed_named(store: Store, recorded: Sequence[Recorded], last: int) -> tuple[Recorded, ...]:
    """The same, with a hint which of the children that the entries after number `last` are about are closed."""
    closed = closed_among_new(store, last)
    if not closed:
        return tuple(recorded)
    if len(closed) > MOST_NAMED:
        said = f"{len(closed)} of these children were closed: they are in no caseload."
    else:
        said = " ".join(closed_hint(one.reference, one.closed_on) for one in closed)
    first, *others = recorded
    return (first.__replace__(hint=" ".join(filter(None, (first.hint, said)))), *others)
