"""What waits: the entries of some children or workers that nothing has settled, and the row that each becomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from db.derived.live import About, Live, Spine, live
from db.derived.rows import Row
from db.models import fields_of, name_of, table_of
from oversight_tui.practice.facts import OpenKind
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records import Content

if TYPE_CHECKING:
    from db.engine import Store

Kind = TypeVar("Kind", bound=Content)
# What is about a worker is about no child: that comes with the child.
_ALONE: Mapping[About, str] = {"child_id": "", "worker_id": " AND e.child_id IS NULL"}


class Latest(Struct, frozen=True):
    """The newest day that follow-ups of an entry name, and how many of them there are."""

    day: date | None
    times: int


class Waiting:
    """The live entries of the asked children or workers that nothing has settled yet."""

    def __init__(self, store: Store, about: About, ids: Sequence[int]) -> None:
        self.store, self.about, self.ids = store, about, ids

    def all(self, content: type[Kind], also: str = "") -> list[Live[Kind]]:
        """Those of a kind, settled or not."""
        return live(self.store, self.about, self.ids, content, f"{_ALONE[self.about]}{also}")

    def without(
        self, content: type[Kind], settled_by: type[Content], by: str, also: str = "", settling: str = ""
    ) -> list[Live[Kind]]:
        """Those of a kind that no entry in force of the kind `settled_by` names in its field `by`; `settling` is any
        further condition of what settles it.
        """
        return self.all(content, f"{also} AND NOT {settled(settled_by, by, settling)}")


def settled(by: type[Content], field: str, also: str = "") -> str:
    """The condition that an entry in force of this kind names the entry `e` in a field of it (as `s`)."""
    columns = {one.name: one.column_name for one in fields_of(table_of(by))}
    return (
        f'EXISTS (SELECT 1 FROM "{name_of(table_of(by))}" s JOIN entry_in_force se ON se.id = s.entry_id'
        f" WHERE s.{columns[field]} = e.root_id{also})"
    )


def item(kind: OpenKind, spine: Spine, text: str, **values: object) -> Row:
    base = {"entry": spine.entry, "kind": kind, "child": spine.child, "worker": spine.worker, "text": text}
    return {**base, "since": spine.on, "at": spine.at, **values}


def latest(days: Iterable[tuple[EntryId, date | None]]) -> dict[EntryId, Latest]:
    """For each entry followed: the newest day, and how often; `days` in the order in which they happened."""
    found: dict[EntryId, Latest] = {}
    for entry, day in days:
        found[entry] = Latest(day, found[entry].times + 1 if entry in found else 1)
    return found
