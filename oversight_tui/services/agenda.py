"""The agenda of a worker's next sessions: planned ones, and as many more as the policy looks ahead."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.agendas import agenda_changes, discussed_in, held_on, planned_slots
from db.queries.single import worker_facts
from oversight_tui.practice.agenda import SessionSlot, plan
from oversight_tui.practice.candidates import candidates
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.session_pages import SessionInHand, WorkerAgenda
from oversight_tui.services.find import NotFound
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.sessions import TAKES_A_PLAN_WITHIN

if TYPE_CHECKING:
    from db.engine import Store

_NO_PLAN = "0"


def agenda_of(
    store: Store,
    worker_id: int,
    today: date,
    *,
    sessions: int | None = None,
    minutes: int | None = None,
    minutes_per_child: int | None = None,
    in_hand: bool = False,
) -> WorkerAgenda:
    """The agenda of a worker's next sessions. What is not given is the plan's or the policy's. Raises NotFound.

    Where fewer sessions are planned than looked at, more are thought of after the ideal interval each. With `in_hand`
    the first is held today, in the place of the one that is planned within seven days.
    """
    with store.reading():
        facts = worker_facts(store, worker_id, today)
        if facts is None:
            raise NotFound("This worker is not in the store. Read it again with `r`.")
        policy = policy_in_force(store)
        planned = planned_slots(store, worker_id)
        changes = agenda_changes(store, worker_id)
    board = build_board(facts, policy, today)
    if in_hand:
        planned, changes = _held_today(planned, changes, policy, today)
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
    agenda = plan(found, slots, each, today, until)
    return WorkerAgenda(board.workers[0], board.children, facts.open_items, agenda, found)


def session_in_hand(store: Store, worker_id: int, today: date) -> SessionInHand:
    """Today's session with a worker: the one that is being held, the one planned near today, or a new one.

    Children who are talked about already stay on its agenda. Raises NotFound.
    """
    with store.reading():
        held = held_on(store, worker_id, today)
        discussed = discussed_in(store, held) if held is not None else {}
        found = agenda_of(store, worker_id, today, in_hand=True)
    first = found.agenda.sessions[0]
    slot = first.slot if first.slot.plan_id != _NO_PLAN else first.slot.__replace__(plan_id=None)
    written = frozenset(str(child) for child, is_written in discussed.items() if is_written)
    items = {item.child.child_id: item for item in first.items}
    everybody = (item for session in found.agenda.sessions for item in session.items)
    items |= {item.child.child_id: item for item in everybody if item.child.child_id in written}
    return SessionInHand(
        worker=found.worker,
        children=found.children,
        open_items=found.open_items,
        agenda=found.agenda,
        slot=slot,
        items=tuple(items.values()),
        session_id=str(held) if held is not None else None,
        written=written,
        candidates=found.candidates,
    )


def _held_today(
    planned: list[tuple[int, date, int | None]], changes: dict[date, dict[int, str]], policy: Policy, today: date
) -> tuple[list[tuple[int, date, int | None]], dict[date, dict[int, str]]]:
    """The plans and changes with the session in hand as today's."""
    near = next((one for one in planned if abs(one[1] - today) <= TAKES_A_PLAN_WITHIN), None)
    others = [one for one in planned if one is not near and one[1] > today]
    if near is None:
        return [(int(_NO_PLAN), today, policy.limits["agenda_minutes"]), *others], changes
    merged = {**changes.get(near[1], {}), **changes.get(today, {})}
    return [(near[0], today, near[2]), *others], {**changes, today: merged}


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
