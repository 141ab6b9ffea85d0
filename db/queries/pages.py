"""Everything recorded about one child or one worker, as it was written, oldest happening first.

Nothing here reads the worker's own file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import JOIN, Field, Model, Query, fn

from db import models, stored
from db.models import Entry, EntryInForce, ScaleReading, SessionChild, Team, WorkerNow
from db.queries import rows
from db.question import Question, given
from oversight_tui.practice import facts
from oversight_tui.practice.history import HistoryRow, Replaced

if TYPE_CHECKING:
    from db.engine import Store

_SPINE = (
    Entry.id,
    Entry.happened_on,
    Entry.happened_at,
    Entry.recorded_at,
    Entry.recorded_by,
    Entry.corrects,
    Entry.sensitive,
)
_DAYS = frozenset({"review_on", "next_on", "due_on", "starts", "seen_by", "ends", "day", "planned_for"})
_CHILD_KINDS: dict[str, tuple[type[Model], tuple[str, ...]]] = {
    "discussion": (
        models.Discussion,
        ("setting", "asked_for", "answers", "text", "what_changed", "worries", "going_well", "analysis", "childs_view"),
    ),
    "filing": (models.Filing, ("discussion",)),
    "decision": (models.Decision, ("text", "because", "decision_kind", "review_on")),
    "decision_reason": (models.DecisionReason, ("decision", "because")),
    "decision_review": (models.DecisionReview, ("decision", "next_on", "reason")),
    "disagreement": (models.Disagreement, ("decision", "who", "text")),
    "mark": (models.Mark, ("marked", "mark")),
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
    "child_date": (models.ChildDate, ("what", "day", "days", "reason")),
    "allocation_end": (models.AllocationEnd, ("allocation", "ends", "seen_by", "reason")),
    "withdrawal": (models.Withdrawal, ("withdrawn", "reason")),
}
_WORKER_KINDS: dict[str, tuple[type[Model], tuple[str, ...]]] = {
    "session_plan": (models.SessionPlan, ("session_kind", "planned_for", "minutes", "supervisor")),
    "session_held": (models.SessionHeld, ("plan", "session_kind", "minutes", "supervisor", "opening")),
    "session_cancelled": (models.SessionCancelled, ("plan", "reason")),
    "absence": (models.Absence, ("first_day", "last_day", "reason", "note")),
    "absence_end": (models.AbsenceEnd, ("absence", "last_day")),
    "cover": (models.Cover, ("covered_by", "first_day", "last_day")),
    **{
        kind: _CHILD_KINDS[kind]
        for kind in (
            "action",
            "action_carried",
            "action_outcome",
            "decision",
            "decision_reason",
            "decision_review",
            "disagreement",
            "escalation",
            "escalation_answer",
            "mark",
            "withdrawal",
        )
    },
}


def child_history(store: Store, child_id: int) -> tuple[HistoryRow, ...]:
    """Every entry about the child, and the sessions at which they were discussed (kind `session_child`)."""
    return _history(store, _CHILD_QUESTIONS, _CHILD_VERSIONS, _CHILD_SCALES, child_id)


def worker_history(store: Store, worker_id: int) -> tuple[HistoryRow, ...]:
    """Every entry about the worker that is no child's and not of their own file; sessions name their children."""
    return _history(store, _WORKER_QUESTIONS, _WORKER_VERSIONS, None, worker_id)


def _history(
    store: Store, questions: Mapping[str, _Ask], versions: Question, scales: Question | None, about: int
) -> tuple[HistoryRow, ...]:
    """The rows of every kind, each with what became of it, oldest happening first."""
    newest: dict[int, tuple[int, bool]] = {}
    for version, first, here in versions.ask(store, id=about):
        newest[first] = max(newest.get(first, (0, True)), (version, bool(here)))
    said: dict[int, list[tuple[str, int]]] = {}
    for entry, who, number in scales.ask(store, id=about) if scales else ():
        said.setdefault(entry, []).append((who, number))
    found = [
        HistoryRow(
            row[0],
            kind,
            rows.day(row[1]),
            row[2],
            stored.moment(row[3]),
            row[4],
            row[5],
            {**_values(ask.names, row[7:]), "scales": said.get(row[5] or row[0], [])},
            bool(row[6]),
            _replaced(row[0], newest.get(row[5] or row[0])),
        )
        for kind, ask in questions.items()
        for row in ask.question.ask(store, id=about)
    ]
    return tuple(sorted(found, key=lambda row: (row.happened_on or date.min, row.id)))


def _values(names: tuple[str, ...], values: Sequence[Any]) -> dict[str, Any]:
    """The values of a detail by name; its days stay the text they are, once they were read."""
    found = dict(zip(names, values, strict=True))
    for name in _DAYS & found.keys():
        rows.day(found[name])
    return found


def _replaced(number: int, newest: tuple[int, bool] | None) -> Replaced:
    if newest is None or newest[0] == number:
        return ""
    return "corrected" if newest[1] else "moved"


def session_children(store: Store, worker_id: int) -> dict[int, tuple[str, ...]]:
    """References of the children discussed at each held session of a worker, by the session's entry."""
    found: dict[int, tuple[str, ...]] = {}
    for session, reference in _SESSION_CHILDREN.ask(store, id=worker_id):
        found[session] = (*found.get(session, ()), reference)
    return found


def sessions_with_others(store: Store, worker_id: int) -> dict[int, tuple[str, ...]]:
    """Who else was at each group session of a worker, by the session's entry."""
    found: dict[int, tuple[str, ...]] = {}
    for session, name in store.database.execute_sql(_OTHERS, (worker_id,)).fetchall():
        found[session] = (*found.get(session, ()), name)
    return found


def sessions_joined(store: Store, worker_id: int) -> list[facts.Session]:
    """The group sessions of others at which a worker was, oldest first; whose they are stands among the others."""
    found = []
    for session, on, minutes, supervisor, name in store.database.execute_sql(_JOINED, (worker_id,)).fetchall():
        children = store.database.execute_sql(_REFERENCES, (session,)).fetchall()
        found.append(
            facts.Session(
                str(session),
                str(worker_id),
                "group",
                "held",
                None,
                rows.day(on),
                None,
                minutes,
                supervisor,
                tuple(row[0] for row in children),
                (name,),
            )
        )
    return found


_OTHERS = """
SELECT s.session_id, w.name FROM session_worker s JOIN worker_now w ON w.worker_id = s.worker_id
JOIN entry e ON e.id = s.session_id WHERE e.worker_id = ? ORDER BY s.id
"""
_JOINED = """
SELECT e.root_id, e.happened_on, h.minutes, COALESCE(h.supervisor, e.recorded_by), w.name FROM session_worker s
JOIN entry_in_force e ON e.root_id = s.session_id JOIN session_held h ON h.entry_id = e.id
JOIN worker_now w ON w.worker_id = e.worker_id WHERE s.worker_id = ? ORDER BY e.happened_on, e.id
"""
_REFERENCES = """
SELECT c.reference FROM session_child s JOIN child c ON c.id = s.child_id WHERE s.session_id = ? ORDER BY c.reference
"""


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


def _said_about(about: Field) -> Query:
    """The first versions of all that is or was about somebody; what is said with an entry hangs on the first of it."""
    return Entry.select(fn.COALESCE(Entry.corrects, Entry.id)).where(about == given("id"))


def _versions(about: str) -> Question:
    """(version, first version, whether it is about the same) of every correction that was not taken back itself.

    Also where the entry as a whole was taken back, or began on another page: its words stay gone from each page that it
    was moved from.
    """

    def write() -> Query:
        version, undoing = Entry.alias(), EntryInForce.alias()
        undone = (
            models.Withdrawal.select(models.Withdrawal.entry)
            .join(undoing, on=(undoing.id == models.Withdrawal.entry))
            .where(models.Withdrawal.withdrawn == version.id)
        )
        here = getattr(version, about) == given("id")
        return version.select(version.id, version.corrects, here).where(
            version.corrects.in_(_said_about(getattr(Entry, about))) & ~fn.EXISTS(undone)
        )

    return Question(write)


_CHILD_VERSIONS = _versions("child")
_WORKER_VERSIONS = _versions("worker")
_CHILD_SCALES = Question(
    lambda: (
        ScaleReading.select(ScaleReading.entry, ScaleReading.who, ScaleReading.number)
        .where(ScaleReading.entry.in_(_said_about(Entry.child)))
        .order_by(ScaleReading.id)
    )
)
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
