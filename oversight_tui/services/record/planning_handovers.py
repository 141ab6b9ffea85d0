"""Handovers planned for a day to come: next week's conference. Until it is confirmed nothing of the child's changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.entries import lead_allocation
from db.queries.waiting import open_about
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, WorkerId
from oversight_tui.practice.records import HandOverPlan
from oversight_tui.practice.requests import PlanHandOver, Recorded
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem, must_be_to_come, optional_text, the_child, the_worker
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.left_behind import family_left
from oversight_tui.services.record.presence import day_said
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import BUCKET

if TYPE_CHECKING:
    from db.engine import Store


@records(PlanHandOver)
def plan_handover(store: Store, request: PlanHandOver, today: date) -> list[Recorded]:
    """Children who are to go to a worker or into a bucket on a day to come. Until then nothing of theirs changes."""
    if not request.children:
        raise RecordProblem("Say which child is handed over. Nothing was recorded.")
    with store.writing():
        must_be_to_come(request.on, today, "A handover")
        plan = HandOverPlan(with_actions=request.with_actions, reason=optional_text(request.because))
        if isinstance(request.to, AboutWorker):
            plan, to_whom = plan.__replace__(going_to=request.to.id), f"go to {the_worker(store, request.to.id)}"
        elif request.to in BUCKET:
            plan, to_whom = plan.__replace__(bucket=request.to), f"be {BUCKET[request.to]}"
        else:
            raise RecordProblem(f"A bucket is one of {', '.join(BUCKET)}. Nothing was recorded.")
        remark = day_said(store, request.on, today, plan.going_to)
        recorded, said = [], {""}
        for child in dict.fromkeys(request.children):
            reference = the_child(store, child)
            if plan.going_to is not None and holder_of(store, child) == plan.going_to:
                raise RecordProblem(f"{reference} is held by that worker already. Nothing was recorded.", "to")
            if open_about(store, child, "handover_planned"):
                raise RecordProblem(
                    f"A handover of {reference} is planned already: move it, or call it off. Nothing was recorded."
                )
            entry = writes.add_about(store, plan, AboutChild(child), request.on, author(store))
            stay = family_left(store, child, request.children, holder_of(store, child), today)
            says = f"{reference} is to {to_whom} on {long_day(request.on)}; confirm it on the day.{remark}"
            recorded.append(Recorded(entry, HandOverPlan.kind.name, says, stay if stay not in said else None))
            said.add(stay)
    if len(recorded) > 1:
        together = f"{count(len(recorded), 'child', 'children')} to {to_whom} on {long_day(request.on)}.{remark}"
        together = " ".join((together, *(one.hint for one in recorded if one.hint)))
        recorded[0] = recorded[0].__replace__(together=together)
    return recorded


def holder_of(store: Store, child: ChildId) -> WorkerId | None:
    """The worker who holds a child, None where nobody does."""
    held = lead_allocation(store, child)
    return held.worker if held is not None else None
