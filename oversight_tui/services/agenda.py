"""The agenda of a worker's next sessions: planned ones, and as many more as the policy looks ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.agendas import (
    BegunSession,
    agenda_wishes,
    begun_session,
    days_of_held_plans,
    ended_on,
    planned_ahead,
    written_in,
)
from db.queries.entries import entry_about, time_of
from db.queries.single import worker_facts
from oversight_tui.practice.agenda import SessionSlot, plan
from oversight_tui.practice.agenda.candidates import candidates
from oversight_tui.practice.agenda.known import KnownAhead, left_over_of, looked_at
from oversight_tui.practice.agenda.to_come import ToCome
from oversight_tui.practice.agenda.values import FallsOut
from oversight_tui.practice.agenda.wishes import Begun, LastTime, PlannedAhead
from oversight_tui.practice.facts import TeamFacts, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.possible_days import not_here, why_not_here
from oversight_tui.practice.schedule import TAKES_A_PLAN_WITHIN
from oversight_tui.practice.session_pages import HeldHow, SessionInHand, WorkerAgenda
from oversight_tui.services.find import NotInStore
from oversight_tui.services.policy import policy_in_force

if TYPE_CHECKING:
    from db.engine import Store

_AS_USUAL = HeldHow()


class _Read(Struct, frozen=True):
    """What an agenda is made of, as it is in the store."""

    facts: TeamFacts
    policy: Policy
    known: KnownAhead

    @property
    def worker(self) -> Worker:
        """Whose agenda it is."""
        return self.facts.workers[0]

    def here_on(self, day: date) -> bool:
        """Whether the worker is here on a day."""
        return why_not_here(self.worker, self.facts.absences, day) is None


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
    is planned within seven days of it; on a day to come on which the worker is not here none is.
    """
    with store.reading():
        read = _read(store, worker_id, today)
    begun, falls_out = None, None
    if on is not None and (on == today or read.here_on(on)):
        begun = _taking(_near(read.known.planned, on), on)
    elif on is not None:
        falls_out = why_not_here(read.worker, read.facts.absences, on)
    found = _to_come(read, begun, sessions or read.policy.limits["agenda_sessions"], today)
    if on is not None and falls_out is not None and all(one.on != on for one in found.fall_out):
        found = found.__replace__(fall_out=(FallsOut(on, falls_out), *found.fall_out))
    slots = [slot.__replace__(minutes=minutes or slot.minutes, children=children) for slot in found.slots]
    return _agenda(read, found, slots, today, minutes_per_child)


def session_in_hand(store: Store, worker_id: WorkerId, today: date, how: HeldHow = _AS_USUAL) -> SessionInHand:
    """The session with a worker that is to be held today, or prepared: the one that was begun today, the next one that
    is planned within seven days, or a new one. Raises NotInStore.

    One that is planned for a day to come is prepared and not held, unless it is said that it is held today; one that
    is planned for a day on which the worker is not here is neither. Where one was held and ended today, it is said in
    the same way that this is another. Children who are talked about already stay on its agenda.
    """
    with store.reading():
        held = begun_session(store, worker_id, today)
        ended = held is None and ended_on(store, worker_id, today, "one_to_one") is not None
        read = _read(store, worker_id, today, held)
        written = written_in(store, held.entry) if held is not None else frozenset()
    near = _near([one for one in read.known.planned if one.on <= today or read.here_on(one.on)], today)
    prepared = held is None and not how.today and near is not None and near.on > today
    begun = None
    if held is not None:
        begun = Begun(today, None, held.plan, held.days)
    elif not prepared:
        begun = _taking(near, today)
    ahead = _to_come(read, begun, read.policy.limits["agenda_sessions"], today)
    first = ahead.slots[0].__replace__(
        minutes=how.minutes or ahead.slots[0].minutes, children=how.children, added=ahead.slots[0].added | written
    )
    found = _agenda(read, ahead, [first, *ahead.slots[1:]], today, None)
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
        held_already=ended and not how.today,
        another=ended and how.today,
        cut_short_percent=read.policy.limits["cut_short_percent"],
        at=_time_planned(store, first),
    )


def _time_planned(store: Store, slot: SessionSlot) -> str | None:
    """The time of day for which a session was planned that is held on the day of its plan."""
    if slot.plan_id is None:
        return None
    with store.reading():
        plan = entry_about(store, slot.plan_id)
        return time_of(store, plan.version) if plan is not None and plan.on == slot.on else None


def known_ahead(store: Store, worker: Worker, today: date, held: BegunSession | None = None) -> KnownAhead:
    """What is known of a worker's next sessions; the last session is the one before that which was begun today, where
    one was. Asked inside a read transaction.
    """
    planned = [one for one in planned_ahead(store, worker.id) if one.on >= today - TAKES_A_PLAN_WITHIN]
    held_plans = days_of_held_plans(store, worker.id)
    days = [held.before] if held is not None else [worker.last_held, worker.cut_short_on]
    last_on = max((day for day in days if day is not None), default=None)
    last = LastTime(last_on, held_plans.get(last_on, frozenset())) if last_on is not None else None
    return KnownAhead(planned, agenda_wishes(store, worker.id), held_plans, last)


def _read(store: Store, worker_id: WorkerId, today: date, held: BegunSession | None = None) -> _Read:
    facts = worker_facts(store, worker_id, today)
    if facts is None:
        raise NotInStore("worker")
    (worker,) = facts.workers
    return _Read(facts, policy_in_force(store), known_ahead(store, worker, today, held))


def _near(planned: Sequence[PlannedAhead], day: date) -> PlannedAhead | None:
    near = [one for one in planned if abs(one.on - day) <= TAKES_A_PLAN_WITHIN]
    return min(near, key=lambda one: (abs(one.on - day), one.on), default=None)


def _taking(near: PlannedAhead | None, day: date) -> Begun:
    """A session on a day in the place of the one that is planned near it."""
    return Begun(day, near.minutes, near.entry, near.days) if near is not None else Begun(day, None, None, frozenset())


def _to_come(read: _Read, begun: Begun | None, number: int, today: date) -> ToCome:
    """The sessions looked at, with what the manager wants of them."""
    return looked_at(read.worker, read.facts.absences, read.policy, read.known, begun, number, today)


def _agenda(read: _Read, ahead: ToCome, slots: Sequence[SessionSlot], today: date, each: int | None) -> WorkerAgenda:
    board = build_board(read.facts, read.policy, today)
    left = left_over_of(read.known, board.children)
    found = candidates(board.children, read.facts.open_items, board.attention, left, read.policy, today)
    agenda = plan(
        found,
        slots,
        each or read.policy.limits["agenda_minutes_per_child"],
        today,
        ahead.until,
        not_here(read.worker, read.facts.absences),
        last_day=read.worker.leaves,
        fall_out=ahead.fall_out,
    )
    return WorkerAgenda(board.workers[0], board.children, read.facts.open_items, agenda, found)
