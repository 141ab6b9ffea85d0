"""What stands in somebody's calendar, as bookings: which child each entry is about, who goes, what it is, and what is
booked already by its uid. What cannot be matched is said, entry by entry, and nothing is lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from db.queries.bookings import BookedFrom, booked_from
from db.queries.entries import lead_allocation
from db.queries.single import child_names, child_with_reference, stands, worker_names
from oversight_tui.exchange.appointments import Appointment, Appointments
from oversight_tui.practice.child_dates import DateWhat
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.records.bookings import BookingKind
from oversight_tui.practice.requests import Book, EndBooking, MoveBooking, TakeCalendar
from oversight_tui.services.record.checks import LONGEST_MINUTES
from oversight_tui.words.absences import reason_in
from oversight_tui.words.dates import count
from oversight_tui.words.text import folded, match_key
from oversight_tui.words.times import day_and_time

if TYPE_CHECKING:
    from db.engine import Store

Meant = TypeVar("Meant", BookingKind, DateWhat)
OURS = "@oversight"  # at the end of the uid of what this program has sent out itself
_WORD = re.compile(r"[\w/-]+")
_PRIVATE = "Private"
_MOST_TRIED = 8  # words of one entry that might be a reference
# The words of a title by which it is told what something is, the first that fit; local.
_KINDS: Sequence[tuple[BookingKind, str]] = (
    ("court", r"\b(court|hearing|cmh|irh)\b"),
    ("meeting", r"\b(meeting|conference|icpc|rcpc|core group|panel|review|strategy|strat)\b"),
    ("visit", r"\b(visit|hv|see|seen)\b"),
)
_BRINGS: Sequence[tuple[DateWhat, str]] = (
    ("strategy_discussion", r"\bstrat(egy)?\b"),
    ("core_group", r"\bcore group\b"),
    ("looked_after_review", r"\b(looked[ -]after review|lac review|cla review|child in care review)\b"),
    ("review_conference", r"\b(review conference|rcpc)\b"),
    ("conference", r"\b(conference|icpc)\b"),
)


class NotTaken(Struct, frozen=True):
    """An entry that is not booked, and why."""

    on: date
    at: str | None
    title: str
    because: str

    @property
    def says(self) -> str:
        """The entry, and why it is not booked."""
        return f"{day_and_time(self.on, self.at)} {self.title}: {self.because}"


class CalendarPlan(Struct, frozen=True):
    """What is to be recorded of a calendar, what is not taken, and how many are booked as they stand already."""

    asks: TakeCalendar
    not_taken: tuple[NotTaken, ...]
    unchanged: int


def plan_of(store: Store, calendar: Appointments, today: date) -> CalendarPlan:
    """What a calendar asks to be recorded. An entry known by its uid is moved and not booked twice; one that is
    cancelled is called off.
    """
    with store.reading():
        return _Matching(store, calendar).plan(today)


class _Matching:
    """Finds what is booked already, and whom the rest is about."""

    def __init__(self, store: Store, calendar: Appointments) -> None:
        self._store = store
        self._calendar = calendar
        self._workers = {folded(one.name): one.id for one in worker_names(store)}
        self._names = {one.id: one.name for one in worker_names(store)}
        self._children = [(folded(one.name), one.id) for one in child_names(store) if one.open and " " in one.name]
        self._not_taken: list[NotTaken] = []
        self._unchanged = 0

    def plan(self, today: date) -> CalendarPlan:
        """Entry by entry."""
        known = booked_from(self._store, [one.uid for one in self._calendar.found])
        book: list[Book] = []
        move: list[MoveBooking] = []
        off: list[EndBooking] = []
        for one in self._calendar.found:
            there = known.get(one.uid)
            if there is None:
                book += self._new(one)
            elif _is_as(one, there) and not (one.off and there.open):
                self._unchanged += 1
            elif not there.open:
                self._leave_settled(one)
            elif one.off:
                off.append(EndBooking(there.entry, False, today, "Cancelled in the calendar"))
            else:
                move.append(MoveBooking(there.entry, one.on, one.at))
        return CalendarPlan(TakeCalendar(tuple(book), tuple(move), tuple(off)), tuple(self._not_taken), self._unchanged)

    def _leave_settled(self, one: Appointment) -> None:
        """One of which it is said here what became of it; a cancelled one is as it should be."""
        if one.off:
            self._unchanged += 1
        else:
            self._leave(one, "what became of it is said here already")

    def _leave(self, one: Appointment, because: str) -> None:
        self._not_taken.append(NotTaken(one.on, one.at, "a private entry" if one.private else one.title, because))

    def _new(self, one: Appointment) -> Iterator[Book]:
        """The booking that an entry asks for; nothing where it is cancelled, or where it is not known whom it is about,
        which is said.
        """
        if one.off:
            return
        if one.uid.partition(" ")[0].endswith(OURS):
            self._leave(one, "this program has sent it out itself")
            return
        if reason_in(one.title) is not None:
            self._leave(one, "it is leave, which `oversight import` takes")
            return
        one = _without_words(one)
        child, who = self._child(one), self._who(one)
        kind = _kind_of(one.title, child)
        if child is None and (who is None or (kind == "other" and not self._is_for_somebody(one))):
            self._leave(one, "neither a child's reference nor the name of a worker here stands in it")
            return
        if child is None and not one.title:
            self._leave(one, "it has no title, and no child's reference stands in it")
            return
        holder = lead_allocation(self._store, child) if child is not None else None
        if who is None and (holder is None or holder.worker is None):
            self._leave(one, "no worker holds the child, and no worker here is invited")
            return
        yield Book(
            kind=kind,
            on=one.on,
            at=one.at,
            child_id=child,
            who=self._names[who] if who is not None else None,
            text=self._text(one.title, kind, child),
            minutes=one.minutes if one.minutes is not None and one.minutes <= LONGEST_MINUTES else None,
            place=one.place,
            brings=_first(_BRINGS, one.title) if child is not None and kind == "meeting" else None,
            outside_id=one.uid,
        )
        if one.days > 1:
            self._leave(one, f"only the first of its {one.days} days is booked")

    def _child(self, one: Appointment) -> ChildId | None:
        """The child whose reference stands in the title or the place, else the one whose whole name does."""
        words = (found[0].lstrip("_/-") for found in _WORD.finditer(f"{one.title} {one.place or ''}"))
        for word in islice(filter(_may_be_a_reference, words), _MOST_TRIED):
            for spelled in dict.fromkeys((word, word.upper())):
                found = child_with_reference(self._store, spelled)
                if found is not None and stands(self._store, found):
                    return found
        title = folded(one.title)
        named = [child for name, child in self._children if _holds(title, name)]
        return named[0] if len(named) == 1 else None

    def _who(self, one: Appointment) -> WorkerId | None:
        """The worker named in the title; else of those invited the child's own, or the first; else who invites, or
        whose calendar it is.
        """
        named = self._named(one)
        for people in (one.people, one.invites, (self._calendar.owner,)):
            named += [found for person in people if (found := self._worker(person)) is not None]
        return named[0] if named else None

    def _named(self, one: Appointment) -> list[WorkerId]:
        """The workers whose whole names stand in the title."""
        title = folded(one.title)
        return [worker for name, worker in self._workers.items() if _holds(title, name)]

    def _is_for_somebody(self, one: Appointment) -> bool:
        """Whether a worker is named or invited: what stands in somebody's own calendar alone may be their own."""
        return bool(self._named(one)) or any(self._worker(person) is not None for person in one.people)

    def _worker(self, person: str) -> WorkerId | None:
        """The worker whom a name (`Khan, Amira` too) or an address (`amira.khan@...`) is of."""
        last, comma, first = person.partition(",")
        spelled = (f"{first} {last}" if comma else person).partition("@")[0].replace(".", " ").replace("_", " ")
        wanted = " ".join(folded(spelled).split())
        return next(
            (
                worker
                for name, worker in self._workers.items()
                if name == wanted or match_key(name) == match_key(wanted)
            ),
            None,
        )

    def _text(self, title: str, kind: BookingKind, child: ChildId | None) -> str | None:
        """The title without the child's reference; nothing of one that says no more than what it is."""
        if child is None:
            return title or None
        words = [word for word in title.split() if not _may_be_a_reference(word.strip("():,;"))]
        text = " ".join(words).strip(" -:,()")
        return None if folded(text) in ("", kind, "home visit") else text


def _without_words(one: Appointment) -> Appointment:
    """An entry as it may be read: of a private one the time and who is invited, no word of it and no child."""
    return one.__replace__(title=_PRIVATE, place=None) if one.private else one


def _may_be_a_reference(word: str) -> bool:
    """Whether a word begins with a letter or a digit, and has a digit after that and nothing but what a reference has.

    No expression that looks for the digit: of one very long word it would take ages.
    """
    return (
        word[:1].isalnum()
        and _WORD.fullmatch(word) is not None
        and any(character.isdecimal() for character in word[1:])
    )


def _holds(title: str, name: str) -> bool:
    """Whether a whole name stands in a title, and is no part of a longer word."""
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) is not None


def _is_as(one: Appointment, there: BookedFrom) -> bool:
    """Whether an entry is booked as it stands; one of a whole day says nothing of a time."""
    return one.on == there.on and one.at in (None, there.at)


def _kind_of(title: str, child: ChildId | None) -> BookingKind:
    kind = _first(_KINDS, title)
    if kind is None:
        return "other"
    return kind if child is not None or kind != "visit" else "other"


def _first(known: Sequence[tuple[Meant, str]], title: str) -> Meant | None:
    """What the first of the words that stand in a title mean."""
    return next((what for what, words in known if re.search(words, title, re.IGNORECASE)), None)


def summed_up(booked: int, moved: int, off: int, plan: CalendarPlan, calendar: Appointments) -> str:
    """How many were taken, and how many were not."""
    said = [f"{booked} booked", f"{moved} moved", f"{off} called off", f"{plan.unchanged} as they were"]
    left = len(plan.not_taken) + len(calendar.unread)
    if left:
        said.append(f"{left} not taken")
    if calendar.passed:
        said.append(f"{count(calendar.passed, 'entry', 'entries')} of days that have passed left out")
    if calendar.later:
        said.append(f"{count(calendar.later, 'entry', 'entries')} more than a year ahead left out")
    return f"{', '.join(said)}."
