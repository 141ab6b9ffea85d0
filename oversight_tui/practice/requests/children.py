"""What is said of a child besides talks, decisions and worries; and what is taken to somebody senior."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.child_dates import DateWhat, EndWhat
from oversight_tui.practice.facts import Gone, Risk
from oversight_tui.practice.ids import ChildId, EntryId, Subject
from oversight_tui.practice.requests.base import Request
from oversight_tui.practice.seen import NotSeenWhy, SeenPlace


class RiskRequest(Request, frozen=True):
    """The manager's rating of a child's risk, and why. It sets the child's interval."""

    child_id: ChildId
    rating: Risk
    because: str
    on: date


class ChildDateRequest(Request, frozen=True):
    """A date about a child that no list carries, or (for `visit_interval`) the most days between two visits."""

    child_id: ChildId
    what: DateWhat
    day: date | None = None
    days: int | None = None
    reason: str | None = None


class EndTimescale(Request, frozen=True):
    """What ended an enquiry, a plan, proceedings, or the waiting for a return interview, and why.

    `who` heard the child, or declined the interview.
    """

    child_id: ChildId
    what: EndWhat
    on: date
    because: str
    who: str | None = None


class SeenRequest(Request, frozen=True):
    """Children seen on a day, each of them; `alone` and `place` are None where that was not said. A visit that was
    booked for a child and that day or before is this one.
    """

    children: tuple[ChildId, ...]
    on: date
    alone: bool | None = None
    place: SeenPlace | None = None


class NotSeenRequest(Request, frozen=True):
    """A visit on a day on which these children were not seen, and why; `text` says more, `who` (a name) tried, None for
    the child's worker. A visit that was booked for a child and that day or before is this one.
    """

    children: tuple[ChildId, ...]
    on: date
    why: NotSeenWhy
    text: str | None = None
    who: str | None = None


class SayMissing(Request, frozen=True):
    """What became of a child who is not in the latest list, and why it is said. `on` is the day of a closing or a move,
    that of the list where it is None; a child who is still ours has none.
    """

    child_id: ChildId
    became: Gone
    because: str
    on: date | None = None


class EscalationRequest(Request, frozen=True):
    """A matter taken to somebody senior, about a child or a worker."""

    text: str
    to: str
    on: date
    about: Subject


class AnswerEscalation(Request, frozen=True):
    """The answer to an escalation."""

    escalation: EntryId
    text: str
    on: date

    @property
    def upon(self) -> EntryId:
        """The escalation."""
        return self.escalation
