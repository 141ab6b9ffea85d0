"""Visits, meetings and days in court: booked, and what becomes of one or of several; and a turn on duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, cast

from oversight_tui.practice.child_dates import DateWhat
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records.bookings import BookingKind
from oversight_tui.practice.requests import (
    Book,
    DutyRequest,
    EndBooking,
    GiveBookings,
    MoveBooking,
    Request,
    TypedBooking,
)
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS, TIME_CELLS, time_field
from oversight_tui.ui.dialogs.field import YES_NO, Field, last_since
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.session import read_minutes
from oversight_tui.ui.dialogs.then_remarks import ThenRemarks
from oversight_tui.ui.draft_key import DraftKey, FormName, key_about
from oversight_tui.ui.widgets.chips import Choice
from oversight_tui.words.dates import count, parse_date
from oversight_tui.words.day_labels import BOOKED_DATES, BOOKING
from oversight_tui.words.labels import CHILD_DATE
from oversight_tui.words.meant_days import When
from oversight_tui.words.typed import typed_yes, unread_in

Becomes = Literal["give", "move", "took_place", "off"]
_KINDS = tuple(Choice(kind, words.lower() if kind != "other" else "other") for kind, words in BOOKING.items())
_BRINGS = tuple(Choice(what, CHILD_DATE[what].lower()) for what in BOOKED_DATES)
_BECOMES: Mapping[Becomes, Choice] = {
    "give": Choice("give", "give to", "g"),
    "move": Choice("move", "move", "m"),
    "took_place": Choice("took_place", "took place", "t"),
    "off": Choice("off", "call off", "c"),
}
# Where one begins to type, by what becomes of it.
_BEGINS_AT: Mapping[Becomes, str] = {"give": "#who", "move": "#on", "took_place": "#on", "off": "#because"}


class BookForm(Form):
    """What, when, where, and who goes. Without a name the child's worker goes."""

    about_a_child = False
    AUTO_FOCUS = "#kind"

    def __init__(self, about: About, on: date | None = None) -> None:
        super().__init__(
            key_about(FormName.BOOK, about), f"Book for {about.shown}" if about.shown else "Book", _booked(about, on)
        )
        self.about = about

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The booking."""
        on = parse_date(typed["on"] or "today", self.program.worker.today(), weekdays="forward")
        booking = Book(
            kind=cast(BookingKind, typed["kind"]),
            on=on,
            at=typed["at"].strip() or None,
            who=typed["who"].strip() or None,
            text=typed["text"].strip() or None,
            minutes=read_minutes(typed["minutes"]),
            place=typed["place"].strip() or None,
            brings=cast(DateWhat, typed["brings"]) if typed["brings"] and typed["kind"] == "meeting" else None,
        )
        return TypedBooking(booking, typed["child"].strip())

    def fill(self) -> None:
        """Fill it: what else whoever goes has then is said."""
        super().fill()
        self.sheet.say_also(lambda typed: ThenRemarks(self.program).to_be_booked(typed))
        self.sheet.when_chosen = lambda *_: self._ask_what_counts()
        self._ask_what_counts()

    def _ask_what_counts(self) -> None:
        """What a meeting counts as is asked of nothing else."""
        asked = {one.id for one in self.fields if one.id != "brings" or self.typed()["kind"] == "meeting"}
        self.sheet.show_fields(asked)


def _booked(about: About, on: date | None) -> tuple[Field, ...]:
    """The fields of what is booked."""
    child = about.reference or ""
    return (
        Field("kind", "What", "", 1, "visit" if child else "meeting", choices=_KINDS, needed=True),
        Field("on", "Day", "today, fri, +1w, 3 Apr", 1, str(on or "today"), day="to_come", cells=DAY_CELLS),
        time_field(),
        Field("child", "Child", "Reference or name; empty where it is about none", 1, child, named="child"),
        Field(
            "who",
            "Who goes",
            "Empty is the child's worker; a name, me, or outside: name",
            1,
            "" if child else about.worker or "",
            named="worker",
            cells=NAME_CELLS,
            sees_to=True,
        ),
        Field("text", "In words", "What it is; a visit to a child needs none"),
        Field("place", "Where", "May be left empty", cells=NAME_CELLS),
        Field("minutes", "Minutes", "How long; may be left empty", cells=TIME_CELLS, reads=read_minutes),
        Field(
            "brings",
            "Counts as",
            "Recorded of the child once it took place; Backspace: nothing",
            choices=_BRINGS,
            unsaid="nothing",
        ),
    )


class BookingForm(Form):
    """One booking given to somebody, moved, called off, or that it took place: a visit that did is said with the child
    seen. `others` are what else is booked for who was to go, on that day.
    """

    about_a_child = False

    def __init__(
        self,
        entry_id: EntryId,
        about: About,
        becomes: Becomes = "give",
        *,
        others: Sequence[EntryId] = (),
        is_visit: bool = False,
    ) -> None:
        outcomes = tuple(choice for one, choice in _BECOMES.items() if not (is_visit and one == "took_place"))
        too = Field("others", "Others too", f"{len(others)} more of that day", 1, "no", choices=YES_NO, cells=18)
        fields = (
            Field("becomes", "What", "", 1, becomes, choices=outcomes, needed=True),
            Field("who", "Who goes", "A name, me, or outside: name", named="worker", cells=NAME_CELLS, sees_to=True),
            *((too,) if others else ()),
            Field("on", "Day", "Where it is moved, or when it was: fri, +1w", day="either", cells=DAY_CELLS),
            time_field(hint="Where it is moved: 9:30, 15.00, 3pm"),
            Field("because", "Because", "Why; needed where it is called off", 2),
        )
        super().__init__(DraftKey(FormName.BOOKING, entry_id=entry_id), about.text or about.shown, fields)
        self._begins_at = _BEGINS_AT[becomes]
        self.about = about
        self.entry_id = entry_id
        self.others = tuple(others)

    def fill(self) -> None:
        """Fill it: what is asked about what becomes of it is typed first."""
        super().fill()
        self.query_one(self._begins_at).focus()
        self.sheet.say_also(lambda typed: ThenRemarks(self.program).becomes(typed, self.entry_id))

    def days(self, typed: Mapping[str, str]) -> Iterable[Field]:
        """A booking is moved to a day to come; what took place has a day that has passed."""
        when: When = "happened" if typed["becomes"] == "took_place" else "to_come"
        return (one.__replace__(day=when) for one in self.fields if one.id == "on")

    def asks(self, typed: Mapping[str, str]) -> Request:
        """What becomes of it."""
        today, becomes, because = self.program.worker.today(), typed["becomes"], typed["because"].strip() or None
        day, at, who = typed["on"].strip(), typed["at"].strip(), typed["who"].strip()
        _only_what_is_meant(becomes, day, at, who)
        if becomes == "move":
            return MoveBooking(self.entry_id, parse_date(day, today, weekdays="forward") if day else None, at or None)
        if becomes == "give":
            others = self.others if typed_yes(typed.get("others", "no")) else ()
            return GiveBookings((self.entry_id, *others), who, because)
        return EndBooking(self.entry_id, becomes == "took_place", parse_date(day, today) if day else today, because)


def _only_what_is_meant(becomes: str, day: str, at: str, who: str) -> None:
    """Nothing is typed that is for something else. Raises Unread with the field."""
    if becomes == "move" and not day and not at:
        raise unread_in("on", "Say the new day or the new time. Nothing was recorded.")
    if at and becomes != "move":
        raise unread_in("at", "A time is for a booking that is moved: take it out, or choose m.")
    if day and becomes in ("give", "off"):
        raise unread_in("on", "A day is for a booking that is moved: take it out, or choose m.")
    if who and becomes != "give":
        raise unread_in("who", "A name is for a booking that is given to somebody: take it out, or choose g.")


class GiveForm(Form):
    """Several bookings that somebody else goes to."""

    about_a_child = False
    AUTO_FOCUS = "#who"

    def __init__(self, bookings: Sequence[EntryId]) -> None:
        fields = (
            Field(
                "who",
                "Who goes",
                "A name, me, or outside: name",
                named="worker",
                needed=True,
                cells=NAME_CELLS,
                sees_to=True,
            ),
            Field("because", "Because", "Why; may be left empty"),
        )
        title = f"Who goes to {count(len(bookings), 'booking')}"
        super().__init__(DraftKey(FormName.GIVE_BOOKINGS, name="marked"), title, fields)
        self.bookings = tuple(bookings)

    def fill(self) -> None:
        """Fill it: what else whoever goes has then is said."""
        super().fill()
        self.sheet.say_also(lambda typed: ThenRemarks(self.program).given(typed, self.bookings))

    def asks(self, typed: Mapping[str, str]) -> Request:
        """Who goes."""
        return GiveBookings(self.bookings, typed["who"], typed["because"].strip() or None)


class DutyForm(Form):
    """From when to when a worker is on duty."""

    about_a_child = False
    AUTO_FOCUS = "#first"

    def __init__(self, about: About) -> None:
        fields = (
            Field("first", "From", "The first day: today, mon, 3 Apr", 1, "today", day="either", cells=DAY_CELLS),
            Field("last", "To", "The last day; empty for that day alone", day="either", cells=DAY_CELLS),
        )
        super().__init__(DraftKey(FormName.DUTY, worker_id=about.worker_id), f"{about.shown} is on duty", fields)
        self.about = about

    def days(self, typed: Mapping[str, str]) -> Iterable[Field]:
        """The last day is none before the first."""
        return last_since(self.fields, self._day(typed["first"] or "today"))

    def asks(self, typed: Mapping[str, str]) -> Request:
        """The turn."""
        first, last = self._day(typed["first"] or "today"), typed["last"].strip()
        return DutyRequest(self.about.its_worker, first, self._day(last) if last else first)

    def _day(self, typed: str) -> date:
        return parse_date(typed, self.program.worker.today(), weekdays="from_today")
