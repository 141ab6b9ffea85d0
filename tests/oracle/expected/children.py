"""The child's clock: who holds the child, when the child was last discussed, and how often that must be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.oracle.days import Span
from tests.oracle.expected.workers import state
from tests.oracle.standing import of_kind
from tests.oracle.told import Holding, Told
from tests.oracle.typed import (
    Bucket,
    Handed,
    Held,
    ListRow,
    Opened,
    Rated,
    Risk,
    Seen,
    SessionTalk,
    Status,
    Talk,
)

INTERVALS: dict[str, tuple[Span, Span]] = {
    "low": (Span(2, "month"), Span(3, "month")),
    "medium": (Span(6, "week"), Span(3, "month")),
    "high": (Span(2, "week"), Span(1, "month")),
    "very_high": (Span(1, "week"), Span(2, "week")),
}


@dataclass(frozen=True)
class Child:
    """A child on one day; `limit_by` also for one never discussed, from the day the child came in."""

    reference: str
    by_list: bool
    worker: str | None
    bucket: Bucket | None
    since: date | None
    status: Status | None
    risk: Risk | None
    last_seen: date | None
    last_discussed: date | None
    state: str
    limit_by: date


def caseload(told: Told, today: date) -> list[Child]:
    """Every child who is not closed."""
    return [child(told, reference, today) for reference in told.children() if not told.is_closed(reference)]


def child(told: Told, reference: str, today: date) -> Child:
    """What is so of the child on that day."""
    lists = told.lists(reference)
    holdings = told.holdings(reference)
    arrived = told.arrived(reference)
    worker, how = holdings[-1].worker, holdings[-1].how
    status = lists[-1][2].status if lists and lists[-1][2].closed is None else None
    risk = _risk(told, reference)
    discussed = last_discussed(told, reference)
    ideal, limit = (span.after(discussed or arrived) for span in INTERVALS[_interval(risk, status)])
    return Child(
        reference=reference,
        by_list=bool(lists),
        worker=worker,
        bucket=how.bucket if isinstance(how, Handed) and worker is None else "unallocated" if worker is None else None,
        since=_since(holdings),
        status=status,
        risk=risk,
        last_seen=_last_seen(told, reference),
        last_discussed=discussed,
        state=state(today, ideal, limit) if discussed else "never",
        limit_by=limit,
    )


def last_discussed(told: Told, reference: str) -> date | None:
    """The last day on which the child was discussed, in any setting; an opening date only where there is none."""
    days = [what.on for _, what in of_kind(told.entries, Held) if reference in what.children]
    days += [what.on for _, what in of_kind(told.entries, SessionTalk) if what.child == reference]
    days += [what.on for _, what in of_kind(told.entries, Talk) if what.child == reference]
    if days:
        return max(days)
    opened = [what.on for _, what in of_kind(told.entries, Opened) if what.subject == reference]
    return opened[-1] if opened else None


def _since(holdings: list[Holding]) -> date | None:
    """Since when the child is with its worker, where that was typed by hand, whatever a list said of days before."""
    day = None
    for before, holding in zip([None, *holdings], holdings, strict=False):
        if before is None or before.worker != holding.worker:
            day = None
        if day is None and not isinstance(holding.how, ListRow):
            day = holding.on
    return day


def _interval(risk: Risk | None, status: Status | None) -> Risk:
    return risk or ("high" if status == "protection_plan" else "medium")


def _risk(told: Told, reference: str) -> Risk | None:
    ratings = [
        (what.on, one.number, what.risk) for one, what in of_kind(told.entries, Rated) if what.child == reference
    ]
    return max(ratings)[2] if ratings else None


def _last_seen(told: Told, reference: str) -> date | None:
    days = [row.last_seen for _, _, row in told.lists(reference) if row.last_seen]
    days += [what.on for _, what in of_kind(told.entries, Seen) if what.child == reference]
    return max(days) if days else None
