"""One import, whole, in one transaction."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, get_args

from db.derived.live import live
from db.recording import Origin, Recording, recording
from db.writes.endings import going_on, statuses_going_on
from db.writes.people import write_worker
from db.writes.sessions import opening_session
from db.writes.true_days import corrected, day_of_allocation, held_before
from oversight_tui.practice import records
from oversight_tui.practice.changes import (
    AllocationChange,
    AnswerToKeep,
    ChildChange,
    ImportWrite,
    SnapshotFacts,
    WorkerChange,
)
from oversight_tui.practice.ids import ChildId, EntryId, SnapshotId, TeamId, WorkerId
from oversight_tui.practice.records import Content, parts
from oversight_tui.practice.records.children import AllocationRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.engine import Store


def apply_import(
    store: Store,
    plan: ImportWrite,
    author: str,
    key_of: Callable[[str], str],
    wrote: Callable[[int], None] | None = None,
    settles: Callable[[float], None] | None = None,
) -> SnapshotId:
    """Write everything one import brings; returns the snapshot's id. `key_of` makes the matching key of a name, `wrote`
    is told how many children are gone through, then `settles` how much of them is in the store, from 0 to 1.
    """
    with recording(store, author) as event:
        event.settles = settles or event.settles
        writer = _ImportWriter(store, event, plan.snapshot, key_of)
        for facts in plan.read_with_it:
            writer.snapshot(facts)
        for worker in plan.workers:
            writer.worker(worker)
        for answer in plan.answers:
            writer.answer(answer)
        for number, child in enumerate(plan.children, 1):
            writer.child(child)
            if wrote is not None:
                wrote(number)
        return writer.snapshot_id


class _ImportWriter:
    """Turns the changes of one import into entries, all dated with the snapshot."""

    def __init__(self, store: Store, event: Recording, snapshot: SnapshotFacts, key_of: Callable[[str], str]) -> None:
        self.store, self.event, self.facts, self.key_of = store, event, snapshot, key_of
        self.teams: dict[str, TeamId] = dict(store.rows("SELECT name_key, id FROM team"))
        # Of some of them nothing stands any more, since the import that brought them was undone.
        self.numbers: dict[str, ChildId] = dict(store.rows("SELECT reference, id FROM child"))
        self.worker_ids: dict[str, WorkerId] = {}
        self.snapshot_id = self.snapshot(snapshot)
        self.origin = Origin("import", self.snapshot_id)

    def snapshot(self, facts: SnapshotFacts) -> SnapshotId:
        """One file that was read, and the teams it covers; returns the snapshot's id."""
        number = self.event.add_part(
            parts.Snapshot(
                format=facts.format,
                file_name=facts.file_name,
                sha256=facts.sha256,
                as_at=facts.as_at,
                lists=json.dumps(facts.lists),
                teams=json.dumps(facts.teams),
                counts=json.dumps(facts.counts),
                refused=json.dumps(facts.refused),
                recorded_at=self.event.at,
                recorded_by=self.event.author,
            )
        )
        snapshot = SnapshotId(number)
        for name in facts.teams:
            self.event.add_part(parts.SnapshotTeam(snapshot, self.team(name), facts.as_at))
        return snapshot

    def team(self, name: str) -> TeamId:
        """The id of a team, met first or known."""
        key = self.key_of(name)
        if key not in self.teams:
            self.teams[key] = TeamId(self.event.add_part(parts.Team(name, key)))
        return self.teams[key]

    def worker(self, change: WorkerChange) -> None:
        """A worker met first or changed, with their absences and opening date."""
        worker = change.worker_id
        if change.detail is not None:
            detail = change.detail
            worker = write_worker(
                self.event,
                detail,
                self.key_of(detail.name),
                self._team_or_none(detail.team),
                worker,
                on=self.facts.as_at,
                origin=self.origin,
            )
        assert worker is not None
        self.worker_ids[change.key] = worker
        for alias in change.aliases:
            self._of_worker(records.WorkerAlias(alias), worker)
        for away in change.absences:
            absence = records.Absence(away.first_day, away.reason, away.last_day)
            self._of_worker(absence, worker, away.first_day)
        for first_day, last_day in change.absence_ends:
            for absence_id in self._absences(worker, first_day):
                self._of_worker(records.AbsenceEnd(absence_id, last_day), worker, last_day)
        if change.last_supervised is not None:
            origin = Origin("opening", self.snapshot_id)
            opening_session(self.event, worker, change.last_supervised, origin)

    def answer(self, answer: AnswerToKeep) -> None:
        """What the import was told and is to know the next time."""
        content = records.ListAnswer(answer.about, answer.said, answer.means)
        self.event.add(content, on=self.facts.as_at, origin=self.origin)

    def child(self, change: ChildChange) -> None:
        """A child met first, changed, closed, or missing from the list."""
        child = change.child_id
        if child is None:
            met = self.numbers.get(change.reference)
            child = met if met is not None else ChildId(self.event.add_part(parts.Child(change.reference)))
        if change.child_id is None or change.date_of_birth is not None or change.name is not None:
            self._of_child(records.ChildDetails(change.name, change.date_of_birth), child)
        for former in change.held_before:
            holder = self.worker_ids[former.worker_key]
            held_before(
                self.event, child, former, holder, self._team_or_none(former.team), self.facts.as_at, self.origin
            )
        for days in change.true_days:
            corrected(self.store, self.event, child, days, self._team_or_none(days.team), self.origin)
        since = day_of_allocation(self.store, child, change, self.facts.as_at)
        if change.closed:
            self._end_allocations(child, change, get_args(AllocationRole))
        elif change.allocation is not None and change.allocation.ends_previous:
            self._end_lead(child, change.allocation, since)
        if change.adviser is not None and not change.closed:
            self._end_allocations(child, change, ("personal_adviser",))
        if change.closed or (change.status is not None and change.status.ends_previous):
            self._end_statuses(child, change)
        self._allocate(child, change, since)
        if change.status is not None:
            status = change.status
            self._of_child(records.StatusEpisode(status.status, status.starts, self.facts.as_at), child)
        if change.extract is not None:
            row = change.extract
            shown = records.ExtractRow(row.open, row.content, row.digest, row.last_seen, row.last_seen_source)
            self._of_child(shown, child)
        if change.missing or change.kept:
            self._of_child(records.Missing(change.kept), child)
        if change.not_covered is not None:
            by = change.not_covered
            self._of_child(records.NotCovered(by.list_name, by.held_on), child)
        for reference in change.aliases:
            self._of_child(records.ChildAlias(reference), child)

    def _allocate(self, child: ChildId, change: ChildChange, since: date) -> None:
        """The new holder from that day on, and the new personal adviser, who is a second role."""
        if change.allocation is not None:
            given = change.allocation
            allocation = records.Allocation(
                allocated_to=self.worker_ids[given.worker_key] if given.worker_key else None,
                team=self._team_or_none(given.team),
                bucket=given.bucket,
                starts=given.starts,
                seen_by=given.seen_by or self.facts.as_at,
            )
            self._of_child(allocation, child, since)
        if change.adviser is not None and change.adviser.worker_key is not None:
            adviser = self.worker_ids[change.adviser.worker_key]
            self._of_child(records.Allocation(adviser, role="personal_adviser", seen_by=self.facts.as_at), child)

    def _end_lead(self, child: ChildId, given: AllocationChange, on: date) -> None:
        """The end of whoever holds the child, on the day that somebody else does."""
        for one in going_on(self.store, child):
            if one.says.role == "lead":
                end = records.AllocationEnd(one.spine.entry, given.ended_on, self.facts.as_at, given.ended_because)
                self._of_child(end, child, on)

    def _end_allocations(self, child: ChildId, change: ChildChange, roles: Sequence[AllocationRole]) -> None:
        for one in going_on(self.store, child):
            if one.says.role in roles:
                end = records.AllocationEnd(one.spine.entry, change.closed_on, self.facts.as_at, change.closed_because)
                self._of_child(end, child)

    def _end_statuses(self, child: ChildId, change: ChildChange) -> None:
        for one in statuses_going_on(self.store, child):
            self._of_child(records.StatusEnd(one.spine.entry, change.closed_on, change.closed_because), child)

    def _absences(self, worker: WorkerId, first_day: date) -> list[EntryId]:
        away = live(self.store, "worker_id", [worker], records.Absence)
        return [one.spine.entry for one in away if one.says.first_day == first_day]

    def _team_or_none(self, name: str | None) -> TeamId | None:
        return self.team(name) if name is not None else None

    def _of_child(self, content: Content, child: ChildId, on: date | None = None) -> None:
        self.event.add(content, child=child, on=on or self.facts.as_at, origin=self.origin)

    def _of_worker(self, content: Content, worker: WorkerId, on: date | None = None) -> None:
        self.event.add(content, worker=worker, on=on or self.facts.as_at, origin=self.origin)
