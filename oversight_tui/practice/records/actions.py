"""What is to be done, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Reason, Text, TypedName, dated_words
from oversight_tui.words.dates import long_day


class Action(Content, frozen=True):
    """What is to be done, by whom, by when. `owner` is a name; `owner_worker` is who that is, where it is a worker.

    `audit` is the audit of the child's file that it came of.
    """

    kind: ClassVar = Kind(
        name="action",
        called="an action",
        page="child_or_worker",
        heading="Action",
        told_as="action",
        correctable=True,
        dated=True,
    )
    text: Text
    owner: TypedName
    due_on: date
    decision: Follows | None = None
    owner_worker: WorkerId | None = None
    audit: EntryId | None = None

    def told(self, names: Names) -> str:
        """Who, by when, what."""
        return f"{self.owner}, by {long_day(self.due_on)}: {self.text}"


class ActionOutcome(Content, frozen=True):
    """An action done, or not to be done and why."""

    kind: ClassVar = Kind(
        name="action_outcome",
        called="the outcome of an action",
        page="child_or_worker",
        heading="Action",
        news="Action done",
        told_as="action",
        correctable=True,
        dated=True,
    )
    action: Follows
    done: bool
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """Whether it was done."""
        return "Done" if self.done else "Will not be done"


class ActionCarried(Content, frozen=True):
    """An action carried over to another date, with a word about why."""

    kind: ClassVar = Kind(
        name="action_carried",
        called="an action carried over",
        page="child_or_worker",
        heading="Action",
        told_as="action",
        correctable=True,
        dated=True,
    )
    action: Follows
    due_on: date
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """To which day."""
        return dated_words("Carried over to", self.due_on)
