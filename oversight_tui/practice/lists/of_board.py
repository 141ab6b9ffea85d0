"""What the board shows, a row each: the morning list and why, workers, children, what is to come, who is away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from oversight_tui.practice.ahead import falls_due
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.weeks import days_ahead
from oversight_tui.words.lacking import told_as

WEEKS_AHEAD, DAYS_AHEAD = 8, 366


class AttentionListed(Struct, frozen=True):
    """A line of the morning list."""

    rank: int
    tier: str
    kind: str
    state: str
    entry_id: EntryId | None
    worker_id: WorkerId | None
    worker: str | None
    child_id: ChildId | None
    child: str | None
    summary: str
    reason: str
    due_on: date | None
    days_over: int | None
    score: float
    owner: str | None
    stands_for: int | None
    decided_today: bool


class BecauseListed(Struct, frozen=True):
    """One factor of a line of the morning list; the points of a line add up to its score."""

    rank: int
    factor: str
    points: float


class WorkerListed(Struct, frozen=True):
    """A worker as the team pane has them."""

    worker_id: WorkerId
    name: str
    role: str | None
    team: str | None
    fte: float | None
    newly_qualified: bool
    agency: bool | None
    starts: date | None
    leaves: date | None
    supervisor: str | None
    children: int
    supervision_state: str
    last_held: date | None
    days_since: int | None
    ideal_by: date | None
    limit_by: date | None
    days_over: int | None
    next_planned: date | None
    discussions_in_time: int
    discussions_due: int
    discussions_overdue: int
    discussions_never: int
    worries_open: int
    actions_overdue: int
    absence: str | None
    absent_from: date | None
    absent_to: date | None
    covered_by: str | None


class ChildListed(Struct, frozen=True):
    """A child on a caseload, or one whom a list has closed with something open still."""

    child_id: ChildId
    reference: str
    name: str | None
    date_of_birth: date | None
    family: str | None
    open: bool
    closed_on: date | None
    team: str | None
    worker_id: WorkerId | None
    worker: str | None
    bucket: str | None
    status: str | None
    status_since: date | None
    risk: str | None
    risk_since: date | None
    risk_used: str
    allocated_since: date | None
    seen_by: date | None
    last_seen: date | None
    last_seen_source: str | None
    last_discussed: date | None
    last_discussed_setting: str | None
    days_since: int | None
    discussion_state: str
    ideal_by: date | None
    limit_by: date | None
    days_over: int | None
    uncovered: bool
    worries_open: int
    actions_overdue: int


class DiaryListed(Struct, frozen=True):
    """One thing on a day of the calendar: a session, somebody away, a bank holiday."""

    on: date
    what: str
    entry_id: EntryId | None
    worker: str | None
    session_kind: str | None
    while_away: bool | None


class AheadListed(Struct, frozen=True):
    """What falls due on a day to come."""

    on: date
    what: str
    worker: str | None
    child: str | None
    text: str


def attention(board: Board) -> Iterator[AttentionListed]:
    """The morning list, in its order."""
    for row in board.attention:
        yield AttentionListed(
            *(row.rank, row.tier, row.kind, row.state, row.id, row.worker_id, row.worker, row.child_id, row.child),
            *(row.summary, row.reason, row.due_on, row.days_over, row.score, row.owner, row.count, row.decided_today),
        )


def because(board: Board) -> Iterator[BecauseListed]:
    """Each factor of each line."""
    for row in board.attention:
        yield from (BecauseListed(row.rank, one.factor, one.points) for one in row.because)


def workers(board: Board) -> Iterator[WorkerListed]:
    """Everybody of the team, the manager last."""
    for row in board.everybody:
        one, clock, covered, away = row.worker, row.supervision, row.coverage, row.absence
        yield WorkerListed(
            worker_id=one.id,
            name=one.name,
            role=one.role,
            team=one.team,
            fte=one.fte,
            newly_qualified=row.newly_qualified,
            agency=one.agency,
            starts=one.starts,
            leaves=one.leaves,
            supervisor=one.supervisor,
            children=row.children,
            supervision_state=told_as(clock.state, clock.lacking),
            last_held=clock.last,
            days_since=clock.days_since,
            ideal_by=clock.ideal_by,
            limit_by=clock.limit_by,
            days_over=clock.days_over,
            next_planned=one.next_planned,
            discussions_in_time=covered.in_time,
            discussions_due=covered.due,
            discussions_overdue=covered.overdue,
            discussions_never=covered.never,
            worries_open=row.worries_open,
            actions_overdue=row.actions_overdue,
            absence=away.reason if away else None,
            absent_from=away.first_day if away else None,
            absent_to=away.last_day if away else None,
            covered_by=row.covered_by,
        )


def children(board: Board) -> Iterator[ChildListed]:
    """Every child of the caseloads, then those who are closed with something open."""
    for row in (*board.children, *board.closed):
        one, clock = row.child, row.discussion
        yield ChildListed(
            child_id=one.id,
            reference=one.reference,
            name=one.name,
            date_of_birth=one.date_of_birth,
            family=one.family,
            open=one.open,
            closed_on=one.closed_on,
            team=one.team,
            worker_id=one.worker_id,
            worker=row.worker,
            bucket=one.bucket,
            status=one.status,
            status_since=one.status_since,
            risk=one.risk,
            risk_since=one.risk_since,
            risk_used=row.risk_used,
            allocated_since=one.allocated_since,
            seen_by=one.seen_by,
            last_seen=one.last_seen,
            last_seen_source=one.last_seen_source,
            last_discussed=one.last_discussed,
            last_discussed_setting=one.last_discussed_setting,
            days_since=clock.days_since,
            discussion_state=told_as(clock.state, clock.lacking),
            ideal_by=clock.ideal_by,
            limit_by=clock.limit_by,
            days_over=clock.days_over,
            uncovered=row.uncovered,
            worries_open=row.worries_open,
            actions_overdue=row.actions_overdue,
        )


def diary(board: Board) -> Iterator[DiaryListed]:
    """The working days of the next eight weeks."""
    for day in days_ahead(board, WEEKS_AHEAD):
        for one in day.sessions:
            yield DiaryListed(day.on, "session", one.entry_id, one.worker, one.kind, one.while_away)
        yield from (DiaryListed(day.on, "away", None, name, None, None) for name in day.away)
        if day.holiday:
            yield DiaryListed(day.on, "bank_holiday", None, None, None, None)


def ahead(board: Board) -> Iterator[AheadListed]:
    """A year ahead, earliest first."""
    for one in falls_due(board, board.open_items, DAYS_AHEAD):
        yield AheadListed(one.on, one.what, one.worker, one.child, one.text)
