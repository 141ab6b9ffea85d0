"""What stands in the diary of a day: visits, meetings and days in court that are booked, and what became of them; who
is on duty.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from oversight_tui.practice.child_dates import DateWhat
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Reason, Text, TypedName, Words
from oversight_tui.words.dates import long_day
from oversight_tui.words.day_labels import BOOKING
from oversight_tui.words.labels import words_for

BookingKind = Literal["visit", "meeting", "court", "other"]
BookingOutcome = Literal["took_place", "called_off"]


class Booking(Content, frozen=True):
    """A visit, a meeting or a day in court, on the entry's day and at its time; about a child, or about none.

    `who` goes, by name, and `going` is who that is where it is a worker. `brings` is what took place of a child once
    this has (a conference, a core group). `outside_id` is what the calendar calls it from which it was read.
    """

    kind: ClassVar = Kind(
        name="booking",
        called="a booking",
        page="child_else_worker",
        heading="Visit or meeting booked",
        news="Booked",
        told_as="booking",
        correctable=True,
        dated=True,
        told_before=True,
    )
    booking_kind: BookingKind
    text: Text | None = None
    minutes: int | None = None
    place: Words | None = None
    who: TypedName | None = None
    going: WorkerId | None = None
    brings: DateWhat | None = None
    outside_id: str | None = None

    def told(self, names: Names) -> str:
        """What, where, and who goes."""
        what = ": ".join(filter(None, (words_for(BOOKING, self.booking_kind), self.text)))
        return f"{what}{f', {self.place}' if self.place else ''}{f' ({self.who})' if self.who else ''}"

    @property
    def is_to_come(self) -> bool:
        """It is booked beforehand."""
        return True


class BookingGiven(Content, frozen=True):
    """A booking that somebody else goes to from now on, by name; `going` is who that is where it is a worker."""

    kind: ClassVar = Kind(
        name="booking_given",
        called="a booking given to somebody",
        page="child_else_worker",
        heading="Visit or meeting booked",
        told_as="booking",
    )
    booking: Follows
    who: TypedName
    going: WorkerId | None = None
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """Who goes."""
        return f"{self.who} goes"


class BookingEnd(Content, frozen=True):
    """What became of a booking: it took place, or it was called off and why."""

    kind: ClassVar = Kind(
        name="booking_end",
        called="what became of a booking",
        page="child_else_worker",
        heading="Visit or meeting booked",
        told_as="booking",
        correctable=True,
        dated=True,
    )
    booking: Follows
    outcome: BookingOutcome
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """Which of both."""
        return "Took place" if self.outcome == "took_place" else "Called off"


class DutyTurn(Content, frozen=True):
    """A worker on duty, both days included."""

    kind: ClassVar = Kind(name="duty", called="a turn on duty", page="worker", told_before=True)
    first_day: date
    last_day: date


class WorkDue(Content, frozen=True):
    """A report, a statement or another piece of work that is due on a day, from whom by name; it is settled when it is
    handed in, or by a word why it is not needed any more.
    """

    kind: ClassVar = Kind(
        name="work_due",
        called="a piece of work that is due",
        page="child",
        heading="Work due",
        news="Work due",
        told_as="work",
        correctable=True,
        dated=True,
    )
    text: Text
    due_on: date
    who: TypedName
    owner_worker: WorkerId | None = None

    def told(self, names: Names) -> str:
        """What, from whom, by when."""
        return f"{self.text}, by {self.who}, due {long_day(self.due_on)}"


class WorkDueEnd(Content, frozen=True):
    """A piece of work that is due no more, and why; or that came in as `handed_in`."""

    kind: ClassVar = Kind(
        name="work_due_end",
        called="the end of a piece of work that was due",
        page="child",
        heading="Work due",
        told_as="work",
    )
    due: Follows
    handed_in: EntryId | None = None
    reason: Reason | None = None

    def told(self, names: Names) -> str:
        """Which of both."""
        return "Not needed any more" if self.handed_in is None else "Handed in"
