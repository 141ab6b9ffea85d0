"""What an import writes, as plain values: worked out by `services.importing`, written whole by `db.writes.imports`.

A worker or team is named here by its key (`words.text.match_key` of the name); `worker_id` and `child_id` are the
store's ids where the thing is known already, None where the import brings it. Everything the manager typed stays
untouched.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.facts import Absence, Bucket, Status, Worker
from oversight_tui.practice.ids import ChildId, EntryId, SnapshotId, WorkerId
from oversight_tui.practice.records.upkeep import ListAnswerAbout


class SnapshotFacts(Struct, frozen=True):
    """One file, or files read together.

    `lists`, `teams`: what it covered. `counts`, `refused`: as printed by the dry run.
    """

    format: str
    file_name: str
    sha256: str
    as_at: date
    lists: tuple[str, ...]
    teams: tuple[str, ...]
    counts: dict[str, int]
    refused: tuple[tuple[str, str, str], ...] = ()


class WorkerDetail(Struct, frozen=True):
    """The whole of what is known of a worker; an import that changes one thing carries the rest along."""

    name: str
    staff_id: str | None = None
    team: str | None = None
    role: str | None = None
    fte: float | None = None
    newly_qualified_from: date | None = None
    agency: bool | None = None
    starts: date | None = None
    leaves: date | None = None
    supervisor: str | None = None
    second_supervisor: str | None = None
    own_limit: str | None = None
    own_until: date | None = None
    seen_by: date | None = None


class WorkerChange(Struct, frozen=True):
    """A worker met first (`worker_id` None) or changed.

    `detail` None leaves the details alone. `key` is the key of the name as the file spells it; `aliases` are further
    keys to remember. `last_supervised` is an opening date. `absence_ends` maps the first day of an absence that is
    known already to its last day.
    """

    key: str
    worker_id: WorkerId | None
    detail: WorkerDetail | None
    aliases: tuple[str, ...] = ()
    last_supervised: date | None = None
    absences: tuple[Absence, ...] = ()
    absence_ends: tuple[tuple[date, date], ...] = ()


class AllocationChange(Struct, frozen=True):
    """The new holder: a worker by key or a bucket, and the team. `starts` is a true date or None.

    `seen_by` is the day a list first showed the child with this worker, None for the day of this one. `ended_on` is the
    true day on which the holder before ceased to be, and `ended_because` why, where a file tells them.
    """

    worker_key: str | None
    team: str | None
    bucket: Bucket | None = None
    starts: date | None = None
    seen_by: date | None = None
    ends_previous: bool = True
    ended_on: date | None = None
    ended_because: str | None = None


class HeldBefore(Struct, frozen=True):
    """A former holder with the true days, who was not known here: a worker by key, in which team, and why it ended."""

    worker_key: str
    team: str | None
    starts: date
    ends: date
    because: str | None = None


class TrueDays(Struct, frozen=True):
    """The true days of an allocation that is here already and was only seen on lists, and its team where it is another
    one now. `end` is the entry of its end; what is None stays as it is.
    """

    allocation: EntryId
    starts: date | None = None
    end: EntryId | None = None
    ends: date | None = None
    because: str | None = None
    team: str | None = None


class AdviserChange(Struct, frozen=True):
    """The personal adviser of a care leaver, by key; None where there is none any more."""

    worker_key: str | None


class StatusChange(Struct, frozen=True):
    """The status as the list shows it. `ends_previous` closes the open episode first."""

    status: Status
    starts: date | None
    ends_previous: bool = True


class ExtractChange(Struct, frozen=True):
    """The child as the file shows them: written where `digest` differs from the one before.

    `content` is canonical JSON; a key `conflict` in it is a sentence shown to the manager.
    """

    open: bool
    last_seen: date | None
    last_seen_source: str | None
    content: str
    digest: str


class NotCoveredBy(Struct, frozen=True):
    """A list that is not among those read, and the day of the one before it."""

    list_name: str
    held_on: date


class ChildChange(Struct, frozen=True):
    """One child met first (`child_id` None) or changed. `closed` ends the open allocation and status episode on
    `closed_on` (the snapshot's date where None) for `closed_because`. `missing` marks a child not in this list, and
    `kept`, where it says why, that they are still ours all the same. `aliases` are further spellings of the reference
    to remember. `not_covered` is the list that would show the child and is not there. `name` is for a child
    who has none.
    """

    reference: str
    child_id: ChildId | None
    date_of_birth: date | None = None
    allocation: AllocationChange | None = None
    adviser: AdviserChange | None = None
    status: StatusChange | None = None
    extract: ExtractChange | None = None
    closed: bool = False
    closed_on: date | None = None
    closed_because: str | None = None
    missing: bool = False
    name: str | None = None
    kept: str | None = None
    aliases: tuple[str, ...] = ()
    not_covered: NotCoveredBy | None = None
    held_before: tuple[HeldBefore, ...] = ()
    true_days: tuple[TrueDays, ...] = ()


class AnswerToKeep(Struct, frozen=True):
    """What the words `said` of lists were said to mean, to be known the next time."""

    about: ListAnswerAbout
    said: str
    means: str


class ImportWrite(Struct, frozen=True):
    """Everything one import writes, in one transaction. `read_with_it` are further files that were read together."""

    snapshot: SnapshotFacts
    workers: tuple[WorkerChange, ...] = ()
    children: tuple[ChildChange, ...] = ()
    read_with_it: tuple[SnapshotFacts, ...] = ()
    answers: tuple[AnswerToKeep, ...] = ()


class KnownChild(Struct, frozen=True):
    """A child as the store has them, for comparison with a file. `worker_key` and `team` are the present holder's,
    `held_since` is the day that was typed for it. `is_kept` of one who is in no list and was said to be ours.
    `listed_on` is the day of the list that showed the child last, where newer ones do not cover the child.
    """

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
    content: str | None
    missing_since: date | None
    last_as_at: date | None
    seen_by: date | None = None
    held_since: date | None = None
    name: str | None = None
    is_kept: bool = False
    listed_on: date | None = None


class KnownHolding(Struct, frozen=True):
    """One time a child was held, as the store has it. `on` is its day in the order of things, `starts` the true day of
    its start and `true_end` that of its end, None where only lists tell; `ended_on` is its end by either. `by_hand`:
    typed here and on no list, and so its end where `end_by_hand`.
    """

    entry: EntryId
    worker_id: WorkerId | None
    on: date
    starts: date | None
    by_hand: bool
    end: EntryId | None = None
    ended_on: date | None = None
    true_end: date | None = None
    end_by_hand: bool = False

    @property
    def since(self) -> date:
        """Its first day, as far as it is known."""
        return self.starts or self.on


class KnownWorker(Struct, frozen=True):
    """A worker as the store has them: every key they go by, their details, and what the rules ask (`worker`).

    `supervised_here` says that `last_supervised` is of a session recorded here and no opening date.
    """

    worker_id: WorkerId
    worker: Worker
    keys: tuple[str, ...]
    detail: WorkerDetail
    last_supervised: date | None
    absences: tuple[Absence, ...]
    supervised_here: bool = False


class KnownSnapshot(Struct, frozen=True):
    """An import made before."""

    id: SnapshotId
    file_name: str
    sha256: str
    as_at: date
    format: str
    recorded_on: date
    teams: tuple[str, ...]
    lists: tuple[str, ...] = ()
