"""The agenda of a worker's next sessions: planned ones, and as many more as the policy looks ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from db.queries.agendas import agenda_changes, planned_slots
from db.queries.single import worker_facts
from oversight_tui.practice.agenda import Agenda, SessionSlot, plan
from oversight_tui.practice.board import ChildRow, WorkerRow
from oversight_tui.practice.candidates import candidates
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import Policy
from oversight_tui.services.find import NotFound
from oversight_tui.services.policy import policy_in_force

if TYPE_CHECKING:
    from db.engine import Store


@dataclass(frozen=True, slots=True)
class WorkerAgenda:
    """An agenda with what it is made of: the worker, their children, and everything that is open about them."""

    worker: WorkerRow
    children: tuple[ChildRow, ...]
    items: tuple[OpenItem, ...]
    agenda: Agenda


def agenda_of(
    store: Store,
    worker_id: int,
    today: date,
    *,
    sessions: int | None = None,
    minutes: int | None = None,
    minutes_per_child: int | None = None,
) -> WorkerAgenda:
    """The agenda of a worker's next sessions. What is not given is the plan's or the policy's. Raises NotFound.

    Where fewer sessions are planned than looked at, more are thought of after the ideal interval each.
    """
    with store.reading():
        facts = worker_facts(store, worker_id, today)
        if facts is None:
            raise NotFound("This worker is not in the store. Read it again with `r`.")
        policy = policy_in_force(store)
        planned = planned_slots(store, worker_id)
        changes = agenda_changes(store, worker_id)
    board = build_board(facts, policy, today)
    slots = _slots(planned, changes, policy, today, sessions, minutes)
    left_over = {
        str(child)
        for on, said in changes.items()
        if on == max((day for day in changes if day <= today), default=None)
        for child, change in said.items()
        if change == "not_reached"
    }
    since = board.workers[0].supervision.last
    left_over -= {row.child.id for row in board.children if since and (row.discussion.last or date.min) > since}
    found = candidates(board.children, facts.open_items, left_over, policy, today)
    until = policy.supervision.ideal.after(slots[-1].on) if slots else None
    each = minutes_per_child or policy.limits["agenda_minutes_per_child"]
    return WorkerAgenda(board.workers[0], board.children, facts.open_items, plan(found, slots, each, today, until))


def _slots(
    planned: list[tuple[int, date, int | None]],
    changes: dict[date, dict[int, str]],
    policy: Policy,
    today: date,
    sessions: int | None,
    minutes: int | None,
) -> list[SessionSlot]:
    number = sessions or policy.limits["agenda_sessions"]
    length = minutes or policy.limits["agenda_minutes"]
    found = [(day, own or length, str(entry)) for entry, day, own in planned if day >= today][:number]
    slots = [_slot(day, minutes or own, entry, changes) for day, own, entry in found]
    while len(slots) < number:
        after = slots[-1].on if slots else today
        day = policy.supervision.ideal.after(after) if slots else today
        slots.append(_slot(day, length, None, changes))
    return slots


def _slot(day: date, minutes: int, plan_id: str | None, changes: dict[date, dict[int, str]]) -> SessionSlot:
    said = changes.get(day, {})
    return SessionSlot(
        day,
        minutes,
        added=frozenset(str(child) for child, change in said.items() if change == "added"),
        dropped=frozenset(str(child) for child, change in said.items() if change == "dropped"),
        plan_id=plan_id,
    )
