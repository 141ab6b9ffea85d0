"""Every kind of record, each described once: the content of its entries as a frozen value, and its kind."""

from __future__ import annotations

from functools import cache

from oversight_tui.practice.records.actions import Action, ActionCarried, ActionOutcome
from oversight_tui.practice.records.arrivals import (
    HandOverPlan,
    HandOverPlanEnd,
    Referral,
    ReferralDecision,
    WaitingLook,
)
from oversight_tui.practice.records.audits import Audit, AuditPick
from oversight_tui.practice.records.base import (
    OF_EITHER,
    Content,
    Follows,
    Kind,
    Names,
    Page,
    Reason,
    Text,
    Words,
    columns_of,
)
from oversight_tui.practice.records.bookings import (
    Booking,
    BookingEnd,
    BookingGiven,
    DutyTurn,
    WorkDue,
    WorkDueEnd,
)
from oversight_tui.practice.records.children import (
    Allocation,
    AllocationEnd,
    ChildAlias,
    ChildDate,
    ChildDetails,
    ExtractRow,
    Missing,
    NotCovered,
    NotSeen,
    RiskRating,
    Seen,
    StatusEnd,
    StatusEpisode,
)
from oversight_tui.practice.records.consultations import Consultation, ConsultationAnswer
from oversight_tui.practice.records.decisions import Decision, DecisionReason, DecisionReview, Disagreement
from oversight_tui.practice.records.escalations import Escalation, EscalationAnswer
from oversight_tui.practice.records.incidents import Incident, IncidentStep, IncidentTold
from oversight_tui.practice.records.sessions import (
    AgendaChange,
    ListedInSession,
    NotDiscussed,
    SessionCancelled,
    SessionHeld,
    SessionPlan,
)
from oversight_tui.practice.records.talks import Discussion, Filing
from oversight_tui.practice.records.teams import Programme, ProgrammeEnd, TeamPosts
from oversight_tui.practice.records.upkeep import (
    ImportUndone,
    LegalHold,
    LegalHoldEnd,
    ListAnswer,
    Mark,
    OwnNote,
    PolicyVersion,
    Withdrawal,
)
from oversight_tui.practice.records.work import WorkAnswer, WorkHandedIn, WorkHandedInAgain
from oversight_tui.practice.records.workers import (
    Absence,
    AbsenceEnd,
    Cover,
    PersonalRecord,
    WorkerAlias,
    WorkerDate,
    WorkerDetails,
)
from oversight_tui.practice.records.worries import Worry, WorryClose, WorryReview

__all__ = [
    "OF_EITHER",
    "Absence",
    "AbsenceEnd",
    "Action",
    "ActionCarried",
    "ActionOutcome",
    "AgendaChange",
    "Allocation",
    "AllocationEnd",
    "Audit",
    "AuditPick",
    "Booking",
    "BookingEnd",
    "BookingGiven",
    "ChildAlias",
    "ChildDate",
    "ChildDetails",
    "Consultation",
    "ConsultationAnswer",
    "Content",
    "Cover",
    "Decision",
    "DecisionReason",
    "DecisionReview",
    "Disagreement",
    "Discussion",
    "DutyTurn",
    "Escalation",
    "EscalationAnswer",
    "ExtractRow",
    "Filing",
    "Follows",
    "HandOverPlan",
    "HandOverPlanEnd",
    "ImportUndone",
    "Incident",
    "IncidentStep",
    "IncidentTold",
    "Kind",
    "LegalHold",
    "LegalHoldEnd",
    "ListAnswer",
    "ListedInSession",
    "Mark",
    "Missing",
    "Names",
    "NotCovered",
    "NotDiscussed",
    "NotSeen",
    "OwnNote",
    "Page",
    "PersonalRecord",
    "PolicyVersion",
    "Programme",
    "ProgrammeEnd",
    "Reason",
    "Referral",
    "ReferralDecision",
    "RiskRating",
    "Seen",
    "SessionCancelled",
    "SessionHeld",
    "SessionPlan",
    "StatusEnd",
    "StatusEpisode",
    "TeamPosts",
    "Text",
    "WaitingLook",
    "Withdrawal",
    "Words",
    "WorkAnswer",
    "WorkDue",
    "WorkDueEnd",
    "WorkHandedIn",
    "WorkHandedInAgain",
    "WorkerAlias",
    "WorkerDate",
    "WorkerDetails",
    "Worry",
    "WorryClose",
    "WorryReview",
    "behind_the_wall",
    "columns_of",
    "every_kind",
    "kind_named",
    "searched_kinds",
]


@cache
def every_kind() -> tuple[type[Content], ...]:
    """The contents of all kinds of entry, in the order in which they are written above."""
    return tuple(content for content in Content.__subclasses__() if content is not ListedInSession)


@cache
def _by_name() -> dict[str, type[Content]]:
    every: tuple[type[Content], ...] = (*every_kind(), ListedInSession)
    return {content.kind.name: content for content in every}


def kind_named(name: str) -> type[Content]:
    """The content of the kind that the store calls so. Raises KeyError."""
    return _by_name()[name]


@cache
def behind_the_wall() -> tuple[str, ...]:
    """The kinds of entry that can be about a child or a worker: about a worker they are read in the own file only."""
    return tuple(content.kind.name for content in every_kind() if content.kind.page == "child_or_worker")


@cache
def searched_kinds() -> tuple[type[Content], ...]:
    """The kinds whose words are searched by whoever may read the pages that they stand on. Why somebody is away, in
    words, is nothing to be found by looking for something else.
    """
    on_pages = ("child", "worker", *OF_EITHER)
    return tuple(
        content
        for content in every_kind()
        if content.kind.page in on_pages and columns_of(content).searched and content is not Absence
    )
