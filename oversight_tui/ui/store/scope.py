"""What is shown: the day the rules go by, and the teams."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct


class LookingBack(Struct, frozen=True):
    """A day that has passed and is looked at; `recorded_by` is the day by whose end it had been recorded, None for all
    that is recorded now.
    """

    day: date
    recorded_by: date | None = None


class Scope:
    """The day and the teams of every question to the store. The teams change when the manager says whose they are, the
    day while a past one is looked at.
    """

    def __init__(self, now: Callable[[], date], teams: tuple[str, ...], all_teams: bool) -> None:
        self.now = now
        self.teams = teams
        self.all_teams = all_teams
        self.looking_back: LookingBack | None = None

    def today(self) -> date:
        """The day the rules go by: the one that is looked at."""
        return self.looking_back.day if self.looking_back is not None else self.now()

    def follow_the_manager(self) -> None:
        """From now on the teams are those the manager chose, which the store remembers."""
        self.teams = ()
        self.all_teams = False
