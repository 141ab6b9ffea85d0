"""A child talked about, and the talk put on the child's file."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.facts import Setting
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.requests.base import AgreedAction, Request, Scales


class DiscussionRequest(Request, frozen=True):
    """A talk about a child, one entry a child.

    `asked_for` is True for a talk a worker asked for that is not held yet; `answers` is the one that was asked for and
    is held with this. The words of a `sensitive` entry are shown only when they are opened. `one_family` says of
    children of whom no family is known here that they are of one; False asks, and None says it with the answer.
    """

    children: tuple[ChildId, ...]
    text: str
    on: date
    at: str | None = None
    worker_id: WorkerId | None = None
    setting: Setting = "same_day"
    what_changed: str | None = None
    going_well: str | None = None
    childs_view: str | None = None
    decision: str | None = None
    because: str | None = None
    asked_for: bool = False
    answers: EntryId | None = None
    actions: tuple[AgreedAction, ...] = ()
    scales: Scales = ()
    sensitive: bool = False
    one_family: bool | None = None

    @property
    def upon(self) -> EntryId | None:
        """The talk that was asked for."""
        return self.answers


class FileDiscussion(Request, frozen=True):
    """A discussion put on the child's file; `also` are others that were put there with it."""

    discussion: EntryId
    on: date
    also: tuple[EntryId, ...] = ()
