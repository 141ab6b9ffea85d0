"""The lists of the year, as an extract would bring them, and what the manager adds to them by hand."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta

from db import writes
from db.queries.imports import known_workers
from db.queries.single import child_with_reference
from oversight_tui.made_up_team.cast import Holding, MadeUpChild, MadeUpWorker
from oversight_tui.made_up_team.days import full_list_days, list_days, on_or_before
from oversight_tui.made_up_team.names import MANAGER, OTHER_TEAM, PRACTICE_EDUCATOR, SERVICE_MANAGER, TEAM
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.changes import (
    AllocationChange,
    ChildChange,
    ExtractChange,
    ImportWrite,
    SnapshotFacts,
    StatusChange,
    WorkerChange,
    WorkerDetail,
)
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.records import ChildDetails
from oversight_tui.words.text import match_key

LISTS = ("List 6", "List 7", "List 8", "List 9")
ROLES = {
    "late": "Senior social worker",
    "steady": "Advanced practitioner",
    "manager": "Team manager",
}
ENDED = (
    "Plan ended, family supported by Early Help",
    "Needs met, no further action agreed with the family",
    "Moved to another authority",
    "Living with an aunt under a special guardianship order",
)
# How long ago each child was last seen, in days, as the newest list says; of one who is missing from it, the last one.
SEEN_WITHIN = {"protection_plan": 7, "looked_after": 30, "in_need": 20, "assessment": 9, "care_leaver": 50}
MISSING_SEEN_BEFORE = 25
# Of a hundred children on an earlier list, how many nobody had seen for much longer, at first and under pressure.
NOT_SEEN = (2, 9)


def bring_in_the_lists(year: Year) -> None:
    """Import each list of the year, oldest first, and give every person of the cast their id."""
    days = list_days(year.today)
    previous = date.min
    for as_at in days:
        if as_at == days[-1]:
            writes.mark_seen(year.store, MANAGER)  # what the newest list brought is still to be looked at
        _import(year, as_at, previous, newest=as_at == days[-1])
        previous = as_at
    for child in year.cast.every_child:
        _id_of(year, child)


def note_names_and_families(year: Year) -> None:
    """What no list carries: the name a child goes by, and who are brothers and sisters."""
    for child in year.cast.every_child:
        if child.called or child.family:
            writes.say_of_child(year.store, child.id, ChildDetails(child.called, family=child.family), MANAGER)


def _import(year: Year, as_at: date, previous: date, *, newest: bool) -> None:
    cast = year.cast
    full = as_at in full_list_days(year.today)
    workers = [
        _worker_change(year, worker, as_at, previous)
        for worker in (*cast.everybody, cast.elsewhere)
        if worker.starts <= as_at
    ]
    shown = [
        child for child in cast.every_child if child.met <= as_at and (child.closes is None or as_at <= child.closes)
    ]
    changes = (_child_change(year, child, as_at, full=full, newest=newest) for child in shown)
    children = tuple(change for change in changes if change is not None)
    file_name = f"annex-a-{as_at.isoformat()}.xlsx"
    snapshot = SnapshotFacts(
        format="annex_a",
        file_name=file_name,
        sha256=hashlib.sha256(file_name.encode()).hexdigest(),
        as_at=as_at,
        lists=LISTS,
        teams=(TEAM, OTHER_TEAM),
        counts=_counts(children, len(shown)),
    )
    writes.apply_import(year.store, ImportWrite(snapshot, tuple(workers), children), MANAGER, match_key)
    _learn_worker_ids(year)


def _learn_worker_ids(year: Year) -> None:
    cast = year.cast
    everybody = (*cast.everybody, cast.elsewhere)
    unknown = {match_key(worker.name): worker for worker in everybody if worker.stored is None}
    for known in known_workers(year.store) if unknown else ():
        worker = next((unknown[key] for key in known.keys if key in unknown), None)
        if worker is not None:
            worker.stored = WorkerId(known.worker_id)


def _counts(children: tuple[ChildChange, ...], shown: int) -> dict[str, int]:
    counts = {"new": sum(change.child_id is None for change in children)}
    counts["closed"] = sum(change.closed for change in children)
    counts["missing"] = sum(change.missing for change in children)
    known = [change for change in children if change.child_id is not None and not change.closed]
    counts["reallocated"] = sum(change.allocation is not None for change in known)
    counts["changed"] = len(known) - counts["reallocated"] - counts["missing"]
    counts["unchanged"] = shown - len(children)
    return counts


def _worker_change(year: Year, worker: MadeUpWorker, as_at: date, previous: date) -> WorkerChange:
    """The worker met first, changed (somebody leaves), or named only so that children can be given to them."""
    key = match_key(worker.name)
    detail = _detail(year, worker, next(day for day in list_days(year.today) if day >= worker.starts))
    if worker.stored is None:
        family_name_first = match_key(", ".join(reversed(worker.name.rsplit(" ", 1))))
        aliases = (family_name_first,) if worker in year.cast.workers[:1] else ()
        return WorkerChange(key, None, detail.__replace__(leaves=None), aliases)
    leaving = worker.leaves is not None and previous < worker.leaves - timedelta(days=28) <= as_at
    return WorkerChange(key, worker.id, detail if leaving else None)


def _detail(year: Year, worker: MadeUpWorker, seen_by: date) -> WorkerDetail:
    lead = year.cast.with_part("steady")
    own_rule = worker is lead
    supervisor: str | None = MANAGER
    if worker.part == "elsewhere":
        supervisor = None
    elif worker.part == "manager":
        supervisor = SERVICE_MANAGER
    elif worker.part == "part_time" and lead is not None:
        supervisor = lead.name
    return WorkerDetail(
        name=worker.name,
        staff_id=worker.staff_id,
        team=worker.team,
        role=ROLES.get(worker.part, "Social worker"),
        fte=worker.fte,
        newly_qualified_from=worker.starts if worker.part == "newly_qualified" else None,
        agency=worker.part == "agency",
        starts=worker.starts,
        leaves=worker.leaves,
        supervisor=supervisor,
        second_supervisor=PRACTICE_EDUCATOR if worker.part == "newly_qualified" else None,
        own_limit="2 weeks" if own_rule else None,
        own_until=year.today + timedelta(days=42) if own_rule else None,
        seen_by=seen_by,
    )


def _child_change(year: Year, child: MadeUpChild, as_at: date, *, full: bool, newest: bool) -> ChildChange | None:
    """What this list says of the child that those before did not; None where nothing is new."""
    first = as_at == child.met
    closed = as_at == child.closes
    if newest and child.part == "missing":
        return ChildChange(child.reference, _id_of(year, child), missing=True)
    held = None if closed else next((each for each in child.holdings if each.as_at == as_at), None)
    episode = None if closed else next((each for each in child.episodes if each.as_at == as_at), None)
    goes_after = child.part == "missing" and as_at == list_days(year.today)[-2]
    if not (full or newest or first or closed or held or episode or goes_after):
        return None
    ended_on = as_at - timedelta(days=year.random.randint(1, 5)) if closed else None
    return ChildChange(
        reference=child.reference,
        child_id=None if first else _id_of(year, child),
        date_of_birth=child.born if first else None,
        allocation=_given_to(held, first=first) if held else None,
        status=StatusChange(episode.status, episode.since, ends_previous=not first) if episode else None,
        extract=_extract(year, child, as_at, newest=newest, is_open=not closed),
        closed=closed,
        closed_on=ended_on or (held.since if held else None) or (episode.since if episode else None),
        closed_because=year.random.choice(ENDED) if closed else None,
    )


def _given_to(held: Holding, *, first: bool) -> AllocationChange:
    key = match_key(held.worker.name) if held.worker else None
    return AllocationChange(key, held.team, held.bucket, held.since, ends_previous=not first)


def _id_of(year: Year, child: MadeUpChild) -> ChildId:
    if child.stored is None:
        child.stored = child_with_reference(year.store, child.reference)
    return child.id


def _extract(year: Year, child: MadeUpChild, as_at: date, *, newest: bool, is_open: bool) -> ExtractChange:
    status, since = next((each.status, each.since) for each in reversed(child.episodes) if each.as_at <= as_at)
    days = year.random.randint(0, SEEN_WITHIN[status])
    if child.part == "missing" and as_at == list_days(year.today)[-2]:
        days = MISSING_SEEN_BEFORE
    elif not newest and year.more_likely(as_at, *NOT_SEEN):
        days += 2 * SEEN_WITHIN[status]
    seen = max(on_or_before(as_at - timedelta(days=days)), since)
    worker = child.held_on(as_at)
    content = {
        "last_seen": seen.isoformat(),
        "status": status,
        "team": next(each.team for each in reversed(child.holdings) if each.as_at <= as_at),
        "worker": worker.name if worker else None,
    }
    if newest and child.part == "conflict":
        other = next(each for each in (*year.cast.workers, *year.cast.left) if each is not worker)
        listed = worker.name if worker else "nobody"
        content["conflict"] = f"List 8 names {other.name}, list 6 {listed}: who is allocated?"
    written = json.dumps(content, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(written.encode()).hexdigest()
    source = {"looked_after": "List 8", "protection_plan": "List 7"}.get(status, "List 6")
    return ExtractChange(is_open, max(seen, child.born), source, written, digest)
