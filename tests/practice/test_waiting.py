"""A child whom no worker holds is looked at every week, and taken upwards when the waiting goes on."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.board import AttentionRow
from oversight_tui.practice.facts import Bucket, Child, Looked, TeamFacts
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT

TODAY = date(2026, 11, 20)
DAY = timedelta(days=1)
ME = ChildId(7)


def row_of(days: int, *looked: Looked, bucket: Bucket = "unallocated", discussed: int | None = None) -> AttentionRow:
    """The line of a child who has had no worker for so many days, and was discussed so many days ago."""
    child = Child(
        ME,
        "C-7",
        team="North",
        bucket=bucket,
        allocated_since=TODAY - days * DAY,
        last_discussed=None if discussed is None else TODAY - discussed * DAY,
    )
    board = build_board(TeamFacts(("North",), None, (), (child,), looked=looked), DEFAULT, TODAY)
    return next(row for row in board.attention if row.kind == "unallocated")


def escalated(days: int) -> Looked:
    return Looked(ME, TODAY - days * DAY, True, None)


def looked(days: int, who: str | None = None) -> Looked:
    return Looked(ME, TODAY - days * DAY, False, who)


@pytest.mark.parametrize(
    ("days", "done", "asks"),
    [
        (14, (), False),
        (15, (), True),
        (15, (escalated(1),), False),
        (15, (escalated(15),), False),
        (15, (escalated(16),), True),  # that was before the waiting began
        (28, (escalated(12),), False),
        (29, (escalated(14),), True),
        (29, (escalated(13),), False),  # the first one was late, and as many days pass before the second
        (38, (escalated(0),), False),
        (52, (escalated(14),), True),
        (29, (escalated(12), escalated(0)), False),
        (29, (looked(1),), True),
        (400, (escalated(300), escalated(200)), False),
    ],
)
def test_more_than_two_weeks_of_waiting_are_taken_upwards_and_more_than_four_again(
    days: int, done: tuple[Looked, ...], asks: bool
) -> None:
    row = row_of(days, *done)
    again = " again" if any(one.escalated and one.on >= TODAY - days * DAY for one in done) else ""
    assert row.summary.endswith(f"; escalate it{again}") == asks
    assert (f"to be escalated{again}" in row.reason) == asks


@pytest.mark.parametrize(
    ("bucket", "discussed", "looks", "due_in"),
    [
        ("unallocated", None, (), -3),
        ("unallocated", 2, (), 5),
        ("unallocated", None, (looked(6),), 1),
        ("duty", 4, (looked(1),), 6),
        ("held_by_manager", 2, (), -3),  # no talk of the manager's own is the oversight of it
        ("held_by_manager", 2, (looked(4, "Head of service"),), 3),
    ],
)
def test_a_child_without_a_worker_is_looked_at_every_week_by_somebody_else_than_who_holds_them(
    bucket: Bucket, discussed: int | None, looks: tuple[Looked, ...], due_in: int
) -> None:
    row = row_of(10, *looks, bucket=bucket, discussed=discussed)
    assert row.due_on == TODAY + due_in * DAY
    assert row.days_over == (-due_in if due_in < 0 else None)


def test_the_late_oversight_of_a_child_whom_the_manager_holds_is_said_to_be_somebody_elses() -> None:
    assert "3 days past the oversight of somebody else" in row_of(10, bucket="held_by_manager").reason
    assert "3 days past the weekly check" in row_of(10).reason
