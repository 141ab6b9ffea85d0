"""When a child is to be seen: by the interval that was decided, else by the policy's, and what is not known of whom."""

from datetime import date

import pytest

from oversight_tui.practice.calendar import add_working_days
from oversight_tui.practice.facts import Status, TeamFacts
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT
from tests.practice.timescales.saying import DAY, TODAY, about, board, child, page, rows, said

Expected = list[tuple[str, str, int | None]]


@pytest.mark.parametrize(
    ("ago", "expected"), [(9, []), (10, [("visit", "due", None)]), (11, [("visit", "overdue", 1)])]
)
def test_a_visit_is_due_by_the_interval_that_was_decided(ago: int, expected: Expected) -> None:
    one = child(status="in_need", last_seen=TODAY - ago * DAY)
    assert rows(one, said("visit_interval", days=10)) == expected


def test_a_child_never_seen_is_not_on_time() -> None:
    assert rows(child(last_seen=None), said("visit_interval", days=10)) == [("visit", "overdue", 50)]


@pytest.mark.parametrize(
    ("status", "since", "seen", "due"),
    [
        ("looked_after", date(2025, 1, 1), date(2026, 10, 12), date(2026, 11, 23)),  # six weeks
        ("looked_after", date(2026, 11, 16), date(2026, 11, 10), date(2026, 11, 23)),  # a week from becoming so
        ("looked_after", None, date(2026, 10, 12), date(2026, 11, 23)),
        ("protection_plan", date(2026, 1, 1), date(2026, 11, 9), date(2026, 11, 23)),  # ten working days
        ("in_need", date(2026, 1, 1), date(2026, 10, 26), date(2026, 11, 23)),  # twenty
        ("protection_plan", date(2026, 1, 1), date(2025, 12, 18), date(2026, 1, 6)),  # Christmas is no working day
    ],
)
def test_each_status_has_its_interval(status: Status, since: date | None, seen: date, due: date) -> None:
    one = child(status=status, status_since=since, here_since=date(2024, 1, 1), came_on_a_list=True, last_seen=seen)
    visits = [[row[1:] for row in rows(one, today=due + days * DAY) if row[0] == "visit"] for days in (-1, 0, 1)]
    assert visits == [[], [("due", None)], [("overdue", 1)]]


def test_67_days_without_a_visit_are_a_line_without_any_interval_typed() -> None:
    one = child(status="looked_after", status_since=date(2024, 1, 1), last_seen=TODAY - 67 * DAY)
    assert ("visit", "overdue", 25) in rows(one)
    assert "Visit every 6 weeks (the policy's): next was due by 29 Oct, not recorded" in page(one)


@pytest.mark.parametrize("status", ["assessment", "care_leaver", None])
def test_where_no_interval_is_set_one_line_says_so_of_all(status: Status | None) -> None:
    several = [child(number, status=status, last_seen=TODAY - 99 * DAY) for number in (1, 2)]
    found = [row for row in board(*several).attention if row.kind == "visit"]
    assert [(row.summary, row.state, row.count) for row in found] == [("Visit interval not set: 2 children", "open", 2)]
    assert "Visit interval: not set" in page(several[0])


def test_children_of_whom_no_list_says_when_they_were_seen_are_one_line_until_that_is_entered() -> None:
    came = TODAY - 40 * DAY
    never = [
        child(number, status="protection_plan", here_since=came, came_on_a_list=True, last_seen=None)
        for number in range(1, 30)
    ]
    found = [row for row in board(*never).attention if row.kind == "visit"]
    assert [(row.summary, row.count) for row in found] == [
        ("Last seen not recorded: 29 children, past the day already", 29)
    ]
    here = child(
        30, status="protection_plan", here_since=came, came_on_a_list=True, last_seen=TODAY
    )  # by hand: no list is its source
    assert [row.count for row in board(*never, here).attention if row.kind == "visit"] == [29]


def test_where_the_lists_say_it_of_others_a_child_of_whom_they_do_not_has_a_row_from_when_they_came() -> None:
    came = date(2026, 11, 2)
    known = child(
        2, status="protection_plan", here_since=came, came_on_a_list=True, last_seen_source="Child protection"
    )
    last = add_working_days(came, 10)
    for day, state, visit in ((last, "due", "visit by 16 Nov"), (last + DAY, "overdue", "visit was due by 16 Nov")):
        one = child(status="protection_plan", here_since=came, came_on_a_list=True, last_seen=None)
        rows_of = [row for row in board(one, known, today=day).attention if row.kind == "visit" and row.child == "C-1"]
        assert [(row.state, row.summary) for row in rows_of] == [(state, f"Last seen not recorded, {visit}")]


def test_a_child_who_became_looked_after_here_is_to_be_seen_within_a_week() -> None:
    one = child(status="looked_after", status_since=TODAY - 8 * DAY, here_since=TODAY - 8 * DAY, last_seen=None)
    assert [row.days_over for row in about(one) if row.kind == "visit"] == [1]


@pytest.mark.parametrize(
    ("days", "looser"), [(14, ""), (13, ""), (15, " (looser than the policy's, every 10 working days)")]
)
def test_an_interval_that_is_looser_than_the_policys_is_said_to_be(days: int, looser: str) -> None:
    """From a Monday ten working days are fourteen days."""
    on_plan = child(status="protection_plan", status_since=TODAY - 90 * DAY)
    (line,) = [one for one in page(on_plan, said("visit_interval", days=days)) if one.startswith("Visit")]
    assert line.startswith(f"Visit every {days} days{looser}: next by ")


def test_a_visit_whose_day_has_passed_or_falls_on_a_weekend_is_said_so() -> None:
    in_need = child(last_seen=date(2026, 10, 3))
    every = said("visit_interval", days=7)
    (row,) = about(in_need, every, today=date(2026, 10, 11))
    assert row.summary == "Last seen 3 Oct, visit was due by 10 Oct"
    assert "Visit every 7 days: next by Fri 9 Oct (limit Sat 10 Oct)" in page(in_need, every, today=date(2026, 10, 5))


def test_an_overdue_visit_of_a_looked_after_child_nobody_recorded_is_urgent_where_lists_say_it_of_other_children() -> (
    None
):
    came = date(2026, 10, 1)
    known = child(2, status="protection_plan", here_since=came, came_on_a_list=True, last_seen_source="list 7")
    never = child(
        status="looked_after", status_since=date(2025, 1, 1), here_since=came, came_on_a_list=True, last_seen=None
    )
    due = date(2026, 11, 12)  # six weeks from when the child came
    for day, tier in ((due, "in_order"), (due + DAY, "urgent")):
        (row,) = (one for one in board(never, known, today=day).attention if one.kind == "visit" and one.child == "C-1")
        assert (row.tier, row.due_on) == (tier, due)


@pytest.mark.parametrize(
    ("listed", "source", "says"),
    [
        (-1, "Children in need", ", as far as the list of 22 Nov knows"),
        (0, "Children in need", ""),
        (1, "Children in need", ""),
        (-1, None, ""),  # the visit was recorded here
        (None, "Children in need", ""),
    ],
)
def test_a_visit_that_may_have_taken_place_since_the_list_says_how_old_that_is(
    listed: int | None, source: str | None, says: str
) -> None:
    due, today = TODAY, TODAY + 20 * DAY
    one = child(status="in_need", last_seen=date(2026, 10, 26), last_seen_source=source)
    lists = {} if listed is None else {"North": due + listed * DAY, "South": due + 9 * DAY}
    facts = TeamFacts(("North", "South"), None, (), (one,), lists_as_at=lists)
    (row,) = (row for row in build_board(facts, DEFAULT, today).attention if row.kind == "visit")
    assert (row.due_on, row.summary) == (due, f"Last seen 26 Oct, visit was due by 23 Nov{says}")


def test_of_a_child_whom_lists_brought_and_never_showed_as_seen_it_is_said_too() -> None:
    never = child(status="in_need", last_seen=None, came_on_a_list=True, here_since=date(2026, 10, 26))
    other = child(2, status="in_need", last_seen=TODAY, last_seen_source="Children in need")
    facts = TeamFacts(("North",), None, (), (never, other), lists_as_at={"North": TODAY - DAY})
    rows = [one for one in build_board(facts, DEFAULT, TODAY + DAY).attention if one.child == "C-1"]
    assert any("as far as the list of 22 Nov knows" in one.summary for one in rows if one.kind == "visit")
