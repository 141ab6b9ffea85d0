"""Which rows are urgent: pinned above all others, whatever the lateness of those. Which kinds can be is policy."""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from oversight_tui.practice.attention.unranked import UnrankedRow
from oversight_tui.practice.board import AttentionKind, Factor
from oversight_tui.practice.policy import Policy

# Whom a visit is owed by law or by a plan, so that an overdue one is urgent.
OWED_VISITS = ("protection_plan", "looked_after")
# Kinds that are urgent from the first hour, so that no number of late visits sinks them; the others grow urgent by the
# days, and are told apart by those.
AT_ONCE: Set[AttentionKind] = frozenset(
    (
        *("missing_child", "section_47", "discussion_open", "worry", "unallocated", "uncovered"),
        *("incident", "referral", "booking"),
    )
)


def is_urgent(row: UnrankedRow, policy: Policy, today: date) -> bool:
    """Whether a row is of a kind that the policy calls urgent, and of such a kind one that is urgent now.

    A talk that was asked for is from its day on, a visit when it is overdue to a child who is owed it, a worry while it
    is new and severe, a referral where it is for its day or not decided in time, a booking of today to which nobody
    goes; any other kind always.
    """
    if not policy.urgent.get(row.kind, False):
        return False
    if row.kind == "discussion_open":
        return row.due_on is None or row.due_on <= today
    if row.kind == "booking":
        return row.state == "open" and row.due_on == today
    if row.kind == "referral":
        return row.for_its_day or row.state == "overdue"
    if row.kind == "visit":
        return row.state == "overdue" and row.child is not None and row.child.status in OWED_VISITS
    if row.kind == "worry":
        return row.severity is not None and row.severity >= policy.limits["urgent_severity"]
    return True


def of_urgency(row: UnrankedRow, policy: Policy) -> list[Factor]:
    """The points of an urgent row that cannot wait for its turn among late things; its sentence says why already."""
    return [Factor("cannot wait", policy.weights["at_once"], says="")] if row.kind in AT_ONCE else []
