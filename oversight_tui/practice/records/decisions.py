"""What was decided, because of what, looked at again, and seen otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import ClassVar

from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Reason, Text, TypedName, Words
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import words_for

_CHANGED: Mapping[bool | None, str] = MappingProxyType(
    {True: ": it changed something", False: ": it changed nothing", None: ""}
)


class Decision(Content, frozen=True):
    """What was decided, and because of what. `decision_kind` is a decision kind of the policy, `childs_view` what the
    child says of it.
    """

    kind: ClassVar = Kind(
        name="decision",
        called="a decision",
        page="child_or_worker",
        heading="Management decision",
        news="Decision",
        told_as="decision",
        correctable=True,
        dated=True,
    )
    text: Text
    decision_kind: str
    because: Reason | None = None
    review_on: date | None = None
    discussion: Follows | None = None
    childs_view: Words | None = None

    def told(self, names: Names) -> str:
        """The decision after the policy's words for its kind, and when it is to be reviewed."""
        words = words_for(dict(names.decision_kinds), self.decision_kind)
        says_it = self.decision_kind == "other" or self.text == words or self.text.startswith(f"{words}:")
        said = self.text if says_it else f"{words}: {self.text}"
        said = f"{said} (review {long_day(self.review_on)})" if self.review_on else said
        return f"{said}\nThe child's view: {self.childs_view}" if self.childs_view else said


class DecisionReason(Content, frozen=True):
    """The because of a decision, given later."""

    kind: ClassVar = Kind(
        name="decision_reason",
        called="the because of a decision",
        page="child_or_worker",
        correctable=True,
        dated=True,
    )
    decision: Follows
    because: Reason


class DecisionReview(Content, frozen=True):
    """A decision looked at again: what was found, and when next; without a next day the decision is settled.

    `changed` says whether the decision had changed something for the child; None where that was not said. `overturned`
    says that it is decided otherwise now.
    """

    kind: ClassVar = Kind(
        name="decision_review",
        called="the review of a decision",
        page="child_or_worker",
        heading="Management decision",
        told_as="decision",
        correctable=True,
        dated=True,
    )
    decision: Follows
    reason: Reason
    next_on: date | None = None
    changed: bool | None = None
    overturned: bool | None = None

    def told(self, names: Names) -> str:
        """When it is looked at next, whether it had changed something, and that it was overturned."""
        again = f", next on {long_day(self.next_on)}" if self.next_on else " and settled"
        overturned = ", overturned" if self.overturned else ""
        return f"Looked at again{overturned}{again}{_CHANGED[self.changed]}"


class Disagreement(Content, frozen=True):
    """A worker sees it otherwise; stands beside the decision and changes nothing of it."""

    kind: ClassVar = Kind(
        name="disagreement",
        called="a disagreement",
        page="child_or_worker",
        heading="Worker's view of a decision",
        news="Disagreement",
        told_as="disagreement",
        correctable=True,
        dated=True,
    )
    decision: Follows
    who: TypedName
    text: Text

    def told(self, names: Names) -> str:
        """Who, and what they say."""
        return f"{self.who} sees it otherwise: {self.text}"
