"""Facts, policy and a day into the morning board."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from oversight_tui.practice.actions import action_rows
from oversight_tui.practice.attention.clocks import clock_rows
from oversight_tui.practice.attention.leavers import leaver_rows
from oversight_tui.practice.attention.of_the_day import rows_of_the_day
from oversight_tui.practice.attention.open_items import open_item_rows
from oversight_tui.practice.attention.rank import ranked
from oversight_tui.practice.attention.team import team_rows
from oversight_tui.practice.attention.unallocated import without_worker
from oversight_tui.practice.attention.unwritten import unwritten_rows
from oversight_tui.practice.board import AttentionRow, Board, ChildRow, Clock, Counts, Diary, ManagerRow, WorkerRow
from oversight_tui.practice.calendar import away_since
from oversight_tui.practice.cover import StandingIn, standing_in_on
from oversight_tui.practice.discussion_clock import coverage, discussion_clock, risk_used
from oversight_tui.practice.facts import Absence, Child, OpenItem, Session, TeamFacts, Worker
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, WorkerId, under
from oversight_tui.practice.lateness import days_late
from oversight_tui.practice.owners import late_by_owner, owners_of
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.rebooking import without_rebooked
from oversight_tui.practice.said import said_of_children
from oversight_tui.practice.supervision import is_newly_qualified, supervision_clock
from oversight_tui.practice.talks import talk_rows
from oversight_tui.practice.timescales import timescale_rows
from oversight_tui.practice.worries import worry_rows


def build_board(facts: TeamFacts, policy: Policy, today: date) -> Board:
    """The board of these facts on one day. Pure: the same facts, policy and day give the same board."""
    facts = _with_what_is_to_come(facts, today)
    absences = _by_worker(facts.absences)
    standing_in = standing_in_on(facts, today)
    owners = owners_of(facts)
    late = late_by_owner(_late_actions(facts.open_items, today), owners)
    manager = _manager_row(facts, late, absences, standing_in, policy, today)
    own = (manager.row,) if manager is not None and manager.row is not None else ()
    everybody = (*facts.workers, *(row.worker for row in own))
    workers_by_id = {worker.id: worker for worker in everybody}
    by_name = {worker.id: worker for worker in (*facts.named, *everybody)}
    dates = said_of_children(facts.child_dates, today)
    children = _child_rows(facts, facts.children, workers_by_id, standing_in, policy, today)
    closed = _child_rows(facts, facts.closed, workers_by_id, standing_in, policy, today)
    workers = _worker_rows(facts, children, late, absences, standing_in, policy, today)
    unallocated = without_worker(children, facts.open_items)
    rows = (
        *clock_rows((*workers, *own), children, workers_by_id, policy, today),
        *open_item_rows(facts.open_items, by_name, owners.children, owners, policy, today),
        *unwritten_rows(facts.unwritten, by_name, policy, today),
        *rows_of_the_day(facts.open_items, by_name, owners.children, standing_in, policy, today),
        *timescale_rows((*children, *closed), dates, workers_by_id, facts.lists_as_at, policy, today),
        *team_rows(workers, own, children, unallocated, facts.looked, workers_by_id, facts.data_as_at, policy, today),
        *leaver_rows(everybody, facts.named, children, facts.open_items, policy, today),
    )
    attention = ranked(rows, facts.decided_today, policy, today)
    return Board(
        as_of=today,
        teams=facts.teams,
        whole_authority=facts.whole_authority,
        data_as_at=facts.data_as_at,
        manager=_with_who_they_hold(manager, children),
        counts=_counts(workers, children, unallocated, facts.families, attention),
        workers=workers,
        children=children,
        closed=closed,
        worries=worry_rows(facts.open_items, owners.children, workers_by_id, today),
        talks=talk_rows(facts, owners.children, workers_by_id, today),
        attention=attention,
        diary=_diary(facts, workers_by_id, standing_in, today),
        actions=action_rows(facts.open_items, owners.children, workers_by_id, owners, today),
        planned=tuple(item for item in facts.open_items if item.kind == "session_planned"),
        absences=facts.absences,
        open_items=facts.open_items,
        limits=policy.limits,
        dates=dates,
        then=facts.then,
        duty=facts.duty,
    )


def _with_what_is_to_come(facts: TeamFacts, today: date) -> TeamFacts:
    """The facts with each worker's next session, and without cancelled ones that have another day."""
    return facts.__replace__(
        workers=_with_next_session(facts.workers, facts.open_items, today),
        open_items=without_rebooked(facts.open_items, today),
    )


def _held(children: Iterable[ChildRow]) -> Mapping[WorkerId, Sequence[ChildRow]]:
    """The children of each worker."""
    found: dict[WorkerId, list[ChildRow]] = defaultdict(list)
    for row in children:
        if row.child.worker_id is not None:
            found[row.child.worker_id].append(row)
    return found


def _with_next_session(workers: Sequence[Worker], items: Iterable[OpenItem], today: date) -> tuple[Worker, ...]:
    """The workers, each with the earliest one-to-one session planned for today or later."""
    if all(worker.next_planned is None or worker.next_planned >= today for worker in workers):
        return tuple(workers)
    to_come: dict[WorkerId, date] = {}
    for item in items:
        if item.session_kind != "one_to_one" or item.kind != "session_planned" or item.worker_id is None:
            continue
        if item.due_on is not None and item.due_on >= today:
            to_come[item.worker_id] = min(to_come.get(item.worker_id, item.due_on), item.due_on)
    return tuple(worker.__replace__(next_planned=to_come.get(worker.id)) for worker in workers)


def _by_worker(absences: Iterable[Absence]) -> Mapping[WorkerId, Sequence[Absence]]:
    grouped: dict[WorkerId, list[Absence]] = defaultdict(list)
    for absence in absences:
        grouped[absence.worker_id].append(absence)
    return grouped


def _counts_by_child(items: Iterable[OpenItem], today: date) -> Mapping[ChildId, tuple[int, int]]:
    """For each child with any: (open worries, late actions)."""
    found: dict[ChildId, tuple[int, int]] = {}
    for item in items:
        if item.child_id is None:
            continue
        worries, late = found.get(item.child_id, (0, 0))
        if item.kind == "worry":
            found[item.child_id] = (worries + 1, late)
        elif item.kind == "action" and item.due_on is not None and item.due_on < today:
            found[item.child_id] = (worries, late + 1)
    return found


def _diary(facts: TeamFacts, everybody: Mapping[WorkerId, Worker], standing_in: StandingIn, today: date) -> Diary:
    """What is today; with who has left nothing is planned any more."""
    return Diary(
        tuple(one for one in facts.sessions_today if not _planned_with_who_left(one, everybody, today)),
        tuple(away for one in everybody if (away := standing_in.away.get(one))),
    )


def _planned_with_who_left(session: Session, workers: Mapping[WorkerId, Worker], today: date) -> bool:
    worker = under(workers, session.worker_id)
    return session.state == "planned" and worker is not None and worker.has_left(today)


def _late_actions(items: Iterable[OpenItem], today: date) -> Iterable[OpenItem]:
    return (item for item in items if item.kind == "action" and days_late(item.due_on, today) is not None)


def _child_rows(
    facts: TeamFacts,
    children: Iterable[Child],
    workers: Mapping[WorkerId, Worker],
    standing_in: StandingIn,
    policy: Policy,
    today: date,
) -> tuple[ChildRow, ...]:
    waiting = _counts_by_child(facts.open_items, today)
    decided = {about.id for about in facts.decided_today if isinstance(about, AboutChild)}
    return tuple(_child_row(child, workers, standing_in, waiting, decided, policy, today) for child in children)


def _child_row(
    child: Child,
    workers: Mapping[WorkerId, Worker],
    standing_in: StandingIn,
    waiting: Mapping[ChildId, tuple[int, int]],
    decided: Set[ChildId],
    policy: Policy,
    today: date,
) -> ChildRow:
    worker = workers.get(child.worker_id) if child.worker_id else None
    worries, late = waiting.get(child.id, (0, 0))
    return ChildRow(
        child,
        worker.name if worker else None,
        discussion_clock(child, policy, today),
        risk_used(child),
        worker is not None and standing_in.leaves_uncovered(worker),
        worries,
        late,
        child.id in decided,
        worker is not None and worker.has_left(today),
    )


def _worker_rows(
    facts: TeamFacts,
    children: Iterable[ChildRow],
    late: Counter[WorkerId | None],
    absences: Mapping[WorkerId, Sequence[Absence]],
    standing_in: StandingIn,
    policy: Policy,
    today: date,
) -> tuple[WorkerRow, ...]:
    held = _held(children)
    return tuple(
        _worker_row(worker, held, late, absences, standing_in, facts, policy, today) for worker in facts.workers
    )


def _worker_row(
    worker: Worker,
    all_held: Mapping[WorkerId, Sequence[ChildRow]],
    late: Counter[WorkerId | None],
    absences: Mapping[WorkerId, Sequence[Absence]],
    standing_in: StandingIn,
    facts: TeamFacts,
    policy: Policy,
    today: date,
) -> WorkerRow:
    held = all_held.get(worker.id, ())
    own_absences = absences.get(worker.id, ())
    absence = standing_in.away.get(worker.id)
    return WorkerRow(
        worker,
        len(held),
        _supervision(worker, own_absences, facts, policy, today),
        coverage(row.discussion.state for row in held),
        sum(row.worries_open for row in held),
        late[worker.id],
        absence,
        is_newly_qualified(worker, policy, today),
        AboutWorker(worker.id) in facts.decided_today,
        standing_in.for_worker(worker.id),
        standing_in.missing_for(worker.id),
        away_since(own_absences, today) if absence is not None else None,
    )


def _supervision(worker: Worker, absences: Sequence[Absence], facts: TeamFacts, policy: Policy, today: date) -> Clock:
    """Where the worker's clock stands. Once anybody of the team was supervised, a first limit that has passed is one
    that was never kept: dates from before this record are no longer awaited together.
    """
    clock = supervision_clock(worker, absences, policy, today)
    if clock.lacking != "not known" or days_late(clock.limit_by, today) is None:
        return clock
    team = (*facts.workers, *facts.colleagues, *((facts.manager.worker,) if facts.manager is not None else ()))
    supervised = any(one is not None and one.last_held is not None for one in team)
    return clock.__replace__(lacking="never") if supervised else clock


def _manager_row(
    facts: TeamFacts,
    late: Counter[WorkerId | None],
    absences: Mapping[WorkerId, Sequence[Absence]],
    standing_in: StandingIn,
    policy: Policy,
    today: date,
) -> ManagerRow | None:
    manager = facts.manager
    if manager is None:
        return None
    if manager.worker is None:
        return ManagerRow(manager, supervision_clock(Worker(id=WorkerId(0), name=manager.name), (), policy, today))
    (own,) = _with_next_session((manager.worker,), facts.open_items, today)
    row = _worker_row(own, {}, late, absences, standing_in, facts, policy, today)
    return ManagerRow(manager.__replace__(worker=own), row.supervision, row)


def _with_who_they_hold(manager: ManagerRow | None, children: Iterable[ChildRow]) -> ManagerRow | None:
    """The manager with the children whom they hold themselves counted as a worker's are."""
    if manager is None or manager.row is None:
        return manager
    held = [row for row in children if row.child.bucket == "held_by_manager"]
    states, worries = coverage(row.discussion.state for row in held), sum(row.worries_open for row in held)
    own = manager.row.__replace__(children=len(held), coverage=states, worries_open=worries)
    return manager.__replace__(row=own)


def _counts(
    workers: Sequence[WorkerRow],
    children: Sequence[ChildRow],
    unallocated: Sequence[ChildRow],
    families: int | None,
    attention: Sequence[AttentionRow],
) -> Counts:
    buckets = Counter(row.child.bucket for row in unallocated)
    people = Counts(
        len(workers),
        len(children),
        families,
        len(unallocated),
        urgent=0,
        overdue=0,
        due=0,
        never=0,
        waiting=len(unallocated) - buckets["duty"] - buckets["held_by_manager"],
        on_duty=buckets["duty"],
        held_by_manager=buckets["held_by_manager"],
    )
    return people.of_rows(attention)
