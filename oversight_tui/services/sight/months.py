"""The months that are over: read as they are kept, worked out where they are not, and kept for the next time.

A month is worked out by asking the store as it stood at the end of its last day, by the rules of that day. Each is kept
as soon as it is there, so that whoever breaks off goes on from there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from db.errors import StoreError
from db.queries.flows import moves
from db.queries.months import (
    KeptMonth,
    Seen,
    concerns_since,
    homes_of,
    kept_months,
    known_since,
    seen_by_now,
)
from db.queries.settings import team_names
from db.queries.supervising import one_to_ones
from oversight_tui.clock import now
from oversight_tui.practice.ids import TeamId, WorkerId
from oversight_tui.practice.sight.figures import team_sights
from oversight_tui.practice.sight.flows import Move
from oversight_tui.practice.sight.months import (
    MonthFigures,
    as_kept,
    from_kept,
    month_ends,
)
from oversight_tui.practice.sight.of_month import SessionsOfMonth, month_of
from oversight_tui.practice.sight.supervisors import OneToOne
from oversight_tui.services.identity import whose
from oversight_tui.services.login import looks_back
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.sight.facts import sight_facts
from oversight_tui.services.then import as_it_stood

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.pages import Whose

Months = Mapping[TeamId, tuple[MonthFigures, ...]]
_FEW = 8  # teams that are asked for by name; of more, every team is asked
_DAY = timedelta(days=1)


class _Span(Struct, frozen=True):
    """What happened in some months: who moved, team by team, and the one-to-ones. `seen` is how far the records went
    when it was read, and `mine` who was the manager, who is no worker.
    """

    moves: Mapping[TeamId, list[Move]]
    one_to_ones: Sequence[OneToOne]
    seen: Seen
    mine: Whose


def months_of(store: Store, teams: Collection[TeamId] | None, today: date) -> Months:
    """The last thirteen months that are over, as far as they are kept, oldest first, of these teams, of every team
    where None; a team of which none is kept is left out. There are none where the store is asked by what had been
    recorded by a moment: what is kept is what is known today.
    """
    if store.recorded_by is not None:
        return {}
    first, *_, last = month_ends(today)
    found: dict[TeamId, list[MonthFigures]] = defaultdict(list)
    with store.reading():
        for one in kept_months(store, teams, first, last):
            figures = from_kept(one.figures, one.last_day)
            if figures is not None:
                found[one.team].append(figures)
    return {team: tuple(months) for team, months in found.items()}


def work_out_months(
    store: Store, teams: Collection[TeamId] | None, today: date, told: Callable[[int, int], None] | None = None
) -> Months:
    """The same months, with those that are not kept yet worked out, the newest first, and kept where the store can be
    written to. A month that ended before anything was known of a team is left out. `told` is told how many months of
    how many are done. Where the store is asked by what had been recorded by a day, they are the months as that tells
    them, and none is kept. Asked outside a transaction.
    """
    missing = _missing(store, teams, today)
    span = _span(store, missing, teams)
    found: dict[tuple[TeamId, date], MonthFigures] = {}
    for number, day in enumerate(sorted(missing, reverse=True)):
        if told is not None:
            told(number, len(missing))
        figures = _worked_out(store, day, missing[day], span)
        _keep(store, day, figures, span)
        found |= {(team, day): month for team, month in figures.items()}
    if told is not None and missing:
        told(len(missing), len(missing))
    for team, months in months_of(store, teams, today).items():
        found |= {(team, month.last_day): month for month in months}
    together: dict[TeamId, list[MonthFigures]] = defaultdict(list)
    for team, day in sorted(found):
        together[team].append(found[team, day])
    return {team: tuple(months) for team, months in together.items()}


def faults(store: Store) -> tuple[str, ...]:
    """The kept months that do not say what the records say, each as a short sentence; none in a sound store."""
    with store.reading():
        kept: dict[date, dict[TeamId, KeptMonth]] = defaultdict(dict)
        for one in kept_months(store, None, date.min, date.max):
            kept[one.last_day][one.team] = one
        names = team_names(store)
    span = _span(store, kept, None)
    found: list[str] = []
    for day, months in kept.items():
        figures = _worked_out(store, day, months.keys(), span)
        for team, one in months.items():
            if from_kept(one.figures, one.last_day) != figures.get(team):
                found.append(f"What is kept of {day:%B %Y} for {names[team]} is not what the records say.")
    return tuple(found)


def _missing(store: Store, teams: Collection[TeamId] | None, today: date) -> Mapping[date, Set[TeamId]]:
    """Of each month, the teams that were known by its end and of which it is not kept; none for a login that cannot
    work it out.
    """
    if not looks_back(store):
        return {}
    with store.reading():
        kept = {(team, one.last_day) for team, months in months_of(store, teams, today).items() for one in months}
        days = tuple(month_ends(today))
        wanted = len(days) * len(team_names(store) if teams is None else set(teams))
        if len(kept) == wanted:
            return {}
        with _as_recorded(store, days[-1], teams):
            since = known_since(store, teams)
    missing = {day: {team for team, on in since.items() if on <= day and (team, day) not in kept} for day in days}
    return {day: them for day, them in missing.items() if them}


def _span(store: Store, days: Collection[date], teams: Collection[TeamId] | None) -> _Span:
    """What happened in the months that end on these days, to these teams, to every team where None."""
    with store.reading():
        seen, mine = seen_by_now(store), whose(store)
        if not days:
            return _Span({}, (), seen, mine)
        first, last = min(days).replace(day=1), max(days)
        moved: dict[TeamId, list[Move]] = defaultdict(list)
        with _as_recorded(store, last, teams):
            for move in moves(store, teams, first, last):
                moved[move.team].append(move)
            return _Span(moved, one_to_ones(store, first, last + _DAY), seen, mine)


@contextmanager
def _as_recorded(store: Store, day: date, teams: Collection[TeamId] | None) -> Iterator[None]:
    """Inside, a store that is asked by what had been recorded by a day says only that; every other all that it has."""
    if store.recorded_by is None:
        yield
        return
    with as_it_stood(store, day, teams):
        yield


def _worked_out(store: Store, last_day: date, teams: Set[TeamId], span: _Span) -> Mapping[TeamId, MonthFigures]:
    """One month of these teams, as it stood at its end, in one transaction."""
    first = last_day.replace(day=1)
    with store.reading():
        every = team_names(store)
        names = {team: name for team, name in every.items() if team in teams} if len(teams) <= _FEW else every
        chosen = names if len(names) < len(every) else None
        with as_it_stood(store, last_day, chosen):
            facts = sight_facts(store, chosen, last_day, span.mine)
            homes = homes_of(store)
            policy = policy_in_force(store)
    own = facts.manager.worker if facts.manager is not None else None
    if own is not None:
        homes.pop(own.id, None)
    sessions = _sessions(span.one_to_ones, homes, first, last_day)
    ids = {name: team for team, name in names.items()}
    figures: dict[TeamId, MonthFigures] = {}
    for sight in team_sights(facts, policy, last_day, ids):
        team = sight.team_id
        if team is not None and team in teams:
            moved = [move for move in span.moves.get(team, ()) if first <= move.on <= last_day]
            figures[team] = month_of(sight, last_day, sessions.get(team, SessionsOfMonth()), moved)
    return figures


def _sessions(
    one_to_ones: Iterable[OneToOne], homes: Mapping[WorkerId, TeamId], first: date, last_day: date
) -> Mapping[TeamId, SessionsOfMonth]:
    """The one-to-ones of each team's workers in a month, by the home that each had at its end."""
    held, cancelled = Counter[TeamId](), Counter[TeamId]()
    for one in one_to_ones:
        team = homes.get(one.worker)
        if team is not None and first <= one.on <= last_day:
            held[team] += one.held and one.counts is not False
            cancelled[team] += one.cancelled and not one.held
    return {team: SessionsOfMonth(held[team], cancelled[team]) for team in held.keys() | cancelled.keys()}


def _keep(store: Store, last_day: date, figures: Mapping[TeamId, MonthFigures], span: _Span) -> None:
    """Keep a month that is over on the real clock too, as all that is recorded has it; where nothing can be written, or
    something came meanwhile that may concern it, it is worked out again the next time.
    """
    if last_day >= now().astimezone().date() or store.recorded_by is not None:
        return  # of a day that is still to come anything may be recorded yet
    from db.writes.months import keep_months

    rows = [KeptMonth(team, last_day, as_kept(month)) for team, month in figures.items()]
    try:
        with store.writing():
            if whose(store) == span.mine and not concerns_since(store, span.seen, last_day):
                keep_months(store, rows)
    except StoreError:
        return
