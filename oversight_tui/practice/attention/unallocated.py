"""Rows about children whom no worker holds: a line each, since each of them may be the one that cannot wait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import date, timedelta

from oversight_tui.practice.attention.unranked import UnrankedRow, about_child, dated_state, lateness
from oversight_tui.practice.board import ChildRow, Factor
from oversight_tui.practice.facts import Child, OpenItem
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.policy import Policy
from oversight_tui.words.dates import count
from oversight_tui.words.labels import BUCKET, RISK, STATUS, words_for


def without_worker(children: Iterable[ChildRow], items: Iterable[OpenItem]) -> tuple[ChildRow, ...]:
    """The children whom nobody holds. Who holds a child cannot be told where the list that brought the child cannot be
    read there: that is asked with the row of the list, and the child is not said to have no worker.
    """
    in_doubt = holder_in_doubt(items)
    return tuple(row for row in children if has_no_worker(row.child, in_doubt))


def holder_in_doubt(items: Iterable[OpenItem]) -> Set[ChildId]:
    """The children of whom it is still asked which list is right."""
    return {item.child_id for item in items if item.kind == "import_conflict" and item.child_id is not None}


def has_no_worker(child: Child, in_doubt: Set[ChildId]) -> bool:
    """Whether it is known of a child that no worker holds them."""
    return child.worker_id is None and not (child.bucket is None and child.id in in_doubt)


def unallocated_rows(children: Iterable[ChildRow], policy: Policy, today: date) -> Iterator[UnrankedRow]:
    """A row for each of these children without a worker: for how long, with which status, at what risk.

    Each comes back weekly: it is due on the day a week after the child was last talked about, or was left without a
    worker (Cumberland and Walsall, unallocated children: weekly review with management oversight recorded).
    """
    for row in children:
        days = days_unallocated(row.child, today)
        so_long = _so_long(row.child, days)
        because = [Factor("unallocated", policy.weights["unallocated"], says=so_long, part="who")]
        if days:
            points = min(days, policy.weights["days_over_most"]) * policy.weights["day_over"]
            because.append(Factor(f"{count(days, 'day')} without a worker", points, says=""))
        review_on = _next_look(row.child, policy)
        state, over = dated_state(review_on, today)
        because += lateness(policy, over, past="the weekly check")
        because += about_child(policy, row.child)
        summary = f"{_in_short(row.child, days)}, {_standing(row.child)}"
        yield UnrankedRow(
            "unallocated",
            state,
            summary,
            because,
            child=row.child,
            due_on=review_on,
            days_over=over,
            due_said="weekly check due",
        )


def days_unallocated(child: Child, today: date) -> int:
    """Whole days since a child without a worker was left without one, or came into the store so."""
    since = unallocated_since(child)
    return max(0, (today - since).days) if since is not None else 0


def unallocated_since(child: Child) -> date | None:
    """Since when a child without a worker has had none; None where that is not known."""
    return child.allocated_since or child.seen_by


def _next_look(child: Child, policy: Policy) -> date | None:
    """The day by which a child without a worker is talked about again; None where no day is known to reckon from."""
    known = [day for day in (child.allocated_since or child.seen_by, child.last_discussed) if day is not None]
    return max(known) + timedelta(days=policy.limits["unallocated_days"]) if known else None


def _so_long(child: Child, days: int) -> str:
    held = f"{words_for(BUCKET, child.bucket)}, " if child.bucket not in (None, "unallocated") else ""
    nobody = "no worker" if child.team is not None else "no worker and no team"
    return f"{held}{nobody} for {count(days, 'day')}" if days else f"{held}{nobody}"


def _in_short(child: Child, days: int) -> str:
    """For how long, in few letters: the kind of the row says already that it is without a worker."""
    held = words_for(BUCKET, child.bucket) if child.bucket not in (None, "unallocated") else ""
    nobody = "" if child.team is not None else "no team"
    said = ", ".join(filter(None, (held, nobody, count(days, "day") if days else "since today")))
    return said[:1].upper() + said[1:]


def _standing(child: Child) -> str:
    """At what risk and with which status, the risk first, so that both can be read where there is little room."""
    risk = f"{words_for(RISK, child.risk)} risk" if child.risk else "risk not rated"
    return f"{risk}, {words_for(STATUS, child.status, 'status not recorded')}"
