"""One child, or one worker with their children, as the facts a board is built from; and who there is to find."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from peewee import JOIN, Query, fn

from db.models import Child, ChildNow, EntryInForce, OpenItem, Team, WorkerAlias, WorkerNow
from db.queries import rows
from db.queries.board import absences_of, covers_of, dates_of, decided_on, workers_with
from db.queries.settings import team_names
from db.question import Question, given
from oversight_tui.practice import facts
from oversight_tui.practice.pages import TeamSummary

if TYPE_CHECKING:
    from db.engine import Store

_CHILD = Question(lambda: ChildNow.select(*rows.CHILD_COLUMNS, ChildNow.open).where(ChildNow.child == given("id")))
_CHILDREN_HELD = Question(
    lambda: (
        ChildNow.select(*rows.CHILD_COLUMNS)
        .where((ChildNow.worker == given("id")) & (ChildNow.open == True))  # noqa: E712
        .order_by(ChildNow.reference)
    )
)
_ITEMS = Question(lambda: OpenItem.select(*rows.ITEM_COLUMNS).where(OpenItem.child == given("id")))
_WORKER_ITEMS = Question(
    lambda: OpenItem.select(*rows.ITEM_COLUMNS).where((OpenItem.worker == given("id")) & OpenItem.child.is_null())
)
_ITEMS_HELD = Question(
    lambda: (
        OpenItem.select(*rows.ITEM_COLUMNS)
        .join(ChildNow, on=(ChildNow.child == OpenItem.child))
        .where((ChildNow.worker == given("id")) & (ChildNow.open == True))  # noqa: E712
    )
)
_REFERENCE = Question(lambda: Child.select(Child.id).where(Child.reference == given("reference")))
_WORKER_NAMES = Question(
    lambda: (
        WorkerNow.select(WorkerNow.worker, WorkerNow.name, WorkerNow.staff_id, Team.name)
        .join(Team, JOIN.LEFT_OUTER, on=(Team.id == WorkerNow.team))
        .order_by(WorkerNow.name, WorkerNow.worker)
    )
)
_TEAM_OF = Question(lambda: WorkerNow.select(WorkerNow.team).where(WorkerNow.worker == given("id")))
_ALIASES = Question(
    lambda: WorkerAlias.select(EntryInForce.worker, WorkerAlias.name_key).join(
        EntryInForce, on=(EntryInForce.id == WorkerAlias.entry)
    )
)


def _children_of_team() -> Query:
    return (
        ChildNow.select(ChildNow.team, fn.COUNT(ChildNow.child))
        .where((ChildNow.open == True) & ChildNow.team.is_null(False))  # noqa: E712
        .group_by(ChildNow.team)
    )


def _workers_of_team() -> Query:
    has_not_left = WorkerNow.leaves.is_null() | (WorkerNow.leaves >= given("today"))
    return (
        WorkerNow.select(WorkerNow.team, fn.COUNT(WorkerNow.worker))
        .where(WorkerNow.team.is_null(False) & has_not_left & (WorkerNow.name_key != given("manager")))
        .group_by(WorkerNow.team)
    )


_CHILDREN_OF_TEAM = Question(_children_of_team)
_WORKERS_OF_TEAM = Question(_workers_of_team)


def child_facts(store: Store, child_id: int, today: date) -> facts.TeamFacts | None:
    """What a board of this one child is built from, open or closed; None where there is no such child."""
    found = _CHILD.ask(store, id=child_id)
    if not found:
        return None
    child = rows.child(found[0], team_names(store), is_open=bool(found[0][-1]))
    workers = workers_with(store, [int(child.worker_id)]) if child.worker_id else []
    return facts.TeamFacts(
        teams=(child.team,) if child.team else (),
        manager=None,
        workers=tuple(workers),
        children=(child,),
        absences=absences_of(store, workers),
        covers=covers_of(store, workers, today),
        child_dates=dates_of(store, [child.id]),
        open_items=tuple(rows.item(row) for row in _ITEMS.ask(store, id=child_id)),
        decided_today=decided_on(store, today),
    )


def worker_facts(store: Store, worker_id: int, today: date) -> facts.TeamFacts | None:
    """What a board of this one worker and the children they hold is built from; None where there is no such worker."""
    workers = workers_with(store, [worker_id])
    if not workers:
        return None
    names = team_names(store)
    held = _CHILDREN_HELD.ask(store, id=worker_id)
    items = [*_ITEMS_HELD.ask(store, id=worker_id), *_WORKER_ITEMS.ask(store, id=worker_id)]
    return facts.TeamFacts(
        teams=(workers[0].team,) if workers[0].team else (),
        manager=None,
        workers=tuple(workers),
        children=tuple(rows.child(row, names) for row in held),
        absences=absences_of(store, workers),
        covers=covers_of(store, workers, today),
        child_dates=dates_of(store, [str(row[0]) for row in held]),
        open_items=tuple(rows.item(row) for row in items),
        decided_today=decided_on(store, today),
    )


def child_with_reference(store: Store, reference: str) -> int | None:
    """The id of the child with exactly this reference."""
    found = _REFERENCE.ask(store, reference=reference)
    return found[0][0] if found else None


def worker_names(store: Store) -> list[tuple[int, str, str | None, str | None]]:
    """Every worker as (id, name, staff id, home team), in the order of their names."""
    return [(row[0], row[1], row[2], row[3]) for row in _WORKER_NAMES.ask(store)]


def team_of_worker(store: Store, worker_id: int) -> int | None:
    """The id of the team a worker belongs to."""
    found = _TEAM_OF.ask(store, id=worker_id)
    return found[0][0] if found else None


def worker_aliases(store: Store) -> list[tuple[int, str]]:
    """Every accepted other spelling as (worker, key of the name)."""
    return [(row[0], row[1]) for row in _ALIASES.ask(store)]


def team_summaries(store: Store, today: date, manager_key: str) -> tuple[TeamSummary, ...]:
    """Every team with its workers and open children, in the order of the names.

    Who has left and the manager, whose name's key is given, are not counted, as on the board.
    """
    children = dict(_CHILDREN_OF_TEAM.ask(store))
    workers = dict(_WORKERS_OF_TEAM.ask(store, today=today.isoformat(), manager=manager_key))
    return tuple(
        TeamSummary(name, workers.get(number, 0), children.get(number, 0)) for number, name in team_names(store).items()
    )
