"""What was recorded and stands: the newest version of each entry that was not taken back, a row each.

Only what is about a child, and of workers that they had sessions and were away: what is about a worker is in their own
file, and is in no table. Of what is sensitive there is a row without its words (`words_left_out`).
"""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, EntryId, WorkerId


class AllocationListed(Struct, frozen=True):
    """A child with a worker, or in a bucket; `starts` and `ends` are true dates."""

    entry_id: EntryId
    child_id: ChildId
    child: str
    worker_id: WorkerId | None
    worker: str | None
    bucket: str | None
    team: str | None
    role: str
    starts: date | None
    seen_by: date | None
    ends: date | None
    ended: bool
    recorded_at: datetime
    recorded_by: str


class StatusListed(Struct, frozen=True):
    """An episode of a child's status."""

    entry_id: EntryId
    child_id: ChildId
    child: str
    status: str
    starts: date | None
    seen_by: date | None
    ends: date | None
    ended: bool


class RiskListed(Struct, frozen=True):
    """A rating of a child's risk."""

    entry_id: EntryId
    child_id: ChildId
    child: str
    rating: str
    rated_on: date | None
    words_left_out: bool
    reason: str | None
    recorded_at: datetime
    recorded_by: str


class SessionListed(Struct, frozen=True):
    """A session of a worker: planned, held or cancelled. `opening` is a date from before this store began."""

    entry_id: EntryId
    worker_id: WorkerId
    worker: str
    kind: str
    state: str
    planned_for: date | None
    held_on: date | None
    minutes: int | None
    supervisor: str | None
    opening: bool
    cut_short: bool
    children: int
    recorded_at: datetime
    recorded_by: str


class SessionChildListed(Struct, frozen=True):
    """A child in the list of a session that was held."""

    session_id: EntryId
    worker_id: WorkerId
    child_id: ChildId
    child: str


class DiscussionListed(Struct, frozen=True):
    """A child talked about, or of whom a talk was asked for."""

    entry_id: EntryId
    child_id: ChildId
    child: str
    worker_id: WorkerId | None
    worker: str | None
    happened_on: date | None
    happened_at: str | None
    setting: str
    asked_for: bool
    session_id: EntryId | None
    on_file: date | None
    words_left_out: bool
    text: str | None
    what_changed: str | None
    worries: str | None
    going_well: str | None
    analysis: str | None
    childs_view: str | None
    recorded_at: datetime
    recorded_by: str


class DecisionListed(Struct, frozen=True):
    """What was decided about a child. `review_on` is the day of the next review, None once that was settled."""

    entry_id: EntryId
    child_id: ChildId
    child: str
    decided_on: date | None
    kind: str
    discussion_id: EntryId | None
    review_on: date | None
    lacks_reason: bool
    words_left_out: bool
    text: str | None
    because: str | None
    recorded_at: datetime
    recorded_by: str


class ActionListed(Struct, frozen=True):
    """What is to be done for a child, or was."""

    entry_id: EntryId
    child_id: ChildId
    child: str
    agreed_on: date | None
    owner: str
    due_on: date | None
    carried_over: int
    state: str
    ended_on: date | None
    decision_id: EntryId | None
    words_left_out: bool
    text: str | None
    recorded_at: datetime
    recorded_by: str


class WorryListed(Struct, frozen=True):
    """A worry about a child, open or closed. `review_on` is the day of the next review."""

    entry_id: EntryId
    child_id: ChildId
    child: str
    raised_on: date | None
    severity: int | None
    owner: str | None
    review_on: date | None
    state: str
    closed_on: date | None
    words_left_out: bool
    text: str | None
    if_nothing_changes: str | None
    recorded_at: datetime
    recorded_by: str


class EscalationListed(Struct, frozen=True):
    """A matter about a child taken to somebody senior, and whether it was answered."""

    entry_id: EntryId
    child_id: ChildId
    child: str
    sent_on: date | None
    sent_to: str
    state: str
    answered_on: date | None
    words_left_out: bool
    text: str | None
    answer: str | None
    recorded_at: datetime
    recorded_by: str


class ConsultationListed(Struct, frozen=True):
    """What somebody was asked about a child, and what was heard; `for_information` awaits no answer."""

    entry_id: EntryId
    child_id: ChildId
    child: str
    asked_on: date | None
    asked_of: str
    adviser: str
    for_information: bool
    state: str
    answered_on: date | None
    words_left_out: bool
    text: str | None
    answer: str | None
    changed: str | None
    recorded_at: datetime
    recorded_by: str


class AbsenceListed(Struct, frozen=True):
    """A worker away, by the category of the reason."""

    entry_id: EntryId
    worker_id: WorkerId
    worker: str
    reason: str
    first_day: date
    last_day: date | None


class ImportListed(Struct, frozen=True):
    """A list that was imported."""

    snapshot_id: int
    format: str
    file_name: str
    as_at: date
    recorded_at: datetime
    recorded_by: str


class ChangeListed(Struct, frozen=True):
    """What others or an import have recorded since somebody last looked."""

    entry_id: EntryId
    what: str
    child_id: ChildId | None
    child: str | None
    worker: str | None
    text: str
    recorded_by: str
    recorded_at: datetime


class JournalListed(Struct, frozen=True):
    """A line of the journal: who did what, and its place in the chain."""

    seq: int
    at: datetime
    who: str
    what: str
    entry_id: EntryId | None
    hash: str
