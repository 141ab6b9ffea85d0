"""A team as it is typed on the first morning, before there is any list; what cannot be so, and what may be a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from oversight_tui.words.dates import count
from oversight_tui.words.text import match_key, one_line

_RUN_TOGETHER = re.compile(r"([a-z]+[-/]?)\d+(?:\1\d+)+", re.I)  # C-1002C-1003


class TypedWorker(Struct, frozen=True):
    """A worker and the references of the children they hold; without a name, of children nobody holds yet."""

    name: str
    children: tuple[str, ...]


class TypedTeam(Struct, frozen=True):
    """Who the manager is, what the team is called, and who is on it."""

    manager: str
    team: str
    workers: tuple[TypedWorker, ...]


class Slip(Struct, frozen=True):
    """What is wrong or doubtful, and in which field; `row` is the place among the workers."""

    field: Literal["manager", "team", "worker", "children"]
    says: str
    row: int = 0


def wrong_in(typed: TypedTeam) -> Slip | None:
    """The first thing for which this is no team yet."""
    if not one_line(typed.manager):
        return Slip("manager", "Type your name, as it is to stand on records.")
    if not one_line(typed.team):
        return Slip("team", "Type what your team is called.")
    if not any(one_line(one.name) for one in typed.workers):
        return Slip("worker", "Type at least one worker.")
    return next(_twice(typed), None)


def doubtful_in(typed: TypedTeam) -> tuple[Slip, ...]:
    """References that read like several run together."""
    return tuple(
        Slip("children", f"{reference}, with {_holder(one)}, reads like several references run together.", row)
        for row, one in enumerate(typed.workers)
        for reference in one.children
        if _RUN_TOGETHER.fullmatch(reference)
    )


def review_of(typed: TypedTeam, most: int) -> Iterator[str]:
    """What will be here, a line each: first what is doubtful, all of it in numbers, and so many workers with theirs."""
    doubts = doubtful_in(typed)
    for doubt in doubts[:1]:
        more = f" {count(len(doubts) - 1, 'more reads', 'more read')} so." if doubts[1:] else ""
        yield f"{doubt.says} Is it one child?{more}\n"
    named = sum(bool(one_line(one.name)) for one in typed.workers)
    children = count(sum(len(one.children) for one in typed.workers), "child", "children")
    yield f"{one_line(typed.team)}: {children} of {count(named, 'worker')} will be here."
    for one in typed.workers[:most]:
        yield f"{_holder(one)}: {count(len(one.children), 'child', 'children')}"
    if len(typed.workers) > most:
        yield f"and {len(typed.workers) - most} more"


def _twice(typed: TypedTeam) -> Iterator[Slip]:
    """Names and references that stand in two rows, each at the second."""
    names: set[str] = set()
    held: dict[str, TypedWorker] = {}
    for row, one in enumerate(typed.workers):
        name = match_key(one.name)
        if name and name in names:
            yield Slip("worker", f"There is a worker {one_line(one.name)} already, in a row above.", row)
        names.add(name)
        for reference in one.children:
            if (other := held.setdefault(match_key(reference), one)) is not one:
                said = (
                    f"{reference} is with {_holder(other)} already. A child is with one worker: take it out of one row."
                )
                yield Slip("children", said, row)


def _holder(one: TypedWorker) -> str:
    return one_line(one.name) or "nobody yet"
