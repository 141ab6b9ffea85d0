"""Visits, meetings and days in court in a calendar (.ics): when, where, what their title says, and who is invited.

What is written beneath a title is not read: it may hold what is nobody's business here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.exchange.calendar_parts import day_in_london, excluded_from, moment_of, people_of, rule_of
from oversight_tui.exchange.leave_calendar import MOST_BYTES, MOST_EVENTS, MOST_RULES, is_calendar
from oversight_tui.exchange.recurring import days_of_rule
from oversight_tui.exchange.tables import FileProblem
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from icalendar import Calendar, Component

AHEAD = timedelta(days=366)
COMES_AGAIN = timedelta(weeks=8)  # so far what comes again is followed; local
_OFF = re.compile(r"^\s*cancell?ed\s*:\s*", re.IGNORECASE)
_MISREAD = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError)
_MOST_DIGITS = 18
_LONGEST = 24 * 60 - 1
_MOST_LETTERS = 1_000  # of a title or a place; a longer one is cut, and ends so that it is seen


class Appointment(Struct, frozen=True):
    """One entry on one day. `uid` is what the calendar calls it, of what comes again with the day; `at` is HH:MM in
    London, None of a whole day's; `people` are the names and addresses of who is invited, `invites` of who invites;
    `off` says that it is cancelled, `private` that its title is for nobody else,
    `days` on how many days it is.
    """

    uid: str
    title: str
    on: date
    at: str | None = None
    minutes: int | None = None
    place: str | None = None
    people: tuple[str, ...] = ()
    invites: tuple[str, ...] = ()
    off: bool = False
    private: bool = False
    days: int = 1


class Unread(Struct, frozen=True):
    """An entry that cannot be read, or not all of it: which one, by its number in the file and its title, and why."""

    called: str
    because: str


class Appointments(Struct, frozen=True):
    """A calendar: whose it is as it is called, its entries from today on, how many are of days that have passed or lie
    more than a year ahead, and what cannot be read.
    """

    owner: str
    found: tuple[Appointment, ...]
    passed: int
    later: int
    unread: tuple[Unread, ...] = ()


def read_appointments(path: Path, today: date) -> Appointments:
    """What a calendar holds from a day on. Raises FileProblem with the file's name and what would do."""
    from icalendar import Calendar

    name = one_line(path.name)
    text = _text_of(path, name)
    try:
        calendar = Calendar.from_ical(text)
        owner = one_line(str(calendar.get("X-WR-CALNAME", "")))
        reading = _Reading(calendar, today)
    except _MISREAD:
        raise FileProblem(
            f"{name} is a calendar that cannot be read{_from_where(text)}. Export it again as .ics. "
            "Nothing was recorded."
        ) from None
    found = list(reading.days())
    ahead = [one for one in found if today <= one.on <= today + AHEAD]
    ahead.sort(key=lambda one: (one.on, one.at or "", one.uid))
    passed, later = sum(one.on < today for one in found), sum(one.on > today + AHEAD for one in found)
    return Appointments(owner, tuple(ahead), passed, later, tuple(reading.unread))


def _text_of(path: Path, name: str) -> str:
    """The text of a calendar that is none too large."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(
                f"{name} is larger than any calendar. Export only the weeks that are to come. Nothing was recorded."
            )
        content = path.read_bytes()
    except OSError as problem:
        raise FileProblem(f"{name} cannot be read: {problem.strerror}. Check its name and place.") from None
    if not is_calendar(content):
        raise FileProblem(f"{name} is no calendar. Export the calendar as .ics. Nothing was recorded.")
    if content.count(b"BEGIN:VEVENT") > MOST_EVENTS or content.count(b"RRULE") > MOST_RULES:
        raise FileProblem(
            f"{name} has more entries than any calendar. Export only the weeks that are to come. Nothing was recorded."
        )
    return content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def _from_where(text: str) -> str:
    """Which entry of a calendar has no end, for a sentence."""
    entries = text.upper().split("BEGIN:VEVENT")[1:]
    broken = next((number for number, one in enumerate(entries, 1) if "END:VEVENT" not in one), None)
    return f": its entry {broken} has no end" if broken is not None else ""


class _Reading:
    """Reads a calendar entry by entry, so that one that cannot be read keeps no other from being read."""

    def __init__(self, calendar: Calendar, today: date) -> None:
        self.unread: list[Unread] = []
        self._today = today
        self._is_cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        self._events: list[Component] = calendar.walk("VEVENT")
        self._private = {_uid(one) for one in self._events if _is_private(one)}  # one of a series, all of it

    def days(self) -> Iterator[Appointment]:
        """Each entry on each of its days, as it stands in the newest of its versions."""
        newest: dict[tuple[str, date | None], tuple[int, Component]] = {}
        for number, event in enumerate(self._events, 1):
            because = _unreadable(event)
            if because is not None:
                self._leave(number, event, because)
                continue
            instead = moment_of(event, "RECURRENCE-ID")
            key = (_uid(event), day_in_london(instead) if instead is not None else None)
            if key not in newest or _version(event) >= _version(newest[key][1]):
                newest[key] = number, event
        apart = {(uid, on) for uid, on in newest if on is not None}
        for (uid, instead_of), (number, event) in newest.items():
            try:
                yield from list(self._of(number, event, uid, instead_of, apart))
            except FileProblem:
                self._leave(number, event, "it comes again by a rule that cannot be followed")
            except _MISREAD:
                self._leave(number, event, "it cannot be read")

    def _of(
        self, number: int, event: Component, uid: str, instead_of: date | None, apart: Iterable[tuple[str, date]]
    ) -> Iterator[Appointment]:
        one = _read(event, uid, off=self._is_cancelled).__replace__(private=uid in self._private)
        rule = rule_of(event)
        if instead_of is not None:
            yield one.__replace__(uid=_of_day(uid, instead_of))
        elif rule is None:
            yield one
            if one.on < self._today < one.on + timedelta(days=one.days) and not one.off:
                self._leave(number, event, "it began before today")
        else:
            yield from _again(one, rule, set(excluded_from(event)), apart, self._today)
        if "RDATE" in event:
            self._leave(number, event, "the days that are listed beside its first (RDATE) are not taken")

    def _leave(self, number: int, event: Component, because: str) -> None:
        hidden = _is_private(event) or _uid(event) in self._private
        title = "a private entry" if hidden else _line(event, "SUMMARY")
        self.unread.append(Unread(f"entry {number} of the file{f' ({title})' if title else ''}", because))


def _unreadable(event: Component) -> str | None:
    """Why an entry is not taken as it is written, None where it can be read."""
    broken = {name for name, _ in event.errors}
    if not _uid(event):
        return "it has no UID, by which it would be known again"
    if "DTSTART" not in event:
        return "it has no day (DTSTART)"
    if moment_of(event, "DTSTART") is None:
        return "its day (DTSTART) cannot be read"
    if "RECURRENCE-ID" in event and moment_of(event, "RECURRENCE-ID") is None:
        return "the day in whose stead it is (RECURRENCE-ID) cannot be read"
    if "RRULE" in event and rule_of(event) is None:
        return "it comes again by a rule (RRULE) that cannot be read"
    return "the days on which it does not come (EXDATE) cannot be read" if "EXDATE" in broken else None


def _uid(event: Component) -> str:
    return one_line(str(event.get("UID", "")))


def _again(
    one: Appointment, rule: str, excluded: set[date], apart: Iterable[tuple[str, date]], today: date
) -> Iterator[Appointment]:
    """An entry on each of the days on which it comes again, but for those that have an entry of their own."""
    for day in days_of_rule(rule, one.on, today, today + COMES_AGAIN):
        if (one.uid, day) not in apart:
            yield one.__replace__(uid=_of_day(one.uid, day), on=day, off=one.off or day in excluded)


def _of_day(uid: str, day: date) -> str:
    return f"{uid} {day.isoformat()}"


def _read(event: Component, uid: str, *, off: bool) -> Appointment:
    """An entry on its first day."""
    starts, ends = moment_of(event, "DTSTART"), moment_of(event, "DTEND")
    if starts is None:
        raise ValueError(uid)
    length = event.decoded("DURATION", None)
    if ends is None and isinstance(length, timedelta):
        ends = starts + length
    minutes = _minutes(starts, ends)
    title = _line(event, "SUMMARY")
    invites = tuple(people_of(event, ("ORGANIZER",)))
    return Appointment(
        uid=uid,
        title=_OFF.sub("", title),
        on=day_in_london(starts),
        at=_time(starts),
        minutes=minutes,
        place=_line(event, "LOCATION") or None,
        people=tuple(one for one in people_of(event, ("ATTENDEE",)) if one not in invites),
        invites=invites,
        off=off or str(event.get("STATUS", "")).upper() == "CANCELLED" or bool(_OFF.match(title)),
        private=_is_private(event),
        days=_days(starts, ends) if minutes is None else 1,
    )


def _line(event: Component, field: str) -> str:
    """What stands in a field, on one line and of a length that somebody may have written."""
    text = one_line(str(event.get(field, "")))
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}\u2026"


def _is_private(event: Component) -> bool:
    """Whether the title is for nobody else: a class that is not known counts as private, as the format has it."""
    return str(event.get("CLASS", "")).strip().upper() not in ("", "PUBLIC")


def _time(starts: date) -> str | None:
    """The time in London; one of no zone is taken as it stands."""
    from zoneinfo import ZoneInfo

    if not isinstance(starts, datetime):
        return None
    there = starts.astimezone(ZoneInfo("Europe/London")) if starts.tzinfo is not None else starts
    return f"{there:%H:%M}"


def _minutes(starts: date, ends: date | None) -> int | None:
    """How long it takes, None where that is not said, or it is a day or longer."""
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return None
    if (ends.tzinfo is None) != (starts.tzinfo is None):
        return None
    minutes = int((ends - starts).total_seconds()) // 60
    return minutes if 0 < minutes <= _LONGEST else None


def _days(starts: date, ends: date | None) -> int:
    """On how many days it is; a whole day ends as the next begins."""
    if ends is None:
        return 1
    last = day_in_london(ends)
    at_midnight = not isinstance(ends, datetime) or _time(ends) == "00:00"
    return max(1, (last - day_in_london(starts)).days + (0 if at_midnight else 1))


def _version(event: Component) -> tuple[int, str]:
    """By which of two copies of an entry the newer is told: its sequence, else when it was changed or sent out."""
    said = str(event.get("SEQUENCE", 0))
    sequence = int(said) if said.isascii() and said.isdigit() and len(said) < _MOST_DIGITS else 0
    moments = (moment_of(event, name) for name in ("LAST-MODIFIED", "DTSTAMP"))
    return sequence, next((one.isoformat() for one in moments if one is not None), "")
