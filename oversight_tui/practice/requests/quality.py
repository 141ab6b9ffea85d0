"""Files that are audited, serious incidents, the dates of workers, and what became of a session's record."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.personal import OwnFileKind, RecordStep
from oversight_tui.practice.records.incidents import IncidentStepWhat
from oversight_tui.practice.records.parts import AuditSays
from oversight_tui.practice.records.workers import WorkerDateWhat
from oversight_tui.practice.requests.base import AgreedAction, Request


class PickAudit(Request, frozen=True):
    """Children's files to be audited, by whom (a name) and by when; `seed` and `strata` (a word for each child) say how
    they came to be picked.
    """

    children: tuple[ChildId, ...]
    auditor: str
    due_on: date
    seed: int | None = None
    strata: tuple[str, ...] = ()


class DrawAudit(Request, frozen=True):
    """Files of these teams drawn to be audited, out of each status in turn: `number` is None for the policy's of a
    month. The same seed draws the same files; that of the month unless one is said.
    """

    auditor: str
    due_on: date
    number: int | None = None
    seed: int | None = None
    teams: tuple[str, ...] = ()
    all_teams: bool = False


class AnsweredQuestion(Struct, frozen=True):
    """One question of the authority, what was found, and the words to it."""

    question: str
    says: AuditSays
    words: str = ""


class AuditRequest(Request, frozen=True):
    """A child's file audited: what was good, what must change, and by whom and when (`actions`).

    `pick` is the pick that it answers, None where the file was not picked; `auditor` a name, None for who records it.
    """

    child_id: ChildId
    good: str
    on: date
    must_change: str | None = None
    answers: tuple[AnsweredQuestion, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    pick: EntryId | None = None
    auditor: str | None = None

    @property
    def upon(self) -> EntryId | None:
        """The pick."""
        return self.pick


class ToldOfIncident(Struct, frozen=True):
    """Somebody who was told of an incident: who, at what time as HH:MM, what was said, and the day where it is not the
    one on which it is recorded.
    """

    who: str
    at: str | None = None
    said: str = ""
    on: date | None = None


class IncidentRequest(Request, frozen=True):
    """A serious incident to a child on a day, at a time as HH:MM; who was told of it; and whether a legal hold is put
    on the child's records.
    """

    child_id: ChildId
    what: str
    on: date
    at: str | None = None
    told: tuple[ToldOfIncident, ...] = ()
    legal_hold: bool = True


class TellOfIncident(Request, frozen=True):
    """Somebody more who was told of an incident."""

    incident: EntryId
    told: ToldOfIncident
    on: date

    @property
    def upon(self) -> EntryId:
        """The incident."""
        return self.incident


class StepAfterIncident(Request, frozen=True):
    """A step that was taken after an incident, or is not to be taken and why."""

    incident: EntryId
    step: IncidentStepWhat
    on: date
    because: str | None = None

    @property
    def upon(self) -> EntryId:
        """The incident."""
        return self.incident


class WorkerDateRequest(Request, frozen=True):
    """A day on which something of a worker runs out, None where it does no more."""

    worker_id: WorkerId
    what: WorkerDateWhat
    day: date | None


class OwnFileDateRequest(Request, frozen=True):
    """A day in a worker's own file on which an appraisal or a probation is due."""

    worker_id: WorkerId
    what: OwnFileKind
    day: date


class SessionRecordRequest(Request, frozen=True):
    """What became of the record of a held session: sent on, agreed, or seen otherwise and how."""

    session: EntryId
    step: RecordStep
    on: date
    text: str | None = None


class WaitingRecordRequest(Request, frozen=True):
    """The same of a worker's session whose record waits: that of the day `of`, of the oldest where None; with
    `all_before` those of the sessions before it too.
    """

    worker_id: WorkerId
    step: RecordStep
    on: date
    text: str | None = None
    of: date | None = None
    all_before: bool = False
