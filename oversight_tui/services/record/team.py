"""Who is on the team and who holds whom: workers and children by hand, families, handing over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from db import writes
from db.queries.entries import lead_allocation
from db.queries.imports import known_workers
from db.queries.settings import teams_with_keys
from db.queries.single import child_with_reference, team_of_worker
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.requests import AllocationRequest, Recorded
from oversight_tui.services.identity import author, whose
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.checks import (
    RecordProblem,
    happened,
    name_or_nothing,
    the_child,
    the_worker,
    to_come,
)
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import BUCKET
from oversight_tui.words.text import folded, match_key, one_line

if TYPE_CHECKING:
    from db.engine import Store

MOST_FTE = 2.0


def add_worker(store: Store, name: str, values: Mapping[str, Any], today: date) -> Recorded:
    """A worker no list has shown yet. `values` are fields of WorkerDetail; without a team it is the manager's own."""
    cleaned = one_line(name)
    if not cleaned:
        raise RecordProblem("A worker needs a name. Nothing was recorded.")
    with store.writing():
        key = match_key(cleaned)
        known = known_workers(store)
        if any(key in one.keys or folded(one.detail.name) == folded(cleaned) for one in known):
            raise RecordProblem(f"There is a worker {cleaned} already. `oversight workers edit` changes what is known.")
        mine = whose(store).teams
        said = {"team": mine[0] if len(mine) == 1 else None, **values}
        detail = _checked(store, (WorkerDetail(cleaned, seen_by=today)).__replace__(**said), values, today)
        worker = writes.save_worker(store, detail, key, _team(store, detail.team), author(store))
    return Recorded(str(worker), "worker", f"{cleaned} is a worker here{_of(detail.team)}.")


def edit_worker(store: Store, worker_id: int, values: Mapping[str, Any], today: date) -> Recorded:
    """A new version of what is known of a worker; what `values` leaves out stays."""
    if not values:
        raise RecordProblem("Say what is to be changed, as in --fte 0.6. Nothing was recorded.")
    with store.writing():
        known = next((one for one in known_workers(store) if one.worker_id == worker_id), None)
        if known is None:
            raise RecordProblem(f"There is no worker with the id {worker_id}. Nothing was recorded.")
        detail = _checked(store, known.detail.__replace__(**values), values, today)
        writes.save_worker(store, detail, known.keys[0], _team(store, detail.team), author(store), worker_id)
    return Recorded(str(worker_id), "worker", f"What is known of {detail.name} was changed.")


def add_child(store: Store, reference: str, *, name: str | None, worker_id: int | None, today: date) -> Recorded:
    """A child no list has shown yet: a referral of this afternoon. The next list that has the reference finds it."""
    cleaned = one_line(reference)
    if not cleaned:
        raise RecordProblem("A child needs the reference the case system gives. Nothing was recorded.")
    with store.writing():
        if child_with_reference(store, cleaned) is not None:
            raise RecordProblem(f"There is a child with the reference {cleaned} already. Nothing was recorded.")
        holder = the_worker(store, str(worker_id)) if worker_id is not None else BUCKET["unallocated"]
        child = writes.save_child(store, cleaned, author(store), name=one_line(name or "") or None)
        mine = whose(store).teams
        team = _team(store, mine[0]) if len(mine) == 1 else None
        request = AllocationRequest(str(child), today, str(worker_id) if worker_id is not None else None)
        if worker_id is None:
            request = request.__replace__(bucket="unallocated")
        else:
            team = team_of_worker(store, worker_id) or team
        writes.allocate(store, request, team, None, author(store))
    return Recorded(str(child), "child", f"{cleaned} was added: {holder}.")


def name_child(store: Store, child_id: int, name: str) -> Recorded:
    """The name a child goes by here; no list carries one."""
    cleaned = one_line(name)
    if not cleaned:
        raise RecordProblem("The name is empty. Nothing was recorded.")
    with store.writing():
        reference = the_child(store, str(child_id))
        writes.save_child(store, reference, author(store), name=cleaned, child_id=child_id)
    return Recorded(str(child_id), "child", f"{reference} goes by {cleaned} here.")


def link_family(store: Store, child_ids: tuple[int, ...], family: str) -> Recorded:
    """Brothers and sisters, as one family with a name of its own."""
    cleaned = one_line(family)
    if not cleaned or not child_ids:
        raise RecordProblem("A family needs a name and its children. Nothing was recorded.")
    with store.writing():
        for child in child_ids:
            writes.save_child(store, the_child(store, str(child)), author(store), family=cleaned, child_id=child)
    return Recorded(str(child_ids[0]), "child", f"{count(len(child_ids), 'child', 'children')}: family {cleaned}.")


def hand_over(
    store: Store, child_ids: tuple[int, ...], worker_id: int | None, bucket: str | None, on: date, today: date
) -> list[Recorded]:
    """Children given to a worker, or put into a bucket. Their discussions go with them; nobody's clock moves."""
    if (worker_id is None) == (bucket is None):
        raise RecordProblem("Hand over to one worker or to one bucket. Nothing was recorded.")
    if bucket is not None and bucket not in BUCKET:
        raise RecordProblem(f"A bucket is one of {', '.join(BUCKET)}. Nothing was recorded.")
    with store.writing():
        happened(on, today, "A handing over")
        to = the_worker(store, str(worker_id)) if worker_id is not None else BUCKET[bucket or ""]
        recorded = []
        for child in dict.fromkeys(child_ids):
            reference = the_child(store, str(child))
            current = lead_allocation(store, child)
            if worker_id is not None and current is not None and current.worker == worker_id:
                raise RecordProblem(f"{to} holds {reference} already. Nothing was recorded.")
            team = team_of_worker(store, worker_id) if worker_id is not None else None
            request: Any = AllocationRequest(str(child), on, str(worker_id) if worker_id is not None else None)
            request = request.__replace__(bucket=bucket)
            entry = writes.allocate(
                store,
                request,
                team or (current.team if current else None),
                current.entry if current else None,
                author(store),
            )
            recorded.append(Recorded(str(entry), "allocation", f"{reference} to {to} from {long_day(on)}."))
    return recorded


def _checked(store: Store, detail: WorkerDetail, values: Mapping[str, Any], today: date) -> WorkerDetail:
    detail = detail.__replace__(
        role=name_or_nothing(detail.role),
        supervisor=name_or_nothing(detail.supervisor),
        second_supervisor=name_or_nothing(detail.second_supervisor),
    )
    if detail.fte is not None and not 0 <= detail.fte <= MOST_FTE:
        raise RecordProblem("FTE is a number from 0 to 2; a full-time worker is 1. Nothing was recorded.")
    if detail.starts and detail.leaves and detail.leaves < detail.starts:
        raise RecordProblem("The last day is before the first. Nothing was recorded.")
    if detail.own_limit is not None:
        try:
            detail = detail.__replace__(own_limit=str(Interval.parse(detail.own_limit)))
        except ValueError as problem:
            raise RecordProblem(f"{problem} Nothing was recorded.") from None
    if values.keys() & {"own_limit", "own_until"}:
        _check_own_limit(store, detail, today)
    return detail


def _check_own_limit(store: Store, detail: WorkerDetail, today: date) -> None:
    """An own limit is tighter than everybody's and has a last day still to come."""
    if detail.own_limit is None:
        return
    try:
        own = Interval.parse(detail.own_limit)
    except ValueError as problem:
        raise RecordProblem(f"{problem} Nothing was recorded.") from None
    limit = policy_in_force(store).supervision.limit
    if own.after(today) >= limit.after(today):
        raise RecordProblem(f"An own limit is tighter than everybody's, {limit}. Nothing was recorded.")
    if detail.own_until is None:
        raise RecordProblem("An own limit needs the last day on which it holds. Nothing was recorded.")
    to_come(detail.own_until, today, "The last day of an own limit")


def _team(store: Store, name: str | None) -> int | None:
    if name is None:
        return None
    found = teams_with_keys(store, (match_key(name),))
    if not found:
        raise RecordProblem(f"There is no team '{one_line(name)}' here. Nothing was recorded.")
    return next(iter(found))


def _of(team: str | None) -> str:
    return f", {team}" if team else ""
