"""Take back the last thing this person recorded, and bring it back. The entries stay, withdrawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.events import EventEntry, anything_after, last_event, last_undone
from oversight_tui.practice.requests import Recorded
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engine import Store

UNDONE, REDONE = "Undone", "Redone"
_SAID = {
    "worker": "what was said of a worker",
    "worker_alias": "another spelling of a name",
    "child": "what was said of a child",
    "allocation": "a handing over",
    "allocation_end": "a handing over",
    "session_plan": "a planned session",
    "session_held": "a session held",
    "session_cancelled": "a cancelled session",
    "discussion": "a discussion",
    "filing": "a discussion put on file",
    "decision": "a decision",
    "decision_reason": "the because of a decision",
    "decision_review": "the review of a decision",
    "disagreement": "a disagreement",
    "action": "an action",
    "action_outcome": "the outcome of an action",
    "action_carried": "an action carried over",
    "worry": "a worry",
    "worry_review": "the review of a worry",
    "worry_close": "the closing of a worry",
    "escalation": "an escalation",
    "escalation_answer": "the answer to an escalation",
    "absence": "an absence",
    "absence_end": "the end of an absence",
    "cover": "a cover",
    "risk": "a rating of risk",
    "mark": "a mark",
    "agenda": "a change of an agenda",
    "child_date": "a date about a child",
    "own_note": "a note to yourself",
    "personal": "an entry in a worker's own file",
    "policy": "a change of the policy",
    "legal_hold": "a legal hold",
    "legal_hold_end": "the lifting of a legal hold",
    "withdrawal": "a withdrawal",
}


def undo(store: Store, today: date) -> Recorded:
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
    return Recorded(str(written), "withdrawal", f"Undone: {_what(found)}. It can still be read.")


def redo(store: Store, today: date) -> Recorded:
    """Bring back what this person undid last, where they have recorded nothing since."""
    with store.writing():
        who = author(store)
        undone = last_undone(store, who, UNDONE)
        since = last_event(store, who, (UNDONE, REDONE))
        if not undone or (since and since[-1].id > undone[-1].id):
            raise RecordProblem("There is nothing of yours to bring back.")
        written = writes.withdraw_all(store, undone, REDONE, today, who)
        brought = last_event(store, who, (UNDONE, REDONE))
    return Recorded(str(written), "withdrawal", f"Brought back: {_what(brought)}.")


def _what(entries: list[EventEntry]) -> str:
    first = entries[0]
    if first.snapshot is not None:
        return f"an import of {count(len(entries), 'entry', 'entries')}"
    more = f" and {count(len(entries) - 1, 'more entry', 'more entries')}" if len(entries) > 1 else ""
    return f"{_SAID.get(first.kind, 'an entry')}{more}"
