"""Which manager was accountable for a child or a worker, and when. Asked inside a transaction."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import ValidationError, convert

from db.queries.accountable import choices_said, teams_of
from db.queries.settings import team_names
from oversight_tui.practice.accountable import Accountable, HeldBy, ManagerSaid, of_child, of_worker
from oversight_tui.practice.facts import Worker
from oversight_tui.practice.history import History
from oversight_tui.practice.ids import under
from oversight_tui.practice.story import held_leads
from oversight_tui.services.identity import MANAGER, Chosen, whose

if TYPE_CHECKING:
    from db.engine import Store


def accountable_for_worker(store: Store, worker: Worker, today: date) -> tuple[Accountable, ...]:
    """Oldest first."""
    known = teams_of(store, (worker.id,))[worker.id]
    return of_worker(known, _managers(store), worker.starts, worker.leaves, today)


def accountable_for_child(store: Store, history: History, today: date) -> tuple[Accountable, ...]:
    """Oldest first; `history` is the child's."""
    given = held_leads(history)
    workers = sorted({says.allocated_to for says, _ in given if says.allocated_to is not None})
    known, teams, mine = teams_of(store, workers), team_names(store), whose(store)
    held = (
        HeldBy(
            since,
            one.ends,
            one.worker,
            under(teams, says.team),
            known.get(says.allocated_to, ()) if says.allocated_to is not None else (),
            mine.told_by(one.manager) if one.manager is not None else None,
        )
        for says, one in given
        if (since := one.starts or one.seen_by) is not None
    )
    return of_child(held, _managers(store), today)


def _managers(store: Store) -> list[ManagerSaid]:
    """Who sat here, by the days from which that holds; nobody on a server, where everybody sees their own alone.

    What is said later holds from its day on, whatever had been said of later days before.
    """
    if store.on_a_server:
        return []
    found: list[ManagerSaid] = []
    for at, content in choices_said(store, MANAGER):
        try:
            said = convert(content or {}, Chosen)
        except ValidationError:
            continue
        since = said.since or at.astimezone().date()
        found = [*(one for one in found if one.since < since), ManagerSaid(since, said.name, said.teams)]
    return found
