"""What is said of a child that no list carries: how often they are visited, what took place, what is in hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.ids import ChildId

# How often they are visited, what took place, what is to come.
DateWhat = Literal[
    "visit_interval",
    "strategy_discussion",
    "conference",
    "core_group",
    "review_conference",
    "looked_after_review",
    "next_review",
    "pre_proceedings",
    "family_group_offer",
    "proceedings_issued",
    "missing_from",
    "returned",
    "interview_offered",
]
# What ends something of these; each has its reason.
EndWhat = Literal[
    "interview_held",
    "interview_declined",
    "section_47_ended",
    "plan_ended",
    "pre_proceedings_ended",
    "proceedings_ended",
]
ChildDateWhat = DateWhat | EndWhat
# What is in hand until something of these took place, of a child whom a list has closed as well.
IN_HAND_UNTIL: Mapping[DateWhat, tuple[ChildDateWhat, ...]] = {
    "missing_from": ("returned",),
    "returned": ("interview_held", "interview_declined"),
    "strategy_discussion": ("conference", "section_47_ended"),
    "pre_proceedings": ("pre_proceedings_ended", "proceedings_issued"),
    "proceedings_issued": ("proceedings_ended",),
}


class ChildDate(Struct, frozen=True, gc=False, array_like=True):
    """A date that no list carries, or the longest time between two visits in `days`; `said_on` is when it was said."""

    child_id: ChildId
    what: ChildDateWhat
    day: date | None
    days: int | None
    said_on: date | None
