"""Records: files picked for audit, and what was found in each."""

from __future__ import annotations

from typing import get_args

from peewee import IntegerField, TextField

from db.fields import IsoDateField, is_date, one_of
from db.models.base import Numbered, Record, to
from db.models.spine import Detail
from oversight_tui.practice import records
from oversight_tui.practice.records import parts


class AuditPick(Detail):
    """A child's file picked to be audited."""

    holds = records.AuditPick
    auditor = TextField()
    due_on = IsoDateField(constraints=[is_date("due_on")])
    seed = IntegerField(null=True)
    stratum = TextField(null=True)


class Audit(Detail):
    """A child's file audited."""

    holds = records.Audit
    text = TextField()
    auditor = TextField()
    must_change = TextField(null=True)
    pick = to(AuditPick, "pick_id", null=True)


class AuditAnswer(Record):
    """What one question of the authority was answered in an audit."""

    holds = parts.AuditAnswer
    id = Numbered()
    audit = to(Audit, "audit_id")
    question = TextField()
    says = TextField(constraints=[one_of("says", get_args(parts.AuditSays))])
    words = TextField(null=True)

    class Meta:
        indexes = ((("audit", "question"), True),)
