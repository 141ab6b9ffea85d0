"""Handovers to come: moved to another day, confirmed on it, or called off."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.contents import content_of
from oversight_tui.practice.ids import AboutWorker, EntryId
from oversight_tui.practice.records import HandOverPlan, HandOverPlanEnd
from oversight_tui.practice.requests import (
    CallOffHandOver,
    ConfirmHandOver,
    HandOver,
    MoveHandOver,
    Recorded,
)
from oversight_tui.services.identity import author
from oversight_tui.services.record.allocation_plan import planned_with
from oversight_tui.services.record.checks import (
    about_whom,
    must_be_to_come,
    must_have_happened,
    required_text,
    still_open,
    the_entry,
    the_worker,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.handing_over import hand_over
from oversight_tui.services.record.left_behind import bookings_left
from oversight_tui.services.record.planning_handovers import holder_of
from oversight_tui.services.record.presence import day_said
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout


@records(MoveHandOver)
def move_handover(store: Store, request: MoveHandOver, today: date) -> Recorded:
    """A handover to come, moved to another day: a newer version of it."""
    with store.writing():
        entry, plan = _still_planned(store, request.plan)
        must_be_to_come(request.on, today, "A handover")
        writes.correct(store, entry, author(store), content=plan, on=request.on)
        remark = day_said(store, request.on, today, plan.going_to)
    says = f"The handover of {about_whom(store, entry)} is moved to {long_day(request.on)}.{remark}"
    return Recorded(entry.id, HandOverPlan.kind.name, says)


@records(ConfirmHandOver)
def confirm_handover(store: Store, request: ConfirmHandOver, today: date) -> list[Recorded]:
    """A handover that has taken place: the child goes to whom it was planned. A list may have said so before."""
    with store.writing():
        entry, plan = _still_planned(store, request.plan)
        must_have_happened(request.on, today, "A handover")
        assert entry.child is not None
        ended = HandOverPlanEnd(entry.id, "took_place")
        written = writes.follow_up(store, entry, ended, request.on, author(store))
        to = AboutWorker(plan.going_to) if plan.going_to is not None else plan.bucket
        assert to is not None
        asked = HandOver(
            (entry.child,),
            to,
            request.on,
            plan.reason,
            with_actions=plan.with_actions,
            seen_by=request.seen_by,
            first_actions=request.first_actions,
            review_on=request.review_on,
        )
        if plan.going_to is None or holder_of(store, entry.child) != plan.going_to:
            return hand_over(store, asked, today)
        name = the_worker(store, plan.going_to)
        settled = Recorded(
            written,
            HandOverPlanEnd.kind.name,
            f"{about_whom(store, entry)} is with {name} already; the plan is settled.",
            bookings_left(store, entry.child, about_whom(store, entry), None, plan.going_to, today) or None,
        )
        return [settled, *planned_with(store, asked, entry.child, name, today)]


@records(CallOffHandOver)
def call_off_handover(store: Store, request: CallOffHandOver, today: date) -> Recorded:
    """A handover that was to come and is not, and why."""
    with store.writing():
        entry, _ = _still_planned(store, request.plan)
        must_have_happened(request.on, today, "The calling off")
        reason = required_text(request.because, "Why it is called off", "because")
        written = writes.follow_up(
            store, entry, HandOverPlanEnd(entry.id, "called_off", reason), request.on, author(store)
        )
    says = f"The handover of {about_whom(store, entry)} is called off."
    return Recorded(written, HandOverPlanEnd.kind.name, says)


def _still_planned(store: Store, plan: EntryId) -> tuple[EntryAbout, HandOverPlan]:
    entry = the_entry(store, plan, HandOverPlan, "planned handover")
    still_open(entry, "handover_planned", "This handover took place or was called off already.")
    said = content_of(store, entry.kind, entry.version)
    assert isinstance(said, HandOverPlan)
    return entry, said
