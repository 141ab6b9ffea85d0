"""The months that are over: read as they are kept, worked out where they are not, and kept for the next time.

A month is worked out by asking the store as it stood at the end of its last day, by the rules of that day. Each is kept
as soon as it is there, so that whoever breaks off goes on from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Set
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
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
    COUNTED,
    MonthFigures,
    SessionsOfMonth,
    month_ends,
    month_of,
)
from oversight_tui.services.identity import whose
from oversight_tui.services.policy import policy_of_the_day
from oversight_tui.services.sight.facts import sight_facts
from oversight_tui.services.then import as_it_stood

if TYPE_CHECKING:
    from db.engine import Store

Months = Mapping[TeamId, tuple[MonthFigures, ...]]
_FEW = 8  # teams that are asked for by name; of more, every team is asked
_DAY = timedelta(days=1)


class _Kept(Struct, frozen=True):
    """What is kept of a month: its figures, and how they were counted."""

    counted: int
    figures: MonthFigures


class _WorkedOut(Struct, frozen=True):
    """The figures of one month, and how far the records went when they were worked out."""

    figures: Mapping[TeamId, MonthFigures]
    seen: Seen


def months_of(store: Store, teams: Collection[TeamId] | None, today: date) -> Months:
    """The last thirteen months that are over, as far as they are kept, oldest first, of these teams, of every team
    where None; a team of which none is kept is left out.
    """
    first, *_, last = month_ends(today)
    found: dict[TeamId, list[MonthFigures]] = defaultdict(list)
    with store.reading():
        for one in kept_months(store, teams, first, last):
            figures = _read(one)
            if figures is not None:
                found[one.team].append(figures)
    return {team: tuple(months) for team, months in found.items()}


def work_out_months(
    store: Store, teams: Collection[TeamId] | None, today: date, told: Callable[[int, int], None] | None = None
) -> Months:
    """The same months, with those that are not kept yet worked out, the newest first, and kept where the store can be
    written to. A month that ended before anything was known of a team is left out. `told` is told how many months of
    how many are done. Asked outside a transaction.
    """
    missing = _missing(store, teams, today)
    found: dict[tuple[TeamId, date], MonthFigures] = {}
    for number, day in enumerate(sorted(missing, reverse=True)):
        if told is not None:
            told(number, len(missing))
        month = _worked_out(store, day, missing[day])
        _keep(store, day, month)
        found |= {(team, day): figures for team, figures in month.figures.items()}
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
    found: list[str] = []
    for day, months in kept.items():
        figures = _worked_out(store, day, months.keys()).figures
        for team, one in months.items():
            if _read(one) != figures.get(team):
                found.append(f"What is kept of {day:%B %Y} for {names[team]} is not what the records say.")
    return tuple(found)


def _read(one: KeptMonth) -> MonthFigures | None:
    """The figures of a kept month; None where they are counted otherwise by now, or are nothing of ours."""
    try:
        kept = msgspec.json.decode(one.figures, type=_Kept)
    except msgspec.DecodeError:
        return None
    return kept.figures if kept.counted == COUNTED and kept.figures.last_day == one.last_day else None


def _missing(store: Store, teams: Collection[TeamId] | None, today: date) -> Mapping[date, Set[TeamId]]:
    """Of each month, the teams that were known by its end and of which it is not kept."""
    with store.reading():
        kept = {(team, one.last_day) for team, months in months_of(store, teams, today).items() for one in months}
        days = tuple(month_ends(today))
        wanted = len(days) * len(team_names(store) if teams is None else set(teams))
        if len(kept) == wanted:
            return {}
        since = known_since(store, teams)
    missing = {day: {team for team, on in since.items() if on <= day and (team, day) not in kept} for day in days}
    return {day: them for day, them in missing.items() if them}


def _worked_out(store: Store, last_day: date, teams: Set[TeamId]) -> _WorkedOut:
    """One month of these teams, in one transaction."""
    first = last_day.replace(day=1)
    with store.reading():
        seen = seen_by_now(store)
        every = team_names(store)
        names = {team: name for team, name in every.items() if team in teams} if len(teams) <= _FEW else every
        chosen = names if len(names) < len(every) else None
        mine = whose(store)
        moved = _by_team(moves(store, chosen, first, last_day))
        sessions = _sessions(store, first, last_day)
        with as_it_stood(store, last_day, chosen):
            facts = sight_facts(store, chosen, last_day, mine)
            homes = homes_of(store)
        policy = policy_of_the_day(store, last_day)
    own = facts.manager.worker if facts.manager is not None else None
    of_team: dict[TeamId | None, SessionsOfMonth] = {}
    for worker, one in sessions.items():
        if own is None or worker != own.id:
            of_team[homes.get(worker)] = _together(of_team.get(homes.get(worker)), one)
    figures = {
        sight.team_id: month_of(sight, last_day, of_team.get(sight.team_id, SessionsOfMonth()), moved[sight.team_id])
        for sight in team_sights(facts, policy, last_day, {name: team for team, name in names.items()})
        if sight.team_id is not None and sight.team_id in teams
    }
    return _WorkedOut(figures, seen)


def _by_team(moved: Iterable[Move]) -> Mapping[TeamId, list[Move]]:
    found: dict[TeamId, list[Move]] = defaultdict(list)
    for one in moved:
        found[one.team].append(one)
    return found


def _sessions(store: Store, first: date, last_day: date) -> Mapping[WorkerId, SessionsOfMonth]:
    """The one-to-ones of each worker in a month."""
    found: dict[WorkerId, SessionsOfMonth] = {}
    for one in one_to_ones(store, first, last_day + _DAY):
        if one.on <= last_day:
            held, cancelled = one.held and one.counts is not False, one.cancelled and not one.held
            found[one.worker] = _together(found.get(one.worker), SessionsOfMonth(held, cancelled))
    return found


def _together(known: SessionsOfMonth | None, more: SessionsOfMonth) -> SessionsOfMonth:
    return SessionsOfMonth(known.held + more.held, known.cancelled + more.cancelled) if known is not None else more


def _keep(store: Store, last_day: date, month: _WorkedOut) -> None:
    """Keep a month that is over on the real clock too, as all that is recorded has it; where nothing can be written, or
    something came meanwhile that may concern it, it is worked out again the next time.
    """
    if last_day >= now().astimezone().date() or store.recorded_by is not None:
        return
    from db.writes.months import keep_months

    rows = [
        KeptMonth(team, last_day, msgspec.json.encode(_Kept(COUNTED, figures)).decode())
        for team, figures in month.figures.items()
    ]
    try:
        with store.writing():
            if not concerns_since(store, month.seen, last_day):
                keep_months(store, rows)
    except StoreError:
        return
