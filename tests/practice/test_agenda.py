"""The laws of the agenda: nobody misses the cycle where there is time, and no plan reaches more deadlines."""

from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_tui.practice.agenda import Agenda, Candidate, SessionSlot, plan
from oversight_tui.practice.board import Factor
from oversight_tui.practice.ids import ChildId

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
EACH = 15


def child(number: int, points: float = 0, last: int | None = None, family: str | None = None) -> Candidate:
    day = None if last is None else TODAY + last * DAY
    return Candidate(ChildId(number), f"C-{number}", day, (Factor("need", points),), family)


def sessions(*rooms: int, every: int = 21) -> list[SessionSlot]:
    return [SessionSlot(TODAY + at * every * DAY, room * EACH) for at, room in enumerate(rooms)]


def until(slots: list[SessionSlot], every: int = 21) -> date:
    return slots[-1].on + every * DAY


def numbers(agenda: Agenda) -> list[list[ChildId]]:
    return [[item.child.child_id for item in session.items] for session in agenda.sessions]


def in_time(children: list[Candidate], slots: list[SessionSlot], placed: dict[ChildId, int]) -> int:
    """How many of those whose cycle ends before the sessions after these are reached before it ends."""
    found = 0
    for one in children:
        if one.last_day is None or one.last_day >= until(slots):
            continue
        at = placed.get(one.child_id)
        late_already = one.last_day < slots[0].on
        found += at is not None and (slots[at].on <= one.last_day or (late_already and at == 0))
    return found


many = st.lists(st.tuples(st.integers(0, 60), st.integers(-20, 90)), max_size=6)


@settings(max_examples=150, deadline=None)
@given(drawn=many, rooms=st.lists(st.integers(0, 2), min_size=1, max_size=3))
def test_no_plan_of_the_same_sessions_reaches_more(drawn: list[tuple[int, int]], rooms: list[int]) -> None:
    children = [child(number, points, last) for number, (points, last) in enumerate(drawn)]
    slots = sessions(*rooms)
    agenda = plan(children, slots, EACH, TODAY, until(slots))
    ours = {one: at for at, session in enumerate(numbers(agenda)) for one in session}
    best = 0
    for places in product(range(len(rooms) + 1), repeat=len(children)):
        if all(places.count(at) <= room for at, room in enumerate(rooms)):
            placed = {one.child_id: at for one, at in zip(children, places, strict=True) if at < len(rooms)}
            best = max(best, in_time(children, slots, placed))
    assert in_time(children, slots, ours) == best
    due = sum(one.last_day is not None and one.last_day < until(slots) for one in children)
    assert agenda.cycle.short_by == due - best
    assert agenda.cycle.kept == (agenda.cycle.short_by == 0)


@settings(max_examples=100, deadline=None)
@given(drawn=st.lists(st.tuples(st.integers(0, 60), st.integers(-20, 200)), max_size=40))
def test_with_enough_time_nobody_misses_the_cycle(drawn: list[tuple[int, int]]) -> None:
    children = [child(number, points, last) for number, (points, last) in enumerate(drawn)]
    slots = sessions(len(children) + 1, 0, 3)
    agenda = plan(children, slots, EACH, TODAY, until(slots))
    assert agenda.cycle.kept
    assert agenda.not_reached == ()


@settings(max_examples=100, deadline=None)
@given(
    drawn=st.lists(st.tuples(st.integers(0, 60), st.integers(-20, 200)), max_size=30),
    rooms=st.lists(st.integers(0, 8), min_size=1, max_size=5),
)
def test_nobody_is_on_two_agendas_and_no_session_is_too_full(drawn: list[tuple[int, int]], rooms: list[int]) -> None:
    children = [child(number, points, last) for number, (points, last) in enumerate(drawn)]
    agenda = plan(children, sessions(*rooms), EACH, TODAY)
    on = [one for session in numbers(agenda) for one in session]
    assert len(on) == len(set(on))
    assert all(len(session) <= room for session, room in zip(numbers(agenda), rooms, strict=True))
    assert len(on) == min(len(children), sum(rooms))


def test_of_those_who_can_be_reached_who_needs_it_most_comes_first() -> None:
    children = [child(1, 5, 100), child(2, 50, 100), child(3, 20, 100)]
    assert numbers(plan(children, sessions(2, 2), EACH, TODAY)) == [[2, 3], [1]]


def test_a_deadline_goes_before_points_where_both_cannot_be_had() -> None:
    children = [child(1, 5, 3), child(2, 50, 30)]
    agenda = plan(children, sessions(1, 1), EACH, TODAY, TODAY + 42 * DAY)
    assert numbers(agenda) == [[1], [2]]
    assert agenda.sessions[0].items[0].must


def test_who_can_wait_is_said_and_not_called_reached() -> None:
    children = [child(number, 10, 400) for number in range(5)]
    slots = sessions(2, 2)
    says = plan(children, slots, EACH, TODAY, until(slots)).cycle.says
    assert says == "5 children, 2 sessions of 30 minutes: no child misses the cycle, 1 can wait for a later session."
    assert plan(children[:4], slots, EACH, TODAY, until(slots)).cycle.says.endswith("every child is reached in time.")


def test_what_is_short_is_said_with_what_would_keep_the_cycle() -> None:
    children = [child(number, 10, 40) for number in range(31)]
    slots = sessions(6, 6, 6)
    agenda = plan(children, slots, EACH, TODAY, until(slots))
    assert agenda.cycle.short_by == 19
    assert agenda.cycle.says == (
        "31 children, 3 sessions of 90 minutes: 19 will not be reached in time; 4 more sessions by 2 Jan 2027 keep it."
    )


def test_the_manager_adds_drops_and_moves() -> None:
    children = [child(number, 60 - number, 100) for number in range(4)]
    first, second = sessions(2, 2)
    dropped = plan(children, [SessionSlot(first.on, 30, dropped=frozenset({ChildId(0)})), second], EACH, TODAY)
    assert numbers(dropped) == [[1, 2], [0, 3]]
    added = plan(children, [SessionSlot(first.on, 30, added=frozenset({ChildId(3)})), second], EACH, TODAY)
    assert numbers(added) == [[0, 3], [1, 2]]


def test_brothers_and_sisters_come_one_after_the_other() -> None:
    children = [child(1, 9, 100, "Haddad"), child(2, 8, 100), child(3, 7, 100, "Haddad")]
    assert numbers(plan(children, sessions(3), EACH, TODAY)) == [[1, 3, 2]]
