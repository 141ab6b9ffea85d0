"""Which form a draft belongs to, and whom it is about; as a value, and as it stands in the store."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.practice.ids import AboutChild, ChildId, EntryId, Subject, WorkerId

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.about import About

Typed = Mapping[str, str]


class FormName(StrEnum):
    """The forms there are. The value is what stands in the store: it never changes."""

    ABSENCE = "absence"
    ACTION = "action"
    ACTION_OUTCOME = "outcome"
    AUDIT = "audit"
    AUDIT_FILE = "audit_file"
    AUDIT_PICK = "audit_pick"
    BACK = "back"
    BOOK = "book"
    BOOKING = "booking"
    CANCEL_SESSION = "cancel"
    CHILD = "child_form"
    CHILD_DATE = "child_date"
    SEEN = "seen"
    CONSULT = "consult"
    CORRECT = "correct"
    COVER = "cover"
    DECIDE = "decide"
    DECIDE_REFERRAL = "decide_referral"
    DISAGREE = "disagree"
    DUTY = "duty"
    ERASE = "erase"
    ESCALATE = "escalate"
    ESCALATION_ANSWER = "answered"
    FINISH_SESSION = "finish"
    GIVE_BOOKINGS = "give"
    GROUP_SESSION = "group"
    HAND_IN = "hand_in"
    HAND_OVER = "hand_over"
    HANDOVER_TO_COME = "handover_to_come"
    HEARD = "heard"
    HOLD_SESSION = "hold"
    INCIDENT = "incident"
    INCIDENT_STEP = "incident_step"
    KEEP_PLAN = "keep_plan"
    LEGAL_HOLD = "legal_hold"
    LIFT_HOLD = "lift_hold"
    LOOK_BACK = "look_back"
    MISSING = "missing"
    MOVE_SESSION = "move"
    NEW_WORKER = "new_worker"
    NOTE = "note"
    OWN_FILE = "personal"
    PLAN_SESSION = "plan"
    POSTS = "posts"
    PROGRAMME = "programme"
    REASON = "because"
    REFERRAL = "referral"
    REVIEW_DECISION = "review"
    RISK = "risk"
    SCHEDULE = "schedule"
    SEND_OUT = "send_out"
    SESSION_LENGTH = "session_length"
    SESSION_RECORD = "session_record"
    SESSION_TALK = "in_session"
    SIGN_OFF = "sign_off"
    WORK_DUE = "work_due"
    TAKE_OFF = "take_off"
    TALK = "talk"
    TALK_ASKED_FOR = "asked"
    TALK_HELD = "talked"
    WAITING_LOOK = "waiting_look"
    WHAT_IF = "what_if"
    WITHDRAW = "withdraw"
    WORKER = "worker_form"
    WORKER_DATE = "worker_date"
    WORRY = "worry"
    WORRY_ANSWER = "answer"
    WRITE_UP = "write_up"


# What these recorded, once it is undone, is not to be recorded again by the keys that come next: none opens by itself.
NEVER_OPENED_AGAIN = frozenset({FormName.CORRECT, FormName.WITHDRAW})


class DraftKey(Struct, frozen=True):
    """The form a draft belongs to, and whom or what it is about.

    That is a child, a worker, an entry, or anything else by a `name` of its own among the drafts of its form;
    a talk in a session is about a worker and the `reference` of the child.
    """

    form: FormName
    child_id: ChildId | None = None
    worker_id: WorkerId | None = None
    entry_id: EntryId | None = None
    reference: str | None = None
    name: str | None = None

    @property
    def text(self) -> str:
        """As it stands in the store."""
        if self.form is FormName.SESSION_TALK:
            return f"{self.form}:{self.worker_id}:{self.reference}"
        if self.entry_id is not None or self.name is not None:
            return f"{self.form}:{self.entry_id or self.name}"
        return f"{self.form}:child:{self.child_id}" if self.child_id else f"{self.form}:worker:{self.worker_id}"

    def is_about(self, subject: Subject) -> bool:
        """Whether it is about this child, or, with no child, about this worker."""
        if self.form is FormName.SESSION_TALK:
            return False
        if isinstance(subject, AboutChild):
            return self.child_id == subject.id
        return self.child_id is None and self.worker_id == subject.id


def key_about(form: FormName, about: About) -> DraftKey:
    """The key of a form about a child or a worker: a child's form is the child's, whoever holds them."""
    return DraftKey(form, child_id=about.child_id) if about.child_id else DraftKey(form, worker_id=about.worker_id)


def key_named(form: FormName, name: str) -> DraftKey:
    """The key of a form about what goes by this name: `child:12`, `worker:3`, an entry's number, or a name."""
    kind, _, rest = name.partition(":")
    if form is FormName.SESSION_TALK:
        return DraftKey(form, worker_id=_worker(kind), reference=_known(rest))
    if kind == "child" and rest.isdecimal():
        return DraftKey(form, child_id=ChildId(int(rest)))
    if kind == "worker" and rest:
        return DraftKey(form, worker_id=_worker(rest))
    return DraftKey(form, entry_id=EntryId(int(name))) if name.isdecimal() else DraftKey(form, name=name)


def _worker(number: str) -> WorkerId | None:
    return WorkerId(int(number)) if number.isdecimal() else None


def key_of_text(text: str) -> DraftKey | None:
    """A key as it stands in the store; None where this version of the program has no such form."""
    form, _, name = text.partition(":")
    return key_named(FormName(form), name) if form in set(FormName) else None


def _known(text: str) -> str | None:
    return None if text == str(None) else text


def read_keys(stored: Mapping[str, Typed]) -> dict[DraftKey, Typed]:
    """Drafts as they stand in the store, the newest last, by their keys."""
    found = ((key_of_text(text), typed) for text, typed in stored.items())
    return {key: typed for key, typed in found if key is not None}
