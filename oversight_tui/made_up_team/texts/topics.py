"""What a talk about a child can be about, and which talks fit a child of an age and a status."""

from __future__ import annotations

from msgspec import Struct

from oversight_tui.practice.facts import Status


class Topic(Struct, frozen=True):
    """Patterns for one subject.

    `ages` are whole years, both included; no `statuses` means any. `said` is what was talked about, `well` what is
    going well, `view` what the child says or shows, `decided` and `because` the decision of the talk.
    """

    ages: tuple[int, int]
    said: tuple[str, ...]
    well: tuple[str, ...]
    view: tuple[str, ...]
    decided: tuple[str, ...]
    because: tuple[str, ...]
    statuses: tuple[Status, ...] = ()

    def fits(self, age: int, status: Status) -> bool:
        """Whether a child of this age and status can be talked about in this way."""
        return self.ages[0] <= age <= self.ages[1] and (not self.statuses or status in self.statuses)
