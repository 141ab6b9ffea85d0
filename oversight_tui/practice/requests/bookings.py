"""What is booked, who is on duty, and what work is due."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.child_dates import DateWhat
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.records.bookings import BookingKind
from oversight_tui.practice.requests.base import Request


class Book(Request, frozen=True):
    """A visit, a meeting or a day in court, on a day and at a time as HH:MM, None where none is said.

    It is about a child, or about none. `who` goes is a name, "me", or "outside: name"; None for the child's worker.
    `brings` is what took place of a child once this has. `outside_id` is what the calendar calls it from which it was
    read.
    """

    kind: BookingKind
    on: date
    at: str | None = None
    child_id: ChildId | None = None
    who: str | None = None
    text: str | None = None
    minutes: int | None = None
    place: str | None = None
    brings: DateWhat | None = None
    outside_id: str | None = None


class TypedBooking(Request, frozen=True):
    """A booking about the child of this reference or name; about none where that is empty."""

    booking: Book
    child: str


class MoveBooking(Request, frozen=True):
    """A booking moved to another day or time; None leaves the day, and the time, as it is."""

    booking: EntryId
    on: date | None
    at: str | None = None

    @property
    def upon(self) -> EntryId:
        """The booking."""
        return self.booking


class GiveBookings(Request, frozen=True):
    """Bookings that somebody else goes to, by name, and why."""

    bookings: tuple[EntryId, ...]
    who: str
    because: str | None = None

    @property
    def upon(self) -> EntryId | None:
        """The first of the bookings."""
        return next(iter(self.bookings), None)


class EndBooking(Request, frozen=True):
    """A booking that took place on a day, or one that was called off, and why."""

    booking: EntryId
    took_place: bool
    on: date
    because: str | None = None

    @property
    def upon(self) -> EntryId:
        """The booking."""
        return self.booking


class TakeCalendar(Request, frozen=True):
    """What a calendar asks to be booked, moved and called off, all of it at once."""

    booked: tuple[Book, ...]
    moved: tuple[MoveBooking, ...] = ()
    off: tuple[EndBooking, ...] = ()


class DutyRequest(Request, frozen=True):
    """A worker on duty from one day to another, both included."""

    worker_id: WorkerId
    first_day: date
    last_day: date


class WorkDueRequest(Request, frozen=True):
    """A piece of work about a child that is due on a day; `who` is the name of who writes it, None for the child's
    worker.
    """

    child_id: ChildId
    what: str
    due_on: date
    who: str | None = None


class WorkNotNeeded(Request, frozen=True):
    """A piece of work that is due no more, and why."""

    due: EntryId
    because: str
    on: date

    @property
    def upon(self) -> EntryId:
        """The work that was due."""
        return self.due
