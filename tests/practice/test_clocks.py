"""Late means after the date: the two clocks at their boundaries."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from oversight_tui.practice.discussion_clock import discussion_clock
from oversight_tui.practice.facts import Absence, Child, OwnRule, Risk, Worker
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.supervision import supervision_clock

ONE = WorkerId(1)


@pytest.mark.parametrize(
    ("today", "state", "over"),
    [
        (date(2026, 9, 22), "in_time", None),
        (date(2026, 9, 23), "due", None),
        (date(2026, 10, 1), "due", None),
        (date(2026, 10, 2), "overdue", 1),
    ],
)
def test_supervision_three_weeks_ideal_one_month_limit(today: date, state: str, over: int | None) -> None:
    clock = supervision_clock(Worker(ONE, "Amira Khan", last_held=date(2026, 9, 1)), (), DEFAULT, today)
    assert (clock.state, clock.days_over) == (state, over)


@pytest.mark.parametrize(
    ("last", "limit"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 3, 29)),
        (date(2026, 8, 31), date(2026, 9, 30)),
    ],
)
def test_a_month_ends_with_a_shorter_month(last: date, limit: date) -> None:
    assert supervision_clock(Worker(ONE, "A", last_held=last), (), DEFAULT, last).limit_by == limit


def test_never_is_a_state_of_its_own_and_runs_from_the_start() -> None:
    clock = supervision_clock(Worker(ONE, "A", starts=date(2026, 9, 1)), (), DEFAULT, date(2026, 9, 2))
    assert (clock.state, clock.days_since, clock.limit_by) == ("never", None, date(2026, 10, 1))
    unknown = supervision_clock(Worker(ONE, "A"), (), DEFAULT, date(2026, 9, 2))
    assert (unknown.state, unknown.limit_by) == ("never", None)


@pytest.mark.parametrize(
    ("last", "limit"),
    [
        (date(2026, 7, 13), date(2026, 7, 20)),
        (date(2026, 7, 14), date(2026, 7, 28)),
        (date(2026, 11, 30), date(2026, 12, 14)),
        (date(2026, 12, 2), date(2027, 1, 2)),
    ],
)
def test_a_newly_qualified_worker_by_the_stage_on_the_day_last_held(last: date, limit: date) -> None:
    worker = Worker(ONE, "A", newly_qualified_from=date(2026, 6, 2), last_held=last)
    clock = supervision_clock(worker, (), DEFAULT, last)
    assert clock.limit_by == limit
    if last < date(2026, 12, 2):
        assert clock.ideal_by == clock.limit_by


def test_an_own_rule_counts_only_where_tighter() -> None:
    last = date(2026, 9, 1)
    tighter = Worker(ONE, "A", last_held=last, own_limit="2 weeks", own_until=date(2026, 9, 20))
    assert tighter.own_rule == OwnRule("2 weeks", date(2026, 9, 20))
    assert supervision_clock(tighter, (), DEFAULT, date(2026, 9, 15)).state == "in_time"
    assert supervision_clock(tighter, (), DEFAULT, date(2026, 9, 16)).state == "overdue"
    looser = Worker(ONE, "A", last_held=last, own_limit="3 months")
    assert looser.own_rule == OwnRule("3 months", None)
    assert supervision_clock(looser, (), DEFAULT, date(2026, 10, 2)).state == "overdue"


@pytest.mark.parametrize(
    ("last", "limit"),
    [
        (date(2026, 9, 6), date(2026, 9, 20)),  # ended on the day it would be overdue from
        (date(2026, 9, 19), date(2026, 10, 3)),
        (date(2026, 9, 20), date(2026, 10, 4)),  # its last day is the day the clock begins
        (date(2026, 9, 21), date(2026, 10, 21)),  # it holds no more for a clock that begins later
    ],
)
def test_an_own_rule_that_ends_holds_for_the_clock_that_runs(last: date, limit: date) -> None:
    worker = Worker(ONE, "A", last_held=last, own_limit="2 weeks", own_until=date(2026, 9, 20))
    for today in (last, date(2026, 9, 20), date(2026, 9, 21), date(2026, 10, 5), date(2027, 3, 1)):
        if today >= last:
            assert supervision_clock(worker, (), DEFAULT, today).limit_by == limit


def test_of_the_own_rules_that_held_since_the_clock_began_the_tightest_counts() -> None:
    earlier = json.encode([OwnRule("1 week", date(2026, 9, 3)), OwnRule("10 days", date(2026, 9, 10))]).decode()
    for last, limit in (
        (date(2026, 9, 3), date(2026, 9, 10)),
        (date(2026, 9, 4), date(2026, 9, 14)),
        (date(2026, 9, 11), date(2026, 9, 25)),
    ):
        worker = Worker(ONE, "A", last_held=last, own_limit="2 weeks", earlier_rules=earlier)
        assert supervision_clock(worker, (), DEFAULT, date(2026, 12, 1)).limit_by == limit


@pytest.mark.parametrize("today", [date(2027, 6, 2), date(2027, 6, 3), date(2028, 1, 1)])
def test_a_newly_qualified_worker_who_was_late_stays_late_when_the_year_is_over(today: date) -> None:
    worker = Worker(ONE, "A", newly_qualified_from=date(2026, 6, 2), last_held=date(2026, 11, 30))
    clock = supervision_clock(worker, (), DEFAULT, today)
    assert (clock.limit_by, clock.state) == (date(2026, 12, 14), "overdue")


def test_nobody_is_newly_qualified_before_they_begin() -> None:
    worker = Worker(ONE, "A", newly_qualified_from=date(2026, 9, 10), last_held=date(2026, 9, 1))
    assert supervision_clock(worker, (), DEFAULT, date(2026, 9, 9)).limit_by == date(2026, 10, 1)
    assert supervision_clock(worker, (), DEFAULT, date(2026, 9, 10)).limit_by == date(2026, 9, 8)


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.none() | st.dates(date(2025, 6, 1), date(2027, 6, 1)),
    st.sampled_from([None, "1 week", "10 days", "3 weeks"]),
    st.dates(date(2026, 1, 1), date(2027, 6, 1)),
    st.integers(0, 500),
)
def test_a_clock_that_runs_never_loosens(
    last: date, qualified: date | None, own: str | None, until: date, days: int
) -> None:
    worker = Worker(ONE, "A", last_held=last, newly_qualified_from=qualified, own_limit=own, own_until=until)
    now = supervision_clock(worker, (), DEFAULT, last + timedelta(days=days)).limit_by
    tomorrow = supervision_clock(worker, (), DEFAULT, last + timedelta(days=days + 1)).limit_by
    assert now is not None
    assert tomorrow is not None
    assert tomorrow <= now


AWAY = (date(2026, 9, 7), date(2026, 9, 13))  # seven days, both included


@pytest.mark.parametrize(
    ("today", "state", "days_since", "limit", "over"),
    [
        (date(2026, 9, 6), "in_time", 5, date(2026, 10, 1), None),
        (date(2026, 9, 7), "paused", 6, date(2026, 10, 2), None),  # a day away moves the limit by a day
        (date(2026, 9, 13), "paused", 12, date(2026, 10, 8), None),
        (date(2026, 9, 14), "in_time", 13, date(2026, 10, 8), None),
        (date(2026, 9, 29), "in_time", 28, date(2026, 10, 8), None),  # the ideal moves as well
        (date(2026, 9, 30), "due", 29, date(2026, 10, 8), None),
        (date(2026, 10, 8), "due", 37, date(2026, 10, 8), None),
        (date(2026, 10, 9), "overdue", 38, date(2026, 10, 8), 1),
    ],
)
def test_absence_pauses_and_moves_the_limit_by_its_days_and_never_the_days_since(
    today: date, state: str, days_since: int, limit: date, over: int | None
) -> None:
    away = (Absence(ONE, "leave", *AWAY),)
    clock = supervision_clock(Worker(ONE, "A", last_held=date(2026, 9, 1)), away, DEFAULT, today)
    assert (clock.state, clock.days_since, clock.limit_by, clock.days_over) == (state, days_since, limit, over)


def test_who_was_late_on_leaving_for_a_week_is_as_late_on_coming_back() -> None:
    away = (Absence(ONE, "leave", *AWAY),)
    worker = Worker(ONE, "A", last_held=date(2026, 8, 1))
    before, after = (supervision_clock(worker, away, DEFAULT, day) for day in (date(2026, 9, 6), date(2026, 9, 14)))
    assert (before.days_over, after.days_over) == (5, 6)


@pytest.mark.parametrize(
    ("risk", "status", "ideal", "limit"),
    [
        ("low", None, date(2026, 3, 1), date(2026, 4, 1)),
        ("medium", None, date(2026, 2, 12), date(2026, 4, 1)),
        (None, None, date(2026, 2, 12), date(2026, 4, 1)),
        (None, "protection_plan", date(2026, 1, 15), date(2026, 2, 1)),
        ("high", None, date(2026, 1, 15), date(2026, 2, 1)),
        ("very_high", None, date(2026, 1, 8), date(2026, 1, 15)),
        ("low", "protection_plan", date(2026, 3, 1), date(2026, 4, 1)),
    ],
)
def test_a_childs_interval_follows_risk(risk: Risk | None, status: str | None, ideal: date, limit: date) -> None:
    child = Child(ChildId(1), "C-1", risk=risk, status=status, last_discussed=date(2026, 1, 1))  # type: ignore[arg-type]
    for today, state in (
        (ideal, "in_time"),
        (ideal + timedelta(days=1), "due"),
        (limit, "due"),
        (limit + timedelta(days=1), "overdue"),
    ):
        assert discussion_clock(child, DEFAULT, today).state == state


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_a_clock_only_ever_moves_towards_late(last: date, days: int) -> None:
    order = ["in_time", "due", "overdue"]
    worker = Worker(ONE, "A", last_held=last)
    now = supervision_clock(worker, (), DEFAULT, last + timedelta(days=days))
    tomorrow = supervision_clock(worker, (), DEFAULT, last + timedelta(days=days + 1))
    assert order.index(now.state) <= order.index(tomorrow.state)
    assert (now.days_over is None) == (now.state != "overdue")
