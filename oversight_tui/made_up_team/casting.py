"""The made-up team put together: how many children each worker holds, and who is in the story for what."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from msgspec import Struct

from oversight_tui.made_up_team.cast import (
    ChildPart,
    Episode,
    Families,
    Holding,
    MadeUpChild,
    MadeUpWorker,
    WorkerPart,
    worker_names,
)
from oversight_tui.made_up_team.days import back, coming_days, list_days
from oversight_tui.made_up_team.gone import Past
from oversight_tui.made_up_team.names import (
    LEAVER,
    LEFT_BEFORE,
    MANAGER,
    OTHER_TEAM,
    OTHER_WORKER,
    TEAM,
)
from oversight_tui.practice.facts import Risk, Status

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
# Days ago on which some started, and on which two left; anybody else started at any time before the year.
STARTED: dict[WorkerPart, int] = {"newly_qualified": 122, "agency": 35, "left_before": 1400}
LEFT: dict[WorkerPart, int] = {"leaver": 40, "left_before": 75}
# A newly qualified worker holds few children on a protection plan, and nobody's care leavers.
FIRST_YEAR = (62, 6, 12, 20, 0)
CLOSED_FOR_EACH_WORKER = 3

# The children who have a story of their own: with which worker, as what, at which risk, and for what.
WITH_A_STORY: tuple[tuple[WorkerPart, Status, Risk | None, ChildPart], ...] = (
    ("late", "protection_plan", "high", "late"),
    ("late", "protection_plan", None, "never"),
    ("late", "protection_plan", "very_high", "in_time"),
    ("not_rebooked", "in_need", "medium", "late"),
    ("not_rebooked", "looked_after", "very_high", "in_time"),
    ("due", "protection_plan", "high", "due"),
    ("part_time", "in_need", "medium", "due"),
    ("part_time", "looked_after", "low", "conflict"),
    ("agency", "in_need", "low", "handed_over"),
    ("steady", "in_need", "medium", "missing"),
)


class Cast(Struct, frozen=True):
    """Everybody in the made-up team. `children` are open; those who are `gone` were with the team during the year, and
    their work ended or went on in another team. `left` are the workers who left.
    """

    manager: MadeUpWorker
    left: tuple[MadeUpWorker, ...]
    workers: tuple[MadeUpWorker, ...]
    elsewhere: MadeUpWorker
    children: tuple[MadeUpChild, ...]
    gone: tuple[MadeUpChild, ...]

    @property
    def everybody(self) -> tuple[MadeUpWorker, ...]:
        """Who is of the team, or was: the manager first, then those who left."""
        return (self.manager, *self.left, *self.workers)

    @property
    def every_child(self) -> tuple[MadeUpChild, ...]:
        """Those of today, then those who are gone."""
        return (*self.children, *self.gone)

    def with_part(self, part: WorkerPart) -> MadeUpWorker | None:
        """The first worker with a part, None in a team too small to have one."""
        return next((worker for worker in self.workers if worker.part == part), None)


def cast_of(random: Random, today: date, workers: int) -> Cast:
    """A team of so many workers, as it stands on a day."""
    return _Casting(random, today).cast(workers)


class _Casting:
    def __init__(self, random: Random, today: date) -> None:
        self.random, self.today = random, today
        self.coming, self.lists = coming_days(today), list_days(today)
        self.families = Families(random, today)
        self.staff_ids = iter(random.sample(range(40100, 49999), 2000))
        self.leaver = self._worker(LEAVER, "leaver")

    def cast(self, number: int) -> Cast:
        names = worker_names()[:number]
        parts = [WORKER_PARTS[place] if place < len(WORKER_PARTS) else "steady" for place in range(number)]
        workers = [self._worker(name, part) for name, part in zip(names, parts, strict=True)]
        children: list[MadeUpChild] = []
        for place, worker in enumerate(workers):
            children += self._held_by(worker, with_stories=place < len(WORKER_PARTS))
        ended = [child for worker in workers for child in self._ended(worker)]
        manager = self._worker(MANAGER, "manager")
        here = [*children, *self._waiting()]
        left_before, elsewhere = self._worker(LEFT_BEFORE, "left_before"), self._worker(OTHER_WORKER, "elsewhere")
        left = (left_before, self.leaver)
        past = Past(self.random, self.families, self.today, (*left, *workers), elsewhere)
        past.come_otherwise(here)
        gone = (*ended, *past.came_and_went((*here, *ended)))
        return Cast(manager, left, tuple(workers), elsewhere, tuple(here), gone)

    def _worker(self, name: str, part: WorkerPart) -> MadeUpWorker:
        started = STARTED.get(part) or self.random.randint(500, 4200)
        leaves = back(self.today, LEFT[part]) if part in LEFT else None
        team = OTHER_TEAM if part == "elsewhere" else TEAM
        return MadeUpWorker(name, part, f"SW{next(self.staff_ids)}", back(self.today, started), leaves, team=team)

    def _held_by(self, worker: MadeUpWorker, *, with_stories: bool) -> list[MadeUpChild]:
        """The children a worker holds: those with a story first, then whole families up to their number."""
        found = []
        for part, status, risk, why in WITH_A_STORY if with_stories else ():
            if part == worker.part:
                child = self.families.one_child(status, risk)
                child.part = why
                found.append(self._arrived([child], worker)[0])
        left = CHILDREN_HELD[worker.part] - len(found)
        while left:
            weights = {"weights": FIRST_YEAR} if worker.part == "newly_qualified" else {}
            family = self.families.family(left, **weights)
            found += self._arrived(family, worker)
            left -= len(family)
        return found

    def _arrived(self, family: list[MadeUpChild], worker: MadeUpWorker) -> list[MadeUpChild]:
        """Say when a family came and who held them since; they come and move together."""
        came = self._came(family, worker)
        shown = self._shown(came, family)
        holdings = [Holding(shown, worker, since=self._shortly_before(came))]
        begins = next(day for day in self.coming if day >= worker.starts)
        if worker.part == "agency" and came < begins:
            holdings = [Holding(shown, self.leaver), Holding(begins, worker, since=worker.starts)]
        for child in family:
            child.holdings = list(holdings)
            child.episodes = self._episodes(child.status, came, shown)
        return family

    def _came(self, family: list[MadeUpChild], worker: MadeUpWorker) -> date:
        """The day of coming on which a family did."""
        child, lists = family[0], self.coming
        if child.part == "never":
            return lists[-5]
        first = (
            lists[0] if worker.part == "agency" else next(day for day in lists if day >= min(worker.starts, self.today))
        )
        youngest = max(child.born for child in family)
        open_to = [day for day in lists[:-2] if day >= max(first, youngest + timedelta(days=5))]
        if child.part != "in_time":
            open_to = [day for day in open_to if day <= lists[-9]]
        if child.status == "assessment":
            open_to = [day for day in open_to if day >= lists[-4]]
        return open_to[0] if self.random.random() < 0.4 else self.random.choice(open_to)

    def _shown(self, came: date, family: list[MadeUpChild]) -> date:
        """The list that shows a family first: of those who were here before the year, the first one of all."""
        youngest = max(child.born for child in family)
        here_before = came == self.coming[0] and youngest < self.lists[0]
        return self.lists[0] if here_before else self._list_after(came)

    def _list_after(self, day: date) -> date:
        """The first list of a day or later."""
        return next(as_at for as_at in self.lists if as_at >= day)

    def _shortly_before(self, came: date) -> date | None:
        """The true date of an allocation; not known for those who were here before the first list."""
        return None if came == self.coming[0] else self._before(came, 9)

    def _before(self, as_at: date, most: int) -> date:
        """A working day from one to so many days before a list."""
        return back(as_at, self.random.randint(1, most))

    def _episodes(self, status: Status, came: date, shown: date) -> list[Episode]:
        """An assessment first where the family came during the year and the time for one has passed."""
        if came == self.coming[0]:
            return [Episode(shown, status, self._before(shown, 900))]
        start = self._before(came, 9)
        later = [day for day in self.coming if day >= came + timedelta(days=40)]
        if status in ("assessment", "care_leaver") or not later:
            return [Episode(shown, status, start)]
        return [
            Episode(shown, "assessment", start),
            Episode(self._list_after(later[0]), status, self._before(later[0], 6)),
        ]

    def _waiting(self) -> list[MadeUpChild]:
        """The children nobody holds: new on the newest two lists, seen by the duty worker."""
        brother_and_sister = self.families.family(1, (0, 0, 0, 1, 0)) + self.families.family(1, (0, 0, 0, 1, 0))
        for child, as_at in zip(brother_and_sister, self.coming[-2:], strict=True):
            child.part, child.risk = "unallocated", "medium"
            child.holdings = [Holding(as_at, None, "unallocated", self._before(as_at, 2))]
            child.episodes = [Episode(as_at, "assessment", self._before(as_at, 2))]
        return brother_and_sister

    def _ended(self, worker: MadeUpWorker) -> list[MadeUpChild]:
        """Children whose work with a worker ended during the year."""
        held = [day for day in self.coming[:-1] if day >= worker.starts]
        if len(held) < 6:
            return []
        children = self.families.family(CLOSED_FOR_EACH_WORKER, (70, 15, 5, 10, 0))
        youngest = max(child.born for child in children)
        came = self.random.choice([day for day in held[:-5] if day > youngest] or held[-6:-5])
        for child in children:
            child.born = min(child.born, came - timedelta(days=30))
        closes = self._list_after(self.random.choice([day for day in held if day >= came + timedelta(days=50)]))
        for child in children:
            child.part = "gone"
            shown = self._shown(came, children)
            child.holdings = [Holding(shown, worker, since=self._shortly_before(came))]
            child.episodes = self._episodes(child.status, came, shown)
            child.episodes = [each for each in child.episodes if each.as_at < closes]
            child.closes = closes
        return children
