"""Which backups are kept: a table, and the laws that hold for any sequence of them and whatever the clock does."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from db.rotation import FEW, LONG_PAUSE, SHORT_PAUSE, kept
from oversight_tui.practice.retention import backups_gone_by

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday
DAY = timedelta(days=1)
LIMITS = {"daily": 7, "weekly": 5, "monthly": 12}
limits = st.fixed_dictionaries({name: st.integers(1, 20) for name in LIMITS})
clocks = st.lists(st.integers(-9000, 9000).map(lambda days: NOW + timedelta(days=days, minutes=days % 97)), min_size=1)


def within(longest: timedelta, *, fewest: int = 1, most: int = 60) -> st.SearchStrategy[list[datetime]]:
    """Moments at which a sound clock stood when backups were made, with pauses of no more than this."""
    hours = int(longest / timedelta(hours=1))
    pauses = st.lists(st.integers(1, hours), min_size=fewest - 1, max_size=most - 1)
    return pauses.map(lambda found: made_after(NOW, [timedelta(hours=one) for one in found]))


def made_after(first: datetime, pauses: Iterable[timedelta]) -> list[datetime]:
    times = [first]
    for pause in pauses:
        times.append(times[-1] + pause)
    return times


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def mornings(first: str, days: int) -> list[datetime]:
    return made_after(at(first), [DAY] * (days - 1))


def stay(times: Sequence[datetime], numbers: dict[str, int] = LIMITS) -> list[datetime]:
    return [times[place] for place in sorted(kept(times, **numbers).places)]


def rotated(times: Sequence[datetime], numbers: dict[str, int] = LIMITS) -> list[int]:
    """Which of them, by their numbers, are there when each was made and rotated after the one before it."""
    there: list[int] = []
    for number in range(len(times)):
        there.append(number)
        places = kept([times[one] for one in there], **numbers).places
        there = [one for place, one in enumerate(there) if place in places]
    return there


# --- By days, weeks and months, with a sound clock -----------------------------------------------


def test_two_years_of_mornings_leave_days_weeks_and_months() -> None:
    times = [NOW - timedelta(days=days) for days in range(730)][::-1]
    weeks = ["2026-11-01", "2026-11-08", "2026-11-15"]
    wanted = [
        "2025-12-31",
        *("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"),
        *("2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31"),
        *weeks,
        *(f"2026-11-{day}" for day in range(18, 25)),
    ]
    assert [time.date().isoformat() for time in stay(times)] == wanted
    assert [times[number].date().isoformat() for number in rotated(times)] == wanted
    assert kept(times, **LIMITS).held == 0


def test_of_a_day_the_newest_stays_and_of_today_all() -> None:
    early, late = at("2026-11-15T08:00"), at("2026-11-18T16:00")
    today = [NOW + timedelta(minutes=minute) for minute in range(FEW + 3)]
    assert stay([early, late - timedelta(hours=6), late, *today]) == [early, late, *today]


def test_after_the_last_month_it_is_gone() -> None:
    """What was erased on 3 November 2025 is in no backup from 1 November 2026 on: the months are counted off."""
    times = mornings("2025-11-03T08:00", 364)
    assert (times[-2], times[-1]) == (at("2026-10-31T08:00"), at("2026-11-01T08:00"))
    last_of_the_month = at("2025-11-30T08:00")
    assert last_of_the_month in stay(times[:-1])
    assert last_of_the_month not in stay(times)
    assert min(times[number] for number in rotated(times)) > last_of_the_month


@given(within(SHORT_PAUSE), limits)
def test_with_a_sound_clock_the_newest_of_every_day_week_and_month_stays_and_no_more(
    times: list[datetime], numbers: dict[str, int]
) -> None:
    today = times[-1].date()
    months = today.year * 12 + today.month
    spans = (
        (numbers["daily"], lambda day: (today - day).days),
        (numbers["weekly"], lambda day: (monday(today) - monday(day)).days // 7),
        (numbers["monthly"], lambda day: months - day.year * 12 - day.month),
    )
    wanted = {time for time in times if time.date() == today} | set(times[-FEW:])
    for many, ago in spans:
        newest = {ago(time.date()): time for time in times}
        wanted |= {time for number, time in newest.items() if number < many}
    assert stay(times, numbers) == sorted(wanted)
    assert stay(stay(times, numbers), numbers) == stay(times, numbers)
    assert kept(times, **numbers).held == 0


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@settings(max_examples=40)
@given(within(LONG_PAUSE, fewest=30, most=120), st.integers(0, 10), st.integers(1, 12))
def test_what_was_erased_is_gone_by_the_day_that_was_said(times: list[datetime], erased: int, months: int) -> None:
    """Where one is made every month, and the newest few were made since."""
    gone_by = backups_gone_by(times[erased].date(), months)
    there: list[datetime] = []
    for made in times:
        there = stay([*there, made], {"daily": 1, "weekly": 1, "monthly": months})
        if made.date() > gone_by:
            assert [one for one in there if one < times[erased]] in (
                [],
                [one for one in there[-FEW:] if one < times[erased]],
            )


# --- Whatever the clock does ----------------------------------------------------------------------


@given(clocks, limits)
def test_the_newest_few_stay_whatever_the_clock_says(times: list[datetime], numbers: dict[str, int]) -> None:
    places = kept(times, **numbers).places
    assert places >= set(range(max(0, len(times) - FEW), len(times)))
    assert places <= set(range(len(times)))
    assert rotated(times, numbers)[-FEW:] == list(range(len(times)))[-FEW:]


@given(within(SHORT_PAUSE, fewest=2, most=40), st.integers(1, 40), st.sets(st.integers(700, 9000), max_size=12))
def test_the_newest_is_never_removed_and_a_later_clock_removes_nothing_made_by_it(
    times: list[datetime], place: int, ahead: set[int]
) -> None:
    """What was made while the clock was ahead of now stays for its year, as the newest does for ever."""
    place = min(place, len(times) - 1)
    later = [NOW + timedelta(days=days) for days in sorted(ahead)]
    left = stay([*times[:place], *later, *times[place:]])
    assert set(left) >= {*later, times[-1]}


def test_two_made_in_2032_remove_none_of_the_real_ones_then_or_later() -> None:
    real, wrong = mornings("2026-11-01T09:00", 18), mornings("2032-03-01T09:00", 2)
    before = rotated(real)
    assert rotated([*real, *wrong]) == [*before, 18, 19]
    back = mornings("2026-11-19T09:00", 3)
    left = rotated([*real, *wrong, *back])
    assert {18, 19} <= set(left)
    assert [one for one in left if one not in (18, 19)] == [
        one if one < 18 else one + 2 for one in rotated([*real, *back])
    ]


def test_those_made_while_the_clock_was_behind_are_not_old_when_it_is_right_again() -> None:
    real, behind, right = mornings("2026-11-01T09:00", 18), mornings("2020-01-01T09:00", 6), [at("2026-11-24T09:00")]
    before = rotated([*real, *behind])
    assert set(before) >= set(rotated(real))
    assert rotated([*real, *behind, *right]) == [*before, 24]


def test_a_year_that_really_went_by_in_2032_counts() -> None:
    """What was made before the clock was wrong goes too, a year of mornings later."""
    real, wrong = mornings("2026-11-01T09:00", 18), mornings("2032-03-01T09:00", 420)
    assert min(rotated([*real, *wrong])) >= 18


def test_what_was_made_under_a_clock_that_was_ahead_goes_too_once_a_year_has_gone_by() -> None:
    real, wrong, back = (
        mornings("2026-11-01T09:00", 18),
        mornings("2032-03-01T09:00", 2),
        mornings("2026-11-19T09:00", 420),
    )
    assert min(rotated([*real, *wrong, *back])) >= 20


def test_after_a_fortnight_nothing_is_removed_until_one_was_made_on_a_few_days() -> None:
    times = [*mornings("2026-03-01T09:00", 90), *mornings("2026-06-13T09:00", FEW)]
    before = rotated(times[:90])
    for days in range(1, FEW):
        assert rotated(times[: 90 + days]) == [*before, *range(90, 90 + days)]
        assert kept([times[one] for one in [*before, 90]], **LIMITS).held > 0
    assert len(rotated(times)) < len(before) + FEW
    assert kept(times, **LIMITS).held == 0


def test_what_was_made_before_a_longer_pause_is_not_thinned_out_and_goes_when_its_year_is_over() -> None:
    first, then = mornings("2026-03-01T09:00", 90), mornings("2026-09-03T09:00", 420)
    before = rotated(first)
    left = rotated([*first, *then[:300]])
    assert [one for one in left if one < 90] == [one for one in before if first[one] >= at("2026-03-20")]
    assert min(rotated([*first, *then])) >= 90


def test_who_makes_one_every_second_month_keeps_them_for_years_and_not_for_ever() -> None:
    times = made_after(NOW, [timedelta(days=61)] * 60)
    assert min(rotated(times)) > 60 - 20


@given(
    st.lists(st.tuples(st.integers(6, 90), st.sampled_from((-4000, -70, 0, 0, 0, 0, 0, 70, 400, 2000))), max_size=45)
)
def test_no_jump_of_the_clock_leaves_fewer_than_the_newest_few_made_before_it(steps: list[tuple[int, int]]) -> None:
    """Each step is how many hours went by, and by how many days the clock is wrong from then on."""
    really, times = NOW, [NOW]
    right: list[datetime] = [NOW]
    jumps: list[int] = []
    wrong = 0
    for number, (hours, days) in enumerate(steps[:45], 1):
        really += timedelta(hours=hours)
        if days and len(jumps) < 3:
            wrong = days if wrong != days else 0
            jumps.append(number)
        right.append(really)
        times.append(really + timedelta(days=wrong))
    left = set(rotated(times))
    for jump in jumps:
        before = set(range(jump))
        ideal = {number for number in rotated(right) if number < jump}
        assert len(left & before) >= min(FEW, len(ideal))
