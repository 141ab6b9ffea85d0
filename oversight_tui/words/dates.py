"""Dates and durations as words, and typed words as dates.

A typed date is day first and strict: a library that guesses reads 04/13/2026 as 13 April without a word.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

# Whether a weekday is the last one of that name, today included; the next one after today; or the next with today,
# where a time may begin or end today.
Weekday = Literal["back", "forward", "from_today"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SHORT_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)  # what the store takes for a day
# A day further behind is written with its year.
_PLAINLY_PAST = timedelta(days=60)
# A day nearer than this is no other of its name.
_NEAR = timedelta(days=182)
_LONGEST_QUOTED = 40  # characters of what was typed that stand in an answer
_HOW = "Write it as 3/4, 3 Apr, 2026-04-03, today, fri, +3d, 2w or in 2 weeks."
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?")
_NAMED = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?")
_NEXT = re.compile(r"next\s+")
_BEFORE = re.compile(r"last\s+")
_OFFSET = re.compile(r"([+-]?)(\d{1,4})\s*([dw])")
_IN_WORDS = re.compile(r"(in\s+)?(\d{1,4}|an?)\s+(day|week|fortnight|month)s?(\s+ago)?")
_DAYS = {"d": 1, "day": 1, "w": 7, "week": 7, "fortnight": 14}


class DateProblem(PlainProblem, ValueError):
    """A typed date that is no date; the text says why and how to write it."""


def long_day(day: date) -> str:
    """A day in full: `Mon 28 Sep 2026`."""
    return f"{weekday_day(day)} {day.year}"


def as_at_said(as_of: date, data_as_at: date | None) -> str:
    """On the face of what goes out, the day it goes by and that of the newest lists: `As at Mon 28 Sep 2026; lists as
    at Fri 25 Sep 2026`.
    """
    lists = f"lists as at {long_day(data_as_at)}" if data_as_at else "no list imported"
    return f"As at {long_day(as_of)}; {lists}"


def weekday_day(day: date) -> str:
    """A day of this week or near it: `Mon 28 Sep`."""
    return f"{_SHORT_WEEKDAYS[day.weekday()]} {month_day(day)}"


def ago(days: int) -> str:
    """How long ago, in few letters: `3d ago`, or `today`."""
    return f"{days}d ago" if days > 0 else "today"


def short_day(day: date, today: date) -> str:
    """A day in few letters: `28 Sep`, with its year where that is not today's."""
    return month_day(day) if day.year == today.year else f"{month_day(day)} {day.year}"


def month_day(day: date) -> str:
    """A day whose year is plain: `28 Sep`."""
    return f"{day.day} {_SHORT_MONTHS[day.month - 1]}"


def near_day(day: date, today: date) -> str:
    """A day in six letters, for a narrow column: `28 Dec`; half a year away or further its month and year: `Mar'26`."""
    near = abs(day - today) < _NEAR
    return month_day(day) if near else f"{_SHORT_MONTHS[day.month - 1]}'{day.year % 100:02}"


def past_day(day: date, today: date) -> str:
    """A day that has passed, with its year where that is long enough ago to be read as the next one of its name."""
    is_plain = day.year == today.year and today - day <= _PLAINLY_PAST
    return month_day(day) if is_plain else f"{month_day(day)} {day.year}"


def listed_since(day: str) -> str:
    """Since when a child is with a worker, where no list says it but with its own day; `day` as it is written."""
    return f"since {day} or before, when a list first showed it"


def last_seen(day: date | None, source: str | None, today: date) -> str:
    """When a child was seen last and which list says so: `19 Nov, from List 7`; `not recorded` where nothing does."""
    if day is None:
        return "not recorded"
    return f"{short_day(day, today)}, from {source}" if source else short_day(day, today)


def count(number: int, thing: str, things: str | None = None) -> str:
    """A number and its noun: `1 day`, `13 days`, `2 children`."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def parse_date(text: str, today: date, *, weekdays: Weekday = "back") -> date:
    """The date somebody typed, read day first against `today`.

    A weekday is the nearest one behind (today included) or ahead of today, `next fri` the one of the week after this,
    `last fri` the nearest before today. A
    day and month without a year is the nearest such day on the same side; with its weekday before it (`Fri 11 Dec`, as
    days are written here) the two have to agree. `+3d`, `-3d`, `2w`, `in 2 weeks`, `a month ago` count from today.
    Raises DateProblem with the reason.
    """
    typed = text.strip().casefold()
    if not typed:
        raise DateProblem(f"No day was given. {_HOW}")
    weekday, day = _apart(typed)
    for reading in (_relative, _iso, _numeric, _named) if weekday is None else (_iso, _numeric, _named):
        found = reading(day, today, weekdays)
        if found is not None:
            if not EARLIEST <= found <= LATEST:
                raise DateProblem(f"'{typed}' is too far from today.")
            if weekday not in (None, found.weekday()):
                raise DateProblem(f"The weekday of '{_in_short(text)}' is another: {long_day(found)}.")
            return found
    raise DateProblem(f"'{_in_short(text)}' is not a date. {_HOW}")


def _apart(typed: str) -> tuple[int | None, str]:
    """The weekday that stands before a day, and the day; no weekday where none stands there or nothing follows it."""
    name, _, day = typed.partition(" ")
    number = _weekday_called(name.rstrip(",."))
    return (number, day.strip()) if number is not None and day.strip() else (None, typed)


def _in_short(text: str) -> str:
    """So much of what was typed that one knows it again: a whole letter may have been pasted in the place of a day."""
    line = one_line(text)
    return line if len(line) <= _LONGEST_QUOTED else f"{line[: _LONGEST_QUOTED - 1].rstrip()}…"


def year_is_written(text: str) -> bool:
    """Whether a typed day names its year, so that it can be no other."""
    typed = _apart(text.strip().casefold())[1]
    if _ISO.fullmatch(typed):
        return True
    return any((match := form.fullmatch(typed)) and match[3] for form in (_NUMERIC, _NAMED))


def _relative(typed: str, today: date, weekdays: Weekday) -> date | None:
    words = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if typed in words:
        return today + timedelta(days=words[typed])
    if (weekday := _weekday(typed, today, weekdays)) is not None:
        return weekday
    if match := _OFFSET.fullmatch(typed):
        sign, number, unit = match.groups()
        return _counted(-int(number) if sign == "-" else int(number), unit, today)
    if match := _IN_WORDS.fullmatch(typed):
        ahead, number, unit, behind = match.groups()
        if ahead is None or behind is None:
            how_many = int(number) if number.isdecimal() else 1
            return _counted(-how_many if behind else how_many, unit, today)
    return None


def _counted(number: int, unit: str, today: date) -> date:
    """So many of these from today; a month on is the same day of it, or its last."""
    return today + (relativedelta(months=number) if unit == "month" else timedelta(days=number * _DAYS[unit]))


def _weekday(typed: str, today: date, weekdays: Weekday) -> date | None:
    of_next_week, before = _NEXT.match(typed), _BEFORE.match(typed)
    word = of_next_week or before
    name = typed[word.end() :] if word else typed
    number = _weekday_called(name)
    if number is None:
        return None
    ahead = (number - today.weekday()) % 7
    if of_next_week:
        return today + timedelta(days=number - today.weekday() + 7)
    if before:
        return today - timedelta(days=(today.weekday() - number) % 7 or 7)
    if weekdays == "back":
        return today - timedelta(days=(today.weekday() - number) % 7)
    return today + timedelta(days=ahead or (7 if weekdays == "forward" else 0))


def _weekday_called(name: str) -> int | None:
    return next((place for place, one in enumerate(_WEEKDAYS) if len(name) >= 3 and one.startswith(name)), None)


def _iso(typed: str, today: date, weekdays: Weekday) -> date | None:
    match = _ISO.fullmatch(typed)
    return _checked(int(match[1]), int(match[2]), int(match[3]), typed) if match else None


def _numeric(typed: str, today: date, weekdays: Weekday) -> date | None:
    match = _NUMERIC.fullmatch(typed)
    if not match:
        return None
    day, month, year = int(match[1]), int(match[2]), match[3]
    if month > 12 >= day:
        raise DateProblem(f"'{typed}' has no month {month}: the day comes first. {_HOW}")
    if year is None:
        return _nearest(day, month, today, weekdays, typed)
    return _checked(int(year) if len(year) == 4 else 2000 + int(year), month, day, typed)


def _named(typed: str, today: date, weekdays: Weekday) -> date | None:
    match = _NAMED.fullmatch(typed)
    if not match:
        return None
    months = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(match[2])]
    if len(months) != 1:
        raise DateProblem(f"'{match[2]}' is not a month. {_HOW}")
    if match[3] is None:
        return _nearest(int(match[1]), months[0], today, weekdays, typed)
    return _checked(int(match[3]), months[0], int(match[1]), typed)


def _checked(year: int, month: int, day: int, typed: str) -> date:
    if not 1 <= month <= 12:
        raise DateProblem(f"'{typed}' has no month {month}. {_HOW}")
    if not EARLIEST.year <= year <= LATEST.year:
        raise DateProblem(f"'{typed}' has a year that cannot be right.")
    try:
        return date(year, month, day)
    except ValueError:
        raise DateProblem(f"'{typed}' does not exist: {_SHORT_MONTHS[month - 1]} {year} has no day {day}.") from None


def _nearest(day: int, month: int, today: date, weekdays: Weekday, typed: str) -> date:
    if not 1 <= month <= 12:
        raise DateProblem(f"'{typed}' has no month {month}. {_HOW}")
    step = -1 if weekdays == "back" else 1
    for year in range(today.year, today.year + 9 * step, step):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found >= today) if step == 1 else (found <= today):
            return found
    raise DateProblem(f"'{typed}' does not exist: {_SHORT_MONTHS[month - 1]} has no day {day}.")
