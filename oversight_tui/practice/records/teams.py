"""What is known of a team that no list carries, and how those who supervise are prepared for it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from oversight_tui.practice.ids import TeamId
from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Reason, Text
from oversight_tui.words.dates import long_day

MOST_POSTS = 500  # full-time equivalents that a team can have; local, and far above any team there is


class TeamPosts(Content, frozen=True):
    """The posts that a team has from the entry's day on, in full-time equivalents: what nobody fills is vacant."""

    kind: ClassVar = Kind(name="team_posts", called="the posts of a team", page="store", taken_back="by_hand")
    team: TeamId
    fte: float


class Programme(Content, frozen=True):
    """A programme for those who supervise (the Practice Supervisor Development Programme, or another), which a worker
    began on the entry's day; `ends_on` is the last day that is planned.
    """

    kind: ClassVar = Kind(
        name="programme",
        called="a programme for supervisors",
        page="worker",
        heading="Programme",
        told_as="programme",
        correctable=True,
        dated=True,
    )
    text: Text
    ends_on: date | None = None

    def told(self, names: Names) -> str:
        """Its name, and until when it is planned."""
        return f"{self.text}, until {long_day(self.ends_on)}" if self.ends_on else self.text


class ProgrammeEnd(Content, frozen=True):
    """How a programme ended: completed, or given up and why."""

    kind: ClassVar = Kind(
        name="programme_end",
        called="the end of a programme",
        page="worker",
        heading="Programme",
        told_as="programme",
    )
    programme: Follows
    completed: bool
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """How it ended; the programme's name is told with it."""
        return "Completed" if self.completed else "Given up"
