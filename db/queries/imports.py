"""What the store knows already, for comparison with a file that is to be imported."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict
from peewee import JOIN

from db import stored
from db.models import (
    Absence,
    ChildNow,
    EntryInForce,
    ExtractRow,
    ListAnswer,
    Missing,
    Snapshot,
    Team,
    WorkerNow,
)
from db.queries import rows
from db.queries.board import workers_where
from db.queries.in_force import still_counts
from db.queries.known_then import teams_said
from db.queries.single import worker_aliases
from db.question import Question, nulls_first
from db.reading import Columns
from oversight_tui.practice import facts
from oversight_tui.practice.changes import AnswerToKeep, KnownChild, KnownSnapshot, KnownWorker, WorkerDetail
from oversight_tui.practice.facts import Bucket, Status
from oversight_tui.practice.ids import ChildId, EntryId, SnapshotId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store


class _Child(Struct, frozen=True, array_like=True):
    """A child as they stand now."""

    child_id: ChildId
    reference: str
    open: bool
    worker_key: str | None
    worker_name: str | None
    team: str | None
    bucket: Bucket | None
    status: Status | None
    status_since: date | None
    date_of_birth: date | None
    digest: str | None
    missing_since: date | None
    seen_by: date | None
    held_since: date | None
    name: str | None
    listed_on: date | None


class _Extract(Struct, frozen=True, array_like=True):
    """A child as a list showed them."""

    child: ChildId
    content: str
    as_at: date | None
    entry: EntryId


class _Kept(Struct, frozen=True, array_like=True):
    """A child in no list who was said to be ours."""

    child: ChildId
    on: date | None
    entry: EntryId


class _Snapshot(Struct, frozen=True, array_like=True):
    """An import."""

    id: SnapshotId
    file_name: str
    sha256: str
    as_at: date
    format: str
    recorded_at: datetime
    teams: str
    lists: str


class _Keys(Struct, frozen=True, array_like=True):
    """By what a worker is found."""

    id: WorkerId
    name_key: str
    staff_id: str | None


_CHILD = Columns(
    _Child,
    {
        "child_id": ChildNow.child,
        "reference": ChildNow.reference,
        "open": ChildNow.open,
        "worker_key": WorkerNow.name_key,
        "worker_name": WorkerNow.name,
        "team": Team.name,
        "bucket": ChildNow.bucket,
        "status": ChildNow.status,
        "status_since": ChildNow.status_since,
        "date_of_birth": ChildNow.date_of_birth,
        "digest": ChildNow.extract_digest,
        "missing_since": ChildNow.missing_since,
        "seen_by": ChildNow.seen_by,
        "held_since": ChildNow.allocated_since,
        "name": ChildNow.name,
        "listed_on": ChildNow.listed_on,
    },
)
_EXTRACT = Columns(
    _Extract,
    {
        "child": EntryInForce.child,
        "content": ExtractRow.content,
        "as_at": EntryInForce.happened_on,
        "entry": EntryInForce.id,
    },
)
_KEPT_ON = Columns(_Kept, {"child": EntryInForce.child, "on": EntryInForce.happened_on, "entry": EntryInForce.id})
_SNAPSHOT = Columns(
    _Snapshot,
    {
        "id": Snapshot.id,
        "file_name": Snapshot.file_name,
        "sha256": Snapshot.sha256,
        "as_at": Snapshot.as_at,
        "format": Snapshot.format,
        "recorded_at": Snapshot.recorded_at,
        "teams": Snapshot.teams,
        "lists": Snapshot.lists,
    },
)
_KEYS = Columns(_Keys, {"id": WorkerNow.worker, "name_key": WorkerNow.name_key, "staff_id": WorkerNow.staff_id})
_CHILDREN = Question(
    lambda: (
        ChildNow.select(*_CHILD.columns)
        .join(WorkerNow, JOIN.LEFT_OUTER, on=(WorkerNow.worker == ChildNow.worker))
        .join(Team, JOIN.LEFT_OUTER, on=(Team.id == ChildNow.team))
        .order_by(ChildNow.child)
    )
)
_EXTRACTS = Question(
    lambda: (
        EntryInForce.select(*_EXTRACT.columns)
        .join(ExtractRow, on=(ExtractRow.entry == EntryInForce.id))
        .where(EntryInForce.kind == "extract")
        .order_by(nulls_first(EntryInForce.happened_on), EntryInForce.id)
    )
)
_WORKERS = Question(lambda: workers_where())
_WORKER_KEYS = Question(lambda: WorkerNow.select(*_KEYS.columns))
_ABSENCES = Question(
    lambda: (
        Absence.select(*rows.ABSENCE.columns)
        .join(EntryInForce, on=(EntryInForce.id == Absence.entry))
        .order_by(EntryInForce.id)
    )
)
_KEPT = Question(
    lambda: (
        Missing.select(*_KEPT_ON.columns)
        .join(EntryInForce, on=(EntryInForce.id == Missing.entry))
        .where(Missing.note.is_null(False))
        .order_by(nulls_first(EntryInForce.happened_on), EntryInForce.id)
    )
)
_ANSWERS = Question(
    lambda: (
        ListAnswer.select(ListAnswer.about, ListAnswer.said, ListAnswer.means)
        .join(EntryInForce, on=(EntryInForce.id == ListAnswer.entry))
        .order_by(EntryInForce.id)
    )
)
_SNAPSHOTS = Question(
    lambda: (
        Snapshot.select(*_SNAPSHOT.columns)
        .where(still_counts(Snapshot.id))
        .order_by(Snapshot.as_at.desc(), Snapshot.id.desc())
    )
)


def known_children(store: Store) -> dict[str, KnownChild]:
    """Every child by reference, open or closed, as they stand now and as the newest extract showed them; in the order
    in which they came.
    """
    extracts = {one.child: one for one in _EXTRACT.made_from(_EXTRACTS.ask(store))}
    kept = {one.child: one for one in _KEPT_ON.made_from(_KEPT.ask(store))}
    found = {}
    for child in _CHILD.made_from(_CHILDREN.ask(store)):
        extract = extracts.get(child.child_id)
        found[child.reference] = KnownChild(
            **asdict(child),
            content=extract.content if extract else None,
            last_as_at=extract.as_at if extract else None,
            is_kept=_is_kept(kept.get(child.child_id), extract),
        )
    return found


def _is_kept(kept: _Kept | None, extract: _Extract | None) -> bool:
    """Whether a child is ours as was said: until a list shows the child again."""
    if kept is None or extract is None:
        return kept is not None
    return (kept.on or date.min, kept.entry) > (extract.as_at or date.min, extract.entry)


def known_workers(store: Store) -> tuple[KnownWorker, ...]:
    """Every worker with each key they go by, the whole of their details, and their absences.

    The team is the one that was said, never one that only follows from the children they hold.
    """
    found = rows.WORKER.made_from(_WORKERS.ask(store))
    said = teams_said(store, [worker.id for worker in found])
    aliases: dict[WorkerId, list[str]] = defaultdict(list)
    for worker_id, key in worker_aliases(store):
        aliases[worker_id].append(key)
    away: dict[WorkerId, list[facts.Absence]] = defaultdict(list)
    for absence in rows.ABSENCE.made_from(_ABSENCES.ask(store)):
        away[absence.worker_id].append(absence)
    keys = {one.id: one for one in _KEYS.made_from(_WORKER_KEYS.ask(store))}
    return tuple(
        KnownWorker(
            worker_id=worker.id,
            worker=worker,
            keys=(keys[worker.id].name_key, *aliases[worker.id]),
            detail=WorkerDetail(
                name=worker.name,
                staff_id=keys[worker.id].staff_id,
                team=said.get(worker.id),
                role=worker.role,
                fte=worker.fte,
                newly_qualified_from=worker.newly_qualified_from,
                agency=worker.agency,
                starts=worker.starts,
                leaves=worker.leaves,
                supervisor=worker.supervisor,
                second_supervisor=worker.second_supervisor,
                own_limit=worker.own_limit,
                own_until=worker.own_until,
                seen_by=worker.seen_by,
            ),
            last_supervised=worker.last_held,
            absences=tuple(away[worker.id]),
            supervised_here=worker.last_held is not None and not worker.last_held_is_opening,
        )
        for worker in found
    )


def known_answers(store: Store) -> tuple[AnswerToKeep, ...]:
    """What imports were told and go on knowing, the newest last."""
    return tuple(AnswerToKeep(*row) for row in _ANSWERS.ask(store))


def known_snapshots(store: Store) -> tuple[KnownSnapshot, ...]:
    """Every import made before and not undone, newest as-at date first."""
    return tuple(
        KnownSnapshot(
            id=one.id,
            file_name=one.file_name,
            sha256=one.sha256,
            as_at=one.as_at,
            format=one.format,
            recorded_on=one.recorded_at.date(),
            teams=tuple(stored.content(one.teams)),
            lists=tuple(stored.content(one.lists)),
        )
        for one in _SNAPSHOT.made_from(_SNAPSHOTS.ask(store))
    )
