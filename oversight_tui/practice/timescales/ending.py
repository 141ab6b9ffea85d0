"""What of a child can be ended here, and since when it has been in hand."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.child_dates import ChildDateWhat, EndWhat
from oversight_tui.practice.facts import Child
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.enquiry import enquiry_since
from oversight_tui.practice.timescales.missing import interview_waits
from oversight_tui.practice.timescales.proceedings import issued_on, pre_proceedings_since

# What each of them ends, in the words of a sentence that begins with "No".
ENDS: dict[EndWhat, str] = {
    "interview_held": "return interview waits",
    "interview_declined": "return interview waits",
    "section_47_ended": "section 47 enquiry is in hand",
    "plan_ended": "child protection plan is in force",
    "pre_proceedings_ended": "pre-proceedings are in hand",
    "proceedings_ended": "proceedings are in hand",
}

# What begins each of them, in the words of a sentence that says when it did, and as it is typed.
BEGAN: dict[EndWhat, str] = {
    "interview_held": "The child came back",
    "interview_declined": "The child came back",
    "section_47_ended": "The strategy discussion was",
    "plan_ended": "The plan was made",
    "pre_proceedings_ended": "Pre-proceedings began",
    "proceedings_ended": "Proceedings were issued",
}
_BEGUN_BY: dict[EndWhat, ChildDateWhat] = {
    "section_47_ended": "strategy_discussion",
    "plan_ended": "conference",
    "pre_proceedings_ended": "pre_proceedings",
    "proceedings_ended": "proceedings_issued",
}


def not_before(what: EndWhat, since: date, said: Said) -> date:
    """The earliest day of an end of what has been in hand since a day: where it was begun again, the last of those."""
    begun = said.latest(_BEGUN_BY[what], since) if what in _BEGUN_BY else None
    return begun or since


def in_hand_since(what: EndWhat, child: Child, said: Said) -> date | None:
    """Since when that which this would end has been in hand; None where there is nothing to end."""
    if what in ("interview_held", "interview_declined"):
        waiting = interview_waits(said)
        return waiting.back if waiting is not None else None
    if what == "section_47_ended":
        return enquiry_since(said)
    if what == "proceedings_ended":
        return issued_on(said)
    if what == "pre_proceedings_ended":
        return pre_proceedings_since(said)
    held = said.in_hand("conference", "plan_ended")
    if held is None and child.status == "protection_plan":
        return child.status_since or date.min
    return held
