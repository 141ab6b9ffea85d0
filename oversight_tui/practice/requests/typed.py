"""Requests as people type them: references and names, found when the thing is recorded, in the same transaction."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.records.arrivals import Urgency
from oversight_tui.practice.requests.base import AgreedAction, Request
from oversight_tui.practice.requests.sessions import HoldSession, SessionTalk
from oversight_tui.practice.requests.talks import DiscussionRequest
from oversight_tui.practice.requests.worries import WorryRequest


class TypedTalk(Request, frozen=True):
    """A discussion about the children of these references, with the worker of this name, if one is given."""

    talk: DiscussionRequest
    references: tuple[str, ...]
    worker: str = ""


# In the place of the child of a worry whose child is named by a reference.
NAMED_BY_REFERENCE = ChildId(0)


class TypedWorry(Request, frozen=True):
    """A worry about the child of this reference or name."""

    reference: str
    worry: WorryRequest


class TypedSession(Request, frozen=True):
    """A session held with the children of these references discussed in it."""

    session: HoldSession
    references: tuple[str, ...]


class TypedGroupTalk(Request, frozen=True):
    """What a group said about the children of the talk's references; `others` are names of further workers."""

    talk: SessionTalk
    others: tuple[str, ...]


class TypedTakeOff(Request, frozen=True):
    """The children of these references taken off the list of a held session, and why they stand there."""

    session_id: EntryId
    references: tuple[str, ...]
    because: str
    on: date


class TypedHandOver(Request, frozen=True):
    """Children handed to a worker by name, or put into a bucket by its words: unallocated, duty, manager.

    `reopens` says that a child whom a list has closed is to be open again.
    """

    references: tuple[str, ...]
    to: str
    on: date
    because: str = ""
    with_actions: bool = False
    with_siblings: bool = False
    reopens: bool = False
    seen_by: date | None = None
    first_actions: tuple[AgreedAction, ...] = ()
    review_on: date | None = None


class TypedReferral(Request, frozen=True):
    """A child who came in, with the worker who takes them by name, if anybody does yet; and the referral, where it is
    said what it is about: from whom, how urgent, on which day (None for today) and at what time. A child who is here
    already has another referral.
    """

    reference: str
    name: str = ""
    worker: str = ""
    born: date | None = None
    about: str = ""
    from_whom: str = ""
    urgency: Urgency = "soon"
    on: date | None = None
    at: str = ""


class TypedChild(Request, frozen=True):
    """The name a child goes by here, and the family they and the children of these references are."""

    child_id: ChildId
    name: str = ""
    family: str = ""
    with_them: tuple[str, ...] = ()
