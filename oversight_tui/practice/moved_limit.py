"""What a corrected fact about a worker does to a clock that runs. A first day or a newly-qualified start that was known
wrongly moves the limit; where it is later by that, it is said, so that no late supervision turns in time unseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oversight_tui.practice.facts import Absence, Worker
from oversight_tui.practice.lateness import days_late
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.supervision import supervision_clock
from oversight_tui.words.dates import count, long_day


def later_limit_said(before: Worker, after: Worker, absences: Sequence[Absence], policy: Policy, today: date) -> str:
    """That the limit of a worker's supervision is later by what is known now than it was; empty where it is not."""
    was = supervision_clock(before, absences, policy, today).limit_by
    now = supervision_clock(after, absences, policy, today).limit_by
    if was is None or now is None or now <= was:
        return ""
    late = days_late(was, today)
    over = f" ({count(late, 'day')} past)" if late is not None else ""
    return f"By this the supervision limit of {after.name} moves from {long_day(was)}{over} to {long_day(now)}."
