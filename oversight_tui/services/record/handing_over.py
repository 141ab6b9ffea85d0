"""Children handed over: given to a worker, or put into a bucket, each with what is to be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db import writes
from db.queries.entries import lead_allocation
from db.queries.single import team_of_worker
from oversight_tui.practice.ids import AboutWorker, ChildId, EntryId, TeamId, WorkerId
from oversight_tui.practice.records import Allocation
from oversight_tui.practice.requests import HandOver, PlanHandOver, Recorded
from oversight_tui.services.identity import author
from oversight_tui.services.record.allocation_plan import must_go_to_a_worker, planned_with, said_of_each
from oversight_tui.services.record.checks import (
    RecordProblem,
    must_have_happened,
    optional_text,
    the_child,
    the_worker,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.held_since import since_then, the_list_has
from oversight_tui.services.record.left_behind import bookings_left, left_behind, parted_still, siblings_of
from oversight_tui.services.record.planning_handovers import plan_handover
from oversight_tui.services.record.presence import given_to_whom
from oversight_tui.services.record.reopening import reopened, reopened_words
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import BUCKET

if TYPE_CHECKING:
    from db.engine import Store


class _Handing(Struct, frozen=True):
    """What is the same for each of the `children`: to whom in words, to which worker and of which team, and why."""

    request: HandOver
    children: tuple[ChildId, ...]
    to_whom: str
    worker: WorkerId | None
    team: TeamId | None
    given: Allocation
    because: str | None


class _HandedOver(Struct, frozen=True):
    """One child handed over: what that says, what is remarked with it, and whether nothing else came after."""

    entry: EntryId
    says: str
    remarks: tuple[str, ...]
    is_plain: bool


@records(HandOver)
def hand_over(store: Store, request: HandOver, today: date) -> list[Recorded]:
    """Children given to a worker, or put into a bucket. Their discussions go with them; nobody's clock moves. One for a
    day to come is planned.

    Raises AsksFirst where a list has closed one of them.
    """
    with store.writing():
        if request.on > today:
            return _to_come(store, request, today)
        must_have_happened(request.on, today, "A handing over")
        handing = _handing(store, request, today)
        handed = [_one(store, handing, child, today) for child in handing.children]
        planned = _planned(store, handing, today)
    said: set[str] = set()  # what was remarked of a child before is not said again
    recorded = []
    for one in handed:
        hint = " ".join(remark for remark in one.remarks if remark and remark not in said)
        said |= set(one.remarks)
        recorded.append(Recorded(one.entry, Allocation.kind.name, one.says, hint or None))
    if all(one.is_plain for one in handed):
        recorded = _together(recorded, handing.to_whom, request.on, said_of_each(store, request, handing.worker, today))
    return [*recorded, *planned]


def _planned(store: Store, handing: _Handing, today: date) -> list[Recorded]:
    """What the allocation asks of the new worker and of the manager, for each of the children."""
    if handing.worker is None:
        must_go_to_a_worker(handing.request)
        return []
    name = the_worker(store, handing.worker)
    return [one for child in handing.children for one in planned_with(store, handing.request, child, name, today)]


def _to_come(store: Store, request: HandOver, today: date) -> list[Recorded]:
    """A handover for a day to come is kept as planned, and confirmed on its day."""
    named = tuple(dict.fromkeys(request.children))
    children = (*named, *(siblings_of(store, named, today) if request.with_siblings else ()))
    if request.seen_by is not None or request.first_actions or request.review_on is not None:
        raise RecordProblem(
            "Who sees the child by when, what is done first and when you look again is said when the handover is "
            "confirmed: leave it out. Nothing was recorded.",
            "on",
        )
    asked = PlanHandOver(children, request.to, request.on, request.because, request.with_actions)
    return plan_handover(store, asked, today)


def _handing(store: Store, request: HandOver, today: date) -> _Handing:
    named, to = tuple(dict.fromkeys(request.children)), request.to
    children = (*named, *(siblings_of(store, named, today) if request.with_siblings else ()))
    because = optional_text(request.because)
    if isinstance(to, AboutWorker):
        given = Allocation(to.id, starts=request.on)
        to_whom, team = f"to {the_worker(store, to.id)}", team_of_worker(store, to.id)
        return _Handing(request, children, to_whom, to.id, team, given, because)
    if to not in BUCKET:
        raise RecordProblem(f"A bucket is one of {', '.join(BUCKET)}. Nothing was recorded.")
    given = Allocation(bucket=to, starts=request.on)
    return _Handing(request, children, BUCKET[to], None, None, given, because)


def _one(store: Store, handing: _Handing, child: ChildId, today: date) -> _HandedOver:
    reference, on = the_child(store, child), handing.request.on
    current = lead_allocation(store, child)
    closing = reopened(store, child, handing.request) if current is None else None
    held_by = current.worker if current is not None else None
    if handing.worker is not None and held_by == handing.worker:
        raise RecordProblem(f"{the_worker(store, held_by)} holds {reference} already. Nothing was recorded.", "to")
    before = current or closing
    team = handing.team or (before.team if before is not None else None)
    given = handing.given.__replace__(team=team, reason=handing.because)
    ends = current.entry if current is not None and current.on <= on else None
    again = closing.status if closing is not None else None
    entry = writes.allocate(store, child, given, ends, on, author(store), again)
    overtaken = since_then(store, child, entry)
    taker = handing.worker if handing.request.with_actions else None
    remarks = (
        the_list_has(store, current, reference, on) if current is not None and not overtaken else "",
        given_to_whom(store, handing.worker, today) if handing.worker is not None else "",
        *left_behind(store, child, reference, handing.children, held_by, taker, today),
        bookings_left(store, child, reference, held_by, handing.worker, today) if held_by is not None else "",
        parted_still(store, child, handing.children, held_by, handing.worker),
        "" if handing.because else "No reason was said for it.",
    )
    says = f"{reference} {handing.to_whom} from {long_day(on)}{overtaken}{reopened_words(closing)}."
    return _HandedOver(entry, says, remarks, not overtaken and closing is None)


def _together(recorded: Sequence[Recorded], to_whom: str, on: date, each: str) -> list[Recorded]:
    """The same, with one sentence for all of them where there are several; `each` is what is said of each besides."""
    if len(recorded) < 2:
        return list(recorded)
    first, *others = recorded
    hints = " ".join(one.hint for one in recorded if one.hint)
    says = f"{count(len(recorded), 'child', 'children')} {to_whom} from {long_day(on)}.{each} {hints}".strip()
    return [first.__replace__(together=says), *others]
