"""The agenda of a worker's next sessions: planned ones, and as many more as the policy looks ahead."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.agendas import agenda_changes, discussed_in, held_on, planned_slots
from db.queries.single import worker_facts
from oversight_tui.practice.agenda import SessionSlot, plan
from oversight_tui.practice.candidates import candidates
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.records.sessions import AgendaStep
from oversight_tui.practice.session_pages import SessionInHand, WorkerAgenda
from oversight_tui.services.find import NotInStore
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.sessions import TAKES_A_PLAN_WITHIN

if TYPE_CHECKING:
    from db.engine import Store
# By the day of the session: what was said last of each child.
_Changes = dict[date, dict[ChildId, AgendaStep]]


class _Planned(Struct, frozen=True):
    """A session to come: its day, its length as it was planned, and the plan, None where nobody planned it."""

    on: date
    minutes: int | None
    plan: EntryId | None


def agenda_of(
    store: Store,
    worker_id: WorkerId,
    today: date,
    *,
    sessions: int | None = None,
    minutes: int | None = None,
    minutes_per_child: int | None = None,
    in_hand: bool = False,
) -> WorkerAgenda:
    """The agenda of a worker's next sessions. What is not given is the plan's or the policy's. Raises NotInStore.

    Where fewer sessions are planned than looked at, more are thought of after the ideal interval each. With `in_hand`
    the first is held today, in the place of the one that is planned within seven days.
    """
    with store.reading():
        facts = worker_facts(store, worker_id, today)
        if facts is None:
            raise NotInStore("worker")
        policy = policy_in_force(store)
        planned = [_Planned(one.on, one.minutes, one.entry) for one in planned_slots(store, worker_id)]
        changes = agenda_changes(store, worker_id)
    board = build_board(facts, policy, today)
    if in_hand:
        planned, changes = _held_today(planned, changes, policy, today)
    slots = _slots(planned, changes, policy, today, sessions, minutes)
    left_over = {
        child
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


def session_in_hand(store: Store, worker_id: WorkerId, today: date) -> SessionInHand:
    """Today's session with a worker: the one that is being held, the one planned near today, or a new one.

    Children who are talked about already stay on its agenda. Raises NotInStore.
    """
    with store.reading():
        held = held_on(store, worker_id, today, "one_to_one")
        discussed = discussed_in(store, held) if held is not None else {}
        found = agenda_of(store, worker_id, today, in_hand=True)
    first = found.agenda.sessions[0]
    written = frozenset(child for child, is_written in discussed.items() if is_written)
    items = {item.child.child_id: item for item in first.items}
    everybody = (item for session in found.agenda.sessions for item in session.items)
    items |= {item.child.child_id: item for item in everybody if item.child.child_id in written}
    return SessionInHand(
        worker=found.worker,
        children=found.children,
        open_items=found.open_items,
        agenda=found.agenda,
        slot=first.slot,
        items=tuple(items.values()),
        session_id=held,
        written=written,
        candidates=found.candidates,
    )


def _held_today(
    planned: list[_Planned], changes: _Changes, policy: Policy, today: date
) -> tuple[list[_Planned], _Changes]:
    """The plans and changes with the session in hand as today's."""
    near = next((one for one in planned if abs(one.on - today) <= TAKES_A_PLAN_WITHIN), None)
    others = [one for one in planned if one is not near and one.on > today]
    if near is None:
        return [_Planned(today, policy.limits["agenda_minutes"], None), *others], changes
    merged = {**changes.get(near.on, {}), **changes.get(today, {})}
    return [near.__replace__(on=today), *others], {**changes, today: merged}


def _slots(
    planned: list[_Planned],
    changes: _Changes,
    policy: Policy,
    today: date,
    sessions: int | None,
    minutes: int | None,
) -> list[SessionSlot]:
    number = sessions or policy.limits["agenda_sessions"]
    length = minutes or policy.limits["agenda_minutes"]
    found = [one for one in planned if one.on >= today][:number]
    slots = [_slot(one.on, minutes or one.minutes or length, one.plan, changes) for one in found]
    while len(slots) < number:
        after = slots[-1].on if slots else today
        day = policy.supervision.ideal.after(after) if slots else today
        slots.append(_slot(day, length, None, changes))
    return slots


def _slot(day: date, minutes: int, plan: EntryId | None, changes: _Changes) -> SessionSlot:
    said = changes.get(day, {})
    return SessionSlot(
        day,
        minutes,
        added=frozenset(child for child, change in said.items() if change == "added"),
        dropped=frozenset(child for child, change in said.items() if change == "dropped"),
        plan_id=plan,
    )
