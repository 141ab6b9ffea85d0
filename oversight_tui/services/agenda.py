"""The agenda of a worker's next sessions: planned ones, and as many more as the policy looks ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.agendas import agenda_wishes, begun_session, days_of_held_plans, planned_ahead, written_in
from db.queries.single import worker_facts
from oversight_tui.practice.agenda import SessionSlot, plan
from oversight_tui.practice.agenda.candidates import candidates
from oversight_tui.practice.agenda.wishes import Begun, PlannedAhead, Wish, left_over, slots_to_come, with_wishes
from oversight_tui.practice.facts import TeamFacts
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.schedule import days_thought_of
from oversight_tui.practice.session_pages import HeldHow, SessionInHand, WorkerAgenda
from oversight_tui.services.find import NotInStore
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.sessions import TAKES_A_PLAN_WITHIN

if TYPE_CHECKING:
    from db.engine import Store

_AS_USUAL = HeldHow()
_DAY = timedelta(days=1)


class _Read(Struct, frozen=True):
    """What an agenda is made of, as it is in the store."""

    facts: TeamFacts
    policy: Policy
    planned: Sequence[PlannedAhead]
    wishes: Sequence[Wish]
    spent: frozenset[date]


def agenda_of(
    store: Store,
    worker_id: WorkerId,
    today: date,
    *,
    sessions: int | None = None,
    minutes: int | None = None,
    minutes_per_child: int | None = None,
    children: int | None = None,
    on: date | None = None,
) -> WorkerAgenda:
    """The agenda of a worker's next sessions. What is not given is the plan's or the policy's. Raises NotInStore.

    Where fewer sessions are planned than looked at, more are thought of at the worker's own interval. `children` is how
    many the minutes of each session are shared among. With `on` the first is held on that day, in the place of one that
    is planned within seven days of it.
    """
    with store.reading():
        read = _read(store, worker_id, today)
    begun = None
    if on is not None:
        begun = _taking(_near(read.planned, on), on)
    number = sessions or read.policy.limits["agenda_sessions"]
    slots, until = _slots(read, begun, number, today)
    slots = [slot.__replace__(minutes=minutes or slot.minutes, children=children) for slot in slots]
    return _agenda(read, slots, until, today, minutes_per_child)


def session_in_hand(store: Store, worker_id: WorkerId, today: date, how: HeldHow = _AS_USUAL) -> SessionInHand:
    """The session with a worker that is to be held today, or prepared: the one that was begun today, the next one that
    is planned within seven days, or a new one. Raises NotInStore.

    One that is planned for a day to come is prepared and not held, unless it is said that it is held today. Children
    who are talked about already stay on its agenda.
    """
    with store.reading():
        read = _read(store, worker_id, today)
        held = begun_session(store, worker_id, today)
        written = written_in(store, held.entry) if held is not None else frozenset()
    near = _near(read.planned, today)
    prepared = held is None and not how.today and near is not None and near.on > today
    begun = None
    if held is not None:
        begun = Begun(today, None, held.plan, held.days, held.before or date.min)
    elif not prepared:
        begun = _taking(near, today)
    slots, until = _slots(read, begun, read.policy.limits["agenda_sessions"], today)
    first = slots[0].__replace__(
        minutes=how.minutes or slots[0].minutes, children=how.children, added=slots[0].added | written
    )
    found = _agenda(read, [first, *slots[1:]], until, today, None)
    return SessionInHand(
        worker=found.worker,
        children=found.children,
        open_items=found.open_items,
        agenda=found.agenda,
        slot=first,
        items=found.agenda.sessions[0].items,
        session_id=held.entry if held is not None else None,
        written=written,
        candidates=found.candidates,
        prepared=prepared,
    )


def _read(store: Store, worker_id: WorkerId, today: date) -> _Read:
    facts = worker_facts(store, worker_id, today)
    if facts is None:
        raise NotInStore("worker")
    planned = [one for one in planned_ahead(store, worker_id) if one.on >= today - TAKES_A_PLAN_WITHIN]
    wishes, spent = agenda_wishes(store, worker_id), days_of_held_plans(store, worker_id)
    return _Read(facts, policy_in_force(store), planned, wishes, spent)


def _near(planned: Sequence[PlannedAhead], day: date) -> PlannedAhead | None:
    near = [one for one in planned if abs(one.on - day) <= TAKES_A_PLAN_WITHIN]
    return min(near, key=lambda one: (abs(one.on - day), one.on), default=None)


def _taking(near: PlannedAhead | None, day: date) -> Begun:
    """A session on a day in the place of the one that is planned near it."""
    return Begun(day, near.minutes, near.entry, near.days) if near is not None else Begun(day, None, None, frozenset())


def _slots(read: _Read, begun: Begun | None, number: int, today: date) -> tuple[list[SessionSlot], date]:
    """The sessions looked at with what the manager wants of them, and the day of the one after them."""
    (worker,) = read.facts.workers
    later = [
        one
        for one in read.planned
        if (one.entry != begun.plan and one.on > begun.on if begun is not None else one.on >= today)
    ][: number + 1]
    days = [*([begun.on] if begun is not None else ()), *(one.on for one in later)]
    last, earliest = max(days, default=worker.last_held), max(days) + _DAY if days else today
    thought_of = days_thought_of(worker, read.facts.absences, read.policy, last, earliest)
    minutes = read.policy.limits["agenda_minutes"]
    slots, plans = slots_to_come(begun, later, thought_of, number + 1, minutes)
    until = slots[number].on if len(slots) > number else date.max
    since = begun.since if begun is not None and begun.since is not None else worker.last_held
    return with_wishes(slots[:number], plans, read.wishes, since, read.spent), until


def _agenda(read: _Read, slots: list[SessionSlot], until: date, today: date, each: int | None) -> WorkerAgenda:
    board = build_board(read.facts, read.policy, today)
    since = board.workers[0].supervision.last
    left = left_over(read.wishes, since)
    left -= {row.child.id for row in board.children if since and (row.discussion.last or date.min) > since}
    found = candidates(board.children, read.facts.open_items, board.attention, left, read.policy, today)
    each = each or read.policy.limits["agenda_minutes_per_child"]
    agenda = plan(found, slots, each, today, until, read.facts.absences)
    return WorkerAgenda(board.workers[0], board.children, read.facts.open_items, agenda, found)
