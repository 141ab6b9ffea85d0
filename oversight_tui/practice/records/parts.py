"""Rows that are no entry: who and what entries are about, parts of an entry, files that were read, what was erased."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Literal

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, EntryId, SnapshotId, TeamId, WorkerId

ErasedKind = Literal["child", "supervision", "own_file", "own_notes", "drafts"]
Source = Literal["manager", "import", "opening"]
AuditSays = Literal["yes", "partly", "no"]


class Part(Struct, frozen=True):
    """A row with a number of its own, besides the entries. `journal_name` is what the journal calls it, `number_as`
    what its number is called there; `part_of` is the field that names the entry it is part of, None for what stands by
    itself.
    """

    journal_name: ClassVar[str]
    number_as: ClassVar[str] = "row"
    part_of: ClassVar[str | None] = None


class Team(Part, frozen=True):
    """A team, by the name the authority's lists give it; `name_key` is the name normalised for matching."""

    journal_name: ClassVar[str] = "team_added"
    name: str
    name_key: str


class Worker(Part, frozen=True):
    """A worker as an identity."""

    journal_name: ClassVar[str] = "worker_added"
    number_as: ClassVar[str] = "worker"


class Child(Part, frozen=True):
    """A child as an identity: the case system's reference, unique in the authority."""

    journal_name: ClassVar[str] = "child_added"
    number_as: ClassVar[str] = "child"
    reference: str


class Snapshot(Part, frozen=True):
    """One import: what the file was, its as-at date, and what it covered, the last four as JSON."""

    journal_name: ClassVar[str] = "import"
    number_as: ClassVar[str] = "snapshot"
    format: str
    file_name: str
    sha256: str
    as_at: date
    lists: str
    teams: str
    counts: str
    refused: str
    recorded_at: datetime
    recorded_by: str


class SnapshotTeam(Part, frozen=True):
    """A team that a snapshot covered."""

    journal_name: ClassVar[str] = "team_in_import"
    snapshot: SnapshotId
    team: TeamId
    as_at: date


class SessionChild(Part, frozen=True):
    """A child discussed in a session."""

    journal_name: ClassVar[str] = "child_in_session"
    part_of: ClassVar[str | None] = "session"
    session: EntryId
    child: ChildId


class SessionWorker(Part, frozen=True):
    """A further worker at a group session."""

    journal_name: ClassVar[str] = "worker_in_session"
    part_of: ClassVar[str | None] = "session"
    session: EntryId
    worker: WorkerId


class ScaleReading(Part, frozen=True):
    """One person's number, 0 (cannot live at home) to 10 (safe enough to close), said in a talk or about a worry."""

    journal_name: ClassVar[str] = "scale"
    part_of: ClassVar[str | None] = "entry"
    entry: EntryId
    who: str
    number: int


class AuditAnswer(Part, frozen=True):
    """What one question of the authority was answered in an audit, and the words to it."""

    journal_name: ClassVar[str] = "audit_answer"
    part_of: ClassVar[str | None] = "audit"
    audit: EntryId
    question: str
    says: AuditSays
    words: str | None = None


class Erasure(Part, frozen=True):
    """What was erased: which kind of record, how many entries (`counts` is JSON, by kind), why, by whom."""

    journal_name: ClassVar[str] = "erased"
    kind: ErasedKind
    entries: int
    counts: str
    reason: str
    erased_on: date
    backups_until: date
    recorded_at: datetime
    recorded_by: str
