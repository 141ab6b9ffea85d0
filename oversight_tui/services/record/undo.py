"""Take back the last thing this person recorded, and bring it back. The entries stay, withdrawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.events import EventEntry, anything_after, last_event, last_undone
from oversight_tui.practice.records import Withdrawal, kind_named
from oversight_tui.practice.requests import Recorded, Redo, Undo
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.services.record.dispatch import records
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engine import Store

UNDONE, REDONE = "Undone", "Redone"


@records(Undo)
def undo(store: Store, request: Undo, today: date) -> Recorded:
    """Withdraw every entry of this person's last event. Raises RecordProblem where there is none."""
    with store.writing():
        who = author(store)
        found = last_event(store, who, (UNDONE, REDONE))
        if not found:
            raise RecordProblem("There is nothing of yours to undo.")
        snapshot = found[0].snapshot
        if snapshot is not None and anything_after(store, found[-1].id, (UNDONE, REDONE)):
            raise RecordProblem(
                "The last thing of yours is an import, and others have recorded something since. Nothing was undone; "
                "import a newer list, or withdraw single entries."
            )
        written = writes.withdraw_all(store, found, UNDONE, today, who, undone=snapshot)
    return Recorded(written, Withdrawal.kind.name, f"Undone: {_what(found)}. It can still be read.")


@records(Redo)
def redo(store: Store, request: Redo, today: date) -> Recorded:
    """Bring back what this person undid last, where they have recorded nothing since."""
    with store.writing():
        who = author(store)
        undone = last_undone(store, who, UNDONE)
        since = last_event(store, who, (UNDONE, REDONE))
        if not undone or (since and since[-1].id > undone[-1].id):
            raise RecordProblem("There is nothing of yours to bring back.")
        written = writes.withdraw_all(store, undone, REDONE, today, who)
        brought = last_event(store, who, (UNDONE, REDONE))
    return Recorded(written, Withdrawal.kind.name, f"Brought back: {_what(brought)}.")


def _what(entries: list[EventEntry]) -> str:
    first = entries[0]
    if first.snapshot is not None:
        return f"an import of {count(len(entries), 'entry', 'entries')}"
    more = f" and {count(len(entries) - 1, 'more entry', 'more entries')}" if len(entries) > 1 else ""
    called = kind_named(first.kind).kind.called
    return f"{f'the correction of {called}' if first.corrects is not None else called}{more}"
