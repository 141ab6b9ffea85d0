"""Who stands in, for one worker or for any, on any day from one on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.models import Cover, EntryInForce
from db.queries import rows
from db.question import Question, given
from oversight_tui.practice import facts
from oversight_tui.practice.ids import WorkerId

if TYPE_CHECKING:
    from db.engine import Store

_FROM = Question(
    lambda: (
        Cover.select(*rows.COVER.columns)
        .join(EntryInForce, on=(EntryInForce.id == Cover.entry))
        .where(
            (EntryInForce.worker == given("worker"))
            & (EntryInForce.kind == "cover")
            & (Cover.last_day.is_null() | (Cover.last_day >= given("first")))
        )
        .order_by(EntryInForce.id)
    )
)


_ALL_FROM = Question(
    lambda: (
        Cover.select(*rows.COVER.columns)
        .join(EntryInForce, on=(EntryInForce.id == Cover.entry))
        .where((EntryInForce.kind == "cover") & (Cover.last_day.is_null() | (Cover.last_day >= given("first"))))
        .order_by(EntryInForce.id)
    )
)


def covers_from(store: Store, worker_id: WorkerId, first: date) -> tuple[facts.Cover, ...]:
    """The covers of a worker that hold on some day from `first` on, in the order in which they were recorded."""
    return tuple(rows.COVER.made_from(_FROM.ask(store, worker=worker_id, first=first.isoformat())))


def all_covers_from(store: Store, first: date) -> tuple[facts.Cover, ...]:
    """The covers of every worker that hold on some day from `first` on, in the order in which they were recorded."""
    return tuple(rows.COVER.made_from(_ALL_FROM.ask(store, first=first.isoformat())))
