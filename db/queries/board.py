"""Everything one board is built from, in at most 22 statements, and one for workers of elsewhere who are named.

They cost the same in a store's tenth year as in its first: they read what is kept beside the records (present holders,
latest dates, open things), each through an index on the team, the worker or the child.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import JOIN, Query, fn

from db.models import (
    ChildDate,
    ChildNow,
    EntryInForce,
    OpenItem,
    Team,
    WorkerNow,
)
from db.queries import rows
from db.queries.away import away_among
from db.queries.bookings import booked_since, duty_among, looked_at
from db.queries.data_age import lists_of, newest_list_of, oldest_of
from db.queries.of_the_day import decided_on, sessions_of_the_day, talks_of_the_day
from db.queries.session_records import records_asked_for
from db.queries.settings import team_names
from db.queries.shown import NOWHERE, SHOWN
from db.queries.waiting import owned_elsewhere, unwritten_of
from db.question import Question, any_of, given
from oversight_tui.practice import child_dates, facts
from oversight_tui.practice.ids import ChildId, TeamId, WorkerId
from oversight_tui.practice.naming import name_key

if TYPE_CHECKING:
    from db.engine import Store


def children_where(only: Any) -> Query:
    """Children with the name of their team, by number; `only` is a condition."""
    joined = ChildNow.select(*rows.CHILD.columns).join(Team, JOIN.LEFT_OUTER, on=(Team.id == ChildNow.team))
    return joined.where(only).order_by(ChildNow.child)


def workers_where(only: Any = None) -> Query:
    """Workers with the name of their team, by number; `only` is a condition, None for every worker."""
    joined = WorkerNow.select(*rows.WORKER.columns).join(Team, JOIN.LEFT_OUTER, on=(Team.id == WorkerNow.team))
    return joined.where(only).order_by(WorkerNow.worker)


def _items_of_children(only: Any) -> Query:
    joined = OpenItem.select(*rows.ITEM.columns).join(ChildNow, on=(ChildNow.child == OpenItem.child))
    return joined.where(only & rows.of_use()).order_by(OpenItem.entry)


_CHILDREN = Question(lambda teams: children_where(SHOWN & ChildNow.team.in_(any_of("teams", teams))))
_CHILDREN_NOWHERE = Question(lambda: children_where(NOWHERE))
_WORKERS = Question(lambda teams: workers_where(WorkerNow.team.in_(any_of("teams", teams))))
_WORKERS_NOWHERE = Question(lambda: workers_where(WorkerNow.team.is_null()))
_WORKERS_BY_ID = Question(lambda ids: workers_where(WorkerNow.worker.in_(any_of("ids", ids))))
_WORKERS_BY_NAME = Question(lambda: workers_where(WorkerNow.name_key == given("key")))
_CHILD_ITEMS = Question(lambda teams: _items_of_children(SHOWN & ChildNow.team.in_(any_of("teams", teams))))
_CHILD_ITEMS_NOWHERE = Question(lambda: _items_of_children(NOWHERE))
_WORKER_ITEMS = Question(
    lambda ids: (
        OpenItem.select(*rows.ITEM.columns)
        .where(OpenItem.worker.in_(any_of("ids", ids)) & (fn.COALESCE(OpenItem.child, 0) == 0) & rows.of_use())
        .order_by(OpenItem.entry)
    )
)


def _child_dates(teams: int, of_this_kind: Any) -> Query:
    return (
        ChildNow.select(*rows.CHILD_DATE.columns)
        .join(EntryInForce, on=((EntryInForce.child == ChildNow.child) & of_this_kind))
        .join(ChildDate, on=(ChildDate.entry == EntryInForce.id))
        .where(SHOWN & ChildNow.team.in_(any_of("teams", teams)))
        .order_by(EntryInForce.root)
    )


# Of some teams they are looked for child by child: as a stretch of kinds, so that the index on the kind alone, which
# leads to those of every team, is no way to them. Of every team that index is the way.
_CHILD_DATES = Question(lambda teams: _child_dates(teams, EntryInForce.kind.between("child_date", "child_date")))
_ALL_CHILD_DATES = Question(lambda teams: _child_dates(teams, EntryInForce.kind == "child_date"))
_DATES_OF_CHILDREN = Question(
    lambda ids: (
        ChildDate.select(*rows.CHILD_DATE.columns)
        .join(EntryInForce, on=(EntryInForce.id == ChildDate.entry))
        .where(EntryInForce.child.in_(any_of("ids", ids)) & (EntryInForce.kind == "child_date"))
        .order_by(EntryInForce.root)
    )
)


def team_facts(
    store: Store,
    teams: Mapping[TeamId, str] | None,
    today: date,
    manager: facts.Manager | None = None,
    manager_key: str | None = None,
    *,
    for_a_board: bool = True,
) -> facts.TeamFacts:
    """The facts of these teams (names by id), or of every team where None. Asked inside one read transaction.

    What it costs depends on the teams asked for and not on how many more there are. The manager, whose own supervision
    `manager_key` finds, is no worker. Only for a board: what happened on the day, and of whom nothing is written.
    """
    names = team_names(store) if teams is None else teams
    chosen = list(names)
    children = rows.CHILD.made_from_batches(_CHILDREN.ask_in_batches(store, teams=chosen)) if chosen else []
    nowhere = _of_no_team(store, None if teams is None else set(names.values()))
    children += nowhere
    still_held = tuple(child for child in children if child.open)
    workers = _workers(store, chosen, still_held, with_no_home=teams is None or not for_a_board)
    own = rows.WORKER.made_from(_WORKERS_BY_NAME.ask(store, key=manager_key)) if manager_key else []
    workers = [worker for worker in workers if worker not in own] if own else workers
    worker_ids = [worker.id for worker in (*workers, *own[:1])]
    shown = {child.id for child in children}
    elsewhere = owned_elsewhere(store, worker_ids, shown, booked_since=booked_since(today))
    unwritten = unwritten_of(store, worker_ids) if for_a_board else ()
    open_items = (*_items(store, chosen, worker_ids, shown, booked_since(today)), *elsewhere.items)
    workers = _still_of_use(workers, still_held, open_items, today)
    lists = lists_of(store, chosen)
    away = away_among(store, (*workers, *own[:1]), open_items, unwritten, today)
    found = facts.TeamFacts(
        teams=tuple(names[number] for number in chosen),
        manager=manager and manager.__replace__(worker=own[0] if own else None),
        workers=tuple(workers),
        children=still_held,
        closed=tuple(child for child in children if not child.open),
        absences=away.absences,
        covers=away.covers,
        named=away.named,
        child_dates=_dates(store, chosen, nowhere, whole_authority=teams is None),
        open_items=open_items,
        data_as_at=_oldest_shown(oldest_of(lists) or newest_list_of(store, children), still_held),
        lists_as_at={names[team]: as_at for team, as_at in lists.items()},
        families=_families(still_held),
        whole_authority=teams is None,
        unwritten=unwritten,
        children_elsewhere=elsewhere.children,
    )
    return _with_the_day(store, found, today, None if teams is None else chosen, worker_ids) if for_a_board else found


def _with_the_day(
    store: Store, found: facts.TeamFacts, today: date, teams: Sequence[TeamId] | None, workers: Collection[WorkerId]
) -> facts.TeamFacts:
    """The facts with what happened on the day itself."""
    shown = {child.id for child in (*found.children, *found.closed)}
    records = records_asked_for(store, [worker.id for worker in found.workers], today)
    return found.__replace__(
        open_items=(*found.open_items, *records),
        discussions_today=talks_of_the_day(store, today, teams, shown),
        sessions_today=sessions_of_the_day(store, today, set(workers), found.open_items),
        decided_today=decided_on(store, today),
        duty=duty_among(store, tuple(workers), today),
        looked=looked_at(store, [child.id for child in found.children if child.worker_id is None]),
    )


def _items(
    store: Store, teams: Sequence[TeamId], workers: Sequence[WorkerId], shown: Set[ChildId], since: str
) -> list[facts.OpenItem]:
    """What is open about the children who are shown and about these workers; booked for no day before `since`."""
    items = rows.ITEM.made_from_batches(_CHILD_ITEMS.ask_in_batches(store, teams=teams, since=since)) if teams else []
    of_workers = _WORKER_ITEMS.ask(store, ids=workers, since=since) if workers else ()
    others = [*_CHILD_ITEMS_NOWHERE.ask(store, since=since), *of_workers]
    return items + [item for item in rows.ITEM.made_from(others) if item.child_id is None or item.child_id in shown]


def workers_with(store: Store, ids: Sequence[WorkerId]) -> list[facts.Worker]:
    """The workers with these ids."""
    return rows.WORKER.made_from(_WORKERS_BY_ID.ask(store, ids=ids)) if ids else []


def dates_of(store: Store, children: Sequence[ChildId]) -> tuple[child_dates.ChildDate, ...]:
    """What was typed about these children that no list carries, in the order in which it was recorded."""
    return tuple(rows.CHILD_DATE.made_from(_DATES_OF_CHILDREN.ask(store, ids=children))) if children else ()


def _dates(
    store: Store, chosen: Sequence[TeamId], nowhere: Sequence[facts.Child], *, whole_authority: bool
) -> tuple[child_dates.ChildDate, ...]:
    """What was typed about the children of these teams, and about those of no team."""
    asked = _ALL_CHILD_DATES if whole_authority else _CHILD_DATES
    of_teams = rows.CHILD_DATE.made_from(asked.ask(store, teams=chosen)) if chosen else []
    return (*of_teams, *dates_of(store, [child.id for child in nowhere]))


def _of_no_team(store: Store, teams: Collection[str] | None) -> list[facts.Child]:
    """The children whose team is not known: held by nobody, or by somebody of these teams or of none; all of them
    where `teams` is None.
    """
    found = rows.CHILD.made_from(_CHILDREN_NOWHERE.ask(store))
    if teams is None:
        return found
    holders = workers_with(store, sorted({child.worker_id for child in found if child.worker_id is not None}))
    others = {worker.id for worker in holders if worker.team is not None and worker.team not in teams}
    return [child for child in found if child.worker_id not in others]


def _workers(
    store: Store, chosen: Sequence[TeamId], children: Sequence[facts.Child], *, with_no_home: bool
) -> list[facts.Worker]:
    """The workers whose home is one of the teams, those who hold a child of these teams, and those who have no home
    where they are asked for.
    """
    found = rows.WORKER.made_from(_WORKERS.ask(store, teams=chosen)) if chosen else []
    found += rows.WORKER.made_from(_WORKERS_NOWHERE.ask(store)) if with_no_home else []
    holders = {child.worker_id for child in children if child.worker_id is not None}
    found += workers_with(store, sorted(holders - {worker.id for worker in found}))
    return sorted(found, key=lambda worker: (worker.name, worker.id))


def _still_of_use(
    workers: Sequence[facts.Worker], children: Sequence[facts.Child], items: Sequence[facts.OpenItem], today: date
) -> list[facts.Worker]:
    """Without those who have left and hold nothing any more: no child, planned session, action, worry or supervisee."""
    gone = {worker.id for worker in workers if worker.has_left(today)}
    if not gone:
        return list(workers)
    holding = {child.worker_id for child in children}
    holding |= {item.worker_id for item in items if item.kind == "session_planned"}
    named = {item.seen_to_by for item in items}
    named |= {name for one in workers if one.id not in gone for name in (one.supervisor, one.second_supervisor)}
    keys = {name_key(name) for name in named if name}
    return [one for one in workers if one.id not in gone or one.id in holding or name_key(one.name) in keys]


def _oldest_shown(lists: date | None, children: Iterable[facts.Child]) -> date | None:
    """The oldest day that anything here is known of: of these lists, or of an older one where no newer has a child."""
    return min((one.listed_on for one in children if one.listed_on), default=lists)


def _families(children: Sequence[facts.Child]) -> int | None:
    """Families, each child without one counting as one; None where no family is known at all."""
    named = {child.family for child in children if child.family is not None}
    return len(named) + sum(child.family is None for child in children) if named else None
