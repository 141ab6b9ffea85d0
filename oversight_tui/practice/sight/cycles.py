"""Whether each worker's supervision cycle can be kept over some weeks, by the planner's own arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from oversight_tui.practice.agenda import Candidate, Cycle, SessionSlot, plan
from oversight_tui.practice.agenda.candidates import candidates
from oversight_tui.practice.agenda.known import KnownAhead, left_over_of, looked_at
from oversight_tui.practice.agenda.to_come import ToCome
from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import TeamFacts, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.possible_days import not_here
from oversight_tui.practice.sight.newcomers import is_newcomer

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_NOTHING_KNOWN = KnownAhead()


def cycles(
    facts: TeamFacts, known: Mapping[WorkerId, KnownAhead], policy: Policy, today: date, last: date
) -> dict[WorkerId, Cycle]:
    """Each worker's cycle with the children they have in these facts: kept where no child of theirs passes their limit
    up to and including `last`.

    The sessions are those planned, and after them ones thought of at the worker's ideal interval.
    """
    board = build_board(facts, policy, today)
    return {
        worker.id: _cycle(worker, known.get(worker.id, _NOTHING_KNOWN), facts, board, policy, today, last)
        for worker in facts.workers
    }


def _cycle(
    worker: Worker, known: KnownAhead, facts: TeamFacts, board: Board, policy: Policy, today: date, last: date
) -> Cycle:
    ahead = _sessions(worker, known, facts, policy, today, last)
    slots = [slot for slot in ahead.slots if slot.on <= last]
    rows = board.children_with(worker.id)
    theirs = candidates(rows, facts.open_items, board.attention, left_over_of(known, rows), policy, today)
    return plan(
        [*_not_before_a_session(theirs, slots)],
        slots,
        policy.limits["agenda_minutes_per_child"],
        today,
        last + _DAY,
        not_here(worker, facts.absences),
        last_day=worker.leaves,
        fall_out=[one for one in ahead.fall_out if one.on <= last],
    ).cycle


def _sessions(worker: Worker, known: KnownAhead, facts: TeamFacts, policy: Policy, today: date, last: date) -> ToCome:
    """So many sessions that none up to the last day is left out: one a week, and where that is too few one a day."""
    days = (last - today).days + 1
    for number in (days // _WEEK.days + 1, days):
        found = looked_at(worker, facts.absences, policy, known, None, number, today)
        if found.until > last:
            break
    return found


def _not_before_a_session(theirs: tuple[Candidate, ...], slots: list[SessionSlot]) -> Iterator[Candidate]:
    """Who is only to be expected is not late before the first session: no talk of theirs was missed."""
    first = min((slot.on for slot in slots), default=None)
    for child in theirs:
        if first is None or child.last_day is None or not is_newcomer(child.child_id):
            yield child
        else:
            yield child.__replace__(last_day=max(child.last_day, first))
