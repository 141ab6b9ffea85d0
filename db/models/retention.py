"""Records: what may not be erased, and what was."""

from __future__ import annotations

from typing import get_args

from peewee import IntegerField, TextField

from db.fields import IsoDateField, UtcField, is_date, one_of
from db.models.base import Numbered, Record, to
from db.models.spine import Detail
from oversight_tui.practice import records
from oversight_tui.practice.records import parts


class LegalHold(Detail):
    """Nothing about the child or worker of the entry is erased, whatever its age, until the hold is lifted."""

    holds = records.LegalHold
    reason = TextField()


class LegalHoldEnd(Detail):
    """A legal hold lifted, and why."""

    holds = records.LegalHoldEnd
    hold = to(LegalHold, "hold_id")
    reason = TextField()


class Erasure(Record):
    """What was erased: which kind of record, how many entries, why, by whom; nothing of what stood there.

    `counts` is JSON: the number of entries of each kind. `backups_until` is the day by which this program's last backup
    that still holds it is gone.
    """

    holds = parts.Erasure
    id = Numbered()
    kind = TextField(constraints=[one_of("kind", get_args(parts.ErasedKind))])
    entries = IntegerField()
    counts = TextField()
    reason = TextField()
    erased_on = IsoDateField(constraints=[is_date("erased_on")])
    backups_until = IsoDateField(constraints=[is_date("backups_until")])
    recorded_at = UtcField()
    recorded_by = TextField()
