"""How regularly somebody was supervised: each gap, what lay in it, and no day lost or counted twice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_tui.practice.facts import Absence, Session, Worker
from oversight_tui.practice.gap_words import gap_said, month_mark, reason_said
from oversight_tui.practice.gaps import GapReason, RuleSaid, Supervised, WorkerRegularity, regularity
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.policy import DEFAULT, EarlierLimits
from oversight_tui.practice.policy_history import PolicySince
from oversight_tui.practice.supervision import supervision_clock

ANN, DAY, TODAY = WorkerId(1), timedelta(days=1), date(2026, 11, 23)
FIRST, LAST = date(2026, 1, 1), date(2026, 11, 23)
ALWAYS = (PolicySince(date.min, DEFAULT),)


def held(*days: date, **more: object) -> tuple[Session, ...]:
    return tuple(
        Session(EntryId(number), ANN, "one_to_one", "held", None, day, None, 60, "Angela", **more)  # type: ignore[arg-type]
        for number, day in enumerate(days, 1)
    )


def cancelled(day: date, why: str) -> Session:
    return Session(EntryId(90), ANN, "one_to_one", "cancelled", day, None, why, None, "Angela")


def of(
    *sessions: Session, absences: tuple[Absence, ...] = (), rules: tuple[RuleSaid, ...] = (), **known: object
) -> Supervised:
    return Supervised(Worker(ANN, "Ann Ade", **known), sessions, absences, rules)  # type: ignore[arg-type]


def away(first: date, last: date) -> Absence:
    return Absence(ANN, "leave", first, last)


def told(supervised: Supervised, first: date = FIRST, last: date = LAST) -> WorkerRegularity:
    return regularity(supervised, ALWAYS, first, last, TODAY)


@pytest.mark.parametrize(
    ("next_held", "over_ideal", "over_limit"),
    [
        (date(2026, 3, 24), 0, 0),  # three weeks after 3 March
        (date(2026, 3, 25), 1, 0),
        (date(2026, 4, 3), 10, 0),  # the limit itself
        (date(2026, 4, 4), 11, 1),
        (date(2026, 4, 20), 27, 17),
    ],
)
def test_a_gap_is_over_from_the_day_after_the_ideal_and_after_the_limit(
    next_held: date, over_ideal: int, over_limit: int
) -> None:
    gaps = told(of(*held(date(2026, 3, 3), next_held, next_held + DAY)), last=next_held + DAY).gaps
    assert [(one.over_ideal, one.over_limit) for one in gaps] == ([(over_ideal, over_limit)] if over_ideal else [])


@pytest.mark.parametrize(
    ("leave", "over_limit", "away_days", "limit_by"),
    [
        ((), 17, 0, date(2026, 4, 3)),
        ((away(date(2026, 3, 10), date(2026, 3, 14)),), 12, 5, date(2026, 4, 8)),
        ((away(date(2026, 4, 4), date(2026, 4, 7)),), 13, 4, date(2026, 4, 7)),  # from the day after: it never passed
        ((away(date(2026, 4, 5), date(2026, 4, 7)),), 14, 3, date(2026, 4, 3)),  # it had passed: it moves no more
        ((away(date(2026, 2, 20), date(2026, 3, 3)),), 17, 0, date(2026, 4, 3)),  # over when the clock began
        ((away(date(2026, 4, 21), date(2026, 4, 30)),), 17, 0, date(2026, 4, 3)),  # begins after it ended
        (
            (away(date(2026, 3, 10), date(2026, 3, 14)), away(date(2026, 3, 12), date(2026, 3, 15))),
            *(11, 6, date(2026, 4, 9)),
        ),
    ],
)
def test_days_away_move_a_limit_that_runs_and_are_never_late(
    leave: tuple[Absence, ...], over_limit: int, away_days: int, limit_by: date
) -> None:
    (gap,) = told(of(*held(date(2026, 3, 3), date(2026, 4, 20)), absences=leave), last=date(2026, 4, 20)).gaps
    assert (gap.over_limit, gap.days_over, gap.away, gap.limit_by) == (over_limit, over_limit, away_days, limit_by)


def test_who_falls_ill_when_the_limit_had_passed_keeps_the_limit_that_passed() -> None:
    ill = Absence(ANN, "sickness", date(2026, 11, 18), None)
    (gap,) = told(of(*held(date(2026, 9, 1)), absences=(ill,)), first=date(2026, 9, 1)).gaps
    assert gap_said(gap, TODAY) == (
        "1 Sep to 23 Nov, none held yet: 83 days, 47 days over the limit (1 month, to 1 Oct), "
        "6 days away after it not counted"
    )
    assert [reason_said(one, TODAY) for one in gap.reasons] == [
        "Away 18 Nov to 23 Nov (sickness).",
        "No session is recorded as booked for 2 Sep to 1 Oct.",
    ]


def test_a_gap_that_began_long_before_has_the_days_over_of_the_board_and_says_how_many_are_in_the_span() -> None:
    never = of(starts=date(2025, 3, 3))
    (gap,) = told(never, first=date(2025, 11, 24)).gaps
    assert (gap.days_over, gap.days_over_here, gap.over_limit) == (599, 365, 365)
    assert gap_said(gap, TODAY) == (
        "3 Mar 2025 (the first day here, no session before) to 23 Nov, none held yet: 630 days, "
        "599 days over the limit (1 month, to 3 Apr 2025), 365 of them in these months"
    )
    clock = supervision_clock(never.worker, (), DEFAULT, TODAY)
    assert clock.limit_by is not None
    assert gap.days_over == (TODAY - clock.limit_by).days, "one gap has one figure"


def test_a_gap_says_what_lay_in_it() -> None:
    march, april = date(2026, 3, 3), date(2026, 4, 20)
    late = held(april)[0].__replace__(id=EntryId(9), planned_for=date(2026, 4, 17))
    short = held(date(2026, 4, 10), counts=False)[0].__replace__(id=EntryId(8))
    forgotten = Session(EntryId(7), ANN, "one_to_one", "planned", date(2026, 4, 14), None, None, 60, "Angela")
    leave = away(date(2026, 3, 10), date(2026, 3, 14))
    sessions = (*held(march), cancelled(date(2026, 3, 30), "Court"), short, forgotten, late)
    (gap,) = told(of(*sessions, absences=(leave,)), last=april).gaps
    assert gap_said(gap, TODAY) == "3 Mar to 20 Apr: 48 days, 12 days over the limit (1 month, to 8 Apr)"
    assert [reason_said(one, TODAY) for one in gap.reasons] == [
        "Away 10 Mar to 14 Mar (leave).",
        "The session of 30 Mar was cancelled: Court.",
        "The session of 10 Apr was cut short and does not count.",
        "A session was planned for 14 Apr; whether it was held is not recorded.",
        "A session was planned for 17 Apr and held on 20 Apr.",
    ]
    (bare,) = told(of(*held(march, april)), last=april).gaps
    assert [reason_said(one, TODAY) for one in bare.reasons] == ["No session is recorded as booked for 4 Mar to 3 Apr."]


def test_a_gap_that_goes_on_says_so_and_begins_where_the_record_does() -> None:
    listed = told(of(seen_by=date(2026, 10, 1)))
    assert gap_said(listed.gaps[0], TODAY) == (
        "1 Oct (the first list with this name; what was before is not known here) to 23 Nov, none held yet: "
        "53 days, 22 days over the limit (1 month, to 1 Nov)"
    )
    opening = held(date(2026, 10, 20), opening=True)
    assert "(an opening date)" in gap_said(told(of(*opening, seen_by=date(2026, 10, 1))).gaps[0], TODAY)
    assert told(of(*opening, *held(date(2026, 10, 1)))).gaps[0].began == date(2026, 10, 1), "no opening overrides"
    typed_last = held(date(2026, 10, 20), date(2026, 9, 1), opening=True)
    assert told(of(*typed_last)).gaps[0].began == date(2026, 9, 1), "of two openings the one typed last"
    nobody_knows = told(of())
    assert (nobody_knows.first, nobody_knows.gaps) == (None, ())


def test_nothing_is_counted_after_the_last_day_here_or_today() -> None:
    gone = told(of(*held(date(2026, 3, 3)), leaves=date(2026, 4, 5)))
    assert (gone.last, gone.gaps[0].over_limit) == (date(2026, 4, 5), 2)
    assert [one.counted for one in gone.months] == [0, 0, 28, 5, *[0] * 7], "and each has all the months of the span"
    assert told(of(*held(date(2026, 10, 20))), last=date(2027, 3, 1)).last == TODAY


def test_what_was_in_force_then_counts_and_not_what_is_in_force_now() -> None:
    weekly = DEFAULT.supervision.__replace__(ideal=Interval.parse("1 week"), limit=Interval.parse("2 weeks"))
    tighter_from = date(2026, 6, 1)
    history = (*ALWAYS, PolicySince(tighter_from, DEFAULT.__replace__(supervision=weekly)))
    sessions = held(date(2026, 3, 3), date(2026, 4, 2), date(2026, 6, 10), date(2026, 7, 10))
    gaps = regularity(of(*sessions), history, FIRST, date(2026, 7, 10), TODAY).gaps
    assert [(one.limit, one.over_limit) for one in gaps] == [("1 month", 0), ("2 weeks", 39), ("2 weeks", 16)]
    loosened = EarlierLimits(weekly, DEFAULT.newly_qualified, tighter_from - DAY)
    back = (
        PolicySince(date.min, DEFAULT.__replace__(supervision=weekly)),
        PolicySince(tighter_from, DEFAULT.__replace__(earlier=(loosened,))),
    )
    runs = regularity(of(*held(date(2026, 5, 25), date(2026, 6, 20))), back, FIRST, date(2026, 6, 20), TODAY)
    assert runs.gaps[-1].over_limit == 12, "a clock that runs never loosens"


def test_a_limit_of_ones_own_counts_from_the_day_it_was_agreed_to_its_last() -> None:
    agreed = (RuleSaid(date(2026, 5, 1), "2 weeks", date(2026, 6, 30)),)
    days = (
        date(2026, 3, 3),
        date(2026, 4, 2),
        date(2026, 5, 10),
        date(2026, 6, 1),
        date(2026, 7, 10),
        date(2026, 8, 9),
    )
    gaps = told(of(*held(*days), rules=agreed), last=days[-1]).gaps
    assert [(one.began.month, one.limit, one.over_limit) for one in gaps] == [
        (3, "1 month", 0),
        (4, "2 weeks", 10),  # from the first of May on, when it was agreed: eight days more than nothing, as it stood
        (5, "2 weeks", 8),
        (6, "2 weeks", 25),
        (7, "1 month", 0),
    ]


@st.composite
def _histories(draw: st.DrawFn) -> Supervised:
    days = draw(st.lists(st.integers(0, 320), max_size=12, unique=True))
    leaves = draw(st.lists(st.tuples(st.integers(-20, 320), st.integers(0, 40)), max_size=4))
    start = draw(st.one_of(st.none(), st.integers(-200, 200)))
    newly = draw(st.one_of(st.none(), st.integers(-200, 200)))
    return of(
        *held(*(FIRST + day * DAY for day in days)),
        absences=tuple(away(FIRST + at * DAY, FIRST + (at + long) * DAY) for at, long in leaves),
        starts=FIRST + start * DAY if start is not None else None,
        newly_qualified_from=FIRST + newly * DAY if newly is not None else None,
    )


def _sums(found: WorkerRegularity) -> tuple[int, ...]:
    of_gaps = (sum(one.over_ideal for one in found.gaps), sum(one.over_limit for one in found.gaps))
    of_months = (sum(one.over_ideal for one in found.months), sum(one.over_limit for one in found.months))
    assert of_gaps == of_months
    counted = sum(one.counted for one in found.months)
    return (*of_gaps, counted, sum(one.away for one in found.months), len(found.held), len(found.cancelled))


@given(_histories(), st.integers(0, (LAST - FIRST).days - 1))
def test_no_day_of_a_gap_is_lost_or_counted_twice_where_a_span_is_cut_in_two(history: Supervised, cut: int) -> None:
    middle = FIRST + cut * DAY
    parts = [_sums(told(history, last=middle)), _sums(told(history, first=middle + DAY))]
    assert tuple(map(sum, zip(*parts, strict=True))) == _sums(told(history))


@given(_histories(), st.integers(0, (LAST - FIRST).days))
def test_each_day_stands_where_the_morning_list_of_that_day_had_it(history: Supervised, at: int) -> None:
    day = FIRST + at * DAY
    before = [one.held_on for one in history.sessions if one.held_on is not None and one.held_on < day]
    worker = history.worker.__replace__(last_held=max(before, default=None))
    clock = supervision_clock(worker, history.absences, DEFAULT, day)
    found = told(history, first=day, last=day)
    (month,) = found.months
    if not month.counted:
        # Nothing to count from yet, or it begins today; or it began only with a later session.
        assert not before
        assert (
            worker.starts is None
            or worker.starts >= day
            or min(one.held_on or day for one in history.sessions) < (worker.starts)
        )
        return
    absent = any(one.first_day <= day <= (one.last_day or day) for one in history.absences)
    assert (month.away == 1) == absent
    late = clock.limit_by is not None and day > clock.limit_by
    assert (month.over_limit == 1) == (late and not absent)
    due = clock.ideal_by is not None and day > clock.ideal_by
    assert (month.over_ideal == 1) == (due and not absent)


def test_the_strip_says_each_month_without_a_colour() -> None:
    year = told(
        of(
            *held(date(2026, 2, 2), date(2026, 2, 16), date(2026, 5, 20), date(2026, 6, 14)),
            absences=(away(date(2026, 7, 1), date(2026, 8, 31)),),
        ),
        last=date(2026, 8, 31),
    )
    assert [month_mark(one) for one in year.months] == [". ", "2 ", "0!", "0!", "1!", "1'", "- ", "- "]
    assert GapReason("not_booked", date(2026, 2, 17), date(2026, 3, 16)) in year.gaps[0].reasons
