"""Who held a child when, one after the other, and on which days of a span it was one of certain teams."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, TeamId, WorkerId
from oversight_tui.practice.span import Span

_DAY = timedelta(days=1)


class Holding(Struct, frozen=True):
    """One holder of a child from `first` to `last`, both included; `last` is None while it goes on. `worker` is None
    for a bucket, `team` where the list named none.
    """

    first: date
    last: date | None
    worker: WorkerId | None
    team: TeamId | None


class HeldChild(Struct, frozen=True):
    """A child with everybody who has held them, oldest first."""

    id: ChildId
    reference: str
    holdings: tuple[Holding, ...]


def held_in(
    child: HeldChild, span: Span, teams: Collection[TeamId] | None, workers: Collection[WorkerId]
) -> tuple[Span, ...]:
    """The days of a span on which a child was held in one of the teams (any where None), or where no team is named by
    one of these workers; stretches that follow one another are one.
    """
    found: list[Span] = []
    for one in child.holdings:
        theirs = teams is None or (one.team in teams if one.team is not None else one.worker in workers)
        first, last = max(one.first, span.first), min(one.last or span.last, span.last)
        if not theirs or first > last:
            continue
        if found and first <= found[-1].last + _DAY:
            first = found.pop().first
        found.append(Span(first, last))
    return tuple(found)


def whole_months(spans: Sequence[Span]) -> list[str]:
    """The months, as `2026-01`, of which every day lies in one of the spans."""
    found = []
    for span in spans:
        month = span.first if span.first.day == 1 else _next(span.first)
        while (after := _next(month)) - _DAY <= span.last:
            found.append(f"{month:%Y-%m}")
            month = after
    return found


def _next(day: date) -> date:
    return (day.replace(day=1) + 31 * _DAY).replace(day=1)
