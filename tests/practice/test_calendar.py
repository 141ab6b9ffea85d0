"""Working days in England."""

from datetime import date

import pytest

from oversight_tui.practice.calendar import add_working_days, bank_holidays, days_away, working_days_between
from oversight_tui.practice.facts import Absence
from oversight_tui.practice.ids import WorkerId

GAZETTED = {
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}


@pytest.mark.parametrize("year", sorted(GAZETTED))
def test_the_rule_gives_the_days_that_were_announced(year: int) -> None:
    assert bank_holidays(year) == {date.fromisoformat(f"{year}-{day}") for day in GAZETTED[year].split()}


def test_christmas_takes_days_out_of_the_count() -> None:
    assert add_working_days(date(2026, 12, 23), 3) == date(2026, 12, 30)
    assert working_days_between(date(2026, 12, 23), date(2026, 12, 30)) == 3
    assert working_days_between(date(2026, 12, 23), date(2026, 12, 23)) == 0


def test_days_in_two_absences_are_counted_once() -> None:
    worker = WorkerId(1)
    absences = [
        Absence(worker, "leave", date(2026, 9, 1), date(2026, 9, 5)),
        Absence(worker, "sickness", date(2026, 9, 4), date(2026, 9, 8)),
    ]
    assert days_away(absences, date(2026, 8, 31), date(2026, 9, 30)) == 8
    assert days_away(absences, date(2026, 9, 3), date(2026, 9, 6)) == 3
