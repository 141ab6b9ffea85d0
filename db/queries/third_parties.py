"""Who is in the store besides a child: whom a text about that child may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from db.models import ChildNow
from db.question import Question
from db.reading import Columns
from oversight_tui.practice.ids import ChildId

if TYPE_CHECKING:
    from db.engine import Store


class ChildHere(Struct, frozen=True, array_like=True):
    """A child of the store, by what a text may call them."""

    id: ChildId
    reference: str
    name: str | None
    family: str | None


_CHILD = Columns(
    ChildHere,
    {"id": ChildNow.child, "reference": ChildNow.reference, "name": ChildNow.name, "family": ChildNow.family},
)
_CHILDREN = Question(lambda: ChildNow.select(*_CHILD.columns).order_by(ChildNow.reference))


def children_here(store: Store) -> list[ChildHere]:
    """Every child, open or closed, in the order of their references."""
    return _CHILD.made_from(_CHILDREN.ask(store))
