"""What an allocation asks for besides: by when the child is seen, what is done first, when the manager looks again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.practice.ids import AboutChild, ChildId, WorkerId
from oversight_tui.practice.requests import ActionRequest, DecisionRequest, HandOver, Recorded
from oversight_tui.services.record.actions import add_action
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.services.record.decisions import decide
from oversight_tui.services.record.presence import day_said
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.engine import Store

_SEEN = "See the child"
_ALLOCATED = "Allocated to"


def planned_with(store: Store, request: HandOver, child: ChildId, worker: str, today: date) -> Iterator[Recorded]:
    """Actions of the new worker, and the decision that is looked at again on the day of the manager's review."""
    about = AboutChild(child)
    if request.seen_by is not None:
        yield add_action(store, ActionRequest(about, _SEEN, worker, request.seen_by, request.on), today)
    for agreed in request.first_actions:
        yield add_action(store, ActionRequest(about, agreed.text, agreed.owner or worker, agreed.by, request.on), today)
    if request.review_on is not None:
        decided = DecisionRequest(
            f"{_ALLOCATED} {worker}", request.on, about, request.because, review_on=request.review_on
        )
        yield decide(store, decided, today)


def said_of_each(store: Store, request: HandOver, worker: WorkerId | None, today: date) -> str:
    """The same of several children in one sentence, and what is to be said of its days, each with a space before it."""
    said = []
    days = [agreed.by for agreed in request.first_actions]
    if request.seen_by is not None:
        said.append(f"to be seen by {long_day(request.seen_by)}")
        days.append(request.seen_by)
    if request.first_actions:
        said.append(count(len(request.first_actions), "first action"))
    if request.review_on is not None:
        said.append(f"looked at again on {long_day(request.review_on)}")
    remarks = dict.fromkeys(day_said(store, day, today, worker) for day in days)
    return f" Each: {', '.join(said)}.{''.join(remarks)}" if said else ""


def must_go_to_a_worker(request: HandOver) -> None:
    """First actions and dates are a worker's: a bucket has none."""
    if request.seen_by is not None or request.first_actions or request.review_on is not None:
        raise RecordProblem(
            "Who is to see the child, and what is done first, is said of a worker: name one. Nothing was recorded.",
            "to",
        )
