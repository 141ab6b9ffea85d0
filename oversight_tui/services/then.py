"""The store as it stood on a day that has passed; as it stands, where nothing has happened since."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from db.as_at import Reach, as_at, everybody, is_past, of_teams
from oversight_tui.practice.ids import TeamId

if TYPE_CHECKING:
    from db.engine import Store


@contextmanager
def as_it_stood(
    store: Store, day: date, teams: Collection[TeamId] | None, named: Collection[str] = ()
) -> Iterator[None]:
    """Inside, the store says of these teams, of every team where None, what had happened by the end of the day; where
    it is asked by what was recorded by a moment, only that. `named` are keys of names of further workers who are asked
    for. Asked inside a transaction.
    """

    def reach() -> Reach:
        if teams is None:
            return everybody(store, day, store.recorded_before)
        return of_teams(store, teams, day, store.recorded_before, named)

    with as_it_stood_of(store, day, reach):
        yield


@contextmanager
def as_it_stood_of(store: Store, day: date, reach: Callable[[], Reach]) -> Iterator[None]:
    """The same of whoever is in the reach, which is asked for where the day is past."""
    if store.recorded_before is None and not is_past(store, day):
        yield
        return
    with as_at(store, day, reach(), store.recorded_before):
        yield
