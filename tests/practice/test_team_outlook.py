"""Where a team goes if nothing changes, and what if: boundaries, and laws that hold for every team."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_tui.practice.facts import Absence, Child, Risk, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, TeamId, WorkerId
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.sight.cycles import Planning, cycles
from oversight_tui.practice.sight.flows import Move, MoveKind
from oversight_tui.practice.sight.known_changes import known_changes
from oversight_tui.practice.sight.newcomers import with_newcomers
from oversight_tui.practice.sight.outlook import Course, Outlook, outlook
from oversight_tui.practice.sight.people_then import as_asked, shared_out
from oversight_tui.practice.sight.projecting import Range, WeekFlow, net_change
from oversight_tui.practice.sight.weeks_back import weeks_back
from oversight_tui.practice.sight.what_if_asked import NOTHING, Back, Leaves, WhatIf

TODAY = date(2026, 11, 23)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
END = TODAY + 12 * WEEK
LONG_AGO = TODAY - 400 * DAY
RISKS: tuple[Risk, ...] = ("low", "medium", "high", "very_high")
NORTH = "North Team"
ANN = Worker(WorkerId(1), "Ann Lee", team=NORTH, fte=1.0, last_held=TODAY - 3 * DAY, seen_by=LONG_AGO)
BO = Worker(WorkerId(2), "Bo Ortiz", team=NORTH, fte=1.0, last_held=TODAY - 5 * DAY, seen_by=LONG_AGO)
NEW = Worker(WorkerId(3), "Cy Moss", team=NORTH, fte=0.5, last_held=TODAY - 3 * DAY, seen_by=LONG_AGO)


def child(number: int, worker: Worker | None, risk: Risk = "medium", ago: int = 10, family: str | None = None) -> Child:
    return Child(
        ChildId(number),
        f"C-{number:03}",
        team=NORTH,
        worker_id=worker.id if worker else None,
        risk=risk,
        last_discussed=TODAY - ago * DAY,
        here_since=LONG_AGO,
        family=family,
    )


def children_of(worker: Worker, number: int, first: int = 0, risk: Risk = "medium") -> tuple[Child, ...]:
    return tuple(child(first + one, worker, risk) for one in range(1, number + 1))


def team(workers: Sequence[Worker], children: Sequence[Child], absences: Sequence[Absence] = ()) -> TeamFacts:
    return TeamFacts((NORTH,), None, tuple(workers), tuple(children), absences=tuple(absences))


def weeks(*nets: int) -> tuple[WeekFlow, ...]:
    first = TODAY - len(nets) * WEEK
    return tuple(
        WeekFlow(first + place * WEEK, first + place * WEEK + 6 * DAY, max(net, 0), max(-net, 0), 0, 0)
        for place, net in enumerate(nets)
    )


QUIET = weeks(*[0] * 13)


def told(facts: TeamFacts, asked: WhatIf = NOTHING, nets: Sequence[WeekFlow] = QUIET) -> Outlook:
    return outlook(facts, {}, nets, DEFAULT, TODAY, asked)


def what_if(facts: TeamFacts, asked: WhatIf, nets: Sequence[WeekFlow] = QUIET) -> Course:
    found = told(facts, asked, nets).asked
    assert found is not None
    return found


def held(course: Course) -> dict[str, int]:
    return {one.name: one.children for one in course.workers}


# --- Sums of weeks ------------------------------------------------------------------------------------


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=6), st.integers(1, 4))
def test_the_range_is_that_of_every_way_to_add_up_such_weeks(nets: list[int], number: int) -> None:
    """Each way is added up on its own, and put in order: so many of a hundred lie at or below."""
    every = sorted(sum(way) for way in product(nets, repeat=number))
    found = net_change(nets, number)
    assert found.low == every[-(-len(every) * 10 // 100) - 1]
    assert found.high == every[-(-len(every) * 90 // 100) - 1]
    assert found.mean == pytest.approx(sum(every) / len(every))


@given(st.lists(st.integers(-60, 60), min_size=4, max_size=13), st.sampled_from([4, 8, 12]))
def test_the_range_holds_what_is_to_be_expected(nets: list[int], number: int) -> None:
    found = net_change(nets, number)
    assert found.low - 1e-9 <= found.mean <= found.high + 1e-9


def test_ten_of_a_hundred_lie_at_or_below_the_low_end_and_ninety_at_or_below_the_high_one() -> None:
    assert net_change(range(10), 1) == Range(0, 4.5, 8)


@pytest.mark.parametrize(("known", "said"), [(3, False), (4, True)])
def test_from_four_weeks_on_it_is_said_where_that_leads(known: int, said: bool) -> None:
    course = told(team([ANN], children_of(ANN, 3)), nets=weeks(*[1] * known)).unchanged
    assert bool(course.ahead) is said
    assert (course.net_a_week == 1) is said


# --- The weeks gone by --------------------------------------------------------------------------------


def move(on: date, kind: MoveKind = "new") -> Move:
    return Move(ChildId(1), on, kind, TeamId(1))


@pytest.mark.parametrize(
    ("on", "week"),
    [
        pytest.param(TODAY, None, id="today is not over"),
        pytest.param(TODAY - DAY, 12, id="yesterday"),
        pytest.param(TODAY - 7 * DAY, 12, id="a week ago"),
        pytest.param(TODAY - 8 * DAY, 11, id="the week before"),
        pytest.param(TODAY - 91 * DAY, 0, id="thirteen weeks ago"),
        pytest.param(TODAY - 92 * DAY, None, id="a day more"),
    ],
)
def test_a_move_counts_in_the_week_it_happened_in(on: date, week: int | None) -> None:
    found = weeks_back([move(on)], LONG_AGO, TODAY)
    assert [place for place, one in enumerate(found) if one.net] == ([week] if week is not None else [])


@pytest.mark.parametrize(("begun", "number"), [(92, 13), (91, 12), (85, 12), (84, 11), (0, 0)])
def test_a_week_counts_once_it_lies_after_the_first_list(begun: int, number: int) -> None:
    assert len(weeks_back([], TODAY - begun * DAY, TODAY)) == number


def test_what_came_and_what_went_are_held_against_each_other() -> None:
    kinds: tuple[MoveKind, ...] = ("new", "new", "transferred_in", "closed", "transferred_out")
    assert weeks_back([move(TODAY - DAY, kind) for kind in kinds], LONG_AGO, TODAY)[-1].net == 1


# --- What is known ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "there"), [(27, False), (28, True)])
def test_a_worker_counts_up_to_and_with_the_last_day(days: int, there: bool) -> None:
    bo = BO.__replace__(leaves=TODAY + days * DAY)
    facts = team([ANN, bo], [*children_of(ANN, 4), *children_of(bo, 2, 10)])
    first = told(facts).unchanged.ahead[0]
    assert (first.fte, first.children.mean) == (2.0 if there else 1.0, 6)


@pytest.mark.parametrize(("last_day", "with_ann"), [(END, 3), (END - DAY, 0)])
def test_whoever_is_here_at_the_end_has_their_children_still(last_day: date, with_ann: int) -> None:
    ann = ANN.__replace__(leaves=last_day)
    then = shared_out(team([ann, BO], children_of(ann, 3)), DEFAULT, END)
    assert sum(one.worker_id == ann.id for one in then.children) == with_ann


@pytest.mark.parametrize(("days", "present"), [(27, 2.0), (28, 1.0)])
def test_an_absence_counts_up_to_and_with_its_last_day(days: int, present: float) -> None:
    away = Absence(BO.id, "sickness", TODAY - DAY, TODAY + days * DAY)
    first = told(team([ANN, BO], (), [away])).unchanged.ahead[0]
    assert (first.fte, first.present_fte) == (2.0, present)


@pytest.mark.parametrize(("days", "fte"), [(28, 2.0), (29, 1.0)])
def test_a_worker_who_is_to_come_counts_from_the_first_day(days: int, fte: float) -> None:
    found = told(team([ANN, BO.__replace__(starts=TODAY + days * DAY)], ()))
    assert found.today.ahead[0].fte == 1.0
    assert found.unchanged.ahead[0].fte == fte


def test_what_is_known_is_said_by_day_and_what_is_not_last() -> None:
    facts = team(
        [ANN.__replace__(leaves=TODAY + 9 * DAY), BO, NEW],
        (),
        [
            Absence(BO.id, "sickness", TODAY, None),
            Absence(NEW.id, "leave", TODAY + 2 * DAY, TODAY + 4 * DAY),
            Absence(NEW.id, "leave", TODAY + 5 * DAY, TODAY + 6 * DAY),
        ],
    )
    assert [(one.kind, one.worker, one.on) for one in known_changes(facts, TODAY, END)] == [
        ("away", "Cy Moss", TODAY + 2 * DAY),
        ("back", "Cy Moss", TODAY + 7 * DAY),
        ("leaves", "Ann Lee", TODAY + 9 * DAY),
        ("no_return", "Bo Ortiz", None),
    ]


# --- What if ------------------------------------------------------------------------------------------


def test_who_leaves_has_their_children_with_whoever_has_most_room_and_families_stay_together() -> None:
    family = [child(50 + one, ANN, family="Okafor") for one in range(3)]
    facts = team([ANN, BO, NEW], [*children_of(ANN, 2), *family, *children_of(BO, 10, 10), *children_of(NEW, 3, 30)])
    asked = WhatIf(leaves=(Leaves(ANN.id, TODAY + 7 * DAY),))
    then = shared_out(as_asked(facts, asked, TODAY), DEFAULT, END)
    assert {one.worker_id for one in then.children if one.family} == {NEW.id}
    course = what_if(facts, asked)
    # Full: 18 with Bo, 9 with Cy. The three go to Cy, who has 3 of 9; then one to Bo, who has 10 of 18, and one more.
    assert held(course) == {"Bo Ortiz": 12, "Cy Moss": 6}


def test_a_newly_qualified_worker_is_full_sooner() -> None:
    newly = ANN.__replace__(newly_qualified_from=TODAY - 90 * DAY)
    facts = team([newly, BO, NEW], [*children_of(newly, 10), *children_of(BO, 10, 20), *children_of(NEW, 1, 50)])
    course = what_if(facts, WhatIf(leaves=(Leaves(NEW.id, TODAY),)))
    assert held(course) == {"Ann Lee": 10, "Bo Ortiz": 11}
    assert [round(one.percent or 0) for one in course.workers] == [62, 61]  # of 16.2, which is 90 % of 18; of 18


def test_where_nobody_is_there_the_children_have_nobody_and_that_is_counted() -> None:
    away = Absence(BO.id, "sickness", TODAY, None)
    facts = team([ANN, BO], children_of(ANN, 4), [away])
    course = what_if(facts, WhatIf(leaves=(Leaves(ANN.id, TODAY),)))
    assert course.with_nobody == 4
    assert course.ahead[-1].children == Range(0, 0, 0)


def test_back_ends_the_absence_with_what_follows_on_it_and_leaves_later_leave_alone() -> None:
    stretch = [
        Absence(BO.id, "sickness", TODAY, TODAY + 9 * DAY),
        Absence(BO.id, "sickness", TODAY + 10 * DAY, END),
        Absence(BO.id, "sickness", END, END),
    ]
    leave = Absence(BO.id, "leave", END + 9 * DAY, END + 12 * DAY)
    ann_away = Absence(ANN.id, "leave", TODAY, END)
    facts = team([ANN, BO], (), [*stretch, leave, ann_away])
    course = what_if(facts, WhatIf(back=(Back(BO.id, TODAY + 28 * DAY),)))
    assert [one.present_fte for one in course.ahead] == [1.0, 1.0, 1.0]
    ends = as_asked(facts, WhatIf(back=(Back(BO.id, TODAY + 3 * DAY),)), TODAY).absences
    assert [one for one in ends if one.worker_id == BO.id] == [
        stretch[0].__replace__(last_day=TODAY + 2 * DAY),
        leave,
    ]
    later = what_if(facts, WhatIf(back=(Back(BO.id, TODAY + 29 * DAY),)))
    assert [one.present_fte for one in later.ahead] == [None, 1.0, 1.0]


def test_children_more_a_week_are_in_the_caseload_and_with_somebody() -> None:
    facts = team([ANN, BO], [*children_of(ANN, 10), *children_of(BO, 12, 20)])
    course = what_if(facts, WhatIf(more=1))
    assert [one.children.mean for one in course.ahead] == [26, 30, 34]
    assert held(course) == {"Ann Lee": 17, "Bo Ortiz": 17}
    fewer = what_if(facts, WhatIf(more=-3))
    assert [one.children.mean for one in fewer.ahead] == [10, 0, 0]
    assert held(fewer) == held(told(facts).today)


def test_the_cycle_of_today_is_short_by_whom_the_sessions_have_no_place_for() -> None:
    """Four sessions of six places in the twelve weeks: 24 talks, and each child asks for one."""
    facts = team([ANN], children_of(ANN, 24, risk="medium"))
    assert told(facts).today.workers[0].cycle.kept
    too_many = team([ANN], children_of(ANN, 26, risk="medium"))
    cycle = told(too_many).today.workers[0].cycle
    assert (cycle.kept, cycle.short_by) == (False, 2)


def test_who_is_only_to_be_expected_is_nobody_of_the_store_and_missed_no_talk_before_the_first_session() -> None:
    """Six places at three weeks are enough for six of high risk, each of whom comes up every time."""
    ann = ANN.__replace__(last_held=TODAY)
    facts = team([ann], [child(1, ann, "high", ago=0)])
    then = with_newcomers(facts, 5, DEFAULT, TODAY, END)
    assert len({one.id for one in then.children}) == 6
    by = Planning({}, DEFAULT, TODAY, END, ())
    assert cycles(then, by)[ann.id].kept
    assert not cycles(with_newcomers(facts, 6, DEFAULT, TODAY, END), by)[ann.id].kept


# --- Laws ---------------------------------------------------------------------------------------------


@st.composite
def teams(draw: st.DrawFn) -> TeamFacts:
    workers = tuple(
        Worker(
            WorkerId(number),
            f"Worker {number}",
            team=NORTH,
            fte=draw(st.sampled_from([None, 0.5, 0.8, 1.0])),
            last_held=TODAY - draw(st.integers(0, 40)) * DAY,
            seen_by=LONG_AGO,
        )
        for number in range(1, draw(st.integers(1, 3)) + 1)
    )
    children = tuple(
        child(number, draw(st.sampled_from(workers)), draw(st.sampled_from(RISKS)), draw(st.integers(0, 60)))
        for number in range(draw(st.integers(0, 16)))
    )
    return team(workers, children)


FEW = settings(max_examples=25, deadline=None)


@FEW
@given(teams(), st.integers(0, 3), st.integers(1, 3))
def test_more_children_never_make_the_caseload_smaller_nor_the_cycle_kept(
    facts: TeamFacts, more: int, and_more: int
) -> None:
    one = what_if(facts, WhatIf(more=more)) if more else told(facts).unchanged
    other = what_if(facts, WhatIf(more=more + and_more))
    for before, after in zip(one.ahead, other.ahead, strict=True):
        assert after.children.low >= before.children.low
        assert after.children.high >= before.children.high
        if before.per_fte is not None and after.per_fte is not None:
            assert after.per_fte.mean >= before.per_fte.mean
    for before_worker, after_worker in zip(one.workers, other.workers, strict=True):
        assert after_worker.children >= before_worker.children
        assert before_worker.cycle.kept or not after_worker.cycle.kept


@FEW
@given(teams())
def test_who_leaves_with_no_children_changes_the_fte_alone(facts: TeamFacts) -> None:
    leaver = Worker(WorkerId(9), "Zed", team=NORTH, fte=1.0, last_held=TODAY, seen_by=LONG_AGO)
    facts = facts.__replace__(workers=(*facts.workers, leaver))
    found = told(facts, WhatIf(leaves=(Leaves(leaver.id, TODAY),)))
    assert found.asked is not None
    assert [one for one in found.unchanged.workers if one.worker != leaver.id] == list(found.asked.workers)
    for before, after in zip(found.unchanged.ahead, found.asked.ahead, strict=True):
        assert after.children == before.children
        assert (before.fte or 0) - (after.fte or 0) == pytest.approx(1.0)


@FEW
@given(teams())
def test_where_nobody_comes_or_goes_the_outlook_is_flat_and_its_range_a_point(facts: TeamFacts) -> None:
    found = told(facts)
    (now,) = found.today.ahead
    assert [one.children for one in found.unchanged.ahead] == [now.children] * 3
    assert now.children.low == now.children.mean == now.children.high
    assert found.unchanged.workers == found.today.workers


@FEW
@given(teams(), st.integers(1, 30), st.none() | st.integers(31, 90))
def test_the_end_of_an_absence_makes_nothing_worse(facts: TeamFacts, days: int, lasts: int | None) -> None:
    who = facts.workers[0].id
    away = Absence(who, "sickness", TODAY - DAY, TODAY + lasts * DAY if lasts is not None else None)
    found = told(facts.__replace__(absences=(away,)), WhatIf(back=(Back(who, TODAY + days * DAY),)))
    assert found.asked is not None
    for before, after in zip(found.unchanged.ahead, found.asked.ahead, strict=True):
        assert (after.present_fte or 0) >= (before.present_fte or 0)
        assert after.children == before.children
    for before_worker, after_worker in zip(found.unchanged.workers, found.asked.workers, strict=True):
        assert after_worker.cycle.kept or not before_worker.cycle.kept
        assert after_worker.cycle.short_by <= before_worker.cycle.short_by
