"""Where words were said or typed: asked of the table that is kept for it, each word by its beginning.

All of that table is gone through, which takes less than a fifth of a second for a hundred thousand entries; the figures
of the other ways stand in docs/benchmarks.md.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.contents import contents_with
from db.question import places
from db.reading import read_in_order
from oversight_tui.practice.ids import ChildId, EntryId, TeamId, WorkerId
from oversight_tui.practice.records import Content

if TYPE_CHECKING:
    from db.engine import Store


class LookedFor(Struct, frozen=True):
    """One word, or several that stand in a row, looked for by the beginning of the last; and the children and workers
    who go by that: of these, and of the children of these workers, it need not stand in the entry.
    """

    words: tuple[str, ...]
    children: tuple[ChildId, ...] = ()
    workers: tuple[WorkerId, ...] = ()

    @property
    def in_a_row(self) -> str:
        """The words as they stand in the table."""
        return " ".join(self.words)


class Match(Struct, frozen=True, array_like=True):
    """One version of an entry in which every word stands; `first` is the number of the first version. `worker` holds
    the child, or is whom it is about, by name; it is one `of` so many.
    """

    id: EntryId
    first: EntryId
    kind: str
    child_id: ChildId | None
    worker_id: WorkerId | None
    on: date
    by: str
    stands: bool
    in_full: int
    of: int
    reference: str | None
    name: str | None
    worker: str | None


class Found(Struct, frozen=True):
    """A match, and what it says; `in_full` of a match is how many of the words stand there as they were typed."""

    match: Match
    content: Content


# The team of a child is that of whoever holds them now; of one who is closed, of whoever held them last. That is worked
# out for those alone in whose entries the words stand.
_OF_TEAMS = """(s.child_id IN (
 SELECT c.child_id FROM child_now c LEFT JOIN worker_now h ON h.worker_id = c.worker_id
 WHERE COALESCE(c.team_id, h.team_id) IN ({teams})
) OR s.worker_id IN (SELECT w.worker_id FROM worker_now w WHERE COALESCE(w.team_id, 0) IN (0, {teams}))
OR (s.child_id IN (
 SELECT c.child_id FROM child_now c LEFT JOIN worker_now h ON h.worker_id = c.worker_id
 WHERE COALESCE(c.team_id, h.team_id, 0) = 0
) AND COALESCE((
 SELECT a.team_id FROM allocation a JOIN entry_in_force l ON l.id = a.entry_id
 WHERE l.child_id = s.child_id ORDER BY COALESCE(l.happened_on, '') DESC, l.root_id DESC LIMIT 1
), 0) IN (0, {teams})))"""
# The words are looked for first, in that table alone; what stands beside them is read of the few that are shown.
_FOUND = """
SELECT f.entry_id, COALESCE(e.corrects_id, e.id), e.kind, e.child_id, e.worker_id, f.day, e.recorded_by, f.stands,
 f.in_full, f.every, c.reference, c.name, COALESCE(w.name, h.name)
FROM (
 SELECT s.entry_id, s.child_id, s.worker_id, s.day, s.stands, {in_full} AS in_full, COUNT(*) OVER () AS every
 FROM said s
 WHERE {conditions} ORDER BY in_full DESC, s.day DESC, s.entry_id DESC LIMIT ?
) f JOIN entry e ON e.id = f.entry_id
LEFT JOIN child_now c ON c.child_id = f.child_id LEFT JOIN worker_now h ON h.worker_id = c.worker_id
LEFT JOIN worker_now w ON w.worker_id = f.worker_id
ORDER BY f.in_full DESC, f.day DESC, f.entry_id DESC
"""


def entries_saying(
    store: Store, looked_for: Sequence[LookedFor], teams: Collection[TeamId] | None, *, also_old: bool, most: int
) -> list[Found]:
    """The entries in which all of these words stand, of these teams (None: of all); where there are more than `most`,
    those with whole words and of these the newest. `also_old` are versions that were corrected or taken back.
    """
    in_full = " + ".join("(CASE WHEN s.words LIKE ? THEN 1 ELSE 0 END)" for _ in looked_for)
    values: list[object] = [f"% {one.in_a_row} %" for one in looked_for]
    conditions = []
    for one in looked_for:
        conditions.append(_stands_in(one))
        values += [f"% {one.in_a_row}%", *one.children, *one.workers, *one.workers]
    if not also_old:
        conditions.append("s.stands")
    if teams is not None:
        chosen = sorted(teams)
        conditions.append(_OF_TEAMS.format(teams=places(chosen)))
        values += [*chosen, *chosen, *chosen]
    rows = store.rows(_FOUND.format(conditions=" AND ".join(conditions), in_full=in_full), (*values, most))
    return _with_contents(store, read_in_order(Match, rows))


def children_called(store: Store, beginning: str, most: int) -> list[ChildId]:
    """The children whose reference begins so, in whichever case."""
    sql = "SELECT c.child_id FROM child_now c WHERE LOWER(c.reference) LIKE ? ESCAPE '!' ORDER BY c.reference LIMIT ?"
    escaped = re.sub(r"([!%_])", r"!\1", beginning.lower())
    return [row[0] for row in store.rows(sql, (f"{escaped}%", most))]


def _stands_in(one: LookedFor) -> str:
    ways = ["s.words LIKE ?"]
    if one.children:
        ways.append(f"s.child_id IN ({places(one.children)})")
    if one.workers:
        held_by = f"SELECT c.child_id FROM child_now c WHERE c.worker_id IN ({places(one.workers)})"
        ways += [f"s.worker_id IN ({places(one.workers)})", f"s.child_id IN ({held_by})"]
    return f"({' OR '.join(ways)})"


def _with_contents(store: Store, matches: Sequence[Match]) -> list[Found]:
    by_kind: dict[str, list[EntryId]] = {}
    for one in matches:
        by_kind.setdefault(one.kind, []).append(one.id)
    said = {number: said for kind, ids in by_kind.items() for number, said in contents_with(store, kind, ids).items()}
    return [Found(one, said[one.id]) for one in matches]
