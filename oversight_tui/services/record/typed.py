"""What is recorded as people type it: references and names instead of the store's ids. Raises NotFound too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.single import child_with_reference, stands
from oversight_tui.practice.facts import Bucket
from oversight_tui.practice.ids import AboutWorker, ChildId
from oversight_tui.practice.requests import (
    AddChild,
    HandOver,
    LinkFamily,
    NameChild,
    Recorded,
    ReferralRequest,
    TakeOffSession,
    TypedChild,
    TypedGroupTalk,
    TypedHandOver,
    TypedReferral,
    TypedSession,
    TypedTakeOff,
    TypedTalk,
    TypedWorry,
)
from oversight_tui.services.find import NotFound, find_child, find_worker
from oversight_tui.services.record.arrivals import take_referral
from oversight_tui.services.record.asked import AsksFirst
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.handing_over import hand_over
from oversight_tui.services.record.people import add_child, link_family, name_child
from oversight_tui.services.record.session_talks import talk_in_session
from oversight_tui.services.record.sessions import hold, take_off
from oversight_tui.services.record.talks import discuss
from oversight_tui.services.record.worries import raise_worry
from oversight_tui.words.labels import BUCKET
from oversight_tui.words.text import folded, one_line

if TYPE_CHECKING:
    from db.engine import Store

_BUCKETS: dict[str, Bucket] = {
    "unallocated": "unallocated",
    "duty": "duty",
    "on duty": "duty",
    "manager": "held_by_manager",
    folded(BUCKET["held_by_manager"]): "held_by_manager",
}


@records(TypedTalk)
def talk(store: Store, request: TypedTalk, today: date) -> list[Recorded]:
    """A discussion about the children of these references, with the worker of this name, if one is given."""
    with store.writing():
        children = tuple(find_child(store, reference) for reference in request.references)
        who = find_worker(store, request.worker) if request.worker.strip() else request.talk.worker_id
        return discuss(store, request.talk.__replace__(children=children, worker_id=who), today)


@records(TypedWorry)
def worry(store: Store, request: TypedWorry, today: date) -> Recorded:
    """A worry about the child of this reference or name."""
    with store.writing():
        try:
            child = find_child(store, request.reference)
        except NotFound as problem:
            problem.field = "child"
            raise
        return raise_worry(store, request.worry.__replace__(child_id=child), today)


@records(TypedSession)
def supervise(store: Store, request: TypedSession, today: date) -> Recorded:
    """A session held with the children of these references discussed in it."""
    with store.writing():
        children = tuple(find_child(store, reference) for reference in request.references)
        try:
            return hold(store, request.session.__replace__(children=children), today)
        except AsksFirst as problem:
            again = request.__replace__(session=request.session.__replace__(again=True))
            raise AsksFirst(str(problem), problem.question, again) from None


@records(TypedGroupTalk)
def group_talk(store: Store, request: TypedGroupTalk, today: date) -> list[Recorded]:
    """What a group said about the children of the talk's references; `others` are names of further workers."""
    with store.writing():
        there = tuple(find_worker(store, other) for other in request.others)
        return talk_in_session(store, request.talk.__replace__(others=there), today)


@records(TypedTakeOff)
def take_off_list(store: Store, request: TypedTakeOff, today: date) -> list[Recorded]:
    """The children of these references taken off the list of a held session, and why they stand there."""
    if not request.references:
        raise RecordProblem("Say which child was not talked about. Nothing was recorded.")
    with store.writing():
        children = tuple(find_child(store, reference) for reference in dict.fromkeys(request.references))
        asked = (TakeOffSession(request.session_id, child, request.because, request.on) for child in children)
        return [take_off(store, one, today) for one in asked]


@records(TypedHandOver)
def hand_over_to(store: Store, request: TypedHandOver, today: date) -> list[Recorded]:
    """Children handed to a worker by name, or put into a bucket by its words: unallocated, duty, manager."""
    if not request.references:
        raise RecordProblem("Say which child is handed over. Nothing was recorded.")
    if not request.to.strip():
        raise RecordProblem("Say to whom: a worker, or unallocated, duty, manager. Nothing was recorded.")
    with store.writing():
        children = tuple(find_child(store, reference) for reference in request.references)
        bucket = _BUCKETS.get(folded(request.to))
        to = bucket if bucket is not None else AboutWorker(find_worker(store, request.to))
        handed = HandOver(
            children,
            to,
            request.on,
            request.because,
            request.with_actions,
            with_siblings=request.with_siblings,
            reopens=request.reopens,
            seen_by=request.seen_by,
            first_actions=request.first_actions,
            review_on=request.review_on,
        )
        try:
            return hand_over(store, handed, today)
        except AsksFirst as problem:
            raise AsksFirst(str(problem), problem.question, request.__replace__(reopens=True)) from None


@records(TypedReferral)
def refer(store: Store, request: TypedReferral, today: date) -> list[Recorded]:
    """A child who came in, with the worker who takes them, if anybody does yet, and the referral where one is told."""
    told = bool(request.about.strip() or request.from_whom.strip())
    with store.writing():
        here = child_with_reference(store, one_line(request.reference)) if told else None
        recorded = []
        if here is None or not stands(store, here):
            holder = find_worker(store, request.worker) if request.worker.strip() else None
            added = add_child(store, AddChild(request.reference, request.name, holder, request.born), today)
            here, recorded = ChildId(added.entry), [added]
        if told:
            on = request.on or today
            asked = ReferralRequest(here, request.from_whom, request.about, request.urgency, on, request.at or None)
            recorded.append(take_referral(store, asked, today))
    if len(recorded) > 1:
        together = " ".join(one.says for one in recorded)
        recorded[0] = recorded[0].__replace__(together=together)
    return recorded


@records(TypedChild)
def describe_child(store: Store, request: TypedChild, today: date) -> list[Recorded]:
    """The name a child goes by here, and the family they and the children of these references are."""
    if not request.name.strip() and not request.family.strip():
        raise RecordProblem("Type a name or a family. Nothing was recorded.")
    with store.writing():
        recorded = []
        if request.name.strip():
            recorded.append(name_child(store, NameChild(request.child_id, request.name), today))
        if request.family.strip():
            others = tuple(find_child(store, reference) for reference in request.with_them)
            recorded.append(link_family(store, LinkFamily((request.child_id, *others), request.family), today))
        return recorded
