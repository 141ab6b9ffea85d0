"""What is shown: the day the rules go by, and the teams."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date


class Scope:
    """The day and the teams of every question to the store. The teams change when the manager says whose they are."""

    def __init__(self, today: Callable[[], date], teams: tuple[str, ...], all_teams: bool) -> None:
        self.today = today
        self.teams = teams
        self.all_teams = all_teams

    def follow_the_manager(self) -> None:
        """From now on the teams are those the manager chose, which the store remembers."""
        self.teams = ()
        self.all_teams = False
