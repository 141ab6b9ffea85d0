"""Who is away and who covers, and what is taken to somebody senior."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.entries import absences_in_force
from db.queries.single import worker_facts
from oversight_tui.practice.requests import AbsenceRequest, Closing, CoverRequest, EscalationRequest, Recorded
from oversight_tui.services.find import whole_name
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
    whose,
)
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import ABSENCE

if TYPE_CHECKING:
    from db.engine import Store


def absence(store: Store, request: AbsenceRequest, today: date) -> Recorded:
    """A worker away, both days included, in the past or to come; without a last day the return is not known.

    An absence that is known already from its first day has its last day from now on.
    """
    if request.last_day is not None and request.last_day < request.first_day:
        raise RecordProblem(
            f"The last day away, {long_day(request.last_day)}, is before the first. Nothing was recorded."
        )
    if request.reason not in ABSENCE:
        raise RecordProblem(f"A reason is one of {', '.join(ABSENCE)}. Nothing was recorded.")
    with store.writing():
        name = the_worker(store, request.worker_id)
        if any(first == request.first_day for _, first, _ in absences_in_force(store, int(request.worker_id))):
            if request.last_day is None:
                raise RecordProblem(f"{name} is away from {long_day(request.first_day)} already. Nothing was recorded.")
            return end_absence(store, request.worker_id, request.last_day, today)
        asked = request.__replace__(because=said_or_nothing(request.because))
        entry = writes.absence(store, asked, author(store))
        uncovered = _uncovered(store, request, today)
    until = f" to {long_day(request.last_day)}" if request.last_day else ", return not known"
    return Recorded(str(entry), "absence", f"{name} away from {long_day(request.first_day)}{until}.", uncovered)


def end_absence(store: Store, worker_id: str, last_day: date, today: date) -> Recorded:
    """The last day of the absence a worker is in, or was in until now: sooner, later, or not known before."""
    with store.writing():
        name = the_worker(store, worker_id)
        found = (
            entry
            for entry, first, last in absences_in_force(store, int(worker_id))
            if first <= last_day and (last is None or last >= min(today, last_day))
        )
        away = next(found, None)
        if away is None:
            raise RecordProblem(f"{name} was not away on {long_day(last_day)}. Nothing was recorded.")
        written = writes.end_absence(store, away, int(worker_id), last_day, author(store))
    return Recorded(str(written), "absence_end", f"{name} is away up to and including {long_day(last_day)}.")


def _uncovered(store: Store, request: AbsenceRequest, today: date) -> str | None:
    """How many children nobody sees to, where the worker is away today and nobody helps out."""
    last_day = request.last_day or today
    known = worker_facts(store, int(request.worker_id), today)
    if known is None or known.covers or not known.children or not request.first_day <= today <= last_day:
        return None
    return f"{count(len(known.children), 'child is', 'children are')} uncovered: nobody helps out yet."


def escalate(store: Store, request: EscalationRequest, today: date) -> Recorded:
    """A matter taken to somebody senior, about a child or a worker."""
    with store.writing():
        who = about(store, request.child_id, request.worker_id)
        happened(request.on, today, "An escalation")
        asked = request.__replace__(text=said(request.text, "The matter"), to=said(request.to, "To whom"))
        entry = writes.escalate(store, asked, author(store))
    return Recorded(str(entry), "escalation", f"Escalated to {asked.to} about {who}.")


def answer(store: Store, closing: Closing, today: date) -> Recorded:
    """The answer to an escalation."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "escalation", "escalation")
        still_open(entry, ("escalation",), "This escalation is answered already.")
        happened(closing.on, today, "The answer")
        asked = closing.__replace__(text=said(closing.text, "The answer"))
        written = writes.answer(store, asked, entry.child, entry.worker, author(store))
        whom = whose(store, entry)
    return Recorded(str(written), "escalation_answer", f"The escalation about {whom} is answered.")


def cover(store: Store, request: CoverRequest, today: date) -> Recorded:
    """Who sees to a worker's children while the worker is away. They are uncovered no longer."""
    if request.last_day is not None and request.last_day < request.first_day:
        raise RecordProblem(
            f"The last day of the cover, {long_day(request.last_day)}, is before the first. Nothing was recorded."
        )
    with store.writing():
        name = the_worker(store, request.worker_id)
        by = whole_name(store, said(request.covered_by, "Who helps out"))
        entry = writes.cover(store, request.__replace__(covered_by=by), author(store))
    until = f" to {long_day(request.last_day)}" if request.last_day else ", until further notice"
    return Recorded(
        str(entry), "cover", f"{by} sees to the children of {name} from {long_day(request.first_day)}{until}."
    )


def absence_with_cover(store: Store, request: AbsenceRequest, covered_by: str, today: date) -> list[Recorded]:
    """A worker away, and who sees to their children meanwhile, in one event."""
    with store.writing():
        recorded = [absence(store, request, today)]
        if covered_by.strip():
            asked = CoverRequest(request.worker_id, covered_by, request.first_day, request.last_day)
            recorded = [recorded[0].__replace__(hint=None), cover(store, asked, today)]
    return recorded
