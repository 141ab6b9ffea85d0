"""What is open with a worker's children, or with a whole team, for whoever stands in while the worker or the manager
is away: what needs somebody now, what falls due meanwhile, and everything that is open about each child.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from oversight_tui.practice.ahead import AheadRow, falls_due
from oversight_tui.practice.board import AttentionRow, Board, ChildRow, WorkerRow
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.words.dates import count, long_day, short_day, weekday_day
from oversight_tui.words.labels import KIND, RISK, STATUS, words_for

_ABOUT_CHILDREN = ("worry", "action", "decision_without_because", "decision_review", "discussion_open", "escalation")


class Brief(Struct, frozen=True):
    """For whom somebody stands in, who does, and from when to when, both days included.

    Nothing about the worker is on it: whoever stands in sees to children.
    `now` are rows of the morning list, `ahead` what falls due after today and by the last day, `children` those about
    whom anything is open, with what is, and `quiet` all others.
    """

    away: WorkerRow
    covered_by: str | None
    first: date
    last: date
    now: tuple[AttentionRow, ...]
    ahead: tuple[AheadRow, ...]
    children: tuple[tuple[ChildRow, tuple[OpenItem, ...]], ...]
    quiet: tuple[ChildRow, ...]


def brief(board: Board, away: WorkerRow, items: tuple[OpenItem, ...], first: date, last: date) -> Brief:
    """Everything of a board of the worker's children, or of the manager's team, from one day to another."""
    about_workers = {item.id for item in items if item.behind_the_wall}
    items = tuple(item for item in items if item.id not in about_workers)
    by_child: dict[ChildId, list[OpenItem]] = {}
    for item in items:
        if item.child_id is not None and item.kind in _ABOUT_CHILDREN:
            by_child.setdefault(item.child_id, []).append(item)
    place = {row.child_id: row.rank for row in reversed(board.attention) if row.child_id is not None}
    ordered = sorted(board.children, key=lambda row: (place.get(row.child.id, len(place)), row.child.reference))
    return Brief(
        away,
        away.covered_by,
        first,
        last,
        tuple(
            row
            for row in board.attention
            if row.id not in about_workers and (row.child_id is not None or row.worker_id is not None)
        ),
        falls_due(board, items, max(0, (last - board.as_of).days)),
        tuple((row, tuple(sorted(by_child[row.child.id], key=_by_day))) for row in ordered if row.child.id in by_child),
        tuple(row for row in ordered if row.child.id not in by_child),
    )


def told(found: Brief, today: date) -> Iterator[tuple[int, str]]:
    """The page as (how far in, words): 0 a heading, 1 a thing, 2 what belongs to it."""
    by = found.covered_by or "nobody yet"
    yield 0, f"While {found.away.worker.name} is away, {long_day(found.first)} to {long_day(found.last)}"
    yield 1, f"Stands in: {by}. {count(len(found.children) + len(found.quiet), 'child', 'children')}."
    yield 0, f"Needs somebody now: {len(found.now)}"
    for row in found.now:
        late = f", {count(row.days_over, 'day')} over" if row.days_over else ""
        about = _about(found, words_for(KIND, row.kind), row.child, row.worker)
        yield 1, f"{'Urgent: ' if row.tier == 'urgent' else ''}{about}{late}: {row.summary}"
    yield 0, f"Falls due by {long_day(found.last)}: {len(found.ahead)}"
    for one in found.ahead:
        yield 1, f"{weekday_day(one.on)}: {_about(found, one.what, one.child, one.worker)}: {one.text}"
    yield 0, f"Open about each child: {len(found.children)}"
    for child_row, items in found.children:
        yield 1, _child(found, child_row, today)
        for item in items:
            yield 2, _item(item, today)
    if found.quiet:
        yield 0, f"Nothing open: {len(found.quiet)}"
        for child_row in found.quiet:
            yield 1, _child(found, child_row, today)


def _by_day(item: OpenItem) -> tuple[bool, date, EntryId]:
    return item.due_on is None, item.due_on or date.max, item.id


def _about(found: Brief, what: str, child: str | None, worker: str | None) -> str:
    """What, about whom; the worker who is away is named at the top."""
    return " ".join(filter(None, (what, child, worker if worker != found.away.worker.name else None)))


def _child(found: Brief, row: ChildRow, today: date) -> str:
    child, clock = row.child, row.discussion
    name = f" {child.name}" if child.name else ""
    last = f"last discussed {short_day(clock.last, today)}" if clock.last else "never discussed"
    seen = f"last seen {short_day(child.last_seen, today)}" if child.last_seen else "last seen not recorded"
    status = words_for(STATUS, child.status, "status not recorded")
    holder = "" if row.worker == found.away.worker.name else f", {row.worker or 'no worker'}"
    return f"{child.reference}{name}{holder}: {status}, {_risk(row)}, {last}, {seen}"


def _risk(row: ChildRow) -> str:
    return f"{words_for(RISK, row.child.risk)} risk" if row.child.risk else "risk not rated"


def _item(item: OpenItem, today: date) -> str:
    due = f", by {short_day(item.due_on, today)}" if item.due_on else ""
    carried = (
        f", carried over {count(item.carried_over, 'time')}" if item.kind == "action" and item.carried_over else ""
    )
    who = f"{item.who}: " if item.who else ""
    return f"{_SAID[item.kind]}{due}{carried}: {who}{item.shown}"


_SAID = {
    "worry": "Worry",
    "action": "Action",
    "decision_without_because": "Decision without because",
    "decision_review": "Decision to look at again",
    "discussion_open": "Talk asked for",
    "escalation": "Escalation without answer",
}
