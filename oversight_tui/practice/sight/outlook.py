"""Where a team goes if nothing changes, and what if: children, FTE, bands and cycles some weeks from now.

What is known counts on its day: a worker's last day, a first day to come, the end of an absence. Children come and go
as in the weeks that are over (`projecting`); who leaves has their children shared out (`people_then`). The cycle is
that of the planner over all the weeks, held against the children whom each worker would have at their end: those of
today, those of who has left, and, where more come than go, so many as are to be expected (`newcomers`). Where fewer
come than go nobody knows whose they are, and none is taken off anybody's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import floor

from msgspec import Struct

from oversight_tui.practice.agenda import Cycle
from oversight_tui.practice.agenda.known import KnownAhead
from oversight_tui.practice.facts import TeamFacts, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.sight.caseloads import band_of, held_by, load_of
from oversight_tui.practice.sight.cycles import Planning, cycles
from oversight_tui.practice.sight.newcomers import with_newcomers
from oversight_tui.practice.sight.people_then import as_asked, carrying, fte_of, full_caseload, shared_out, there
from oversight_tui.practice.sight.projecting import AHEAD, FEWEST_WEEKS, Range, WeekFlow, net_change
from oversight_tui.practice.sight.values import FigureKey, Load
from oversight_tui.practice.sight.what_if_asked import NOTHING, WhatIf
from oversight_tui.practice.supervision import is_newly_qualified

_WEEK = timedelta(weeks=1)


class Ahead(Struct, frozen=True):
    """The team after so many weeks, 0 for today. `children` are those of workers whose FTE is known; `fte` is of all
    who are of the team then, `present_fte` without those away. `full` is how many children are a full caseload of all
    of them; None where the policy has no number. None where no FTE is known.
    """

    weeks: int
    on: date
    children: Range
    fte: float | None
    present_fte: float | None
    full: float | None

    @property
    def per_fte(self) -> Range | None:
        """Children per full-time equivalent."""
        return self.children.over(self.fte) if self.fte else None

    @property
    def per_present_fte(self) -> Range | None:
        """The same of those who are there."""
        return self.children.over(self.present_fte) if self.present_fte else None


class WorkerThen(Struct, frozen=True):
    """A worker and their children then: percent of a full caseload (None where it is not known), its band, and whether
    the cycle is kept.
    """

    worker: WorkerId
    name: str
    fte: float | None
    newly_qualified: bool
    children: int
    percent: float | None
    band: FigureKey | None
    cycle: Cycle


class Course(Struct, frozen=True):
    """What becomes of the team: by weeks; its workers at the end, by name; children then with nobody; how many children
    more a week, None where too few weeks are known to say.
    """

    ahead: tuple[Ahead, ...]
    workers: tuple[WorkerThen, ...]
    with_nobody: int
    net_a_week: float | None

    def worker(self, worker: WorkerId) -> WorkerThen | None:
        """One of them; None of who has left by then."""
        return next((one for one in self.workers if one.worker == worker), None)


class Outlook(Struct, frozen=True):
    """Today, if nothing changes, and if what is asked comes about; the weeks that are gone by, oldest first. `end` is
    the last day that is looked at.
    """

    today: Course
    unchanged: Course
    asked: Course | None
    weeks: tuple[WeekFlow, ...]
    end: date


def outlook(
    facts: TeamFacts,
    known: Mapping[WorkerId, KnownAhead],
    weeks: Sequence[WeekFlow],
    policy: Policy,
    today: date,
    what_if: WhatIf = NOTHING,
) -> Outlook:
    """The outlook of one team. `known` is what is known of each worker's sessions; `weeks` go oldest first."""
    by = Planning(known, policy, today, today + AHEAD[-1] * _WEEK, facts.absences)
    children = float(carrying(facts, today))
    now = _ahead(facts, 0, today, Range(children, children, children), policy)
    asked = _course(as_asked(facts, what_if, today), weeks, by, what_if.more) if what_if else None
    return Outlook(
        Course((now,), _workers(facts, today, by), 0, None), _course(facts, weeks, by, 0), asked, tuple(weeks), by.last
    )


def _course(facts: TeamFacts, weeks: Sequence[WeekFlow], by: Planning, more: int) -> Course:
    nets = [week.net for week in weeks]
    ahead: list[Ahead] = []
    if len(nets) >= FEWEST_WEEKS:
        for number in AHEAD:
            on = by.today + number * _WEEK
            then = shared_out(facts, by.policy, on)
            net = net_change(nets, number)
            held = carrying(then, on) + more * number
            children = Range(*(max(0.0, held + one) for one in (net.low, net.mean, net.high)))
            if not fte_of(there(then, on, away_too=True)):
                children = Range(0.0, 0.0, 0.0)  # nobody is there to take any
            ahead.append(_ahead(then, number, on, children, by.policy))
    net_a_week = sum(nets) / len(nets) + more if ahead else None
    expected = floor(AHEAD[-1] * (more if net_a_week is None else net_a_week) + 0.5)
    then = with_newcomers(shared_out(facts, by.policy, by.last), expected, by.policy, by.today, by.last)
    with_nobody = _with_nobody(then) - _with_nobody(facts)
    return Course(tuple(ahead), _workers(then, by.last, by), with_nobody, net_a_week)


def _with_nobody(facts: TeamFacts) -> int:
    return sum(child.worker_id is None for child in facts.children)


def _ahead(facts: TeamFacts, weeks: int, on: date, children: Range, policy: Policy) -> Ahead:
    of_the_team = there(facts, on, away_too=True)
    rooms = [room for worker in of_the_team if (room := full_caseload(worker, policy, on)) is not None]
    present = fte_of(there(facts, on, away_too=False))
    return Ahead(weeks, on, children, fte_of(of_the_team), present, sum(rooms) if rooms else None)


def _workers(facts: TeamFacts, on: date, by: Planning) -> tuple[WorkerThen, ...]:
    """Who is of the team on a day, with the children they have in these facts."""
    found, held = cycles(facts, by), held_by(facts.children)
    return tuple(
        _worker(worker, load_of(worker, held.get(worker.id, ()), by.policy, on), found[worker.id], by.policy, on)
        for worker in there(facts, on, away_too=True)
    )


def _worker(worker: Worker, load: Load, cycle: Cycle, policy: Policy, on: date) -> WorkerThen:
    band = band_of(load.percent, policy) if load.percent is not None else None
    newly = is_newly_qualified(worker, policy, on)
    return WorkerThen(worker.id, worker.name, worker.fte, newly, load.children, load.percent, band, cycle)
