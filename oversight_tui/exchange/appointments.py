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
_LONGEST = 24 * 60 - 1
_MOST_LETTERS = 1_000  # of a title or a place; a longer one is cut, and ends so that it is seen


class Appointment(Struct, frozen=True):
    """One entry on one day. `uid` is what the calendar calls it, of what comes again with the day; `at` is HH:MM in
    London, None of a whole day's; `people` are the names and addresses of who is invited, `invites` of who invites;
    `off` says that it is cancelled, `private` that its title is for nobody else.
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


class Appointments(Struct, frozen=True):
    """A calendar: whose it is as it is called, its entries from today on, and how many are of days that have passed or
    lie more than a year ahead.
    """

    owner: str
    found: tuple[Appointment, ...]
    passed: int
    later: int


def read_appointments(path: Path, today: date) -> Appointments:
    """What a calendar holds from a day on. Raises FileProblem with the file's name and what would do."""
    from icalendar import Calendar

    name = one_line(path.name)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(f"{name} is larger than any calendar. Export only the weeks that are to come.")
        content = path.read_bytes()
    except OSError as problem:
        raise FileProblem(f"{name} cannot be read: {problem.strerror}. Check its name and place.") from None
    if not is_calendar(content):
        raise FileProblem(f"{name} is no calendar. Export the calendar as .ics. Nothing was recorded.")
    if content.count(b"BEGIN:VEVENT") > MOST_EVENTS or content.count(b"RRULE") > MOST_RULES:
        raise FileProblem(f"{name} has more entries than any calendar. Export only the weeks that are to come.")
    try:
        calendar = Calendar.from_ical(content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
        found = list(_days_of_all(calendar, today))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError):
        raise FileProblem(f"{name} is a calendar that cannot be read. Export it again as .ics.") from None
    ahead = [one for one in found if today <= one.on <= today + AHEAD]
    ahead.sort(key=lambda one: (one.on, one.at or "", one.uid))
    owner = one_line(str(calendar.get("X-WR-CALNAME", "")))
    passed, later = sum(one.on < today for one in found), sum(one.on > today + AHEAD for one in found)
    return Appointments(owner, tuple(ahead), passed, later)


def _days_of_all(calendar: Calendar, today: date) -> Iterator[Appointment]:
    """Each entry on each of its days, as it stands in the newest of its versions."""
    is_cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    newest: dict[tuple[str, date | None], Component] = {}
    for event in calendar.walk("VEVENT"):
        instead = moment_of(event, "RECURRENCE-ID")
        key = (one_line(str(event.get("UID", ""))), day_in_london(instead) if instead is not None else None)
        if key not in newest or _sequence(event) >= _sequence(newest[key]):
            newest[key] = event
    private = {uid for (uid, _), event in newest.items() if _is_private(event)}  # one of a series, all of it
    apart = {(uid, on) for uid, on in newest if on is not None}
    for (uid, instead_of), event in newest.items():
        one = _read(event, uid, off=is_cancelled)
        rule = rule_of(event)
        if one is None:
            continue
        one = one.__replace__(private=uid in private)
        if instead_of is not None:
            yield one.__replace__(uid=_of_day(uid, instead_of))
        elif rule is None:
            yield one
        else:
            yield from _again(one, rule, set(excluded_from(event)), apart, today)


def _again(
    one: Appointment, rule: str, excluded: set[date], apart: Iterable[tuple[str, date]], today: date
) -> Iterator[Appointment]:
    """An entry on each of the days on which it comes again, but for those that have an entry of their own."""
    for day in days_of_rule(rule, one.on, today, today + COMES_AGAIN):
        if (one.uid, day) not in apart:
            yield one.__replace__(uid=_of_day(one.uid, day), on=day, off=one.off or day in excluded)


def _of_day(uid: str, day: date) -> str:
    return f"{uid} {day.isoformat()}"


def _read(event: Component, uid: str, *, off: bool) -> Appointment | None:
    """An entry on its first day, None where it has none."""
    starts, ends = moment_of(event, "DTSTART"), moment_of(event, "DTEND")
    if starts is None or not uid:
        return None
    length = event.decoded("DURATION", None)
    title = _line(event, "SUMMARY")
    invites = tuple(people_of(event, ("ORGANIZER",)))
    return Appointment(
        uid=uid,
        title=_OFF.sub("", title),
        on=day_in_london(starts),
        at=_time(starts),
        minutes=_minutes(starts, ends, length if isinstance(length, timedelta) else None),
        place=_line(event, "LOCATION") or None,
        people=tuple(one for one in people_of(event, ("ATTENDEE",)) if one not in invites),
        invites=invites,
        off=off or str(event.get("STATUS", "")).upper() == "CANCELLED" or bool(_OFF.match(title)),
        private=_is_private(event),
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


def _minutes(starts: date, ends: date | None, length: timedelta | None) -> int | None:
    """How long it takes, None where that is not said, or it is a day or longer."""
    if not isinstance(starts, datetime):
        return None
    if length is None and isinstance(ends, datetime) and (ends.tzinfo is None) == (starts.tzinfo is None):
        length = ends - starts
    minutes = int(length.total_seconds()) // 60 if length is not None else 0
    return minutes if 0 < minutes <= _LONGEST else None


def _sequence(event: Component) -> int:
    said = str(event.get("SEQUENCE", 0))
    return int(said) if said.isascii() and said.isdigit() else 0
