"""What was typed about some children or workers, as it is searched: every version that may be found, in words.

What may be read only when it is opened, stands on another child's page now, or is in a worker's own file is left out:
the same words are hidden on the pages (`practice.story`), and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from db.derived.live import About
from db.derived.rows import Row
from db.queries.contents import contents_with
from db.question import batched, places
from db.reading import read_in_order
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.records import Content, Withdrawal, behind_the_wall, searched_kinds
from oversight_tui.practice.records.base import needed_by, typed_in
from oversight_tui.practice.searching import search_key

if TYPE_CHECKING:
    from db.engine import Store


class _Version(Struct, frozen=True, array_like=True):
    """One version of an entry: its number, that of the first one, and whom it is about."""

    id: EntryId
    first: EntryId
    kind: str
    child: ChildId | None
    worker: WorkerId | None
    on: date
    sensitive: bool


_VERSIONS = """
SELECT e.id, COALESCE(e.corrects_id, e.id), e.kind, e.child_id, e.worker_id,
 COALESCE(e.happened_on, substr(e.recorded_at, 1, 10)), e.sensitive
FROM entry e WHERE e.{about} IN ({ids}){also}
"""
_MARKED = """
SELECT m.marked_id FROM entry_in_force e JOIN mark m ON m.entry_id = e.id
WHERE e.{about} IN ({ids}) AND e.kind = 'mark' AND m.mark = 'sensitive'
"""


def derive_said(store: Store, about: About, ids: Sequence[int]) -> list[Row]:
    """A row of each version with words, about these children (`child_id`) or these workers alone (`worker_id`)."""
    versions = _versions(store, about, ids)
    asked = places(ids)
    standing = {row[0] for row in store.rows(f"SELECT e.id FROM entry_in_force e WHERE e.{about} IN ({asked})", ids)}
    hidden = {one.first for one in versions if one.sensitive}
    hidden |= {row[0] for row in store.rows(_MARKED.format(about=about, ids=asked), ids)}
    moved = _moved(store, [one for one in versions if one.id not in standing])
    may_be_found = [
        one for one in versions if one.first not in hidden and (one.id in standing or one.first not in moved)
    ]
    contents = _contents(store, may_be_found)
    return list(_rows(may_be_found, contents, standing, hidden))


def _rows(
    versions: Sequence[_Version], contents: Mapping[EntryId, Content], standing: set[EntryId], hidden: set[EntryId]
) -> Iterator[Row]:
    for one in versions:
        content = contents[one.id]
        if needed_by(content) in hidden or (isinstance(content, Withdrawal) and content.withdrawn in hidden):
            continue
        words = search_key(typed_in(content))
        if words:
            yield {
                "entry": one.id,
                "child": one.child,
                "worker": one.worker if one.child is None else None,
                "on": one.on,
                # Why something was taken back is read on what was: it is found with that.
                "stands": one.id in standing and not isinstance(content, Withdrawal),
                "words": words,
            }


def _versions(store: Store, about: About, ids: Sequence[int]) -> list[_Version]:
    """Every version of a kind that is searched; none of what is about a worker and behind the wall."""
    also = "" if about == "child_id" else " AND e.child_id IS NULL"
    kinds = _searched() if about == "child_id" else _searched() - set(behind_the_wall())
    found = read_in_order(_Version, store.rows(_VERSIONS.format(about=about, ids=places(ids), also=also), ids))
    return [one for one in found if one.kind in kinds]


@cache
def _searched() -> frozenset[str]:
    return frozenset(content.kind.name for content in searched_kinds())


def _moved(store: Store, replaced: Sequence[_Version]) -> set[EntryId]:
    """The first versions of those of these entries that were ever about another child: their words are gone from the
    page on which they stood.
    """
    sql = (
        "SELECT f.id FROM entry f JOIN entry v ON v.corrects_id = f.id"
        " WHERE f.id IN ({ids}) AND COALESCE(v.child_id, 0) <> COALESCE(f.child_id, 0)"
    )
    firsts = {one.first for one in replaced}
    return {row[0] for some in batched(firsts) for row in store.rows(sql.format(ids=places(some)), some)}


def _contents(store: Store, versions: Sequence[_Version]) -> dict[EntryId, Content]:
    by_kind: dict[str, list[EntryId]] = {}
    for one in versions:
        by_kind.setdefault(one.kind, []).append(one.id)
    return {number: said for kind, ids in by_kind.items() for number, said in contents_with(store, kind, ids).items()}
