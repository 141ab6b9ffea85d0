"""Work handed in to be signed off: an assessment, a plan, a report; approved, or returned with what is missing."""

from __future__ import annotations

from typing import ClassVar

from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Reason, Text, TypedName


class WorkHandedIn(Content, frozen=True):
    """A piece of work about a child, by a name; `author_worker` is who that is, where it is a worker."""

    kind: ClassVar = Kind(
        name="work",
        called="a piece of work handed in",
        page="child",
        heading="Work handed in",
        news="Work handed in",
        told_as="work",
        correctable=True,
        dated=True,
    )
    text: Text
    author: TypedName
    author_worker: WorkerId | None = None

    def told(self, names: Names) -> str:
        """What, and by whom."""
        return f"Handed in by {self.author}: {self.text}"


class WorkHandedInAgain(Content, frozen=True):
    """The same piece of work, after it was returned."""

    kind: ClassVar = Kind(
        name="work_again",
        called="a piece of work handed in again",
        page="child",
        heading="Work handed in",
        news="Work handed in again",
        told_as="work",
        correctable=True,
        dated=True,
    )
    work: Follows

    def told(self, names: Names) -> str:
        """That it came back."""
        return "Handed in again"


class WorkAnswer(Content, frozen=True):
    """A piece of work approved and why, or returned with what is missing in it; `who` did, None for who recorded it."""

    kind: ClassVar = Kind(
        name="work_answer",
        called="the answer to work handed in",
        page="child",
        heading="Work handed in",
        news="Work signed off or returned",
        told_as="work",
        correctable=True,
        dated=True,
    )
    work: Follows
    approved: bool
    reason: Reason
    who: TypedName | None = None

    def told(self, names: Names) -> str:
        """Which of both, and by whom where that is somebody else than who recorded it."""
        by = f" by {self.who}" if self.who else ""
        return f"Approved{by}" if self.approved else f"Returned{by} for what is missing"
