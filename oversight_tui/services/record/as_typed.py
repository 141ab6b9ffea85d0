"""What is recorded in words that people type: references and names instead of the store's ids. Raises NotFound too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from oversight_tui.practice.requests import DiscussionRequest, HoldSession, Recorded, SessionTalk
from oversight_tui.services.find import find_child, find_worker
from oversight_tui.services.record.about_children import discuss
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.services.record.in_session import talk_in_session
from oversight_tui.services.record.sessions import hold
from oversight_tui.services.record.team import (
    add_child,
    add_worker,
    edit_worker,
    hand_over,
    link_family,
    name_child,
)
from oversight_tui.words.labels import BUCKET
from oversight_tui.words.text import folded

if TYPE_CHECKING:
    from db.engine import Store


def talk(
    store: Store, request: DiscussionRequest, references: tuple[str, ...], worker: str, today: date
) -> list[Recorded]:
    """A discussion about the children of these references, with the worker of this name, if one is given."""
    with store.writing():
        children = tuple(str(find_child(store, reference)) for reference in references)
        who = str(find_worker(store, worker)) if worker.strip() else request.worker_id
        return discuss(store, request.__replace__(children=children, worker_id=who), today)


def supervise(store: Store, request: HoldSession, references: tuple[str, ...], today: date) -> Recorded:
    """A session held with the children of these references discussed in it."""
    with store.writing():
        children = tuple(str(find_child(store, reference)) for reference in references)
        return hold(store, request.__replace__(children=children), today)


def group_talk(store: Store, request: SessionTalk, others: tuple[str, ...], today: date) -> list[Recorded]:
    """What a group said about the children of the request's references; `others` are names of further workers."""
    with store.writing():
        there = tuple(str(find_worker(store, other)) for other in others)
        return talk_in_session(store, request.__replace__(others=there), today)


def hand_over_to(store: Store, references: tuple[str, ...], to: str, on: date, today: date) -> list[Recorded]:
    """Children handed to a worker by name, or put into a bucket by its words: unallocated, duty, manager."""
    if not references:
        raise RecordProblem("Say which child is handed over. Nothing was recorded.")
    if not to.strip():
        raise RecordProblem("Say to whom: a worker, or unallocated, duty, manager. Nothing was recorded.")
    with store.writing():
        children = tuple(find_child(store, reference) for reference in references)
        bucket = _bucket(to)
        worker = find_worker(store, to) if bucket is None else None
        return hand_over(store, children, worker, bucket, on, today)


def refer(store: Store, reference: str, name: str, worker: str, today: date) -> Recorded:
    """A child who came in today, with the worker who takes them, if anybody does yet."""
    with store.writing():
        holder = find_worker(store, worker) if worker.strip() else None
        return add_child(store, reference, name=name.strip() or None, worker_id=holder, today=today)


def describe_child(
    store: Store, child_id: str, name: str, family: str, with_them: tuple[str, ...], today: date
) -> list[Recorded]:
    """The name a child goes by here, and the family they and the children of these references are."""
    if not name.strip() and not family.strip():
        raise RecordProblem("Type a name or a family. Nothing was recorded.")
    with store.writing():
        recorded = [name_child(store, int(child_id), name)] if name.strip() else []
        if family.strip():
            others = tuple(find_child(store, reference) for reference in with_them)
            recorded.append(link_family(store, tuple(dict.fromkeys((int(child_id), *others))), family))
        return recorded


def change_worker(store: Store, worker_id: str, values: Mapping[str, Any], today: date) -> Recorded:
    """What is known of a worker, changed."""
    return edit_worker(store, int(worker_id), values, today)


def new_worker(store: Store, name: str, values: Mapping[str, Any], today: date) -> Recorded:
    """A worker no list has shown yet."""
    return add_worker(store, name, values, today)


def _bucket(typed: str) -> str | None:
    """The bucket whose words begin like this, unless that is a worker's name."""
    wanted = folded(typed)
    words = {"unallocated": "unallocated", "duty": "duty", "on duty": "duty", "manager": "held_by_manager"}
    words |= {folded(text): key for key, text in BUCKET.items()}
    return words.get(wanted)
