"""A limit that falls on a day nobody works is said with the day by which it has to be done."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.limit_words import beside_its_day, by_said, limit_said, set_for

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


@pytest.mark.parametrize(
    ("due", "today", "says"),
    [
        pytest.param(date(2026, 12, 4), MONDAY, "by 4 Dec", id="to come"),
        pytest.param(MONDAY, MONDAY, "by 23 Nov", id="today"),
        pytest.param(date(2026, 11, 28), date(2026, 11, 27), "by Fri 27 Nov (limit Sat 28 Nov)", id="a Saturday"),
        pytest.param(date(2026, 11, 28), date(2026, 11, 28), "by 28 Nov", id="no working day is left"),
        pytest.param(date(2026, 11, 22), MONDAY, "was due by 22 Nov, not recorded", id="yesterday"),
        pytest.param(date(2026, 9, 24), MONDAY, "was due by 24 Sep, not recorded", id="sixty days past"),
        pytest.param(date(2026, 9, 23), MONDAY, "was due by 23 Sep 2026, not recorded", id="longer past"),
        pytest.param(date(2026, 3, 13), date(2026, 12, 18), "was due by 13 Mar 2026, not recorded", id="no next March"),
        pytest.param(date(2026, 12, 30), date(2027, 1, 4), "was due by 30 Dec 2026, not recorded", id="last year"),
    ],
)
def test_a_day_that_has_passed_is_never_said_as_one_to_come(due: date, today: date, says: str) -> None:
    assert by_said(due, today) == says


@pytest.mark.parametrize(("day", "says"), [(0, "by 23 Nov"), (1, "by 24 Nov"), (-1, "was due by 22 Nov")])
def test_the_day_of_an_action_is_said_as_past_once_it_is(day: int, says: str) -> None:
    assert set_for(MONDAY + timedelta(days=day), MONDAY) == says


def test_beside_its_own_day_a_limit_is_not_said_again() -> None:
    limit = date(2026, 12, 6)
    assert beside_its_day(limit_said(limit, MONDAY), limit, MONDAY) == "by Fri 4 Dec"
    assert beside_its_day("As agreed (limit Sun 13 Dec)", limit, MONDAY) == "As agreed (limit Sun 13 Dec)"
