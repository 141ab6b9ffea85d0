"""A manager types dates the short way; what is no date is refused with the reason."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_tui.words.dates import DateProblem, near_day, parse_date, short_day

MONDAY = date(2026, 9, 28)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", date(2026, 9, 28)),
        ("yesterday", date(2026, 9, 27)),
        ("fri", date(2026, 9, 25)),
        ("mon", date(2026, 9, 28)),
        ("last mon", date(2026, 9, 21)),
        ("Last  fri", date(2026, 9, 25)),
        ("-3d", date(2026, 9, 25)),
        ("3/4", date(2026, 4, 3)),
        ("3 Apr", date(2026, 4, 3)),
        ("3 apr 2025", date(2025, 4, 3)),
        ("2026-04-03", date(2026, 4, 3)),
        ("03/04/2026", date(2026, 4, 3)),
        ("29/2", date(2024, 2, 29)),
        ("28/12", date(2025, 12, 28)),
        ("Fri 25 Sep", date(2026, 9, 25)),
        ("friday, 25/9", date(2026, 9, 25)),
        ("3 days ago", date(2026, 9, 25)),
        ("A week ago", date(2026, 9, 21)),
        ("a month ago", date(2026, 8, 28)),
    ],
)
def test_a_day_behind_us_is_read_day_first(typed: str, meant: date) -> None:
    assert parse_date(typed, MONDAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fri", date(2026, 10, 2)),
        ("mon", date(2026, 10, 5)),
        ("next mon", date(2026, 10, 5)),
        ("next friday", date(2026, 10, 9)),
        ("Next  sun", date(2026, 10, 11)),
        ("2w", date(2026, 10, 12)),
        ("in 2 weeks", date(2026, 10, 12)),
        ("in a fortnight", date(2026, 10, 12)),
        ("3 days", date(2026, 10, 1)),
        ("In  1 month", date(2026, 10, 28)),
        ("in 5 months", date(2027, 2, 28)),
        ("28/9", date(2026, 9, 28)),
        ("3/4", date(2027, 4, 3)),
    ],
)
def test_a_day_ahead_is_the_next_such_day_and_a_weekday_is_never_today(typed: str, meant: date) -> None:
    assert parse_date(typed, MONDAY, weekdays="forward") == meant


def test_what_may_begin_today_is_read_with_today_and_next_is_next_wherever_it_is_typed() -> None:
    assert parse_date("mon", MONDAY, weekdays="from_today") == MONDAY
    assert parse_date("sun", MONDAY, weekdays="from_today") == date(2026, 10, 4)
    assert parse_date("28/12", MONDAY, weekdays="from_today") == date(2026, 12, 28)
    assert parse_date("next tue", MONDAY) == date(2026, 10, 6)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("04/13/2026", "the day comes first"),
        ("31/02/2026", "no day 31"),
        ("2026-02-30", "no day 30"),
        ("soon", "is not a date"),
        ("in 2 weeks ago", "is not a date"),
        ("9999 months ago", "too far from today"),
        ("", "^No day was given"),
        ("  ", "^No day was given"),
        ("3 foo", "is not a month"),
        ("thu 25/9", "^The weekday of 'thu 25/9' is another: Fri 25 Sep 2026"),
        ("fri soon", "is not a date"),
        ("first\nsecond\x1b[31m", r"^'first second\[31m' is not a date"),
        ("a whole letter that was pasted in the place of a day", "^'a whole letter that was pasted in the p…' is not"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(typed: str, reason: str) -> None:
    with pytest.raises(DateProblem, match=reason):
        parse_date(typed, MONDAY)


@given(st.text(max_size=12))
def test_anything_typed_is_a_date_or_a_reason(typed: str) -> None:
    try:
        said: object = parse_date(typed, MONDAY)
    except DateProblem as problem:
        said = str(problem)
    assert said


def test_a_day_of_another_year_names_its_year() -> None:
    assert short_day(date(2026, 9, 1), MONDAY) == "1 Sep"
    assert short_day(date(2025, 9, 1), MONDAY) == "1 Sep 2025"


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2026, 12, 14), "14 Dec"),
        (date(2027, 1, 14), "14 Jan"),
        (date(2026, 7, 8), "8 Jul"),
        (date(2026, 7, 7), "Jul'26"),
        (date(2028, 2, 29), "Feb'28"),
    ],
)
def test_a_day_in_a_narrow_column_is_never_cut(day: date, says: str) -> None:
    said = near_day(day, date(2027, 1, 5))
    assert said == says
    assert len(said) <= 6
