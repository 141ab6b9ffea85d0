"""Rows into the ranked list: what is urgent above all else, and in each tier the highest score first."""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import date

from oversight_tui.practice.attention.reason import reason_of
from oversight_tui.practice.attention.tier import is_urgent, of_urgency
from oversight_tui.practice.attention.unranked import UnrankedRow, if_closed
from oversight_tui.practice.board import AttentionKind, AttentionRow
from oversight_tui.practice.ids import AboutChild, AboutWorker, Subject
from oversight_tui.practice.policy import Policy

# What a decision about a child or worker answers: their clock, their cover, who holds them. Whatever has a day or an
# outcome of its own (a review, an action, a visit, a missing child) is late still.
ANSWERED_BY_A_DECISION: frozenset[AttentionKind] = frozenset(
    (
        "supervision",
        "coverage",
        "new_worker",
        "unallocated",
        "uncovered",
        "leaver",
        "not_in_latest_list",
        "cancelled_again",
    )
)

# Whether a row is in the urgent tier, its score, and the row.
Scored = tuple[bool, float, UnrankedRow]


def ranked(
    rows: Iterable[UnrankedRow], decided_today: Set[Subject], policy: Policy, today: date
) -> tuple[AttentionRow, ...]:
    """The rows numbered 1, 2, 3...: what the policy calls urgent first, and in each tier the highest score.

    `decided_today` are those about whom something was decided; it marks what a decision answers and nothing else.
    """
    scored = [_scored(row, policy, today) for row in rows]
    scored.sort(key=_place)
    return tuple(_ranked(rank, one, decided_today, today) for rank, one in enumerate(scored, 1))


def _scored(row: UnrankedRow, policy: Policy, today: date) -> Scored:
    urgent = is_urgent(row, policy, today)
    if urgent:
        row.because += of_urgency(row, policy)
    return urgent, round(sum(factor.points for factor in row.because), 2), row


def _place(one: Scored) -> tuple[bool, float, str, int, str, str, int]:
    """What is booked stands by its time among what weighs as much, what has no time last; dates of workers by their
    day.
    """
    urgent, score, row = one
    comes = str(row.due_on or "") if row.kind == "worker_date" else row.at or "no time"
    return not urgent, -score, row.kind, -(row.days_over or 0), comes, _name(row), row.id or 0


def _name(row: UnrankedRow) -> str:
    return row.child.reference if row.child else row.worker.name if row.worker else ""


def _ranked(rank: int, one: Scored, decided_today: Set[Subject], today: date) -> AttentionRow:
    urgent, score, row = one
    child, worker = row.child, row.worker
    about = AboutChild(child.id) if child else AboutWorker(worker.id) if worker else None
    return AttentionRow(
        rank=rank,
        tier="urgent" if urgent else "in_order",
        kind=row.kind,
        state=row.state,
        id=row.id,
        worker_id=worker.id if worker else None,
        worker=worker.name if worker else None,
        child_id=child.id if child else None,
        child=child.reference if child else None,
        summary=row.summary + (f" ({closed})" if (closed := if_closed(child, today)) else ""),
        reason=reason_of(row, today),
        due_on=row.due_on,
        days_over=row.days_over,
        score=score,
        because=tuple(row.because),
        decided_today=row.kind in ANSWERED_BY_A_DECISION and about in decided_today,
        count=row.count,
        children=row.children,
        owner=row.owner,
    )
