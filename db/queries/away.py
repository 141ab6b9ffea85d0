"""Who is away, who stands in for them, and the workers of elsewhere who are named here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from peewee import JOIN

from db.models import Absence, Cover, EntryInForce, Team, WorkerNow
from db.queries import rows
from db.question import MOST_AT_ONCE, Question, any_of, given
from oversight_tui.practice import facts
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.naming import name_key
from oversight_tui.practice.standing_in import People

if TYPE_CHECKING:
    from db.engine import Store

_ABSENCES = Question(
    lambda ids: (
        Absence.select(*rows.ABSENCE.columns)
        .join(EntryInForce, on=(EntryInForce.id == Absence.entry))
        .where(EntryInForce.worker.in_(any_of("ids", ids)) & (EntryInForce.kind == "absence"))
    )
)
_COVERS = Question(
    lambda ids: (
        Cover.select(*rows.COVER.columns)
        .join(EntryInForce, on=(EntryInForce.id == Cover.entry))
        .where(
            EntryInForce.worker.in_(any_of("ids", ids))
            & (EntryInForce.kind == "cover")
            & (Cover.first_day <= given("today"))
            & (Cover.last_day.is_null() | (Cover.last_day >= given("today")))
        )
    )
)
_NAMED = Question(
    lambda keys, ids: (
        WorkerNow.select(*rows.WORKER.columns)
        .join(Team, JOIN.LEFT_OUTER, on=(Team.id == WorkerNow.team))
        .where(WorkerNow.name_key.in_(any_of("keys", keys)) | WorkerNow.worker.in_(any_of("ids", ids)))
    )
)


class Away(Struct, frozen=True):
    """Every absence of each worker, the covers of today, and `named`: who stands in, supervises, owns an action or a
    worry, is to have a child, or is one something open is about, and is none of these workers.
    """

    absences: tuple[facts.Absence, ...]
    covers: tuple[facts.Cover, ...]
    named: tuple[facts.Worker, ...]


def away_among(
    store: Store,
    workers: Sequence[facts.Worker],
    items: Sequence[facts.OpenItem],
    unwritten: Iterable[facts.Unwritten],
    today: date,
) -> Away:
    """Who of these workers is away, who stands in for them today, and whether these are there themselves. `items` and
    `unwritten` are those in which owners are named, and further workers whom they are about.
    """
    ids = [worker.id for worker in workers]
    covers = rows.COVER.made_from(_COVERS.ask(store, ids=ids, today=today.isoformat())) if ids else []
    owners = (item.seen_to_by for item in items if item.seen_to_by)
    names = (*(cover.covered_by for cover in covers), *_supervisors(workers), *owners)
    about = {item.worker_id for item in items if item.child_id is None and item.worker_id is not None}
    about |= {one.worker_id for one in unwritten}
    about |= {item.owner_id for item in items if item.kind == "handover_planned" and item.owner_id is not None}
    named = _named(store, workers, names, about - set(ids))
    ids += [worker.id for worker in named]
    return Away(tuple(absences_of(store, ids)), tuple(covers), tuple(named))


def absences_of(store: Store, ids: Sequence[WorkerId]) -> list[facts.Absence]:
    """Every absence of these workers."""
    return rows.ABSENCE.made_from(_ABSENCES.ask(store, ids=ids)) if ids else []


def people_named(store: Store, names: Iterable[str]) -> People:
    """The workers who go by one of these names, with their absences."""
    workers = _named(store, (), names)
    ids = [worker.id for worker in workers]
    return People(workers, absences_of(store, ids))


def _supervisors(workers: Iterable[facts.Worker]) -> Iterable[str]:
    for worker in workers:
        yield from filter(None, (worker.supervisor, worker.second_supervisor))


def _named(
    store: Store, workers: Iterable[facts.Worker], names: Iterable[str], ids: Collection[WorkerId] = ()
) -> list[facts.Worker]:
    """The workers who go by one of these names and are not among those known already, and those of these ids."""
    keys = sorted({name_key(name) for name in names} - {name_key(worker.name) for worker in workers})
    half, by_id = MOST_AT_ONCE // 2, sorted(ids)
    found = [
        worker
        for start in range(0, max(len(keys), len(by_id)), half)
        for worker in rows.WORKER.made_from(
            _NAMED.ask(store, keys=keys[start : start + half] or [""], ids=by_id[start : start + half] or [0])
        )
    ]
    return list({worker.id: worker for worker in found}.values())
