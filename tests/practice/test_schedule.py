"""The days of sessions: past bank holidays, weekends and leave, and at the worker's own interval."""

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest

from oversight_tui.practice.facts import Absence, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.possible_days import can_be, last_possible, next_possible
from oversight_tui.practice.schedule import days_thought_of, laid_down

AMIRA = WorkerId(1)
DAY = timedelta(days=1)


def away(first: date, last: date | None) -> Absence:
    return Absence(AMIRA, "leave", first, last)


@pytest.mark.parametrize(
    ("first", "gives_way_to"),
    [
        pytest.param(date(2026, 12, 25), date(2026, 12, 24), id="Christmas Day, a Friday"),
        pytest.param(date(2026, 12, 28), date(2026, 12, 29), id="Boxing Day's substitute, a Monday"),
        pytest.param(date(2027, 3, 26), date(2027, 3, 25), id="Good Friday"),
        pytest.param(date(2027, 3, 29), date(2027, 3, 30), id="Easter Monday"),
        pytest.param(date(2027, 1, 1), date(2026, 12, 31), id="New Year's Day"),
    ],
)
def test_a_bank_holiday_gives_way_to_a_day_of_its_own_week(first: date, gives_way_to: date) -> None:
    begins = first - timedelta(weeks=4)
    laid = laid_down(begins, 4, first + timedelta(weeks=4), ())
    assert laid.days == (begins, gives_way_to, first + timedelta(weeks=4))
    assert (laid.moved, laid.left_out) == (((first, gives_way_to),), ())


def test_no_schedule_over_christmas_and_easter_leaves_eight_weeks() -> None:
    for weekday in range(5):
        laid = laid_down(date(2026, 11, 30) + weekday * DAY, 4, date(2027, 4, 30), ())
        assert not laid.left_out
        assert all(following - one <= timedelta(weeks=4, days=4) for one, following in pairwise(laid.days))
        assert all(can_be(day, ()) for day in laid.days)


def test_a_week_of_leave_gives_way_to_the_nearest_day_before_or_after_it() -> None:
    leave = away(date(2027, 2, 15), date(2027, 2, 21))
    laid = laid_down(date(2027, 1, 22), 4, date(2027, 3, 31), [leave])
    assert laid.moved == ((date(2027, 2, 19), date(2027, 2, 22)),)
    long = away(date(2027, 1, 23), date(2027, 3, 20))
    assert laid_down(date(2027, 1, 22), 4, date(2027, 3, 19), [long]).left_out == (date(2027, 2, 19), date(2027, 3, 19))


def test_no_day_gives_way_to_one_just_before_or_after_the_next_session() -> None:
    leave = away(date(2026, 12, 14), date(2027, 1, 8))
    first, until = date(2026, 12, 15), date(2027, 2, 10)
    laid = laid_down(first, 2, until, [leave], date(2026, 12, 1))
    assert laid.moved == ((first, date(2026, 12, 11)),)
    assert laid.left_out == (date(2026, 12, 29),)
    assert laid.days == (date(2026, 12, 11), date(2027, 1, 12), date(2027, 1, 26), date(2027, 2, 9))
    assert laid_down(first, 2, until, [leave]).days == laid.days[1:]  # not before the first day on which it can be


@pytest.mark.parametrize(
    ("worker", "gap"),
    [
        pytest.param(Worker(AMIRA, "Amira"), 21, id="three weeks, the ideal"),
        pytest.param(
            Worker(AMIRA, "Amira", newly_qualified_from=date(2027, 1, 4)), 7, id="newly qualified, first weeks"
        ),
        pytest.param(Worker(AMIRA, "Amira", newly_qualified_from=date(2026, 11, 2)), 14, id="newly qualified, later"),
        pytest.param(Worker(AMIRA, "Amira", own_limit="10 days"), 10, id="a tighter rule of her own"),
    ],
)
def test_sessions_are_thought_of_at_the_workers_own_interval(worker: Worker, gap: int) -> None:
    monday = date(2027, 1, 11)
    days = list(islice(days_thought_of(worker, (), DEFAULT, monday, monday + DAY), 3))
    for one, following in pairwise((monday, *days)):
        assert can_be(following, ())
        assert gap - 3 <= (following - one).days <= gap


def test_no_session_is_thought_of_after_the_last_day_or_before_the_first() -> None:
    monday = date(2027, 1, 11)
    leaver = Worker(AMIRA, "Amira", leaves=date(2027, 2, 5))
    assert list(days_thought_of(leaver, (), DEFAULT, monday, monday + DAY)) == [date(2027, 2, 1), date(2027, 2, 5)]
    assert not list(days_thought_of(leaver, (), DEFAULT, monday, date(2027, 2, 6)))
    starter = Worker(AMIRA, "Amira", starts=date(2027, 2, 8))
    assert next(days_thought_of(starter, (), DEFAULT, None, monday)) == date(2027, 2, 8)
    somebody_else = Absence(WorkerId(2), "leave", monday, None)
    assert next(days_thought_of(Worker(AMIRA, "Amira"), [somebody_else], DEFAULT, None, monday)) == monday


def test_a_session_is_thought_of_before_leave_and_on_no_day_of_it() -> None:
    monday = date(2027, 1, 11)
    leave = away(date(2027, 1, 25), date(2027, 2, 7))
    days = list(islice(days_thought_of(Worker(AMIRA, "Amira"), [leave], DEFAULT, monday, monday + DAY), 2))
    assert days == [date(2027, 1, 22), date(2027, 2, 12)]
    assert not list(days_thought_of(Worker(AMIRA, "Amira"), [away(monday, None)], DEFAULT, monday, monday))


def test_the_first_session_is_no_later_than_the_interval_asks_and_never_past() -> None:
    friday = date(2027, 1, 15)
    assert next(days_thought_of(Worker(AMIRA, "Amira"), (), DEFAULT, friday - 5 * DAY, friday)) == date(2027, 1, 29)
    assert next(days_thought_of(Worker(AMIRA, "Amira"), (), DEFAULT, date(2026, 11, 2), friday)) == friday
    assert next(days_thought_of(Worker(AMIRA, "Amira"), (), DEFAULT, None, friday + DAY)) == date(2027, 1, 18)


def test_the_last_possible_day_is_at_or_before_a_limit() -> None:
    sunday = date(2026, 12, 6)
    assert last_possible(sunday, date(2026, 12, 1)) == date(2026, 12, 4)
    assert last_possible(sunday, date(2026, 12, 5)) is None
    assert next_possible(date(2026, 12, 25)) == date(2026, 12, 29)
