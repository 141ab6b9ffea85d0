"""Line of sight of every team on a day: facts, policy and the day into numbers, by the rules that the board follows.

No board is built and nothing is ranked, so that a whole authority is worked out while its facts are being read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from oversight_tui.practice.board import Clock, ClockState
from oversight_tui.practice.cover import away_on
from oversight_tui.practice.discussion_clock import discussion_clock
from oversight_tui.practice.facts import Absence, Child, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, TeamId, WorkerId
from oversight_tui.practice.lateness import days_late
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.said import said_of_children
from oversight_tui.practice.sight.caseloads import band_of, carries, held_by, is_here, load_of, spread_of
from oversight_tui.practice.sight.late import Sessions, reasons_among
from oversight_tui.practice.sight.of_team import OfTeam, split_by_team
from oversight_tui.practice.sight.open_things import open_things, worries_by_severity
from oversight_tui.practice.sight.seen import VisitDays, visits_of
from oversight_tui.practice.sight.shares import shares_of
from oversight_tui.practice.sight.values import Figure, FigureKey, Load, TeamSight
from oversight_tui.practice.sight.waiting import WAITING, held_as, waiting_in
from oversight_tui.practice.supervision import is_newly_qualified, supervision_clock

# A clock's state, where what was never done is told apart by whether its first limit has passed.
CountedAs = ClockState | Literal["not_yet"]
SUPERVISED: Mapping[CountedAs, FigureKey] = {
    "in_time": "supervised_in_time",
    "due": "supervised_due",
    "overdue": "supervised_overdue",
    "never": "supervised_never",
    "not_yet": "supervised_not_yet",
    "paused": "supervised_paused",
}
DISCUSSED: Mapping[CountedAs, FigureKey] = {
    "in_time": "discussed_in_time",
    "due": "discussed_due",
    "overdue": "discussed_overdue",
    "never": "discussed_never",
    "not_yet": "discussed_not_yet",
}
# What happened in the month that runs is told by the records of that month, and by no facts of a day.
_OF_THE_MONTH: tuple[FigureKey, ...] = ("new", "closed", "transferred_in", "transferred_out")
# What the state of a child's clock follows from: the risk, whether on a plan, the last talk, and without one the day
# the child came.
_Discussed = tuple[str | None, bool, date | None, date | None]


def team_sights(facts: TeamFacts, policy: Policy, today: date, ids: Mapping[str, TeamId]) -> tuple[TeamSight, ...]:
    """Each team of the facts by name, last children and workers of no team where there are any; `ids` are the teams' by
    name. What only other records tell (posts, the month that runs) is left empty.
    """
    day = _Day(facts, policy, today)
    return tuple(day.sight(part, ids) for part in split_by_team(facts, today))


class _Day:
    """The rules of one day over the facts of many teams; what is the same for many is worked out once."""

    def __init__(self, facts: TeamFacts, policy: Policy, today: date) -> None:
        self._facts, self._policy, self._today = facts, policy, today
        self._absences: dict[WorkerId, list[Absence]] = defaultdict(list)
        for absence in facts.absences:
            self._absences[absence.worker_id].append(absence)
        self._sessions = Sessions(facts.open_items)
        self._away = away_on(facts.absences, today).keys()
        self._held = held_by(facts.children)
        intervals = [one for one in facts.child_dates if one.what == "visit_interval"]
        self._visits = VisitDays(said_of_children(intervals, today), policy)
        self._discussed: dict[_Discussed, FigureKey] = {}

    def sight(self, part: OfTeam, ids: Mapping[str, TeamId]) -> TeamSight:
        """One team's."""
        today, workers = self._today, part.workers
        here = [one for one in workers if is_here(one, today)]
        loads = [load_of(one, self._held.get(one.id, ()), self._policy, today) for one in workers]
        newly_qualified = [one for one in here if is_newly_qualified(one, self._policy, today)]
        clocks = {one.id: self._clock(one) for one in workers}
        waiting = waiting_in(part, today)
        figures: dict[FigureKey, Figure] = {
            **_of_children({key: [one.child for one in held_as(waiting, name)] for name, key in WAITING.items()}),
            "unallocated": Figure("unallocated", children=tuple(one.child for one in waiting)),
            **_of_children(self._discussed_in(part.children)),
            **_of_children(visits_of(part, self._visits, today)),
            **_of_workers(self._workforce(workers, newly_qualified, clocks)),
            **_of_workers(self._bands(loads)),
            **_of_entries(open_things(part, today)),
            **{key: Figure(key) for key in _OF_THE_MONTH},
            "children": Figure("children", children=tuple(child.id for child in part.children)),
        }
        return TeamSight(
            team_id=ids.get(part.name) if part.name is not None else None,
            team=part.name,
            data_as_at=self._data_as_at(part),
            fte=_fte(here),
            fte_not_known=sum(one.fte is None for one in here),
            agency_fte=self._agency_fte(here),
            away_fte=self._away_fte(here),
            posts=None,
            families=_families(part.children),
            per_fte=spread_of(workers, part.held, today),
            per_fte_newly_qualified=spread_of(newly_qualified, part.held, today),
            loads=tuple(loads),
            shares=shares_of(figures, self._policy),
            figures=figures,
            late=reasons_among(clocks, workers, self._sessions, self._absences, today),
            waiting=waiting,
            worries=worries_by_severity(part.open_items, today),
            carrying=sum(part.held.get(one.id, 0) for one in workers if carries(one, today)),
        )

    def _clock(self, worker: Worker) -> Clock:
        return supervision_clock(worker, self._absences.get(worker.id, ()), self._policy, self._today)

    def _workforce(
        self, workers: Sequence[Worker], newly_qualified: Iterable[Worker], clocks: Mapping[WorkerId, Clock]
    ) -> Mapping[FigureKey, list[WorkerId]]:
        found: dict[FigureKey, list[WorkerId]] = {key: [] for key in SUPERVISED.values()}
        for worker, clock in clocks.items():
            found[SUPERVISED[_counted_as(clock, self._today)]].append(worker)
        found["workers"] = [one.id for one in workers]
        found["agency"] = [one.id for one in workers if one.agency]
        found["away"] = [one.id for one in workers if one.id in self._away]
        found["newly_qualified"] = [one.id for one in newly_qualified]
        return found

    def _bands(self, loads: Iterable[Load]) -> Mapping[FigureKey, list[WorkerId]]:
        found: dict[FigureKey, list[WorkerId]] = {"spare": [], "full": [], "over": [], "far_over": []}
        for load in loads:
            if load.percent is not None:
                found[band_of(load.percent, self._policy)].append(load.worker)
        return found

    def _discussed_in(self, children: Iterable[Child]) -> Mapping[FigureKey, list[ChildId]]:
        found: dict[FigureKey, list[ChildId]] = {key: [] for key in DISCUSSED.values()}
        known = self._discussed
        for child in children:
            last = child.last_discussed
            by = (child.risk, child.status == "protection_plan", last, None if last else child.here_since)
            if by not in known:
                known[by] = DISCUSSED[_counted_as(discussion_clock(child, self._policy, self._today), self._today)]
            found[known[by]].append(child.id)
        return found

    def _agency_fte(self, here: Sequence[Worker]) -> float | None:
        if all(one.agency is None for one in here):
            return None
        return _fte([one for one in here if one.agency]) or 0.0

    def _away_fte(self, here: Sequence[Worker]) -> float | None:
        return None if _fte(here) is None else _fte([one for one in here if one.id in self._away]) or 0.0

    def _data_as_at(self, part: OfTeam) -> date | None:
        """The day of the team's newest list, or of an older one where no newer has a child of theirs."""
        lists = self._facts.lists_as_at
        newest = lists.get(part.name) if part.name is not None else max(lists.values(), default=None)
        return min((child.listed_on for child in part.children if child.listed_on is not None), default=newest)


def _counted_as(clock: Clock, today: date) -> CountedAs:
    """Its state; of what was never done `not_yet` until the first limit has passed, and where no limit is known."""
    if clock.state == "never" and days_late(clock.limit_by, today) is None:
        return "not_yet"
    return clock.state


def _fte(workers: Iterable[Worker]) -> float | None:
    """The hours of these workers that are known; None where nobody's are."""
    known = [one.fte for one in workers if one.fte is not None]
    return round(sum(known), 2) if known else None


def _families(children: Sequence[Child]) -> int | None:
    """Families, each child of none that is known counting as one; None where no family is known at all."""
    named = {child.family for child in children if child.family is not None}
    return len(named) + sum(child.family is None for child in children) if named else None


def _of_workers(found: Mapping[FigureKey, list[WorkerId]]) -> dict[FigureKey, Figure]:
    return {key: Figure(key, workers=tuple(ids)) for key, ids in found.items()}


def _of_children(found: Mapping[FigureKey, list[ChildId]]) -> dict[FigureKey, Figure]:
    return {key: Figure(key, children=tuple(ids)) for key, ids in found.items()}


def _of_entries(found: Mapping[FigureKey, list[EntryId]]) -> dict[FigureKey, Figure]:
    return {key: Figure(key, entries=tuple(ids)) for key, ids in found.items()}
