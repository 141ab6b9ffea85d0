"""What every part of the year is written with: the store, the day, the cast, the draw, and what is to follow later.

A filing, an answer or an end points at an entry that must be in the store and open first, so such requests are kept in
`afterwards` and recorded when all that they point at is there.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from msgspec import Struct, field

from oversight_tui.made_up_team.cast import MadeUpChild, MadeUpWorker
from oversight_tui.made_up_team.casting import Cast
from oversight_tui.made_up_team.days import on_or_after, on_or_before, pressure_on
from oversight_tui.made_up_team.wording import Wording, spoken_of
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import Request
from oversight_tui.services import record

if TYPE_CHECKING:
    from db.engine import Store

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_NUMBERS = ("four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


class Year(Struct):
    """A made-up team's year while it is being written."""

    store: Store
    today: date
    cast: Cast
    random: Random
    wording: Wording
    afterwards: list[Request] = field(default_factory=list)
    # Drawn apart: what is said with it changes nothing of the rest of the year.
    wording_apart: Wording = field(default_factory=lambda: Wording(Random(1)))

    def slots(self, child: MadeUpChild, day: date) -> dict[str, str]:
        """The words that stand for a child, and for the worker who held the child on a day."""
        worker = child.held_on(day) or self.cast.manager
        return {
            **spoken_of(child.given if child.called else None, child.girl),
            "worker": worker.first_name,
            "weekday": self.random.choice(_WEEKDAYS),
            "days": self.random.choice(_NUMBERS),
        }

    def working_day(self, first: date, last: date) -> date:
        """A working day from `first` to `last`, or the nearest one before `last` where there is none between."""
        day = first + timedelta(days=self.random.randint(0, max(0, (last - first).days)))
        moved = on_or_after(day)
        return moved if moved <= last else on_or_before(last)

    def record(self, request: Request, day: date | None = None) -> EntryId:
        """Record something as it would have been on a day, today where none is given; returns the first entry."""
        return record.record(self.store, request, day or self.today)[0].entry

    def later(self, request: Request) -> None:
        """Keep something to be recorded when all that is open is in the store."""
        self.afterwards.append(request)

    def record_what_was_kept(self) -> None:
        """Record what was kept for later, in the order in which it was kept."""
        for request in self.afterwards:
            record.record(self.store, request, self.today)

    def children_of(self, worker: MadeUpWorker, day: date) -> list[MadeUpChild]:
        """The children a worker held on a day, open and ended since."""
        return [child for child in self.cast.every_child if child.held_on(day) is worker]

    def pressure(self, day: date) -> float:
        """How hard a day is on the team, from 0 to 1."""
        return pressure_on(day, self.today)

    def more_likely(self, day: date, at_first: int, under_pressure: int) -> bool:
        """True so many times in a hundred: `at_first` for most of the year, and the other when pressure is highest."""
        return self.chance(round(at_first + (under_pressure - at_first) * self.pressure(day)))

    def chance(self, of_a_hundred: int) -> bool:
        """True so many times in a hundred."""
        return self.random.randrange(100) < of_a_hundred
