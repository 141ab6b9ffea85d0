"""Supervision sessions: planned, moved, held, cancelled; what they are to be about and what was said in them."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import ChildId, EntryId, Subject, WorkerId
from oversight_tui.practice.records.sessions import AgendaStep
from oversight_tui.practice.requests.base import AgreedAction, Request, Scales


class PlanSession(Request, frozen=True):
    """A session to come. `at` is its time as it is typed, `minutes` its planned length."""

    worker_id: WorkerId
    on: date
    kind: SessionKind = "one_to_one"
    minutes: int | None = None
    supervisor: str | None = None
    at: str | None = None


class LayDownSessions(Request, frozen=True):
    """Sessions like the first one, every so many weeks up to a day, past bank holidays and absences."""

    first: PlanSession
    every_weeks: int
    until: date


class MoveSession(Request, frozen=True):
    """A planned session moved to another day or time; without one it keeps its time. No clock is set back."""

    planned_id: EntryId
    to: date
    at: str | None = None

    @property
    def upon(self) -> EntryId:
        """The plan."""
        return self.planned_id


class CancelSession(Request, frozen=True):
    """A planned session that will not take place, and why."""

    planned_id: EntryId
    because: str
    on: date

    @property
    def upon(self) -> EntryId:
        """The plan."""
        return self.planned_id


class SessionFeedback(Struct, frozen=True):
    """What the worker says when a one-to-one ends: whether it changed something, None where that was not said, and in
    a word what. It goes into the worker's own file.
    """

    changed: bool | None
    words: str = ""


class HoldSession(Request, frozen=True):
    """A session held. Takes the planned session `planned_id`, or the nearest planned of its kind within 7 days.

    `children` are counted as discussed, listed as "nothing written yet"; `not_reached` stood on its agenda and were
    not talked about; `others` are further workers at a group session. `counts` says of one that was cut short whether
    it counts as supervision, `again` that it is another one than that of its kind which was held that day, which is
    asked first. `feedback` is what the worker said of it, None where that was not asked.
    """

    worker_id: WorkerId
    on: date
    kind: SessionKind = "one_to_one"
    minutes: int | None = None
    supervisor: str | None = None
    children: tuple[ChildId, ...] = ()
    not_reached: tuple[ChildId, ...] = ()
    planned_id: EntryId | None = None
    others: tuple[WorkerId, ...] = ()
    counts: bool | None = None
    again: bool = False
    feedback: SessionFeedback | None = None


class SettledAction(Struct, frozen=True):
    """What became of an open action: done, not to be done, or carried over to a day; `text` is the word with it."""

    action: EntryId
    done: bool = False
    carried_to: date | None = None
    text: str | None = None


class SessionTalk(Request, frozen=True):
    """What was said about one child, or about brothers and sisters, in a session that is being held.

    `children` are references. `session_id` is the session once its first entry is recorded, None before that.
    Only `text` or a decision has to be there. `settled` are earlier actions that were looked at. `others` are further
    workers at a group session, `supervisor` the name of who led it, None for who records it. `again` says that the
    session is another one than that of its kind which was held that day, which is asked first. `one_family` says
    of children of whom no family is known here that they are of one; False asks, and None says it with the answer.
    """

    worker_id: WorkerId
    children: tuple[str, ...]
    on: date
    session_id: EntryId | None = None
    planned_id: EntryId | None = None
    kind: SessionKind = "one_to_one"
    text: str = ""
    what_changed: str | None = None
    worries: str | None = None
    going_well: str | None = None
    analysis: str | None = None
    childs_view: str | None = None
    decision: str | None = None
    because: str | None = None
    decision_kind: str = "other"
    actions: tuple[AgreedAction, ...] = ()
    scales: Scales = ()
    settled: tuple[SettledAction, ...] = ()
    sensitive: bool = False
    others: tuple[WorkerId, ...] = ()
    supervisor: str | None = None
    again: bool = False
    one_family: bool | None = None


class FinishSession(Request, frozen=True):
    """How long a session took, said at its end, and the day of the next one where it is agreed. `not_reached` stood on
    its agenda and are carried over, but for those `to_write_up`, by reference or name: they were talked about, and it
    is written later. `counts` says of one that was cut short whether it counts as supervision, `feedback` what the
    worker said of it, None where that was not asked.
    """

    session_id: EntryId
    minutes: int | None = None
    next_on: date | None = None
    not_reached: tuple[ChildId, ...] = ()
    to_write_up: tuple[str, ...] = ()
    counts: bool | None = None
    feedback: SessionFeedback | None = None

    @property
    def upon(self) -> EntryId:
        """The session."""
        return self.session_id


class WriteUp(Request, frozen=True):
    """What was said about a child, or about brothers and sisters, in a session that was held; words written later.

    `children` are references, `one_family` as of a `SessionTalk`.
    """

    session_id: EntryId
    children: tuple[str, ...]
    text: str
    what_changed: str | None = None
    worries: str | None = None
    going_well: str | None = None
    analysis: str | None = None
    childs_view: str | None = None
    decision: str | None = None
    because: str | None = None
    one_family: bool | None = None
    actions: tuple[AgreedAction, ...] = ()
    scales: Scales = ()
    settled: tuple[SettledAction, ...] = ()
    sensitive: bool = False


class TakeOffSession(Request, frozen=True):
    """A child taken off the list of a held session: they were not discussed in it, and why they stand there."""

    session_id: EntryId
    child_id: ChildId
    because: str
    on: date


class ChangeAgenda(Request, frozen=True):
    """Children put on the agenda of a worker's session on a day, taken off it, or not reached in it."""

    worker_id: WorkerId
    children: tuple[ChildId, ...]
    session_on: date
    step: AgendaStep


class OpeningDate(Request, frozen=True):
    """When a worker was last supervised, or a child last discussed, before this store began."""

    about: Subject
    on: date
