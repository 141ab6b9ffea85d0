"""One cell at a time: what counts as blank, ids as text, dates strict and day first."""

from __future__ import annotations

import re
from datetime import date, timedelta

from oversight_tui.exchange.tables import Unreadable, Value
from oversight_tui.words.dates import EARLIEST, LATEST, DateProblem, parse_date
from oversight_tui.words.text import match_key, one_line

# What systems write where there is nothing.
_BLANK = frozenset({"", "#n/a", "#ref!", "n/a", "null", "nan", "none", "-", ".", "--"})
_NOBODY = frozenset({"-1", "unallocated", "not allocated", "un-allocated", "tbc", "no allocated worker", "no worker"})
# Dates that stand for no date.
_NO_DATE = frozenset({date(1900, 1, 1), date(1899, 12, 31), date(9999, 12, 31), date(2300, 1, 1)})
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 2_958_465  # 18 May 1927 to the end of 9999; a smaller number is a year or an age
_WITH_TIME = re.compile(r"(.+?)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?")
_FULL_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{4}")
_A_DAY = date(2000, 1, 1)  # a full date does not depend on today


class CellProblem(ValueError):
    """A cell whose value is dropped; the text is the reason."""


def is_blank(value: Value) -> bool:
    """Whether the cell holds nothing, or what systems write for nothing."""
    if isinstance(value, Unreadable):
        return match_key(value.shown) in _BLANK
    return value is None or (isinstance(value, str) and match_key(value) in _BLANK)


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
    return one_line(str(value)) or None


def holder(value: Value) -> str | None:
    """The name of a worker; None where nobody holds the child, in any of the spellings of nobody."""
    name = text(value)
    return None if name is None or match_key(name) in _NOBODY else name


def day(value: Value, *, counts_from_1904: bool = False) -> date | None:
    """The cell as a date, None where it is blank or holds a date that stands for none.

    A date cell, a bare serial number, DD/MM/YYYY or ISO; never month first. Raises CellProblem.
    """
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
    written = one_line(value or "")
    timed = _WITH_TIME.fullmatch(written)
    written = timed[1] if timed else written
    if written.isascii() and written.replace(".", "", 1).isdigit() and len(written) >= 5:
        return _of_serial(float(written), counts_from_1904)
    if not _FULL_DATE.fullmatch(written):
        raise CellProblem("not a date; write it as DD/MM/YYYY")
    try:
        return parse_date(_with_usual_separators(written), _A_DAY)
    except DateProblem as problem:
        raise CellProblem(str(problem)) from None


def _with_usual_separators(written: str) -> str:
    """The date with the separators people type: `3-Apr-2024` and `03-04-2024` are dates too."""
    if written[:4].isdigit():
        return written
    return written.replace("-", " " if any(character.isalpha() for character in written) else "/")


def _of_serial(number: float, counts_from_1904: bool) -> date:
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        raise CellProblem("a number that is no date")
    start = date(1904, 1, 1) if counts_from_1904 else date(1899, 12, 30)
    try:
        return start + timedelta(days=int(number))
    except OverflowError:
        raise CellProblem("a number that is no date") from None
