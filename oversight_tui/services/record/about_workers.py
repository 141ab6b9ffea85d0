"""Who is away, what is taken to somebody senior, and what is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from oversight_tui.practice.requests import AbsenceRequest, Closing, EscalationRequest, Recorded
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    about,
    happened,
    said,
    said_or_nothing,
    still_open,
    the_entry,
    the_worker,
)
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import ABSENCE

if TYPE_CHECKING:
    from db.engine import Store


def absence(store: Store, request: AbsenceRequest, today: date) -> Recorded:
    """A worker away, both days included, in the past or to come; without a last day the return is not known."""
    if request.last_day is not None and request.last_day < request.first_day:
        raise RecordProblem(
            f"The last day away, {long_day(request.last_day)}, is before the first. Nothing was recorded."
        )
    if request.reason not in ABSENCE:
        raise RecordProblem(f"A reason is one of {', '.join(ABSENCE)}. Nothing was recorded.")
    with store.writing():
        name = the_worker(store, request.worker_id)
        asked = replace(request, because=said_or_nothing(request.because))
        entry = writes.absence(store, asked, author(store))
    until = f" to {long_day(request.last_day)}" if request.last_day else ", return not known"
    return Recorded(str(entry), "absence", f"{name} away from {long_day(request.first_day)}{until}.")


def escalate(store: Store, request: EscalationRequest, today: date) -> Recorded:
    """A matter taken to somebody senior, about a child or a worker."""
    with store.writing():
        who = about(store, request.child_id, request.worker_id)
        happened(request.on, today, "An escalation")
        asked = replace(request, text=said(request.text, "The matter"), to=said(request.to, "To whom"))
        entry = writes.escalate(store, asked, author(store))
    return Recorded(str(entry), "escalation", f"Escalated to {asked.to} about {who}.")


def answer(store: Store, closing: Closing, today: date) -> Recorded:
    """The answer to an escalation."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "escalation", "escalation")
        still_open(entry, ("escalation",), "This escalation is answered already.")
        happened(closing.on, today, "The answer")
        asked = replace(closing, text=said(closing.text, "The answer"))
        written = writes.answer(store, asked, entry.child, entry.worker, author(store))
    return Recorded(str(written), "escalation_answer", f"Escalation {closing.entry_id} answered.")


def withdraw(store: Store, closing: Closing, today: date) -> Recorded:
    """Take an entry back with a reason. It stays readable, and counts no more."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "", "entry")
        if entry.kind in ("withdrawal", "policy", "extract", "missing"):
            raise RecordProblem("This entry cannot be withdrawn. Nothing was recorded.")
        happened(closing.on, today, "The withdrawal")
        reason = said(closing.text, "The reason")
        written = writes.withdraw(
            store, int(closing.entry_id), entry.child, entry.worker, reason, closing.on, author(store)
        )
    return Recorded(str(written), "withdrawal", f"Entry {closing.entry_id} withdrawn; it can still be read.")
