"""What stands of the records as the tables for other programs have it: whole lists, read some rows at a time.

What is about a worker and no child is in none of them, and of what is sensitive the words are not read at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from db.question import SENSITIVE
from db.reading import read_as
from oversight_tui.practice.lists import of_records as rows

if TYPE_CHECKING:
    from db.engine import Store

Row = TypeVar("Row", bound=Struct)


def listed(store: Store, kind: type[Row]) -> Iterator[Row]:
    """Every row of a kind of table, in the order of typing. Asked inside a transaction."""
    for batch in store.batches(_SQL[kind]):
        yield from read_as(kind, kind.__struct_fields__, batch)


def _about_children(table: str, columns: str, words: str = "", joins: str = "") -> str:
    """Entries about a child in force. `words` are the columns of `d` that hold what was typed, empty for none."""
    typed = "".join(f", CASE WHEN {SENSITIVE} THEN NULL ELSE {one} END" for one in filter(None, words.split(" | ")))
    hidden = f", {SENSITIVE}{typed}" if words else ""
    return (
        f"SELECT e.root_id, e.child_id, k.reference, {columns}{hidden}, e.recorded_at, e.recorded_by"
        f" FROM entry_in_force e JOIN {table} d ON d.entry_id = e.id JOIN child k ON k.id = e.child_id"
        f" LEFT JOIN worker_now w ON w.worker_id = e.worker_id {joins} ORDER BY e.root_id"
    )


def _later(table: str, column: str, value: str) -> str:
    """What the newest entry that follows this one says, NULL where none does."""
    return (
        f"(SELECT {value} FROM {table} l JOIN entry_in_force f ON f.id = l.entry_id WHERE l.{column} = e.root_id"
        " ORDER BY f.root_id DESC LIMIT 1)"
    )


def _heard(column: str) -> str:
    """What was heard of somebody who was asked, or what it changed."""
    return _later("consultation_answer", "consultation_id", f"CASE WHEN f.sensitive THEN NULL ELSE l.{column} END")


_WHO = "e.worker_id, w.name"
_OPEN = "LEFT JOIN open_item o ON o.entry_id = e.root_id"
_REASON = f"COALESCE({_later('decision_reason', 'decision_id', 'CASE WHEN f.sensitive THEN NULL ELSE l.because END')}"
_ENDED = _later("allocation_end", "allocation_id", "l.entry_id")
_STATUS_ENDED = _later("status_end", "episode_id", "l.entry_id")
_OUTCOME = _later("action_outcome", "action_id", "CASE WHEN l.done THEN 'done' ELSE 'dropped' END")
_HEARD_ON = _later("consultation_answer", "consultation_id", "f.happened_on")
_ANSWER = _later("escalation_answer", "escalation_id", "CASE WHEN f.sensitive THEN NULL ELSE l.text END")
_ALLOCATIONS = f"""
SELECT e.root_id, e.child_id, k.reference, d.allocated_worker_id, w.name, d.bucket, t.name, d.role, d.starts, d.seen_by,
    {_later("allocation_end", "allocation_id", "l.ends")}, {_ENDED} IS NOT NULL, e.recorded_at, e.recorded_by
FROM entry_in_force e JOIN allocation d ON d.entry_id = e.id JOIN child k ON k.id = e.child_id
LEFT JOIN worker_now w ON w.worker_id = d.allocated_worker_id LEFT JOIN team t ON t.id = d.team_id ORDER BY e.root_id
"""
_STATUSES = f"""
SELECT e.root_id, e.child_id, k.reference, d.status, d.starts, d.seen_by,
    {_later("status_end", "episode_id", "l.ends")}, {_STATUS_ENDED} IS NOT NULL
FROM entry_in_force e JOIN status_episode d ON d.entry_id = e.id JOIN child k ON k.id = e.child_id ORDER BY e.root_id
"""
_SESSIONS = f"""
SELECT e.root_id, e.worker_id, w.name, d.session_kind, 'held', (SELECT p.planned_for FROM entry_in_force pe
    JOIN session_plan p ON p.entry_id = pe.id WHERE pe.root_id = d.plan_id), e.happened_on, d.minutes,
    COALESCE(d.supervisor, e.recorded_by), d.opening, d.counts IS NOT NULL,
    (SELECT COUNT(*) FROM session_child s WHERE s.session_id = e.root_id), e.recorded_at, e.recorded_by
FROM entry_in_force e JOIN session_held d ON d.entry_id = e.id JOIN worker_now w ON w.worker_id = e.worker_id
UNION ALL
SELECT e.root_id, e.worker_id, w.name, d.session_kind,
    CASE WHEN {_later("session_cancelled", "plan_id", "l.entry_id")} IS NULL THEN 'planned' ELSE 'cancelled' END,
    d.planned_for, NULL, d.minutes, d.supervisor, FALSE, FALSE, 0, e.recorded_at, e.recorded_by
FROM entry_in_force e JOIN session_plan d ON d.entry_id = e.id JOIN worker_now w ON w.worker_id = e.worker_id
WHERE {_later("session_held", "plan_id", "l.entry_id")} IS NULL ORDER BY 1
"""
_SESSION_CHILDREN = """
SELECT s.session_id, e.worker_id, s.child_id, k.reference FROM session_child s JOIN child k ON k.id = s.child_id
JOIN entry_in_force e ON e.root_id = s.session_id ORDER BY s.id
"""
_ABSENCES = f"""
SELECT e.root_id, e.worker_id, w.name, d.reason, d.first_day,
    COALESCE({_later("absence_end", "absence_id", "l.last_day")}, d.last_day)
FROM entry_in_force e JOIN absence d ON d.entry_id = e.id JOIN worker_now w ON w.worker_id = e.worker_id
ORDER BY e.root_id
"""
_IMPORTS = "SELECT id, format, file_name, as_at, recorded_at, recorded_by FROM snapshot ORDER BY id"
_SQL: Mapping[type[Struct], str] = MappingProxyType(
    {
        rows.AllocationListed: _ALLOCATIONS,
        rows.StatusListed: _STATUSES,
        rows.RiskListed: _about_children("risk_rating", "d.rating, e.happened_on", "d.reason"),
        rows.SessionListed: _SESSIONS,
        rows.SessionChildListed: _SESSION_CHILDREN,
        rows.DiscussionListed: _about_children(
            "discussion",
            f"{_WHO}, e.happened_on, e.happened_at, d.setting, d.asked_for, d.session_id,"
            f" {_later('filing', 'discussion_id', 'f.happened_on')}",
            "d.text | d.what_changed | d.worries | d.going_well | d.analysis | d.childs_view",
        ),
        rows.DecisionListed: _about_children(
            "decision",
            "e.happened_on, d.decision_kind, d.discussion_id, o.due_on,"
            " o.kind IS NOT NULL AND o.kind = 'decision_without_because'",
            f"d.text | {_REASON}, d.because)",
            _OPEN,
        ),
        rows.ActionListed: _about_children(
            "action",
            f"e.happened_on, d.owner, COALESCE({_later('action_carried', 'action_id', 'l.due_on')}, d.due_on),"
            f" COALESCE(o.carried_over, 0), COALESCE({_OUTCOME}, 'open'),"
            f" {_later('action_outcome', 'action_id', 'f.happened_on')}, d.decision_id",
            "d.text",
            _OPEN,
        ),
        rows.WorryListed: _about_children(
            "worry",
            "e.happened_on, d.severity, d.owner, o.due_on,"
            f" CASE WHEN {_later('worry_close', 'worry_id', 'l.entry_id')} IS NULL THEN 'open' ELSE 'closed' END,"
            f" {_later('worry_close', 'worry_id', 'f.happened_on')}",
            "d.text | d.if_nothing_changes",
            _OPEN,
        ),
        rows.EscalationListed: _about_children(
            "escalation",
            f"e.happened_on, d.sent_to, CASE WHEN {_later('escalation_answer', 'escalation_id', 'l.entry_id')} IS NULL"
            f" THEN 'open' ELSE 'answered' END, {_later('escalation_answer', 'escalation_id', 'f.happened_on')}",
            f"d.text | {_ANSWER}",
        ),
        rows.ConsultationListed: _about_children(
            "consultation",
            f"e.happened_on, d.asked_of, d.adviser, d.for_information, CASE WHEN {_HEARD_ON} IS NOT NULL"
            f" THEN 'answered' WHEN d.for_information THEN 'told' ELSE 'open' END, {_HEARD_ON}",
            f"d.text | {_heard('text')} | {_heard('changed')}",
        ),
        rows.AbsenceListed: _ABSENCES,
        rows.ImportListed: _IMPORTS,
    }
)
