"""Which numbers were in force on a day that has passed. What was late then is late by the numbers of then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.practice.policy import Policy


class PolicySince(Struct, frozen=True):
    """The numbers in force from a day on, with those that other numbers took the place of up to then."""

    since: date
    policy: Policy


def policy_on(history: Sequence[PolicySince], day: date) -> Policy:
    """The numbers in force on a day. `history` is oldest first and begins with those that nothing came before."""
    found = history[0].policy
    for one in history:
        if one.since <= day:
            found = one.policy
    return found
