"""What the store knows already, for comparison with a file that is to be imported."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from peewee import JOIN, fn

from db import stored
from db.models import Absence, Child, ChildNow, EntryInForce, ExtractRow, Snapshot, Team, WorkerDetails, WorkerNow
from db.queries import rows
from db.queries.in_force import last_day_said, still_counts
from db.queries.settings import team_names
from db.queries.single import worker_aliases
from db.question import Question
from oversight_tui.practice.changes import KnownChild, KnownSnapshot, KnownWorker, WorkerDetail

if TYPE_CHECKING:
    from db.engine import Store

_CHILDREN = Question(
    lambda: (
        ChildNow.select(
            ChildNow.child,
            Child.reference,
            ChildNow.open,
            WorkerNow.name_key,
            WorkerNow.name,
            Team.name,
            ChildNow.bucket,
            ChildNow.status,
            ChildNow.status_since,
            ChildNow.date_of_birth,
            ChildNow.extract_digest,
            ChildNow.missing_since,
            ChildNow.seen_by,
        )
        .join(Child, on=(Child.id == ChildNow.child))
        .join(WorkerNow, JOIN.LEFT_OUTER, on=(WorkerNow.worker == ChildNow.worker))
        .join(Team, JOIN.LEFT_OUTER, on=(Team.id == ChildNow.team))
    )
)
_EXTRACTS = Question(
    lambda: (
        EntryInForce.select(EntryInForce.child, ExtractRow.content, EntryInForce.happened_on)
        .join(ExtractRow, on=(ExtractRow.entry == EntryInForce.id))
        .where(EntryInForce.kind == "extract")
        .order_by(EntryInForce.id)
    )
)
_WORKERS = Question(lambda: WorkerNow.select(*rows.WORKER_COLUMNS, WorkerNow.name_key, WorkerNow.staff_id))
_TEAMS_SAID = Question(
    lambda: (
        WorkerDetails.select(EntryInForce.worker, Team.name)
        .join(EntryInForce, on=(EntryInForce.id == WorkerDetails.entry))
        .join(Team, JOIN.LEFT_OUTER, on=(Team.id == WorkerDetails.team))
        .order_by(EntryInForce.id)
    )
)
_ABSENCES = Question(
    lambda: (
        Absence.select(
            EntryInForce.worker,
            Absence.reason,
            Absence.first_day,
            fn.COALESCE(last_day_said(EntryInForce), Absence.last_day),
        )
        .join(EntryInForce, on=(EntryInForce.id == Absence.entry))
        .order_by(EntryInForce.id)
    )
)
_SNAPSHOTS = Question(
    lambda: (
        Snapshot.select(
            Snapshot.id,
            Snapshot.file_name,
            Snapshot.sha256,
            Snapshot.as_at,
            Snapshot.format,
            Snapshot.recorded_at,
            Snapshot.teams,
        )
        .where(still_counts(Snapshot.id))
        .order_by(Snapshot.as_at.desc(), Snapshot.id.desc())
    )
)


def known_children(store: Store) -> dict[str, KnownChild]:
    """Every child by reference, open or closed, as they stand now and as the newest extract showed them."""
    extracts = {row[0]: (row[1], rows.day(row[2])) for row in _EXTRACTS.ask(store)}
    found = {}
    for row in _CHILDREN.ask(store):
        content, as_at = extracts.get(row[0], (None, None))
        found[row[1]] = KnownChild(
            child_id=row[0],
            reference=row[1],
            open=bool(row[2]),
            worker_key=row[3],
            worker_name=row[4],
            team=row[5],
            bucket=row[6],
            status=row[7],
            status_since=rows.day(row[8]),
            date_of_birth=rows.day(row[9]),
            digest=row[10],
            content=content,
            missing_since=rows.day(row[11]),
            last_as_at=as_at,
            seen_by=rows.day(row[12]),
        )
    return found


def known_workers(store: Store) -> tuple[KnownWorker, ...]:
    """Every worker with each key they go by, the whole of their details, and their absences.

    The team is the one that was said, never one that only follows from the children they hold.
    """
    said = dict(_TEAMS_SAID.ask(store))
    names = team_names(store)
    keys: dict[int, list[str]] = defaultdict(list)
    for worker_id, key in worker_aliases(store):
        keys[worker_id].append(key)
    found = _WORKERS.ask(store)
    workers = [rows.worker(row, names) for row in found]
    away = defaultdict(list)
    for row in _ABSENCES.ask(store):
        absence = rows.absence(row)
        away[absence.worker_id].append(absence)
    return tuple(
        KnownWorker(
            worker_id=row[0],
            keys=(row[-2], *keys[row[0]]),
            detail=WorkerDetail(
                name=worker.name,
                staff_id=row[-1],
                team=said.get(row[0]),
                role=worker.role,
                fte=worker.fte,
                newly_qualified_from=worker.newly_qualified_from,
                agency=worker.agency,
                starts=worker.starts,
                leaves=worker.leaves,
                supervisor=worker.supervisor,
                second_supervisor=worker.second_supervisor,
                own_limit=worker.own_rule.limit if worker.own_rule else None,
                own_until=worker.own_rule.until if worker.own_rule else None,
                seen_by=worker.seen_by,
            ),
            last_supervised=worker.last_held,
            absences=tuple(away[worker.id]),
        )
        for row, worker in zip(found, workers, strict=True)
    )


def known_snapshots(store: Store) -> tuple[KnownSnapshot, ...]:
    """Every import made before and not undone, newest as-at date first."""
    return tuple(
        KnownSnapshot(
            id=row[0],
            file_name=row[1],
            sha256=row[2],
            as_at=stored.day(row[3]),
            format=row[4],
            recorded_on=stored.moment(row[5]).date(),
            teams=tuple(stored.content(row[6])),
        )
        for row in _SNAPSHOTS.ask(store)
    )
