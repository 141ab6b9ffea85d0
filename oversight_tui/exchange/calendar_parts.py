"""What an entry of a calendar (.ics) says, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from icalendar import Component


def rule_of(event: Component) -> str | None:
    """The rule by which an entry comes again, None where it does not."""
    from icalendar import vRecur

    rule = event.get("RRULE")
    if not isinstance(rule, vRecur):
        return None
    written: bytes = rule.to_ical()  # type: ignore[no-untyped-call]  # the library has types but for this
    return written.decode()


def moment_of(event: Component, name: str) -> date | datetime | None:
    """The day or the moment in this field of an entry, None where there is none."""
    found = event.decoded(name, None)
    return found if isinstance(found, date) else None


def day_in_london(moment: date | datetime) -> date:
    """The day in London; a time of no zone is taken as it stands."""
    from zoneinfo import ZoneInfo

    if not isinstance(moment, datetime):
        return moment
    return moment.astimezone(ZoneInfo("Europe/London")).date() if moment.tzinfo is not None else moment.date()


def excluded_from(event: Component) -> Iterator[date]:
    """The days on which an entry that comes again does not."""
    from icalendar.prop import vDDDLists

    given = event.get("EXDATE", [])
    for some in given if isinstance(given, list) else [given]:
        if isinstance(some, vDDDLists):
            yield from (day_in_london(one.dt) for one in some.dts if isinstance(one.dt, date))


def people_of(event: Component, fields: tuple[str, ...] = ("ATTENDEE", "ORGANIZER")) -> Iterator[str]:
    """The names and addresses of whoever is invited, and of whoever invites."""
    from icalendar import vCalAddress

    for field in fields:
        given = event.get(field, [])
        for person in given if isinstance(given, list) else [given]:
            if isinstance(person, vCalAddress):
                called = one_line(str(person.params.get("CN", "")))
                address = one_line(str(person)).lower().removeprefix("mailto:")
                yield from (one.replace(";", " ") for one in (called, address) if one)
