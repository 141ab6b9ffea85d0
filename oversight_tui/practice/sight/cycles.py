"""Whether each worker's supervision cycle can be kept over some weeks, by the planner's own arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.practice.agenda import Candidate, Cycle, SessionSlot, plan
from oversight_tui.practice.agenda.candidates import candidates
from oversight_tui.practice.agenda.known import KnownAhead, left_over_of, looked_at
from oversight_tui.practice.agenda.to_come import ToCome
from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import Absence, TeamFacts, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.possible_days import not_here
from oversight_tui.practice.sight.newcomers import is_newcomer

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_NOTHING_KNOWN = KnownAhead()


class Planning(Struct, frozen=True):
    """What the sessions from `today` up to and including `last` are planned by. `absences` are those that are known:
    who is back sooner than by these could still hold the sessions that would be then.
    """

    known: Mapping[WorkerId, KnownAhead]
    policy: Policy
    today: date
    last: date
    absences: Sequence[Absence]


def cycles(facts: TeamFacts, by: Planning) -> dict[WorkerId, Cycle]:
    """Each worker's cycle with the children they have in these facts: kept where no child of theirs passes their limit
    up to and including the last day.

    The sessions are those planned, and after them ones thought of at the worker's ideal interval.
    """
    board = build_board(facts, by.policy, by.today)
    return {worker.id: _cycle(worker, facts, board, by) for worker in facts.workers}


def _cycle(worker: Worker, facts: TeamFacts, board: Board, by: Planning) -> Cycle:
    """The better one of what the worker's absences allow, and what those that are known do: days that come round sooner
    need not come round better.
    """
    rows, known = board.children_with(worker.id), by.known.get(worker.id, _NOTHING_KNOWN)
    left = left_over_of(known, rows)
    theirs = candidates(rows, facts.open_items, board.attention, left, by.policy, by.today)
    ways = dict.fromkeys(_own(worker, absences) for absences in (facts.absences, by.absences))
    found = (_planned(worker, theirs, known, absences, by) for absences in ways)
    return min(found, key=lambda cycle: cycle.short_by)


def _own(worker: Worker, absences: Sequence[Absence]) -> tuple[Absence, ...]:
    return tuple(one for one in absences if one.worker_id == worker.id)


def _planned(
    worker: Worker, theirs: Sequence[Candidate], known: KnownAhead, absences: Sequence[Absence], by: Planning
) -> Cycle:
    ahead = _sessions(worker, known, absences, by)
    slots = [slot for slot in ahead.slots if slot.on <= by.last]
    return plan(
        [*_not_before_a_session(theirs, slots)],
        slots,
        by.policy.limits["agenda_minutes_per_child"],
        by.today,
        by.last + _DAY,
        not_here(worker, absences),
        last_day=worker.leaves,
        fall_out=[one for one in ahead.fall_out if one.on <= by.last],
    ).cycle


def _sessions(worker: Worker, known: KnownAhead, absences: Sequence[Absence], by: Planning) -> ToCome:
    """So many sessions that none up to the last day is left out: one a week, and where that is too few one a day."""
    days = (by.last - by.today).days + 1
    for number in (days // _WEEK.days + 1, days):
        found = looked_at(worker, absences, by.policy, known, None, number, by.today)
        if found.until > by.last:
            break
    return found


def _not_before_a_session(theirs: Sequence[Candidate], slots: Sequence[SessionSlot]) -> Iterator[Candidate]:
    """Who is only to be expected is not late before the first session: no talk of theirs was missed."""
    first = min((slot.on for slot in slots), default=None)
    for child in theirs:
        if first is None or child.last_day is None or not is_newcomer(child.child_id):
            yield child
        else:
            yield child.__replace__(last_day=max(child.last_day, first))
