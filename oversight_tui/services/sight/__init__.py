"""Line of sight over teams on a day: what is true of each, what happened in its month, and who supervises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.queries.flows import moves
from db.queries.months import homes_of
from db.queries.posts import posts_of
from db.queries.programmes import programmes_of
from db.queries.settings import team_names
from db.queries.supervising import one_to_ones
from oversight_tui.practice.facts import TeamFacts
from oversight_tui.practice.ids import ChildId, TeamId
from oversight_tui.practice.sight.figures import team_sights
from oversight_tui.practice.sight.flows import Move, MoveKind
from oversight_tui.practice.sight.of_team import at_home
from oversight_tui.practice.sight.supervisors import SPAN, Supervising
from oversight_tui.practice.sight.values import Figure, FigureKey, Sight, Supervisor, TeamSight
from oversight_tui.services.identity import teams_named, whose
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.sight.facts import sight_facts
from oversight_tui.services.sight.months import Months, months_of, work_out_months
from oversight_tui.services.sight.rows import rows_of
from oversight_tui.services.then import as_it_stood
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.pages import Whose

__all__ = ["load_sight", "months_of", "rows_of", "with_months", "work_out_months"]
_MOVES: tuple[MoveKind, ...] = ("new", "closed", "transferred_in", "transferred_out")


def load_sight(store: Store, today: date, teams: Sequence[str] = (), *, all_teams: bool = False) -> Sight:
    """Line of sight of the named teams, read in one transaction; of a day that has passed, as it stood at its end.

    With none named, of the teams that were said to be the manager's; with `all_teams` or none said, of every team. The
    same team has the same figures whichever others it is asked for with. Raises NoSuchTeam.
    """
    with store.reading():
        mine = whose(store)
        chosen = None if all_teams else teams_named(store, teams or mine.teams) or None
        own = (match_key(mine.name),) if mine.confirmed else ()
        with as_it_stood(store, today, chosen, own) as then:
            facts = sight_facts(store, chosen, today, mine)
            names = chosen or team_names(store)
            posts = posts_of(store, names, today)
            moved = _by_team(moves(store, chosen, today.replace(day=1), today))
            supervisors = _supervisors(store, facts, mine, today)
            policy = policy_in_force(store)
        months = months_of(store, chosen, today)
    sights = team_sights(facts, policy, today, {name: team for team, name in names.items()})
    return Sight(
        as_of=today,
        data_as_at=facts.data_as_at,
        teams=tuple(_with_records(one, posts, moved, months) for one in sights),
        supervisors=supervisors,
        then=then,
    )


def with_months(store: Store, sight: Sight, told: Callable[[int, int], None] | None = None) -> Sight:
    """The same with every month that is over: those that are not kept yet are worked out. `told` is told how many
    months of how many are done. Asked outside a transaction.
    """
    teams = [team.team_id for team in sight.teams if team.team_id is not None]
    months = work_out_months(store, teams, sight.as_of, told)
    return sight.__replace__(
        teams=tuple(
            team.__replace__(months=months.get(team.team_id, ())) if team.team_id is not None else team
            for team in sight.teams
        )
    )


def _supervisors(store: Store, facts: TeamFacts, mine: Whose, today: date) -> tuple[Supervisor, ...]:
    me = [mine.name, *((mine.account,) if mine.account is not None else ())]
    workers, teams = at_home(facts, today), {team for team, name in team_names(store).items() if name in facts.teams}
    # Those who have left are no workers here any more, and their sessions were held all the same.
    theirs = {worker for worker, home in homes_of(store).items() if home in teams} | {one.id for one in workers}
    sessions = [one for one in one_to_ones(store, today - SPAN, today) if one.worker in theirs]
    supervising = Supervising(workers, facts, sessions, me, today)
    return supervising.supervisors(programmes_of(store, supervising.workers))


def _by_team(moved: Iterable[Move]) -> Mapping[tuple[TeamId, MoveKind], list[ChildId]]:
    found: dict[tuple[TeamId, MoveKind], list[ChildId]] = {}
    for one in moved:
        found.setdefault((one.team, one.kind), []).append(one.child)
    return found


def _with_records(
    sight: TeamSight,
    posts: Mapping[TeamId, float],
    moved: Mapping[tuple[TeamId, MoveKind], list[ChildId]],
    months: Months,
) -> TeamSight:
    """A team's sight with what only the records tell: its posts, who came and went in the month that runs, and the
    months that are over, as far as they are kept.
    """
    team = sight.team_id
    if team is None:
        return sight
    of_month: dict[FigureKey, Figure] = {key: Figure(key, children=tuple(moved.get((team, key), ()))) for key in _MOVES}
    figures = {**sight.figures, **of_month}
    return sight.__replace__(posts=posts.get(team), figures=figures, months=months.get(team, ()))
