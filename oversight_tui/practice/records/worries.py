"""A worry raised, looked at again, closed."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from oversight_tui.practice.records.base import (
    Content,
    Follows,
    Kind,
    Names,
    Reason,
    Text,
    TypedName,
    Words,
    dated_words,
)


class Worry(Content, frozen=True):
    """Who is worried, about what, and what happens if nothing changes. `severity` is 1 (least) to 5."""

    kind: ClassVar = Kind(
        name="worry",
        called="a worry",
        page="child",
        heading="Worry",
        news="Worry raised",
        told_as="worry",
        correctable=True,
        dated=True,
    )
    text: Text
    who: TypedName | None = None
    if_nothing_changes: Words | None = None
    severity: int | None = None
    owner: TypedName | None = None
    review_on: date | None = None

    def told(self, names: Names) -> str:
        """The worry, who is worried, what happens if nothing changes, how severe it is."""
        return self._told(self.who)

    def told_to_the_child(self, names: Names) -> str:
        """Without who is worried: a neighbour or a teacher who came to us is not named to a family."""
        return self._told(None)

    def _told(self, who: str | None) -> str:
        parts = [self.text]
        if who:
            parts.append(f"Worried: {who}")
        if self.if_nothing_changes:
            parts.append(f"If nothing changes: {self.if_nothing_changes}")
        if self.severity:
            parts.append(f"Severity {self.severity} of 5")
        return "\n".join(parts)


class WorryReview(Content, frozen=True):
    """A worry looked at again, and when next."""

    kind: ClassVar = Kind(
        name="worry_review",
        called="the review of a worry",
        page="child",
        heading="Worry",
        told_as="worry",
        correctable=True,
        dated=True,
    )
    worry: Follows
    next_on: date
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """When it is looked at next."""
        return dated_words("Reviewed, next on", self.next_on)


class WorryClose(Content, frozen=True):
    """A worry closed, and why."""

    kind: ClassVar = Kind(
        name="worry_close",
        called="the closing of a worry",
        page="child",
        heading="Worry",
        news="Worry closed",
        told_as="worry",
        correctable=True,
        dated=True,
    )
    worry: Follows
    reason: Reason

    def told(self, names: Names) -> str:
        """That it was closed."""
        return "Closed"
