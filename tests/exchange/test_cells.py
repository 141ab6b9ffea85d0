"""One cell: dates day first and never month first, ids as text, and the many spellings of nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_tui.exchange.cells import CellProblem, day, holder, text
from oversight_tui.exchange.tables import Unreadable, Value

DAY = date(2026, 4, 3)
DAYS = st.dates(date(1930, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    "cell",
    [
        *(DAY, "03/04/2026", "3/4/2026", "03-04-2026", "03.04.2026", "3 Apr 2026", "3-Apr-2026", "2026-04-03"),
        *("2026-04-03T00:00:00", "03/04/2026 00:00:00", 46115, 46115.0, 46115.75, "46115"),
        *("2026-04-03T23:30:00Z", "2026-04-03T00:00:00+01:00", "2026-04-03 00:00:00 +0000", "03/04/2026 12:00 AM"),
        *("03/04/2026 12:00:00 AM", "03/04/2026 00:00:00 GMT", "3 Apr 2026, 11:59 p.m.", "2026-04-03T09:00:00.000"),
        *("2026-04-03T09:00:00+01:00[Europe/London]", "03/04/2026 09:00 BST"),
        *("3-Apr-26", "2026/04/03", "2026/4/3 09:00", "Friday, 3 April 2026", "Fri 03/04/2026", "April 3, 2026"),
        *("20260403", "'03/04/2026", "03 / 04 / 2026", "03\u00a0/04/2026", "3 April, 2026", "03/Apr/2026"),
    ],
)
def test_a_date_is_read_in_every_form_files_have(cell: Value) -> None:
    assert day(cell) == DAY


@pytest.mark.parametrize(
    "cell",
    [None, "", "  ", "#N/A", "#REF!", "N/A", "null", "nan", "-", ".", "01/01/1900", 0, "0", "00/01/1900", "00/00/0000"],
)
def test_nothing_has_many_spellings(cell: Value) -> None:
    assert day(cell) is None


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("04/13/2026", "the day comes first"),
        ("31/02/2026", "31"),
        ("29/02/2025", "29"),
        ("May be 8 Jan 2000", "not a date"),
        ("03/04/26", "not a date"),
        (2026, "no date"),
        (True, "not a date"),
        (Unreadable("=A1", "a formula"), "a formula"),
        (Unreadable("#REF!", "an error"), "an error"),
        ("03/04/2026 AM", "not a date"),
        ("3rd April 2026", "not a date"),
        ("Monday, 3 April 2026", "it is a Friday"),
        ("20261301", "no date"),
        ("2026/13/01", "13"),
    ],
)
def test_what_is_no_date_is_dropped_with_the_reason(cell: Value, reason: str) -> None:
    with pytest.raises(CellProblem, match=reason):
        day(cell)


def test_a_leap_day_is_a_date() -> None:
    assert day("29/02/2024") == date(2024, 2, 29)


@given(DAYS)
@settings(max_examples=60, deadline=None)
def test_every_form_of_a_day_is_that_day(when: date) -> None:
    serial = (when - date(1899, 12, 30)).days
    forms: list[Value] = [when, when.strftime("%d/%m/%Y"), when.isoformat(), serial]
    assert {day(form) for form in forms} == {when}
    assert day(serial - 1462, counts_from_1904=True) == when if serial - 1462 >= 10_000 else True


@given(st.integers(0, 10**12))
@settings(max_examples=60, deadline=None)
def test_an_id_is_text_and_loses_nothing(number: int) -> None:
    assert text(number) == str(number)
    assert text(float(number)) == str(number)
    assert text(f"00{number}") == f"00{number}"


@pytest.mark.parametrize("cell", ["-1", "Unallocated", "Not Allocated", "TBC", "#N/A", None, " "])
def test_nobody_has_many_spellings_too(cell: Value) -> None:
    assert holder(cell) is None


def test_days_around_a_sentinel_are_days() -> None:
    assert day(date(1900, 1, 1)) is None
    assert day(date(1900, 1, 1) + timedelta(days=1)) == date(1900, 1, 2)
