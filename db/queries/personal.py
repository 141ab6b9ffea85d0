"""A worker's own file. No other question asks this table, and nothing but `services.personal` asks this question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.models import EntryInForce, PersonalRecord
from db.question import Question, given, nulls_first
from db.reading import Columns
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.personal import PersonalEntry

if TYPE_CHECKING:
    from db.engine import Store

_ENTRY = Columns(
    PersonalEntry,
    {
        "id": EntryInForce.root,
        "kind": PersonalRecord.personal_kind,
        "on": EntryInForce.happened_on,
        "by": EntryInForce.recorded_by,
        "text": PersonalRecord.text,
        "support_offered": PersonalRecord.support_offered,
        "next_step": PersonalRecord.next_step,
        "follows": PersonalRecord.follows,
        "signed_by_worker": PersonalRecord.signed_by_worker,
        "signed_by_manager": PersonalRecord.signed_by_manager,
        "renew_on": PersonalRecord.renew_on,
        "look_again_on": PersonalRecord.look_again_on,
        "changed": PersonalRecord.changed,
        "session": PersonalRecord.session,
        "step": PersonalRecord.step,
    },
)
_FILE = Question(
    lambda: (
        PersonalRecord.select(*_ENTRY.columns)
        .join(EntryInForce, on=(EntryInForce.id == PersonalRecord.entry))
        .where(EntryInForce.worker == given("id"))
        .order_by(nulls_first(EntryInForce.happened_on), EntryInForce.id)
    )
)


def personal_entries(store: Store, worker: WorkerId) -> tuple[PersonalEntry, ...]:
    """Everything in a worker's own file that stands, oldest first."""
    return tuple(_ENTRY.made_from(_FILE.ask(store, id=worker)))
