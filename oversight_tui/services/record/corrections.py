"""What was recorded put right: a newer version, an entry taken back, an entry marked, and opening a sensitive one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from db import writes
from db.queries.entries import EntryAbout
from db.queries.events import EventEntry
from oversight_tui.practice.requests import Closing, Correction, Recorded
from oversight_tui.services.find import find_child
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem, happened, said, the_child, the_entry, to_come
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engine import Store

# The field that holds the text, and the one that holds the reason, of each kind that can be corrected.
_TEXT = dict.fromkeys(("discussion", "decision", "action", "worry", "escalation", "escalation_answer"), "text")
_BECAUSE = {
    "decision": "because",
    "decision_reason": "because",
    **dict.fromkeys(
        (
            "decision_review",
            "risk",
            "worry_review",
            "worry_close",
            "action_outcome",
            "action_carried",
            "session_cancelled",
        ),
        "reason",
    ),
}
_ABOUT_A_CHILD = ("discussion", "decision", "action", "worry", "escalation", "risk")
_DATED = (*_TEXT, *_BECAUSE, "filing", "session_held", "session_plan")
_NEVER_WITHDRAWN = ("withdrawal", "policy", "extract", "missing", "import_undone")
_OF_A_LIST = ("allocation", "allocation_end", "status", "status_end", "child", "worker", "worker_alias")
MARK_WORDS = {"sensitive": "sensitive: its words are shown only when opened", "significant": "a significant event"}


def correct(store: Store, correction: Correction, today: date) -> Recorded:
    """A newer version of an entry: other text, another day, another child. The old one can still be read.

    Text that stood on the wrong child's page is hidden there, with all that belongs to it. Raises NotFound too.
    """
    if not any((correction.text, correction.because, correction.on, correction.child)):
        raise RecordProblem("Say what is to be corrected: the text, the because, the day or the child.")
    with store.writing():
        entry = the_entry(store, correction.entry_id, "", "entry")
        values = _values(entry, correction)
        on = _day(entry, correction.on, today)
        if entry.kind == "session_plan" and on is not None:
            values["planned_for"] = on
        child = None
        if correction.child is not None:
            child = find_child(store, correction.child)
            if entry.kind not in _ABOUT_A_CHILD or entry.child is None:
                raise RecordProblem("This entry is not about a child. Nothing was recorded.")
            if child == entry.child:
                raise RecordProblem(f"It is about {the_child(store, str(child))} already. Nothing was recorded.")
        version, moved = writes.correct(store, entry, author(store), on=on, child=child, values=values)
        says = f"Entry {entry.id} corrected; the earlier version can still be read."
        if child is not None:
            also = f" with {count(moved, 'entry', 'entries')} that belong to it" if moved else ""
            here, there = the_child(store, str(entry.child)), the_child(store, str(child))
            says = f"Entry {entry.id} stands on {there}'s page{also}, and its words are gone from {here}'s."
    return Recorded(str(version), entry.kind, says)


def withdraw(store: Store, closing: Closing, today: date) -> Recorded:
    """Take an entry back with a reason. It stays readable, and counts no more."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "", "entry")
        if entry.kind in _NEVER_WITHDRAWN:
            raise RecordProblem("This entry cannot be withdrawn. Nothing was recorded.")
        if entry.kind in _OF_A_LIST:
            raise RecordProblem(
                "Who holds a child, and the child's status, are changed by handing over or by a newer list, "
                "and taken back with undo. Nothing was recorded."
            )
        happened(closing.on, today, "The withdrawal")
        reason = said(closing.text, "The reason")
        gone = EventEntry(entry.id, entry.kind, entry.child, entry.worker, None, None, None)
        written = writes.withdraw_all(store, [gone], reason, closing.on, author(store))
    return Recorded(str(written), "withdrawal", f"Entry {entry.id} withdrawn; it can still be read.")


def mark_entry(store: Store, entry_id: str, mark: str, today: date) -> Recorded:
    """Mark an entry as sensitive (hidden until opened, each opening in the journal) or as a significant event."""
    if mark not in MARK_WORDS:
        raise RecordProblem(f"A mark is one of {', '.join(MARK_WORDS)}. Nothing was recorded.")
    with store.writing():
        entry = the_entry(store, entry_id, "", "entry")
        written = writes.mark(store, entry, mark, today, author(store))
    return Recorded(str(written), "mark", f"Entry {entry.id} is marked as {MARK_WORDS[mark]}.")


def _values(entry: EntryAbout, correction: Correction) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for given, fields, what in (
        (correction.text, _TEXT, "text"),
        (correction.because, _BECAUSE, "because"),
    ):
        if given is not None:
            if entry.kind not in fields:
                raise RecordProblem(f"This entry has no {what} to correct. Nothing was recorded.")
            values[fields[entry.kind]] = said(given, f"The {what}")
    return values


def _day(entry: EntryAbout, on: date | None, today: date) -> date | None:
    if on is None:
        return None
    if entry.kind not in _DATED:
        raise RecordProblem("The day of this entry cannot be corrected. Withdraw it and record it anew.")
    if entry.kind == "session_plan" or entry.open_as == "discussion_open":
        return to_come(on, today, "It")
    return happened(on, today, "It")
