"""The laws of the agenda, held against every way there is: it says that the cycle is kept exactly when it is."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_tui.practice.agenda import Agenda, Candidate, SessionSlot, plan
from oversight_tui.practice.agenda.to_come import sessions_to_come
from oversight_tui.practice.agenda.wishes import PlannedAhead
from oversight_tui.practice.board import Factor
from oversight_tui.practice.calendar import is_working_day
from oversight_tui.practice.facts import Absence, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.possible_days import not_here

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
EACH = 15
WORKER = WorkerId(1)


def child(
    number: int,
    points: float = 0,
    last: int | None = None,
    family: str | None = None,
    again: int | None = None,
    urgent: bool = False,
) -> Candidate:
    day = None if last is None else TODAY + last * DAY
    after = Interval(again, "day") if again is not None else None
    because = (Factor("need", points),)
    return Candidate(ChildId(number), f"C-{number}", day, because, family, again=after, urgent=urgent)


def sessions(*rooms: int, every: int = 21) -> list[SessionSlot]:
    return [SessionSlot(TODAY + at * every * DAY, room * EACH) for at, room in enumerate(rooms)]


def until(slots: list[SessionSlot], every: int = 21) -> date:
    return slots[-1].on + every * DAY


def planned(children: list[Candidate], slots: list[SessionSlot], every: int = 21) -> Agenda:
    return plan(children, slots, EACH, TODAY, until(slots, every))


def numbers(agenda: Agenda) -> list[list[ChildId]]:
    return [[item.child.child_id for item in session.items] for session in agenda.sessions]


def all_limits_kept(one: Candidate, days: Iterable[date], first: SessionSlot | None, end: date) -> bool:
    """From the definitions alone: whether a child talked about on these days passes no limit before the end.

    Who is urgent and was taken off the first session by hand has missed it.
    """
    days = sorted(days)
    if one.urgent and first is not None and first.on not in days:
        return False
    limit = one.last_day or date.max
    for day in days:
        if day > limit:
            return False
        limit = day + one.again.number * DAY if one.again else date.max
    return limit >= end


def ways_of(one: Candidate, slots: Sequence[SessionSlot], end: date) -> list[frozenset[int]]:
    """Every set of sessions in which a child can be talked about so that no limit is passed."""
    may = [at for at, slot in enumerate(slots) if one.child_id not in slot.dropped or one.child_id in slot.added]
    must = {at for at, slot in enumerate(slots) if one.child_id in slot.added}
    found = (frozenset(some) for size in range(len(may) + 1) for some in combinations(may, size) if must <= set(some))
    return [
        some for some in found if all_limits_kept(one, [slots[at].on for at in some], slots[0] if slots else None, end)
    ]


def can_be_kept(children: Sequence[Candidate], slots: Sequence[SessionSlot], end: date) -> bool:
    """Whether any way at all keeps every limit: all are tried."""
    rooms = [max(slot.minutes // EACH, len(slot.added)) for slot in slots]

    def from_child(number: int, left: list[int]) -> bool:
        if number == len(children):
            return True
        for way in ways_of(children[number], slots, end):
            after = [room - (at in way) for at, room in enumerate(left)]
            if min(after, default=0) >= 0 and from_child(number + 1, after):
                return True
        return False

    return from_child(0, rooms)


# How often a child comes up, in days, and how long ago the last talk was; more than it means past the limit already.
a_child = st.tuples(st.sampled_from((7, 14, 30, 42, 90)), st.integers(0, 100), st.integers(0, 60), st.booleans())
a_session = st.tuples(st.integers(0, 3), st.integers(5, 25))
a_change = st.tuples(st.integers(0, 3), st.integers(0, 5), st.booleans())


def drawn_team(
    drawn: list[tuple[int, int, int, bool]],
    laid: list[tuple[int, int]],
    changes: list[tuple[int, int, bool]],
    begins: int,
) -> tuple[list[Candidate], list[SessionSlot], date]:
    children = [
        child(number, points, again - ago, again=again, urgent=urgent and points > 50)
        for number, (again, ago, points, urgent) in enumerate(drawn)
    ]
    day, slots = TODAY + begins * DAY, []
    for at, (room, gap) in enumerate(laid):
        slots.append(wanted(SessionSlot(day, 0), at, len(drawn), changes, room))
        day += gap * DAY
    return children, slots, day


def wanted(slot: SessionSlot, at: int, number: int, changes: list[tuple[int, int, bool]], room: int) -> SessionSlot:
    """A session with so much room and what the manager said of it: (which session, which child, added or dropped)."""
    here = {ChildId(one): added for where, one, added in changes if where == at and one < number}
    added, dropped = ({one for one, way in here.items() if way is on} for on in (True, False))
    return slot.__replace__(minutes=room * EACH, added=frozenset(added), dropped=frozenset(dropped))


@settings(max_examples=400, deadline=None)
@given(
    drawn=st.lists(a_child, max_size=6),
    laid=st.lists(a_session, min_size=1, max_size=4),
    changes=st.lists(a_change, max_size=2),
    begins=st.sampled_from((0, 0, 3)),
)
def test_the_cycle_is_kept_exactly_when_any_way_keeps_it(
    drawn: list[tuple[int, int, int, bool]],
    laid: list[tuple[int, int]],
    changes: list[tuple[int, int, bool]],
    begins: int,
) -> None:
    children, slots, end = drawn_team(drawn, laid, changes, begins)
    agenda = plan(children, slots, EACH, TODAY, end)
    on = {
        one.child_id: [
            session.slot.on
            for session in agenda.sessions
            if any(i.child.child_id == one.child_id for i in session.items)
        ]
        for one in children
    }
    late = {one.child_id for one in children if not all_limits_kept(one, on[one.child_id], slots[0], end)}
    assert agenda.cycle.kept == can_be_kept(children, slots, end)
    assert {one.child_id for one in agenda.missed} == late
    assert agenda.cycle.short_by == len(late)
    for session in agenda.sessions:
        there = {item.child.child_id for item in session.items}
        assert len(there) == len(session.items)
        assert len(there) <= max(session.slot.minutes // EACH, len(session.slot.added))
        assert session.slot.added & set(on) <= there
        assert not (session.slot.dropped - session.slot.added) & there


a_leave = st.tuples(st.integers(0, 70), st.integers(1, 40), st.booleans())


@settings(max_examples=300, deadline=None)
@given(
    drawn=st.lists(a_child, max_size=4),
    laid=st.lists(st.integers(0, 80), max_size=3, unique=True),
    leaves=st.none() | st.integers(-3, 80),
    away=st.lists(a_leave, max_size=2),
    changes=st.lists(a_change, max_size=3),
    room=st.integers(1, 2),
)
def test_the_cycle_is_kept_only_by_sessions_that_will_be_held(
    drawn: list[tuple[int, int, int, bool]],
    laid: list[int],
    leaves: int | None,
    away: list[tuple[int, int, bool]],
    changes: list[tuple[int, int, bool]],
    room: int,
) -> None:
    last_day = None if leaves is None else TODAY + leaves * DAY
    worker = Worker(WORKER, "Amira", leaves=last_day, last_held=TODAY - 10 * DAY)
    leave = [
        Absence(WORKER, "leave", TODAY + first * DAY, None if no_return else TODAY + (first + long) * DAY)
        for first, long, no_return in away
    ]
    somebody_else = Absence(WorkerId(2), "leave", TODAY, None)
    plans = [PlannedAhead(EntryId(at + 1), TODAY + at * DAY, None, frozenset()) for at in sorted(laid)]
    found = sessions_to_come(worker, [*leave, somebody_else], DEFAULT, None, plans, 3, TODAY)

    def is_here(day: date) -> bool:
        away_then = any(one.first_day <= day <= (one.last_day or date.max) for one in leave)
        return not away_then and (last_day is None or day <= last_day)

    assert all(is_here(slot.on) for slot in found.slots)
    assert all(slot.plan_id or is_working_day(slot.on) for slot in found.slots)
    here = [one.on for one in plans if is_here(one.on)]
    assert [day for day in here if day < found.until] == [slot.on for slot in found.slots if slot.plan_id]
    gone = {one.on for one in plans if not is_here(one.on) and one.on < found.until}
    assert {one.on for one in found.fall_out} == gone

    children, _, _ = drawn_team(drawn, [], [], 0)
    slots = [wanted(slot, at, len(drawn), changes, room) for at, slot in enumerate(found.slots)]
    agenda = plan(
        children, slots, EACH, TODAY, found.until, not_here(worker, leave), last_day=last_day, fall_out=found.fall_out
    )
    assert agenda.cycle.kept == can_be_kept(children, slots, found.until)
    if found.until == date.max:
        assert agenda.cycle.short_by == len(children)
    assert agenda.cycle.says.count("does not count") == len(gone)
    for at, session in enumerate(agenda.sessions):
        off = {one.child.child_id: one.to for one in session.put_off}
        assert set(off) == session.slot.dropped - session.slot.added
        for child_id, to in off.items():
            later = [
                following.slot.on
                for following in agenda.sessions[at:]
                if any(item.child.child_id == child_id for item in following.items)
            ]
            assert to == (later[0] if later else None)


@settings(max_examples=200, deadline=None)
@given(drawn=st.lists(a_child, min_size=1, max_size=6), rooms=st.lists(st.integers(1, 3), min_size=2, max_size=3))
def test_who_is_urgent_comes_as_soon_as_there_is_room_before_any_who_is_not(
    drawn: list[tuple[int, int, int, bool]], rooms: list[int]
) -> None:
    children, _, _ = drawn_team(drawn, [], [], 0)
    waiting = {one.child_id for one in children if one.urgent}
    for session, room in zip(planned(children, sessions(*rooms)).sessions, rooms, strict=True):
        there = {item.child.child_id for item in session.items}
        assert len(there & waiting) == min(len(waiting), room)
        waiting -= there


@settings(max_examples=200, deadline=None)
@given(
    drawn=st.lists(a_child, min_size=2, max_size=6),
    rooms=st.lists(st.integers(1, 6), min_size=2, max_size=3),
    off=st.integers(0, 5),
    last_time=st.booleans(),
)
def test_who_was_put_off_comes_in_the_next_session_before_all_who_can_wait(
    drawn: list[tuple[int, int, int, bool]], rooms: list[int], off: int, last_time: bool
) -> None:
    children, _, _ = drawn_team(drawn, [], [], 0)
    one = children[off % len(children)]
    slots = sessions(*rooms)
    if last_time:
        children = [child.__replace__(put_off=child == one) for child in children]
    else:
        slots[0] = slots[0].__replace__(dropped=frozenset({one.child_id}))
    at = 0 if last_time else 1
    following = planned(children, slots).sessions[at]
    there = [item.child.child_id for item in following.items]
    if one.last_day is not None and one.last_day < following.slot.on:
        assert one.child_id in there or all(item.child.urgent for item in following.items)
    if rooms[at] >= len(children):
        assert one.child_id in there


def test_who_was_put_off_comes_before_whoever_needs_it_more_and_can_wait() -> None:
    children = [child(1, 50, 100), child(2, 5, 100), child(3, 40, 100)]
    first, *later = sessions(1, 1, 1)
    assert numbers(planned(children, [first.__replace__(dropped=frozenset({ChildId(2)})), *later])) == [[1], [2], [3]]
    children[1] = children[1].__replace__(put_off=True)
    assert numbers(planned(children, [first, *later])) == [[2], [1], [3]]


@settings(max_examples=150, deadline=None)
@given(
    drawn=st.lists(st.tuples(st.integers(0, 60), st.integers(-20, 90)), max_size=6),
    rooms=st.lists(st.integers(0, 2), min_size=1, max_size=3),
)
def test_where_each_comes_up_once_no_plan_leaves_fewer_out(drawn: list[tuple[int, int]], rooms: list[int]) -> None:
    children = [child(number, points, last) for number, (points, last) in enumerate(drawn)]
    slots = sessions(*rooms)
    agenda = planned(children, slots)
    end = until(slots)
    past = [one for one in children if one.last_day is not None and one.last_day < TODAY]
    caught_up = [one.__replace__(last_day=TODAY) if one in past else one for one in children]
    most = max(
        size
        for size in range(len(children) + 1)
        if any(can_be_kept(some, slots, end) for some in combinations(caught_up, size))
    )
    in_first = [item.child.child_id for item in agenda.sessions[0].items]
    reached = len(children) - len(agenda.missed) + sum(one.child_id in in_first for one in past)
    assert reached == most


@settings(max_examples=100, deadline=None)
@given(drawn=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 200)), max_size=40))
def test_with_enough_time_nobody_misses_the_cycle(drawn: list[tuple[int, int]]) -> None:
    children = [child(number, points, last) for number, (points, last) in enumerate(drawn)]
    agenda = planned(children, sessions(len(children) + 1, 0, 3))
    assert agenda.cycle.kept
    assert agenda.missed == ()


@settings(max_examples=100, deadline=None)
@given(
    drawn=st.lists(st.tuples(st.integers(0, 60), st.integers(-20, 200)), max_size=30),
    rooms=st.lists(st.integers(0, 8), min_size=1, max_size=5),
)
def test_no_place_is_left_empty_while_anybody_waits(drawn: list[tuple[int, int]], rooms: list[int]) -> None:
    children = [child(number, points, last) for number, (points, last) in enumerate(drawn)]
    agenda = planned(children, sessions(*rooms))
    on = [one for session in numbers(agenda) for one in session]
    assert len(on) == len(set(on)) == min(len(children), sum(rooms))
    assert all(len(session) <= room for session, room in zip(numbers(agenda), rooms, strict=True))


@settings(max_examples=100, deadline=None)
@given(drawn=st.lists(a_child, min_size=1, max_size=14), laid=st.lists(a_session, min_size=1, max_size=3))
def test_the_sessions_more_that_are_named_keep_it(
    drawn: list[tuple[int, int, int, bool]], laid: list[tuple[int, int]]
) -> None:
    children, slots, end = drawn_team(drawn, laid, [], 0)
    says = plan(children, slots, EACH, TODAY, end).cycle.says
    if " more session" not in says:
        return
    more = int(says.split("; ")[-1].split()[0])
    by = next(
        day
        for day in (TODAY + number * DAY for number in range(200))
        if f"by {day:%a} {day.day} {day:%b}" in says.split("; ")[-1]
    )
    longest = max(slot.minutes for slot in slots)
    again = plan(children, [*slots, *[SessionSlot(by, longest)] * more], EACH, TODAY, end)
    roomy = plan(children, [slot.__replace__(minutes=400) for slot in slots], EACH, TODAY, end)
    assert {one.child_id for one in again.missed} <= {one.child_id for one in roomy.missed}
    assert again.cycle.kept or not says.endswith((" keeps it.", " keep it."))


@pytest.mark.parametrize(
    ("last", "again", "kept", "on"),
    [
        pytest.param(-48, 90, False, 1, id="48 days over"),
        pytest.param(-1, 90, False, 1, id="a day over"),
        pytest.param(0, 90, True, 1, id="the last day is today"),
        pytest.param(14, 14, False, 3, id="every two weeks, sessions every three"),
        pytest.param(14, 20, False, 3, id="a day short of the interval"),
        pytest.param(14, 21, True, 3, id="as often as the sessions are"),
        pytest.param(30, 30, True, 3, id="monthly: every time, since every other is too late"),
        pytest.param(41, 42, True, 1, id="twice in six weeks: in the second session"),
        pytest.param(62, 90, True, 1, id="the limit is the day before the session after these"),
    ],
)
def test_when_the_cycle_of_one_child_is_kept(last: int, again: int, kept: bool, on: int) -> None:
    agenda = planned([child(1, 5, last, again=again)], sessions(1, 1, 1))
    assert agenda.cycle.kept is kept
    assert sum(map(len, numbers(agenda))) >= on


def test_a_child_past_the_limit_has_missed_it_and_the_sentence_says_so() -> None:
    agenda = planned([child(1, 50, -48), child(2, 5, 80)], sessions(6, 6, 6))
    assert agenda.cycle.says == "2 children, 3 sessions of 90 minutes: 1 is past the limit already."
    assert (agenda.cycle.kept, agenda.cycle.short_by) == (False, 1)
    assert numbers(agenda)[0][0] == 1
    assert agenda.sessions[0].items[0].must


def test_who_comes_due_between_two_sessions_is_said_with_the_day() -> None:
    agenda = planned([child(1, 50, 14, again=14), child(2, 5, 80)], sessions(6, 6, 6))
    assert agenda.cycle.says.endswith("1 comes due with no session in time, by Mon 7 Dec.")
    assert [1 in session for session in numbers(agenda)] == [True, True, True]


def test_the_urgent_are_in_the_first_session_whatever_their_points() -> None:
    children = [child(1, 90, 100), child(2, 80, 100), child(3, 1, 100, urgent=True)]
    agenda = planned(children, sessions(1, 1, 1))
    assert numbers(agenda) == [[3], [1], [2]]
    assert agenda.sessions[0].items[0].must
    too_many = planned([*children, child(4, 2, 100, urgent=True)], sessions(1, 1, 1))
    assert (numbers(too_many)[:2], too_many.cycle.kept) == ([[4], [3]], False)


def test_of_those_who_can_be_reached_who_needs_it_most_comes_first() -> None:
    children = [child(1, 5, 100), child(2, 50, 100), child(3, 20, 100)]
    assert numbers(planned(children, sessions(2, 2))) == [[2, 3], [1]]


def test_a_deadline_goes_before_points_where_both_cannot_be_had() -> None:
    children = [child(1, 5, 3), child(2, 50, 30)]
    agenda = planned(children, sessions(1, 1))
    assert numbers(agenda) == [[1], [2]]
    assert agenda.sessions[0].items[0].must


def test_thirty_minutes_and_five_children_are_the_five_who_need_it_most() -> None:
    children = [child(number, number, 100 + number) for number in range(12)]
    agenda = planned(children, [SessionSlot(TODAY, 30, children=5)])
    assert numbers(agenda) == [[11, 10, 9, 8, 7]]
    assert {item.minutes for item in agenda.sessions[0].items} == {6}


def test_who_can_wait_is_said_and_not_called_reached() -> None:
    children = [child(number, 10, 400) for number in range(5)]
    slots = sessions(2, 2)
    says = planned(children, slots).cycle.says
    assert says == "5 children, 2 sessions of 30 minutes: no child misses the cycle, 1 can wait for a later session."
    assert planned(children[:4], slots).cycle.says.endswith("every child is reached in time.")


def test_what_is_short_is_said_with_what_would_keep_the_cycle() -> None:
    children = [child(number, 10, 40) for number in range(31)]
    agenda = planned(children, sessions(6, 6, 6))
    assert agenda.cycle.short_by == 19
    assert agenda.cycle.says == (
        "31 children, 3 sessions of 90 minutes: 19 will not be reached in time; 4 more sessions by Thu 31 Dec keep it."
    )


def test_the_manager_adds_drops_and_moves() -> None:
    children = [child(number, 60 - number, 100) for number in range(4)]
    first, second = sessions(2, 2)
    dropped = planned(children, [SessionSlot(first.on, 30, dropped=frozenset({ChildId(0)})), second])
    assert numbers(dropped) == [[1, 2], [0, 3]]
    added = planned(children, [SessionSlot(first.on, 30, added=frozenset({ChildId(3)})), second])
    assert numbers(added) == [[0, 3], [1, 2]]


def test_brothers_and_sisters_come_one_after_the_other() -> None:
    children = [child(1, 9, 100, "Haddad"), child(2, 8, 100), child(3, 7, 100, "Haddad")]
    assert numbers(planned(children, sessions(3))) == [[1, 3, 2]]
