"""A file audited: what was found, what each question was answered, and the actions that came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.recording import recording
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.records.parts import AuditAnswer, AuditSays
from oversight_tui.practice.requests import AgreedAction

if TYPE_CHECKING:
    from db.engine import Store


def audit(
    store: Store,
    child: ChildId,
    found: records.Audit,
    answers: Iterable[tuple[str, AuditSays, str | None]],
    actions: Sequence[AgreedAction],
    on: date,
    author: str,
) -> EntryId:
    """All of it; `answers` are question, answer and the words to it. Returns the entry of the audit."""
    with recording(store, author) as event:
        entry = event.add(found, child=child, on=on)
        for question, says, words in answers:
            event.add_part(AuditAnswer(entry, question, says, words))
        for agreed in actions:
            action = records.Action(agreed.text, agreed.owner, agreed.by, owner_worker=agreed.owner_worker, audit=entry)
            event.add(action, child=child, on=on)
        return entry
