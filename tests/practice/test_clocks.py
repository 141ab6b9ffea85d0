"""Late means after the date: the two clocks at their boundaries."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_an_own_rule_wins_only_while_it_holds_and_only_where_tighter() -> None:
    last = date(2026, 9, 1)
    tighter = Worker(ONE, "A", last_held=last, own_limit="2 weeks", own_until=date(2026, 9, 20))
    assert tighter.own_rule == OwnRule("2 weeks", date(2026, 9, 20))
    assert supervision_clock(tighter, (), DEFAULT, date(2026, 9, 20)).state == "overdue"
    assert supervision_clock(tighter, (), DEFAULT, date(2026, 9, 21)).state == "in_time"
    looser = Worker(ONE, "A", last_held=last, own_limit="3 months")
    assert looser.own_rule == OwnRule("3 months", None)
    assert supervision_clock(looser, (), DEFAULT, date(2026, 10, 2)).state == "overdue"


def test_absence_pauses_and_moves_the_limit_and_never_the_days_since() -> None:
    last = date(2026, 9, 1)
    away = (Absence(ONE, "leave", date(2026, 9, 7), date(2026, 9, 13)),)
    worker = Worker(ONE, "A", last_held=last)
    during = supervision_clock(worker, away, DEFAULT, date(2026, 9, 10))
    after = supervision_clock(worker, away, DEFAULT, date(2026, 10, 8))
    assert during.state == "paused"
    assert (after.state, after.days_since, after.limit_by) == ("due", 37, date(2026, 10, 8))


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
