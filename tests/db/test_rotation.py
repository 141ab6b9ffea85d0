"""Which backups are kept: a table, and the laws that hold for any."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.rotation import kept

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday
LIMITS = {"daily": 7, "weekly": 5, "monthly": 12}
moments = st.integers(-3 * 1300, 3 * 180).map(lambda third: NOW + timedelta(hours=8 * third, minutes=third % 97))
limits = st.fixed_dictionaries({name: st.integers(1, 20) for name in LIMITS})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_two_years_of_mornings_leave_days_weeks_and_months() -> None:
    mornings = {NOW - timedelta(days=days) for days in range(730)}
    days = sorted(time.date().isoformat() for time in kept(mornings, NOW, **LIMITS))
    weeks = ["2026-11-01", "2026-11-08", "2026-11-15"]
    assert days == [
        "2025-12-31",
        *("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"),
        *("2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31"),
        *weeks,
        *(f"2026-11-{day}" for day in range(18, 25)),
    ]


def test_of_a_day_the_newest_stays_and_of_today_all() -> None:
    early, late = at("2026-11-23T08:00"), at("2026-11-23T16:00")
    morning, now = at("2026-11-24T08:00"), NOW
    assert kept({early, late, morning, now}, now, **LIMITS) == {late, morning, now}


def test_after_the_last_month_it_is_gone() -> None:
    """What was erased on 3 November 2025 is in no backup from 1 November 2026 on: the months are counted off."""
    last_with_it = at("2025-11-03T08:00")
    before, after = at("2026-10-31T08:00"), at("2026-11-01T08:00")
    assert last_with_it in kept({last_with_it, before}, before, **LIMITS)
    assert last_with_it not in kept({last_with_it, before, after}, after, **LIMITS)


@given(st.sets(moments, min_size=1), limits)
def test_the_newest_is_never_removed_and_a_later_clock_removes_nothing_made_by_it(
    times: set[datetime], numbers: dict[str, int]
) -> None:
    stay = kept(times, NOW, **numbers)
    assert stay <= times
    past = {time for time in times if time <= NOW}
    assert not past or max(past) in stay
    assert times - past <= stay


@given(st.sets(moments), limits)
def test_every_day_week_and_month_within_the_limits_is_covered(times: set[datetime], numbers: dict[str, int]) -> None:
    past = {time for time in times if time <= NOW}
    stay = kept(times, NOW, **numbers)
    monday = NOW.date() - timedelta(days=NOW.weekday())
    months = NOW.year * 12 + NOW.month
    for one in past:
        if one.date() > NOW.date() - timedelta(days=numbers["daily"]):
            assert any(other.date() == one.date() and other >= one for other in stay)
        week = one.date() - timedelta(days=one.weekday())
        if week > monday - timedelta(weeks=numbers["weekly"]):
            assert any(other.isocalendar()[:2] == one.isocalendar()[:2] and other >= one for other in stay)
        if one.year * 12 + one.month > months - numbers["monthly"]:
            assert any((other.year, other.month) == (one.year, one.month) and other >= one for other in stay)


@given(st.sets(moments), limits)
def test_no_more_are_kept_than_the_numbers_say_and_keeping_twice_is_keeping_once(
    times: set[datetime], numbers: dict[str, int]
) -> None:
    stay = kept(times, NOW, **numbers)
    earlier = {time for time in stay if time < NOW and time.date() != NOW.date()}
    assert len(earlier) <= sum(numbers.values()) + 1
    assert kept(stay, NOW, **numbers) == stay
