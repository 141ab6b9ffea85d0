"""A child talked about, and the talk put on the child's file."""

from __future__ import annotations

from typing import ClassVar

from oversight_tui.practice.facts import Setting
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Text, Words


class Discussion(Content, frozen=True):
    """One child discussed once.

    `asked_for` is a talk asked for and not held; the talk that answers it names it in `answers`.
    """

    kind: ClassVar = Kind(
        name="discussion",
        called="a discussion",
        page="child",
        heading="Discussion",
        news="Discussion",
        told_as="discussion",
        clock="child",
        correctable=True,
        dated=True,
    )
    setting: Setting
    text: Text
    session: EntryId | None = None
    answers: EntryId | None = None
    asked_for: bool = False
    what_changed: Words | None = None
    worries: Words | None = None
    going_well: Words | None = None
    analysis: Words | None = None
    childs_view: Words | None = None

    @property
    def is_told_before(self) -> bool:
        """A talk that is asked for is one of the day for which it is."""
        return self.asked_for

    def told(self, names: Names) -> str:
        """What was said, each heading on a line of its own."""
        further = (
            ("What changed", self.what_changed),
            ("Worries", self.worries),
            ("Going well", self.going_well),
            ("Analysis", self.analysis),
            ("The child's view", self.childs_view),
        )
        first = f"Talk asked for: {self.text}" if self.asked_for else self.text
        return "\n".join((first, *(f"{heading}: {words}" for heading, words in further if words)))


class Filing(Content, frozen=True):
    """A discussion put on the child's file, on the entry's date."""

    kind: ClassVar = Kind(name="filing", called="a discussion put on file", page="child", correctable=True, dated=True)
    discussion: Follows
