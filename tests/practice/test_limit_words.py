"""A limit that falls on a day nobody works is said with the day by which it has to be done."""

from datetime import date

import pytest

from oversight_tui.practice.limit_words import limit_said

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("limit", "today", "says"),
    [
        pytest.param(date(2026, 12, 4), MONDAY, "limit 4 Dec", id="a Friday"),
        pytest.param(date(2026, 12, 5), MONDAY, "by Fri 4 Dec (limit Sat 5 Dec)", id="a Saturday"),
        pytest.param(date(2026, 12, 6), MONDAY, "by Fri 4 Dec (limit Sun 6 Dec)", id="a Sunday"),
        pytest.param(date(2026, 12, 7), MONDAY, "limit 7 Dec", id="a Monday"),
        pytest.param(date(2026, 12, 28), MONDAY, "by Thu 24 Dec (limit Mon 28 Dec)", id="past Christmas"),
        pytest.param(date(2027, 1, 1), MONDAY, "by Thu 31 Dec (limit Fri 1 Jan 2027)", id="New Year's Day"),
        pytest.param(date(2026, 12, 6), date(2026, 12, 4), "by Fri 4 Dec (limit Sun 6 Dec)", id="the last working day"),
        pytest.param(date(2026, 12, 6), date(2026, 12, 5), "limit 6 Dec", id="no working day is left"),
        pytest.param(date(2026, 12, 6), date(2026, 12, 7), "limit 6 Dec", id="past"),
    ],
)
def test_a_limit_is_said_with_the_working_day_before_it(limit: date, today: date, says: str) -> None:
    assert limit_said(limit, today) == says
