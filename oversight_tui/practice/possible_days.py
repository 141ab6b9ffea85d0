"""Days on which a session can be: somebody works, and the worker is here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from oversight_tui.practice.calendar import covers, is_working_day
from oversight_tui.practice.facts import Absence, Worker

# Why a worker is not here on a day: away, after the last day, or before the first.
NotHere = Literal["away", "left", "not_begun"]

_DAY = timedelta(days=1)
# How far the next possible day is looked for; an absence that lasts longer has no end that anybody can plan with.
FURTHEST = timedelta(days=400)


def not_here(worker: Worker, absences: Iterable[Absence]) -> tuple[Absence, ...]:
    """The worker's own among these absences, with the time before the first day and after the last as absences too."""
    own = [one for one in absences if one.worker_id == worker.id]
    if worker.starts is not None:
        own.append(Absence(worker.id, "other", date.min, worker.starts - _DAY))
    if worker.leaves is not None:
        own.append(Absence(worker.id, "other", worker.leaves + _DAY, None))
    return tuple(own)


def why_not_here(worker: Worker, absences: Iterable[Absence], day: date) -> NotHere | None:
    """Why a worker is not here on a day; None where the worker is. A last day passed says more than an absence."""
    if worker.has_left(day):
        return "left"
    if not worker.has_begun(day):
        return "not_begun"
    return "away" if any(one.worker_id == worker.id and covers(one, day) for one in absences) else None


def can_be(day: date, absences: Sequence[Absence]) -> bool:
    """Whether a session can be on a day. `absences` are this worker's, as `not_here` gives them."""
    return is_working_day(day) and not any(covers(absence, day) for absence in absences)


def last_possible(by: date, earliest: date, absences: Sequence[Absence] = ()) -> date | None:
    """The last possible day from `earliest` up to and including `by`; None where there is none."""
    days = (by - number * _DAY for number in range((by - earliest).days + 1))
    return next((day for day in days if can_be(day, absences)), None)


def next_possible(earliest: date, absences: Sequence[Absence] = ()) -> date | None:
    """The first possible day from `earliest` on; None where the worker is away for longer than can be planned with."""
    days = (earliest + number * _DAY for number in range(FURTHEST.days))
    return next((day for day in days if can_be(day, absences)), None)


def nearest_possible(wanted: date, after: date, before: date, absences: Sequence[Absence] = ()) -> date | None:
    """The possible day nearest to the wanted one, with `after` and `before` left out of both ends; of two the earlier.

    A day of the same week comes before any other.
    """
    days = (after + number * _DAY for number in range(1, (before - after).days))
    possible = (day for day in days if can_be(day, absences))
    monday = wanted - wanted.weekday() * _DAY
    return min(possible, key=lambda day: (not monday <= day < monday + 7 * _DAY, abs(day - wanted), day), default=None)
