"""Rows about children whom no worker holds: a line each, since each of them may be the one that cannot wait."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from datetime import date, timedelta
from typing import Literal

from oversight_tui.practice.attention.unranked import UnrankedRow, about_child, dated_state, lateness
from oversight_tui.practice.board import AttentionRow, ChildRow, Factor
from oversight_tui.practice.facts import Child, Looked, OpenItem
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.policy import Policy
from oversight_tui.words.dates import count
from oversight_tui.words.labels import BUCKET, RISK, STATUS, words_for

_TO_BE_ESCALATED = "waits so long that it is to be escalated"


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


def unallocated_rows(
    children: Iterable[ChildRow], looked: Iterable[Looked], policy: Policy, today: date
) -> Iterator[UnrankedRow]:
    """A row for each of these children without a worker: for how long, with which status, at what risk.

    Each comes back weekly: it is due on the day a week after the child was last talked about or looked at, or was left
    without a worker (Cumberland and Walsall, unallocated children: weekly review with management oversight recorded).
    Of a child whom the manager holds the oversight is somebody else's, and no talk of the manager's own is it.
    """
    oversight: dict[ChildId, list[Looked]] = defaultdict(list)
    for one in looked:
        oversight[one.child_id].append(one)
    for row in children:
        seen_to = oversight.get(row.child.id, ())
        days = days_unallocated(row.child, today)
        so_long = _so_long(row.child, days)
        because = [Factor("unallocated", policy.weights["unallocated"], says=so_long, part="who")]
        if days:
            points = min(days, policy.weights["days_over_most"]) * policy.weights["day_over"]
            because.append(Factor(f"{count(days, 'day')} without a worker", points, says=""))
        escalation = escalation_wanted(row.child, seen_to, policy, today)
        because += _to_be_escalated(escalation, policy)
        review_on = _next_look(row.child, seen_to, policy)
        state, over = dated_state(review_on, today)
        because += lateness(policy, over, past=f"the {look_called(row.child)}")
        because += about_child(policy, row.child)
        escalate = ("", "; escalate it", "; escalate it again")[escalation]
        summary = f"{_in_short(row.child, days)}, {_standing(row.child)}{escalate}"
        yield UnrankedRow(
            "unallocated",
            state,
            summary,
            because,
            child=row.child,
            due_on=review_on,
            days_over=over,
            due_said=f"{look_called(row.child)} due",
        )


def look_called(child: Child) -> str:
    """What the weekly look at a child without a worker is called: whom the manager holds, somebody else looks at."""
    return "oversight of somebody else" if child.bucket == "held_by_manager" else "weekly check"


def matter_of(rows: Iterable[AttentionRow]) -> str:
    """Of a child who has waited for a worker so long that it is to be taken further, the matter in words; empty where
    these rows ask for nothing of that.
    """
    found = next((row.summary for row in rows if asks_for_escalation(row)), "")
    return f"Without a worker: {found.partition(';')[0].lower()}. Who takes the child, and from when?" if found else ""


def days_unallocated(child: Child, today: date) -> int:
    """Whole days since a child without a worker was left without one, or came into the store so."""
    since = unallocated_since(child)
    return max(0, (today - since).days) if since is not None else 0


def unallocated_since(child: Child) -> date | None:
    """Since when a child without a worker has had none; None where that is not known."""
    return child.no_worker_since or child.allocated_since or child.seen_by


def escalation_wanted(child: Child, looked: Iterable[Looked], policy: Policy, today: date) -> Literal[0, 1, 2]:
    """Whether it is proposed to take a child who waits to somebody senior, the first time after the policy's days or
    the second time (practice.md: upwards at two or at four weeks); 0 for neither. The second time is not proposed
    before as many days have passed since the first as lie between the two.
    """
    since, limits = unallocated_since(child) or date.min, policy.limits
    first, again = limits["waiting_escalated_days"], limits["waiting_escalated_again_days"]
    made = sorted(one.on for one in looked if one.escalated and one.on >= since)
    days = days_unallocated(child, today)
    if not made:
        return 1 if days > first else 0
    return 2 if len(made) == 1 and days > again and (today - made[0]).days >= again - first else 0


def asks_for_escalation(row: AttentionRow) -> bool:
    """Whether a row is that of a child whose waiting is to be taken to somebody senior."""
    return any(one.factor == _TO_BE_ESCALATED for one in row.because)


def _to_be_escalated(wanted: Literal[0, 1, 2], policy: Policy) -> Iterator[Factor]:
    if wanted:
        says = "to be escalated again" if wanted == 2 else "to be escalated"
        yield Factor(_TO_BE_ESCALATED, policy.weights["escalation_proposed"], says=says, part="late")


def _next_look(child: Child, looked: Iterable[Looked], policy: Policy) -> date | None:
    """The day by which a child without a worker is looked at again; None where no day is known to reckon from."""
    looks = [one.on for one in looked if not one.escalated]
    talked = child.last_discussed if child.bucket != "held_by_manager" else None
    known = [day for day in (unallocated_since(child), talked, *looks) if day is not None]
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
