"""What falls due in the days to come: for planning the week, not for the morning list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.practice.board import AttentionKind, Board, ChildRow, WorkerRow
from oversight_tui.practice.booked_words import booking_words
from oversight_tui.practice.calendar import is_working_day
from oversight_tui.practice.facts import OpenItem, OpenKind, Worker
from oversight_tui.practice.ids import ChildId, WorkerId, under
from oversight_tui.practice.limit_words import last_day_said, limit_said
from oversight_tui.practice.timescales import statutory_dates
from oversight_tui.words.day_labels import WORKER_DATE
from oversight_tui.words.labels import BUCKET, KIND, SESSION, words_for


class AheadRow(Struct, frozen=True):
    """One thing that falls due on a day: `what` it is, about whom."""

    on: date
    what: str
    worker: str | None
    child: str | None
    text: str

    @property
    def called(self) -> str:
        """What it is, in the words of people."""
        return KIND.get(self.what, self.what).lower()


_DATED: Mapping[OpenKind, str] = {
    "worry": "worry review",
    "action": "action",
    "decision_review": "review",
    "decision_without_because": "review",
    "session_planned": "session",
    "booking": "booking",
    "handover_planned": "handover",
    "work_due": "work due",
    "audit": "audit",
    "worker_date": "worker date",
}
# What is late, or to be gone to, for its owner and not for the child's worker.
_OF_ITS_OWNER: frozenset[OpenKind] = frozenset({"action", "booking", "work_due"})
# What is on the list before its day, with that day: it comes due then.
_LISTED_BEFORE: frozenset[AttentionKind] = frozenset(
    (
        "discussion_open",
        "escalation",
        "consultation",
        "discussion_not_on_file",
        "unallocated",
        "session_not_rebooked",
        "sign_off",
        "to_write_up",
        "referral",
        "incident",
    )
)


def falls_due(
    board: Board, items: tuple[OpenItem, ...], days: int, named: Iterable[Worker] = ()
) -> tuple[AheadRow, ...]:
    """What reaches its ideal, limit or date after the board's day and within `days` days of it, earliest first. `named`
    are workers whom the board does not have and these items name.
    """
    first, last = board.as_of + timedelta(days=1), board.as_of + timedelta(days=days)
    rows: list[AheadRow] = []
    for worker in board.everybody:
        rows += _of_worker(worker, first, last, board.as_of)
    for child in board.children:
        limit_by = child.discussion.limit_by
        if limit_by is not None and first <= limit_by <= last:
            said = last_day_said(limit_by, board.as_of)
            rows.append(AheadRow(limit_by, "discussion limit", child.worker, child.child.reference, said))
        rows += _birthdays(child, first, last)
    children = (*board.children, *board.closed)
    held = {row.child.id: row for row in children}
    for one in statutory_dates(children, board.dates, board.limits, board.as_of):
        if first <= one.on <= last:
            row = held[one.child_id]
            rows.append(AheadRow(one.on, one.what, row.worker, row.child.reference, one.text))
    names = {one.id: one.name for one in (*named, *(row.worker for row in board.everybody))}
    rows += _of_items(board, items, held, names, first, last)
    for listed in board.attention:
        if listed.kind in _LISTED_BEFORE and listed.due_on is not None and first <= listed.due_on <= last:
            rows.append(AheadRow(listed.due_on, listed.kind, listed.worker, listed.child, listed.summary))
    rows.sort(key=lambda row: (row.on, row.what, row.worker or "", row.child or ""))
    return tuple(rows)


def _of_items(
    board: Board,
    items: tuple[OpenItem, ...],
    held: Mapping[ChildId, ChildRow],
    names: Mapping[WorkerId, str],
    first: date,
    last: date,
) -> Iterator[AheadRow]:
    """What is open and has its day then."""
    late_for = {row.item.id: row.late_for for row in board.actions}
    for item in items:
        if item.kind not in _DATED or item.due_on is None or not first <= item.due_on <= last:
            continue
        about = under(held, item.child_id)
        worker = under(names, item.worker_id) or (about.worker if about else None)
        if item.kind in _OF_ITS_OWNER and not item.behind_the_wall:
            worker = under(names, late_for.get(item.id) or item.owner_id) or item.who
        reference = about.child.reference if about else None
        yield AheadRow(item.due_on, _DATED[item.kind], worker, reference, _said(item, names))


def _said(item: OpenItem, names: Mapping[WorkerId, str]) -> str:
    """What an open thing is, in the words of a list: of what has a time, that first."""
    if item.kind == "session_planned":
        said = words_for(SESSION, item.session_kind)
    elif item.kind == "booking":
        said = booking_words(item)
    elif item.kind == "handover_planned":
        into = f"to be {words_for(BUCKET, item.who)}" if item.who else "to a worker of another team"
        to = under(names, item.owner_id)
        said = f"to {to}" if to is not None else into
    elif item.kind == "worker_date":
        said = words_for(WORKER_DATE, item.which)
    else:
        said = item.shown
    return f"{item.at} {said}" if item.at else said


def _of_worker(row: WorkerRow, first: date, last: date, today: date) -> Iterator[AheadRow]:
    """The ideal and the limit of a worker's supervision, and their last day here. Of somebody who is away the first two
    move with each day of it.
    """
    clock, paused = row.supervision, ", paused while away" if row.absence is not None else ""
    days = []
    if clock.ideal_by is not None:
        ideal = "ideal day" if is_working_day(clock.ideal_by) else limit_said(clock.ideal_by, today, "ideal")
        days.append((clock.ideal_by, "supervision ideal", ideal))
    if clock.limit_by is not None:
        days.append((clock.limit_by, "supervision limit", last_day_said(clock.limit_by, today)))
    leaves = row.worker.leaves
    if leaves is not None and first <= leaves <= last:
        yield AheadRow(leaves, "last day", row.worker.name, None, f"{row.worker.name} leaves")
    for day, what, said in days:
        if first <= day <= last and not row.worker.has_left(day):
            yield AheadRow(day, what, row.worker.name, None, said + paused)


def _birthdays(row: ChildRow, first: date, last: date) -> list[AheadRow]:
    """Sixteenth and eighteenth birthdays, which change what a child may decide; and when an unborn child is due."""
    born, reference = row.child.date_of_birth, row.child.reference
    if born is None:
        return []
    found = [AheadRow(born, "due date", row.worker, reference, "unborn child")] if first <= born <= last else []
    for age in (16, 18):
        day = born + relativedelta(years=age)
        if first <= day <= last:
            found.append(AheadRow(day, f"turns {age}", row.worker, reference, "birthday"))
    return found
