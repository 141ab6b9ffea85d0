"""Who types a history: remembers what was typed, and knows who and what there is to type about."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TypeVar

from tests.oracle.told import Told
from tests.oracle.typed import Typed, What

T = TypeVar("T")


class Manager:
    """One manager on one day; `chance` is all that is random, `begun` how many things came by files."""

    def __init__(self, seed: int, day: date) -> None:
        self.chance = random.Random(seed)
        self.day = day
        self.typed: list[Typed] = []
        self.begun = 0

    def types(self, what: What) -> None:
        """Type this today."""
        self.typed.append(Typed(len(self.typed), self.day, what))

    def told(self) -> Told:
        """What counts by now."""
        return Told(self.typed)

    def past(self, earliest: date | None = None) -> date:
        """Today, or a day typed late; never before the store was made."""
        back = self.chance.choice((0, 0, 0, 1, 2, 4, 9, 20))
        return max(self.day - timedelta(days=back), earliest or self.typed[0].day)

    def ahead(self, most: int = 45) -> date:
        """A day to come, or today."""
        return self.day + timedelta(days=self.chance.randint(0, most))

    def worker(self) -> str | None:
        """A worker who is still in the team."""
        told = self.told()
        return self.one_of([name for name in told.workers if not told.has_left(name, self.day)])

    def child(self) -> str | None:
        """A child who is not closed."""
        told = self.told()
        return self.one_of([child for child in told.children() if not told.is_closed(child)])

    def one_of(self, choices: list[T]) -> T | None:
        """One of these, where there are any."""
        return self.chance.choice(choices) if choices else None

    def maybe(self, likely: float) -> bool:
        """True so often."""
        return self.chance.random() < likely
