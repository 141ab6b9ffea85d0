"""Rows about the two clocks: a worker's supervision, a child's discussion, and the opening dates of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import cast

from oversight_tui.practice.attention.unranked import UnrankedRow, about_child, for_children, lateness
from oversight_tui.practice.board import AttentionState, ChildRow, Clock, Factor, WorkerRow
from oversight_tui.practice.facts import Worker
from oversight_tui.practice.ids import WorkerId, under
from oversight_tui.practice.lateness import days_late
from oversight_tui.practice.limit_words import limit_said
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.supervision import awaits_opening, was_newly_qualified
from oversight_tui.words.cut_short import cut_short_words
from oversight_tui.words.dates import count, short_day


def clock_rows(
    workers: Iterable[WorkerRow],
    children: Iterable[ChildRow],
    workers_by_id: Mapping[WorkerId, Worker],
    policy: Policy,
    today: date,
) -> Iterator[UnrankedRow]:
    """Every clock that is due, overdue or never, and one line for all opening dates that are still to be entered.

    Of who has left no supervision is asked.
    """
    workers, children = tuple(workers), tuple(children)
    supervised = any(row.supervision.last is not None for row in workers)
    discussed = any(row.discussion.last is not None for row in children)
    awaiting_workers = awaiting_children = 0
    for row in workers:
        if row.worker.has_left(today):
            continue
        clock = row.supervision
        if clock.state in ("due", "overdue") and row.absence is None:
            yield _supervision(row, policy, today)
        elif clock.state == "never":
            past = days_late(clock.limit_by, today)
            if past is not None and (supervised or not awaits_opening_worker(row, policy, today)):
                if row.absence is None:
                    yield _supervision(row, policy, today)
            elif awaits_opening_worker(row, policy, today):
                awaiting_workers += 1
    for child_row in children:
        clock = child_row.discussion
        worker = under(workers_by_id, child_row.child.worker_id)
        if clock.state in ("due", "overdue"):
            yield _coverage(child_row, worker, policy, today)
        elif clock.state == "never":
            past = days_late(clock.limit_by, today)
            if past is not None and (discussed or not awaits_opening_child(child_row, today)):
                yield _coverage(child_row, worker, policy, today)
            elif awaits_opening_child(child_row, today):
                awaiting_children += 1
    if awaiting_workers or awaiting_children:
        yield _opening(awaiting_workers, awaiting_children, policy)


def awaits_opening_worker(row: WorkerRow, policy: Policy, today: date) -> bool:
    """Whether a worker known from a file has no supervision date and has been here no longer than one limit."""
    return row.supervision.state == "never" and awaits_opening(row.worker, policy, today)


def awaits_opening_child(row: ChildRow, today: date) -> bool:
    """Whether a child whom a list brought has no discussion date and has been here no longer than one limit."""
    clock = row.discussion
    if clock.state != "never" or clock.limit_by is None or not row.child.came_on_a_list:
        return False
    return today <= clock.limit_by


def _supervision(row: WorkerRow, policy: Policy, today: date) -> UnrankedRow:
    clock = row.supervision
    over = days_late(clock.limit_by, today)
    because = [Factor("supervision", policy.weights["supervision"], says=_last("supervised", clock, today))]
    if clock.state == "never":
        because.append(Factor("never supervised", policy.weights["never"]))
    because += lateness(policy, over)
    if was_newly_qualified(row.worker, policy):
        because.append(Factor("newly qualified", policy.weights["newly_qualified"], part="who"))
    return UnrankedRow(
        kind="supervision",
        state=cast(AttentionState, clock.state),
        summary=_said(clock, "Last held", "No supervision recorded", today, _cut_short(row.worker, today)),
        because=because,
        worker=row.worker,
        due_on=clock.limit_by,
        days_over=over,
    )


def _cut_short(worker: Worker, today: date) -> str:
    return cut_short_words(worker.last_held_cut_short, worker.cut_short_on, today)


def _coverage(row: ChildRow, worker: Worker | None, policy: Policy, today: date) -> UnrankedRow:
    clock = row.discussion
    over = days_late(clock.limit_by, today)
    because = [Factor("discussion", policy.weights["coverage"], says=_last("discussed", clock, today))]
    if clock.state == "never":
        because.append(Factor("never discussed", policy.weights["never"]))
    because += lateness(policy, over)
    because += about_child(policy, row.child)
    return UnrankedRow(
        kind="coverage",
        state=cast(AttentionState, clock.state),
        summary=_said(clock, "Last discussed", "No discussion recorded", today),
        because=because,
        worker=worker,
        child=row.child,
        due_on=clock.limit_by,
        days_over=over,
    )


def _last(done: str, clock: Clock, today: date) -> str:
    """When it was done last, for the sentence that says why; that it never was has points of its own."""
    return "" if clock.last is None else f"last {done} {short_day(clock.last, today)}"


def _said(clock: Clock, done: str, never: str, today: date, of_last: str = "") -> str:
    first = never if clock.last is None else f"{done} {short_day(clock.last, today)}"
    first += of_last
    return first if clock.limit_by is None else f"{first}, {limit_said(clock.limit_by, today)}"


def _opening(workers: int, children: int, policy: Policy) -> UnrankedRow:
    parts = []
    if workers:
        parts.append(f"no last supervision for {count(workers, 'worker')}")
    if children:
        parts.append(f"no last discussion for {count(children, 'child', 'children')}")
    because = [Factor("opening dates", policy.weights["opening_dates"], says="opening dates to enter")]
    if children:
        because.append(for_children(policy, children))
    return UnrankedRow("opening_dates", "open", "To enter: " + ", ".join(parts), because, count=workers + children)
