"""Times of day: as they are typed, as they are kept (`15:00`), and how long something takes."""

from __future__ import annotations

import re
from datetime import date

from oversight_tui.words.dates import long_day
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

_TYPED = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.ASCII)
_LONGEST_QUOTED = 12  # the field of a time is narrow
_NOON = 12
_EITHER = range(1, 7)


class TimeProblem(PlainProblem, ValueError):
    """A typed time that is no time; the text says how to write it."""


def parse_time(text: str) -> str:
    """The time of day somebody typed, as HH:MM: 9:30, 09.30, 0930, 9, 15.00, 3pm, 3.15 pm. Raises TimeProblem.

    An hour of which nobody can tell whether it is in the morning or in the afternoon (3.15) is asked about.
    """
    typed = text.strip().casefold()
    found = _TYPED.fullmatch(typed)
    hour = _hour(int(found[1]), found[3]) if found is not None else None
    if found is None or hour is None or int(found[2] or 0) > 59:
        raise TimeProblem(f"'{one_line(text)[:_LONGEST_QUOTED]}' is no time of day. Write it as 9:30, 15.00 or 3pm.")
    minute = found[2] or "00"
    if found[3] is None and len(found[1]) == 1 and hour in _EITHER:
        raise TimeProblem(
            f"Is {hour}.{minute} morning or afternoon? Write {hour:02}:{minute} or {hour + _NOON}:{minute}."
        )
    return f"{hour:02}:{minute}"


def _hour(typed: int, half: str | None) -> int | None:
    """The hour of the day, None where there is no such hour."""
    if half is None:
        return typed if typed < 24 else None
    if not 1 <= typed <= _NOON:
        return None
    return typed % _NOON + (_NOON if half.startswith("p") else 0)


def day_and_time(day: date, at: str | None) -> str:
    """A day in full, and the time where there is one: `Mon 28 Sep 2026 at 15:00`."""
    return f"{long_day(day)} at {at}" if at else long_day(day)


def moved_to(was: date | None, day: date, at: str | None) -> str:
    """Where something is moved: the day and the time, of one that stays on its day the time alone."""
    return at if at and day == was else day_and_time(day, at)


def ends_at(at: str, minutes: int) -> str:
    """When something that begins at a time and takes so many minutes is over: `10:30`; not after the day is."""
    total = min(int(at[:2]) * 60 + int(at[3:]) + minutes, 24 * 60 - 1)
    return f"{total // 60:02}:{total % 60:02}"
