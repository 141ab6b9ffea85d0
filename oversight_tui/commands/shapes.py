"""The shapes other programs read: a board, a child's page and a worker's page as plain documents."""

from __future__ import annotations

from datetime import date

from oversight_tui.commands.printing import printed_id
from oversight_tui.practice.accountable import Accountable
from oversight_tui.practice.ahead import AheadRow
from oversight_tui.practice.board import AttentionRow, Board, ChildRow, Clock, ManagerRow, WorkerRow
from oversight_tui.practice.brief import Brief
from oversight_tui.practice.facts import Entry, Session
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.personal import OwnFile, PersonalEntry
from oversight_tui.practice.session_pages import WorkerAgenda
from oversight_tui.words.labels import NOT_HELD

Shape = dict[str, object]


def board_shape(board: Board) -> Shape:
    """Everything of a board; its long lists are made while they are printed (`print_long_json`)."""
    manager, counts = board.manager, board.counts
    return {
        "as_of": board.as_of.isoformat(),
        "recorded_by": _day(board.then.recorded_by) if board.then is not None else None,
        "team": board.teams[0] if len(board.teams) == 1 else None,
        "teams": list(board.teams),
        "data_as_at": _day(board.data_as_at),
        "manager": _manager(manager) if manager else None,
        "counts": {
            "workers": counts.workers,
            "children": counts.children,
            "families": counts.families,
            "unallocated": counts.unallocated,
            "waiting": counts.waiting,
            "on_duty": counts.on_duty,
            "held_by_manager": counts.held_by_manager,
            "urgent": counts.urgent,
            "overdue": counts.overdue,
            "due": counts.due,
            "never": counts.never,
        },
        "workers": map(_worker, board.workers),
        "children": map(_child, board.children),
        "attention": map(_attention, board.attention),
    }


def actions_shape(board: Board) -> list[Shape]:
    """All open actions, late first."""
    return [
        {
            "id": printed_id(row.item.id),
            "child": row.child.reference if row.child else None,
            "worker": row.worker,
            "owner": row.item.who,
            "text": row.item.shown,
            "by": _day(row.item.due_on),
            "state": row.state,
            "days_over": row.days_over,
            "carried_over": row.item.carried_over,
        }
        for row in board.actions
    ]


def agenda_shape(found: WorkerAgenda) -> Shape:
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
        "put_off": [
            {
                "reference": one.child.reference,
                "from": session.slot.on.isoformat(),
                "to": _day(one.to),
                "must": one.must,
            }
            for session in agenda.sessions
            for one in session.put_off
        ],
        "not_held": [{"on": one.on.isoformat(), "because": NOT_HELD[one.why]} for one in agenda.fall_out],
        "not_reached": [child.reference for child in agenda.missed],
    }


def ahead_shape(board: Board, rows: tuple[AheadRow, ...], days: int) -> Shape:
    """What falls due in the days to come."""
    return {
        "as_of": board.as_of.isoformat(),
        "recorded_by": _day(board.then.recorded_by) if board.then is not None else None,
        "days": days,
        "ahead": [
            {"on": row.on.isoformat(), "what": row.what, "worker": row.worker, "child": row.child, "text": row.text}
            for row in rows
        ],
    }


def child_shape(page: ChildPage) -> Shape:
    """A child's page. Nothing of any worker's own file is in it."""
    child = page.row.child
    return {
        **_child(page.row),
        "open": child.open,
        "closed_on": _day(child.closed_on),
        "waits": _attention(page.waits) if page.waits is not None else None,
        "allocations": [
            {
                "worker": one.worker,
                "bucket": one.bucket,
                "from": _day(one.starts),
                "seen_by": _day(one.seen_by),
                "to": _day(one.ends),
                "role": one.role,
                "because": one.because,
                "given_because": one.given_because,
                "manager": one.manager,
            }
            for one in page.allocations
        ],
        "entries": [_entry(one) for one in page.entries],
        "timescales": list(page.timescales),
        "drift": list(page.drift),
        "accountable": [_accountable(one) for one in page.accountable],
        **_looked_back(page),
    }


def worker_shape(page: WorkerPage) -> Shape:
    """A worker's page without their own file."""
    return {
        **_worker(page.row),
        "team": page.row.worker.team,
        "sessions": [_session(one) for one in page.sessions],
        "entries": [_entry(one) for one in page.entries],
        "children": [row.child.reference for row in page.children],
        "handovers": [
            {
                "id": printed_id(one.entry_id),
                "child": one.child.reference,
                "from": one.holder,
                "to": one.to,
                "held": one.held or None,
                "on": _day(one.on),
            }
            for one in page.handovers
        ],
        "accountable": [_accountable(one) for one in page.accountable],
        **_looked_back(page),
    }


def _accountable(one: Accountable) -> Shape:
    return {
        "manager": one.manager,
        "how": one.how,
        "worker": one.worker,
        "from": _day(one.first),
        "to": _day(one.last),
    }


def _looked_back(page: ChildPage | WorkerPage) -> Shape:
    return {"recorded_by": _day(page.then.recorded_by) if page.then is not None else None, "not_shown": page.left_out}


def brief_shape(found: Brief) -> Shape:
    """What is open for whoever stands in."""
    return {
        "away": found.away.worker.name,
        "covered_by": found.covered_by,
        "from": _day(found.first),
        "to": _day(found.last),
        "stands_in": [{"by": one.by, "from": _day(one.first), "to": _day(one.last)} for one in found.stands_in],
        "stood_in_for": list(found.stood_in_for),
        "sessions": [
            {"id": printed_id(one.entry_id), "on": _day(one.on), "worker": one.worker, "kind": one.kind}
            for one in found.sessions
        ],
        "now": [_attention(row) for row in found.now],
        "ahead": [
            {"on": _day(one.on), "what": one.what, "worker": one.worker, "child": one.child, "text": one.text}
            for one in found.ahead
        ],
        "children": [
            {
                **_child(row),
                "open": [
                    {
                        "id": printed_id(one.id),
                        "kind": one.kind,
                        "who": one.who,
                        "due_on": _day(one.due_on),
                        "text": one.shown,
                    }
                    for one in items
                ],
            }
            for row, items in (*found.children, *((row, ()) for row in found.quiet))
        ],
    }


def own_file_shape(own: OwnFile) -> Shape:
    """A worker's own file, and with their words the entries about the worker."""
    return {
        "personal": [personal_shape(one) for one in own.entries],
        "about_worker": [_entry(one) for one in own.about],
    }


def personal_shape(one: PersonalEntry) -> Shape:
    """One entry of a worker's own file."""
    return {
        "id": printed_id(one.id),
        "kind": one.kind,
        "on": _day(one.on),
        "by": one.by,
        "text": one.text,
        "support_offered": one.support_offered,
        "next_step": one.next_step,
        "follows": printed_id(one.follows),
        "signed_by_worker": _day(one.signed_by_worker),
        "signed_by_manager": _day(one.signed_by_manager),
        "renew_on": _day(one.renew_on),
        "look_again_on": _day(one.look_again_on),
        "changed": one.changed,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _clock(clock: Clock, next_planned: date | None) -> Shape:
    return {
        "state": clock.state,
        "last_held": _day(clock.last),
        "days_since": clock.days_since,
        "ideal_by": _day(clock.ideal_by),
        "limit_by": _day(clock.limit_by),
        "next_planned": _day(next_planned),
    }


def _manager(row: ManagerRow) -> Shape:
    own = row.manager.worker
    return {
        "name": row.manager.name,
        "confirmed": row.manager.confirmed,
        "supervision": _clock(row.supervision, own.next_planned if own else None),
    }


def _worker(row: WorkerRow) -> Shape:
    worker, away, covered = row.worker, row.absence, row.coverage
    gap = row.missing_cover
    return {
        "id": printed_id(worker.id),
        "name": worker.name,
        "role": worker.role,
        "fte": worker.fte,
        "newly_qualified": row.newly_qualified,
        "agency": worker.agency,
        "children": row.children,
        "supervision": _clock(row.supervision, worker.next_planned),
        "coverage": {
            "children": covered.children,
            "in_time": covered.in_time,
            "due": covered.due,
            "overdue": covered.overdue,
            "never": covered.never,
        },
        "worries_open": row.worries_open,
        "actions_overdue": row.actions_overdue,
        "supervisor": worker.supervisor,
        "second_supervisor": worker.second_supervisor,
        "covered_by": row.covered_by,
        "missing_cover": gap and {"by": gap.by, "because": gap.because},
        "leaves": _day(worker.leaves),
        "absence": away
        and {"reason": away.reason, "from": _day(row.away_since or away.first_day), "to": _day(away.last_day)},
    }


def _child(row: ChildRow) -> Shape:
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
        "listed_on": _day(child.listed_on),
        "last_discussed": _day(clock.last),
        "days_since": clock.days_since,
        "state": clock.state,
    }


def _attention(row: AttentionRow) -> Shape:
    return {
        "rank": row.rank,
        "tier": row.tier,
        "kind": row.kind,
        "state": row.state,
        "id": printed_id(row.id),
        "worker": row.worker,
        "child": row.child,
        "summary": row.summary,
        "reason": row.reason,
        "due_on": _day(row.due_on),
        "days_over": row.days_over,
        "score": row.score,
        "because": [{"factor": one.factor, "points": one.points} for one in row.because],
        "decided_today": row.decided_today,
        "owner": row.owner,
    }


def _entry(entry: Entry) -> Shape:
    return {
        "id": printed_id(entry.id),
        "kind": entry.kind,
        "happened_on": _day(entry.happened_on),
        "happened_at": entry.happened_at,
        "recorded_at": entry.recorded_at.isoformat(),
        "by": entry.by,
        "setting": entry.setting,
        "text": entry.text,
        "because": entry.because,
        "on_file": _day(entry.on_file),
        "corrects": printed_id(entry.corrects),
        "withdrawn": entry.withdrawn,
        "replaced": entry.replaced,
        "sensitive": entry.sensitive,
        "significant": entry.significant,
    }


def _session(session: Session) -> Shape:
    return {
        "id": printed_id(session.id),
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
