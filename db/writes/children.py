"""What is said, decided, worried about and done about a child, and what is taken to somebody senior."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.recording import Recording, recording
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId, EntryId, Subject, WorkerId, child_of, worker_of
from oversight_tui.practice.records.parts import ScaleReading
from oversight_tui.practice.requests import (
    AgreedAction,
    DecisionRequest,
    DiscussionRequest,
    Scales,
    WorryRequest,
)

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout


def discuss(store: Store, request: DiscussionRequest, author: str, answers: EntryAbout | None = None) -> list[EntryId]:
    """One discussion entry a child, each with its decision and actions; returns the discussion entries.

    That about the child of the talk it `answers` settles that talk.
    """
    with recording(store, author) as event:
        entries = []
        for child in dict.fromkeys(request.children):
            talk = records.Discussion(
                setting=request.setting,
                asked_for=request.asked_for,
                answers=answers.id if answers is not None and answers.child == child else None,
                text=request.text,
                what_changed=request.what_changed,
                going_well=request.going_well,
                childs_view=request.childs_view,
            )
            entry = event.add(
                talk,
                child=child,
                worker=request.worker_id,
                on=request.on,
                at=request.at,
                sensitive=request.sensitive,
            )
            entries.append(entry)
            write_scales(event, entry, request.scales)
            decision = None
            if request.decision:
                decided = records.Decision(request.decision, "other", request.because, discussion=entry)
                decision = event.add(decided, child=child, on=request.on, sensitive=request.sensitive)
            write_actions(event, request.actions, request.on, decision, child=child, sensitive=request.sensitive)
        return entries


def write_actions(
    event: Recording,
    actions: Sequence[AgreedAction],
    on: date,
    decision: EntryId | None,
    *,
    child: ChildId | None = None,
    worker: WorkerId | None = None,
    sensitive: bool = False,
) -> None:
    """The actions agreed in a talk or with a decision, about whom it was about, and as sensitive as that is."""
    for agreed in actions:
        action = records.Action(agreed.text, agreed.owner, agreed.by, decision, agreed.owner_worker)
        event.add(action, child=child, worker=worker, on=on, sensitive=sensitive)


def write_scales(event: Recording, entry: EntryId, scales: Scales) -> None:
    """The numbers from 0 to 10 that were said, by person."""
    for who, number in scales:
        event.add_part(ScaleReading(entry, who, number))


def decide(store: Store, request: DecisionRequest, author: str) -> EntryId:
    """A decision about a child or a worker with its actions; returns its entry."""
    child, worker = child_of(request.about), worker_of(request.about)
    with recording(store, author) as event:
        decision = records.Decision(
            request.text, request.kind, request.because, request.review_on, childs_view=request.childs_view
        )
        entry = event.add(decision, child=child, worker=worker, on=request.on, sensitive=request.sensitive)
        write_actions(
            event, request.actions, request.on, entry, child=child, worker=worker, sensitive=request.sensitive
        )
        return entry


def raise_worry(store: Store, request: WorryRequest, author: str) -> EntryId:
    """A worry about a child; returns its entry."""
    with recording(store, author) as event:
        worry = records.Worry(
            text=request.text,
            who=request.who,
            if_nothing_changes=request.if_nothing_changes,
            severity=request.severity,
            owner=request.owner,
            review_on=request.review_on,
        )
        entry = event.add(worry, child=request.child_id, on=request.on, sensitive=request.sensitive)
        write_scales(event, entry, request.scales)
        return entry


def add_about(
    store: Store, content: records.Content, about: Subject, on: date, author: str, at: str | None = None
) -> EntryId:
    """One entry of any kind that follows no other, about a child or a worker, at a time as HH:MM; returns it."""
    with recording(store, author) as event:
        return event.add(content, child=child_of(about), worker=worker_of(about), on=on, at=at)


def add_about_each(
    store: Store, said: Iterable[tuple[ChildId, records.Content]], on: date, author: str
) -> list[EntryId]:
    """One entry about each of these children, recorded as one thing; returns them."""
    with recording(store, author) as event:
        return [event.add(content, child=child, on=on) for child, content in said]


def of_the_store(store: Store, content: records.Content, on: date, author: str) -> EntryId:
    """One entry of a kind that is on nobody's page; returns it."""
    with recording(store, author) as event:
        return event.add(content, on=on)


def follow_up(
    store: Store,
    entry: EntryAbout,
    content: records.Content,
    on: date,
    author: str,
    scales: Scales = (),
    at: str | None = None,
) -> EntryId:
    """What follows an entry (a reason, a review, an outcome, an answer), on its page, at a time as HH:MM; returns the
    follow-up.
    """
    with recording(store, author) as event:
        worker = entry.worker if entry.child is None else None
        written = event.add(content, child=entry.child, worker=worker, on=on, at=at)
        write_scales(event, written, scales)
        return written


def follow_up_all(
    store: Store, followed: Iterable[tuple[EntryAbout, records.Content]], on: date, author: str
) -> EntryId:
    """What follows several entries, recorded as one thing; returns the first follow-up."""
    with recording(store, author) as event:
        written = [
            event.add(content, child=entry.child, worker=entry.worker if entry.child is None else None, on=on)
            for entry, content in followed
        ]
        return written[0]
