"""A child protection plan: core groups and review conferences, from the conference until the plan ends."""

from datetime import date

import pytest

from oversight_tui.practice.ahead import falls_due
from oversight_tui.practice.child_dates import ChildDate
from oversight_tui.practice.ids import ChildId
from tests.practice.timescales.saying import DAY, TODAY, about, board, child, page, rows, said

HELD = date(2026, 11, 9)
CONFERENCE = said("conference", HELD)
Rows = list[tuple[str, str, int | None]]
CORE_GROUP = said("core_group", date(2026, 11, 20))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 13), []),
        (date(2026, 11, 16), [("conference", "open", None)]),
        (date(2026, 11, 23), [("conference", "due", None)]),
        (date(2026, 11, 24), [("conference", "overdue", 1)]),
    ],
)
def test_the_first_core_group_is_within_ten_working_days(
    today: date, expected: list[tuple[str, str, int | None]]
) -> None:
    assert rows(child(), CONFERENCE, today=today) == expected
    assert rows(child(), CONFERENCE, CORE_GROUP) == []


def test_the_next_core_group_is_six_weeks_after_the_last() -> None:
    (row,) = about(child(), CONFERENCE, CORE_GROUP, today=date(2027, 1, 2))
    assert (row.summary, row.days_over) == ("Core group was due by 1 Jan, not recorded", 1)


@pytest.mark.parametrize(
    ("reviews", "due"),
    [
        ([], date(2027, 2, 9)),
        ([date(2027, 2, 1)], date(2027, 8, 1)),
        ([date(2027, 2, 1), date(2027, 7, 31)], date(2028, 1, 31)),
    ],
)
def test_the_first_review_is_within_three_months_and_each_later_one_within_six(reviews: list[date], due: date) -> None:
    dates = [CONFERENCE, *(said("review_conference", day) for day in reviews), said("core_group", due - DAY)]
    for days, state in ((-1, "open"), (0, "due"), (1, "overdue")):
        found = [row for row in about(child(), *dates, today=due + days * DAY) if row.summary.startswith("Review")]
        assert [(row.kind, row.state) for row in found] == [("conference", state)]


def test_a_planned_review_is_due_on_its_day_and_never_after_the_limit() -> None:
    planned = said("next_review", date(2027, 2, 1))
    (row,) = about(
        child(), CONFERENCE, CORE_GROUP, planned, said("core_group", date(2027, 1, 28)), today=planned.day or TODAY
    )
    assert row.summary == "Review conference on 1 Feb, limit 9 Feb"
    late = said("next_review", date(2027, 3, 1))
    lines = page(child(), CONFERENCE, CORE_GROUP, late)
    assert "Review conference by 9 Feb 2027, planned only for 1 Mar 2027" in lines


def test_a_plan_ends_by_hand_or_by_the_next_status() -> None:
    late = HELD + 60 * DAY
    assert rows(child(), CONFERENCE, today=late) != []
    assert rows(child(), CONFERENCE, said("plan_ended", HELD), today=late) == []
    assert rows(child(status="in_need", status_since=HELD - DAY), CONFERENCE, today=late) != []  # the list lags
    assert [
        one
        for one in rows(child(status="in_need", status_since=HELD + DAY), CONFERENCE, today=late)
        if one[0] == "conference"
    ] == []
    on_plan = child(status="protection_plan", status_since=HELD)
    ended = rows(on_plan, CONFERENCE, said("plan_ended", HELD + DAY), today=late)
    assert [one for one in ended if one[0] == "conference"] == []


def test_what_fell_due_before_the_child_came_is_not_recorded_and_not_late() -> None:
    one = child(status="protection_plan", status_since=date(2026, 1, 5), here_since=TODAY, came_on_a_list=True)
    assert [row for row in rows(one) if row[0] == "conference"] == []
    assert {"Core group: last one not recorded", "Review conference: last one not recorded"} <= set(page(one))
    young = child(
        status="protection_plan", status_since=date(2026, 11, 9), here_since=date(2026, 11, 10), came_on_a_list=True
    )
    assert [row for row in rows(young) if row[0] == "conference"] == []  # of nobody is any entered: one line says so
    for entered, rows_of_its_own in ((date(2026, 11, 9), [("conference", "due")]), (date(2026, 11, 10), [])):
        other = ChildDate(ChildId(2), "core_group", entered, None, TODAY)
        lines = board(young, child(2), dates=(other,)).attention
        found = [row for row in lines if row.kind == "conference" and row.child]
        assert [(row.kind, row.state) for row in found] == rows_of_its_own


def test_what_a_plan_asks_for_is_said_with_the_working_day_before_it_and_as_past_once_it_is() -> None:
    on_plan = child(status="protection_plan", status_since=date(2026, 8, 28), here_since=date(2026, 8, 28))
    lines = page(on_plan, today=date(2026, 11, 27))
    assert "Core group was due by 14 Sep 2026, not recorded" in lines
    assert "Review conference by Fri 27 Nov (limit Sat 28 Nov)" in lines
    assert "Review conference was due by 28 Nov, not recorded" in page(on_plan, today=date(2026, 11, 30))
    ahead = falls_due(board(on_plan, today=date(2026, 11, 27)), (), 7)
    assert [(one.on, one.text) for one in ahead if one.what == "conference"] == [
        (date(2026, 11, 28), "review conference, by Fri 27 Nov (limit Sat 28 Nov)")
    ]


def test_a_review_whose_planned_day_has_passed_is_not_recorded() -> None:
    dates = CONFERENCE, CORE_GROUP, said("next_review", date(2027, 2, 1))
    assert "Review conference was planned for 1 Feb, not recorded, limit 9 Feb" in page(
        child(), *dates, today=date(2027, 2, 2)
    )
    late = CONFERENCE, CORE_GROUP, said("next_review", date(2027, 3, 1))
    assert "Review conference was due by 9 Feb, planned only for 1 Mar" in page(child(), *late, today=date(2027, 2, 10))


@pytest.mark.parametrize(
    ("today", "says"),
    [
        (date(2026, 9, 14), "2 children"),
        (date(2026, 9, 15), "2 children, past the day already"),
        (date(2026, 9, 10), "2 children"),
    ],
)
def test_the_line_for_many_children_says_of_how_many_the_day_has_passed(today: date, says: str) -> None:
    since = date(2026, 8, 28)
    many = [child(number, status="protection_plan", status_since=since, here_since=since) for number in (1, 2)]
    (line,) = [row for row in board(*many, today=today).attention if row.kind == "conference"]
    assert line.summary == f"Last core group or review conference not recorded: {says}"
    young = child(3, status="protection_plan", status_since=today, here_since=today)
    (line,) = [row for row in board(*many, young, today=today).attention if row.kind == "conference"]
    assert line.summary.endswith("3 children, 2 of them past the day already" if "past" in says else "3 children")
