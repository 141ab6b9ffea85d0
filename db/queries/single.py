"""One child, or one worker with their children, as the facts a board is built from; and who there is to find."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from peewee import JOIN, Query, fn

from db.models import Child, ChildAlias, ChildNow, EntryInForce, OpenItem, Team, WorkerAlias, WorkerNow
from db.queries import rows
from db.queries.away import away_among
from db.queries.board import children_where, dates_of, workers_where, workers_with
from db.queries.bookings import looked_at
from db.queries.of_the_day import decided_on, sessions_of_the_day
from db.queries.settings import team_names
from db.queries.waiting import owned_elsewhere, unwritten_about, unwritten_of
from db.question import Question, given
from db.reading import Columns
from oversight_tui.practice import facts, records
from oversight_tui.practice.ids import ChildId, TeamId, WorkerId
from oversight_tui.practice.pages import TeamSummary

if TYPE_CHECKING:
    from db.engine import Store

_CHILD = Question(lambda: children_where(ChildNow.child == given("id")))
_FAMILY = Question(lambda: ChildNow.select(ChildNow.family).where(ChildNow.child == given("id")))
_CHILDREN_OF_WORKER = Question(
    lambda: children_where((ChildNow.worker == given("id")) & (ChildNow.shown == True)).order_by(ChildNow.reference)  # noqa: E712
)
_CHILDREN_OF_FAMILY = Question(
    lambda: children_where((ChildNow.family == given("family")) & (ChildNow.open == True)).order_by(ChildNow.reference)  # noqa: E712
)
_COLLEAGUES = Question(lambda: workers_where(WorkerNow.team == given("team")))
_ITEMS = Question(
    lambda: OpenItem.select(*rows.ITEM.columns).where(OpenItem.child == given("id")).order_by(OpenItem.entry)
)
_WORKER_ITEMS = Question(
    lambda: (
        OpenItem.select(*rows.ITEM.columns)
        .where((OpenItem.worker == given("id")) & OpenItem.child.is_null())
        .order_by(OpenItem.entry)
    )
)
_ITEMS_HELD = Question(
    lambda: (
        OpenItem.select(*rows.ITEM.columns)
        .join(ChildNow, on=(ChildNow.child == OpenItem.child))
        .where((ChildNow.worker == given("id")) & (ChildNow.shown == True))  # noqa: E712
        .order_by(OpenItem.entry)
    )
)


class ChildNamed(Struct, frozen=True, array_like=True):
    """A child to be found: by the name the child goes by here. `open` is False where the child is closed."""

    id: ChildId
    reference: str
    name: str
    open: bool


class WorkerNamed(Struct, frozen=True, array_like=True):
    """A worker to be found: by name, the authority's id, and home team."""

    id: WorkerId
    name: str
    staff_id: str | None
    team: str | None


_NAMED = Columns(
    WorkerNamed,
    {"id": WorkerNow.worker, "name": WorkerNow.name, "staff_id": WorkerNow.staff_id, "team": Team.name},
)
_CHILD_NAMED = Columns(
    ChildNamed, {"id": ChildNow.child, "reference": ChildNow.reference, "name": ChildNow.name, "open": ChildNow.open}
)
_CHILD_NAMES = Question(
    lambda: ChildNow.select(*_CHILD_NAMED.columns).where(ChildNow.name.is_null(False)).order_by(ChildNow.reference)
)
_REFERENCE = Question(lambda: Child.select(Child.id).where(Child.reference == given("reference")))
_STANDS = Question(lambda: ChildNow.select(ChildNow.child).where(ChildNow.child == given("id")))
_WORKER_NAMES = Question(
    lambda: (
        WorkerNow.select(*_NAMED.columns)
        .join(Team, JOIN.LEFT_OUTER, on=(Team.id == WorkerNow.team))
        .order_by(WorkerNow.name, WorkerNow.worker)
    )
)
_TEAM_OF = Question(lambda: WorkerNow.select(WorkerNow.team).where(WorkerNow.worker == given("id")))
_ALIASES = Question(
    # by their kind, since an old store has few of them among very many entries
    lambda: (
        WorkerAlias.select(EntryInForce.worker, WorkerAlias.name_key)
        .join(EntryInForce, on=(EntryInForce.id == WorkerAlias.entry))
        .where(EntryInForce.kind == records.WorkerAlias.kind.name)
    )
)

_CHILD_ALIASES = Question(
    lambda: (
        ChildAlias.select(Child.reference, ChildAlias.reference)
        .join(EntryInForce, on=(EntryInForce.id == ChildAlias.entry))
        .join(Child, on=(Child.id == EntryInForce.child))
        .order_by(EntryInForce.id)
    )
)
_OTHER_REFERENCE = Question(
    lambda: (
        ChildAlias.select(EntryInForce.child)
        .join(EntryInForce, on=(EntryInForce.id == ChildAlias.entry))
        .where(ChildAlias.reference == given("reference"))
        .order_by(EntryInForce.id.desc())
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
_OF_NO_TEAM = Question(
    lambda: ChildNow.select(fn.COUNT(ChildNow.child)).where((ChildNow.open == True) & ChildNow.team.is_null())  # noqa: E712
)
_WORKERS_OF_TEAM = Question(_workers_of_team)


def family_of(store: Store, child_id: ChildId) -> str | None:
    """What the child's family goes by here, None where none is known."""
    for (family,) in _FAMILY.ask(store, id=child_id):
        return None if family is None else str(family)
    return None


def children_of_family(store: Store, family: str) -> tuple[facts.Child, ...]:
    """The open children of a family, whoever holds them, in the order of their references."""
    return tuple(rows.CHILD.made_from(_CHILDREN_OF_FAMILY.ask(store, family=family)))


def child_facts(store: Store, child_id: ChildId, today: date) -> facts.TeamFacts | None:
    """What a board of this one child is built from, open or closed; None where there is no such child.

    Nobody holds a closed child, whoever held them last.
    """
    for found in rows.CHILD.made_from(_CHILD.ask(store, id=child_id)):
        child = found if found.open else found.__replace__(worker_id=None, team=None)
        holders = workers_with(store, [child.worker_id] if child.worker_id is not None else [])
        items = rows.ITEM.made_from(_ITEMS.ask(store, id=child_id))
        unwritten = unwritten_about(store, child_id)
        away = away_among(store, holders, items, unwritten, today)
        return facts.TeamFacts(
            teams=(child.team,) if child.team else (),
            manager=None,
            workers=tuple(holders),
            children=(child,),
            absences=away.absences,
            covers=away.covers,
            named=away.named,
            child_dates=dates_of(store, [child.id]),
            open_items=tuple(items),
            decided_today=decided_on(store, today),
            unwritten=unwritten,
            looked=looked_at(store, [child.id] if child.open and child.worker_id is None else []),
        )
    return None


def is_talk_asked_for(store: Store, child_id: ChildId) -> bool:
    """Whether a talk about this child was asked for and is still to be held."""
    return any(item.kind == "discussion_open" for item in rows.ITEM.made_from(_ITEMS.ask(store, id=child_id)))


def worker_facts(store: Store, worker_id: WorkerId, today: date) -> facts.TeamFacts | None:
    """What a board of this one worker and the children they hold, or held last, is built from; None where there is no
    such worker.
    """
    for worker in workers_with(store, [worker_id]):
        theirs = rows.CHILD.made_from(_CHILDREN_OF_WORKER.ask(store, id=worker_id))
        waiting = [*_ITEMS_HELD.ask(store, id=worker_id), *_WORKER_ITEMS.ask(store, id=worker_id)]
        elsewhere = owned_elsewhere(store, [worker_id], {child.id for child in theirs}, worker.name)
        items = [*rows.ITEM.made_from(waiting), *elsewhere.items]
        unwritten = unwritten_of(store, [worker_id])
        away = away_among(store, [worker], items, unwritten, today)
        return facts.TeamFacts(
            teams=(worker.team,) if worker.team else (),
            manager=None,
            workers=(worker,),
            children=tuple(child for child in theirs if child.open),
            closed=tuple(child for child in theirs if not child.open),
            absences=away.absences,
            covers=away.covers,
            named=away.named,
            child_dates=dates_of(store, [child.id for child in theirs]),
            sessions_today=sessions_of_the_day(store, today, {worker_id}, items),
            open_items=tuple(items),
            decided_today=decided_on(store, today),
            unwritten=unwritten,
            children_elsewhere=elsewhere.children,
            colleagues=_of_the_team(store, worker_id),
        )
    return None


def _of_the_team(store: Store, worker_id: WorkerId) -> tuple[facts.Worker, ...]:
    """The workers of a worker's home team."""
    team = team_of_worker(store, worker_id)
    return tuple(rows.WORKER.made_from(_COLLEAGUES.ask(store, team=team))) if team is not None else ()


def child_with_reference(store: Store, reference: str) -> ChildId | None:
    """The id of the child with exactly this reference, also of one of whom nothing stands any more."""
    found = _REFERENCE.ask(store, reference=reference)
    return ChildId(found[0][0]) if found else None


def stands(store: Store, child: ChildId) -> bool:
    """Whether anything that was recorded of a child stands: not where their adding was undone."""
    return bool(_STANDS.ask(store, id=child))


def child_names(store: Store) -> list[ChildNamed]:
    """Every child who has a name here, in the order of their references."""
    return _CHILD_NAMED.made_from(_CHILD_NAMES.ask(store))


def worker_names(store: Store) -> list[WorkerNamed]:
    """Every worker, in the order of their names."""
    return _NAMED.made_from(_WORKER_NAMES.ask(store))


def team_of_worker(store: Store, worker_id: WorkerId) -> TeamId | None:
    """The id of the team a worker belongs to."""
    found = _TEAM_OF.ask(store, id=worker_id)
    return found[0][0] if found else None


def worker_aliases(store: Store) -> list[tuple[WorkerId, str]]:
    """Every accepted other spelling as (worker, key of the name)."""
    return [(WorkerId(worker), key) for worker, key in _ALIASES.ask(store)]


def child_aliases(store: Store) -> Mapping[str, str]:
    """Every accepted other spelling of a child's reference, with the reference."""
    return {other: reference for reference, other in _CHILD_ALIASES.ask(store)}


def child_with_other_reference(store: Store, reference: str) -> ChildId | None:
    """The child of whom this is another spelling of the reference."""
    found = _OTHER_REFERENCE.ask(store, reference=reference)
    return ChildId(found[0][0]) if found else None


def children_of_no_team(store: Store) -> int:
    """How many open children no team has."""
    return int(_OF_NO_TEAM.ask(store)[0][0])


def team_summaries(store: Store, today: date, manager_key: str) -> tuple[TeamSummary, ...]:
    """Every team with its workers and open children, in the order of the names.

    Who has left and the manager, whose name's key is given, are not counted, as on the board.
    """
    children = dict(_CHILDREN_OF_TEAM.ask(store))
    workers = dict(_WORKERS_OF_TEAM.ask(store, today=today.isoformat(), manager=manager_key))
    return tuple(
        TeamSummary(name, workers.get(number, 0), children.get(number, 0)) for number, name in team_names(store).items()
    )
