"""What a manager types, as plain values: the only facts that the oracle knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tests.oracle.days import Span

Kind = Literal["one_to_one", "group", "observation"]
Status = Literal["looked_after", "protection_plan", "in_need"]
Risk = Literal["low", "medium", "high", "very_high"]
Bucket = Literal["unallocated", "duty", "held_by_manager"]
Moment = Literal["missing_from", "returned", "strategy_discussion"]
End = Literal["strategy_discussion", "interview_held", "interview_declined"]


@dataclass(frozen=True)
class WorkerAdded:
    """A worker of the team, by the roster or by hand."""

    name: str
    starts: date
    newly_qualified_from: date | None = None


@dataclass(frozen=True)
class OwnRule:
    """A limit of the worker's own, tighter than everybody's, until its last day."""

    worker: str
    limit: Span
    until: date


@dataclass(frozen=True)
class Leaving:
    """The last day of a worker in the team became known."""

    worker: str
    on: date


@dataclass(frozen=True)
class ChildAdded:
    """A child who came in by hand; nobody's where no worker is said."""

    child: str
    worker: str | None


@dataclass(frozen=True)
class ListRow:
    """One child on a caseload list."""

    child: str
    worker: str | None
    status: Status
    last_seen: date | None
    closed: date | None = None


@dataclass(frozen=True)
class CaseloadImported:
    """A caseload list that shows the day it was brought in."""

    rows: tuple[ListRow, ...]


@dataclass(frozen=True)
class Rated:
    child: str
    risk: Risk
    on: date


@dataclass(frozen=True)
class Handed:
    """A child handed to a worker, or into a bucket."""

    child: str
    to: str | None
    on: date
    bucket: Bucket = "unallocated"


@dataclass(frozen=True)
class Planned:
    worker: str
    on: date


@dataclass(frozen=True)
class Held:
    """A session that took place; the children were talked about, nothing is written of them."""

    worker: str
    on: date
    kind: Kind = "one_to_one"
    children: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cancelled:
    """A planned session that will not take place; its worker and day name it."""

    planned: int
    worker: str
    on: date


@dataclass(frozen=True)
class SessionTalk:
    """Words about a child in a one-to-one session, which was held with that."""

    worker: str
    child: str
    on: date


@dataclass(frozen=True)
class Talk:
    """A same-day talk; `answers` is the talk asked for that was held with it."""

    child: str
    on: date
    answers: int | None = None


@dataclass(frozen=True)
class TalkAsked:
    child: str
    on: date


@dataclass(frozen=True)
class Filed:
    """A talk was put on the child's file."""

    talk: int
    on: date


@dataclass(frozen=True)
class Opened:
    """An opening date of a worker or a child: the last time before this record."""

    subject: str
    on: date


@dataclass(frozen=True)
class Away:
    worker: str
    first: date
    last: date | None


@dataclass(frozen=True)
class Back:
    """The last day of the absence a worker is in."""

    worker: str
    last: date


@dataclass(frozen=True)
class Covered:
    worker: str
    by: str
    first: date
    last: date | None


@dataclass(frozen=True)
class WorryRaised:
    child: str
    severity: int | None
    review: date | None
    on: date


@dataclass(frozen=True)
class WorryReviewed:
    worry: int
    next: date


@dataclass(frozen=True)
class WorryClosed:
    worry: int


@dataclass(frozen=True)
class ActionAdded:
    child: str
    owner: str
    by: date


@dataclass(frozen=True)
class ActionEnded:
    """Done, or dropped with a reason."""

    action: int
    done: bool


@dataclass(frozen=True)
class ActionCarried:
    action: int
    to: date


@dataclass(frozen=True)
class Decided:
    child: str
    because: bool
    review: date | None
    on: date


@dataclass(frozen=True)
class Reasoned:
    """The reason of a decision that had none."""

    decision: int


@dataclass(frozen=True)
class Reviewed:
    """A decision was looked at again: on another day anew, or it is settled."""

    decision: int
    next: date | None


@dataclass(frozen=True)
class Escalated:
    child: str
    on: date


@dataclass(frozen=True)
class Answered:
    escalation: int


@dataclass(frozen=True)
class Dated:
    """A moment about a child that no list carries."""

    child: str
    what: Moment
    on: date


@dataclass(frozen=True)
class Ended:
    """An enquiry ended, or the interview after a return was held or declined."""

    child: str
    what: End
    on: date


@dataclass(frozen=True)
class Seen:
    child: str
    on: date


@dataclass(frozen=True)
class DayCorrected:
    """The day of an earlier entry was another."""

    of: int
    on: date


@dataclass(frozen=True)
class ChildCorrected:
    """An earlier entry was about another child."""

    of: int
    child: str


@dataclass(frozen=True)
class Withdrawn:
    of: int


@dataclass(frozen=True)
class Undone:
    """The last thing that stands was taken back."""


@dataclass(frozen=True)
class Redone:
    """The last thing that was taken back was brought back."""


Opening = (
    WorkerAdded | OwnRule | Leaving | ChildAdded | CaseloadImported | Rated | Handed | Opened | Away | Back | Covered
)
Session = Planned | Held | Cancelled | SessionTalk | Talk | TalkAsked | Filed
Worry = WorryRaised | WorryReviewed | WorryClosed
Work = ActionAdded | ActionEnded | ActionCarried | Decided | Reasoned | Reviewed | Escalated | Answered
AboutChild = Dated | Ended | Seen
Correction = DayCorrected | ChildCorrected | Withdrawn | Undone | Redone
What = Opening | Session | Worry | Work | AboutChild | Correction


@dataclass(frozen=True)
class Typed:
    """One thing typed: `number` is its place in the order of typing and what later things call it by."""

    number: int
    day: date
    what: What
