"""Days on which a session can be: somebody works, and the worker is not away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from oversight_tui.practice.calendar import covers, is_working_day
from oversight_tui.practice.facts import Absence

_DAY = timedelta(days=1)
# How far the next possible day is looked for; an absence that lasts longer has no end that anybody can plan with.
FURTHEST = timedelta(days=400)


def can_be(day: date, absences: Sequence[Absence]) -> bool:
    """Whether a session can be on a day. `absences` are this worker's."""
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
