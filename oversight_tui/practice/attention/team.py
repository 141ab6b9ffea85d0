"""Rows about the team and its lists: children nobody holds, children of somebody away, new workers, old data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.practice.attention.unallocated import unallocated_rows
from oversight_tui.practice.attention.unranked import UnrankedRow, about_child, for_children
from oversight_tui.practice.board import ChildRow, Factor, WorkerRow
from oversight_tui.practice.facts import Looked, Worker
from oversight_tui.practice.ids import WorkerId, under
from oversight_tui.practice.policy import Policy
from oversight_tui.words.dates import count, short_day
from oversight_tui.words.labels import NOT_STANDING_IN


def team_rows(
    workers: Sequence[WorkerRow],
    manager: Sequence[WorkerRow],
    children: Sequence[ChildRow],
    unallocated: Iterable[ChildRow],
    looked: Iterable[Looked],
    workers_by_id: Mapping[WorkerId, Worker],
    data_as_at: date | None,
    policy: Policy,
    today: date,
) -> Iterator[UnrankedRow]:
    """Unallocated, uncovered, new worker, not in the latest list, stale data. `manager` is one row or none, and
    `unallocated` those of the children whom nobody holds, with how they were `looked` at.
    """
    yield from unallocated_rows(unallocated, looked, policy, today)
    yield from _uncovered(workers, policy, today)
    yield from _nobody_stands_in(manager, len(children), policy, today)
    for row in children:
        worker = under(workers_by_id, row.child.worker_id)
        if not_yet_with_new_worker(row):
            yield _new_worker(row, worker, policy, today)
        if row.child.missing_since is not None:
            yield _missing(row, worker, policy, today)
    if data_as_at is not None and (today - data_as_at).days > policy.limits["stale_data_days"]:
        days = (today - data_as_at).days
        points = policy.weights["stale_data"] + min(days, policy.weights["days_over_most"]) * policy.weights["day_over"]
        because = [Factor(f"data {count(days, 'day')} old", points)]
        yield UnrankedRow(
            "stale_data", "open", f"The list is as at {short_day(data_as_at, today)}: import a newer one", because
        )


def not_yet_with_new_worker(row: ChildRow) -> bool:
    """Whether the child came from another worker and has not been discussed since. What a list tells of the time before
    it brought the child is no handing over that anybody here missed.
    """
    child = row.child
    since = child.allocated_since or child.seen_by
    if not child.came_from_another_worker or child.worker_id is None or since is None:
        return False
    if child.came_on_a_list and child.here_since is not None and since < child.here_since:
        return False
    return child.last_discussed is None or child.last_discussed < since


def _uncovered(workers: Iterable[WorkerRow], policy: Policy, today: date) -> Iterator[UnrankedRow]:
    for row in workers:
        away = _away_uncovered(row, policy, today)
        if away and row.children and not row.worker.has_left(today):
            here = "away" if row.worker.has_begun(today) else "not here yet"
            because = [Factor(f"worker {here}", policy.weights["uncovered"])]
            because.append(for_children(policy, row.children, "uncovered"))
            summary = f"{away}: {count(row.children, 'child', 'children')} uncovered"
            yield UnrankedRow("uncovered", "open", summary, because, worker=row.worker, count=row.children)


def _nobody_stands_in(
    manager: Iterable[WorkerRow], children: int, policy: Policy, today: date
) -> Iterator[UnrankedRow]:
    for row in manager:
        away = _away_uncovered(row, policy, today)
        if away:
            because = [Factor("manager away", policy.weights["uncovered"]), for_children(policy, children)]
            summary = f"{away}: no cover arranged for the manager"
            yield UnrankedRow("uncovered", "open", summary, because, worker=row.worker)


def _away_uncovered(row: WorkerRow, policy: Policy, today: date) -> str:
    """Since when and until when somebody is away whom nobody covers, or on which day they start, and that who was to
    stand in is not there; empty where that is not so.
    """
    away, since, starts = row.absence, row.away_since, row.worker.starts
    if row.covered_by:
        return ""
    if starts is not None and not row.worker.has_begun(today):
        return f"Not here until {short_day(starts, today)}{_not_there(row)}"
    if away is None or since is None or (today - since).days < policy.limits["uncovered_days"]:
        return ""
    back = f"back after {short_day(away.last_day, today)}" if away.last_day else "no return date"
    return f"Away since {short_day(since, today)}, {back}{_not_there(row)}"


def _not_there(row: WorkerRow) -> str:
    if row.missing_cover is None:
        return ""
    who = "who stands in" if row.missing_cover.because == "away" else "who was to stand in"
    return f"; {who} {NOT_STANDING_IN[row.missing_cover.because]}"


def _new_worker(row: ChildRow, worker: Worker | None, policy: Policy, today: date) -> UnrankedRow:
    since = row.child.allocated_since
    when = f" since {short_day(since, today)}" if since else ""
    because = [Factor("new worker", policy.weights["new_worker"], says="not discussed with the new worker")]
    because += about_child(policy, row.child)
    summary = f"Not yet discussed with the new worker{when}"
    return UnrankedRow("new_worker", "open", summary, because, worker=worker, child=row.child)


def _missing(row: ChildRow, worker: Worker | None, policy: Policy, today: date) -> UnrankedRow:
    assert row.child.missing_since is not None
    because = [Factor("not in the latest list", policy.weights["not_in_latest_list"]), *about_child(policy, row.child)]
    summary = f"Not in the list of {short_day(row.child.missing_since, today)}: still open, moved or closed?"
    return UnrankedRow("not_in_latest_list", "open", summary, because, worker=worker, child=row.child)
