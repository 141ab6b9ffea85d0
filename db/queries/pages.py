"""Everything recorded about one child or one worker, as it was written, oldest happening first.

Nothing here reads the worker's own file.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from peewee import JOIN, Field, Model, Query

from db import models
from db.models import Entry, SessionChild, Team, WorkerNow
from db.queries import rows
from db.question import Question, given
from oversight_tui.practice.history import HistoryRow

if TYPE_CHECKING:
    from db.engine import Store

_SPINE = (Entry.id, Entry.happened_on, Entry.happened_at, Entry.recorded_at, Entry.recorded_by, Entry.corrects)
_CHILD_KINDS: dict[str, tuple[type[Model], tuple[str, ...]]] = {
    "discussion": (
        models.Discussion,
        ("setting", "asked_for", "answers", "text", "what_changed", "worries", "going_well", "analysis", "childs_view"),
    ),
    "filing": (models.Filing, ("discussion",)),
    "decision": (models.Decision, ("text", "because", "decision_kind", "review_on")),
    "decision_reason": (models.DecisionReason, ("decision", "because")),
    "action": (models.Action, ("text", "owner", "due_on")),
    "action_outcome": (models.ActionOutcome, ("action", "done", "reason")),
    "action_carried": (models.ActionCarried, ("action", "due_on", "reason")),
    "worry": (models.Worry, ("text", "who", "if_nothing_changes", "severity", "owner", "review_on")),
    "worry_review": (models.WorryReview, ("worry", "next_on", "reason")),
    "worry_close": (models.WorryClose, ("worry", "reason")),
    "escalation": (models.Escalation, ("text", "sent_to")),
    "escalation_answer": (models.EscalationAnswer, ("escalation", "text")),
    "status": (models.StatusEpisode, ("status", "starts", "seen_by")),
    "status_end": (models.StatusEnd, ("episode", "ends", "reason")),
    "risk": (models.RiskRating, ("rating", "reason")),
    "allocation_end": (models.AllocationEnd, ("allocation", "ends", "seen_by", "reason")),
    "withdrawal": (models.Withdrawal, ("withdrawn", "reason")),
}
_WORKER_KINDS: dict[str, tuple[type[Model], tuple[str, ...]]] = {
    "session_plan": (models.SessionPlan, ("session_kind", "planned_for", "minutes", "supervisor")),
    "session_held": (models.SessionHeld, ("plan", "session_kind", "minutes", "supervisor", "opening")),
    "session_cancelled": (models.SessionCancelled, ("plan", "reason")),
    "absence": (models.Absence, ("first_day", "last_day", "reason", "note")),
    "absence_end": (models.AbsenceEnd, ("absence", "last_day")),
    **{
        kind: _CHILD_KINDS[kind]
        for kind in ("decision", "decision_reason", "escalation", "escalation_answer", "withdrawal")
    },
}


def child_history(store: Store, child_id: int) -> tuple[HistoryRow, ...]:
    """Every entry about the child, and the sessions at which they were discussed (kind `session_child`)."""
    found = [row for kind, ask in _CHILD_QUESTIONS.items() for row in _told(store, kind, ask, child_id)]
    return tuple(sorted(found, key=lambda row: (row.happened_on or date.min, row.id)))


def worker_history(store: Store, worker_id: int) -> tuple[HistoryRow, ...]:
    """Every entry about the worker that is no child's and not of their own file; sessions name their children."""
    found = [row for kind, ask in _WORKER_QUESTIONS.items() for row in _told(store, kind, ask, worker_id)]
    return tuple(sorted(found, key=lambda row: (row.happened_on or date.min, row.id)))


def session_children(store: Store, worker_id: int) -> dict[int, tuple[str, ...]]:
    """References of the children discussed at each held session of a worker, by the session's entry."""
    found: dict[int, tuple[str, ...]] = {}
    for session, reference in _SESSION_CHILDREN.ask(store, id=worker_id):
        found[session] = (*found.get(session, ()), reference)
    return found


def _told(store: Store, kind: str, ask: _Ask, about: int) -> list[HistoryRow]:
    return [
        HistoryRow(
            row[0],
            kind,
            rows.day(row[1]),
            row[2],
            datetime.fromisoformat(row[3]),
            row[4],
            row[5],
            dict(zip(ask.names, row[6:], strict=True)),
        )
        for row in ask.question.ask(store, id=about)
    ]


class _Ask:
    """A question and the names of the values it answers with after the spine."""

    def __init__(self, names: tuple[str, ...], write: Callable[[], Query]) -> None:
        self.names = names
        self.question = Question(write)


def _plain(model: type[Model], names: tuple[str, ...], about: Field, kind: str) -> _Ask:
    def write() -> Query:
        columns: list[Any] = [getattr(model, name) for name in names]
        query = model.select(*_SPINE, *columns).join(Entry, on=(Entry.id == model.entry))  # type: ignore[attr-defined]
        only = (about == given("id")) & (Entry.kind == kind)
        return query.where(only if about is Entry.child else only & Entry.child.is_null())

    return _Ask(names, write)


def _allocations() -> Query:
    holder = WorkerNow.alias()
    detail = models.Allocation
    return (
        detail.select(*_SPINE, holder.name, Team.name, detail.bucket, detail.role, detail.starts, detail.seen_by)
        .join(Entry, on=(Entry.id == detail.entry))
        .join(holder, JOIN.LEFT_OUTER, on=(holder.worker == detail.allocated_to))
        .join(Team, JOIN.LEFT_OUTER, on=(Team.id == detail.team))
        .where(Entry.child == given("id"))
    )


def _sessions_of_child() -> Query:
    detail = models.SessionHeld
    return (
        detail.select(*_SPINE, detail.session_kind, WorkerNow.name)
        .join(Entry, on=(Entry.id == detail.entry))
        .join(SessionChild, on=(SessionChild.session == detail.entry))
        .join(WorkerNow, JOIN.LEFT_OUTER, on=(WorkerNow.worker == Entry.worker))
        .where(SessionChild.child == given("id"))
    )


_CHILD_QUESTIONS: dict[str, _Ask] = {
    **{kind: _plain(model, names, Entry.child, kind) for kind, (model, names) in _CHILD_KINDS.items()},
    "allocation": _Ask(("worker", "team", "bucket", "role", "starts", "seen_by"), _allocations),
    "session_child": _Ask(("session_kind", "worker"), _sessions_of_child),
}
_WORKER_QUESTIONS: dict[str, _Ask] = {
    kind: _plain(model, names, Entry.worker, kind) for kind, (model, names) in _WORKER_KINDS.items()
}
_SESSION_CHILDREN = Question(
    lambda: (
        SessionChild.select(SessionChild.session, models.Child.reference)
        .join(models.Child, on=(models.Child.id == SessionChild.child))
        .switch(SessionChild)
        .join(Entry, on=(Entry.id == SessionChild.session))
        .where(Entry.worker == given("id"))
        .order_by(models.Child.reference)
    )
)
