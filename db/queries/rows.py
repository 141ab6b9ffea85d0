"""The columns that each fact is made from, by the fact's own names. A row becomes a fact in `db.reading`."""

from __future__ import annotations

from typing import Any

from peewee import SelectBase, fn

from db.models import (
    Absence,
    Child,
    ChildDate,
    ChildNow,
    Cover,
    Discussion,
    DutyTurn,
    EntryInForce,
    OpenItem,
    SessionPlan,
    Team,
    Unwritten,
    WorkerNow,
)
from db.queries.in_force import last_day_said
from db.question import given
from db.reading import Columns
from oversight_tui.practice import child_dates, facts

WORKER = Columns(
    facts.Worker,
    {
        "id": WorkerNow.worker,
        "name": WorkerNow.name,
        "team": Team.name,
        "role": WorkerNow.role,
        "fte": WorkerNow.fte,
        "newly_qualified_from": WorkerNow.newly_qualified_from,
        "agency": WorkerNow.agency,
        "starts": WorkerNow.starts,
        "leaves": WorkerNow.leaves,
        "supervisor": WorkerNow.supervisor,
        "second_supervisor": WorkerNow.second_supervisor,
        "own_limit": WorkerNow.own_limit,
        "own_until": WorkerNow.own_until,
        "seen_by": WorkerNow.seen_by,
        "last_held": WorkerNow.last_held,
        "last_held_is_opening": WorkerNow.last_held_is_opening,
        "next_planned": WorkerNow.next_planned,
        "last_held_by": WorkerNow.last_held_by,
        "earlier_rules": WorkerNow.earlier_rules,
        "last_held_cut_short": WorkerNow.last_held_cut_short,
        "cut_short_on": WorkerNow.cut_short_on,
    },
)
CHILD = Columns(
    facts.Child,
    {
        "id": ChildNow.child,
        "reference": ChildNow.reference,
        "name": ChildNow.name,
        "date_of_birth": ChildNow.date_of_birth,
        "family": ChildNow.family,
        "team": Team.name,
        "worker_id": ChildNow.worker,
        "bucket": ChildNow.bucket,
        "status": ChildNow.status,
        "status_since": ChildNow.status_since,
        "risk": ChildNow.risk,
        "risk_since": ChildNow.risk_since,
        "allocated_since": ChildNow.allocated_since,
        "no_worker_since": ChildNow.no_worker_since,
        "seen_by": ChildNow.seen_by,
        "came_from_another_worker": ChildNow.came_from_another_worker,
        "last_seen": ChildNow.last_seen,
        "last_seen_source": ChildNow.last_seen_source,
        "last_discussed": ChildNow.last_discussed,
        "last_discussed_setting": ChildNow.last_discussed_setting,
        "missing_since": ChildNow.missing_since,
        "open": ChildNow.open,
        "here_since": ChildNow.here_since,
        "came_on_a_list": ChildNow.came_on_a_list,
        "closed_on": ChildNow.closed_on,
        "listed_on": ChildNow.listed_on,
    },
)


def _setting_of_talk() -> SelectBase:
    """In what kind of talk an open thing was said, where it is one: looked up by the key of both tables."""
    return Discussion.select(Discussion.setting).where(Discussion.entry == OpenItem.entry)


def _version_of_planned() -> SelectBase:
    """The number of the newest version of a planned session: when it was planned, or moved, among all that was typed.

    Looked up by the keys of the entry, and of nothing but planned sessions.
    """
    newest = EntryInForce.alias()
    return newest.select(fn.MAX(newest.id)).where(
        (OpenItem.kind == "session_planned") & ((newest.id == OpenItem.entry) | (newest.corrects == OpenItem.entry))
    )


def _who_supervises() -> SelectBase:
    """Who leads a planned session, by name: whoever was named, else who planned it. Looked up as the version is."""
    newest = EntryInForce.alias()
    return (
        newest.select(fn.COALESCE(SessionPlan.supervisor, newest.recorded_by))
        .join(SessionPlan, on=(SessionPlan.entry == newest.id))
        .where(
            (OpenItem.kind == "session_planned") & ((newest.id == OpenItem.entry) | (newest.corrects == OpenItem.entry))
        )
        .limit(1)
    )


def of_use() -> Any:
    """The condition that an open thing is asked for: nothing that was booked for a day before `since`, which is given
    when it is asked, but visits, of which it is to be said what became.
    """
    return (OpenItem.kind != "booking") | (OpenItem.which == "visit") | (OpenItem.due_on >= given("since"))


ITEM = Columns(
    facts.OpenItem,
    {
        "id": OpenItem.entry,
        "kind": OpenItem.kind,
        "text": OpenItem.text,
        "since": OpenItem.since,
        "child_id": OpenItem.child,
        "worker_id": OpenItem.worker,
        "due_on": OpenItem.due_on,
        "at": OpenItem.at,
        "who": OpenItem.who,
        "severity": OpenItem.severity,
        "carried_over": OpenItem.carried_over,
        "session_kind": OpenItem.session_kind,
        "sensitive": OpenItem.sensitive,
        "owner_id": OpenItem.owner,
        "owner": fn.COALESCE(OpenItem.owner_name, _who_supervises()),
        "setting": _setting_of_talk(),
        "version": _version_of_planned(),
        "which": OpenItem.which,
        "minutes": OpenItem.minutes,
        "place": OpenItem.place,
    },
)
UNWRITTEN = Columns(
    facts.Unwritten,
    {
        "session_id": Unwritten.session,
        "child_id": Unwritten.child,
        "reference": Child.reference,
        "worker_id": Unwritten.worker,
        "held_on": Unwritten.held_on,
    },
)
DUTY = Columns(
    facts.DutyTurn,
    {
        "id": EntryInForce.root,
        "worker_id": EntryInForce.worker,
        "first_day": DutyTurn.first_day,
        "last_day": DutyTurn.last_day,
    },
)
ABSENCE = Columns(
    facts.Absence,
    {
        "worker_id": EntryInForce.worker,
        "reason": Absence.reason,
        "first_day": Absence.first_day,
        "last_day": fn.COALESCE(last_day_said(EntryInForce), Absence.last_day),
    },
)
COVER = Columns(
    facts.Cover,
    {
        "worker_id": EntryInForce.worker,
        "covered_by": Cover.covered_by,
        "first_day": Cover.first_day,
        "last_day": Cover.last_day,
    },
)
CHILD_DATE = Columns(
    child_dates.ChildDate,
    {
        "child_id": EntryInForce.child,
        "what": ChildDate.what,
        "day": ChildDate.day,
        "days": ChildDate.days,
        "said_on": EntryInForce.happened_on,
    },
)
