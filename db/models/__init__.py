"""Tables and their constraints; no behaviour and no queries.

Three classes of table, told apart by their base class:

- **Record**: insert only. Triggers refuse UPDATE, DELETE and INSERT OR REPLACE. An end, an outcome, an
  answer, a filing or a correction is a new row that points at the first.
- **Derived**: worked out from the records for speed; may be updated, and `db.derived` can rebuild every row.
- **Working**: drafts, marks and settings of this machine. Not part of the record.

`Entry` is the spine: whatever can stand on a child's or worker's page is one row there (when it happened,
when it was typed, by whom, about whom), and one row with the same number in the table of its kind.
No model is bound to a database: a query is executed on the store it is asked of.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from msgspec import Struct
from peewee import Field, Model

from db.models.audits import Audit, AuditAnswer, AuditPick
from db.models.base import (
    Derived,
    Numbered,
    Record,
    Working,
    to,
)
from db.models.day import (
    Booking,
    BookingEnd,
    BookingGiven,
    DutyTurn,
    HandOverPlan,
    HandOverPlanEnd,
    Incident,
    IncidentStep,
    IncidentTold,
    NotSeen,
    Referral,
    ReferralDecision,
    WaitingLook,
    WorkDue,
    WorkDueEnd,
)
from db.models.derived import ChildNow, OpenItem, Said, TeamMonth, Unwritten, WorkerNow
from db.models.journal import Journal, JournalContent
from db.models.known import (
    Allocation,
    AllocationEnd,
    ChildAlias,
    ChildDate,
    ChildDetails,
    ExtractRow,
    Missing,
    NotCovered,
    RiskRating,
    Seen,
    StatusEnd,
    StatusEpisode,
    WorkerAlias,
    WorkerDate,
    WorkerDetails,
)
from db.models.retention import Erasure, LegalHold, LegalHoldEnd
from db.models.rules import ImportUndone, ListAnswer, Mark, PolicyVersion, Withdrawal
from db.models.said import (
    Absence,
    AbsenceEnd,
    Action,
    ActionCarried,
    ActionOutcome,
    AgendaChange,
    Consultation,
    ConsultationAnswer,
    Cover,
    Decision,
    DecisionReason,
    DecisionReview,
    Disagreement,
    Discussion,
    Escalation,
    EscalationAnswer,
    Filing,
    NotDiscussed,
    OwnNote,
    PersonalRecord,
    ScaleReading,
    SessionCancelled,
    SessionChild,
    SessionHeld,
    SessionPlan,
    SessionWorker,
    WorkAnswer,
    WorkHandedIn,
    WorkHandedInAgain,
    Worry,
    WorryClose,
    WorryReview,
)
from db.models.spine import Child, Detail, Entry, EntryInForce, Snapshot, SnapshotTeam, Team, Worker
from db.models.teams import Programme, ProgrammeEnd, TeamPosts
from db.models.working import Draft, SeenMark, Setting

Table = TypeVar("Table", bound=Model)


def tables_of(base: type[Table]) -> tuple[type[Table], ...]:
    """Every table of one class (`Record`, `Derived` or `Working`), in the order they are written above."""
    found: list[type[Table]] = []
    for model in base.__subclasses__():
        if issubclass(model, Detail) and model is Detail:
            found += tables_of(model)
        else:
            found.append(model)
    return tuple(found)


ALL_TABLES: tuple[type[Model], ...] = (*tables_of(Record), JournalContent, *tables_of(Derived), *tables_of(Working))


@cache
def table_of(value: type[Struct]) -> type[Record]:
    """The table whose rows are made from this kind of value. Raises KeyError."""
    return {table.holds: table for table in tables_of(Record)}[value]


def name_of(table: type[Model]) -> str:
    """The name of a table in the database."""
    shape: Any = table._meta
    return str(shape.table_name)


def fields_of(table: type[Model]) -> tuple[Field, ...]:
    """The fields of a table, in the order of its columns."""
    shape: Any = table._meta
    return tuple(shape.sorted_fields)


__all__ = [
    "ALL_TABLES",
    "Absence",
    "AbsenceEnd",
    "Action",
    "ActionCarried",
    "ActionOutcome",
    "AgendaChange",
    "Allocation",
    "AllocationEnd",
    "Audit",
    "AuditAnswer",
    "AuditPick",
    "Booking",
    "BookingEnd",
    "BookingGiven",
    "Child",
    "ChildAlias",
    "ChildDate",
    "ChildDetails",
    "ChildNow",
    "Consultation",
    "ConsultationAnswer",
    "Cover",
    "Decision",
    "DecisionReason",
    "DecisionReview",
    "Derived",
    "Detail",
    "Disagreement",
    "Discussion",
    "Draft",
    "DutyTurn",
    "Entry",
    "EntryInForce",
    "Erasure",
    "Escalation",
    "EscalationAnswer",
    "ExtractRow",
    "Filing",
    "HandOverPlan",
    "HandOverPlanEnd",
    "ImportUndone",
    "Incident",
    "IncidentStep",
    "IncidentTold",
    "Journal",
    "JournalContent",
    "LegalHold",
    "LegalHoldEnd",
    "ListAnswer",
    "Mark",
    "Missing",
    "NotCovered",
    "NotDiscussed",
    "NotSeen",
    "Numbered",
    "OpenItem",
    "OwnNote",
    "PersonalRecord",
    "PolicyVersion",
    "Programme",
    "ProgrammeEnd",
    "Record",
    "Referral",
    "ReferralDecision",
    "RiskRating",
    "Said",
    "ScaleReading",
    "Seen",
    "SeenMark",
    "SessionCancelled",
    "SessionChild",
    "SessionHeld",
    "SessionPlan",
    "SessionWorker",
    "Setting",
    "Snapshot",
    "SnapshotTeam",
    "StatusEnd",
    "StatusEpisode",
    "Team",
    "TeamMonth",
    "TeamPosts",
    "Unwritten",
    "WaitingLook",
    "Withdrawal",
    "WorkAnswer",
    "WorkDue",
    "WorkDueEnd",
    "WorkHandedIn",
    "WorkHandedInAgain",
    "Worker",
    "WorkerAlias",
    "WorkerDate",
    "WorkerDetails",
    "WorkerNow",
    "Working",
    "Worry",
    "WorryClose",
    "WorryReview",
    "fields_of",
    "name_of",
    "table_of",
    "tables_of",
    "to",
]
