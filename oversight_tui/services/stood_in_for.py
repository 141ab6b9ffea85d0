"""Whose children somebody was to see to on days on which they are away themselves, and nobody else does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from db.queries.away import people_named
from db.queries.covers import all_covers_from, covers_from
from db.queries.entries import absences_in_force, worker_name
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.standing_in import stretches
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store


def stood_in_for(store: Store, worker_id: WorkerId, first: date, last: date | None) -> Iterable[str]:
    """A sentence for each stretch of days, from one to another, on which a worker was to stand in for somebody else;
    what was recorded twice is said once.
    """
    return dict.fromkeys(_each_time(store, worker_id, first, last))


def _each_time(store: Store, worker_id: WorkerId, first: date, last: date | None) -> Iterator[str]:
    name = worker_name(store, worker_id) or ""
    for cover in all_covers_from(store, first):
        if match_key(cover.covered_by) != match_key(name) or cover.worker_id == worker_id:
            continue
        for away in absences_in_force(store, cover.worker_id):
            start = max(first, cover.first_day, away.first_day)
            ends = [day for day in (last, cover.last_day, away.last_day) if day is not None]
            for alone, until in _without_anybody(store, cover.worker_id, name, start, min(ends, default=None)):
                to = f" to {long_day(until)}" if until is not None else ""
                whom = worker_name(store, cover.worker_id)
                yield f"{name} was to stand in for {whom}: nobody does from {long_day(alone)}{to}."


def _without_anybody(
    store: Store, away: WorkerId, name: str, first: date, last: date | None
) -> Iterator[tuple[date, date | None]]:
    """The days on which nobody but who goes by this name stands in for somebody away; all of them where the last one is
    not known.
    """
    if last is None:
        yield first, None
    elif first <= last:
        others = [one for one in covers_from(store, away, first) if match_key(one.covered_by) != match_key(name)]
        people = people_named(store, [one.covered_by for one in others])
        yield from ((one.first, one.last) for one in stretches(others, first, last, people) if one.by is None)
