"""Decisions, their reasons and reviews, and a worker who sees one otherwise."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.ids import EntryId, Subject
from oversight_tui.practice.requests.base import AgreedAction, Request


class DecisionRequest(Request, frozen=True):
    """A decision about one child or one worker. Without `because` it stays on the morning list until it has one.

    `childs_view` is what the child says of it.
    """

    text: str
    on: date
    about: Subject
    because: str | None = None
    kind: str = "other"
    review_on: date | None = None
    actions: tuple[AgreedAction, ...] = ()
    sensitive: bool = False
    childs_view: str | None = None


class DecideForAll(Request, frozen=True):
    """The same decision about several, one entry for each, in one event."""

    decisions: tuple[DecisionRequest, ...]


class GiveReason(Request, frozen=True):
    """The because of a decision that had none."""

    decision: EntryId
    because: str
    on: date

    @property
    def upon(self) -> EntryId:
        """The decision."""
        return self.decision


class ReviewDecision(Request, frozen=True):
    """A decision looked at again, with what was found; it is settled where no next day is given.

    `changed` says whether the decision had changed something for the child; None where that was not said. `overturned`
    says that it is decided otherwise now, which can be said on any day.
    """

    decision: EntryId
    found: str
    on: date
    next_on: date | None = None
    changed: bool | None = None
    overturned: bool = False

    @property
    def upon(self) -> EntryId:
        """The decision."""
        return self.decision


class Disagree(Request, frozen=True):
    """A worker who sees a decision otherwise: it stands beside the decision and changes nothing of it."""

    decision: EntryId
    who: str
    text: str
    on: date

    @property
    def upon(self) -> EntryId:
        """The decision."""
        return self.decision
