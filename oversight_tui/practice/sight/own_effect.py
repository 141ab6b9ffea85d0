"""What a worker says that supervision changed, what came of learning and goals: of their own file, behind the wall.

Nothing of it is in any figure of a team, and nothing of it is a score.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.personal import OwnFile, OwnFileKind, PersonalEntry
from oversight_tui.practice.span import Span


class CameOf(Struct, frozen=True):
    """An entry of the file, and all that goes on from it, oldest first."""

    entry: PersonalEntry
    after: tuple[PersonalEntry, ...]


class OwnEffect(Struct, frozen=True):
    """Over a span: the feedback by what it says, `not_said` where it does not say whether anything changed; the days of
    the one-to-ones, and of those after which the worker was not asked before the next. Learning and goals are all that
    stand in the file by the span's last day, whenever they were written.
    """

    span: Span
    changed: tuple[PersonalEntry, ...]
    nothing: tuple[PersonalEntry, ...]
    not_said: tuple[PersonalEntry, ...]
    held: tuple[date, ...]
    not_asked: tuple[date, ...]
    learning: tuple[CameOf, ...]
    goals: tuple[CameOf, ...]


def own_effect(own: OwnFile, span: Span) -> OwnEffect:
    """What a worker's own file says of it."""
    entries = [one for one in own.entries if one.on is not None and one.on <= span.last]
    feedback = [one for one in entries if one.kind == "feedback"]
    within = [one for one in feedback if one.on is not None and span.holds(one.on)]
    held = tuple(sorted(day for day in own.held if span.holds(day)))
    return OwnEffect(
        span,
        tuple(one for one in within if one.changed is True),
        tuple(one for one in within if one.changed is False),
        tuple(one for one in within if one.changed is None),
        held,
        _not_asked(held, feedback),
        _came_of("learning", entries),
        _came_of("goal", entries),
    )


def _not_asked(held: Sequence[date], feedback: Iterable[PersonalEntry]) -> tuple[date, ...]:
    """What was said before the next session belongs to the last; without a yes or no, what was said on its day."""
    said = [(one.on, one.changed is not None) for one in feedback if one.on is not None]
    return tuple(
        day
        for day, following in pairwise([*held, date.max])
        if not any(on == day or (is_said and day < on < following) for on, is_said in said)
    )


def _came_of(kind: OwnFileKind, entries: Sequence[PersonalEntry]) -> tuple[CameOf, ...]:
    follows = {one.id: one.follows for one in entries}

    def begins(entry: EntryId) -> EntryId:
        """The entry from which everything goes on that this one goes on from."""
        before = follows.get(entry)
        return begins(before) if before is not None and before in follows else entry

    roots = [one for one in entries if one.kind == kind and begins(one.id) == one.id]
    return tuple(
        CameOf(root, tuple(one for one in entries if one.id != root.id and begins(one.id) == root.id)) for root in roots
    )
