"""Sessions to come, and those that were cancelled or cut short and may have none instead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.derived.live import About, Live, live
from db.derived.rows import Row
from oversight_tui.practice import records
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import EntryId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store

# A worker and a kind of session: of each, sessions are planned, held and cancelled one after the other.
Series = tuple[WorkerId | None, SessionKind]


def open_sessions(store: Store, about: About, ids: Sequence[int]) -> Iterator[Row]:
    """The sessions of these workers that are planned, the newest cancelled of a series since the last one held, and
    that last one where it was cut short.

    `carried_over` is how many of the series were cancelled since then, said of that one and of the next planned.
    Whether one that is planned is still to come, and so the new date of the cancelled one, the day that asks says.
    """
    if about != "worker_id":
        return
    plans = {one.spine.entry: one for one in live(store, about, ids, records.SessionPlan)}
    held = live(store, about, ids, records.SessionHeld, " AND NOT d.opening")
    cancelled = [one for one in live(store, about, ids, records.SessionCancelled) if one.says.plan in plans]
    settled: set[EntryId | None] = {one.says.plan for one in cancelled}
    settled |= {one.says.plan for one in held}
    waiting = _unanswered(cancelled, plans, held)
    again = Counter(_series(plans[one.says.plan]) for one in waiting)
    yield from _last_cancelled(waiting, plans, again)
    yield from _cut_short(held)
    for plan in sorted((one for one in plans.values() if one.spine.entry not in settled), key=_by_day):
        yield {
            "entry": plan.spine.entry,
            "kind": "session_planned",
            "child": plan.spine.child,
            "worker": plan.spine.worker,
            "text": "",
            "session_kind": plan.says.session_kind,
            "since": plan.says.planned_for,
            "at": plan.spine.at,
            "due_on": plan.says.planned_for,
            "carried_over": again.pop(_series(plan), 0),
            "minutes": plan.says.minutes,
        }


def _last_cancelled(
    waiting: Sequence[Live[records.SessionCancelled]],
    plans: dict[EntryId, Live[records.SessionPlan]],
    again: Counter[Series],
) -> Iterator[Row]:
    """Of those that no session answered, the one of the latest day of each series."""
    newest: dict[Series, Live[records.SessionCancelled]] = {}
    for one in sorted(waiting, key=lambda one: (plans[one.says.plan].says.planned_for, one.spine.entry)):
        newest[_series(plans[one.says.plan])] = one
    for series, one in newest.items():
        plan = plans[one.says.plan]
        yield {
            "entry": one.spine.entry,
            "kind": "session_not_rebooked",
            "child": one.spine.child,
            "worker": one.spine.worker,
            "text": one.says.reason,
            "session_kind": plan.says.session_kind,
            "since": one.spine.on,
            "at": one.spine.at,
            "due_on": plan.says.planned_for,
            "carried_over": again[series],
        }


def _cut_short(held: Sequence[Live[records.SessionHeld]]) -> Iterator[Row]:
    """The last session held of each series, where it was cut short; whether it counts is no matter here."""
    newest = {(one.spine.worker, one.says.session_kind): one for one in held if one.spine.on is not None}
    for one in newest.values():
        if one.says.counts is not None:
            yield {
                "entry": one.spine.entry,
                "kind": "session_cut_short",
                "child": one.spine.child,
                "worker": one.spine.worker,
                "text": "",
                "session_kind": one.says.session_kind,
                "since": one.spine.on,
                "at": one.spine.at,
                "due_on": one.spine.on,
            }


def _unanswered(
    cancelled: Sequence[Live[records.SessionCancelled]],
    plans: dict[EntryId, Live[records.SessionPlan]],
    held: Sequence[Live[records.SessionHeld]],
) -> list[Live[records.SessionCancelled]]:
    """Those after which none of their series was held: on the day of the cancelled one or later, or, of whatever day,
    as one that was planned or moved after the cancelling.
    """
    last_held, last_planned = _last_held(held), dict[Series, EntryId]()
    for one in held:
        if one.says.plan in plans:
            plan = plans[one.says.plan]
            last_planned[_series(plan)] = max(last_planned.get(_series(plan), plan.spine.version), plan.spine.version)
    return [
        one
        for one in cancelled
        if _since_held(plans[one.says.plan], last_held)
        and one.spine.entry > last_planned.get(_series(plans[one.says.plan]), 0)
    ]


def _last_held(held: Sequence[Live[records.SessionHeld]]) -> dict[Series, date]:
    found: dict[Series, date] = defaultdict(lambda: date.min)
    for one in held:
        if one.spine.on is not None:
            series = (one.spine.worker, one.says.session_kind)
            found[series] = max(found[series], one.spine.on)
    return found


def _since_held(plan: Live[records.SessionPlan], last_held: dict[Series, date]) -> bool:
    """Whether no session of the series was held on the day of this one or later."""
    return last_held[_series(plan)] < plan.says.planned_for


def _series(plan: Live[records.SessionPlan]) -> Series:
    return plan.spine.worker, plan.says.session_kind


def _by_day(plan: Live[records.SessionPlan]) -> tuple[date, EntryId]:
    return plan.says.planned_for, plan.spine.entry
