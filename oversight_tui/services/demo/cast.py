"""Who is in the made-up team: its workers, and the children each of them holds, with their brothers and sisters.

Plain values drawn from a seed; nothing is written here. What each person is in the story for is said by their part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Literal

from oversight_tui.practice.facts import Risk, Status
from oversight_tui.services.demo.names import WORKER_NAMES, family_names, given_names

WorkerPart = Literal[
    "late", "newly_qualified", "away", "agency", "steady", "due", "part_time", "not_rebooked", "leaver", "manager"
]
ChildPart = Literal["in_time", "late", "due", "never", "missing", "conflict", "handed_over", "unallocated"]

WORKER_PARTS: tuple[WorkerPart, ...] = (
    "late",
    "newly_qualified",
    "away",
    "agency",
    "not_rebooked",
    "due",
    "part_time",
    "steady",
)
CHILDREN_HELD: dict[WorkerPart, int] = {
    "late": 19,
    "newly_qualified": 11,
    "away": 16,
    "agency": 18,
    "not_rebooked": 17,
    "due": 18,
    "part_time": 11,
    "steady": 17,
}
UNALLOCATED = 3
FAMILY_SIZES = (1, 2, 3, 4)
FAMILY_WEIGHTS = (46, 30, 16, 8)
STATUSES: tuple[Status, ...] = ("in_need", "protection_plan", "looked_after", "assessment", "care_leaver")
STATUS_WEIGHTS = (46, 20, 18, 11, 5)


@dataclass(slots=True)
class MadeUpWorker:
    """One worker. `place` is their place in the team; `id` is the store's, known once they are written."""

    place: int
    name: str
    part: WorkerPart
    id: str = ""

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@dataclass(slots=True)
class MadeUpChild:
    """One child. `called` is the name the manager has noted, None for half of the families.

    `arrives` is how many days ago the child came to the team; `held_by` holds (days ago, worker) for each allocation,
    oldest first, with None for nobody. `closes` is how many days ago the work ended, None while it goes on.
    """

    reference: str
    girl: bool
    called: str | None
    family: str | None
    born: date
    status: Status
    risk: Risk | None
    arrives: int
    held_by: list[tuple[int, MadeUpWorker | None]]
    part: ChildPart = "in_time"
    closes: int | None = None
    id: str = ""
    discussed: list[date] = field(default_factory=list)

    @property
    def worker(self) -> MadeUpWorker | None:
        """Who holds the child now, or held the child last."""
        return self.held_by[-1][1]

    def held_on(self, days_ago: int) -> MadeUpWorker | None:
        """Who held the child so many days ago; None where nobody did."""
        if days_ago > self.arrives or (self.closes is not None and days_ago < self.closes):
            return None
        return next((worker for since, worker in reversed(self.held_by) if since >= days_ago), None)

    def age(self, today: date) -> int:
        """Whole years."""
        return (today - self.born).days * 4 // 1461


def workers_of(number: int) -> list[MadeUpWorker]:
    """So many workers, each with a part; beyond the parts there are, all are steady."""
    names = list(WORKER_NAMES)
    names += [f"{first.split()[0]} {last.split()[-1]}" for first in WORKER_NAMES for last in reversed(WORKER_NAMES)]
    different = list(dict.fromkeys(names))[:number]
    return [
        MadeUpWorker(place, name, WORKER_PARTS[place] if place < len(WORKER_PARTS) else "steady")
        for place, name in enumerate(different)
    ]


class Families:
    """Draws families of brothers and sisters, with a reference for each child."""

    def __init__(self, random: Random, today: date) -> None:
        self.random, self.today = random, today
        self._surnames = family_names(random)
        self._numbers = iter(random.sample(range(1001, 9999), 8000))

    def family(self, most: int, statuses: tuple[Status, ...], weights: tuple[int, ...]) -> list[MadeUpChild]:
        """One to four children of one home, no more than `most`, with nobody holding them yet."""
        random = self.random
        status = random.choices(statuses, weights)[0]
        size = 1 if status == "care_leaver" else min(most, random.choices(FAMILY_SIZES, FAMILY_WEIGHTS)[0])
        surname = next(self._surnames)
        girls = [random.random() < 0.5 for _ in range(size)]
        known = random.random() < 0.5
        names = given_names(random, surname.background, girls)
        children = []
        for girl, name, born in zip(girls, names, self._births(size, status), strict=True):
            children.append(
                MadeUpChild(
                    reference=f"C-{next(self._numbers)}",
                    girl=girl,
                    called=f"{name} {surname.surname}" if known else None,
                    family=surname.surname if known or size > 1 else None,
                    born=born,
                    status=status,
                    risk=self._risk(status),
                    arrives=0,
                    held_by=[],
                )
            )
        return children

    def _births(self, size: int, status: Status) -> list[date]:
        """Days of birth, oldest child first, at least a year and a half apart; only care leavers are grown up."""
        random = self.random
        if status == "care_leaver":
            return [self.today - timedelta(days=random.randint(18 * 366, 22 * 365))]
        gaps = [random.randint(560, 1400) for _ in range(size - 1)]
        youngest = random.randint(90, max(91, 17 * 365 - sum(gaps)))
        ages = [youngest]
        for gap in gaps:
            ages.append(ages[-1] + gap)
        return [self.today - timedelta(days=age) for age in reversed(ages)]

    def _risk(self, status: Status) -> Risk | None:
        """The manager's rating; a quarter of the children have none yet."""
        if self.random.random() < 0.25:
            return None
        ratings: tuple[Risk, ...] = ("low", "medium", "high")
        weights = {
            "in_need": (45, 50, 5),
            "protection_plan": (0, 40, 60),
            "looked_after": (45, 45, 10),
            "assessment": (30, 62, 8),
            "care_leaver": (70, 30, 0),
        }
        return self.random.choices(ratings, weights[status])[0]
