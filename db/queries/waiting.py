"""What waits besides the open things about a team's own children: actions of its workers about others, and children
who were discussed with nothing written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from peewee import JOIN, Query

from db.models import Child, ChildNow, OpenItem, Team, Unwritten
from db.queries import rows
from db.question import Question, any_of, given
from oversight_tui.practice import facts
from oversight_tui.practice.ids import ChildId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store


class Elsewhere(Struct, frozen=True):
    """Actions and bookings of some workers, and handovers to them, about children who are none of those asked about;
    and these children.
    """

    items: tuple[facts.OpenItem, ...]
    children: tuple[facts.Child, ...]


def _unwritten(only: Any) -> Query:
    return (
        Unwritten.select(*rows.UNWRITTEN.columns)
        .join(Child, on=(Child.id == Unwritten.child))
        .where(only)
        .order_by(Unwritten.held_on, Unwritten.listing)
    )


_UNWRITTEN = Question(lambda workers: _unwritten(Unwritten.worker.in_(any_of("workers", workers))))
_UNWRITTEN_OF_CHILD = Question(lambda: _unwritten(Unwritten.child == given("child")))
_OWNED = Question(
    lambda workers: (
        OpenItem.select(*rows.ITEM.columns)
        .join(ChildNow, on=(ChildNow.child == OpenItem.child))
        .where(
            OpenItem.owner.in_(any_of("workers", workers))
            & OpenItem.kind.in_(("action", "booking", "handover_planned"))
            & rows.of_use()
            & (ChildNow.shown == True)  # noqa: E712
        )
        .order_by(OpenItem.entry)
    )
)
# Of actions that were recorded before it was kept who their owner is, the name alone tells it.
_OWNED_BY_NAME = Question(
    lambda: (
        OpenItem.select(*rows.ITEM.columns)
        .join(ChildNow, on=(ChildNow.child == OpenItem.child))
        .where(
            OpenItem.owner.is_null()
            & (OpenItem.who == given("name"))
            & (OpenItem.kind == "action")
            & (ChildNow.shown == True)  # noqa: E712
        )
        .order_by(OpenItem.entry)
    )
)
_OF_CHILD = Question(
    lambda: (
        OpenItem.select(*rows.ITEM.columns)
        .where((OpenItem.child == given("child")) & (OpenItem.kind == given("kind")))
        .order_by(OpenItem.entry)
    )
)
_CHILDREN = Question(
    lambda ids: (
        ChildNow.select(*rows.CHILD.columns)
        .join(Team, JOIN.LEFT_OUTER, on=(Team.id == ChildNow.team))
        .where(ChildNow.child.in_(any_of("ids", ids)))
    )
)


def open_about(store: Store, child: ChildId, kind: facts.OpenKind) -> list[facts.OpenItem]:
    """What is open of a kind about a child, in the order in which it was recorded."""
    return rows.ITEM.made_from(_OF_CHILD.ask(store, child=child, kind=kind))


def unwritten_of(store: Store, workers: Sequence[WorkerId]) -> tuple[facts.Unwritten, ...]:
    """Who was discussed in the sessions of these workers with nothing written, oldest first."""
    return tuple(rows.UNWRITTEN.made_from(_UNWRITTEN.ask(store, workers=workers))) if workers else ()


def unwritten_about(store: Store, child: ChildId) -> tuple[facts.Unwritten, ...]:
    """When a child was discussed in a session with nothing written, oldest first."""
    return tuple(rows.UNWRITTEN.made_from(_UNWRITTEN_OF_CHILD.ask(store, child=child)))


def owned_elsewhere(
    store: Store,
    workers: Sequence[WorkerId],
    children: set[ChildId],
    name: str | None = None,
    *,
    booked_since: str = "",
) -> Elsewhere:
    """Open actions that are these workers' about children who are none of `children`, what they go to of what is
    booked, and which children are to come to them; with a `name` also the actions that tell their owner by it alone.
    """
    found = rows.ITEM.made_from(_OWNED.ask(store, workers=workers, since=booked_since)) if workers else []
    found += rows.ITEM.made_from(_OWNED_BY_NAME.ask(store, name=name)) if name else []
    items = tuple(item for item in found if item.child_id is not None and item.child_id not in children)
    ids = sorted({item.child_id for item in items if item.child_id is not None})
    return Elsewhere(items, tuple(rows.CHILD.made_from(_CHILDREN.ask(store, ids=ids))) if ids else ())
