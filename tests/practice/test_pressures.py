"""Early warning: what moved more than it usually does, by how much, and nothing that is noise."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.sight.months import MonthFigures, month_ends
from oversight_tui.practice.sight.pressure_words import NOTHING_MOVED, TOO_FEW_MONTHS, pressures_said
from oversight_tui.practice.sight.pressures import Pressures, pressures

TODAY = date(2026, 11, 23)
ENDS = tuple(month_ends(TODAY))
QUIET = MonthFigures(
    last_day=ENDS[0],
    workers=8,
    fte=8.0,
    children=120,
    carrying=120,
    unallocated=0,
    supervised=8,
    supervised_of=8,
    discussed=100,
    discussed_of=120,
    visited=110,
    visited_of=120,
    worries_open=10,
    worries_review_late=2,
    actions_late=5,
    decisions_without_because=3,
    escalations_unanswered=1,
    held=10,
    cancelled=2,
    new=4,
    closed=4,
    transferred_in=0,
    transferred_out=0,
)


def year(**numbers: Sequence[float]) -> list[MonthFigures]:
    """Thirteen quiet months, with these numbers in the last of them."""
    months = [QUIET.__replace__(last_day=day) for day in ENDS]
    for name, series in numbers.items():
        for place, number in enumerate(series, start=len(months) - len(series)):
            months[place] = replace(months[place], **{name: number})
    return months


def moved(months: Sequence[MonthFigures], now: MonthFigures | None = None) -> Pressures:
    return pressures(months, now, DEFAULT)


def keys(found: Pressures) -> list[str]:
    return [one.key for one in found.moved]


def test_in_a_quiet_year_nothing_moved_and_that_is_said() -> None:
    assert list(pressures_said(moved(year()))) == [NOTHING_MOVED]


def test_what_it_was_what_it_is_over_which_time_and_how_unusual_that_is() -> None:
    (said,) = pressures_said(moved(year(carrying=[118, 121, 120, 119, 120, 121, 120, 119, 120, 120, 126, 132, 138])))
    assert said == (
        "Children per FTE: 15.0 on Fri 31 Jul 2026, 17.2 on Sat 31 Oct 2026. That is 2.2 more, 7.5 times the 0.3 "
        "by which it usually moves in as long a time."
    )


@pytest.mark.parametrize(
    ("late", "told"),
    [
        pytest.param((5, 6, 7), [], id="two more: less than two and a half times what one step is"),
        pytest.param((5, 6, 8), ["actions_late"], id="three more"),
        pytest.param((5, 5, 5), [], id="none"),
    ],
)
def test_the_first_step_of_what_never_moved_is_none_beyond_all_measure(late: tuple[int, ...], told: list[str]) -> None:
    assert keys(moved(year(actions_late=late))) == told


def test_what_swings_every_month_does_not_count_as_moved_when_it_swings_again() -> None:
    swings = [5, 12, 4, 11, 6, 12, 5, 11, 4, 12, 5, 11, 13]
    assert keys(moved(year(actions_late=swings))) == []
    steady = [5, 5, 6, 5, 5, 6, 5, 5, 6, 5, 5, 11, 13]
    assert keys(moved(year(actions_late=steady))) == ["actions_late"]


@pytest.mark.parametrize(("fewer", "told"), [(1, []), (2, ["supervised"])])
@pytest.mark.parametrize("people", range(3, 11))
def test_of_few_people_one_is_no_pressure(people: int, fewer: int, told: list[str]) -> None:
    """One of eight is 12 points, which of a hundred children would be many."""
    assert keys(moved(year(supervised=[people] * 12 + [people - fewer], supervised_of=[people] * 13))) == told


def test_what_grew_comes_before_what_eased_and_three_are_told_at_most() -> None:
    found = moved(
        year(actions_late=(0,), worries_open=(15,), decisions_without_because=(8,), unallocated=(4,), carrying=(121,))
    )
    assert keys(found) == ["worries_open", "decisions_without_because", "unallocated"]
    eased = moved(year(actions_late=(0,), worries_open=(15,)))
    assert [(one.key, one.worse) for one in eased.moved] == [("worries_open", True), ("actions_late", False)]
    assert "The pressure eased." in list(pressures_said(eased))[1]


def test_today_counts_beside_the_months_for_what_stands_and_not_for_what_happens_in_a_month() -> None:
    now = QUIET.__replace__(last_day=TODAY, unallocated=6, held=0, cancelled=0, new=0, closed=0)
    (one,) = moved(year(), now).moved
    assert (one.key, one.until, one.was, one.now) == ("unallocated", TODAY, 0, 6)
    assert one.since == date(2026, 8, 31)


def test_of_sessions_cancelled_three_months_are_taken_together() -> None:
    now = QUIET.__replace__(last_day=TODAY, held=0, cancelled=9)
    (one,) = moved(year(cancelled=(6, 7, 8)), now).moved
    assert one.until == ENDS[-1]
    assert (one.key, round(one.was), round(one.now)) == ("cancelled", 17, 41)  # 6 of 36 before, 21 of 51 now
    assert "in the months up to" in next(pressures_said(moved(year(cancelled=(6, 7, 8)))))


@pytest.mark.parametrize(("months", "known"), [(7, False), (8, True)])
def test_with_few_months_nobody_can_say_what_is_usual(months: int, known: bool) -> None:
    found = moved(year(unallocated=(9,))[-months:])
    assert found.known is known
    assert (list(pressures_said(found)) == [TOO_FEW_MONTHS]) is not known


@given(
    st.lists(st.integers(0, 30), min_size=13, max_size=13),
    st.lists(st.integers(0, 30), min_size=13, max_size=13),
    st.integers(1, 400),
)
def test_what_is_told_is_never_less_than_the_threshold_nor_more_than_the_most(
    late: list[int], worries: list[int], percent: int
) -> None:
    policy = DEFAULT.__replace__(sight={**DEFAULT.sight, "pressure_percent": percent})
    found = pressures(year(actions_late=late, worries_open=worries), None, policy).moved
    assert len(found) <= 3
    assert all(one.times * 100 >= percent and abs(one.change) >= 2 for one in found)
    assert [one.worse for one in found] == sorted((one.worse for one in found), reverse=True)


@given(st.lists(st.integers(0, 30), min_size=13, max_size=13), st.integers(1, 20))
def test_a_number_that_stands_higher_all_year_moved_by_the_same(late: list[int], more: int) -> None:
    one, other = (moved(year(actions_late=each)) for each in (late, [number + more for number in late]))
    assert [(each.key, each.change) for each in one.moved] == [(each.key, each.change) for each in other.moved]


def test_no_day_is_told_that_is_not_known() -> None:
    """A month that is not worked out is left out, and what follows counts by its own day."""
    months = year(unallocated=(0, 6, 6, 6))
    del months[1]
    (one,) = moved(months).moved
    assert one.since == ENDS[-4]
    assert one.until - one.since > timedelta(days=80)
