"""A missing child, and the return interview that nothing ends but that it was held, or declined."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.child_dates import ChildDate
from tests.practice.timescales.saying import DAY, ONE, TODAY, about, child, page, rows, said

GONE, BACK = said("missing_from", TODAY - 9 * DAY), said("returned", TODAY)


@pytest.mark.parametrize(
    ("ago", "expected"),
    [(0, ("missing_child", "due", None)), (1, ("missing_child", "overdue", 1)), (9, ("missing_child", "overdue", 9))],
)
def test_a_missing_child_is_due_on_the_day_and_late_from_the_next(
    ago: int, expected: tuple[str, str, int | None]
) -> None:
    (row,) = about(child(), said("missing_from", TODAY - ago * DAY))
    assert (row.kind, row.state, row.days_over, row.due_on) == (*expected, TODAY - ago * DAY)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, [("missing_child", "open", None)]),
        (2, [("missing_child", "open", None)]),
        (3, [("missing_child", "due", None)]),
        (4, [("missing_child", "overdue", 1)]),
        (400, [("missing_child", "overdue", 397)]),
    ],
)
@pytest.mark.parametrize("talked", [-20, 0, 1, 4])
def test_the_interview_is_due_72_hours_after_the_return_whatever_talk_there_was(
    days: int, expected: list[tuple[str, str, int | None]], talked: int
) -> None:
    one = child(last_discussed=TODAY + talked * DAY, last_seen=TODAY + days * DAY)
    assert rows(one, GONE, BACK, today=TODAY + days * DAY) == expected


@pytest.mark.parametrize("how", ["interview_held", "interview_declined"])
def test_only_the_interview_held_or_declined_ends_it(how: str) -> None:
    later = TODAY + 2 * DAY
    offered = said("interview_offered", TODAY + DAY)
    (waiting,) = about(child(), GONE, BACK, offered, today=later)
    assert waiting.summary.endswith("offered 24 Nov, not held")
    settled = ChildDate(ONE, how, later, None, later)  # type: ignore[arg-type]
    assert rows(child(), GONE, BACK, settled, today=later) == []
    assert rows(child(), GONE, BACK, settled, today=later - DAY) != []  # not before its day


def test_what_happened_counts_by_its_day_and_not_by_the_order_of_typing() -> None:
    assert rows(child(), BACK, GONE) == [("missing_child", "open", None)]
    held = said("interview_held", TODAY - 20 * DAY)  # of the time before
    assert rows(child(), BACK, GONE, held) == [("missing_child", "open", None)]


def test_of_one_day_what_was_typed_last_comes_last() -> None:
    gone = said("missing_from", TODAY)
    assert rows(child(), gone, BACK) == [("missing_child", "open", None)]
    assert rows(child(), GONE, BACK, gone) == [("missing_child", "due", None)]


def test_a_child_who_goes_missing_again_is_missing_and_was_not_heard() -> None:
    again = said("missing_from", TODAY + DAY)
    (row,) = about(child(), GONE, BACK, again, today=TODAY + 2 * DAY)
    assert row.summary == "Missing since 24 Nov, 1 day; 2 times in 12 months; not heard since the return of 23 Nov"
    home = said("returned", TODAY + 3 * DAY)
    (row,) = about(child(), GONE, BACK, again, home, today=TODAY + 5 * DAY)
    assert (row.due_on, row.days_over) == (TODAY + 3 * DAY, 2)  # of the first return
    held = said("interview_held", TODAY + 5 * DAY)
    assert rows(child(), GONE, BACK, again, home, held, today=TODAY + 5 * DAY) == []


def test_a_return_of_which_nobody_typed_the_start_waits_for_its_interview_too() -> None:
    assert rows(child(), BACK) == [("missing_child", "open", None)]
    assert rows(child(), BACK, said("interview_held", TODAY), said("returned", TODAY)) == [
        ("missing_child", "open", None)
    ]
    assert rows(child(), GONE, BACK, said("returned", TODAY + DAY), today=TODAY + 4 * DAY) == [
        ("missing_child", "overdue", 1)
    ]


@pytest.mark.parametrize(("first", "times"), [(date(2025, 11, 23), 1), (date(2025, 11, 24), 2)])
def test_how_often_in_twelve_months_stands_on_the_page(first: date, times: int) -> None:
    dates = [said("missing_from", first), said("returned", first), said("interview_held", first)]
    dates += [said("missing_from", TODAY - 9 * DAY), said("returned", TODAY - 8 * DAY)]
    dates += [said("interview_declined", TODAY - 7 * DAY)]
    lines = [line for line in page(child(), *dates) if line.startswith("Missing")]
    assert lines == (["Missing 2 times in 12 months"] if times == 2 else [])
    assert rows(child(), *dates) == []


def test_a_day_still_to_come_is_not_yet() -> None:
    assert rows(child(), said("missing_from", TODAY + timedelta(days=1))) == []


def test_an_interview_whose_72_hours_have_passed_is_said_as_past() -> None:
    (row,) = about(child(), GONE, BACK, today=TODAY + 4 * DAY)
    assert row.summary == "Came back 23 Nov: the child was to be heard by 26 Nov (72 hours), not recorded"
