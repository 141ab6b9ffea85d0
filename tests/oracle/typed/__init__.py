"""What a manager types, as plain values: the only facts that the oracle knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.oracle.typed.children import (
    Bucket,
    CaseloadImported,
    ChildAdded,
    Dated,
    End,
    Ended,
    Handed,
    ListRow,
    Moment,
    Rated,
    Risk,
    Seen,
    Status,
)
from tests.oracle.typed.corrections import ChildCorrected, DayCorrected, Redone, Undone, Withdrawn
from tests.oracle.typed.sessions import Cancelled, Filed, Held, Kind, Moved, Planned, SessionTalk, Talk, TalkAsked
from tests.oracle.typed.team import OUTSIDE, Away, Back, Covered, Leaving, Opened, OwnRule, WorkerAdded
from tests.oracle.typed.work import (
    ActionAdded,
    ActionCarried,
    ActionEnded,
    Answered,
    Consulted,
    Decided,
    Escalated,
    Heard,
    Reasoned,
    Reviewed,
    WorryClosed,
    WorryRaised,
    WorryReviewed,
)

Team = WorkerAdded | OwnRule | Leaving | Opened | Away | Back | Covered
Children = ChildAdded | CaseloadImported | Rated | Handed | Dated | Ended | Seen
Session = Planned | Moved | Held | Cancelled | SessionTalk | Talk | TalkAsked | Filed
Work = (
    WorryRaised
    | WorryReviewed
    | WorryClosed
    | ActionAdded
    | ActionEnded
    | ActionCarried
    | Decided
    | Reasoned
    | Reviewed
    | Consulted
    | Escalated
    | Heard
    | Answered
)
Correction = DayCorrected | ChildCorrected | Withdrawn | Undone | Redone
What = Team | Children | Session | Work | Correction

__all__ = [
    "OUTSIDE",
    "ActionAdded",
    "ActionCarried",
    "ActionEnded",
    "Answered",
    "Away",
    "Back",
    "Bucket",
    "Cancelled",
    "CaseloadImported",
    "ChildAdded",
    "ChildCorrected",
    "Consulted",
    "Covered",
    "Dated",
    "DayCorrected",
    "Decided",
    "End",
    "Ended",
    "Escalated",
    "Filed",
    "Handed",
    "Heard",
    "Held",
    "Kind",
    "Leaving",
    "ListRow",
    "Moment",
    "Moved",
    "Opened",
    "OwnRule",
    "Planned",
    "Rated",
    "Reasoned",
    "Redone",
    "Reviewed",
    "Risk",
    "Seen",
    "SessionTalk",
    "Status",
    "Talk",
    "TalkAsked",
    "Typed",
    "Undone",
    "What",
    "Withdrawn",
    "WorkerAdded",
    "WorryClosed",
    "WorryRaised",
    "WorryReviewed",
]


@dataclass(frozen=True)
class Typed:
    """One thing typed: `number` is its place in the order of typing and what later things call it by."""

    number: int
    day: date
    what: What
