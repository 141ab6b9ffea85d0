"""Visits, meetings and days in court that are booked, moved, given to somebody else, and what became of them; and who
is on duty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, get_args

from msgspec import Struct

from db import writes
from db.queries.bookings import LONGEST_TURN, booked_from, booked_on
from db.queries.contents import content_of
from db.queries.entries import lead_allocation, time_of
from db.recording import together
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId
from oversight_tui.practice.records import Booking, BookingEnd, BookingGiven, ChildDate, DutyTurn, Names
from oversight_tui.practice.records.bookings import BookingKind
from oversight_tui.practice.requests import (
    Book,
    DutyRequest,
    EndBooking,
    GiveBookings,
    MoveBooking,
    Recorded,
    TakeCalendar,
    TypedBooking,
)
from oversight_tui.practice.same_time import Goes, Span
from oversight_tui.services.find import NotFound, Person, find_child, person
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    about_whom,
    checked_minutes,
    must_be_to_come,
    must_have_happened,
    must_not_end_before,
    optional_text,
    optional_time,
    required_text,
    still_open,
    the_child,
    the_entry,
    the_worker,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.presence import day_said
from oversight_tui.services.record.same_time import span_of, then_counted, then_said
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.day_labels import BOOKING, MEETING
from oversight_tui.words.labels import words_for
from oversight_tui.words.times import day_and_time, moved_to

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout

_FEW = 40  # bookings of a calendar, of each of which it is said what else is at its time; of more it is counted
_NO_NAMES = Names()  # a date of a child names nobody


class _Written(Struct, frozen=True):
    """What is booked or moved, as it is said without what else is at that time; `goes` is None where that stands with
    what is booked.
    """

    entry: EntryId
    says: str
    on: date
    span: Span | None
    goes: Goes | None = None


@records(Book)
def book(store: Store, request: Book, today: date) -> Recorded:
    """A visit, a meeting or a day in court for today or a day to come. Without a name the child's worker goes."""
    with store.writing():
        return _told(store, _book(store, request, today), today)


def _book(store: Store, request: Book, today: date) -> _Written:
    if request.kind not in get_args(BookingKind):
        raise RecordProblem(f"It is one of {', '.join(get_args(BookingKind))}. Nothing was recorded.", "kind")
    reference = the_child(store, request.child_id) if request.child_id is not None else None
    must_be_to_come(request.on, today, BOOKING[request.kind])
    at = optional_time(request.at)
    goes = _who_goes(store, request.who, request.child_id)
    booking = Booking(
        booking_kind=request.kind,
        text=optional_text(request.text) or MEETING.get(request.brings or ""),
        minutes=checked_minutes(request.minutes),
        place=optional_text(request.place),
        who=goes.name,
        going=goes.worker,
        brings=request.brings,
        outside_id=request.outside_id,
    )
    if reference is None and booking.text is None:
        raise RecordProblem("Say what it is, or about which child. Nothing was recorded.", "text")
    about = AboutChild(request.child_id) if request.child_id is not None else _worker_of(goes)
    entry = writes.add_about(store, booking, about, request.on, author(store), at)
    says = f"{_called(booking, reference)} booked for {day_and_time(request.on, at)}: {goes.name} goes."
    return _Written(entry, says, request.on, span_of(at, booking.minutes), _goes(goes))


@records(TypedBooking)
def book_typed(store: Store, request: TypedBooking, today: date) -> Recorded:
    """A booking about the child of this reference or name."""
    with store.writing():
        if not request.child:
            return book(store, request.booking, today)
        try:
            child = find_child(store, request.child)
        except NotFound as problem:
            problem.field = "child"
            raise
        return book(store, request.booking.__replace__(child_id=child), today)


@records(MoveBooking)
def move_booking(store: Store, request: MoveBooking, today: date) -> Recorded:
    """A booking moved to another day or time: a newer version of it."""
    with store.writing():
        return _told(store, _move(store, request, today), today)


def _move(store: Store, request: MoveBooking, today: date) -> _Written:
    entry = _still_booked(store, request.booking)
    on = request.on or entry.on or today
    must_be_to_come(on, today, "What is booked")
    at, before = optional_time(request.at), time_of(store, entry.version)
    if on == entry.on and at in (None, before):
        raise RecordProblem(f"It is booked for {day_and_time(on, before)} already. Nothing was recorded.")
    known = _known(store, entry)
    writes.correct(store, entry, author(store), content=known, on=on, at=at)
    called = _called(known, _child(store, entry))
    was = f" of {long_day(entry.on)}" if entry.on else ""
    says = f"{called}{was} moved to {moved_to(entry.on, on, at or before)}."
    return _Written(entry.id, says, on, span_of(at or before, known.minutes))


def _told(store: Store, written: _Written, today: date) -> Recorded:
    """What is booked, with whatever is to be said of its day and of what else is at that time."""
    who = written.goes or _goes_now(booked_on(store, written.on), written.entry)
    remark = day_said(store, written.on, today, who.worker)
    remark += then_said(store, who, written.on, written.span, (written.entry,))
    return Recorded(written.entry, Booking.kind.name, f"{written.says}{remark}")


def _told_of_many(store: Store, written: Sequence[_Written], today: date) -> Iterator[Recorded]:
    """The same of very many, of which it is only counted what else is at that time."""
    of_day = cache(lambda on: booked_on(store, on))
    said_of_day = cache(lambda on, worker: day_said(store, on, today, worker))
    for one in written:
        items = of_day(one.on)
        who = one.goes or _goes_now(items, one.entry)
        remark = said_of_day(one.on, who.worker) + then_counted(items, who, one.span, (one.entry,))
        yield Recorded(one.entry, Booking.kind.name, f"{one.says}{remark}")


@records(GiveBookings)
def give_bookings(store: Store, request: GiveBookings, today: date) -> list[Recorded]:
    """Bookings that somebody else goes to from now on."""
    if not request.bookings:
        raise RecordProblem("Say which booking. Nothing was recorded.")
    with store.writing():
        goes = person(store, required_text(request.who, "Who goes", "who"))
        given = BookingGiven(request.bookings[0], goes.name, goes.worker, optional_text(request.because))
        recorded, remarks = [], list[str]()
        for number in dict.fromkeys(request.bookings):
            entry = _still_booked(store, number)
            written = writes.follow_up(store, entry, given.__replace__(booking=entry.id), today, author(store))
            known, at = _known(store, entry), time_of(store, entry.version)
            called = _called(known, _child(store, entry))
            remark = day_said(store, entry.on, today, goes.worker) if entry.on is not None else ""
            remark += then_said(store, _goes(goes), entry.on, span_of(at, known.minutes), (entry.id,))
            says = f"{called}{f' on {long_day(entry.on)}' if entry.on else ''}: {goes.name} goes.{remark}"
            remarks.append(remark)
            recorded.append(Recorded(written, BookingGiven.kind.name, says))
    if len(recorded) > 1:
        together = f"{goes.name} goes to {count(len(recorded), 'booking')}.{''.join(dict.fromkeys(remarks))}"
        recorded[0] = recorded[0].__replace__(together=together)
    return recorded


@records(EndBooking)
def end_booking(store: Store, request: EndBooking, today: date) -> list[Recorded]:
    """A booking that took place, and with it what took place of the child; or one that was called off, and why."""
    with store.writing():
        entry = _still_booked(store, request.booking)
        must_have_happened(request.on, today, "It")
        known, whom = _known(store, entry), _child(store, entry)
        reason = optional_text(request.because)
        if not request.took_place:
            reason = required_text(request.because, "Why it was called off", "because")
        ended = BookingEnd(entry.id, "took_place" if request.took_place else "called_off", reason)
        written = writes.follow_up(store, entry, ended, request.on, author(store))
        how = "took place" if request.took_place else "was called off"
        says = f"{_called(known, whom)} {how}{f' on {long_day(request.on)}' if request.took_place else ''}."
        recorded = [Recorded(written, BookingEnd.kind.name, says)]
        if request.took_place and known.brings is not None and entry.child is not None:
            date_of_child = ChildDate(known.brings, request.on)
            brought = writes.add_about(store, date_of_child, AboutChild(entry.child), request.on, author(store))
            recorded.append(Recorded(brought, ChildDate.kind.name, f"{whom}: {date_of_child.told(_NO_NAMES)}."))
    return recorded


@records(TakeCalendar)
def take_calendar(store: Store, request: TakeCalendar, today: date) -> list[Recorded]:
    """What a calendar asks for: one event, which is taken back as one. What somebody else has taken out of it since it
    was read is not booked again.
    """
    with store.writing():
        there = booked_from(store, [one.outside_id for one in request.booked if one.outside_id is not None])
        with together(store):
            written = [_book_of_calendar(store, one, today) for one in request.booked if one.outside_id not in there]
            written += [_move(store, one, today) for one in request.moved]
            ended = [one for off in request.off for one in end_booking(store, off, today)]
        if len(written) > _FEW:
            return [*_told_of_many(store, written, today), *ended]
        return [*(_told(store, one, today) for one in written), *ended]


def _book_of_calendar(store: Store, request: Book, today: date) -> _Written:
    """The same as one of many: what keeps it from being booked keeps all of them, and it is said which it is."""
    try:
        return _book(store, request, today)
    except (RecordProblem, NotFound) as problem:
        which = f"{day_and_time(request.on, request.at)} {request.text or words_for(BOOKING, request.kind)}"
        nothing = "" if "othing was recorded" in str(problem) else " Nothing was recorded."
        raise RecordProblem(f"{which}: {problem}{nothing}") from problem


@records(DutyRequest)
def duty(store: Store, request: DutyRequest, today: date) -> Recorded:
    """A worker on duty, on days to come, today, or days that have passed."""
    with store.writing():
        name = the_worker(store, request.worker_id)
        must_not_end_before(request.first_day, request.last_day, "of the duty")
        if request.last_day - request.first_day > LONGEST_TURN:
            raise RecordProblem("A turn on duty is a month at most. Nothing was recorded.", "last")
        turn = DutyTurn(request.first_day, request.last_day)
        about = AboutWorker(request.worker_id)
        entry = writes.add_about(store, turn, about, request.first_day, author(store))
        remark = day_said(store, request.first_day, today, request.worker_id)
    until = "" if request.last_day == request.first_day else f" to {long_day(request.last_day)}"
    return Recorded(entry, DutyTurn.kind.name, f"{name} is on duty {long_day(request.first_day)}{until}.{remark}")


def _who_goes(store: Store, typed: str | None, child: ChildId | None) -> Person:
    """Who is meant; where nobody is named the worker of the child, or whoever records it where it is about no child."""
    if typed is not None and typed.strip():
        return person(store, typed)
    if child is None:
        return person(store, "me")
    held = lead_allocation(store, child)
    if held is None or held.worker is None:
        raise RecordProblem(f"No worker holds {the_child(store, child)}: say who goes. Nothing was recorded.", "who")
    return Person(the_worker(store, held.worker), held.worker)


def _goes(who: Person) -> Goes:
    return Goes(who.name, who.worker)


def _goes_now(of_the_day: Sequence[OpenItem], booking: EntryId) -> Goes:
    """Who goes to what is booked for a day: whoever was given it last."""
    item = next(one for one in of_the_day if one.id == booking)
    return Goes(item.who or "", item.owner_id)


def _worker_of(goes: Person) -> AboutWorker:
    """The worker on whose page a booking stands that is about no child."""
    if goes.worker is None:
        raise RecordProblem(
            f"{goes.name} is no worker here: say about which child it is. Nothing was recorded.", "child"
        )
    return AboutWorker(goes.worker)


def _still_booked(store: Store, booking: EntryId) -> EntryAbout:
    """The booking, of which is not said yet what became of it."""
    entry = the_entry(store, booking, Booking, "booking")
    still_open(entry, "booking", "What became of this booking is said already.")
    return entry


def _known(store: Store, entry: EntryAbout) -> Booking:
    """What was booked."""
    found = content_of(store, entry.kind, entry.version)
    assert isinstance(found, Booking)
    return found


def _child(store: Store, entry: EntryAbout) -> str | None:
    """The reference of the child that a booking is about, None where it is about none."""
    return about_whom(store, entry) if entry.child is not None else None


def _called(booking: Booking, reference: str | None) -> str:
    """What is booked, and with whom: `Visit to C-4633`, `Meeting: strategy discussion (C-4633)`."""
    called = words_for(BOOKING, booking.booking_kind)
    if booking.text is None:
        return f"{called} to {reference}" if booking.booking_kind == "visit" else f"{called} about {reference}"
    return f"{called}: {booking.text}{f' ({reference})' if reference else ''}"
