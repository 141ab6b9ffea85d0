"""Where teams go if nothing changes, and what if: the store's facts, moves and sessions into one page a team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.first_lists import first_lists
from db.queries.flows import moves
from db.queries.settings import team_names
from oversight_tui.practice.agenda.known import KnownAhead
from oversight_tui.practice.facts import TeamFacts
from oversight_tui.practice.ids import TeamId, WorkerId
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.sight.known_changes import known_changes
from oversight_tui.practice.sight.months import MonthFigures
from oversight_tui.practice.sight.outlook import outlook
from oversight_tui.practice.sight.pressures import as_a_month, pressures
from oversight_tui.practice.sight.projecting import AHEAD, WeekFlow
from oversight_tui.practice.sight.team_outlook import TeamOutlook
from oversight_tui.practice.sight.values import TeamSight
from oversight_tui.practice.sight.weeks_back import first_week_back, weeks_back
from oversight_tui.practice.sight.what_if_asked import NOTHING, Back, Leaves, NamedWhatIf, WhatIf
from oversight_tui.practice.standing_in import absence_ahead
from oversight_tui.services.agenda import known_ahead
from oversight_tui.services.find import find_worker
from oversight_tui.services.identity import teams_named, whose
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.sight import load_sight
from oversight_tui.services.sight.facts import sight_facts
from oversight_tui.services.sight.months import months_of, work_out_months
from oversight_tui.services.then import as_it_stood
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store

MOST_MORE = 100  # children a week
_DAY = timedelta(days=1)
_LAST = AHEAD[-1] * 7 * _DAY


class CannotAsk(PlainProblem):
    """A what if that cannot come about; the text says why."""


def load_outlooks(
    store: Store,
    today: date,
    teams: Sequence[str] = (),
    *,
    all_teams: bool = False,
    what_if: WhatIf = NOTHING,
    work_out: bool = True,
) -> tuple[TeamOutlook, ...]:
    """The outlook of each of the named teams by name; which teams, as in `load_board`.

    What is asked is asked of one team. Months that are not kept are worked out first, or with no `work_out` left out.
    Raises NoSuchTeam and CannotAsk.
    """
    chosen = _chosen(store, teams, all_teams)
    if what_if and len(chosen) > 1:
        raise CannotAsk("What if is asked of one team. Name it with --team.")
    if not chosen:
        return ()
    asked_of = [_asked_of(store, team, name, today, what_if) for team, name in chosen.items()]
    sight = load_sight(store, today, tuple(chosen.values()))
    sights = {one.team_id: one for one in sight.teams}
    months = work_out_months(store, chosen, today) if work_out else months_of(store, chosen, today)
    return tuple(
        _outlook(one, sights[one.team], months.get(one.team, ()), today, what_if).__replace__(then=sight.then)
        for one in asked_of
    )


def what_if_named(store: Store, typed: NamedWhatIf) -> WhatIf:
    """What is asked, of whoever is named. Raises NotFound."""
    return WhatIf(
        tuple(Leaves(find_worker(store, one.name), one.on) for one in typed.leaves),
        tuple(Back(find_worker(store, one.name), one.on) for one in typed.back),
        typed.more,
    )


def _chosen(store: Store, teams: Sequence[str], all_teams: bool) -> dict[TeamId, str]:
    with store.reading():
        named = {} if all_teams else teams_named(store, teams or whose(store).teams)
        return named or team_names(store)


class _Asked(Struct, frozen=True):
    """What the outlook of one team is made of, as it is in the store."""

    team: TeamId
    name: str
    facts: TeamFacts
    policy: Policy
    known: Mapping[WorkerId, KnownAhead]
    weeks: tuple[WeekFlow, ...]


def _asked_of(store: Store, team: TeamId, name: str, today: date, what_if: WhatIf) -> _Asked:
    with store.reading():
        mine = whose(store)
        with as_it_stood(store, today, (team,)):
            policy = policy_in_force(store)
            facts = sight_facts(store, {team: name}, today, mine)
            facts = facts.__replace__(workers=tuple(one for one in facts.workers if one.team == name))
            _refuse_what_cannot_be(facts, what_if, name, today)
            known = {worker.id: known_ahead(store, worker, today) for worker in facts.workers}
            went = moves(store, (team,), first_week_back(today), today - _DAY)
            begun = first_lists(store, (team,)).get(team)
    return _Asked(team, name, facts, policy, known, weeks_back(went, begun, today))


def _outlook(of: _Asked, sight: TeamSight, months: Sequence[MonthFigures], today: date, what_if: WhatIf) -> TeamOutlook:
    found = outlook(of.facts, of.known, of.weeks, of.policy, today, what_if)
    return TeamOutlook(
        as_of=today,
        team=of.name,
        sight=sight,
        pressures=pressures(months, _as_of_today(sight, months, today), of.policy),
        outlook=found,
        known=known_changes(of.facts, today, found.end),
        asked=what_if,
        names={worker.id: worker.name for worker in of.facts.workers},
        full_caseload=of.policy.sight["full_caseload"] or None,
    )


def _as_of_today(sight: TeamSight, months: Sequence[MonthFigures], today: date) -> MonthFigures | None:
    """Today beside the months; None where today is the end of the last of them."""
    return None if months and months[-1].last_day == today else as_a_month(sight, today)


def _refuse_what_cannot_be(facts: TeamFacts, what_if: WhatIf, team: str, today: date) -> None:
    names = {worker.id: worker.name for worker in facts.workers}
    if any(worker not in names for worker in what_if.workers):
        raise CannotAsk(f"That worker is not of {team}. What if is asked of the workers of one team.")
    for several in (what_if.leaves, what_if.back):
        if len({one.worker for one in several}) < len(several):
            raise CannotAsk("Say of each worker one day only.")
    if abs(what_if.more) > MOST_MORE:
        raise CannotAsk(f"Children a week more, or fewer, are a number up to {MOST_MORE}.")
    for leaves in what_if.leaves:
        _refuse_day(leaves.last_day, today)
    gone = {leaves.worker: leaves.last_day for leaves in what_if.leaves}
    for back in what_if.back:
        if gone.get(back.worker, back.first_day) < back.first_day:
            raise CannotAsk(f"{names[back.worker]} cannot be back after they have left. Give one of the two.")
        _refuse_day(back.first_day, today)
        away = absence_ahead((one for one in facts.absences if one.worker_id == back.worker), today)
        if away is None:
            raise CannotAsk(f"{names[back.worker]} is not away, so nothing changes when they are back.")
        if away.last_day is not None and back.first_day > away.last_day:
            raise CannotAsk(f"{names[back.worker]} is back on {long_day(away.last_day + _DAY)} as it stands.")


def _refuse_day(day: date, today: date) -> None:
    if not today <= day <= today + _LAST:
        raise CannotAsk(
            f"{long_day(day)} is not within the {count(AHEAD[-1], 'week')} that are looked at. "
            f"Give a day from {long_day(today)} to {long_day(today + _LAST)}."
        )
