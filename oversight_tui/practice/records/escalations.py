"""A matter taken to somebody senior, and their answer."""

from __future__ import annotations

from typing import ClassVar

from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Text, TypedName


class Escalation(Content, frozen=True):
    """A matter taken to somebody senior."""

    kind: ClassVar = Kind(
        name="escalation",
        called="an escalation",
        page="child_or_worker",
        heading="Escalation",
        told_as="escalation",
        correctable=True,
        dated=True,
    )
    text: Text
    sent_to: TypedName

    def told(self, names: Names) -> str:
        """To whom, and what."""
        return f"To {self.sent_to}: {self.text}"


class EscalationAnswer(Content, frozen=True):
    """The answer to an escalation."""

    kind: ClassVar = Kind(
        name="escalation_answer",
        called="the answer to an escalation",
        page="child_or_worker",
        heading="Escalation",
        news="Answered",
        told_as="escalation",
        correctable=True,
        dated=True,
    )
    escalation: Follows
    text: Text

    def told(self, names: Names) -> str:
        """The answer."""
        return f"Answered: {self.text}"
