"""The three classes of table, told apart by their base class, and the words a column may hold."""

from __future__ import annotations

from typing import Any

from peewee import SQL, AutoField, ForeignKeyField, Model, NodeList

ENTRY_KINDS = (
    "worker",
    "worker_alias",
    "child",
    "allocation",
    "allocation_end",
    "status",
    "status_end",
    "risk",
    "extract",
    "missing",
    "session_plan",
    "session_held",
    "session_cancelled",
    "discussion",
    "filing",
    "decision",
    "decision_reason",
    "action",
    "action_outcome",
    "action_carried",
    "worry",
    "worry_review",
    "worry_close",
    "escalation",
    "escalation_answer",
    "absence",
    "absence_end",
    "personal",
    "policy",
    "withdrawal",
    "decision_review",
    "disagreement",
    "mark",
    "own_note",
    "cover",
    "import_undone",
    "agenda",
    "child_date",
    "legal_hold",
    "legal_hold_end",
)
AGENDA_CHANGES = ("added", "dropped", "not_reached")
CHILD_DATES = (
    "visit_interval",
    "strategy_discussion",
    "conference",
    "next_review",
    "proceedings_issued",
    "missing_from",
    "returned",
)
MARKS = ("sensitive", "significant")
PERSONAL_KINDS = (
    "reflection",
    "wellbeing",
    "learning",
    "goal",
    "performance",
    "agreement",
    "observation",
    "feedback",
)
# What is erased by one rule: all about a child, all about a worker, a worker's own file, notes to self, drafts.
ERASED_KINDS = ("child", "supervision", "own_file", "own_notes", "drafts")
ALLOCATION_ROLES = ("lead", "co_worker", "personal_adviser")
SOURCES = ("manager", "import", "opening")


class Numbered(AutoField):
    """A row number that is never given twice, even where a store is restored or erased from."""

    def ddl(self, ctx: Any) -> Any:
        """The column as SQLite wants it said; PostgreSQL's serial never gives a number twice."""
        column = super().ddl(ctx)
        return NodeList((column, SQL("AUTOINCREMENT")))


class Record(Model):
    """A table of records: rows are added and never changed."""

    class Meta:
        legacy_table_names = False


class Kept(Model):
    """A table worked out from the records."""

    class Meta:
        legacy_table_names = False


class Working(Model):
    """A table of what is in hand on this machine."""

    class Meta:
        legacy_table_names = False


def to(model: Any, name: str, **options: Any) -> ForeignKeyField:
    """A foreign key that refuses to lose what it points at."""
    return ForeignKeyField(model, backref="+", on_delete="RESTRICT", on_update="RESTRICT", column_name=name, **options)
