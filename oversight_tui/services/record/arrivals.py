"""Referrals and what is decided about them, and children without a worker who are looked at again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, get_args

from db import writes
from db.queries.missing import shown_last
from db.queries.single import child_facts
from db.queries.waiting import open_about
from oversight_tui.practice.arrivals import decide_by
from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import AboutChild, ChildId
from oversight_tui.practice.records import Referral, ReferralDecision, WaitingLook
from oversight_tui.practice.records.arrivals import ReferralOutcome, Urgency
from oversight_tui.practice.requests import DecideReferral, LookAtWaiting, Recorded, ReferralRequest
from oversight_tui.services.find import person
from oversight_tui.services.identity import author
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.checks import (
    RecordProblem,
    about_whom,
    must_have_happened,
    optional_name,
    optional_time,
    required_text,
    still_open,
    the_child,
    the_entry,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.missing import close_by_hand
from oversight_tui.services.record.waited_then import must_have_waited
from oversight_tui.words.dates import long_day
from oversight_tui.words.day_labels import REFERRAL_OUTCOME
from oversight_tui.words.labels import STATUS, words_for
from oversight_tui.words.text import match_key, one_line
from oversight_tui.words.times import day_and_time

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout


@records(ReferralRequest)
def take_referral(store: Store, request: ReferralRequest, today: date) -> Recorded:
    """A referral about a child; it waits until it is decided."""
    if request.urgency not in get_args(Urgency):
        raise RecordProblem(f"How urgent is one of {', '.join(get_args(Urgency))}. Nothing was recorded.", "urgency")
    with store.writing():
        reference = the_child(store, request.child_id)
        must_have_happened(request.on, today, "A referral")
        at = optional_time(request.at)
        said = Referral(
            text=required_text(request.about, "What it is about", "about"),
            from_whom=one_line(required_text(request.from_whom, "From whom it is", "from_whom")),
            urgency=request.urgency,
        )
        entry = writes.add_about(store, said, AboutChild(request.child_id), request.on, author(store), at)
    by = long_day(decide_by(request.on, policy_in_force(store).limits, for_its_day=request.urgency == "same_day"))
    says = f"{reference}: referral from {said.from_whom} of {day_and_time(request.on, at)}, to be decided by {by}."
    return Recorded(entry, Referral.kind.name, says)


@records(DecideReferral)
def decide_referral(store: Store, request: DecideReferral, today: date) -> Recorded:
    """What was decided about a referral, and because of what."""
    if request.outcome not in REFERRAL_OUTCOME:
        raise RecordProblem(f"It is one of {', '.join(get_args(ReferralOutcome))}. Nothing was recorded.", "outcome")
    with store.writing():
        entry = the_entry(store, request.referral, Referral, "referral")
        still_open(entry, "referral", "This referral is decided already.")
        _must_follow(entry, must_have_happened(request.on, today, "The decision"))
        decided = ReferralDecision(entry.id, request.outcome, required_text(request.because, "The reason", "because"))
        written = writes.follow_up(store, entry, decided, request.on, author(store))
        whom, child = about_whom(store, entry), entry.child
        known = _known(store, child, today) if child is not None else None
        is_open = known is not None and known.open
        stays = _why_it_stays_open(store, known, request.outcome) if known is not None and is_open else ""
        if known is not None and is_open and not stays:
            last = shown_last(store, known.id)
            because = f"{REFERRAL_OUTCOME[request.outcome]}: {decided.reason}"
            close_by_hand(store, known.id, last.content, request.on, because, last.began)
    ended = "" if stays or not is_open else f", and {whom}, whom no worker holds, is closed"
    says = f"Referral about {whom} decided on {long_day(request.on)}: {REFERRAL_OUTCOME[request.outcome]}{ended}."
    return Recorded(written, ReferralDecision.kind.name, says, f"{whom} {stays}." if stays else None)


def _why_it_stays_open(store: Store, child: Child, outcome: ReferralOutcome) -> str:
    """Why a decision about a referral does not end a child's time here; empty where it does: nobody holds a child of
    whom no more is known than referrals, which are all decided.
    """
    if outcome in _GOES_ON:
        return "has no worker yet" if child.worker_id is None else "stays with the worker who holds the child"
    if child.worker_id is not None:
        return "stays with the worker who holds the child: nothing is closed"
    if child.status is not None:
        return f"stays open without a worker: {words_for(STATUS, child.status)}"
    if open_about(store, child.id, "referral"):
        return "stays open without a worker: another referral is to be decided"
    return ""


_GOES_ON: tuple[ReferralOutcome, ...] = ("assessment", "strategy_discussion", "other")


@records(LookAtWaiting)
def look_at_waiting(store: Store, request: LookAtWaiting, today: date) -> list[Recorded]:
    """Children without a worker looked at again. The oversight of a child whom the manager holds is somebody else's."""
    if not request.children:
        raise RecordProblem("Say which child was looked at. Nothing was recorded.")
    with store.writing():
        must_have_happened(request.on, today, "A look")
        me, typed = author(store), optional_name(request.who)
        by = person(store, typed or "me")
        look = WaitingLook(
            required_text(request.text, "The word with it", "text"),
            by.name if match_key(by.name) != match_key(me) else None,
        )
        recorded = []
        for child in dict.fromkeys(request.children):
            reference, known = the_child(store, child), _known(store, child, today)
            if known is not None and known.worker_id is not None:
                raise RecordProblem(f"{reference} has a worker: it is no child who waits. Nothing was recorded.")
            if known is not None:
                must_have_waited(store, known, request.on)
            if known is not None and known.bucket == "held_by_manager" and look.who is None:
                raise RecordProblem(
                    f"You hold {reference} yourself, so the oversight is that of somebody else. Say who looked: a name "
                    "of the team, or 'outside: name'. Nothing was recorded.",
                    "who",
                )
            entry = writes.add_about(store, look, AboutChild(child), request.on, me)
            says = f"{reference} was looked at again on {long_day(request.on)}{f' by {look.who}' if look.who else ''}."
            recorded.append(Recorded(entry, WaitingLook.kind.name, says))
    return recorded


def _known(store: Store, child: ChildId, today: date) -> Child | None:
    facts = child_facts(store, child, today)
    return facts.children[0] if facts is not None else None


def _must_follow(referral: EntryAbout, on: date) -> None:
    """Nothing is decided before it came in."""
    if referral.on is not None and on < referral.on:
        raise RecordProblem(
            f"It cannot have been decided on {long_day(on)}: the referral is of {long_day(referral.on)}. Nothing was "
            "recorded."
        )
