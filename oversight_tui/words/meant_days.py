"""Whether a typed day is the day that was meant: one that lies far behind, or may have been meant for the other side of
today, is asked about on the screen, and by command wants its year.

A year that is written out is enough for a command, which is typed once and whole. In a form it is asked all the same
where the day is one on which something took place, since a slip of one digit there goes unseen among the other fields.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Literal

from oversight_tui.words.dates import DateProblem, Weekday, long_day, parse_date, year_is_written

# How a day is read and what may surprise: on which something took place; which is to come; which is today or to come;
# which begins or ends a time and so lies behind as well as ahead, such as the first day of an absence; on which
# something began that naturally lies years behind, such as somebody's first day here; which is only looked at, and so
# is never in doubt.
When = Literal["happened", "to_come", "from_today", "either", "long_ago", "looked_at"]

# The Children Act 1989 came into force: nothing that is recorded about a child or in supervision can be older.
CHILDREN_ACT = date(1991, 10, 14)

_SIDES: dict[When, Weekday] = {
    "happened": "back",
    "to_come": "forward",
    "from_today": "from_today",
    "either": "from_today",
    "long_ago": "back",
    "looked_at": "back",
}
# Local: what is written up within a month is everyday work, and what is older is rare enough to be asked about.
MONTH = timedelta(days=31)
# A day and month without a year lie no further ahead, save 29 February.
_YEAR = timedelta(days=366)


def day_meant(text: str, today: date, when: When = "happened", since: date | None = None) -> date:
    """The day somebody typed in a command; `since` is a day before which it cannot be, where there is one.

    Raises DateProblem where it is doubtful and its year is not written.
    """
    day = parse_date(text, today, weekdays=_SIDES[when])
    doubt = _doubt(text, day, today, when, since)
    if doubt and not year_is_written(text):
        instead = " or ".join(one.isoformat() for one in _readings(text, day, today, when, since))
        raise DateProblem(f"Nothing was recorded: the day would be {doubt}; write it with its year, {instead}.")
    return day


def last_day_meant(text: str, today: date, first: date) -> date:
    """The last day of a time from today on that begins on `first`: a weekday or a day without a year is the next of its
    name on or after that. Raises DateProblem as above.
    """
    day = day_meant(text, today, "from_today")
    if day >= first or parse_date(text, today, weekdays="back") == parse_date(text, today, weekdays="forward"):
        return day
    return parse_date(text, first, weekdays="from_today")


def day_read(text: str, today: date, when: When) -> date:
    """The day that somebody types in a form, whether or not it is the day that was meant. Raises DateProblem."""
    return parse_date(text, today, weekdays=_SIDES[when])


def day_among(text: str, today: date, days: Collection[date]) -> date:
    """The day that somebody typed to name one of these, ahead or behind; where none of them is meant, as a day to come.

    Raises DateProblem where that is doubtful.
    """
    sides: tuple[Weekday, ...] = ("from_today", "forward", "back")
    readings = (parse_date(text, today, weekdays=side) for side in sides)
    found = next((day for day in readings if day in days), None)
    return found if found is not None else day_meant(text, today, "to_come")


def question_about(doubts: Sequence[tuple[str, str]]) -> str:
    """What a form asks about its doubtful days, each with the name of its field; empty where there is none."""
    if len(doubts) < 2:
        return "".join(f"The day is {doubt}. Is it meant? y says yes." for _, doubt in doubts)
    days = " ".join(f"{name}: {doubt}." for name, doubt in doubts)
    return f"{days} Are these days meant? y says yes."


def doubt_about(text: str, today: date, when: When, since: date | None = None) -> str:
    """A day that was typed in a form, with what is doubtful about it; empty where it is plain, is no day, or nothing
    was typed, and where it cannot be, which is refused and not asked.
    """
    try:
        day = parse_date(text, today, weekdays=_SIDES[when])
    except DateProblem:
        return ""
    if when == "happened" and day < CHILDREN_ACT:
        return ""
    if when == "long_ago" and year_is_written(text):
        return ""
    return _doubt(text, day, today, when, since)


def _doubt(text: str, day: date, today: date, when: When, since: date | None) -> str:
    """The day in words with what is doubtful about it; empty where nothing is."""
    if when == "looked_at":
        return ""
    if day < today - MONTH:
        return f"{long_day(day)}, more than a month ago"
    behind = _without_year(text, day, today)
    if behind is not None and day > today + _YEAR:
        return f"{long_day(day)}, more than a year ahead"
    if behind is None or len(_readings(text, day, today, when, since)) == 1:
        return ""
    return f"{long_day(day)}, {'nearly a year ahead' if behind >= today - MONTH else 'which is next year'}"


def _readings(text: str, day: date, today: date, when: When, since: date | None) -> tuple[date, ...]:
    """The days that may have been meant, the nearer of another year first.

    Of a day to come that is the one of the last month, of one that may lie on either side each that passed this year.
    """
    behind = _without_year(text, day, today)
    if behind is None or (since is not None and behind < since):
        return (day,)
    passed_this_year = when == "either" and behind.year == today.year
    return (behind, day) if behind >= today - MONTH or passed_this_year else (day,)


def _without_year(text: str, day: date, today: date) -> date | None:
    """The last day of the name of a day to come that was typed by day and month alone; None for any other."""
    if day <= today or year_is_written(text):
        return None
    behind = parse_date(text, today, weekdays="back")
    return behind if behind < day and (behind.day, behind.month) == (day.day, day.month) else None
