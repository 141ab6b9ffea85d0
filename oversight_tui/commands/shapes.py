"""The shapes other programs read: a board, a child's page and a worker's page as plain documents."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from oversight_tui.practice.ahead import AheadRow
from oversight_tui.practice.board import AttentionRow, Board, ChildRow, Clock, ManagerRow, WorkerRow
from oversight_tui.practice.brief import Brief
from oversight_tui.practice.facts import Entry, Session
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.personal import PersonalEntry
from oversight_tui.practice.session_pages import WorkerAgenda


def board_shape(board: Board) -> dict[str, Any]:
    """Everything of a board."""
    manager = board.manager
    return {
        "as_of": board.as_of.isoformat(),
        "team": board.teams[0] if len(board.teams) == 1 else None,
        "teams": list(board.teams),
        "data_as_at": _day(board.data_as_at),
        "manager": _manager(manager) if manager else None,
        "counts": {
            name: getattr(board.counts, name)
            for name in ("workers", "children", "families", "unallocated", "overdue", "due", "never")
        },
        "workers": [_worker(row) for row in board.workers],
        "children": [_child(row) for row in board.children],
        "attention": [_attention(row) for row in board.attention],
    }


def actions_shape(board: Board) -> list[dict[str, Any]]:
    """All open actions, late first."""
    return [
        {
            "id": row.item.id,
            "child": row.child.reference if row.child else None,
            "worker": row.worker,
            "owner": row.item.who,
            "text": row.item.text,
            "by": _day(row.item.due_on),
            "state": row.state,
            "days_over": row.days_over,
            "carried_over": row.item.carried_over,
        }
        for row in board.actions
    ]


def agenda_shape(found: WorkerAgenda) -> dict[str, Any]:
    """The agenda of a worker's next sessions."""
    agenda = found.agenda
    return {
        "worker": found.worker.worker.name,
        "cycle": {
            "sessions": agenda.cycle.sessions,
            "kept": agenda.cycle.kept,
            "short_by": agenda.cycle.short_by,
            "says": agenda.cycle.says,
        },
        "sessions": [
            {
                "on": session.slot.on.isoformat(),
                "minutes": session.slot.minutes,
                "children": [
                    {
                        "reference": item.child.reference,
                        "minutes": item.minutes,
                        "must": item.must,
                        "because": [{"factor": one.factor, "points": one.points} for one in item.child.because],
                        "open_actions": item.child.open_actions,
                        "open_worries": item.child.open_worries,
                    }
                    for item in session.items
                ],
            }
            for session in agenda.sessions
        ],
        "not_reached": [child.reference for child in agenda.not_reached],
    }


def ahead_shape(board: Board, rows: tuple[AheadRow, ...], days: int) -> dict[str, Any]:
    """What falls due in the days to come."""
    return {
        "as_of": board.as_of.isoformat(),
        "days": days,
        "ahead": [
            {"on": row.on.isoformat(), "what": row.what, "worker": row.worker, "child": row.child, "text": row.text}
            for row in rows
        ],
    }


def child_shape(page: ChildPage) -> dict[str, Any]:
    """A child's page. Nothing of any worker's own file is in it."""
    child = page.row.child
    return {
        **_child(page.row),
        "open": child.open,
        "allocations": [
            {
                "worker": one.worker,
                "bucket": one.bucket,
                "from": _day(one.starts),
                "seen_by": _day(one.seen_by),
                "to": _day(one.ends),
                "role": one.role,
            }
            for one in page.allocations
        ],
        "entries": [_entry(one) for one in page.entries],
        "timescales": list(page.timescales),
        "drift": list(page.drift),
    }


def worker_shape(page: WorkerPage) -> dict[str, Any]:
    """A worker's page without their own file."""
    return {
        **_worker(page.row),
        "team": page.row.worker.team,
        "sessions": [_session(one) for one in page.sessions],
        "entries": [_entry(one) for one in page.entries],
        "children": [row.child.reference for row in page.children],
    }


def brief_shape(found: Brief) -> dict[str, Any]:
    """What is open for whoever stands in."""
    return {
        "away": found.away.worker.name,
        "covered_by": found.covered_by,
        "from": _day(found.first),
        "to": _day(found.last),
        "now": [_attention(row) for row in found.now],
        "ahead": [
            {"on": _day(one.on), "what": one.what, "worker": one.worker, "child": one.child, "text": one.text}
            for one in found.ahead
        ],
        "children": [
            {
                **_child(row),
                "open": [
                    {"id": one.id, "kind": one.kind, "who": one.who, "due_on": _day(one.due_on), "text": one.text}
                    for one in items
                ],
            }
            for row, items in (*found.children, *((row, ()) for row in found.quiet))
        ],
    }


def personal_shape(entries: Iterable[PersonalEntry]) -> list[dict[str, Any]]:
    """A worker's own file."""
    return [
        {
            "id": one.id,
            "kind": one.kind,
            "on": _day(one.on),
            "by": one.by,
            "text": one.text,
            "support_offered": one.support_offered,
            "next_step": one.next_step,
            "follows": one.follows,
            "signed_by_worker": _day(one.signed_by_worker),
            "signed_by_manager": _day(one.signed_by_manager),
            "renew_on": _day(one.renew_on),
        }
        for one in entries
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _clock(clock: Clock, next_planned: date | None) -> dict[str, Any]:
    return {
        "state": clock.state,
        "last_held": _day(clock.last),
        "days_since": clock.days_since,
        "ideal_by": _day(clock.ideal_by),
        "limit_by": _day(clock.limit_by),
        "next_planned": _day(next_planned),
    }


def _manager(row: ManagerRow) -> dict[str, Any]:
    own = row.manager.worker
    return {
        "name": row.manager.name,
        "confirmed": row.manager.confirmed,
        "supervision": _clock(row.supervision, own.next_planned if own else None),
    }


def _worker(row: WorkerRow) -> dict[str, Any]:
    worker, away, covered = row.worker, row.absence, row.coverage
    return {
        "id": worker.id,
        "name": worker.name,
        "role": worker.role,
        "fte": worker.fte,
        "newly_qualified": row.newly_qualified,
        "agency": worker.agency,
        "children": row.children,
        "supervision": _clock(row.supervision, worker.next_planned),
        "coverage": {name: getattr(covered, name) for name in ("children", "in_time", "due", "overdue", "never")},
        "worries_open": row.worries_open,
        "actions_overdue": row.actions_overdue,
        "supervisor": worker.supervisor,
        "second_supervisor": worker.second_supervisor,
        "covered_by": row.covered_by,
        "absence": away and {"reason": away.reason, "from": _day(away.first_day), "to": _day(away.last_day)},
    }


def _child(row: ChildRow) -> dict[str, Any]:
    child, clock = row.child, row.discussion
    return {
        "reference": child.reference,
        "name": child.name,
        "worker": row.worker,
        "team": child.team,
        "status": child.status,
        "risk": child.risk,
        "allocated_since": _day(child.allocated_since),
        "seen_by": _day(child.seen_by),
        "last_seen": _day(child.last_seen),
        "last_discussed": _day(clock.last),
        "days_since": clock.days_since,
        "state": clock.state,
    }


def _attention(row: AttentionRow) -> dict[str, Any]:
    return {
        "rank": row.rank,
        "kind": row.kind,
        "state": row.state,
        "id": row.id,
        "worker": row.worker,
        "child": row.child,
        "summary": row.summary,
        "due_on": _day(row.due_on),
        "days_over": row.days_over,
        "score": row.score,
        "because": [{"factor": one.factor, "points": one.points} for one in row.because],
        "decided_today": row.decided_today,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "happened_on": _day(entry.happened_on),
        "happened_at": entry.happened_at,
        "recorded_at": entry.recorded_at.isoformat(),
        "by": entry.by,
        "setting": entry.setting,
        "text": entry.text,
        "because": entry.because,
        "on_file": _day(entry.on_file),
        "corrects": entry.corrects,
        "withdrawn": entry.withdrawn,
        "replaced": entry.replaced,
        "sensitive": entry.sensitive,
        "significant": entry.significant,
    }


def _session(session: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "kind": session.kind,
        "planned_for": _day(session.planned_for),
        "held_on": _day(session.held_on),
        "state": session.state,
        "reason": session.reason,
        "minutes": session.minutes,
        "supervisor": session.supervisor,
        "children": list(session.children),
        "others": list(session.others),
    }
