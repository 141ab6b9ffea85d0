"""`oversight today`: the morning list as text, or everything of the board as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from oversight_tui.clock import today
from oversight_tui.commands.options import add_store_options, store_of
from oversight_tui.practice.board import AttentionRow, Board, ChildRow, Clock, WorkerRow
from oversight_tui.services.board import load_board
from oversight_tui.words.dates import count, long_day, short_day
from oversight_tui.words.labels import KIND, words_for
from oversight_tui.words.text import one_line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which store, day and teams; text or JSON."""
    add_store_options(parser)
    parser.add_argument("--json", action="store_true", help="print everything as one JSON document")


def run(options: argparse.Namespace) -> int:
    """Print the list; 0."""
    board = load_board(store_of(options), today(options.today), options.team)
    if options.json:
        sys.stdout.write(json.dumps(as_json(board), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("\n".join(one_line(line) if line else "" for line in as_text(board)) + "\n")
    return 0


def as_text(board: Board) -> list[str]:
    """The list as lines: what the top line counts, then each row with its reasons."""
    counts = board.counts
    age = f"data as at {short_day(board.data_as_at, board.as_of)}" if board.data_as_at else "no data imported"
    lines = [
        f"{', '.join(board.teams) or 'No team yet'}, {long_day(board.as_of)}",
        f"{counts.overdue} overdue, {counts.due} due, {counts.never} never. {count(counts.workers, 'worker')}, "
        f"{count(counts.children, 'child', 'children')}, {counts.unallocated} unallocated; {age}.",
        "",
    ]
    for row in board.attention:
        about = " ".join(filter(None, (row.child, row.worker)))
        late = f", {count(row.days_over, 'day')} over" if row.days_over else ""
        decided = ", decided today" if row.decided_today else ""
        kind = words_for(KIND, row.kind)
        lines.append(f"{row.rank}. {kind} {about}: {row.summary} ({row.state}{late}{decided})".replace(" :", ":"))
        lines.append("Why: " + ", ".join(f"{one.factor} {one.points:+g}" for one in row.because))
    if not board.attention:
        lines.append("Nothing needs you now.")
    return lines


def as_json(board: Board) -> dict[str, Any]:
    """The board in the shape other programs read."""
    one_team = len(board.teams) == 1
    manager = board.manager
    return {
        "as_of": board.as_of.isoformat(),
        "team": board.teams[0] if one_team else None,
        "teams": list(board.teams),
        "data_as_at": _day(board.data_as_at),
        "manager": manager
        and {
            "name": manager.manager.name,
            "confirmed": manager.manager.confirmed,
            "supervision": _clock(manager.supervision, manager.manager.worker and manager.manager.worker.next_planned),
        },
        "counts": {
            name: getattr(board.counts, name)
            for name in ("workers", "children", "families", "unallocated", "overdue", "due", "never")
        },
        "workers": [_worker(row) for row in board.workers],
        "children": [_child(row) for row in board.children],
        "attention": [_attention(row) for row in board.attention],
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day is not None else None


def _clock(clock: Clock, next_planned: Any) -> dict[str, Any]:
    return {
        "state": clock.state,
        "last_held": _day(clock.last),
        "days_since": clock.days_since,
        "ideal_by": _day(clock.ideal_by),
        "limit_by": _day(clock.limit_by),
        "next_planned": _day(next_planned),
    }


def _worker(row: WorkerRow) -> dict[str, Any]:
    worker, away, covered = row.worker, row.absence, row.coverage
    return {
        "id": worker.id,
        "name": one_line(worker.name),
        "role": worker.role,
        "fte": worker.fte,
        "newly_qualified": row.newly_qualified,
        "agency": worker.agency,
        "children": row.children,
        "supervision": _clock(row.supervision, worker.next_planned),
        "coverage": {name: getattr(covered, name) for name in ("children", "in_time", "due", "overdue", "never")},
        "worries_open": row.worries_open,
        "actions_overdue": row.actions_overdue,
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
        "summary": one_line(row.summary),
        "due_on": _day(row.due_on),
        "days_over": row.days_over,
        "score": row.score,
        "because": [{"factor": one.factor, "points": one.points} for one in row.because],
    }
