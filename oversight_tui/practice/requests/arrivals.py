"""Referrals, children who wait for a worker, and handovers to come."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.facts import Bucket
from oversight_tui.practice.ids import AboutWorker, ChildId, EntryId
from oversight_tui.practice.records.arrivals import ReferralOutcome, Urgency
from oversight_tui.practice.requests.base import AgreedAction, Request


class ReferralRequest(Request, frozen=True):
    """A referral about a child that came in on a day, at a time as HH:MM: from whom, about what, how urgent."""

    child_id: ChildId
    from_whom: str
    about: str
    urgency: Urgency
    on: date
    at: str | None = None


class DecideReferral(Request, frozen=True):
    """What was decided about a referral, and because of what."""

    referral: EntryId
    outcome: ReferralOutcome
    because: str
    on: date

    @property
    def upon(self) -> EntryId:
        """The referral."""
        return self.referral


class LookAtWaiting(Request, frozen=True):
    """Children whom no worker holds, looked at again with a word; `who` is the name of who did, None for who records
    it. Of a child whom the manager holds it is somebody else.
    """

    children: tuple[ChildId, ...]
    text: str
    on: date
    who: str | None = None


class PlanHandOver(Request, frozen=True):
    """Children who are to go to a worker or into a bucket on a day to come."""

    children: tuple[ChildId, ...]
    to: AboutWorker | Bucket
    on: date
    because: str | None = None
    with_actions: bool = False


class MoveHandOver(Request, frozen=True):
    """A handover to come, moved to another day."""

    plan: EntryId
    on: date

    @property
    def upon(self) -> EntryId:
        """The plan."""
        return self.plan


class ConfirmHandOver(Request, frozen=True):
    """A handover that was to come and has taken place on a day; by when the new worker sees the child, what is done
    first, and when the manager looks again, as of any other handover.
    """

    plan: EntryId
    on: date
    seen_by: date | None = None
    first_actions: tuple[AgreedAction, ...] = ()
    review_on: date | None = None

    @property
    def upon(self) -> EntryId:
        """The plan."""
        return self.plan


class CallOffHandOver(Request, frozen=True):
    """A handover that was to come and is not, and why."""

    plan: EntryId
    because: str
    on: date

    @property
    def upon(self) -> EntryId:
        """The plan."""
        return self.plan
