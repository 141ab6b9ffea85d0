"""Tables and their constraints; no behaviour and no queries.

Three classes of table, told apart by their base class:

- **Record**: insert only. Triggers refuse UPDATE, DELETE and INSERT OR REPLACE. An end, an outcome, an
  answer, a filing or a correction is a new row that points at the first.
- **Kept**: worked out from the records for speed; may be updated, and `db.kept` can rebuild every row.
- **Working**: drafts, marks and settings of this machine. Not part of the record.

`Entry` is the spine: whatever can stand on a child's or worker's page is one row there (when it happened,
when it was typed, by whom, about whom), and one row with the same number in the table of its kind.
No model is bound to a database: a query is executed on the store it is asked of.
"""

from __future__ import annotations

from peewee import Model

from db.models.base import ALLOCATION_ROLES, ENTRY_KINDS, PERSONAL_KINDS, SOURCES, Kept, Numbered, Record, Working, to
from db.models.journal import Journal, JournalContent
from db.models.kept import ChildNow, OpenItem, WorkerNow
from db.models.known import (
    Allocation,
    AllocationEnd,
    ChildDate,
    ChildDetails,
    ExtractRow,
    Missing,
    RiskRating,
    StatusEnd,
    StatusEpisode,
    WorkerAlias,
    WorkerDetails,
)
from db.models.retention import Erasure, LegalHold, LegalHoldEnd
from db.models.rules import ImportUndone, Mark, PolicyVersion, Withdrawal
from db.models.said import (
    Absence,
    AbsenceEnd,
    Action,
    ActionCarried,
    ActionOutcome,
    AgendaChange,
    Cover,
    Decision,
    DecisionReason,
    DecisionReview,
    Disagreement,
    Discussion,
    Escalation,
    EscalationAnswer,
    Filing,
    OwnNote,
    PersonalRecord,
    ScaleReading,
    SessionCancelled,
    SessionChild,
    SessionHeld,
    SessionPlan,
    SessionWorker,
    Worry,
    WorryClose,
    WorryReview,
)
from db.models.spine import Child, Detail, Entry, EntryInForce, Snapshot, SnapshotTeam, Team, Worker
from db.models.working import Draft, SeenMark, Setting


def tables_of(base: type[Model]) -> tuple[type[Model], ...]:
    """Every table of one class (`Record`, `Kept` or `Working`), in the order they are written above."""
    found: list[type[Model]] = []
    for model in base.__subclasses__():
        found += tables_of(model) if model is Detail else [model]
    return tuple(found)


ALL_TABLES: tuple[type[Model], ...] = (*tables_of(Record), JournalContent, *tables_of(Kept), *tables_of(Working))

__all__ = [
    "ALLOCATION_ROLES",
    "ALL_TABLES",
    "ENTRY_KINDS",
    "PERSONAL_KINDS",
    "SOURCES",
    "Absence",
    "AbsenceEnd",
    "Action",
    "ActionCarried",
    "ActionOutcome",
    "AgendaChange",
    "Allocation",
    "AllocationEnd",
    "Child",
    "ChildDate",
    "ChildDetails",
    "ChildNow",
    "Cover",
    "Decision",
    "DecisionReason",
    "DecisionReview",
    "Detail",
    "Disagreement",
    "Discussion",
    "Draft",
    "Entry",
    "EntryInForce",
    "Erasure",
    "Escalation",
    "EscalationAnswer",
    "ExtractRow",
    "Filing",
    "ImportUndone",
    "Journal",
    "JournalContent",
    "Kept",
    "LegalHold",
    "LegalHoldEnd",
    "Mark",
    "Missing",
    "Numbered",
    "OpenItem",
    "OwnNote",
    "PersonalRecord",
    "PolicyVersion",
    "Record",
    "RiskRating",
    "ScaleReading",
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
    "Withdrawal",
    "Worker",
    "WorkerAlias",
    "WorkerDetails",
    "WorkerNow",
    "Working",
    "Worry",
    "WorryClose",
    "WorryReview",
    "tables_of",
    "to",
]
