"""What happened on the day that is asked for: talks, sessions, and who was decided about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from peewee import Query, SelectBase, fn

from db.models import ChildNow, Decision, Discussion, EntryInForce, Filing, SessionHeld
from db.queries.in_force import is_sensitive
from db.queries.shown import NOWHERE, SHOWN
from db.question import Question, any_of, given
from db.reading import Columns
from oversight_tui.practice import facts
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, Subject, TeamId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store

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
    of_teams = ChildNow.select(ChildNow.child).where(SHOWN & ChildNow.team.in_(any_of("teams", teams)))
    return EntryInForce.child.in_(of_teams.union_all(ChildNow.select(ChildNow.child).where(NOWHERE)))


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


def _planned_at() -> SelectBase:
    """The time for which a session was planned that was held."""
    plan = EntryInForce.alias()
    return (
        plan.select(plan.happened_at)
        .where((plan.id == SessionHeld.plan) | (plan.corrects == SessionHeld.plan))
        .order_by(plan.id.desc())
        .limit(1)
    )


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
    at: str | None


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
        "at": _planned_at(),
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


def decided_on(store: Store, today: date) -> frozenset[Subject]:
    """Those about whom a decision was recorded for this day."""
    found = _DECIDED.ask(store, today=today.isoformat())
    return frozenset(
        AboutChild(ChildId(child)) if child is not None else AboutWorker(WorkerId(worker)) for child, worker in found
    )


def talks_of_the_day(
    store: Store, today: date, teams: Sequence[TeamId] | None, children: set[ChildId]
) -> tuple[facts.Discussion, ...]:
    """The same-day talks about these children that were held today; they are children of these teams, None for all."""
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
            at=one.at,
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
