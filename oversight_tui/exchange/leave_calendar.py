"""Coming leave in a calendar (.ics): the days away and the category of reason, never a title.

What a title says besides is forgotten when the file is read, but for what may be a worker's name beside the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from oversight_tui.exchange.calendar_parts import day_in_london, excluded_from, moment_of, people_of, rule_of
from oversight_tui.exchange.tables import FileProblem, Row, Tab, Value, Workbook
from oversight_tui.words.absences import reason_in
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from icalendar import Calendar, Component

MOST_BYTES = 20_000_000  # ten years of a busy calendar are a tenth of it
MOST_EVENTS = 50_000
MOST_RULES = 2_000  # each may be followed for a hundred years, a twentieth of a second; nobody's leave has so many
_BEGINS = b"BEGIN:VCALENDAR"
_BOM = b"\xef\xbb\xbf"
TAB = "calendar"
COLUMNS = (
    "UID",
    "SEQUENCE",
    "WHO",
    "CN",
    "REASON",
    "FIRSTDAY",
    "LASTDAY",
    "RRULE",
    "EXDATE",
    "RECURRENCE-ID",
    "STATUS",
)
_A_DAY_AWAY = timedelta(hours=6)  # a shorter entry is no day away; local
_A_DAY = timedelta(days=1)


def is_calendar(content: bytes) -> bool:
    """Whether a file begins as a calendar does."""
    return content[:200].removeprefix(_BOM).lstrip()[: len(_BEGINS)].upper() == _BEGINS


def workbook_of(content: bytes, name: str, digest: str) -> Workbook:
    """The entries that are leave, as rows. Raises FileProblem for a calendar that is too large or cannot be read."""
    from icalendar import Calendar

    if len(content) > MOST_BYTES or content.count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise FileProblem(f"{name} is larger than any calendar of leave. Export only the months that are to come.")
    try:
        calendar = Calendar.from_ical(content.removeprefix(_BOM).decode("utf-8", "replace"))
        rows = [COLUMNS, *_rows(calendar)]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError):
        raise FileProblem(f"{name} is a calendar that cannot be read. Export it again as .ics.") from None
    if sum(row[COLUMNS.index("RRULE")] is not None for row in rows[1:]) > MOST_RULES:
        raise FileProblem(f"More entries of {name} come again than any team's do. Export only those of leave.")
    owner = one_line(str(calendar.get("X-WR-CALNAME", "")))
    tabs = (Tab(TAB, tuple(Row(number, one) for number, one in enumerate(rows, 1))), Tab(owner, ()))
    return Workbook(name, digest, tabs)


def _rows(calendar: Calendar) -> Iterator[tuple[Value, ...]]:
    is_cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    for event in calendar.walk("VEVENT"):
        said = reason_in(one_line(str(event.get("SUMMARY", ""))))
        days = _days(event)
        status = str(event.get("STATUS", "")).upper()
        if days is None or (said is None and "RECURRENCE-ID" not in event):
            continue
        reason, who = said or (None, "")
        yield (
            one_line(str(event.get("UID", ""))),
            one_line(str(event.get("SEQUENCE", 0))),
            who or None,
            "; ".join(people_of(event)) or None,
            reason,
            *days,
            rule_of(event),
            ",".join(sorted(day.isoformat() for day in excluded_from(event))) or None,
            day_in_london(instead) if (instead := moment_of(event, "RECURRENCE-ID")) is not None else None,
            "cancelled" if is_cancelled or status == "CANCELLED" or reason is None else None,
        )


def _days(event: Component) -> tuple[date, date] | None:
    """The first and the last day away; None for what is shorter than a day away, or has no days."""
    starts, ends = moment_of(event, "DTSTART"), moment_of(event, "DTEND")
    if starts is None:
        return None
    length = event.decoded("DURATION", None)
    if ends is None and isinstance(length, timedelta):
        ends = starts + length
    if not isinstance(starts, datetime):
        return starts, max(starts, day_in_london(ends) - _A_DAY) if ends is not None else starts
    if not isinstance(ends, datetime) or (ends.tzinfo is None) != (starts.tzinfo is None):
        return None
    if ends - starts < _A_DAY_AWAY:
        return None
    return day_in_london(starts), max(day_in_london(starts), day_in_london(ends - timedelta(seconds=1)))
