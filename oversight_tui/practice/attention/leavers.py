"""Rows about workers who have left or are about to, and what is still theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from oversight_tui.practice.attention.unranked import UnrankedRow, dated_state, for_children, lateness
from oversight_tui.practice.board import ChildRow, Factor
from oversight_tui.practice.facts import OpenItem, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.policy import Policy
from oversight_tui.words.dates import count, short_day
from oversight_tui.words.text import match_key


def leaver_rows(
    workers: Sequence[Worker],
    named: Sequence[Worker],
    children: Iterable[ChildRow],
    items: Sequence[OpenItem],
    policy: Policy,
    today: date,
) -> Iterator[UnrankedRow]:
    """A row for each worker who has left, or leaves soon, and holds children, planned sessions, actions, worries or
    supervisees.

    `named` are workers of elsewhere who supervise some of these or own some of the actions or worries.
    """
    soon = today + timedelta(days=policy.limits["leaver_days"])
    leaving = [one for one in (*workers, *named) if one.leaves is not None and one.leaves <= soon]
    if not leaving:
        return
    held = Counter(row.child.worker_id for row in children)
    planned = Counter(item.worker_id for item in items if item.kind == "session_planned")
    owned = Counter((item.kind, match_key(item.seen_to_by)) for item in items if item.seen_to_by)
    supervised = _supervisees(workers, today)
    for worker in leaving:
        key = match_key(worker.name)
        supervisees = len(supervised.get(key, set()) - {worker.id})
        still = _still(held[worker.id], planned[worker.id], owned["action", key], owned["worry", key], supervisees)
        if still and worker.leaves is not None:
            yield _leaver(worker, worker.leaves, still, held[worker.id], policy, today)


def _supervisees(workers: Iterable[Worker], today: date) -> dict[str, set[WorkerId]]:
    """The workers whom each one supervises, by the key of the supervisor's name."""
    found: dict[str, set[WorkerId]] = {}
    for worker in workers:
        if not worker.has_left(today):
            for name in filter(None, (worker.supervisor, worker.second_supervisor)):
                found.setdefault(match_key(name), set()).add(worker.id)
    return found


def _still(children: int, sessions: int, actions: int, worries: int, supervisees: int) -> str:
    """What is held, counted, as in "5 children, 1 planned session"; empty where nothing is."""
    held = (
        (children, "child", "children"),
        (sessions, "planned session", "planned sessions"),
        (actions, "open action", "open actions"),
        (worries, "open worry", "open worries"),
        (supervisees, "worker to supervise", "workers to supervise"),
    )
    return ", ".join(count(number, one, many) for number, one, many in held if number)


def _leaver(worker: Worker, leaves: date, still: str, children: int, policy: Policy, today: date) -> UnrankedRow:
    state, over = dated_state(leaves, today)
    left = over is not None
    says = None if left else f"worker leaves {'today' if leaves == today else short_day(leaves, today)}"
    because = [
        Factor("worker has left" if left else "worker leaves", policy.weights["leaver"], says=says),
        *lateness(policy, over, past="the last day"),
    ]
    if children:
        because.append(for_children(policy, children))
    summary = f"{'Left on' if left else 'Leaves on'} {short_day(leaves, today)}, still holds: {still}"
    return UnrankedRow(
        "leaver",
        state,
        summary,
        because,
        worker=worker,
        due_on=leaves,
        days_over=over,
        count=children or None,
        due_said="",
    )
