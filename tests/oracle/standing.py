"""What stands of all that was typed: without what was undone or withdrawn, and as corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from tests.oracle.typed import (
    ActionAdded,
    ChildCorrected,
    Consulted,
    Dated,
    DayCorrected,
    Decided,
    Ended,
    Escalated,
    Held,
    Opened,
    Rated,
    Redone,
    Seen,
    SessionTalk,
    Talk,
    TalkAsked,
    Typed,
    Undone,
    What,
    Withdrawn,
    WorryRaised,
)

Dateable = (
    Held
    | SessionTalk
    | Talk
    | TalkAsked
    | Decided
    | WorryRaised
    | Opened
    | Rated
    | Consulted
    | Escalated
    | Seen
    | Dated
    | Ended
)
Movable = Talk | Decided | WorryRaised | Consulted | Escalated | Seen | Rated | ActionAdded | TalkAsked
T = TypeVar("T")


def standing(typed: Iterable[Typed]) -> list[Typed]:
    """What was not undone: an undo takes back the last thing that stands, a redo brings it back."""
    done: list[Typed] = []
    taken: list[Typed] = []
    for one in typed:
        if isinstance(one.what, Undone):
            if done:
                taken.append(done.pop())
        elif isinstance(one.what, Redone):
            if taken:
                done.append(taken.pop())
        else:
            done.append(one)
            taken.clear()
    return done


def entries(typed: Iterable[Typed]) -> list[Typed]:
    """What counts, in the order of typing: each entry as its last correction has it, and none that was withdrawn."""
    stands = standing(typed)
    withdrawn = {one.what.of for one in stands if isinstance(one.what, Withdrawn)}
    days = {one.what.of: one.what.on for one in stands if isinstance(one.what, DayCorrected)}
    children = {one.what.of: one.what.child for one in stands if isinstance(one.what, ChildCorrected)}
    return [
        replace(one, what=_as_corrected(one.what, days.get(one.number), children.get(one.number)))
        for one in stands
        if one.number not in withdrawn and not isinstance(one.what, Withdrawn | DayCorrected | ChildCorrected)
    ]


def of_kind(told: Iterable[Typed], kind: type[T]) -> Iterator[tuple[Typed, T]]:
    """The entries of one kind, each with what was typed."""
    for one in told:
        if isinstance(one.what, kind):
            yield one, one.what


def _as_corrected(what: What, day: date | None, child: str | None) -> What:
    if day is not None and isinstance(what, Dateable):
        what = replace(what, on=day)
    if child is not None and isinstance(what, Movable):
        what = replace(what, child=child)
    return what
