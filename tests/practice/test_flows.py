"""Which children came to a team and left it: by the day, as it stood at its end."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_tui.practice.ids import ChildId, TeamId
from oversight_tui.practice.sight.flows import Turn, moves_of

NORTH, SOUTH = TeamId(1), TeamId(2)
CHILD, DAY, FIRST, LAST = ChildId(7), timedelta(days=1), date(2026, 6, 1), date(2026, 6, 30)
MAY, JUNE_10, JUNE_20, JULY = date(2026, 5, 4), date(2026, 6, 10), date(2026, 6, 20), date(2026, 7, 1)


def held(on: date, team: TeamId | None = NORTH) -> Turn:
    return Turn(on, held=True, team=team)


def nobody(on: date) -> Turn:
    return Turn(on, held=False)


def told(*turns: Turn, first: date = FIRST, last: date = LAST) -> list[tuple[str, str, date]]:
    names = {NORTH: "North", SOUTH: "South"}
    return [(names[move.team], move.kind, move.on) for move in moves_of(CHILD, turns, first, last)]


@pytest.mark.parametrize(
    ("turns", "moves"),
    [
        ((held(JUNE_10),), [("North", "new", JUNE_10)]),
        ((held(MAY), held(JUNE_10)), []),  # from worker to worker of one team
        ((held(MAY), nobody(JUNE_10)), [("North", "closed", JUNE_10)]),
        ((held(MAY), nobody(MAY), held(JUNE_10)), [("North", "new", JUNE_10)]),  # open again
        (
            (held(MAY), held(JUNE_10, SOUTH)),
            [("North", "transferred_out", JUNE_10), ("South", "transferred_in", JUNE_10)],
        ),
        # One day ended and given to somebody: nobody was without a worker at its end.
        ((held(MAY), nobody(JUNE_10), held(JUNE_10)), []),
        ((held(MAY), held(JUNE_10, SOUTH), held(JUNE_10)), []),  # there and back within a day
        ((held(MAY), held(JUNE_10, None)), [("North", "transferred_out", JUNE_10)]),  # to somebody of no team
        ((held(MAY, None), held(JUNE_10)), [("North", "new", JUNE_10)]),
        ((held(MAY, None), nobody(JUNE_10)), []),
    ],
)
def test_what_became_of_a_child_in_june(turns: Sequence[Turn], moves: list[tuple[str, str, date]]) -> None:
    assert told(*turns) == moves


def test_the_first_and_the_last_day_belong_to_the_month_and_those_beside_it_do_not() -> None:
    for on in (FIRST, LAST):
        assert told(held(on)) == [("North", "new", on)]
    for on in (FIRST - DAY, LAST + DAY):
        assert told(held(on)) == []


def test_whom_the_first_list_of_a_team_shows_was_there_before_anybody_counted() -> None:
    first_list = Turn(JUNE_10, held=True, team=NORTH, with_first_list=True)
    assert told(first_list) == []
    assert told(first_list, nobody(JUNE_20)) == [("North", "closed", JUNE_20)]
    # Known from another team's list, so that it was seen where the child came from.
    assert told(held(MAY, SOUTH), first_list)[1] == ("North", "transferred_in", JUNE_10)


TURNS = st.lists(
    st.builds(
        lambda day, team, held: Turn(MAY + DAY * day, held=held, team=team if held else None),
        st.integers(0, 60),
        st.sampled_from([NORTH, SOUTH, None]),
        st.booleans(),
    ),
    max_size=8,
).map(lambda turns: sorted(turns, key=lambda turn: turn.on))


def team_at(turns: Sequence[Turn], day: date) -> TeamId | None:
    by_then = [turn for turn in turns if turn.on <= day]
    return by_then[-1].team if by_then else None


@given(turns=TURNS, start=st.integers(0, 60), length=st.integers(0, 40))
def test_who_was_there_with_who_came_and_without_who_left_is_who_is_there(
    turns: list[Turn], start: int, length: int
) -> None:
    first = MAY + DAY * start
    last = first + DAY * length
    there = {team: int(team_at(turns, first - DAY) == team) for team in (NORTH, SOUTH)}
    for move in moves_of(CHILD, turns, first, last):
        there[move.team] += 1 if move.kind in ("new", "transferred_in") else -1
    assert there == {team: int(team_at(turns, last) == team) for team in (NORTH, SOUTH)}
