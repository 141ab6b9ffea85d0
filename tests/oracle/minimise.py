"""The shortest part of a history that still shows a difference."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.oracle.desk import Beginnings
from tests.oracle.history import History
from tests.oracle.play import Asked, Played, play
from tests.oracle.put_right import rests_on
from tests.oracle.standing import standing
from tests.oracle.typed import Redone, Typed, Undone


def minimised(history: History, sort: str, ask: Asked, beginnings: Beginnings, store: Path) -> Played:
    """What comes of the shortest history found in which a difference of this sort is seen on that day."""
    typed = history.typed[: ask.typed]
    best = play(_history(history, typed), beginnings, store, [Asked(len(typed), ask.day)])
    size = max(1, (len(typed) - history.begun) // 2)
    while True:
        place, shorter = history.begun, False
        while place < len(typed):
            left = _without(typed, place, place + size, history.begun)
            if left is not None and len(left) < len(typed) and len(left) > history.begun:
                tried = play(_history(history, left), beginnings, store, [Asked(len(left), ask.day)])
                if sort in tried.sorts():
                    typed, best, shorter = left, tried, True
                    continue
            place += size
        if size == 1 and not shorter:
            return best
        size = max(1, size // 2)


def _history(history: History, typed: tuple[Typed, ...]) -> History:
    return replace(history, typed=typed)


def _without(typed: tuple[Typed, ...], first: int, last: int, begun: int) -> tuple[Typed, ...] | None:
    """Without these and what rests on them; None where an undo would then reach into the beginning."""
    gone = {one.number for one in typed[first:last]}
    left: list[Typed] = []
    for one in typed:
        if one.number in gone or any(number in gone for number in rests_on(one)):
            gone.add(one.number)
        else:
            left.append(one)
    for place in range(len(left)):
        if isinstance(left[place].what, Undone | Redone) and len(standing(left[: place + 1])) < begun:
            return None
    return tuple(left)
