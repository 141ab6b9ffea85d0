"""Where one statutory clock of a child stands: from it come the row of the list, the line of the page and the calendar.

What is not known is not recorded, and never on time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.practice.attention.unranked import UnrankedRow, dated_state, lateness
from oversight_tui.practice.board import AttentionKind, Factor, FactorPart
from oversight_tui.practice.calendar import working_days_between
from oversight_tui.practice.policy import Policy

Limits = Mapping[str, int]
# How many working days before its day a thing is shown as coming.
COMING_DAYS = 5


class Standing(Struct, frozen=True, gc=False):
    """One clock of a child, or one day that it reaches.

    `page` is its line on the child's page, `summary` the words of its row, `ahead` those of its day in the calendar;
    each is empty where it has no place there. `due` is the last day in time. A row stands on the list from that day
    on, or already now where `listed`. `unknown` says what is not recorded, in words that are the same for every child:
    where it is so of many, one line tells it of all of them. `says` is what it is in the sentence that says why it
    is on the list, `past` what its day is called there and `due_said` what it begins with while it is to
    come; both are empty where `says` tells how long it has been.
    """

    kind: AttentionKind
    due: date | None = None
    page: str = ""
    summary: str = ""
    ahead: str = ""
    listed: bool = False
    unknown: str = ""
    says: str = ""
    past: str = "the limit"
    due_said: str = "due"


def near(due: date, today: date) -> bool:
    """Whether a day is so near, or past, that what is due on it is shown as coming."""
    return working_days_between(today, due) <= COMING_DAYS


def row_of(standing: Standing, policy: Policy, today: date) -> UnrankedRow | None:
    """Its row on the morning list; None while it has none."""
    if not standing.summary:
        return None
    state, over = dated_state(standing.due, today)
    if state == "open" and not standing.listed:
        return None
    because = [_factor(standing, policy), *lateness(policy, over, past=standing.past)]
    return UnrankedRow(
        standing.kind,
        state,
        standing.summary,
        because,
        due_on=standing.due,
        days_over=over,
        due_said=standing.due_said,
    )


def _factor(standing: Standing, policy: Policy) -> Factor:
    """What it is; said first of all where it is of a child who is missing, or of an enquiry."""
    kind = standing.kind
    part: FactorPart = "who" if kind in ("missing_child", "section_47") else "what"
    return Factor(_FACTORS[kind], policy.weights[kind], says=standing.says or None, part=part)


_FACTORS: Mapping[AttentionKind, str] = {
    "visit": "visit due",
    "assessment": "assessment",
    "section_47": "section 47 enquiry",
    "conference": "conference",
    "review": "review",
    "proceedings": "proceedings",
    "missing_child": "missing child",
}
