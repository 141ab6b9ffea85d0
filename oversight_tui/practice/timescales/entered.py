"""A date typed of a child, held against what was typed before: what cannot be so, and what is worth a remark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from oversight_tui.practice.child_dates import ChildDate, ChildDateWhat, DateWhat
from oversight_tui.practice.facts import Child
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.ending import in_hand_since
from oversight_tui.practice.timescales.enquiry import enquiry_since
from oversight_tui.practice.timescales.missing import episodes, interview_waits, missing_now
from oversight_tui.practice.timescales.proceedings import issued_on, pre_proceedings_since
from oversight_tui.words.dates import long_day

# What is in hand from its first day and is begun once: how its being in hand is said of a day.
_BEGUN: Mapping[DateWhat, str] = {
    "strategy_discussion": "A section 47 enquiry has been in hand since",
    "pre_proceedings": "Pre-proceedings have been in hand since",
    "proceedings_issued": "Proceedings have been in hand since",
    "missing_from": "The child has been missing since",
}


def impossible(what: ChildDateWhat, day: date, said: Said, reference: str) -> str:
    """Why this cannot have been on this day, by what was typed before; empty where it can."""
    by_then = said.until(day)
    if what == "returned" and missing_now(by_then) is None:
        gone = missing_now(said)
        if gone is not None and gone.gone is not None:
            return f"{reference} has been missing since {long_day(gone.gone)} and cannot have come back before that."
        return (
            f"{reference} is not recorded as missing on {long_day(day)}. Record first since when the child was missing."
        )
    if what == "interview_offered" and interview_waits(by_then) is None:
        waits = interview_waits(said)
        if waits is not None and waits.back is not None:
            return f"{reference} came back on {long_day(waits.back)}: no return interview was offered before that."
        return f"No return interview waits for {reference}. Record first that the child came back."
    return ""


def impossible_now(what: ChildDateWhat, was: date, day: date, said: Said, reference: str) -> str:
    """Why the day of an entry, which is in `said`, cannot be put right to this one; empty where it can."""
    entry = next((one for one in said.happened if one.what == what and one.day == was), None)
    if entry is None:
        return ""
    rest = tuple(one for one in said.happened if one is not entry)
    if what in ("returned", "interview_offered"):
        return impossible(what, day, said.__replace__(happened=rest), reference)
    if what == "missing_from":
        before = _returns_without_a_start(said.happened, said)
        put_right = sorted((*rest, entry.__replace__(day=day)), key=lambda one: one.day or date.min)
        for back in sorted(_returns_without_a_start(put_right, said) - before):
            return f"{reference} came back on {long_day(back)} and cannot have been missing only since {long_day(day)}."
    return ""


def _returns_without_a_start(happened: Sequence[ChildDate], said: Said) -> set[date]:
    times = episodes(said.__replace__(happened=tuple(happened)))
    return {one.back for one in times if one.gone is None and one.back is not None}


def remark(what: DateWhat, day: date, child: Child, said: Said) -> str:
    """What is to be said with a date that is taken all the same; empty where there is nothing."""
    begun = _in_hand(what, said)
    if begun is not None:
        counted = f"it counts from {long_day(day)} now" if day < begun else "it counts from then"
        return f"{_BEGUN[what]} {long_day(begun)}: {counted}."
    plan = in_hand_since("plan_ended", child, said.until(day))
    if what == "conference" and plan is not None and date.min < plan < day:
        return (
            f"A child protection plan has been in force since {long_day(plan)}. If this was its review conference, "
            "undo it and record it as that."
        )
    if what == "conference" and plan is None and enquiry_since(said) is None:
        return (
            "No section 47 enquiry is in hand, and no plan: from now on core groups and review conferences are asked "
            "for, until the plan is ended."
        )
    if what in ("core_group", "review_conference") and plan is None:
        return f"{child.reference} is on no child protection plan, as far as is recorded: nothing is counted from it."
    if what == "looked_after_review" and child.status != "looked_after":
        return f"{child.reference} is not looked after, as far as is recorded: nothing is counted from it."
    return ""


def _in_hand(what: DateWhat, said: Said) -> date | None:
    """Since when that which this would begin has been in hand already; None where it has not."""
    if what == "strategy_discussion":
        return enquiry_since(said)
    if what == "pre_proceedings":
        return pre_proceedings_since(said)
    if what == "proceedings_issued":
        return issued_on(said)
    if what == "missing_from":
        episode = missing_now(said)
        return episode.gone if episode is not None else None
    return None
