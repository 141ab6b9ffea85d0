"""The store as it stood on a day that has passed; as it stands, where nothing has happened since."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from db.as_at import Reach, as_at, end_of, everybody, is_past, of_teams
from oversight_tui.practice.ids import TeamId
from oversight_tui.practice.then import Then
from oversight_tui.services.identity import whose
from oversight_tui.services.login import looks_back
from oversight_tui.words.dates import long_day
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store

_OF_TODAY_ALONE = "Your login shows figures of today and of the months that are kept, and of no other day."
_MANY = 5000  # children: with fewer, even those of every team are there in a few seconds


class OfTodayAlone(PlainProblem):
    """A day was asked for that the login cannot be shown."""


@contextmanager
def as_it_stood(
    store: Store, day: date, teams: Collection[TeamId] | None, named: Collection[str] = ()
) -> Iterator[Then | None]:
    """Inside, the store says of these teams, of every team where None, what had happened by the end of the day; of a
    store that is asked by what was recorded by a day, only that. `named` are keys of names of further workers who are
    asked for. Asked inside a transaction; gives None where everything is as it stands now.
    """

    def reach(recorded_before: str | None) -> Reach:
        if teams is None:
            return everybody(store, day, recorded_before)
        return of_teams(store, teams, day, recorded_before, named)

    with as_it_stood_of(store, day, reach) as then:
        yield then


@contextmanager
def as_it_stood_of(store: Store, day: date, reach: Callable[[str | None], Reach]) -> Iterator[Then | None]:
    """The same of whoever is in the reach, which is asked for, with the moment that recording is known up to, where the
    day is past.
    """
    if store.recorded_by is None and not is_past(store, day):
        yield None
        return
    if not looks_back(store):
        raise OfTodayAlone(_OF_TODAY_ALONE)
    recorded_before = end_of(store.recorded_by) if store.recorded_by is not None else None
    with as_at(store, day, reach(recorded_before), recorded_before):
        yield Then(store.recorded_by)


def takes_long(store: Store, day: date, teams: Sequence[str], *, all_teams: bool) -> str:
    """What is to be said before a past day of a whole authority is worked out; empty where it takes no time."""
    if teams or (whose(store).teams and not all_teams):
        return ""
    with store.reading():
        if store.recorded_by is None and not is_past(store, day):
            return ""
        many = len(everybody(store).children) > _MANY
    return f"Working out how every team stood on {long_day(day)}. This can take half a minute." if many else ""
