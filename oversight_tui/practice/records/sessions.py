"""Supervision sessions planned, held and cancelled, and what they are to be about."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.records.base import Content, Kind, Names, Reason
from oversight_tui.words.labels import SESSION, words_for

AgendaStep = Literal["added", "dropped", "not_reached"]


class SessionPlan(Content, frozen=True):
    """A session to come."""

    kind: ClassVar = Kind(
        name="session_plan", called="a planned session", page="worker", correctable=True, dated=True, told_before=True
    )
    session_kind: SessionKind
    planned_for: date
    minutes: int | None = None
    supervisor: str | None = None

    @property
    def is_to_come(self) -> bool:
        """A session is planned beforehand."""
        return True

    def on_day(self, on: date) -> Content:
        """The same session, planned for another day."""
        return self.__replace__(planned_for=on)


class SessionHeld(Content, frozen=True):
    """A session held on the entry's date. `opening` marks a date entered from before this store began.

    `counts` says of one that was cut short whether it counts as supervision; None where it was not cut short.
    """

    kind: ClassVar = Kind(
        name="session_held", called="a session held", page="worker", clock="worker", correctable=True, dated=True
    )
    session_kind: SessionKind
    plan: EntryId | None = None
    minutes: int | None = None
    supervisor: str | None = None
    opening: bool = False
    counts: bool | None = None


class SessionCancelled(Content, frozen=True):
    """A planned session that did not take place, and why. It sets back no clock."""

    kind: ClassVar = Kind(
        name="session_cancelled", called="a cancelled session", page="worker", correctable=True, dated=True
    )
    plan: EntryId
    reason: Reason


class AgendaChange(Content, frozen=True):
    """A child put on the agenda of a worker's session, taken off it, or not reached in it. The child is the entry's."""

    kind: ClassVar = Kind(name="agenda", called="a change of an agenda", page="worker")
    session_on: date
    change: AgendaStep


class ListedInSession(Content, frozen=True):
    """How a held session stands on the page of a child who was discussed in it: nothing is written about them yet.

    No entry of its own: the session is the worker's, the child is in its list.
    """

    kind: ClassVar = Kind(
        name="session_child",
        called="a session held",
        page="child",
        heading="Discussion",
        told_as="discussion",
        clock="child",
        taken_back="never",
    )
    session_kind: SessionKind
    worker: WorkerId | None = None

    def told(self, names: Names) -> str:
        """In what session."""
        return f"Discussed in supervision ({words_for(SESSION, self.session_kind)}); nothing written yet"


class NotDiscussed(Content, frozen=True):
    """A child who stands in the list of a held session and was not discussed in it, and why they stand there."""

    kind: ClassVar = Kind(
        name="not_discussed",
        called="a child taken off the list of a session",
        page="child",
        correctable=True,
        dated=True,
        puts_right=True,
    )
    reason: Reason
    session: EntryId | None = None
