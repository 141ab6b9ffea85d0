"""Who is on the team and who holds whom: workers and children by hand, families."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from msgspec import UNSET, UnsetType

from db import writes
from db.queries.board import workers_with
from db.queries.imports import known_workers
from db.queries.known_then import known_then
from db.queries.settings import teams_with_keys
from db.queries.single import child_with_reference, stands, team_of_worker
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.ids import TeamId
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.moved_limit import later_limit_said
from oversight_tui.practice.records import Allocation, ChildDetails, WorkerDetails
from oversight_tui.practice.requests import (
    AddChild,
    AddWorker,
    EditWorker,
    KnownOfWorker,
    LinkFamily,
    NameChild,
    Recorded,
)
from oversight_tui.services.find import person
from oversight_tui.services.identity import author, whose
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.changed_workers import children_who_stay, must_hold_from, said_of_later
from oversight_tui.services.record.checks import (
    EARLIEST_AT_WORK,
    RecordProblem,
    must_be_sensible,
    must_be_to_come,
    must_have_happened,
    optional_name,
    the_child,
    the_worker,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.known_said import known_said
from oversight_tui.services.record.presence import not_here_said
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import BUCKET
from oversight_tui.words.text import folded, match_key, one_line

if TYPE_CHECKING:
    from db.engine import Store

Value = TypeVar("Value")
MOST_FTE = 2.0
LONGEST_TO_A_BIRTH = timedelta(days=300)


@records(AddWorker)
def add_worker(store: Store, request: AddWorker, today: date) -> Recorded:
    """A worker no list has shown yet. Without a team it is the manager's own."""
    name = one_line(request.name)
    if not name:
        raise RecordProblem("A worker needs a name. Nothing was recorded.")
    with store.writing():
        key = match_key(name)
        if any(key in one.keys or folded(one.detail.name) == folded(name) for one in known_workers(store)):
            raise RecordProblem(f"There is a worker {name} already. `oversight workers edit` changes what is known.")
        mine = whose(store).teams
        before = WorkerDetail(name, team=mine[0] if len(mine) == 1 else None, seen_by=today)
        detail = _checked(store, before, request.known, today)
        worker = writes.save_worker(store, detail, key, _team(store, detail.team), author(store), on=today)
    team = f", {detail.team}" if detail.team else ""
    known = known_said(detail, request.known.__replace__(team=UNSET))
    return Recorded(worker, WorkerDetails.kind.name, f"{name} is a worker here{team}{f': {known}' if known else ''}.")


@records(EditWorker)
def edit_worker(store: Store, request: EditWorker, today: date) -> Recorded:
    """A new version of what is known of a worker, from a day on; what is not said stays."""
    if request.known == KnownOfWorker():
        raise RecordProblem("Say what is to be changed, as in --fte 0.6. Nothing was recorded.")
    worker, since = request.worker_id, request.since or today
    with store.writing():
        known = next((one for one in known_workers(store) if one.worker_id == worker), None)
        if known is None:
            raise RecordProblem(f"There is no worker with the id {worker}. Nothing was recorded.")
        must_hold_from(since, request.known, known.detail, today)
        before = known_then(store, worker, since)
        detail = _checked(store, before, request.known, today)
        team = _team(store, detail.team)
        writes.save_worker(store, detail, known.keys[0], team, author(store), worker, on=since)
        (now,) = workers_with(store, [worker])
        remarks = (
            said_of_later(detail, known_then(store, worker, today), request.known),
            children_who_stay(store, known.worker, now),
            later_limit_said(known.worker, now, known.absences, policy_in_force(store), today),
        )
    from_when = f" from {long_day(since)}" if since < today else ""
    says = f"{known.detail.name}: {known_said(detail, request.known)}{from_when}."
    return Recorded(worker, WorkerDetails.kind.name, says, " ".join(filter(None, remarks)) or None)


@records(AddChild)
def add_child(store: Store, request: AddChild, today: date) -> Recorded:
    """A child no list has shown yet: a referral of this afternoon. The next list that has the reference finds it."""
    reference = one_line(request.reference)
    if not reference:
        raise RecordProblem("A child needs the reference the case system gives. Nothing was recorded.")
    worker = request.worker_id
    with store.writing():
        known = child_with_reference(store, reference)
        if known is not None and stands(store, known):
            raise RecordProblem(f"There is a child with the reference {reference} already. Nothing was recorded.")
        holder = the_worker(store, worker) if worker is not None else BUCKET["unallocated"]
        mine = whose(store).teams
        team = _team(store, mine[0]) if len(mine) == 1 else None
        born = _birth(request.born, today)
        details = ChildDetails(name=optional_name(request.name), date_of_birth=born)
        if known is None:
            child = writes.add_child(store, reference, details, author(store))
        else:  # whose adding was undone
            child = known
            writes.say_of_child(store, child, details, author(store))
        if worker is None:
            given = Allocation(bucket="unallocated", team=team, starts=today)
        else:
            given = Allocation(worker, team_of_worker(store, worker) or team, starts=today)
        writes.allocate(store, child, given, None, today, author(store))
        hint = not_here_said(store, worker, today, today) or None
    of_birth = f", {'born' if born <= today else 'unborn, due'} {long_day(born)}" if born is not None else ""
    says = f"{reference} was added on {long_day(today)}: {holder}{of_birth}."
    return Recorded(child, ChildDetails.kind.name, says, hint)


def _birth(born: date | None, today: date) -> date | None:
    """A date of birth, of an unborn child the day the birth is expected."""
    if born is None or born <= today:
        return must_have_happened(born, today, "A birth") if born is not None else None
    if born - today > LONGEST_TO_A_BIRTH:
        raise RecordProblem("A birth is expected no further ahead than nine months. Nothing was recorded.")
    return born


@records(NameChild)
def name_child(store: Store, request: NameChild, today: date) -> Recorded:
    """The name a child goes by here; no list carries one."""
    name = one_line(request.name)
    if not name:
        raise RecordProblem("The name is empty. Nothing was recorded.")
    with store.writing():
        reference = the_child(store, request.child_id)
        writes.say_of_child(store, request.child_id, ChildDetails(name=name), author(store))
    return Recorded(request.child_id, ChildDetails.kind.name, f"{reference} goes by {name} here.")


@records(LinkFamily)
def link_family(store: Store, request: LinkFamily, today: date) -> Recorded:
    """Brothers and sisters, as one family with a name of its own."""
    family, children = one_line(request.family), tuple(dict.fromkeys(request.children))
    if not family or not children:
        raise RecordProblem("A family needs a name and its children. Nothing was recorded.")
    with store.writing():
        for child in children:
            the_child(store, child)
            writes.say_of_child(store, child, ChildDetails(family=family), author(store))
    says = f"{count(len(children), 'child', 'children')}: family {family}."
    return Recorded(children[0], ChildDetails.kind.name, says)


def _checked(store: Store, before: WorkerDetail, known: KnownOfWorker, today: date) -> WorkerDetail:
    """What is known of a worker with what is said now, checked."""
    detail = before.__replace__(
        name=_said(known.name, before.name),
        staff_id=_said(known.staff_id, before.staff_id),
        team=_said(known.team, before.team),
        role=optional_name(_said(known.role, before.role)),
        fte=_said(known.fte, before.fte),
        newly_qualified_from=_said(known.newly_qualified_from, before.newly_qualified_from),
        agency=_said(known.agency, before.agency),
        starts=_said(known.starts, before.starts),
        leaves=_said(known.leaves, before.leaves),
        supervisor=_person(store, known.supervisor, before.supervisor),
        second_supervisor=_person(store, known.second_supervisor, before.second_supervisor),
        own_limit=_said(known.own_limit, before.own_limit),
        own_until=_said(known.own_until, before.own_until),
    )
    for said in (known.supervisor, known.second_supervisor):
        if isinstance(said, str) and _is_their_own(store, said, detail.name):
            raise RecordProblem("Nobody supervises themselves. Nothing was recorded.")
    if detail.fte is not None and not 0 <= detail.fte <= MOST_FTE:
        raise RecordProblem("FTE is a number from 0 to 2; a full-time worker is 1. Nothing was recorded.")
    for began, what in ((known.starts, "A first day"), (known.newly_qualified_from, "The newly qualified year")):
        if isinstance(began, date):
            must_be_sensible(began, what, EARLIEST_AT_WORK)
    if detail.starts and detail.leaves and detail.leaves < detail.starts:
        raise RecordProblem("The last day is before the first. Nothing was recorded.")
    if detail.own_limit is None:
        return detail
    try:
        own = Interval.parse(detail.own_limit)
    except ValueError as problem:
        raise RecordProblem(f"{problem} Nothing was recorded.") from None
    if known.own_limit is not UNSET or known.own_until is not UNSET:
        _must_be_tighter(store, own, detail.own_until, today)
    return detail.__replace__(own_limit=str(own))


def _said(said: Value | UnsetType, before: Value) -> Value:
    """What is said now, else what was known before."""
    return before if isinstance(said, UnsetType) else said


def _person(store: Store, said: str | UnsetType | None, before: str | None) -> str | None:
    """Who is meant by what is said now, else who was known before, as a list may have written them."""
    if isinstance(said, UnsetType):
        return before
    name = optional_name(said)
    return person(store, name).name if name else None


def _is_their_own(store: Store, said: str, name: str) -> bool:
    named = optional_name(said)
    return named is not None and match_key(person(store, named).name) == match_key(name)


def _must_be_tighter(store: Store, own: Interval, until: date | None, today: date) -> None:
    """An own limit is tighter than everybody's and has a last day still to come."""
    limit = policy_in_force(store).supervision.limit
    if own.after(today) >= limit.after(today):
        raise RecordProblem(f"An own limit is tighter than everybody's, {limit}. Nothing was recorded.")
    if until is None:
        raise RecordProblem("An own limit needs the last day on which it holds. Nothing was recorded.")
    must_be_to_come(until, today, "The last day of an own limit")


def _team(store: Store, name: str | None) -> TeamId | None:
    if name is None:
        return None
    found = teams_with_keys(store, (match_key(name),))
    if not found:
        raise RecordProblem(f"There is no team '{one_line(name)}' here. Nothing was recorded.")
    return next(iter(found))
