"""The laws that any morning list must keep, whatever was typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.oracle.answer import Row, Today

URGENT_KINDS = frozenset(
    {"missing_child", "section_47", "discussion_open", "worry", "uncovered", "unallocated", "visit", "leaver"}
)


def breaches(said: Today) -> Iterator[str]:
    """Each law that is broken, in words."""
    rows = said.attention
    if [row.rank for row in rows] != list(range(1, len(rows) + 1)):
        yield "ranks are 1, 2, 3"
    order = [(row.tier != "urgent", -row.score) for row in rows]
    if order != sorted(order):
        yield "by tier, then by score, highest first"
    states, tiers = Counter(row.state for row in rows), Counter(row.tier for row in rows)
    counts = said.counts
    if (counts.overdue, counts.due, counts.never) != (states["overdue"], states["due"], states["never"]):
        yield "counts of overdue, due and never are counts of rows"
    if counts.urgent != tiers["urgent"]:
        yield "the count of urgent is that of rows of the tier"
    if (counts.workers, counts.children) != (len(said.workers), len(said.children)):
        yield "workers and children are counted as listed"
    for row in rows:
        yield from _breaches_of_row(row, said)


def _breaches_of_row(row: Row, said: Today) -> Iterator[str]:
    if abs(row.score - sum(factor.points for factor in row.because)) > 0.001:
        yield f"the score of a line is the sum of its reasons ({row.kind})"
    if row.state not in ("overdue", "due", "never", "open"):
        yield f"a state is one of four ({row.kind}: {row.state})"
    if row.tier == "urgent" and row.kind not in URGENT_KINDS:
        yield f"only what the definitions name is urgent ({row.kind})"
    past = row.state in ("overdue", "never") and row.due_on is not None
    expected = (said.as_of - row.due_on).days if past and row.due_on else None
    if row.days_over != expected:
        yield f"days over are today less the day due, once it is over ({row.kind} {row.state})"
    if row.state == "overdue" and (row.due_on is None or row.due_on >= said.as_of):
        yield f"late is after the day ({row.kind})"
    if row.state == "due" and row.due_on is not None and row.due_on < said.as_of:
        yield f"what is due is not over ({row.kind})"
