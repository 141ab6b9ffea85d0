"""What was recorded put right, taken back, marked; notes to self, a worker's own file, legal holds, erasing."""

from __future__ import annotations

from datetime import date, datetime

from oversight_tui.practice.ids import EntryId, Subject, WorkerId
from oversight_tui.practice.personal import OwnFileKind, RecordStep
from oversight_tui.practice.records.upkeep import EntryMark
from oversight_tui.practice.requests.base import Request
from oversight_tui.practice.retention import ErasedKind


class Correction(Request, frozen=True):
    """What a newer version of an entry says otherwise; None leaves a thing as it was.

    `child` is the reference of the child whom the entry is about indeed, `owner` who sees to a worry or an action now,
    `look_again_on` another day on which an entry of a worker's own file comes back, `by` that by which an action is to
    be done.
    """

    entry_id: EntryId
    text: str | None = None
    because: str | None = None
    on: date | None = None
    child: str | None = None
    owner: str | None = None
    look_again_on: date | None = None
    by: date | None = None

    @property
    def upon(self) -> EntryId:
        """The entry."""
        return self.entry_id


class Withdraw(Request, frozen=True):
    """An entry taken back with a reason. It stays readable, and counts no more."""

    entry_id: EntryId
    because: str
    on: date

    @property
    def upon(self) -> EntryId:
        """The entry."""
        return self.entry_id


class MarkEntry(Request, frozen=True):
    """An entry marked as sensitive (hidden until opened) or as a significant event."""

    entry_id: EntryId
    mark: EntryMark


class Undo(Request, frozen=True):
    """Everything that this person recorded in one event last, taken back.

    Without being asked about, that is one entry, and no older than `since` (None for of whatever age). `agreed_to` is
    the newest entry of an event that was asked about and may go, `yes` says so of whatever is the last. `words` says
    whether the answer may hold what was written.
    """

    since: datetime | None = None
    agreed_to: EntryId | None = None
    yes: bool = False
    words: bool = True


class Redo(Request, frozen=True):
    """What this person undid last, brought back; `words` as of undo."""

    words: bool = True


class NoteRequest(Request, frozen=True):
    """A manager's note to self, about a child, a worker or nobody."""

    text: str
    about: Subject | None = None


class PersonalRequest(Request, frozen=True):
    """An entry to be made in a worker's own file. `changed` is of feedback: whether supervision changed something;
    `look_again_on` the day on which the entry comes back. The record of a session has its `session` and `step`.
    """

    worker_id: WorkerId
    kind: OwnFileKind
    text: str
    on: date
    support_offered: str | None = None
    next_step: str | None = None
    follows: EntryId | None = None
    signed_by_worker: date | None = None
    signed_by_manager: date | None = None
    renew_on: date | None = None
    changed: bool | None = None
    look_again_on: date | None = None
    session: EntryId | None = None
    step: RecordStep | None = None


class PlaceHold(Request, frozen=True):
    """A legal hold on a child or a worker: nothing about them is erased until it is lifted."""

    about: Subject
    because: str


class LiftHold(Request, frozen=True):
    """The legal hold on a child or a worker ends."""

    about: Subject
    because: str


class Erase(Request, frozen=True):
    """What is due of a child or a worker to be erased, or of a `kind` alone: notes to self, drafts, an own file.

    `about` is None for notes and drafts. `backup_months` is for how many months a backup that holds it may be kept.
    """

    about: Subject | None
    because: str
    kind: ErasedKind | None = None
    backup_months: int = 12
