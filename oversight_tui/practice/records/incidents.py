"""A serious incident: what happened, who was told of it and when, and the steps that the law asks for."""

from __future__ import annotations

from typing import ClassVar, Literal

from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Reason, Text, TypedName, Words
from oversight_tui.words.day_labels import INCIDENT_STEP
from oversight_tui.words.labels import words_for

IncidentStepWhat = Literal["notified", "not_notifiable", "reviewed", "no_review", "closed"]
# The steps that say why: what is not to be done, and the end.
WITH_REASON: tuple[IncidentStepWhat, ...] = ("not_notifiable", "no_review", "closed")


class Incident(Content, frozen=True):
    """A serious incident to a child, on the entry's day and at its time."""

    kind: ClassVar = Kind(
        name="incident",
        called="a serious incident",
        page="child",
        heading="Serious incident",
        news="Serious incident",
        told_as="incident",
        correctable=True,
        dated=True,
    )
    text: Text

    def told(self, names: Names) -> str:
        """What happened."""
        return self.text


class IncidentTold(Content, frozen=True):
    """Somebody who was told of a serious incident, on the entry's day and at its time, and what was said."""

    kind: ClassVar = Kind(
        name="incident_told",
        called="a telling of an incident",
        page="child",
        heading="Serious incident",
        told_as="incident",
        correctable=True,
        dated=True,
    )
    incident: Follows
    who: TypedName
    said: Words | None = None

    def told(self, names: Names) -> str:
        """Who was told, and what."""
        return f"Told: {self.who}{f'. {self.said}' if self.said else ''}"


class IncidentStep(Content, frozen=True):
    """A step that was taken after a serious incident, or is not to be taken and why."""

    kind: ClassVar = Kind(
        name="incident_step",
        called="a step after an incident",
        page="child",
        heading="Serious incident",
        news="Serious incident",
        told_as="incident",
        correctable=True,
        dated=True,
    )
    incident: Follows
    step: IncidentStepWhat
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """Which."""
        return words_for(INCIDENT_STEP, self.step)
