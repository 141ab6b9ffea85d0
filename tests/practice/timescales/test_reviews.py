"""Looked-after reviews: twenty working days, three months, then six; and the planned review of any other child."""

from datetime import date

import pytest

from oversight_tui.practice.child_dates import ChildDate
from oversight_tui.practice.ids import ChildId
from tests.practice.timescales.saying import DAY, TODAY, board, child, page, rows, said

SINCE = date(2026, 10, 26)
OF_ANOTHER = ChildDate(ChildId(2), "looked_after_review", SINCE, None, SINCE)


@pytest.mark.parametrize(
    ("held", "due"),
    [
        ([], date(2026, 11, 23)),
        ([date(2026, 11, 20)], date(2027, 2, 20)),
        ([date(2026, 11, 20), date(2027, 2, 19)], date(2027, 8, 19)),
    ],
)
def test_reviews_are_after_twenty_working_days_three_months_and_six(held: list[date], due: date) -> None:
    one = child(status="looked_after", status_since=SINCE, here_since=SINCE, came_on_a_list=True)
    reviews = [said("looked_after_review", day) for day in held]
    for days, state in ((-1, "open"), (0, "due"), (1, "overdue")):
        made = board(one, child(2), dates=(*reviews, OF_ANOTHER), today=due + days * DAY)
        found = [row for row in made.attention if row.kind == "review"]
        assert [(row.state, row.due_on) for row in found] == [(state, due)]


def test_a_single_review_of_a_child_long_looked_after_is_one_of_the_later_ones() -> None:
    one = child(status="looked_after", status_since=date(2023, 1, 1), here_since=date(2026, 1, 1), came_on_a_list=True)
    (line,) = [line for line in page(one, said("looked_after_review", date(2026, 9, 1))) if "review" in line]
    assert line == "Looked-after review by 1 Mar 2027"


def test_reviews_of_which_nothing_is_known_are_one_line() -> None:
    several = [
        child(
            number,
            status="looked_after",
            status_since=date(2023, 1, 1),
            here_since=date(2026, 1, 1),
            came_on_a_list=True,
        )
        for number in (1, 2, 3)
    ]
    found = [row for row in board(*several).attention if row.kind == "review"]
    assert [(row.summary, row.count) for row in found] == [("Last looked-after review not recorded: 3 children", 3)]
    assert "Looked-after review: last one not recorded" in page(several[0])


def test_a_planned_review_shows_when_it_comes_near_and_is_done_when_it_was_held() -> None:
    assert rows(child(), said("next_review", TODAY + 30 * DAY)) == []
    assert rows(child(), said("next_review", TODAY)) == [("review", "due", None)]
    assert rows(child(), said("next_review", TODAY - DAY)) == [("review", "overdue", 1)]
    assert rows(child(), said("next_review", TODAY - DAY), said("next_review", TODAY + 30 * DAY)) == []
    one = child(status="looked_after", status_since=date(2023, 1, 1), here_since=date(2026, 1, 1), came_on_a_list=True)
    planned = said("next_review", TODAY - DAY)
    assert ("review", "overdue", 1) in rows(one, planned)
    assert rows(one, planned, said("looked_after_review", TODAY)) == []


def test_a_first_review_that_was_never_entered_is_past_and_no_next_march() -> None:
    in_care = child(status="looked_after", status_since=date(2026, 2, 13), here_since=date(2026, 2, 13))
    assert "Looked-after review was due by 13 Mar 2026, not recorded" in page(in_care, today=date(2026, 12, 18))
    planned = said("next_review", TODAY + DAY)
    assert "Review was planned for 24 Nov, not recorded" in page(child(), planned, today=TODAY + 2 * DAY)
