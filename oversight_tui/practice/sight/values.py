"""What line of sight says of a team on a day: numbers, each with the rows it counts, and nothing anybody typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, EntryId, TeamId, WorkerId
from oversight_tui.practice.sight.months import MonthFigures
from oversight_tui.practice.then import Then
from oversight_tui.words.sight import percent_said

FigureKey = Literal[
    "workers",
    "agency",
    "away",
    "newly_qualified",
    "spare",
    "full",
    "over",
    "far_over",
    "children",
    "unallocated",
    "waiting",
    "on_duty",
    "held_by_manager",
    "supervised_in_time",
    "supervised_due",
    "supervised_overdue",
    "supervised_never",
    "supervised_not_yet",
    "supervised_paused",
    "discussed_in_time",
    "discussed_due",
    "discussed_overdue",
    "discussed_never",
    "discussed_not_yet",
    "visits_in_time",
    "visits_late",
    "visits_not_known",
    "worries_open",
    "worries_review_late",
    "decisions_without_because",
    "actions_late",
    "actions_carried",
    "not_on_file",
    "escalations_unanswered",
    "consultations_unanswered",
    "new",
    "closed",
    "transferred_in",
    "transferred_out",
]
# In time of all, against a target and a floor of the policy.
ShareKey = Literal["supervised", "discussed", "visited"]
Standing = Literal["on_target", "above_floor", "below_floor"]
# Why a worker is not supervised in time; `not_recorded` is a session that was planned and of which nothing is said.
WhyLate = Literal["away", "cancelled", "cut_short", "not_recorded", "not_booked", "never_supervised"]


class Figure(Struct, frozen=True):
    """One number: how many rows it counts, which are of one kind. Whoever opens it sees exactly these."""

    key: FigureKey
    workers: tuple[WorkerId, ...] = ()
    children: tuple[ChildId, ...] = ()
    entries: tuple[EntryId, ...] = ()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.workers) + len(self.children) + len(self.entries)


# What of each share is in time: nothing of it is late, so who is due is in time still. These rows a share opens.
IN_TIME: Mapping[ShareKey, tuple[FigureKey, ...]] = {
    "supervised": ("supervised_in_time", "supervised_due"),
    "discussed": ("discussed_in_time", "discussed_due"),
    "visited": ("visits_in_time",),
}


def figures_of(key: FigureKey | ShareKey) -> tuple[FigureKey, ...]:
    """The figures that a number is made of: a share's, or itself alone."""
    return IN_TIME[key] if key == "supervised" or key == "discussed" or key == "visited" else (key,)


class Share(Struct, frozen=True):
    """n of n in time, and where that stands against the policy's target and floor, in percent.

    In time is who is not late: within the ideal, or due and within the limit. `of` are those of whom that can be said:
    a worker whose clock is paused is not among them, nor anybody not supervised or discussed yet whose first limit is
    still to come, nor a child of whom no visit interval is set or no visit known. Those never supervised or discussed
    whose first limit has passed are, and are never in time. `standing` is None where `of` is 0.
    """

    key: ShareKey
    in_time: int
    of: int
    target: int
    floor: int
    standing: Standing | None

    @property
    def percent(self) -> float | None:
        """How many of a hundred are in time; None where there are none at all."""
        return 100 * self.in_time / self.of if self.of else None

    @property
    def says(self) -> str:
        """The percent in words: `78 %`; empty where there are none at all."""
        return percent_said(self.percent) if self.percent is not None else ""


class Spread(Struct, frozen=True):
    """Children per full-time equivalent of the workers whose FTE is known and over 0 and who are here: the team's
    children with them over their FTE, and the least and the most of one worker. None where nobody's FTE is known.
    """

    mean: float | None
    least: float | None
    most: float | None


class LateReason(Struct, frozen=True):
    """Why one worker is overdue, or was never supervised; `since` is the day it began: of the last supervision where
    none was booked, of the session that was cancelled, cut short or not recorded, the first day away. `booked` is the
    day of the next session, None where there is none.
    """

    worker: WorkerId
    why: WhyLate
    since: date | None
    booked: date | None = None


class Waiting(Struct, frozen=True):
    """A child whom no worker holds: for how many days, None where that is not known, and the risk that applies."""

    child: ChildId
    bucket: Literal["unallocated", "duty", "held_by_manager"]
    days: int | None
    risk: str


class WorryCount(Struct, frozen=True):
    """How many worries are open of one severity (None: not said), and how many days the oldest has been open."""

    severity: int | None
    open: int
    oldest_days: int | None


class Load(Struct, frozen=True):
    """One worker's load, for the bands: children, points by the authority's own scheme (None where it has none), and
    percent of a full caseload for their FTE (a newly qualified worker's is smaller). Every child the worker holds
    counts, of whatever team. `percent` is None where no FTE is known, no full caseload is set, or the worker has not
    begun or has left.
    """

    worker: WorkerId
    children: int
    points: float | None
    percent: float | None


class Supervisor(Struct, frozen=True):
    """Somebody who supervises: how many workers and children of these teams, sessions to be held and held in the last
    thirteen weeks, and their own last supervision. `worker` is None for a name that is no worker here. `programme` is
    the programme's name, with its dates; None where none is recorded.
    """

    name: str
    worker: WorkerId | None
    workers: int
    children: int
    to_hold: int
    held: int
    own_last: date | None
    own_days: int | None
    programme: str | None
    programme_from: date | None
    programme_until: date | None
    programme_completed: bool | None


class TeamSight(Struct, frozen=True):
    """One team on one day. `team_id` and `team` are None for children and workers of no team.

    `fte` is the sum of the workers' that are known, None where none is; `fte_not_known` how many are not. Who has not
    begun yet is a worker and no FTE; who has left is neither. `agency_fte` is None where of
    nobody it is known whether they are from an agency. `posts` is the FTE of the team's posts, None where nobody put it
    in. `families` is None where no family is known. `months` are the last thirteen that are over, oldest first; one
    that is not worked out yet is left out. `carrying` are the team's children with its workers whose FTE is known and
    over 0 and who are here. Of several teams as one, `months_without` names the teams that its months do not count.
    """

    team_id: TeamId | None
    team: str | None
    data_as_at: date | None
    fte: float | None
    fte_not_known: int
    agency_fte: float | None
    away_fte: float | None
    posts: float | None
    families: int | None
    per_fte: Spread
    per_fte_newly_qualified: Spread
    loads: tuple[Load, ...]
    shares: Mapping[ShareKey, Share]
    figures: Mapping[FigureKey, Figure]
    late: tuple[LateReason, ...]
    waiting: tuple[Waiting, ...]
    worries: tuple[WorryCount, ...]
    months: tuple[MonthFigures, ...] = ()
    months_without: tuple[str | None, ...] = ()
    carrying: int = 0

    @property
    def spare_and_away(self) -> int:
        """How many of those with room for more are away today."""
        away = set(self.figures["away"].workers)
        return sum(worker in away for worker in self.figures["spare"].workers)

    @property
    def vacancy(self) -> float | None:
        """FTE of posts that nobody fills; None where it is not known, as where the FTE of anybody is not."""
        if self.posts is None or self.fte is None or self.fte_not_known:
            return None
        return round(max(0.0, self.posts - self.fte), 2)

    def count(self, key: FigureKey) -> int:
        """How many rows a figure counts."""
        return self.figures[key].count


class Sight(Struct, frozen=True):
    """Line of sight over some teams on a day, by team name; those who supervise in them, by name. `then` says that the
    day has passed and how it is looked at.
    """

    as_of: date
    data_as_at: date | None
    teams: tuple[TeamSight, ...]
    supervisors: tuple[Supervisor, ...] = ()
    then: Then | None = None
