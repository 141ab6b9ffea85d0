"""Who came and went before today: children whose work ended, who went to another team or came from one, and those who
waited for a worker at first. So many are here in each month that the team's year is one of rising pressure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from random import Random
from typing import Literal

from oversight_tui.made_up_team.cast import Episode, Families, Holding, MadeUpChild, MadeUpWorker
from oversight_tui.made_up_team.days import back, list_days, pressure_on

# How many children the team held for each hundred of today's, so many days ago; between these days it is in between.
HELD = ((440, 74), (200, 77), (140, 79), (85, 84), (54, 90), (25, 96), (0, 100))
GONE_OF_A_HUNDRED = (58, 16, 10, 14, 2)
SHORTEST_STAY, LAST_TO_COME = 50, 80  # days
# Of a hundred families: who goes to another team, who comes from one, and who waits for a worker at first.
GO_ELSEWHERE, COME_FROM_ELSEWHERE, WAIT, WAIT_UNDER_PRESSURE = 25, 16, 8, 50
SHORTEST_WAIT, LONGEST_WAIT = 9, 25  # days
# Of a hundred children who could go in a month, how many do, and how many fewer under pressure.
GO_IN_A_MONTH, FEWER_GO = 6, 4
CAN_WAIT = ("in_need", "assessment")


class Past:
    """The year before today, list by list. `workers` are all who ever held children, `elsewhere` is of another team."""

    def __init__(
        self,
        random: Random,
        families: Families,
        today: date,
        workers: Sequence[MadeUpWorker],
        elsewhere: MadeUpWorker,
    ) -> None:
        self.random, self.families, self.today = random, families, today
        self.workers, self.elsewhere = workers, elsewhere
        self.lists = list_days(today)
        self.before = {after: before for before, after in pairwise(self.lists)}
        self.gone: list[list[MadeUpChild]] = []

    def come_otherwise(self, children: Iterable[MadeUpChild]) -> None:
        """Say of some of today's children that another team had them first, or nobody for a while."""
        for _, together in groupby(children, key=lambda child: child.family or child.reference):
            family = list(together)
            first = family[0]
            if first.part == "in_time" and first.arrives != self.lists[0] and len(first.holdings) == 1:
                self._first_elsewhere(family)

    def came_and_went(self, others: Sequence[MadeUpChild]) -> tuple[MadeUpChild, ...]:
        """The children who came and went, so many that with these `others` each month has its number."""
        today_here = sum(child.goes is None for child in others)
        for as_at in self.lists[:-1]:
            here = [*others, *self._children()]
            self._hand_over(as_at)
            wanted = round(today_here * _held_of_a_hundred((self.today - as_at).days) / 100)
            self._let_go(as_at)
            if as_at <= self.today - timedelta(days=LAST_TO_COME):
                self._bring(as_at, wanted - sum(_is_here(child, as_at) for child in here), here)
        self._end(self.lists[-1], [family for family in self.gone if family[0].goes is None])
        return tuple(self._children())

    def _children(self) -> Iterator[MadeUpChild]:
        for family in self.gone:
            yield from family

    def _bring(self, as_at: date, number: int, here: Sequence[MadeUpChild]) -> None:
        """So many children of whole families who come with a list, each to who holds fewest for their hours."""
        loads = {
            id(worker): sum(child.held_on(as_at) is worker for child in here) / worker.fte for worker in self.workers
        }
        while number > 0:
            family = self.families.family(number, GONE_OF_A_HUNDRED)
            worker = min(self._there(as_at), key=lambda one: loads[id(one)])
            loads[id(worker)] += len(family) / worker.fte
            number -= len(family)
            since = None if as_at == self.lists[0] else self._shortly_before(as_at, 9)
            for child in family:
                child.part = "gone"
                child.born = min(child.born, as_at - timedelta(days=60))
                child.holdings = [Holding(as_at, worker, since=since)]
                child.episodes = [Episode(as_at, child.status, since or self._shortly_before(as_at, 400))]
            if as_at != self.lists[0]:
                self._first_elsewhere(family)
            self.gone.append(family)

    def _first_elsewhere(self, family: list[MadeUpChild]) -> None:
        """Another team had some families before, and some waited for a worker until the next list."""
        first = family[0]
        held, episode = first.holdings[0], first.episodes[0]
        drawn, waits = self.random.randrange(100), WAIT + WAIT_UNDER_PRESSURE * pressure_on(held.as_at, self.today)
        before = self.before[held.as_at]
        if drawn < COME_FROM_ELSEWHERE and max(child.born for child in family) < before - timedelta(days=30):
            for child in family:
                child.holdings.insert(0, Holding(before, self.elsewhere))
                child.episodes[0] = Episode(before, episode.status, min(episode.since, before))
        elif drawn >= 100 - waits and episode.status in CAN_WAIT:
            waited = held.as_at + timedelta(days=self.random.randint(SHORTEST_WAIT, LONGEST_WAIT))
            after = next((as_at for as_at in self.lists[:-2] if as_at >= waited), None)
            if after is None:
                return
            bucket: Literal["duty", "unallocated"] = "duty" if drawn % 2 else "unallocated"
            given = Holding(after, held.worker, since=self._shortly_before(after, 3))
            for child in family:
                child.holdings = [Holding(held.as_at, None, bucket, held.since), given]

    def _hand_over(self, as_at: date) -> None:
        """What a worker who has left held goes to who holds fewest."""
        there = self._there(as_at)
        for family in self.gone:
            worker = family[0].worker
            if family[0].goes is None and worker is not None and _has_left(worker, as_at):
                to = min(there, key=lambda one: (sum(child.worker is one for child in self._children()), one.staff_id))
                for child in family:
                    child.holdings.append(Holding(as_at, to, since=worker.leaves))

    def _let_go(self, as_at: date) -> None:
        """End the work with some families, those first who have been here longest, and with all before today."""
        stays = max(as_at - timedelta(days=SHORTEST_STAY), self.lists[0])  # who was here before may go at once
        open_now = [family for family in self.gone if family[0].goes is None]
        can_go = [family for family in open_now if family[0].holdings[-1].as_at <= stays]
        of_a_hundred = GO_IN_A_MONTH - FEWER_GO * pressure_on(as_at, self.today)
        number = round(len(can_go) * of_a_hundred / 100) if can_go else 0
        left = [day for day in self.lists if day >= as_at]
        number = max(number, -(-len(open_now) // len(left)))
        self._end(as_at, sorted(can_go, key=lambda family: family[0].arrives)[:number])

    def _end(self, as_at: date, families: Iterable[list[MadeUpChild]]) -> None:
        for family in families:
            elsewhere = self.random.randrange(100) < GO_ELSEWHERE
            moved = Holding(as_at, self.elsewhere, since=self._shortly_before(as_at, 5))
            for child in family:
                child.episodes = [each for each in child.episodes if each.as_at < as_at]
                if elsewhere:
                    child.holdings.append(moved)
                else:
                    child.closes = as_at

    def _there(self, as_at: date) -> list[MadeUpWorker]:
        """Who could take families then: nobody who is new, leaves or has left; in a small team, whoever there is."""
        found = [
            worker
            for worker in self.workers
            if worker.part not in ("newly_qualified", "agency")
            and worker.starts < self.lists[0]
            and not _has_left(worker, as_at)
        ]
        staying = [worker for worker in found if not _has_left(worker, as_at + timedelta(days=SHORTEST_STAY))]
        return staying or found

    def _shortly_before(self, as_at: date, most: int) -> date:
        return back(as_at, self.random.randint(1, most))


def _has_left(worker: MadeUpWorker, day: date) -> bool:
    return worker.leaves is not None and worker.leaves <= day


def _is_here(child: MadeUpChild, day: date) -> bool:
    """Whether the child is with the team on a day."""
    return child.arrives <= day and (child.goes is None or day < child.goes)


def _held_of_a_hundred(ago: int) -> float:
    """How many children were held so many days ago for each hundred of today's."""
    for (earlier, held_then), (later, held_later) in pairwise(HELD):
        if later <= ago <= earlier:
            return held_then + (held_later - held_then) * (earlier - ago) / (earlier - later)
    return HELD[0][1]
