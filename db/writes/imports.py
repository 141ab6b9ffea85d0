"""One import, whole, in one transaction."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from db import models
from db.recording import Recording, recording
from db.writes.people import write_worker
from oversight_tui.practice.changes import ChildChange, ImportWrite, SnapshotFacts, WorkerChange

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.engine import Store


def apply_import(store: Store, plan: ImportWrite, author: str, key_of: Callable[[str], str]) -> int:
    """Write everything one import brings; returns the snapshot's id. `key_of` makes the matching key of a name."""
    with recording(store, author) as event:
        writer = _ImportWriter(store, event, plan.snapshot, key_of)
        for facts in plan.read_with_it:
            writer.snapshot(facts)
        for worker in plan.workers:
            writer.worker(worker)
        for child in plan.children:
            writer.child(child)
        return writer.snapshot_id


class _ImportWriter:
    """Turns the changes of one import into entries, all dated with the snapshot."""

    def __init__(self, store: Store, event: Recording, snapshot: SnapshotFacts, key_of: Callable[[str], str]) -> None:
        self.store, self.event, self.facts, self.key_of = store, event, snapshot, key_of
        self.teams: dict[str, int] = dict(store.database.execute_sql("SELECT name_key, id FROM team").fetchall())
        self.worker_ids: dict[str, int] = {}
        self.snapshot_id = self.snapshot(snapshot)

    def snapshot(self, facts: SnapshotFacts) -> int:
        """One file that was read, and the teams it covers; returns the snapshot's id."""
        snapshot_id = self.event.identity(
            models.Snapshot,
            format=facts.format,
            file_name=facts.file_name,
            sha256=facts.sha256,
            as_at=facts.as_at,
            lists=json.dumps(facts.lists),
            teams=json.dumps(facts.teams),
            counts=json.dumps(facts.counts),
            refused=json.dumps(facts.refused),
            recorded_at=datetime.now(UTC),
            recorded_by=self.event.author,
        )
        self.event.note("import", {"snapshot": snapshot_id, "as_at": facts.as_at, "counts": facts.counts})
        for team in facts.teams:
            self.event.identity(models.SnapshotTeam, snapshot=snapshot_id, team=self.team(team), as_at=facts.as_at)
        return snapshot_id

    def team(self, name: str | None) -> int | None:
        """The id of a team, met first or known."""
        if name is None:
            return None
        key = self.key_of(name)
        if key not in self.teams:
            self.teams[key] = self.event.identity(models.Team, name=name, name_key=key)
        return self.teams[key]

    def worker(self, change: WorkerChange) -> None:
        """A worker met first or changed, with their absences and opening date."""
        worker = change.worker_id
        if change.detail is not None:
            detail = change.detail
            worker = write_worker(
                self.event, detail, self.key_of(detail.name), self.team(detail.team), worker, **self._spine()
            )
        assert worker is not None
        self.worker_ids[change.key] = worker
        for alias in change.aliases:
            self.event.add("worker_alias", models.WorkerAlias, worker=worker, name_key=alias, **self._spine())
        for away in change.absences:
            self.event.add(
                "absence",
                models.Absence,
                worker=worker,
                first_day=away.first_day,
                last_day=away.last_day,
                reason=away.reason,
                **{**self._spine(), "on": away.first_day},
            )
        for first_day, last_day in change.absence_ends:
            for (absence,) in self._absences(worker, first_day):
                self.event.add(
                    "absence_end",
                    models.AbsenceEnd,
                    worker=worker,
                    absence=absence,
                    last_day=last_day,
                    **{**self._spine(), "on": last_day},
                )
        if change.last_supervised is not None:
            self.event.add(
                "session_held",
                models.SessionHeld,
                worker=worker,
                on=change.last_supervised,
                source="opening",
                snapshot=self.snapshot_id,
                session_kind="one_to_one",
                opening=True,
            )

    def child(self, change: ChildChange) -> None:
        """A child met first, changed, closed, or missing from the list."""
        child = change.child_id
        if child is None:
            child = self._met_before(change.reference) or self.event.identity(models.Child, reference=change.reference)
        if change.child_id is None or change.date_of_birth is not None:
            self._add("child", models.ChildDetails, child, date_of_birth=change.date_of_birth)
        if change.closed:
            self._end_allocations(child, change, models.ALLOCATION_ROLES)
        elif change.allocation is not None and change.allocation.ends_previous:
            self._end_allocations(child, change, ("lead",))
        if change.adviser is not None and not change.closed:
            self._end_allocations(child, change, ("personal_adviser",))
        if change.closed or (change.status is not None and change.status.ends_previous):
            self._end_statuses(child, change)
        self._allocate(child, change)
        if change.status is not None:
            status = change.status
            self._add(
                "status",
                models.StatusEpisode,
                child,
                status=status.status,
                starts=status.starts,
                seen_by=self.facts.as_at,
            )
        if change.extract is not None:
            row = change.extract
            self._add(
                "extract",
                models.ExtractRow,
                child,
                open=row.open,
                last_seen=row.last_seen,
                last_seen_source=row.last_seen_source,
                content=row.content,
                digest=row.digest,
            )
        if change.missing:
            self._add("missing", models.Missing, child)

    def _met_before(self, reference: str) -> int | None:
        """The number of a child of whom nothing stands any more, since the import that brought them was undone."""
        row = self.store.database.execute_sql("SELECT id FROM child WHERE reference = ?", (reference,)).fetchone()
        return row[0] if row else None

    def _allocate(self, child: int, change: ChildChange) -> None:
        """The new holder, and the new personal adviser, who is a second role."""
        if change.allocation is not None:
            given = change.allocation
            self._add(
                "allocation",
                models.Allocation,
                child,
                allocated_to=self.worker_ids[given.worker_key] if given.worker_key else None,
                team=self.team(given.team),
                bucket=given.bucket,
                role="lead",
                starts=given.starts,
                seen_by=given.seen_by or self.facts.as_at,
            )
        if change.adviser is not None and change.adviser.worker_key is not None:
            self._add(
                "allocation",
                models.Allocation,
                child,
                allocated_to=self.worker_ids[change.adviser.worker_key],
                role="personal_adviser",
                seen_by=self.facts.as_at,
            )

    def _end_allocations(self, child: int, change: ChildChange, roles: Sequence[str]) -> None:
        for allocation, role in self._open(child, "allocation", "allocation_end", "allocation_id", "role"):
            if role not in roles:
                continue
            self._add(
                "allocation_end",
                models.AllocationEnd,
                child,
                allocation=allocation,
                ends=change.closed_on,
                seen_by=self.facts.as_at,
                reason=change.closed_because,
            )

    def _end_statuses(self, child: int, change: ChildChange) -> None:
        for episode, _ in self._open(child, "status", "status_end", "episode_id", "status"):
            self._add(
                "status_end",
                models.StatusEnd,
                child,
                episode=episode,
                ends=change.closed_on,
                reason=change.closed_because,
            )

    def _absences(self, worker: int, first_day: date) -> list[tuple[int]]:
        rows: list[tuple[int]] = self.store.database.execute_sql(
            "SELECT e.root_id FROM entry_in_force e JOIN absence a ON a.entry_id = e.id"
            " WHERE e.worker_id = ? AND a.first_day = ?",
            (worker, first_day.isoformat()),
        ).fetchall()
        return rows

    def _open(self, child: int, kind: str, end: str, column: str, also: str) -> list[tuple[int, str]]:
        """Entries of a kind about the child that have no end yet, each with one column of its own."""
        table = "allocation" if kind == "allocation" else "status_episode"
        rows: list[tuple[int, str]] = self.store.database.execute_sql(
            f"SELECT e.root_id, d.{also} FROM entry_in_force e JOIN {table} d ON d.entry_id = e.id"
            " WHERE e.child_id = ? AND e.kind = ? AND NOT EXISTS"
            f" (SELECT 1 FROM {end} x JOIN entry_in_force xe ON xe.id = x.entry_id WHERE x.{column} = e.root_id)",
            (child, kind),
        ).fetchall()
        return rows

    def _add(self, kind: str, model: Any, child: int, **values: Any) -> int:
        return self.event.add(kind, model, child=child, **self._spine(), **values)

    def _spine(self) -> dict[str, Any]:
        return {"on": self.facts.as_at, "source": "import", "snapshot": self.snapshot_id}
