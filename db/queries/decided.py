"""Decisions about children, each with its reason, its reviews, and who sees it otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.derived.live import Live, live
from db.queries.contents import sensitive_among
from db.question import batched
from oversight_tui.practice import records
from oversight_tui.practice.decided import Decided, Said, as_shown
from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store


def decisions_about(store: Store, children: Mapping[ChildId, Child], workers: Mapping[WorkerId, str]) -> list[Decided]:
    """Every decision about these children that stands. Asked inside a transaction."""
    return [one for ids in batched(children) for one in _about(store, ids, children, workers)]


def _about(
    store: Store, ids: Sequence[ChildId], children: Mapping[ChildId, Child], workers: Mapping[WorkerId, str]
) -> list[Decided]:
    found = live(store, "child_id", ids, records.Decision)
    hidden = sensitive_among(store, [one.spine.entry for one in found])
    reasons = {one.says.decision: one.says.because for one in live(store, "child_id", ids, records.DecisionReason)}
    reviews: dict[EntryId, list[Live[records.DecisionReview]]] = defaultdict(list)
    for review in live(store, "child_id", ids, records.DecisionReview):
        reviews[review.says.decision].append(review)
    views: dict[EntryId, list[Live[records.Disagreement]]] = defaultdict(list)
    for view in live(store, "child_id", ids, records.Disagreement):
        views[view.says.decision].append(view)
    told = []
    for one in found:
        entry, says = one.spine.entry, one.says
        if one.spine.child is None:
            continue
        child, secret = children[one.spine.child], entry in hidden
        because = says.because or reasons.get(entry)
        again = [(each.says, _said(each.spine.on, each.spine.by, each.says.reason, secret)) for each in reviews[entry]]
        told.append(
            Decided(
                entry_id=entry,
                child_id=child.id,
                child=child.reference,
                worker_id=child.worker_id,
                worker=workers.get(child.worker_id) if child.worker_id is not None else None,
                on=one.spine.on,
                by=one.spine.by,
                kind=says.decision_kind,
                text=as_shown(says.text, sensitive=secret),
                because=None if secret else because,
                lacks_reason=because is None,
                review_on=again[-1][0].next_on if again else says.review_on,
                reviews=tuple(said for _, said in again),
                disagreements=tuple(
                    _said(each.spine.on, each.says.who, each.says.text, secret) for each in views[entry]
                ),
                overturned=next((said for review, said in reversed(again) if review.overturned), None),
                sensitive=secret,
                name=child.name,
            )
        )
    return told


def _said(on: date | None, who: str, text: str, secret: bool) -> Said:
    return Said(on, who, as_shown(text, sensitive=secret))
