"""What is said, decided, worried about and done about a child, and what is taken to somebody senior."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db import models
from db.recording import Recording, recording
from oversight_tui.practice.requests import (
    ActionRequest,
    AgreedAction,
    Closing,
    DecisionRequest,
    DiscussionRequest,
    EscalationRequest,
    RiskRequest,
    WorryRequest,
)

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout


def discuss(store: Store, request: DiscussionRequest, author: str, answers: EntryAbout | None = None) -> list[int]:
    """One discussion entry a child, each with its decision and actions; returns the discussion entries.

    That about the child of the talk it `answers` settles that talk.
    """
    with recording(store, author) as event:
        entries = []
        worker = int(request.worker_id) if request.worker_id else None
        for child in dict.fromkeys(request.children):
            entry = event.add(
                "discussion",
                models.Discussion,
                child=int(child),
                worker=worker,
                on=request.on,
                at=request.at,
                sensitive=request.sensitive,
                setting=request.setting,
                asked_for=request.asked_for,
                answers=answers.id if answers is not None and answers.child == int(child) else None,
                text=request.text,
                what_changed=request.what_changed,
                going_well=request.going_well,
                childs_view=request.childs_view,
            )
            entries.append(entry)
            write_scales(event, entry, request.scales)
            decision = None
            if request.decision:
                decision = event.add(
                    "decision",
                    models.Decision,
                    child=int(child),
                    on=request.on,
                    text=request.decision,
                    because=request.because,
                    decision_kind="other",
                    discussion=entry,
                )
            write_actions(event, request.actions, request.on, decision, child=int(child))
        return entries


def write_actions(
    event: Recording,
    actions: Sequence[AgreedAction],
    on: date,
    decision: int | None,
    *,
    child: int | None = None,
    worker: int | None = None,
) -> None:
    """The actions agreed in a talk or with a decision, about whom it was about."""
    for agreed in actions:
        event.add(
            "action",
            models.Action,
            child=child,
            worker=worker,
            on=on,
            text=agreed.text,
            owner=agreed.owner,
            due_on=agreed.by,
            decision=decision,
        )


def write_scales(event: Recording, entry: int, scales: Sequence[tuple[str, int]]) -> None:
    """The numbers from 0 to 10 that were said, by person."""
    for who, number in scales:
        event.identity(models.ScaleReading, entry=entry, who=who, number=number)
    if scales:
        event.note("scale", {"said": [list(one) for one in scales]}, entry)


def decide(store: Store, request: DecisionRequest, author: str) -> int:
    """A decision about a child or a worker with its actions; returns its entry."""
    child = int(request.child_id) if request.child_id else None
    worker = int(request.worker_id) if request.worker_id else None
    with recording(store, author) as event:
        entry = event.add(
            "decision",
            models.Decision,
            child=child,
            worker=worker,
            on=request.on,
            sensitive=request.sensitive,
            text=request.text,
            because=request.because,
            decision_kind=request.kind,
            review_on=request.review_on,
        )
        write_actions(event, request.actions, request.on, entry, child=child, worker=worker)
        return entry


def raise_worry(store: Store, request: WorryRequest, author: str) -> int:
    """A worry about a child; returns its entry."""
    with recording(store, author) as event:
        entry = event.add(
            "worry",
            models.Worry,
            child=int(request.child_id),
            on=request.on,
            sensitive=request.sensitive,
            text=request.text,
            who=request.who,
            if_nothing_changes=request.if_nothing_changes,
            severity=request.severity,
            owner=request.owner,
            review_on=request.review_on,
        )
        write_scales(event, entry, request.scales)
        return entry


def add_action(store: Store, request: ActionRequest, author: str) -> int:
    """An action about a child or a worker; returns its entry."""
    with recording(store, author) as event:
        return event.add(
            "action",
            models.Action,
            child=int(request.child_id) if request.child_id else None,
            worker=int(request.worker_id) if request.worker_id else None,
            on=request.on,
            text=request.text,
            owner=request.owner,
            due_on=request.by,
        )


def rate_risk(store: Store, request: RiskRequest, author: str) -> int:
    """The manager's rating of a child's risk; returns its entry."""
    with recording(store, author) as event:
        return event.add(
            "risk",
            models.RiskRating,
            child=int(request.child_id),
            on=request.on,
            rating=request.rating,
            reason=request.because,
        )


def escalate(store: Store, request: EscalationRequest, author: str) -> int:
    """A matter taken to somebody senior; returns its entry."""
    with recording(store, author) as event:
        return event.add(
            "escalation",
            models.Escalation,
            child=int(request.child_id) if request.child_id else None,
            worker=int(request.worker_id) if request.worker_id else None,
            on=request.on,
            text=request.text,
            sent_to=request.to,
        )


def give_reason(store: Store, closing: Closing, child: int | None, worker: int | None, author: str) -> int:
    """The because of a decision that had none; returns its entry."""
    with recording(store, author) as event:
        decision = int(closing.entry_id)
        return event.add(
            "decision_reason",
            models.DecisionReason,
            child=child,
            worker=worker,
            on=closing.on,
            decision=decision,
            because=closing.text,
        )


def review_decision(
    store: Store, closing: Closing, next_on: date | None, child: int | None, worker: int | None, author: str
) -> int:
    """A decision looked at again, and when next, if at all; returns its entry."""
    with recording(store, author) as event:
        return event.add(
            "decision_review",
            models.DecisionReview,
            child=child,
            worker=worker,
            on=closing.on,
            decision=int(closing.entry_id),
            next_on=next_on,
            reason=closing.text,
        )


def disagree(store: Store, closing: Closing, who: str, child: int | None, worker: int | None, author: str) -> int:
    """A worker who sees a decision otherwise; returns the entry."""
    with recording(store, author) as event:
        return event.add(
            "disagreement",
            models.Disagreement,
            child=child,
            worker=worker,
            on=closing.on,
            decision=int(closing.entry_id),
            who=who,
            text=closing.text,
        )


def review_worry(store: Store, closing: Closing, next_on: date, child: int, author: str) -> int:
    """A worry looked at again, and when next; returns its entry."""
    with recording(store, author) as event:
        worry = int(closing.entry_id)
        entry = event.add(
            "worry_review",
            models.WorryReview,
            child=child,
            on=closing.on,
            worry=worry,
            next_on=next_on,
            reason=closing.text,
        )
        write_scales(event, entry, closing.scales)
        return entry


def close_worry(store: Store, closing: Closing, child: int, author: str) -> int:
    """A worry closed with a reason; returns its entry."""
    with recording(store, author) as event:
        worry = int(closing.entry_id)
        return event.add("worry_close", models.WorryClose, child=child, on=closing.on, worry=worry, reason=closing.text)


def close_action(store: Store, closing: Closing, child: int | None, worker: int | None, author: str) -> int:
    """An action done, or not to be done and why; returns its entry."""
    with recording(store, author) as event:
        return event.add(
            "action_outcome",
            models.ActionOutcome,
            child=child,
            worker=worker,
            on=closing.on,
            action=int(closing.entry_id),
            done=closing.done,
            reason=closing.text,
        )


def carry_action(
    store: Store, closing: Closing, due_on: date, child: int | None, worker: int | None, author: str
) -> int:
    """An action carried over to another date; returns its entry."""
    with recording(store, author) as event:
        return event.add(
            "action_carried",
            models.ActionCarried,
            child=child,
            worker=worker,
            on=closing.on,
            action=int(closing.entry_id),
            due_on=due_on,
            reason=closing.text,
        )


def answer(store: Store, closing: Closing, child: int | None, worker: int | None, author: str) -> int:
    """The answer to an escalation; returns its entry."""
    with recording(store, author) as event:
        return event.add(
            "escalation_answer",
            models.EscalationAnswer,
            child=child,
            worker=worker,
            on=closing.on,
            escalation=int(closing.entry_id),
            text=closing.text,
        )


def file_discussion(store: Store, closing: Closing, child: int, author: str) -> int:
    """A discussion put on the child's file; returns its entry."""
    with recording(store, author) as event:
        discussion = int(closing.entry_id)
        return event.add("filing", models.Filing, child=child, on=closing.on, discussion=discussion)
