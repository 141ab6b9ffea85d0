"""Everything one board is built from, in about a dozen statements.

They cost the same in a store's tenth year as in its first: they read what is kept beside the records (present holders,
latest dates, open things), each through an index on the team, the worker or the child.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import Query, fn

from db import stored
from db.models import (
    Absence,
    ChildDate,
    ChildNow,
    Cover,
    Decision,
    Discussion,
    EntryInForce,
    Filing,
    OpenItem,
    SessionHeld,
    SnapshotTeam,
    WorkerNow,
)
from db.queries import rows
from db.queries.in_force import is_sensitive, last_day_said, still_counts
from db.queries.settings import team_names, teams_with_ids
from db.question import Question, any_of, given
from oversight_tui.practice import facts

if TYPE_CHECKING:
    from db.engine import Store

_TEAM_OF_WORKER = next(place for place, column in enumerate(rows.WORKER_COLUMNS) if column is WorkerNow.team)
_OPEN = ChildNow.open == True  # noqa: E712
_NOWHERE = ChildNow.team.is_null() & ChildNow.worker.is_null() & _OPEN

_CHILDREN = Question(
    lambda teams: ChildNow.select(*rows.CHILD_COLUMNS).where(_OPEN & ChildNow.team.in_(any_of("teams", teams)))
)
_CHILDREN_NOWHERE = Question(lambda: ChildNow.select(*rows.CHILD_COLUMNS).where(_NOWHERE))
_WORKERS = Question(
    lambda teams: WorkerNow.select(*rows.WORKER_COLUMNS).where(WorkerNow.team.in_(any_of("teams", teams)))
)
_WORKERS_BY_ID = Question(
    lambda ids: WorkerNow.select(*rows.WORKER_COLUMNS).where(WorkerNow.worker.in_(any_of("ids", ids)))
)
_WORKERS_BY_NAME = Question(
    lambda: WorkerNow.select(*rows.WORKER_COLUMNS).where(WorkerNow.name_key == given("key")).order_by(WorkerNow.worker)
)
_CHILD_ITEMS = Question(
    lambda teams: (
        OpenItem.select(*rows.ITEM_COLUMNS)
        .join(ChildNow, on=(ChildNow.child == OpenItem.child))
        .where(_OPEN & ChildNow.team.in_(any_of("teams", teams)))
    )
)
_CHILD_ITEMS_NOWHERE = Question(
    lambda: OpenItem.select(*rows.ITEM_COLUMNS).join(ChildNow, on=(ChildNow.child == OpenItem.child)).where(_NOWHERE)
)
_WORKER_ITEMS = Question(
    lambda ids: OpenItem.select(*rows.ITEM_COLUMNS).where(
        OpenItem.worker.in_(any_of("ids", ids)) & OpenItem.child.is_null()
    )
)
_ABSENCES = Question(
    lambda ids: (
        Absence.select(
            EntryInForce.worker,
            Absence.reason,
            Absence.first_day,
            fn.COALESCE(last_day_said(EntryInForce), Absence.last_day),
        )
        .join(EntryInForce, on=(EntryInForce.id == Absence.entry))
        .join(WorkerNow, on=(WorkerNow.worker == EntryInForce.worker))
        .where(
            EntryInForce.worker.in_(any_of("ids", ids))
            & (EntryInForce.kind == "absence")
            & (Absence.last_day.is_null() | WorkerNow.last_held.is_null() | (Absence.last_day >= WorkerNow.last_held))
        )
    )
)
_COVERS = Question(
    lambda ids: (
        Cover.select(EntryInForce.worker, Cover.covered_by, Cover.first_day, Cover.last_day)
        .join(EntryInForce, on=(EntryInForce.id == Cover.entry))
        .where(
            EntryInForce.worker.in_(any_of("ids", ids))
            & (EntryInForce.kind == "cover")
            & (Cover.first_day <= given("today"))
            & (Cover.last_day.is_null() | (Cover.last_day >= given("today")))
        )
    )
)
_DATE_COLUMNS = (EntryInForce.child, ChildDate.what, ChildDate.day, ChildDate.days, EntryInForce.happened_on)
_CHILD_DATES = Question(
    lambda teams: (
        ChildNow.select(*_DATE_COLUMNS)
        .join(EntryInForce, on=((EntryInForce.child == ChildNow.child) & (EntryInForce.kind == "child_date")))
        .join(ChildDate, on=(ChildDate.entry == EntryInForce.id))
        .where(_OPEN & ChildNow.team.in_(any_of("teams", teams)))
        .order_by(EntryInForce.id)
    )
)
_DATES_OF_CHILDREN = Question(
    lambda ids: (
        ChildDate.select(*_DATE_COLUMNS)
        .join(EntryInForce, on=(EntryInForce.id == ChildDate.entry))
        .where(EntryInForce.child.in_(any_of("ids", ids)) & (EntryInForce.kind == "child_date"))
        .order_by(EntryInForce.id)
    )
)
_TODAY = EntryInForce.happened_on == given("today")


def _talks_today() -> Query:
    deciding, filing = EntryInForce.alias(), EntryInForce.alias()
    decision = (
        Decision.select(Decision.text)
        .join(deciding, on=(deciding.id == Decision.entry))
        .where(Decision.discussion == EntryInForce.root)
        .limit(1)
    )
    filed = Filing.select(Filing.entry).join(filing, on=(filing.id == Filing.entry))
    return (
        Discussion.select(
            EntryInForce.root,
            EntryInForce.child,
            EntryInForce.worker,
            EntryInForce.happened_at,
            Discussion.text,
            decision,
            fn.EXISTS(filed.where(Filing.discussion == EntryInForce.root)),
            is_sensitive(EntryInForce),
        )
        .join(EntryInForce, on=(EntryInForce.id == Discussion.entry))
        .where(
            (EntryInForce.kind == "discussion")
            & _TODAY
            & (Discussion.setting == "same_day")
            & (Discussion.asked_for == False)  # noqa: E712
        )
    )


_TALKS = Question(_talks_today)
_HELD_TODAY = Question(
    lambda: (
        SessionHeld.select(
            EntryInForce.root,
            EntryInForce.worker,
            SessionHeld.session_kind,
            SessionHeld.minutes,
            SessionHeld.supervisor,
        )
        .join(EntryInForce, on=(EntryInForce.id == SessionHeld.entry))
        .where((EntryInForce.kind == "session_held") & _TODAY & (SessionHeld.opening == False))  # noqa: E712
    )
)
_DECIDED = Question(
    lambda: EntryInForce.select(EntryInForce.child, EntryInForce.worker).where(
        (EntryInForce.kind == "decision") & _TODAY
    )
)
_AS_AT = Question(
    lambda teams: (
        SnapshotTeam.select(SnapshotTeam.team, fn.MAX(SnapshotTeam.as_at))
        .where(SnapshotTeam.team.in_(any_of("teams", teams)) & still_counts(SnapshotTeam.snapshot))
        .group_by(SnapshotTeam.team)
    )
)


def team_facts(
    store: Store,
    teams: Mapping[int, str] | None,
    today: date,
    manager: facts.Manager | None = None,
    manager_key: str | None = None,
) -> facts.TeamFacts:
    """The facts of these teams (names by id), or of every team where None. Asked inside one read transaction.

    What it costs hangs on the teams asked for and not on how many more there are. The manager is left out of the
    workers; `manager_key`, the key of their name, finds their own supervision.
    """
    names = team_names(store) if teams is None else dict(teams)
    chosen = list(names)
    children = [rows.child(row, names) for row in _CHILDREN.ask(store, teams=chosen)] if chosen else []
    children += [rows.child(row, names) for row in _CHILDREN_NOWHERE.ask(store)]
    workers = _workers(store, chosen, names, children, today)
    own = _told(store, _WORKERS_BY_NAME.ask(store, key=manager_key), names) if manager_key else []
    me = own[0] if own else None
    workers = [worker for worker in workers if worker not in own]
    worker_ids = [int(worker.id) for worker in (*workers, *own[:1])]
    items = _CHILD_ITEMS.ask(store, teams=chosen) if chosen else []
    items += _CHILD_ITEMS_NOWHERE.ask(store)
    items += _WORKER_ITEMS.ask(store, ids=worker_ids) if worker_ids else []
    open_items = tuple(rows.item(row) for row in items)
    return facts.TeamFacts(
        teams=tuple(names[number] for number in chosen),
        manager=manager and manager.__replace__(worker=me),
        workers=tuple(workers),
        children=tuple(children),
        absences=absences_of(store, (*workers, *own[:1])),
        covers=covers_of(store, (*workers, *own[:1]), today),
        child_dates=_dates(_CHILD_DATES.ask(store, teams=chosen)) if chosen else (),
        open_items=open_items,
        discussions_today=_talks(store, today, {child.id for child in children}),
        sessions_today=_sessions(store, today, set(map(str, worker_ids)), open_items),
        decided_today=decided_on(store, today),
        data_as_at=_as_at(store, chosen),
        families=_families(children),
        whole_authority=teams is None,
    )


def workers_with(store: Store, ids: Sequence[int], names: dict[int, str] | None = None) -> list[facts.Worker]:
    """The workers with these ids; `names` are teams by id that are known already."""
    return _told(store, _WORKERS_BY_ID.ask(store, ids=ids), {} if names is None else names)


def _told(store: Store, found: Sequence[Any], names: dict[int, str]) -> list[facts.Worker]:
    """Workers whose team may be another than those asked for; its name is then put to `names`."""
    names |= teams_with_ids(store, sorted({row[_TEAM_OF_WORKER] for row in found} - names.keys() - {None}))
    return [rows.worker(row, names) for row in found]


def absences_of(store: Store, workers: Sequence[facts.Worker]) -> tuple[facts.Absence, ...]:
    """The absences that touch the time since each worker's last session."""
    if not workers:
        return ()
    return tuple(rows.absence(row) for row in _ABSENCES.ask(store, ids=[int(worker.id) for worker in workers]))


def covers_of(store: Store, workers: Sequence[facts.Worker], today: date) -> tuple[facts.Cover, ...]:
    """Who sees to these workers' children today."""
    if not workers:
        return ()
    found = _COVERS.ask(store, ids=[int(worker.id) for worker in workers], today=today.isoformat())
    return tuple(facts.Cover(str(row[0]), row[1], stored.day(row[2]), rows.day(row[3])) for row in found)


def dates_of(store: Store, children: Sequence[str]) -> tuple[facts.ChildDate, ...]:
    """What was typed about these children that no list carries, in the order in which it was recorded."""
    return _dates(_DATES_OF_CHILDREN.ask(store, ids=[int(child) for child in children])) if children else ()


def _dates(found: Sequence[Any]) -> tuple[facts.ChildDate, ...]:
    return tuple(facts.ChildDate(str(row[0]), row[1], rows.day(row[2]), row[3], rows.day(row[4])) for row in found)


def decided_on(store: Store, today: date) -> frozenset[str]:
    """`child:ID` and `worker:ID` of those about whom a decision was recorded for this day."""
    found = _DECIDED.ask(store, today=today.isoformat())
    return frozenset(f"child:{row[0]}" if row[0] is not None else f"worker:{row[1]}" for row in found)


def _workers(
    store: Store, chosen: Sequence[int], names: dict[int, str], children: Sequence[facts.Child], today: date
) -> list[facts.Worker]:
    """The workers whose home is one of the teams, and those who hold a child of these teams.

    Who has left shows only while they hold a child, so that the child can be handed over.
    """
    found = [rows.worker(row, names) for row in _WORKERS.ask(store, teams=chosen)] if chosen else []
    holders = {child.worker_id for child in children if child.worker_id is not None}
    elsewhere = holders - {worker.id for worker in found}
    if elsewhere:
        found += workers_with(store, sorted(map(int, elsewhere)), names)
    found = [worker for worker in found if worker.leaves is None or worker.leaves >= today or worker.id in holders]
    return sorted(found, key=lambda worker: (worker.name, int(worker.id)))


def _talks(store: Store, today: date, children: set[str]) -> tuple[facts.Discussion, ...]:
    found = _TALKS.ask(store, today=today.isoformat())
    return tuple(
        facts.Discussion(
            str(row[0]),
            str(row[1]),
            rows.text(row[2]),
            today,
            row[3],
            rows.SENSITIVE if row[7] else row[4],
            row[5] if not row[7] else None,
            today if row[6] else None,
        )
        for row in found
        if str(row[1]) in children
    )


def _sessions(
    store: Store, today: date, workers: set[str], items: Sequence[facts.OpenItem]
) -> tuple[facts.Session, ...]:
    """Sessions held today, and those planned for today that are still to come."""
    held = [
        facts.Session(str(row[0]), str(row[1]), row[2], "held", None, today, None, row[3], row[4] or "")
        for row in _HELD_TODAY.ask(store, today=today.isoformat())
        if str(row[1]) in workers
    ]
    planned = [
        facts.Session(item.id, item.worker_id or "", _kind(item.text), "planned", today, None, None, None, "")
        for item in items
        if item.kind == "session_planned" and item.due_on == today
    ]
    return (*planned, *held)


def _kind(text: str) -> facts.SessionKind:
    return "group" if text == "group" else "observation" if text == "observation" else "one_to_one"


def _as_at(store: Store, chosen: Sequence[int]) -> date | None:
    """The oldest of the newest as-at dates of the teams: what is shown is at least as new as this."""
    newest = _AS_AT.ask(store, teams=chosen) if chosen else []
    return min((stored.day(row[1]) for row in newest), default=None)


def _families(children: Sequence[facts.Child]) -> int | None:
    """Families, each child without one counting as one; None where no family is known at all."""
    named = {child.family for child in children if child.family is not None}
    return len(named) + sum(child.family is None for child in children) if named else None
