"""What the regularity of supervision is worked out from: every one-to-one, absence and own limit of the workers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from db.derived.live import by_worker, live
from db.derived.workers import own_rules_said
from db.models import WorkerNow
from db.queries.away import absences_of
from db.queries.board import workers_where
from db.queries.rows import WORKER
from db.question import Question, any_of, batched, given
from oversight_tui.practice import records
from oversight_tui.practice.facts import Session, Worker
from oversight_tui.practice.gaps import Supervised
from oversight_tui.practice.ids import EntryId, TeamId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store

_OF_TEAMS = Question(lambda teams: workers_where(WorkerNow.team.in_(any_of("teams", teams))))
_EVERY = Question(lambda: workers_where())
_ONE = Question(lambda: workers_where(WorkerNow.worker == given("worker")))
_ONE_TO_ONE = " AND d.session_kind = 'one_to_one'"


def supervised(store: Store, teams: Collection[TeamId] | None) -> list[Supervised]:
    """The workers of these teams, of every team where None, by name; those too who have left. Asked inside a
    transaction.
    """
    rows = _EVERY.ask(store) if teams is None else _OF_TEAMS.ask(store, teams=sorted(teams)) if teams else []
    return _supervised(store, rows)


def one_supervised(store: Store, worker: WorkerId) -> list[Supervised]:
    """The same of one worker; nothing where there is none. Asked inside a transaction."""
    return _supervised(store, _ONE.ask(store, worker=worker))


def _supervised(store: Store, rows: Sequence[Sequence[object]]) -> list[Supervised]:
    workers = {one.id: one for one in WORKER.made_from(rows)}
    found: list[Supervised] = []
    for some in batched(list(workers)):
        found += _of(store, some, workers)
    return sorted(found, key=lambda one: (one.worker.name, one.worker.id))


def _of(store: Store, ids: Sequence[WorkerId], workers: Mapping[WorkerId, Worker]) -> list[Supervised]:
    details = by_worker(live(store, "worker_id", ids, records.WorkerDetails))
    sessions, away = _sessions(store, ids), absences_of(store, ids)
    return [
        Supervised(
            workers[one],
            tuple(sessions[one]),
            tuple(absence for absence in away if absence.worker_id == one),
            own_rules_said(details[one]),
        )
        for one in ids
    ]


def _sessions(store: Store, ids: Sequence[WorkerId]) -> Mapping[WorkerId, list[Session]]:
    """The one-to-ones of each worker, as they were held, cancelled or are planned still."""
    plans = live(store, "worker_id", ids, records.SessionPlan, _ONE_TO_ONE)
    held = live(store, "worker_id", ids, records.SessionHeld, _ONE_TO_ONE)
    planned_for = {one.spine.entry: one.says.planned_for for one in plans}
    cancelled = {one.says.plan: one.says for one in live(store, "worker_id", ids, records.SessionCancelled)}
    settled: set[EntryId | None] = {one.says.plan for one in held}
    found: dict[WorkerId, list[Session]] = defaultdict(list)
    for one in held:
        if one.spine.worker is not None:
            found[one.spine.worker].append(
                Session(
                    *(one.spine.entry, one.spine.worker, "one_to_one", "held"),
                    planned_for=planned_for.get(one.says.plan) if one.says.plan is not None else None,
                    held_on=one.spine.on,
                    reason=None,
                    minutes=one.says.minutes,
                    supervisor=one.says.supervisor or one.spine.by,
                    opening=one.says.opening,
                    counts=one.says.counts,
                )
            )
    for plan in plans:
        if plan.spine.worker is not None and plan.spine.entry not in settled:
            why = cancelled.get(plan.spine.entry)
            found[plan.spine.worker].append(
                Session(
                    *(plan.spine.entry, plan.spine.worker, "one_to_one", "cancelled" if why else "planned"),
                    planned_for=plan.says.planned_for,
                    held_on=None,
                    reason=why.reason if why else None,
                    minutes=plan.says.minutes,
                    supervisor=plan.says.supervisor or plan.spine.by,
                )
            )
    return found
