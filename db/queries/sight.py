"""What line of sight asks besides the facts of a board: whom workers hold in other teams, and the rows of a number."""

from __future__ import annotations

from collections.abc import Collection, Set
from typing import TYPE_CHECKING

from db.models import ChildNow, OpenItem
from db.queries import rows
from db.queries.board import children_where
from db.question import Question, any_of, batched, places
from oversight_tui.practice.facts import Child
from oversight_tui.practice.facts import OpenItem as Item
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store

_HELD = Question(
    lambda ids: children_where(ChildNow.worker.in_(any_of("ids", ids)) & (ChildNow.open == True))  # noqa: E712
)
_CHILDREN = Question(lambda ids: children_where(ChildNow.child.in_(any_of("ids", ids))))
_ITEMS = Question(lambda ids: OpenItem.select(*rows.ITEM.columns).where(OpenItem.entry.in_(any_of("ids", ids))))


def held_besides(store: Store, workers: Collection[WorkerId], known: Set[ChildId]) -> list[Child]:
    """The open children whom these workers hold and who are none of those known."""
    asked = (_HELD.ask(store, ids=some) for some in batched(workers))
    return [child for child in rows.CHILD.made_from_batches(asked) if child.id not in known]


def children_with(store: Store, ids: Collection[ChildId]) -> list[Child]:
    """The children with these ids."""
    return rows.CHILD.made_from_batches(_CHILDREN.ask(store, ids=some) for some in batched(ids))


def children_about(store: Store, entries: Collection[EntryId]) -> set[ChildId]:
    """The children whom these entries are about, as they stand now or stood before."""
    sql = "SELECT DISTINCT child_id FROM main.entry WHERE (id IN ({ids}) OR corrects_id IN ({ids}))"
    asked = (store.rows(sql.format(ids=places(some)), (*some, *some)) for some in batched(entries))
    return {row[0] for found in asked for row in found if row[0] is not None}


def items_with(store: Store, ids: Collection[EntryId]) -> list[Item]:
    """What is open of the entries with these ids."""
    return rows.ITEM.made_from_batches(_ITEMS.ask(store, ids=some) for some in batched(ids))
