"""One cell at a time: what counts as blank, ids as text, dates strict and day first."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from oversight_tui.exchange.tables import Unreadable, Value
from oversight_tui.words.dates import EARLIEST, LATEST, DateProblem, parse_date
from oversight_tui.words.text import match_key, one_line

# What systems write where there is nothing.
_BLANK = frozenset({"", "#n/a", "#ref!", "n/a", "null", "nan", "none", "-", ".", "--"})
_NOBODY = frozenset({"-1", "unallocated", "not allocated", "un-allocated", "tbc", "no allocated worker", "no worker"})
# Dates that stand for no date.
_NO_DATE = frozenset({date(1900, 1, 1), date(1899, 12, 31), date(9999, 12, 31), date(2300, 1, 1)})
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 2_958_465  # 18 May 1927 to the end of 9999; a smaller number is a year or an age
# A time of day behind the date, with seconds, AM or PM and a zone or without them. The day is the one that is written.
_WITH_TIME = re.compile(
    r"(.+?)(?:T|,? )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?)? ?"
    r"(?:Z|BST|(?:UTC|GMT)?(?:[+-]\d{1,2}(?::?\d{2})?)?)(?:\[[\w/+-]+\])?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})([/.-]\d{4}\b.*)")
_FULL_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{4}")
# An id as a spreadsheet shows a long number: the digits that are not shown are gone where it was saved so.
_SCIENTIFIC = re.compile(r"-?\d(?:[.,]\d+)?E\+\d{1,3}", re.IGNORECASE)
_STANDS_FOR_AN_ID = frozenset(
    {"tbc", "to be confirmed", "unknown", "not known", "n/k", "nk", "not available", "no id", "unborn"}
    | {"unborn baby", "baby", "pending", "new", "new child", "?", "??"}
)
_MOST_SURE = 10**15  # a spreadsheet keeps 15 digits of a number and rounds the rest
_KEEP_IDS = (
    "export the list again and import that file without opening it in a spreadsheet, or format the column as text "
    "before the ids go in"
)
_LONGEST_BLANK = 20  # characters of anything that stands for nothing
_A_DAY = date(2000, 1, 1)  # a full date does not depend on today

_MONTHS = 12
_NEVER = date(1900, 1, 1)
_NOUGHTS = re.compile(r"0{1,2}[/.-]0?[01][/.-](?:0000|1900)|0")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:day)?\b[.,]? *", re.IGNORECASE)
_ABOUT_SEPARATORS = re.compile(r"(?<=\d) ?([/.]) ?(?=\d)")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_NAMED = re.compile(r"(\d{1,2})[ /.-]([A-Za-z]{3,9})\.?(?:,? |[/.-])(\d{2}|\d{4})")
_YEAR_FIRST = re.compile(r"((?:19|20)\d{2})(?:[/.](\d{1,2})[/.](\d{1,2})|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))")
_DIGITS_OF_A_YEAR = 4
_FIRST_OF_1900S = 30
Order = Literal["day", "month", "either"]


class CellProblem(ValueError):
    """A cell whose value is dropped; the text is the reason."""


def is_blank(value: Value) -> bool:
    """Whether the cell holds nothing, or what systems write for nothing. A broken reference is not nothing; a search
    that found nothing (`#N/A`) is.
    """
    if isinstance(value, Unreadable):
        return value.shown == "#N/A"
    return value is None or (isinstance(value, str) and len(value) <= _LONGEST_BLANK and _means_nothing(value))


@lru_cache(maxsize=8_192)
def _means_nothing(written: str) -> bool:
    return match_key(written) in _BLANK


def text(value: Value) -> str | None:
    """The cell as one clean line, None where it is blank. Raises CellProblem for an error or a lost formula."""
    if is_blank(value):
        return None
    if isinstance(value, Unreadable):
        raise CellProblem(value.reason)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()
    return _cleaned(value) if isinstance(value, str) else str(value)


@lru_cache(maxsize=16_384)
def _cleaned(written: str) -> str | None:
    return one_line(written) or None


def reference(value: Value) -> str | None:
    """The id of a child as text, None where the cell is blank. Raises CellProblem for what a spreadsheet has made of
    one: a rounded number, a date, a truth value.
    """
    if isinstance(value, str) and _SCIENTIFIC.fullmatch(value.strip()):
        raise CellProblem(f"an id that a spreadsheet has cut short; {_KEEP_IDS}")
    if isinstance(value, bool | date):
        raise CellProblem(f"an id that a spreadsheet has taken for something else; {_KEEP_IDS}")
    if isinstance(value, int | float) and (abs(value) >= _MOST_SURE or value != int(value)):
        raise CellProblem(f"a number of which a spreadsheet has not kept every digit; {_KEEP_IDS}")
    found = text(value)
    if found is not None and match_key(found) in _STANDS_FOR_AN_ID:
        raise CellProblem(
            "what stands where there is no id yet; more children than one may have it. Give the child's own"
        )
    return found


def holder(value: Value) -> str | None:
    """The name of a worker; None where nobody holds the child, in any of the spellings of nobody."""
    name = text(value)
    return None if name is None or match_key(name) in _NOBODY else name


def day(value: Value, *, counts_from_1904: bool = False, month_first: bool = False) -> date | None:
    """The cell as a date, None where it is blank or holds a date that stands for none.

    A date cell, a bare serial number, DD/MM/YYYY or ISO; month first only where that was said. Raises CellProblem.
    """
    if month_first and isinstance(value, str) and (numeric := _NUMERIC.fullmatch(as_usual(value))):
        value = f"{numeric[3]}{numeric[2]}{numeric[1]}{numeric[4]}"
    found = _day(value, counts_from_1904)
    if found is None or found in _NO_DATE:
        return None
    if not EARLIEST <= found <= LATEST:
        raise CellProblem("a year that cannot be right")
    return found


def _day(value: Value, counts_from_1904: bool) -> date | None:
    if is_blank(value):
        return None
    if isinstance(value, Unreadable):
        raise CellProblem(value.reason)
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        raise CellProblem("not a date")
    if isinstance(value, int | float):
        return _of_serial(float(value), counts_from_1904)
    return _day_of_text(value or "", counts_from_1904)


@lru_cache(maxsize=16_384)
def _day_of_text(value: str, counts_from_1904: bool) -> date:
    written = one_line(value)
    timed = _WITH_TIME.fullmatch(written)
    weekday = _WEEKDAY.match(written)
    written = as_usual(timed[1] if timed else written)
    if _NOUGHTS.fullmatch(written):
        return _NEVER
    if written.isascii() and written.replace(".", "", 1).isdigit() and len(written) >= 5:
        return _of_serial(float(written), counts_from_1904)
    if not _FULL_DATE.fullmatch(written):
        raise CellProblem("not a date; write it as DD/MM/YYYY")
    try:
        found = parse_date(_with_usual_separators(written), _A_DAY)
    except DateProblem as problem:
        raise CellProblem(str(problem)) from None
    if weekday is not None and not _DAYS[found.weekday()].startswith(weekday[1].casefold()):
        raise CellProblem(f"a date whose weekday is another one: it is a {_DAYS[found.weekday()].title()}")
    return found


@lru_cache(maxsize=16_384)
def as_usual(value: str) -> str:
    """A date without what may stand about it, in an order that is read: no weekday, `1 Oct 2026` for
    `October 1, 2026` and for `1-Oct-26`, `2026-10-01` for `2026/10/1` and for `20261001`.
    """
    written = _WEEKDAY.sub("", one_line(value).lstrip("'"))
    written = _ABOUT_SEPARATORS.sub(r"\1", written)
    if month := _MONTH_DAY.fullmatch(written):
        return f"{month[2]} {month[1]} {month[3]}"
    if named := _NAMED.fullmatch(written):
        year = named[3] if len(named[3]) == _DIGITS_OF_A_YEAR else _century(int(named[3]))
        return f"{named[1]} {named[2]} {year}"
    if year_first := _YEAR_FIRST.fullmatch(written):
        month_and_day = [int(part) for part in year_first.groups()[1:] if part is not None]
        return "-".join((year_first[1], *(f"{part:02}" for part in month_and_day)))
    return written


def _century(year: int) -> int:
    """A year of two digits as spreadsheets read it: up to 29 it is of this century."""
    return year + (2000 if year < _FIRST_OF_1900S else 1900)


def order(value: Value) -> Order | None:
    """In which order a date in numbers can be read: "day" or "month" first only, "either" way as two days, or None
    where that makes no difference.
    """
    numeric = _NUMERIC.fullmatch(as_usual(value)) if isinstance(value, str) else None
    if numeric is None or numeric[1] == numeric[3]:
        return None
    first, second = int(numeric[1]), int(numeric[3])
    if max(first, second) > _MONTHS:
        return "month" if first <= _MONTHS else "day"
    return None if first == second else "either"


def _with_usual_separators(written: str) -> str:
    """The date with the separators people type: `3-Apr-2024` and `03-04-2024` are dates too."""
    if written[:4].isdigit():
        return written
    return written.replace("-", " " if any(character.isalpha() for character in written) else "/")


def _of_serial(number: float, counts_from_1904: bool) -> date:
    if number == 0:
        return _NEVER  # an empty cell that a formula has fetched
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        raise CellProblem("a number that is no date")
    start = date(1904, 1, 1) if counts_from_1904 else date(1899, 12, 30)
    try:
        return start + timedelta(days=int(number))
    except OverflowError:
        raise CellProblem("a number that is no date") from None
