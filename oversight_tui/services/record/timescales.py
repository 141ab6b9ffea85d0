"""Dates about a child that no list carries, and what ended that which they began."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, get_args

from db import writes
from db.queries.entries import lead_allocation
from db.queries.single import child_facts
from oversight_tui.practice.child_dates import DateWhat
from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import AboutChild, ChildId
from oversight_tui.practice.records import ChildDate
from oversight_tui.practice.requests import Book, ChildDateRequest, EndTimescale, Recorded
from oversight_tui.practice.said import NOTHING, Said, said_of_children
from oversight_tui.practice.timescales.ending import BEGAN, ENDS, in_hand_since, not_before
from oversight_tui.practice.timescales.entered import impossible, impossible_now, remark
from oversight_tui.practice.timescales.missing import interview_waits
from oversight_tui.practice.timescales.visits import looser
from oversight_tui.services.identity import author
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.bookings import book
from oversight_tui.services.record.checks import (
    RecordProblem,
    must_be_to_come,
    must_have_happened,
    optional_name,
    optional_text,
    required_text,
    the_child,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.day_labels import MEETING
from oversight_tui.words.labels import CHILD_DATE, STATUS, words_for

if TYPE_CHECKING:
    from db.engine import Store

MOST_DAYS_BETWEEN_VISITS = 400
# What is said of the end of a plan: the status is the lists' to say, and until they do the visits of a plan are safer.
STATUS_STAYS = (
    "Core groups and review conferences end with it. The list still says child protection plan: status, risk and the "
    "visits of a plan go on until a newer list gives another status."
)


@records(ChildDateRequest)
def child_date(store: Store, request: ChildDateRequest, today: date) -> Recorded:
    """A date, or the longest time between two visits; that one is a decision and has its reason.

    What took place is an entry of that day, what is to come one of the day it was said. A meeting that can be booked is
    booked for a day to come, and brings the date once it has taken place.
    """
    if request.what not in get_args(DateWhat):
        raise RecordProblem(f"It is one of {', '.join(get_args(DateWhat))}. Nothing was recorded.")
    called = CHILD_DATE[request.what]
    with store.writing():
        if request.day is not None and request.day > today and request.what in MEETING:
            return _booked(store, request, request.day, today)
        reference = the_child(store, request.child_id)
        reason, on, hint = optional_text(request.reason), today, ""
        if request.what == "visit_interval":
            if request.days is None or not 1 <= request.days <= MOST_DAYS_BETWEEN_VISITS:
                raise RecordProblem("Say every how many days the child is visited: 1 to 400. Nothing was recorded.")
            reason = required_text(request.reason, "Why this often", "because")
            words = f"every {count(request.days, 'day')}"
            hint = _looser(store, request.child_id, request.days, today)
        elif request.day is None:
            raise RecordProblem(f"{called} needs a day. Nothing was recorded.")
        else:
            if request.what == "next_review":
                must_be_to_come(request.day, today, "The next review")
            else:
                on = must_have_happened(request.day, today, called)
                hint = _held_against_the_rest(store, request.child_id, request.what, on, today)
            words = long_day(request.day)
        said = ChildDate(request.what, request.day, request.days, reason)
        entry = writes.add_about(store, said, AboutChild(request.child_id), on, author(store))
    return Recorded(entry, ChildDate.kind.name, f"{reference}: {called.lower()} {words}.", hint or None)


def _booked(store: Store, request: ChildDateRequest, day: date, today: date) -> Recorded:
    """A meeting about the child on a day to come; where no worker holds the child, whoever records it goes."""
    if optional_text(request.reason) is not None:
        raise RecordProblem(
            f"{long_day(day)} is to come, so it is booked, and a booking has no reason. Leave it out; nothing was "
            "recorded.",
            "because",
        )
    held = lead_allocation(store, request.child_id)
    goes = None if held is not None and held.worker is not None else "me"
    meeting = Book("meeting", day, child_id=request.child_id, who=goes, text=MEETING[request.what])
    return book(store, meeting.__replace__(brings=request.what), today)


@records(EndTimescale)
def end_timescale(store: Store, request: EndTimescale, today: date) -> Recorded:
    """What ended something that is in hand, not before it began; who declined an interview is said too."""
    if request.what not in ENDS:
        raise RecordProblem(f"It is one of {', '.join(ENDS)}. Nothing was recorded.")
    with store.writing():
        reference = the_child(store, request.child_id)
        must_have_happened(request.on, today, "The end")
        child, said = _known(store, request.child_id, today)
        since = in_hand_since(request.what, child, said)
        if since is None:
            raise RecordProblem(f"No {ENDS[request.what]} for {reference}. Nothing was recorded.")
        earliest = not_before(request.what, since, said)
        if request.on < earliest:
            raise RecordProblem(
                f"{BEGAN[request.what]} on {long_day(earliest)}, after {long_day(request.on)}. Nothing was recorded."
            )
        who = optional_name(request.who)
        if request.what == "interview_declined" and who is None:
            raise RecordProblem("Say who declined the interview. Nothing was recorded.", "who")
        ended = ChildDate(
            request.what, request.on, reason=required_text(request.because, "The reason", "because"), who=who
        )
        entry = writes.add_about(store, ended, AboutChild(request.child_id), request.on, author(store))
    called = CHILD_DATE[request.what].lower()
    hint = STATUS_STAYS if request.what == "plan_ended" and child.status == "protection_plan" else None
    return Recorded(entry, ChildDate.kind.name, f"{reference}: {called} {long_day(request.on)}.", hint)


def _looser(store: Store, child_id: ChildId, days: int, today: date) -> str:
    """That visits may be rarer by this than by the policy; empty where they may not."""
    child, _ = _known(store, child_id, today)
    policys = looser(days, child.status, policy_in_force(store).limits, today)
    if policys is None:
        return ""
    return f"This is looser than the policy's for {words_for(STATUS, child.status)}, {policys}."


def _held_against_the_rest(store: Store, child_id: ChildId, what: DateWhat, day: date, today: date) -> str:
    """What is to be said of a date, held against what was typed before; refused where it cannot be."""
    child, said = _known(store, child_id, today)
    problem = impossible(what, day, said, child.reference)
    if problem:
        raise RecordProblem(f"{problem} Nothing was recorded.")
    return remark(what, day, child, said)


def must_agree_with_the_rest(store: Store, child_id: ChildId, known: ChildDate, on: date, today: date) -> None:
    """The day of a date that was typed is put right to one on which it can have been."""
    child, said = _known(store, child_id, today)
    if known.day is not None:
        problem = impossible_now(known.what, known.day, on, said, child.reference)
        if problem:
            raise RecordProblem(f"{problem} Nothing was recorded.")


def left_without_going_missing(store: Store, child_id: ChildId, today: date) -> str | None:
    """That a return stands whose going missing was withdrawn, and so asks for the interview; None where none does."""
    _, said = _known(store, child_id, today)
    waits = interview_waits(said)
    if waits is None or waits.gone is not None or waits.back is None:
        return None
    return (
        f"The return of {long_day(waits.back)} stands, and the interview is still asked for: withdraw that entry too "
        "where the child was not missing."
    )


def _known(store: Store, child_id: ChildId, today: date) -> tuple[Child, Said]:
    """A child who is here, and what was typed of them."""
    facts = child_facts(store, child_id, today)
    if facts is None:
        raise RecordProblem(f"There is no child with the id {child_id}. Nothing was recorded.")
    return facts.children[0], said_of_children(facts.child_dates, today).get(child_id, NOTHING)
