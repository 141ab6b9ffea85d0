"""What is booked for a child or a worker, and is not said yet what became of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.models import OpenItem
from db.question import Question, any_of, given
from db.reading import Columns
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.open_kinds import Which

if TYPE_CHECKING:
    from db.engine import Store


class Booked(Struct, frozen=True, array_like=True):
    """A booking by its entry, of which child, for which day, and what it is."""

    entry: EntryId
    child_id: ChildId | None
    on: date
    which: Which


_BOOKED = Columns(
    Booked, {"entry": OpenItem.entry, "child_id": OpenItem.child, "on": OpenItem.due_on, "which": OpenItem.which}
)
_OF_CHILDREN = Question(
    lambda children: (
        OpenItem.select(*_BOOKED.columns)
        .where(OpenItem.child.in_(any_of("children", children)) & (OpenItem.kind == given("kind")))
        .order_by(OpenItem.due_on, OpenItem.entry)
    )
)


def visits_booked(store: Store, children: Collection[ChildId]) -> tuple[Booked, ...]:
    """The visits booked to these children, earliest first."""
    found = _BOOKED.made_from(_OF_CHILDREN.ask(store, children=list(children), kind="booking")) if children else []
    return tuple(one for one in found if one.which == "visit")
