"""Whom leaders turn to before they decide: what was asked of whom, what was heard, and what that changed.

An escalation takes a matter upwards and hands it on; a consultation keeps it here and asks for another mind.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Text, TypedName, Words

Adviser = Literal[
    "principal_social_worker", "head_of_quality_assurance", "legal", "fellow_manager", "senior_leader", "other"
]
ADVISERS: dict[Adviser, str] = {
    "principal_social_worker": "Principal social worker",
    "head_of_quality_assurance": "Head of quality assurance",
    "legal": "Legal",
    "fellow_manager": "A fellow manager",
    "senior_leader": "A senior leader",
    "other": "Somebody else",
}


class Consultation(Content, frozen=True):
    """What was asked of somebody, or, with `for_information`, what they are kept sighted of, which awaits no answer.

    `asked_of` is who it was, by name or by what they are.
    """

    kind: ClassVar = Kind(
        name="consultation",
        called="a consultation",
        page="child_or_worker",
        heading="Consultation",
        news="Consulted",
        told_as="consultation",
        correctable=True,
        dated=True,
    )
    text: Text
    asked_of: TypedName
    adviser: Adviser = "other"
    for_information: bool = False

    def told(self, names: Names) -> str:
        """Whom, and what."""
        return (
            f"{self.asked_of} kept sighted: {self.text}"
            if self.for_information
            else f"Asked {self.asked_of}: {self.text}"
        )


class ConsultationAnswer(Content, frozen=True):
    """What was heard, and what it changed; None where that was not said."""

    kind: ClassVar = Kind(
        name="consultation_answer",
        called="the answer to a consultation",
        page="child_or_worker",
        heading="Consultation",
        news="Heard",
        told_as="consultation",
        correctable=True,
        dated=True,
    )
    consultation: Follows
    text: Text
    changed: Words | None = None

    def told(self, names: Names) -> str:
        """What was heard, and what it changed."""
        return f"Heard: {self.text}" + (f"\nIt changed: {self.changed}" if self.changed else "")
