"""Which worker is away, and who sees to their children meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from db import writes
from db.queries.entries import absences_in_force
from db.queries.imports import known_workers
from oversight_tui.practice.calendar import away_until
from oversight_tui.practice.changes import KnownWorker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.records import Absence, AbsenceEnd, Cover
from oversight_tui.practice.requests import AbsenceRequest, CoverRequest, EndAbsence, Recorded
from oversight_tui.services.find import person
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    EARLIEST_AT_WORK,
    RecordProblem,
    must_be_sensible,
    must_not_end_before,
    optional_text,
    required_text,
    the_worker,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.left_by_absence import absence_to_cover, left_by_absence
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import ABSENCE
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import AbsenceInForce


@records(AbsenceRequest)
def absence(store: Store, request: AbsenceRequest, today: date) -> list[Recorded]:
    """A worker away, both days included, in the past or to come, and who sees to their children where that is said.

    Without a last day the return is not known. An absence that is known already from its first day has its last day
    from now on.
    """
    must_not_end_before(request.first_day, request.last_day, "away")
    if request.reason not in ABSENCE:
        raise RecordProblem(f"A reason is one of {', '.join(ABSENCE)}. Nothing was recorded.")
    with store.writing():
        recorded = [_away(store, request, today)]
        if optional_text(request.covered_by) is not None:
            asked = CoverRequest(request.worker_id, request.covered_by or "", request.first_day, request.last_day)
            recorded.append(cover(store, asked, today))
            hint = " ".join(filter(None, (_taken_for(request), left_by_absence(store, request, today))))
            recorded[0] = recorded[0].__replace__(hint=hint or None)
    return recorded


@records(EndAbsence)
def end_absence(store: Store, request: EndAbsence, today: date) -> Recorded:
    """The last day of the absence a worker is in, or was in until now: sooner, later, or not known before.

    Of absences that overlap every one that goes on ends on that day; one that begins later stands, and is said.
    """
    last_day = request.last_day
    with store.writing():
        name = the_worker(store, request.worker_id)
        began = [
            away
            for away in absences_in_force(store, request.worker_id)
            if away.first_day <= last_day and (away.last_day is None or away.last_day >= min(today, last_day))
        ]
        if not began:
            raise RecordProblem(f"{name} was not away on {long_day(last_day)}. Nothing was recorded.")
        go_on = [away for away in began if away.last_day is None or away.last_day > last_day]
        for away in go_on or [max(began, key=_last_day)]:
            written = writes.end_absence(store, away.entry, request.worker_id, last_day, author(store))
        again = _away_again(store, request.worker_id, last_day, max(map(_last_day, go_on), default=last_day))
    says = f"{name} is away up to and including {long_day(last_day)}{again}."
    return Recorded(written, AbsenceEnd.kind.name, says)


@records(CoverRequest)
def cover(store: Store, request: CoverRequest, today: date) -> Recorded:
    """Who sees to a worker's children while the worker is away. They are uncovered no longer."""
    with store.writing():
        name = the_worker(store, request.worker_id)
        first, last = request.first_day, request.last_day
        if first is None:
            first, known_last = absence_to_cover(store, request.worker_id, today)
            last = last or known_last
        must_not_end_before(first, last, "of the cover")
        must_be_sensible(first, "The cover", EARLIEST_AT_WORK)
        who = person(store, required_text(request.covered_by, "Who helps out"))
        if who.worker == request.worker_id:
            raise RecordProblem(f"{name} cannot stand in for themselves. Name somebody else; nothing was recorded.")
        by = who.name
        standing_in = Cover(by, first, last)
        entry = writes.cover(store, request.worker_id, standing_in, author(store))
    until = f" to {long_day(last)}" if last else ", until further notice"
    says = f"{by} sees to the children of {name} from {long_day(first)}{until}."
    return Recorded(entry, Cover.kind.name, says, _not_there(store, standing_in))


def _not_there(store: Store, cover: Cover) -> str | None:
    """That who is to stand in has not begun, is away or has left in that time, where it is a worker here."""
    return next(
        (
            " ".join(said)
            for worker in known_workers(store)
            if match_key(worker.detail.name) == match_key(cover.covered_by)
            if (said := list(_why_not_there(worker, cover)))
        ),
        None,
    )


def _why_not_there(worker: KnownWorker, cover: Cover) -> Iterator[str]:
    name, first, last = cover.covered_by, cover.first_day, cover.last_day or date.max
    starts, leaves = worker.detail.starts, worker.detail.leaves
    if starts is not None and starts > first:
        yield f"{name} starts on {long_day(starts)}: nobody stands in before that."
    for away in worker.absences:
        if away.first_day <= last and (away.last_day is None or away.last_day >= first):
            until = f" to {long_day(away.last_day)}" if away.last_day else ", return not known"
            yield f"{name} is away from {long_day(away.first_day)}{until}: nobody stands in then."
    if leaves is not None and leaves < last:
        yield f"The last day of {name} is {long_day(leaves)}: nobody stands in after that."


def _away(store: Store, request: AbsenceRequest, today: date) -> Recorded:
    """The absence alone, or the last day of the one that is known already."""
    name = the_worker(store, request.worker_id)
    must_be_sensible(request.first_day, "The first day away", EARLIEST_AT_WORK)
    last_day, kind = request.last_day, Absence.kind
    known = [away for away in absences_in_force(store, request.worker_id) if away.first_day == request.first_day]
    if not known:
        asked = request.__replace__(because=optional_text(request.because))
        entry = writes.absence(store, asked, author(store))
    elif last_day is None:
        raise RecordProblem(f"{name} is away from {long_day(request.first_day)} already. Nothing was recorded.")
    else:
        kind = AbsenceEnd.kind
        for away in known:
            entry = writes.end_absence(store, away.entry, request.worker_id, last_day, author(store))
    until = f" to {long_day(last_day)}" if last_day else ", return not known"
    says = f"{name} away from {long_day(request.first_day)}{until}{_goes_on(store, request)}."
    hint = " ".join(filter(None, (_taken_for(request), left_by_absence(store, request, today))))
    return Recorded(entry, kind.name, says, hint or None)


def _taken_for(request: AbsenceRequest) -> str:
    """What a reason was taken for that is none of the words for a category; empty where it is one."""
    if request.because is None:
        return ""
    return "The reason is none of leave, sickness or training, so it was taken as another one; its words are kept."


def _last_day(away: AbsenceInForce) -> date:
    return away.last_day or date.max


def _goes_on(store: Store, request: AbsenceRequest) -> str:
    """That by another absence the worker is away for longer; empty where that is not so."""
    if request.last_day is None:
        return ""
    until = away_until(absences_in_force(store, request.worker_id), request.last_day)
    if until == request.last_day:
        return ""
    return f", and by another absence {f'to {long_day(until)}' if until else 'for longer, return not known'}"


def _away_again(store: Store, worker: WorkerId, back_after: date, was_to_last: date) -> str:
    """From when to when the worker is away again by an absence that begins later and followed on those that were
    ended; empty where there is none.
    """
    follows = was_to_last if was_to_last == date.max else was_to_last + timedelta(days=1)
    later = [away for away in absences_in_force(store, worker) if back_after < away.first_day <= follows]
    if not later:
        return ""
    first = min(away.first_day for away in later)
    until = away_until(later, first)
    return f", and again from {long_day(first)}{f' to {long_day(until)}' if until else ', return not known'}"
