"""The day that the name of a file carries: `Annex_A_2026-11-20.xlsx`, `annexa 20.11.26.xlsx`, `20112026`, `20 Nov`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(?<!\d)(20\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)")
# The number of a list may stand before the day, `List 6 20-11-2026`: that is parted otherwise, or is a part too many.
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([-_. ])(\d{1,2})\2(20\d\d(?!\d)|\d\d(?!\d|\2\d))")
_DAY_FIRST_UNPARTED = re.compile(r"(?<!\d)(\d\d)(\d\d)(20\d\d)(?!\d)")
_IN_WORDS = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[-_. ]*([A-Za-z]{3})[a-z]*[-_. ]*(20\d\d|\d\d)(?!\d)")


def day_in_name(name: str, today: date) -> date | None:
    """The first day in a name that is not still to come; None where there is none."""
    return next((day for day in _days_in(name) if day <= today), None)


def _days_in(name: str) -> Iterator[date]:
    for found in _YEAR_FIRST.finditer(name):
        yield from _day(found[1], found[2], found[3])
    for found in _DAY_FIRST.finditer(name):
        yield from _day(found[4], found[3], found[1])
    for found in _DAY_FIRST_UNPARTED.finditer(name):
        yield from _day(found[3], found[2], found[1])
    for found in _IN_WORDS.finditer(name):
        if found[2].lower() in _MONTHS:
            yield from _day(found[3], str(_MONTHS.index(found[2].lower()) + 1), found[1])


def _day(year: str, month: str, day: str) -> Iterator[date]:
    try:
        yield date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return
