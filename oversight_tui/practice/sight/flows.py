"""The ways of children between teams: who came new, who was closed, who went from one team to another.

A move is of the day on which it happened. What is within one day (a team for an hour, an end and the next holder) is no
move: each day is held against the one before, as it stood at its end. Handing over inside a team is no move either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, TeamId

MoveKind = Literal["new", "closed", "transferred_in", "transferred_out"]


class Move(Struct, frozen=True, gc=False):
    """A child who came to a team, or left it, on a day.

    `new` comes to the team from none, for the first time or again after a closing; `closed` leaves it and nobody holds
    the child afterwards; a transfer is out of one team and into the other.
    """

    child: ChildId
    on: date
    kind: MoveKind
    team: TeamId


class Turn(Struct, frozen=True, gc=False):
    """What an entry says of who holds a child from a day on: somebody (`held`), in a team where it is known; or nobody
    any more. `with_first_list` says that the first list of that team showed it, and so that the team had the child
    before anybody counted.
    """

    on: date
    held: bool
    team: TeamId | None = None
    with_first_list: bool = False


_NOBODY = Turn(date.min, held=False)


def moves_of(child: ChildId, turns: Sequence[Turn], first: date, last: date) -> Iterator[Move]:
    """The moves of a child between two days, both included. `turns` are all there are, each after the one before."""
    before, is_known = _NOBODY, False
    for on, of_the_day in groupby(turns, key=attrgetter("on")):
        if on > last:
            return
        *_, after = of_the_day
        was_there = after.with_first_list and not is_known
        if on >= first and before.team != after.team and not was_there:
            yield from _between(child, before.team, after)
        before, is_known = after, True


def _between(child: ChildId, left: TeamId | None, after: Turn) -> Iterator[Move]:
    if left is not None:
        yield Move(child, after.on, "transferred_out" if after.held else "closed", left)
    if after.team is not None:
        yield Move(child, after.on, "new" if left is None else "transferred_in", after.team)
