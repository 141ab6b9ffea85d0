"""The page of one child and of one worker, read in one transaction.

Nothing here reads a worker's own file.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from db.queries.pages import child_history, session_children, sessions_joined, sessions_with_others, worker_history
from db.queries.retention import legal_holds
from db.queries.single import child_facts, worker_facts
from oversight_tui.practice.ahead import falls_due
from oversight_tui.practice.drift import drift
from oversight_tui.practice.facts import Allocation, Entry, Manager, Session
from oversight_tui.practice.handovers import handovers_to_come, with_names
from oversight_tui.practice.history import History
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.page_then import by_then
from oversight_tui.practice.pages import ChildPage, Whose, WorkerPage
from oversight_tui.practice.said import NOTHING
from oversight_tui.practice.story import allocations, sessions, told, with_openings_told, with_others
from oversight_tui.practice.then import Then
from oversight_tui.practice.timescales import told as timescales_told
from oversight_tui.services.accountable import accountable_for_child, accountable_for_worker
from oversight_tui.services.find import NotInStore
from oversight_tui.services.identity import whose
from oversight_tui.services.policy import policy_in_force

if TYPE_CHECKING:
    from db.engine import Store

_A_YEAR = 366  # days


def child_page(
    store: Store, child_id: ChildId, today: date, *, opened: Collection[EntryId] = (), then: Then | None = None
) -> ChildPage:
    """The page of the child with this id, open or closed; of sensitive entries only the words of those `opened`. With
    `then` without what happened later. Raises NotInStore.
    """
    with store.reading():
        facts = child_facts(store, child_id, today)
        if facts is None:
            raise NotInStore("child")
        history = _history(child_history(store, child_id), today, then)
        hold = legal_holds(store).get(AboutChild(child_id))
        policy = policy_in_force(store)
        mine = whose(store)
        accountable = accountable_for_child(store, history, today)
    board = build_board(facts, policy, today)
    row, entries = board.children[0], _by_name(told(history, opened, policy.decision_kinds), mine)
    timescales = tuple(timescales_told(row, board.dates.get(row.child.id, NOTHING), policy, today))
    moved = drift(entries, facts.open_items, policy, today)
    ahead = tuple(
        one for one in falls_due(board, facts.open_items, _A_YEAR, facts.named) if one.child == row.child.reference
    )
    held, items = tuple(_by_manager(one, mine) for one in allocations(history)), with_names(facts)
    waits = next((one for one in board.attention if one.kind == "unallocated"), None)
    return ChildPage(row, held, entries, timescales, moved, items, hold, ahead, accountable, waits=waits)


def worker_page(
    store: Store, worker_id: WorkerId, today: date, *, opened: Collection[EntryId] = (), then: Then | None = None
) -> WorkerPage:
    """The page of the worker with this id; of sensitive entries only the words of those `opened`. With `then` without
    what happened later. Raises NotInStore.
    """
    with store.reading():
        facts = worker_facts(store, worker_id, today)
        if facts is None:
            raise NotInStore("worker")
        history = _history(worker_history(store, worker_id), today, then)
        discussed = session_children(store, worker_id)
        others, joined = sessions_with_others(store, worker_id), sessions_joined(store, worker_id)
        hold = legal_holds(store).get(AboutWorker(worker_id))
        policy = policy_in_force(store)
        mine = whose(store)
        accountable = accountable_for_worker(store, facts.workers[0], today)
    named = facts.__replace__(manager=Manager(mine.name, mine.confirmed))
    board = build_board(named, policy, today)
    own = with_openings_told(sessions(history, worker_id, discussed), board.workers[0].supervision.last)
    under_way = {one.id for one in board.diary.sessions if one.under_way}
    own = tuple(one.__replace__(under_way=True) if one.id in under_way else one for one in own)
    return WorkerPage(
        row=board.workers[0],
        sessions=tuple(sorted((*with_others(own, others), *joined), key=_day_of)),
        entries=_by_name(told(history, opened, policy.decision_kinds), mine),
        absences=facts.absences,
        children=board.children,
        hold=hold,
        actions=tuple(one for one in board.actions if one.late_for == worker_id),
        open_items=tuple(one for one in facts.open_items if one.child_id is None and one.worker_id == worker_id),
        handovers=tuple(handovers_to_come(facts)),
        accountable=accountable,
    )


def _history(history: History, today: date, then: Then | None) -> History:
    return by_then(history, today) if then is not None else history


def _by_name(entries: tuple[Entry, ...], mine: Whose) -> tuple[Entry, ...]:
    """The entries by who recorded them as they are called now."""
    if mine.account is None:
        return entries
    return tuple(one.__replace__(by=mine.told_by(one.by)) for one in entries)


def _by_manager(one: Allocation, mine: Whose) -> Allocation:
    return one.__replace__(manager=mine.told_by(one.manager)) if one.manager is not None else one


def _day_of(session: Session) -> date:
    return session.held_on or session.planned_for or date.min
