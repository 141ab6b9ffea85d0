"""Take back the last thing this person recorded. The entries stay, withdrawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.entries import last_event
from oversight_tui.practice.requests import Recorded
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engine import Store

REASON = "Undone"
_SAID = {
    "session_plan": "a planned session",
    "session_held": "a session held",
    "session_cancelled": "a cancelled session",
    "discussion": "a discussion",
    "filing": "a discussion put on file",
    "decision": "a decision",
    "decision_reason": "the because of a decision",
    "action": "an action",
    "action_outcome": "the outcome of an action",
    "action_carried": "an action carried over",
    "worry": "a worry",
    "worry_review": "the review of a worry",
    "worry_close": "the closing of a worry",
    "escalation": "an escalation",
    "escalation_answer": "the answer to an escalation",
    "absence": "an absence",
    "risk": "a rating of risk",
}


def undo(store: Store, today: date) -> Recorded:
    """Withdraw every entry of this person's last event. Raises RecordProblem where there is none."""
    with store.writing():
        who = author(store)
        found = last_event(store, who, tuple(_SAID))
        if not found:
            raise RecordProblem("There is nothing of yours to undo.")
        written = [writes.withdraw(store, entry.id, entry.child, entry.worker, REASON, today, who) for entry in found]
    first = found[0]
    more = f" and {count(len(found) - 1, 'more entry', 'more entries')}" if len(found) > 1 else ""
    return Recorded(str(written[-1]), "withdrawal", f"Undone: {_SAID[first.kind]}{more}. It can still be read.")
