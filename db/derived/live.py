"""The entries in force of some children or workers, each with what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from msgspec import Struct

from db.models import name_of, table_of
from db.queries.contents import selected
from db.question import places
from db.reading import read_in_order
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.records import Content

if TYPE_CHECKING:
    from db.engine import Store

Kind = TypeVar("Kind", bound=Content)
About = Literal["child_id", "worker_id"]


class Spine(Struct, frozen=True, array_like=True):
    """What every entry has: the number of its first version, whom it is about, when it happened, by whom, and the day
    (UTC) on which this version was typed. `version` is the number of this version.
    """

    entry: EntryId
    child: ChildId | None
    worker: WorkerId | None
    on: date | None
    at: str | None
    by: str
    typed_on: date
    version: EntryId

    @property
    def order(self) -> tuple[date, EntryId]:
        """What comes later has the greater one: by the day it happened, of one day by the order of typing.

        What has no day of its own is of the day on which it was typed.
        """
        return self.on or self.typed_on, self.entry


class Live(Struct, Generic[Kind], frozen=True):
    """An entry in force: its spine, and what its newest version says."""

    spine: Spine
    says: Kind


_SPINE = (
    "e.root_id, e.child_id, e.worker_id, e.happened_on, e.happened_at, e.recorded_by,"
    " substr(e.recorded_at, 1, 10), e.id"
)
_SPINE_COLUMNS = len(Spine.__struct_fields__)


def live(store: Store, about: About, ids: Sequence[int], content: type[Kind], also: str = "") -> list[Live[Kind]]:
    """Those of one kind, oldest happening first, of one day in the order of typing; a correction keeps the place of
    what it corrects. `also` is any further condition, in which the kind's table is `d`.
    """
    # Ordered by an expression, so that SQLite does not read every entry of the kind because those lie by their days.
    rows = store.rows(
        f'SELECT {_SPINE}, {selected(content)} FROM entry_in_force e JOIN "{name_of(table_of(content))}" d'
        f" ON d.entry_id = e.id WHERE e.{about} IN ({places(ids)}) AND e.kind = ?{also}"
        " ORDER BY COALESCE(e.happened_on, ''), e.root_id",
        (*ids, content.kind.name),
    )
    spines = read_in_order(Spine, [row[:_SPINE_COLUMNS] for row in rows])
    contents = read_in_order(content, [row[_SPINE_COLUMNS:] for row in rows])
    return [Live(spine, says) for spine, says in zip(spines, contents, strict=True)]


def by_child(entries: Iterable[Live[Kind]]) -> Mapping[ChildId | None, list[Live[Kind]]]:
    """The entries of each child, in their order; an empty list for a child of whom there are none."""
    found: dict[ChildId | None, list[Live[Kind]]] = defaultdict(list)
    for one in entries:
        found[one.spine.child].append(one)
    return found


def by_worker(entries: Iterable[Live[Kind]]) -> Mapping[WorkerId | None, list[Live[Kind]]]:
    """The same of workers."""
    found: dict[WorkerId | None, list[Live[Kind]]] = defaultdict(list)
    for one in entries:
        found[one.spine.worker].append(one)
    return found


def versions_of(first: str) -> str:
    """The join, as `v`, to every version of the entry whose first version's number is in the column `first`.

    Asking a view for its worked-out `root_id` would read every entry there is.
    """
    return f"JOIN entry v ON (v.id = {first} OR v.corrects_id = {first})"
