"""What a dialog or a command asks to be recorded: frozen values checked and written by `services.record`.

`on` is when it took place, never when it was typed. A worker or child is named by the store's id.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.facts import AbsenceReason, Bucket, Risk, SessionKind, Setting


class AgreedAction(Struct, frozen=True):
    """An action agreed in a talk: what, who (a name), by when. It is recorded for each child of the talk."""

    text: str
    owner: str
    by: date


class ActionOutcome(Struct, frozen=True):
    """What became of an open action: done, not to be done, or carried over to a day; `text` is the word with it."""

    action_id: str
    done: bool = False
    carried_to: date | None = None
    text: str | None = None


class PlanSession(Struct, frozen=True):
    """A session to come. `minutes` is its planned length."""

    worker_id: str
    on: date
    kind: SessionKind = "one_to_one"
    minutes: int | None = None
    supervisor: str | None = None


class HoldSession(Struct, frozen=True):
    """A session held. Takes the planned session `planned_id`, or the nearest planned of its kind within 7 days.

    `children` are ids counted as discussed, listed as "nothing written yet"; `others` are ids of further workers at a
    group session.
    """

    worker_id: str
    on: date
    kind: SessionKind = "one_to_one"
    minutes: int | None = None
    supervisor: str | None = None
    children: tuple[str, ...] = ()
    planned_id: str | None = None
    others: tuple[str, ...] = ()


class SessionTalk(Struct, frozen=True):
    """What was said about one child, or about brothers and sisters, in a session that is being held.

    `children` are references. `session_id` is the session once its first entry is recorded, None before that.
    Only `text` or a decision has to be there. `outcomes` maps open actions to what became of them: `done`, `no`, or the
    day they are carried over to, each with a word. `others` are ids of further workers at a group session, `supervisor`
    the name of who led it, None for who records it.
    """

    worker_id: str
    children: tuple[str, ...]
    on: date
    session_id: str | None = None
    planned_id: str | None = None
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
    scales: tuple[tuple[str, int], ...] = ()
    outcomes: tuple[ActionOutcome, ...] = ()
    sensitive: bool = False
    others: tuple[str, ...] = ()
    supervisor: str | None = None


class CancelSession(Struct, frozen=True):
    """A planned session that will not take place, and why."""

    planned_id: str
    because: str
    on: date


class OpeningDate(Struct, frozen=True):
    """When a worker was last supervised, or a child last discussed, before this store began.

    Exactly one of the two ids.
    """

    on: date
    worker_id: str | None = None
    child_id: str | None = None


class DiscussionRequest(Struct, frozen=True):
    """A talk about a child, one entry a child.

    `asked_for` is True for a talk a worker asked for that is not held yet; `answers` is the id of the one that was
    asked for and is held with this. `scales` are numbers from 0 (cannot live at home) to 10 (safe enough to close), by
    person. The words of a `sensitive` entry are shown only when they are opened.
    """

    children: tuple[str, ...]
    text: str
    on: date
    at: str | None = None
    worker_id: str | None = None
    setting: Setting = "same_day"
    what_changed: str | None = None
    going_well: str | None = None
    childs_view: str | None = None
    decision: str | None = None
    because: str | None = None
    asked_for: bool = False
    answers: str | None = None
    actions: tuple[AgreedAction, ...] = ()
    scales: tuple[tuple[str, int], ...] = ()
    sensitive: bool = False


class DecisionRequest(Struct, frozen=True):
    """A decision about one child or one worker. Without `because` it stays on the morning list until it has one."""

    text: str
    on: date
    child_id: str | None = None
    worker_id: str | None = None
    because: str | None = None
    kind: str = "other"
    review_on: date | None = None
    actions: tuple[AgreedAction, ...] = ()
    sensitive: bool = False


class WorryRequest(Struct, frozen=True):
    """A worry about a child. `severity` is 1 (least) to 5 (most); `scales` as in a discussion."""

    child_id: str
    text: str
    on: date
    who: str | None = None
    if_nothing_changes: str | None = None
    severity: int | None = None
    owner: str | None = None
    review_on: date | None = None
    scales: tuple[tuple[str, int], ...] = ()
    sensitive: bool = False


class ActionRequest(Struct, frozen=True):
    """An action about a child, or about a worker: what, who (a name), by when."""

    child_id: str | None
    text: str
    owner: str
    by: date
    on: date
    worker_id: str | None = None


class RiskRequest(Struct, frozen=True):
    """The manager's rating of a child's risk, and why. It sets the child's interval."""

    child_id: str
    rating: Risk
    because: str
    on: date


class AbsenceRequest(Struct, frozen=True):
    """A worker away, both days included."""

    worker_id: str
    first_day: date
    last_day: date | None
    reason: AbsenceReason
    because: str | None = None


class ChildDateRequest(Struct, frozen=True):
    """A date about a child that no list carries, or (for `visit_interval`) the most days between two visits."""

    child_id: str
    what: str
    day: date | None = None
    days: int | None = None
    reason: str | None = None


class CoverRequest(Struct, frozen=True):
    """Who sees to a worker's children meanwhile, by name; both days included, None for until further notice."""

    worker_id: str
    covered_by: str
    first_day: date
    last_day: date | None = None


class Correction(Struct, frozen=True):
    """What a newer version of an entry says otherwise; None leaves a thing as it was.

    `child` is the reference of the child whom the entry is about indeed.
    """

    entry_id: str
    text: str | None = None
    because: str | None = None
    on: date | None = None
    child: str | None = None


class EscalationRequest(Struct, frozen=True):
    """A matter taken to somebody senior, about a child or a worker."""

    text: str
    to: str
    on: date
    child_id: str | None = None
    worker_id: str | None = None


class AllocationRequest(Struct, frozen=True):
    """A child given to a worker, or put into a bucket. Exactly one of the two."""

    child_id: str
    on: date
    worker_id: str | None = None
    bucket: Bucket | None = None


class Closing(Struct, frozen=True):
    """An answer, an outcome or an end of one open thing: a worry closed, an action done or dropped, an
    escalation answered.
    """

    entry_id: str
    on: date
    text: str | None = None
    done: bool = True
    scales: tuple[tuple[str, int], ...] = ()


class Holding(Struct, frozen=True):
    """A legal hold on a child or a worker, to be placed or to be lifted."""

    child_id: str | None
    worker_id: str | None
    because: str


class Erasing(Struct, frozen=True):
    """What is due of a child or a worker to be erased, or of a `kind` alone: notes to self, drafts, an own file.

    `backup_months` is for how many months a backup that holds it may be kept.
    """

    child_id: str | None
    worker_id: str | None
    because: str
    kind: str | None = None
    backup_months: int = 12


class Recorded(Struct, frozen=True):
    """What was recorded: its id, its kind, and a sentence that says it. `hint` is a remark on how it was worded."""

    id: str
    kind: str
    says: str
    hint: str | None = None
