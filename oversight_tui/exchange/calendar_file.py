"""An iCalendar file (RFC 5545) that programs for calendars import and, by UID and SEQUENCE, keep up to date.

Events only: Outlook passes tasks over. Whole days only: of a session no time is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct

from oversight_tui.words.text import one_line

PRODUCT = "-//Oversight//Team calendar//EN"


class CalendarEvent(Struct, frozen=True):
    """A whole day's event. `uid` stays the same for good, `sequence` rises with each change; `off` says that it is
    cancelled. `created` and `changed` are moments in UTC.
    """

    uid: str
    sequence: int
    title: str
    on: date
    off: bool
    created: datetime
    changed: datetime


def calendar_file(name: str, face: str, events: Iterable[CalendarEvent]) -> bytes:
    """The file: CRLF, lines folded at 75 bytes. `face` stands in the calendar and in each event, which is imported
    without it.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(name))
    calendar.add("x-wr-caldesc", one_line(face))
    for one in events:
        event = Event()
        event.add("uid", one.uid)
        event.add("sequence", one.sequence)
        event.add("dtstamp", _to_the_second(one.changed))
        event.add("created", _to_the_second(one.created))
        event.add("last-modified", _to_the_second(one.changed))
        event.add("summary", one_line(one.title))
        event.add("description", one_line(face))
        event.add("dtstart", one.on)
        event.add("dtend", one.on + timedelta(days=1))
        event.add("status", "CANCELLED" if one.off else "CONFIRMED")
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _to_the_second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
