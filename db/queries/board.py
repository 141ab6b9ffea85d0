"""Everything one board is built from, in at most 21 statements, and one for workers of elsewhere who are named.

They cost the same in a store's tenth year as in its first: they read what is kept beside the records (present holders,
latest dates, open things), each through an index on the team, the worker or the child.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from peewee import JOIN, Query, SelectBase, fn

from db.models import (
    ChildDate,
    ChildNow,
    Decision,
    Discussion,
    EntryInForce,
    Filing,
    OpenItem,
    SessionHeld,
    Team,
    WorkerNow,
)
from db.queries import rows
from db.queries.away import away_among
from db.queries.data_age import lists_of, newest_list_of, oldest_of
from db.queries.in_force import is_sensitive
from db.queries.settings import team_names
from db.queries.waiting import owned_elsewhere, unwritten_of
from db.question import Question, any_of, given
from db.reading import Columns
from oversight_tui.practice import child_dates, facts
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, Subject, TeamId, WorkerId
from oversight_tui.practice.naming import name_key

if TYPE_CHECKING:
    from db.engine import Store

# Open children, and those whom a list has closed while something is open of them still.
_SHOWN = ChildNow.shown == True  # noqa: E712
# Children of no team: on the board of whoever holds them, and on every board where that is nobody of any team.
_NOWHERE = ChildNow.team.is_null() & _SHOWN


def children_where(only: Any) -> Query:
    """Children with the name of their team; `only` is a condition."""
    return ChildNow.select(*rows.CHILD.columns).join(Team, JOIN.LEFT_OUTER, on=(Team.id == ChildNow.team)).where(only)


def workers_where(only: Any = None) -> Query:
    """Workers with the name of their team; `only` is a condition, None for every worker."""
    return (
        WorkerNow.select(*rows.WORKER.columns).join(Team, JOIN.LEFT_OUTER, on=(Team.id == WorkerNow.team)).where(only)
    )


def _items_of_children(only: Any) -> Query:
    joined = OpenItem.select(*rows.ITEM.columns).join(ChildNow, on=(ChildNow.child == OpenItem.child))
    return joined.where(only)


_CHILDREN = Question(lambda teams: children_where(_SHOWN & ChildNow.team.in_(any_of("teams", teams))))
_CHILDREN_NOWHERE = Question(lambda: children_where(_NOWHERE))
_WORKERS = Question(lambda teams: workers_where(WorkerNow.team.in_(any_of("teams", teams))))
_WORKERS_NOWHERE = Question(lambda: workers_where(WorkerNow.team.is_null()))
_WORKERS_BY_ID = Question(lambda ids: workers_where(WorkerNow.worker.in_(any_of("ids", ids))))
_WORKERS_BY_NAME = Question(lambda: workers_where(WorkerNow.name_key == given("key")).order_by(WorkerNow.worker))
_CHILD_ITEMS = Question(lambda teams: _items_of_children(_SHOWN & ChildNow.team.in_(any_of("teams", teams))))
_CHILD_ITEMS_NOWHERE = Question(lambda: _items_of_children(_NOWHERE))
_WORKER_ITEMS = Question(
    lambda ids: (
        OpenItem.select(*rows.ITEM.columns)
        .where(OpenItem.worker.in_(any_of("ids", ids)) & (fn.COALESCE(OpenItem.child, 0) == 0))
        .order_by(OpenItem.entry)
    )
)


def _child_dates(teams: int, of_this_kind: Any) -> Query:
    return (
        ChildNow.select(*rows.CHILD_DATE.columns)
        .join(EntryInForce, on=((EntryInForce.child == ChildNow.child) & of_this_kind))
        .join(ChildDate, on=(ChildDate.entry == EntryInForce.id))
        .where(_SHOWN & ChildNow.team.in_(any_of("teams", teams)))
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
_TODAY = EntryInForce.happened_on == given("today")


def _talks_today(only: Any) -> Query:
    return (
        Discussion.select(*_TALK.columns)
        .join(EntryInForce, on=(EntryInForce.id == Discussion.entry))
        .where(
            (EntryInForce.kind == "discussion")
            & _TODAY
            & (Discussion.setting == "same_day")
            & (Discussion.asked_for == False)  # noqa: E712
            & only
        )
    )


def _of_children_shown(teams: int) -> Any:
    of_teams = ChildNow.select(ChildNow.child).where(_SHOWN & ChildNow.team.in_(any_of("teams", teams)))
    return EntryInForce.child.in_(of_teams) | EntryInForce.child.in_(ChildNow.select(ChildNow.child).where(_NOWHERE))


def _decision_in_talk() -> SelectBase:
    deciding = EntryInForce.alias()
    return (
        Decision.select(Decision.text)
        .join(deciding, on=(deciding.id == Decision.entry))
        .where((Decision.discussion == EntryInForce.root) & (deciding.child == EntryInForce.child))
        .limit(1)
    )


def _filed() -> Any:
    filing = EntryInForce.alias()
    filed = Filing.select(Filing.entry).join(filing, on=(filing.id == Filing.entry))
    return fn.EXISTS(filed.where((Filing.discussion == EntryInForce.root) & (filing.child == EntryInForce.child)))


def _written_in_session() -> Any:
    writing = EntryInForce.alias()
    written = Discussion.select(Discussion.entry).join(writing, on=(writing.id == Discussion.entry))
    return fn.EXISTS(written.where(Discussion.session == EntryInForce.root))


class _Talk(Struct, frozen=True, array_like=True):
    """A same-day talk held on the day that is asked for."""

    id: EntryId
    child_id: ChildId
    worker_id: WorkerId | None
    at: str | None
    text: str
    decision: str | None
    filed: bool
    sensitive: bool


class _Held(Struct, frozen=True, array_like=True):
    """A session held on the day that is asked for."""

    id: EntryId
    worker_id: WorkerId
    kind: facts.SessionKind
    minutes: int | None
    supervisor: str | None
    written: bool


_TALK = Columns(
    _Talk,
    {
        "id": EntryInForce.root,
        "child_id": EntryInForce.child,
        "worker_id": EntryInForce.worker,
        "at": EntryInForce.happened_at,
        "text": Discussion.text,
        "decision": _decision_in_talk(),
        "filed": _filed(),
        "sensitive": is_sensitive(EntryInForce),
    },
)
_HELD = Columns(
    _Held,
    {
        "id": EntryInForce.root,
        "worker_id": EntryInForce.worker,
        "kind": SessionHeld.session_kind,
        "minutes": SessionHeld.minutes,
        "supervisor": SessionHeld.supervisor,
        "written": _written_in_session(),
    },
)
_TALKS = Question(lambda teams: _talks_today(_of_children_shown(teams)))
_ALL_TALKS = Question(lambda: _talks_today(True))
_HELD_TODAY = Question(
    lambda: (
        SessionHeld.select(*_HELD.columns)
        .join(EntryInForce, on=(EntryInForce.id == SessionHeld.entry))
        .where((EntryInForce.kind == "session_held") & _TODAY & (SessionHeld.opening == False))  # noqa: E712
    )
)
_DECIDED = Question(
    lambda: EntryInForce.select(EntryInForce.child, EntryInForce.worker).where(
        (EntryInForce.kind == "decision") & _TODAY
    )
)


def team_facts(
    store: Store,
    teams: Mapping[TeamId, str] | None,
    today: date,
    manager: facts.Manager | None = None,
    manager_key: str | None = None,
) -> facts.TeamFacts:
    """The facts of these teams (names by id), or of every team where None. Asked inside one read transaction.

    What it costs depends on the teams asked for and not on how many more there are. The manager is left out of the
    workers; `manager_key`, the key of their name, finds their own supervision.
    """
    names = team_names(store) if teams is None else teams
    chosen = list(names)
    children = rows.CHILD.made_from_batches(_CHILDREN.ask_in_batches(store, teams=chosen)) if chosen else []
    nowhere = _of_no_team(store, None if teams is None else set(names.values()))
    children += nowhere
    still_held = tuple(child for child in children if child.open)
    workers = _workers(store, chosen, still_held, whole_authority=teams is None)
    own = rows.WORKER.made_from(_WORKERS_BY_NAME.ask(store, key=manager_key)) if manager_key else []
    workers = [worker for worker in workers if worker not in own] if own else workers
    worker_ids = [worker.id for worker in (*workers, *own[:1])]
    shown = {child.id for child in children}
    elsewhere, unwritten = owned_elsewhere(store, worker_ids, shown), unwritten_of(store, worker_ids)
    open_items = (*_items(store, chosen, worker_ids, shown), *elsewhere.items)
    workers = _still_of_use(workers, still_held, open_items, today)
    lists = lists_of(store, chosen)
    away = away_among(store, (*workers, *own[:1]), open_items, unwritten, today)
    return facts.TeamFacts(
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
        discussions_today=_talks(store, today, None if teams is None else chosen, shown),
        sessions_today=sessions_of_the_day(store, today, set(worker_ids), open_items),
        decided_today=decided_on(store, today),
        data_as_at=_oldest_shown(oldest_of(lists) or newest_list_of(store, children), still_held),
        lists_as_at={names[team]: as_at for team, as_at in lists.items()},
        families=_families(still_held),
        whole_authority=teams is None,
        unwritten=unwritten,
        children_elsewhere=elsewhere.children,
    )


def _items(
    store: Store, teams: Sequence[TeamId], workers: Sequence[WorkerId], shown: Set[ChildId]
) -> list[facts.OpenItem]:
    """What is open about the children who are shown and about these workers."""
    items = rows.ITEM.made_from_batches(_CHILD_ITEMS.ask_in_batches(store, teams=teams)) if teams else []
    others = [*_CHILD_ITEMS_NOWHERE.ask(store), *(_WORKER_ITEMS.ask(store, ids=workers) if workers else ())]
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


def decided_on(store: Store, today: date) -> frozenset[Subject]:
    """Those about whom a decision was recorded for this day."""
    found = _DECIDED.ask(store, today=today.isoformat())
    return frozenset(
        AboutChild(ChildId(child)) if child is not None else AboutWorker(WorkerId(worker)) for child, worker in found
    )


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
    store: Store, chosen: Sequence[TeamId], children: Sequence[facts.Child], *, whole_authority: bool
) -> list[facts.Worker]:
    """The workers whose home is one of the teams, and those who hold a child of these teams; of the whole authority
    also those who have no home.
    """
    found = rows.WORKER.made_from(_WORKERS.ask(store, teams=chosen)) if chosen else []
    found += rows.WORKER.made_from(_WORKERS_NOWHERE.ask(store)) if whole_authority else []
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


def _talks(
    store: Store, today: date, teams: Sequence[TeamId] | None, children: set[ChildId]
) -> tuple[facts.Discussion, ...]:
    day = today.isoformat()
    found = _TALK.made_from(_TALKS.ask(store, today=day, teams=teams) if teams else _ALL_TALKS.ask(store, today=day))
    return tuple(
        facts.Discussion(
            id=talk.id,
            child_id=talk.child_id,
            worker_id=talk.worker_id,
            happened_on=today,
            at=talk.at,
            text="" if talk.sensitive else talk.text,
            decision=None if talk.sensitive else talk.decision,
            on_file=today if talk.filed else None,
            sensitive=talk.sensitive,
        )
        for talk in found
        if talk.child_id in children
    )


def sessions_of_the_day(
    store: Store, today: date, workers: set[WorkerId], items: Sequence[facts.OpenItem]
) -> tuple[facts.Session, ...]:
    """Sessions held today, and those planned for today that are still to come."""
    found = _HELD.made_from(_HELD_TODAY.ask(store, today=today.isoformat()))
    held = [
        facts.Session(
            *(one.id, one.worker_id, one.kind, "held", None, today, None, one.minutes, one.supervisor or ""),
            under_way=one.written and one.minutes is None,
        )
        for one in found
        if one.worker_id in workers
    ]
    planned = [
        facts.Session(item.id, item.worker_id, item.session_kind, "planned", today, None, None, None, "")
        for item in items
        if item.kind == "session_planned" and item.due_on == today
        if item.worker_id is not None and item.session_kind is not None
    ]
    return (*planned, *held)


def _oldest_shown(lists: date | None, children: Iterable[facts.Child]) -> date | None:
    """The oldest day that anything here is known of: of these lists, or of an older one where no newer has a child."""
    return min((one.listed_on for one in children if one.listed_on), default=lists)


def _families(children: Sequence[facts.Child]) -> int | None:
    """Families, each child without one counting as one; None where no family is known at all."""
    named = {child.family for child in children if child.family is not None}
    return len(named) + sum(child.family is None for child in children) if named else None
