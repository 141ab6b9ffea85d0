"""What is known of the weeks to come: who leaves, who starts, who is back, and of whose return nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.facts import TeamFacts, Worker
from oversight_tui.practice.standing_in import absence_ahead

_DAY = timedelta(days=1)


class KnownChange(Struct, frozen=True):
    """One of these, with the last day, the first day, the first day back or away; None where no return is known."""

    kind: Literal["leaves", "starts", "back", "away", "no_return"]
    worker: str
    on: date | None


def known_changes(facts: TeamFacts, today: date, end: date) -> tuple[KnownChange, ...]:
    """Those up to and including `end`, by day; last who is away with no return known."""
    found = [one for worker in facts.workers for one in _of(worker, facts, today, end)]
    return tuple(sorted(found, key=lambda one: (one.on or date.max, one.worker, one.kind)))


def _of(worker: Worker, facts: TeamFacts, today: date, end: date) -> Iterator[KnownChange]:
    if worker.starts is not None and today < worker.starts <= end:
        yield KnownChange("starts", worker.name, worker.starts)
    if worker.leaves is not None and today <= worker.leaves <= end:
        yield KnownChange("leaves", worker.name, worker.leaves)
    away = absence_ahead((one for one in facts.absences if one.worker_id == worker.id), today)
    if away is None or away.first_day > end or worker.has_left(today):
        return
    if away.first_day > today:
        yield KnownChange("away", worker.name, away.first_day)
    if away.last_day is None:
        yield KnownChange("no_return", worker.name, None)
    elif away.last_day < end:
        yield KnownChange("back", worker.name, away.last_day + _DAY)
