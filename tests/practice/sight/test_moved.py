"""The size of a change, in words and numbers: against the same month of the year before, or the oldest there is."""

from datetime import date

import pytest
from msgspec import convert

from oversight_tui.practice.sight.months import MonthFigures, month_ends
from oversight_tui.practice.sight.moved import MEASURES, MeasureKey, moved_said

TODAY = date(2026, 11, 23)
DAYS = tuple(month_ends(TODAY))  # October 2025 to October 2026


def month(day: date, **numbers: float) -> MonthFigures:
    nothing = dict.fromkeys(MonthFigures.__struct_fields__[1:], 0)
    return convert({**nothing, "last_day": day, **numbers}, MonthFigures)


@pytest.mark.parametrize(
    ("key", "before", "now", "says"),
    [
        (
            "supervised",
            {"supervised": 93, "supervised_of": 100},
            {"supervised": 82, "supervised_of": 100},
            "workers supervised in time 82 % in October, 11 points fewer than the 93 % of a year before",
        ),
        (
            "supervised",
            {"supervised": 8, "supervised_of": 9},
            {"supervised": 9, "supervised_of": 10},
            "workers supervised in time 90 % in October, 2 points more than the 88 % of a year before",
        ),
        (
            "per_fte",
            {"carrying": 132, "fte": 10.0},
            {"carrying": 156, "fte": 10.0},
            "children per FTE 15.6 in October, 2.4 more than the 13.2 of a year before",
        ),
        (
            "per_fte",
            {"carrying": 1561, "fte": 100.0},
            {"carrying": 1564, "fte": 100.0},
            "children per FTE 15.6 in October, the same as the 15.6 of a year before",
        ),
        (
            "supervised",
            {"supervised": 884, "supervised_of": 1000},
            {"supervised": 826, "supervised_of": 1000},
            "workers supervised in time 82 % in October, 6 points fewer than the 88 % of a year before",
        ),
        ("new", {"new": 3}, {"new": 0}, "new 0 in October, 3 fewer than the 3 of a year before"),
    ],
    ids=str,
)
def test_the_size_of_a_change_is_that_of_the_numbers_as_they_are_said(
    key: MeasureKey, before: dict[str, float], now: dict[str, float], says: str
) -> None:
    months = [month(DAYS[0], **before), month(DAYS[6]), month(DAYS[-1], **now)]
    assert moved_said(MEASURES[key], months) == says


def test_where_the_year_before_is_not_known_it_is_said_against_which_month() -> None:
    months = [month(DAYS[1], children=100), month(DAYS[-1], children=120)]
    said = moved_said(MEASURES["children"], months)
    assert said == "children 120 in October, 20 more than the 100 of November 2025"


def test_of_one_month_alone_no_change_is_said_and_of_none_nothing() -> None:
    assert moved_said(MEASURES["held"], [month(DAYS[-1], held=9)]).endswith(
        "9 in October; of no month before it is known"
    )
    assert moved_said(MEASURES["held"], []) == "sessions held: not known of any month"


def test_a_share_of_nobody_is_not_known_and_no_0() -> None:
    months = [month(DAYS[0]), month(DAYS[-1], supervised=4, supervised_of=5)]
    assert moved_said(MEASURES["supervised"], months) == (
        "workers supervised in time 80 % in October; of no month before it is known"
    )
