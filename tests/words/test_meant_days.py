"""A day that lies far behind, or may be meant for the other side of today, is not taken without a word."""

from datetime import date

import pytest

from oversight_tui.words.dates import DateProblem, year_is_written
from oversight_tui.words.meant_days import When, day_meant, doubt_about

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "when", "read", "asks"),
    [
        # What happened: within a month it is plain, however it is typed.
        ("today", "happened", date(2026, 11, 26), False),
        ("26/11", "happened", date(2026, 11, 26), False),
        ("27/10", "happened", date(2026, 10, 27), False),
        ("26/10", "happened", date(2026, 10, 26), False),
        ("-31d", "happened", date(2026, 10, 26), False),
        ("2026-10-25", "happened", date(2026, 10, 25), True),
        ("25/10/26", "happened", date(2026, 10, 25), True),
        ("25 Oct 2026", "happened", date(2026, 10, 25), True),
        ("3/12/2025", "happened", date(2025, 12, 3), True),
        ("fri", "happened", date(2026, 11, 20), False),
        # What is to come: a day just behind would be nearly a year ahead.
        ("26/11", "to_come", date(2026, 11, 26), False),
        ("27/11", "to_come", date(2026, 11, 27), False),
        ("3/12", "to_come", date(2026, 12, 3), False),
        ("25/10", "to_come", date(2027, 10, 25), False),
        ("20/11/2026", "to_come", date(2026, 11, 20), False),
        ("2027-11-20", "to_come", date(2027, 11, 20), False),
        ("2026-10-20", "to_come", date(2026, 10, 20), True),
        ("tue", "to_come", date(2026, 12, 1), False),
        ("-2d", "to_come", date(2026, 11, 24), False),
        # What begins or ends a time, and may lie on either side: plain where only one side can be meant.
        ("26/11", "either", date(2026, 11, 26), False),
        ("27/11", "either", date(2026, 11, 27), False),
        ("31/12", "either", date(2026, 12, 31), False),
        ("2026-11-01", "either", date(2026, 11, 1), False),
        ("20/10/2027", "either", date(2027, 10, 20), False),
        ("2026-10-20", "either", date(2026, 10, 20), True),
        ("+300d", "either", date(2027, 9, 22), False),
        ("29/2/2028", "to_come", date(2028, 2, 29), False),
        ("+400d", "to_come", date(2027, 12, 31), False),
        # What naturally began years ago.
        ("1/9/2019", "long_ago", date(2019, 9, 1), False),
        ("2026-10-01", "long_ago", date(2026, 10, 1), False),
        ("1/11", "long_ago", date(2026, 11, 1), False),
    ],
)
def test_a_command_takes_a_plain_day_and_one_with_its_year(typed: str, when: When, read: date, asks: bool) -> None:
    assert day_meant(typed, TODAY, when) == read
    assert bool(doubt_about(typed, TODAY, when)) is asks


@pytest.mark.parametrize(
    ("typed", "when", "would_be", "instead"),
    [
        ("3/12", "happened", "Wed 3 Dec 2025, more than a month ago", "2025-12-03"),
        ("3 Dec", "happened", "Wed 3 Dec 2025, more than a month ago", "2025-12-03"),
        ("27/11", "happened", "Thu 27 Nov 2025, more than a month ago", "2025-11-27"),
        ("25/10", "happened", "Sun 25 Oct 2026, more than a month ago", "2026-10-25"),
        ("-32d", "happened", "Sun 25 Oct 2026, more than a month ago", "2026-10-25"),
        ("1/12", "long_ago", "Mon 1 Dec 2025, more than a month ago", "2025-12-01"),
        ("25/11", "to_come", "Thu 25 Nov 2027, nearly a year ahead", "2026-11-25 or 2027-11-25"),
        ("26/10", "to_come", "Tue 26 Oct 2027, nearly a year ahead", "2026-10-26 or 2027-10-26"),
        ("25/11", "either", "Thu 25 Nov 2027, nearly a year ahead", "2026-11-25 or 2027-11-25"),
        ("25/10", "either", "Mon 25 Oct 2027, which is next year", "2026-10-25 or 2027-10-25"),
        ("1 Aug", "either", "Sun 1 Aug 2027, which is next year", "2026-08-01 or 2027-08-01"),
        ("1/1", "either", "Fri 1 Jan 2027, which is next year", "2026-01-01 or 2027-01-01"),
        ("29/2", "to_come", "Tue 29 Feb 2028, more than a year ahead", "2028-02-29"),
        ("29 Feb", "either", "Tue 29 Feb 2028, more than a year ahead", "2028-02-29"),
    ],
)
def test_a_day_without_a_year_that_may_not_be_meant_is_refused_with_what_to_type(
    typed: str, when: When, would_be: str, instead: str
) -> None:
    with pytest.raises(DateProblem) as refused:
        day_meant(typed, TODAY, when)
    assert (
        str(refused.value) == f"Nothing was recorded: the day would be {would_be}; write it with its year, {instead}."
    )
    assert doubt_about(typed, TODAY, when) == would_be


def test_a_day_just_after_new_year_may_be_of_the_old_one() -> None:
    with pytest.raises(DateProblem, match="2026-12-20 or 2027-12-20"):
        day_meant("20/12", date(2027, 1, 5), "either")
    assert day_meant("20/10", date(2027, 1, 5), "either") == date(2027, 10, 20)


def test_the_last_day_of_a_time_is_none_before_its_first() -> None:
    assert day_meant("3/1", TODAY, "either", date(2026, 12, 20)) == date(2027, 1, 3)
    assert doubt_about("3/1", TODAY, "either", date(2026, 12, 20)) == ""
    with pytest.raises(DateProblem, match="2026-10-25 or 2027-10-25"):
        day_meant("25/10", TODAY, "either", date(2026, 10, 20))


def test_a_day_that_is_refused_is_not_asked_about_before() -> None:
    assert doubt_about("1/1/1900", TODAY, "happened") == ""
    assert doubt_about("13/10/1991", TODAY, "happened") == ""
    assert doubt_about("14/10/1991", TODAY, "happened")


@pytest.mark.parametrize("typed", ["", "duty", "31/2", "yes"])
def test_what_is_no_day_is_not_asked_about(typed: str) -> None:
    assert doubt_about(typed, TODAY, "happened") == ""


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("3/12", False),
        ("3/12/25", True),
        ("3.12.2025", True),
        ("3 Dec", False),
        ("3 Dec 2025", True),
        ("2025-12-03", True),
    ],
)
def test_whether_the_year_is_written(typed: str, written: bool) -> None:
    assert year_is_written(typed) is written
