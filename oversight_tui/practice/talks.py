"""Same-day discussions: asked for and not held, held today, and not yet on the child's file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.board import TalkRow, TalkState
from oversight_tui.practice.calendar import working_days_between
from oversight_tui.practice.facts import Child, OpenItem, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, WorkerId, under

_ORDER = {"open": 0, "held": 1, "not_on_file": 2}
_AFTER_ALL_TIMES = "~"  # of a day, what has no time comes last


def talk_rows(
    facts: TeamFacts, children: Mapping[ChildId, Child], workers: Mapping[WorkerId, Worker], today: date
) -> tuple[TalkRow, ...]:
    """The rows of the pane: what was asked for first, then today's, then the oldest not on file."""
    rows = [_waiting(item, children, workers, today) for item in facts.open_items if item.kind in _WAITING]
    today_ids = {talk.id for talk in facts.discussions_today}
    rows = [row for row in rows if row.id not in today_ids]
    for talk in facts.discussions_today:
        child = children.get(talk.child_id)
        worker = under(workers, talk.worker_id or (child.worker_id if child else None))
        rows.append(
            TalkRow(
                talk.id,
                "held",
                child,
                worker.name if worker else None,
                talk.happened_on,
                talk.at,
                talk.shown,
                talk.decision,
                None if talk.on_file else 0,
            )
        )
    rows.sort(key=lambda row: (_ORDER[row.state], row.on or date.min, row.at or _AFTER_ALL_TIMES, row.id))
    return tuple(rows)


_WAITING = ("discussion_open", "discussion_not_on_file")


def _waiting(
    item: OpenItem, children: Mapping[ChildId, Child], workers: Mapping[WorkerId, Worker], today: date
) -> TalkRow:
    child = under(children, item.child_id)
    worker = under(workers, item.worker_id or (child.worker_id if child else None))
    age = working_days_between(item.since, today) if item.since else None
    state: TalkState = "open" if item.kind == "discussion_open" else "not_on_file"
    on = item.due_on or item.since
    name, setting = worker.name if worker else None, item.setting or "same_day"
    return TalkRow(item.id, state, child, name, on, item.at, item.shown, None, age, setting)
