"""A worker's own file. No other question asks this table, and nothing but `services.personal` asks this question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.models import EntryInForce, PersonalRecord
from db.queries import rows
from db.question import Question, given
from oversight_tui.practice.personal import PersonalEntry

if TYPE_CHECKING:
    from db.engine import Store

_FILE = Question(
    lambda: (
        PersonalRecord.select(
            EntryInForce.root,
            PersonalRecord.personal_kind,
            EntryInForce.happened_on,
            EntryInForce.recorded_by,
            PersonalRecord.text,
            PersonalRecord.support_offered,
            PersonalRecord.next_step,
            PersonalRecord.follows,
            PersonalRecord.signed_by_worker,
            PersonalRecord.signed_by_manager,
            PersonalRecord.renew_on,
        )
        .join(EntryInForce, on=(EntryInForce.id == PersonalRecord.entry))
        .where(EntryInForce.worker == given("id"))
        .order_by(EntryInForce.happened_on, EntryInForce.id)
    )
)


def personal_entries(store: Store, worker_id: int) -> tuple[PersonalEntry, ...]:
    """Everything in a worker's own file that stands, oldest first."""
    return tuple(
        PersonalEntry(
            id=str(row[0]),
            kind=row[1],
            on=rows.day(row[2]),
            by=row[3],
            text=row[4],
            support_offered=row[5],
            next_step=row[6],
            follows=rows.text(row[7]),
            signed_by_worker=rows.day(row[8]),
            signed_by_manager=rows.day(row[9]),
            renew_on=rows.day(row[10]),
        )
        for row in _FILE.ask(store, id=worker_id)
    )
