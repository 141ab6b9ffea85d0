"""What a change of the policy would do, worked out before it is in force. Nothing is changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.queries.retention import what_there_is
from oversight_tui.practice.policy_changes import PolicyChange
from oversight_tui.practice.retention import what_is_kept
from oversight_tui.practice.what_if import Effect, effect_of, moved
from oversight_tui.services.board import team_now
from oversight_tui.services.policy import policy_if

if TYPE_CHECKING:
    from db.engine import Store


def what_if(
    store: Store, change: PolicyChange, today: date, teams: Sequence[str] = (), *, all_teams: bool = False
) -> Effect:
    """What it would make of today's board, and of what is kept. Raises PolicyProblem where it cannot be."""
    after = policy_if(store, change, today)
    with store.reading():
        facts, policy = team_now(store, today, teams, all_teams)
        kept = what_there_is(store, today) if policy.retention != after.retention else None
    effect = effect_of(facts, policy, after, today)
    if kept is None:
        return effect
    due, due_then = (
        {row.key for row in what_is_kept(kept, each, today) if row.state == "due"} for each in (policy, after)
    )
    return effect.__replace__(erased=moved(due, due_then))
