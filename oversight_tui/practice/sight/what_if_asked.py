"""What is asked: what if a worker leaves, comes back, or so many children a week come more than now."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.ids import WorkerId


class Leaves(Struct, frozen=True):
    """A worker's last day here."""

    worker: WorkerId
    last_day: date


class Back(Struct, frozen=True):
    """The first day on which a worker who is away is here again."""

    worker: WorkerId
    first_day: date


class WhatIf(Struct, frozen=True):
    """All that is asked at once. `more` are children a week, fewer where it is below 0."""

    leaves: tuple[Leaves, ...] = ()
    back: tuple[Back, ...] = ()
    more: int = 0

    @property
    def workers(self) -> tuple[WorkerId, ...]:
        """About whom it is asked."""
        return (*(one.worker for one in self.leaves), *(one.worker for one in self.back))

    def __bool__(self) -> bool:
        return bool(self.leaves or self.back or self.more)


NOTHING = WhatIf()


class NamedDay(Struct, frozen=True):
    """Somebody by the name that was typed, and a day."""

    name: str
    on: date


class NamedWhatIf(Struct, frozen=True):
    """The same as it was typed, before it is known who is meant."""

    leaves: tuple[NamedDay, ...] = ()
    back: tuple[NamedDay, ...] = ()
    more: int = 0
