"""Visits on which children were not seen, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from db.derived.live import live
from db.queries.contents import sensitive_among
from db.question import batched
from oversight_tui.practice import records
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.visit_reasons import Attempt

if TYPE_CHECKING:
    from db.engine import Store


def attempts_to_see(store: Store, children: Collection[ChildId]) -> dict[ChildId, list[Attempt]]:
    """Those to each of these children, in no order. Asked inside a transaction."""
    found: dict[ChildId, list[Attempt]] = defaultdict(list)
    for some in batched(children):
        tried = live(store, "child_id", some, records.NotSeen)
        hidden = sensitive_among(store, [one.spine.entry for one in tried])
        for one in tried:
            child, on, says = one.spine.child, one.spine.on, one.says
            if child is not None and on is not None:
                is_open = one.spine.entry not in hidden
                why, text = (says.why, says.text) if is_open else (None, None)
                found[child].append(Attempt(on, why, text, says.who))
    return found
