"""Several teams as one: what each number of line of sight is over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

from oversight_tui.practice.sight.months import MonthFigures
from oversight_tui.practice.sight.shares import standing_of
from oversight_tui.practice.sight.values import Figure, Share, ShareKey, Spread, TeamSight, WorryCount


def together(teams: Sequence[TeamSight]) -> TeamSight:
    """All of them as one with no name; of one team, that team. Its months are the same teams' all through."""
    if len(teams) == 1:
        return teams[0]
    months, without = months_together(teams)
    days = [one.data_as_at for one in teams if one.data_as_at is not None]
    return TeamSight(
        team_id=None,
        team=None,
        data_as_at=min(days, default=None),
        fte=_sum(one.fte for one in teams),
        fte_not_known=sum(one.fte_not_known for one in teams),
        agency_fte=_sum(one.agency_fte for one in teams),
        away_fte=_sum(one.away_fte for one in teams),
        posts=_sum(one.posts for one in teams) if all(one.posts is not None for one in teams) else None,
        families=None,  # a family may have children with two teams, and would count twice
        per_fte=_spread(teams),
        per_fte_newly_qualified=_range(one.per_fte_newly_qualified for one in teams),
        loads=tuple(chain.from_iterable(one.loads for one in teams)),
        shares=_shares([one.shares for one in teams]),
        figures={key: _figure([one.figures[key] for one in teams]) for key in teams[0].figures},
        late=tuple(chain.from_iterable(one.late for one in teams)),
        waiting=tuple(chain.from_iterable(one.waiting for one in teams)),
        worries=_worries(chain.from_iterable(one.worries for one in teams)),
        months=months,
        months_without=without,
        carrying=sum(one.carrying for one in teams),
    )


def months_together(teams: Sequence[TeamSight]) -> tuple[tuple[MonthFigures, ...], tuple[str | None, ...]]:
    """Months, oldest first, each the sum of the same teams, and the names of the teams that are not among these.

    A team that came later would read as a rise in all that is summed. So the months go back as far as most is told of:
    the most teams times the most months.
    """
    by_day = {one.team: {month.last_day: month for month in one.months} for one in teams}
    days = sorted({day for months in by_day.values() for day in months})
    if not days:
        return (), ()
    having = {day: [team for team in by_day if by_day[team].keys() >= set(days[at:])] for at, day in enumerate(days)}
    first = max(days, key=lambda day: len(having[day]) * sum(one >= day for one in days))
    summed = tuple(_month(day, [by_day[team][day] for team in having[first]]) for day in days if day >= first)
    return summed, tuple(team for team in by_day if team not in having[first])


def _month(day: date, months: Sequence[MonthFigures]) -> MonthFigures:
    return MonthFigures(
        last_day=day,
        workers=sum(one.workers for one in months),
        fte=_sum(one.fte for one in months),
        children=sum(one.children for one in months),
        carrying=sum(one.carrying for one in months),
        unallocated=sum(one.unallocated for one in months),
        supervised=sum(one.supervised for one in months),
        supervised_of=sum(one.supervised_of for one in months),
        discussed=sum(one.discussed for one in months),
        discussed_of=sum(one.discussed_of for one in months),
        visited=sum(one.visited for one in months),
        visited_of=sum(one.visited_of for one in months),
        worries_open=sum(one.worries_open for one in months),
        worries_review_late=sum(one.worries_review_late for one in months),
        actions_late=sum(one.actions_late for one in months),
        decisions_without_because=sum(one.decisions_without_because for one in months),
        escalations_unanswered=sum(one.escalations_unanswered for one in months),
        held=sum(one.held for one in months),
        cancelled=sum(one.cancelled for one in months),
        new=sum(one.new for one in months),
        closed=sum(one.closed for one in months),
        transferred_in=sum(one.transferred_in for one in months),
        transferred_out=sum(one.transferred_out for one in months),
    )


def _figure(figures: Sequence[Figure]) -> Figure:
    """The rows of all of them, each once: who is in two teams is one."""
    return Figure(
        figures[0].key,
        tuple(dict.fromkeys(chain.from_iterable(one.workers for one in figures))),
        tuple(dict.fromkeys(chain.from_iterable(one.children for one in figures))),
        tuple(dict.fromkeys(chain.from_iterable(one.entries for one in figures))),
    )


def _shares(teams: Sequence[Mapping[ShareKey, Share]]) -> dict[ShareKey, Share]:
    found: dict[ShareKey, Share] = {}
    for key, first in teams[0].items():
        in_time, of = sum(one[key].in_time for one in teams), sum(one[key].of for one in teams)
        standing = standing_of(in_time, of, first.target, first.floor)
        found[key] = first.__replace__(in_time=in_time, of=of, standing=standing)
    return found


def _spread(teams: Iterable[TeamSight]) -> Spread:
    """Over all full-time equivalents, not a mean of the teams' means."""
    known = [one for one in teams if one.per_fte.mean is not None]
    fte = sum(one.fte or 0 for one in known)
    ranged = _range(one.per_fte for one in known)
    return ranged.__replace__(mean=sum(one.carrying for one in known) / fte if fte else None)


def _range(spreads: Iterable[Spread]) -> Spread:
    """The least and the most alone: without the FTE behind each mean there is no mean of them."""
    known = list(spreads)
    return Spread(
        mean=None,
        least=min((one.least for one in known if one.least is not None), default=None),
        most=max((one.most for one in known if one.most is not None), default=None),
    )


def _worries(worries: Iterable[WorryCount]) -> tuple[WorryCount, ...]:
    found: dict[int | None, WorryCount] = {}
    for one in worries:
        before = found.get(one.severity, WorryCount(one.severity, 0, None))
        ages = [days for days in (before.oldest_days, one.oldest_days) if days is not None]
        found[one.severity] = WorryCount(one.severity, before.open + one.open, max(ages, default=None))
    return tuple(sorted(found.values(), key=lambda one: -(one.severity or 0)))


def _sum(numbers: Iterable[float | None]) -> float | None:
    """Of those that are known; None where none is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
