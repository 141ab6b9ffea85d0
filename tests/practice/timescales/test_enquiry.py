"""A section 47 enquiry: in hand until a conference, or until it ended without one."""

from datetime import date

import pytest

from oversight_tui.practice.ahead import falls_due
from oversight_tui.practice.calendar import add_working_days
from tests.practice.timescales.saying import DAY, TODAY, about, board, child, page, rows, said

STRATEGY = date(2026, 11, 2)
BEGUN = said("strategy_discussion", STRATEGY)
NO_PLAN = said("plan_ended", TODAY)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (STRATEGY, ("section_47", "open", None)),
        (TODAY - DAY, ("section_47", "open", None)),
        (TODAY, ("section_47", "due", None)),
        (TODAY + DAY, ("section_47", "overdue", 1)),
    ],
)
def test_a_conference_is_to_be_within_fifteen_working_days(today: date, expected: tuple[str, str, int | None]) -> None:
    assert add_working_days(STRATEGY, 15) == TODAY
    assert rows(child(), BEGUN, today=today) == [expected]


def test_a_conference_held_ends_the_enquiry_and_the_end_without_one_does_too() -> None:
    assert rows(child(), BEGUN, said("conference", TODAY), NO_PLAN) == []
    assert rows(child(), BEGUN, said("section_47_ended", TODAY)) == []
    assert [line for line in page(child(), BEGUN) if line.startswith("Section 47")] == [
        "Section 47 enquiry: Working day 15 of 15 since the strategy discussion, conference by 23 Nov"
    ]


def test_a_second_enquiry_starts_anew_and_further_discussions_of_one_do_not() -> None:
    ended, again = said("section_47_ended", TODAY), said("strategy_discussion", TODAY + DAY)
    assert rows(child(), BEGUN, ended, again, today=TODAY + 2 * DAY) == [("section_47", "open", None)]
    assert rows(child(), BEGUN, again, today=TODAY + 2 * DAY) == [("section_47", "overdue", 2)]
    assert rows(child(), ended, BEGUN) == []  # typed later, of an earlier day


def test_the_conference_stands_in_the_calendar() -> None:
    early = board(child(), dates=(BEGUN,), today=STRATEGY)
    assert [(one.on, one.what, one.text) for one in falls_due(early, (), 30) if one.what == "section_47"] == [
        (TODAY, "section_47", "conference, day 15")
    ]


@pytest.mark.parametrize(
    ("today", "says"),
    [
        (date(2026, 11, 27), "Strategy discussion today, conference by 18 Dec"),
        (date(2026, 11, 28), "Strategy discussion on Fri 27 Nov, conference by 18 Dec"),
        (date(2026, 11, 29), "Strategy discussion on Fri 27 Nov, conference by 18 Dec"),
        (date(2026, 11, 30), "Working day 1 of 15 since the strategy discussion, conference by 18 Dec"),
        (
            date(2026, 12, 19),
            "Working day 15 of 15 since the strategy discussion, conference was due by 18 Dec, not recorded",
        ),
    ],
)
def test_a_discussion_is_today_on_its_very_day_alone(today: date, says: str) -> None:
    (row,) = about(child(), said("strategy_discussion", date(2026, 11, 27)), today=today)
    assert row.summary == says
