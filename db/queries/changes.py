"""What others or an import have recorded since somebody last looked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from db.journal import stamp
from db.queries.contents import contents_with, sensitive_among, texts_of
from db.question import SENSITIVE, batched, places
from db.reading import read_as
from oversight_tui.practice.ids import ChildId, EntryId, TeamId, WorkerId
from oversight_tui.practice.records import ActionOutcome, Allocation, Content, StatusEnd, StatusEpisode, every_kind
from oversight_tui.practice.records.base import needed_by, reason_of, text_of

if TYPE_CHECKING:
    from db.engine import Store

MOST = 500
# The journal is read from its end: a kind in an index of its own would tempt SQLite to read every entry of these kinds.
_SQL = """
SELECT e.id, e.root_id, e.kind, e.child_id, c.reference, cw.name, e.recorded_by, e.source, e.recorded_at,
  {sensitive},
  EXISTS (SELECT 1 FROM entry b JOIN allocation ba ON ba.entry_id = b.id
          WHERE b.child_id = e.child_id AND b.kind = 'allocation' AND b.id < e.id AND ba.role = 'lead'
          AND COALESCE(b.snapshot_id, -b.id) <> COALESCE(e.snapshot_id, 0))
FROM journal j JOIN entry_in_force e ON e.id = j.entry_id AND e.kind = j.what
LEFT JOIN child c ON c.id = e.child_id
LEFT JOIN child_now cn ON cn.child_id = e.child_id LEFT JOIN worker_now cw ON cw.worker_id = cn.worker_id
WHERE j.seq > ? AND COALESCE(e.kind, '') IN ({kinds}) AND (e.recorded_by <> ? OR e.snapshot_id IS NOT NULL)
  AND (e.kind <> 'allocation' OR EXISTS (SELECT 1 FROM allocation a WHERE a.entry_id = e.id AND a.role = 'lead'
       AND (a.seen_by IS NULL OR (e.corrects_id IS NULL AND NOT EXISTS (SELECT 1 FROM allocation_end n JOIN entry ne
            ON ne.id = n.entry_id WHERE n.allocation_id = e.id AND ne.snapshot_id = e.snapshot_id)))))
  AND (e.kind <> 'extract' OR EXISTS (SELECT 1 FROM extract_row x WHERE x.entry_id = e.id AND NOT x.open))
  AND (e.kind <> 'discussion' OR EXISTS (SELECT 1 FROM discussion t WHERE t.entry_id = e.id AND t.setting <> 'opening'))
  AND (e.kind <> 'status' OR EXISTS (SELECT 1 FROM entry k WHERE k.child_id = e.child_id AND k.id < e.id
       AND COALESCE(k.snapshot_id, 0) <> COALESCE(e.snapshot_id, 0)))
  {teams}
ORDER BY j.seq DESC LIMIT {most}
"""
_OF_TEAMS = """AND (e.child_id IS NULL OR EXISTS (SELECT 1 FROM entry te JOIN allocation ta ON ta.entry_id = te.id
  WHERE te.child_id = e.child_id AND te.kind = 'allocation' AND ta.team_id IN ({teams})))"""


class RecordedSince(Struct, frozen=True):
    """One thing that somebody else, or an import, recorded. `worker` holds the child now; `text` are its words or its
    reason, of an outcome those of the action. `sensitive`: it, or the entry it cannot do without, is. `had_holder`: the
    child had a holder before; `holder` is the new one's name. `ended` is the status whose end this is.
    """

    entry: EntryId
    kind: str
    child_id: ChildId | None
    reference: str | None
    worker: str | None
    by: str
    source: str
    recorded_at: datetime
    sensitive: bool
    had_holder: bool
    content: Content
    text: str
    holder: str | None
    ended: StatusEpisode | None


class _Row(Struct, frozen=True):
    version: EntryId
    entry: EntryId
    kind: str
    child_id: ChildId | None
    reference: str | None
    worker: str | None
    by: str
    source: str
    recorded_at: datetime
    sensitive: bool
    had_holder: bool


def recorded_since(store: Store, seq: int, who: str, teams: Sequence[TeamId] | None) -> list[RecordedSince]:
    """What somebody else, or an import, recorded after a journal row, newest first, at most 500.

    Told are the kinds that are news; the status that a child came with is none. `teams` None means every team; a child
    counts who is or was of one of the teams.
    """
    kinds = _news()
    only = _OF_TEAMS.format(teams=places(teams)) if teams is not None else ""
    sql = _SQL.format(sensitive=SENSITIVE, kinds=places(kinds), teams=only, most=MOST)
    rows = read_as(_Row, _Row.__struct_fields__, store.rows(sql, (seq, *kinds, who, *(teams or ()))))
    contents: dict[EntryId, Content] = {}
    by_kind = sorted(rows, key=lambda row: row.kind)
    for kind, some in groupby(by_kind, key=lambda row: row.kind):
        contents |= contents_with(store, kind, [row.version for row in some])
    actions = texts_of(store, [one.action for one in contents.values() if isinstance(one, ActionOutcome)])
    holders = _names(store, [one.allocated_to for one in contents.values() if isinstance(one, Allocation)])
    episodes = [one.episode for one in contents.values() if isinstance(one, StatusEnd)]
    ended = contents_with(store, StatusEpisode.kind.name, episodes)
    hidden = sensitive_among(store, [followed for one in contents.values() if (followed := needed_by(one)) is not None])
    return [_told(row, contents[row.version], actions, holders, ended, hidden) for row in rows]


def _told(
    row: _Row,
    content: Content,
    actions: dict[EntryId, str],
    holders: dict[WorkerId | None, str],
    ended: Mapping[EntryId, Content],
    hidden: set[EntryId],
) -> RecordedSince:
    action = actions.get(content.action) if isinstance(content, ActionOutcome) else None
    return RecordedSince(
        entry=row.entry,
        kind=row.kind,
        child_id=row.child_id,
        reference=row.reference,
        worker=row.worker,
        by=row.by,
        source=row.source,
        recorded_at=row.recorded_at,
        sensitive=row.sensitive or needed_by(content) in hidden,
        had_holder=row.had_holder,
        content=content,
        text=action or text_of(content) or reason_of(content) or "",
        holder=holders.get(content.allocated_to) if isinstance(content, Allocation) else None,
        ended=_episode(ended.get(content.episode)) if isinstance(content, StatusEnd) else None,
    )


def _episode(content: Content | None) -> StatusEpisode | None:
    return content if isinstance(content, StatusEpisode) else None


@cache
def _news() -> tuple[str, ...]:
    return tuple(content.kind.name for content in every_kind() if content.kind.news is not None)


def _names(store: Store, workers: Sequence[WorkerId | None]) -> dict[WorkerId | None, str]:
    wanted = {worker for worker in workers if worker is not None}
    sql = "SELECT worker_id, name FROM worker_now WHERE worker_id IN"
    return {worker: name for some in batched(wanted) for worker, name in store.rows(f"{sql} ({places(some)})", some)}


def seen_until(store: Store, who: str) -> int | None:
    """The last journal row this person has seen, None where they never looked."""
    row = store.row("SELECT journal_seq FROM seen_mark WHERE who = ?", (who,))
    return row[0] if row else None


def first_row_since(store: Store, moment: datetime) -> int:
    """The number of the last journal row written before a moment, 0 where none was."""
    row = store.row("SELECT max(seq) FROM journal WHERE at < ?", (stamp(moment),))
    return int(row[0] or 0)
