"""Who can be in the made-up team: workers, and children with their brothers and sisters, drawn from a seed.

Plain values; nothing is written here. What each person is in the story for is said by their part.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Literal

from msgspec import Struct, field

from oversight_tui.made_up_team.names import TEAM, WORKER_NAMES, family_names, given_names
from oversight_tui.practice.discussion_clock import risk_used
from oversight_tui.practice.facts import Bucket, Child, Risk, Status
from oversight_tui.practice.ids import AboutChild, ChildId, WorkerId

WorkerPart = Literal[
    "late",
    "newly_qualified",
    "away",
    "agency",
    "not_rebooked",
    "due",
    "part_time",
    "steady",
    "leaver",
    "left_before",
    "manager",
    "elsewhere",
]
ChildPart = Literal["in_time", "late", "due", "never", "missing", "conflict", "handed_over", "unallocated", "gone"]

FTE: dict[WorkerPart, float] = {"part_time": 0.6, "due": 0.8}
STATUSES: tuple[Status, ...] = ("in_need", "protection_plan", "looked_after", "assessment", "care_leaver")
OF_A_HUNDRED = (46, 20, 18, 11, 5)
YOUNGEST_WITH_A_STORY = 800  # days: old enough to have been here all year
FAMILY_SIZES = (1, 2, 3, 4)
FAMILY_WEIGHTS = (44, 31, 17, 8)


class MadeUpWorker(Struct):
    """One worker. `starts` and `leaves` are true dates; `stored` is the store's id, None until they are written. Who is
    `elsewhere` is of another team.
    """

    name: str
    part: WorkerPart
    staff_id: str
    starts: date
    leaves: date | None = None
    stored: WorkerId | None = None
    team: str = TEAM

    @property
    def id(self) -> WorkerId:
        """The store's id of a worker who is written."""
        assert self.stored is not None
        return self.stored

    @property
    def fte(self) -> float:
        """Their hours, of a full-time worker's."""
        return FTE.get(self.part, 1.0)

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


class Holding(Struct, frozen=True):
    """Who holds a child as the list of `as_at` shows it: a worker or a bucket, with the true date where known."""

    as_at: date
    worker: MadeUpWorker | None
    bucket: Bucket | None = None
    since: date | None = None

    @property
    def team(self) -> str:
        """The team the child is with."""
        return self.worker.team if self.worker else TEAM


class Episode(Struct, frozen=True):
    """A status from a true date, as the list of `as_at` shows it."""

    as_at: date
    status: Status
    since: date


class MadeUpChild(Struct):
    """One child.

    `called` is the name the manager has noted, None for half of the families. `holdings` and `episodes` are oldest
    first; `closes` is the day of the list with which the work ended, None while it goes on. `discussed` are the days
    the child was talked about, filled as the year is written; no session takes the child up after `quiet_after`.
    `stored` is the store's id, None until the child is written.
    """

    reference: str
    given: str
    girl: bool
    called: str | None
    family: str | None
    born: date
    status: Status
    risk: Risk | None
    part: ChildPart = "in_time"
    holdings: list[Holding] = field(default_factory=list)
    episodes: list[Episode] = field(default_factory=list)
    closes: date | None = None
    quiet_after: date | None = None
    discussed: list[date] = field(default_factory=list)
    stored: ChildId | None = None

    @property
    def id(self) -> ChildId:
        """The store's id of a child who is written."""
        assert self.stored is not None
        return self.stored

    @property
    def about(self) -> AboutChild:
        """The child, for a request about somebody."""
        return AboutChild(self.id)

    @property
    def risk_used(self) -> str:
        """The risk by which the child is to be discussed."""
        return risk_used(Child(self.id, self.reference, status=self.status, risk=self.risk))

    @property
    def met(self) -> date:
        """The as-at date of the first list that showed the child, with whatever team."""
        return self.holdings[0].as_at

    @property
    def arrives(self) -> date:
        """The as-at date of the first list that showed the child with this team."""
        return next(held.as_at for held in self.holdings if held.team == TEAM)

    @property
    def goes(self) -> date | None:
        """The as-at date of the list with which the child was with this team no more; None while the child is."""
        last = self.holdings[-1]
        return last.as_at if last.team != TEAM else self.closes

    @property
    def worker(self) -> MadeUpWorker | None:
        """Who holds the child now, or held the child last."""
        return self.holdings[-1].worker

    def held_on(self, day: date) -> MadeUpWorker | None:
        """Who held the child on a day; None where nobody did."""
        if self.closes is not None and day >= self.closes:
            return None
        return next((held.worker for held in reversed(self.holdings) if held.as_at <= day), None)

    def age_on(self, day: date) -> int:
        """Whole years."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


def worker_names() -> list[str]:
    """Every name there is for a worker, the invented ones first and then their parts put together anew."""
    mixed = [f"{first.split()[0]} {last.split()[-1]}" for first in WORKER_NAMES for last in reversed(WORKER_NAMES)]
    return list(dict.fromkeys((*WORKER_NAMES, *mixed)))


class Families:
    """Draws families of brothers and sisters, with a reference for each child."""

    def __init__(self, random: Random, today: date) -> None:
        self._random, self._today = random, today
        self._surnames = family_names(random)
        self._numbers = iter(random.sample(range(1001, 9999), 8998))

    def one_child(self, status: Status, risk: Risk | None) -> MadeUpChild:
        """A child without brothers or sisters here."""
        child = self._family(status, 1, risk)[0]
        child.born = min(child.born, self._today - timedelta(days=YOUNGEST_WITH_A_STORY))
        return child

    def family(self, most: int, weights: tuple[int, ...] = OF_A_HUNDRED) -> list[MadeUpChild]:
        """One to four children of one home, no more than `most`; `weights` are those of `STATUSES`."""
        random = self._random
        status = random.choices(STATUSES, weights)[0]
        size = 1 if status == "care_leaver" else min(most, random.choices(FAMILY_SIZES, FAMILY_WEIGHTS)[0])
        return self._family(status, size, self._rating(status))

    def _family(self, status: Status, size: int, risk: Risk | None) -> list[MadeUpChild]:
        random = self._random
        name = next(self._surnames)
        girls = [random.random() < 0.5 for _ in range(size)]
        if size > 3:
            girls[0] = not girls[1]
        known = random.random() < 0.5
        return [
            MadeUpChild(
                reference=f"C-{next(self._numbers)}",
                given=given,
                girl=girl,
                called=f"{given} {name.surname}" if known else None,
                family=name.surname if known or size > 1 else None,
                born=born,
                status=status,
                risk=risk,
            )
            for girl, given, born in zip(
                girls, given_names(random, name.background, girls), self._births(status, size), strict=True
            )
        ]

    def _births(self, status: Status, size: int) -> list[date]:
        """Days of birth, oldest child first and at least a year and a half apart; only care leavers are grown up."""
        random = self._random
        if status == "care_leaver":
            return [self._today - timedelta(days=random.randint(18 * 366, 22 * 365))]
        gaps = [random.randint(560, 1400) for _ in range(size - 1)]
        ages = [random.randint(90, max(91, 17 * 365 - sum(gaps)))]
        for gap in gaps:
            ages.append(ages[-1] + gap)
        return [self._today - timedelta(days=age) for age in reversed(ages)]

    def _rating(self, status: Status) -> Risk | None:
        """The manager's rating; a quarter of the families have none yet."""
        if self._random.random() < 0.25:
            return None
        ratings: tuple[Risk, ...] = ("low", "medium", "high")
        weights = {
            "in_need": (45, 50, 5),
            "protection_plan": (0, 45, 55),
            "looked_after": (45, 45, 10),
            "assessment": (30, 62, 8),
            "care_leaver": (70, 30, 0),
        }
        return self._random.choices(ratings, weights[status])[0]
