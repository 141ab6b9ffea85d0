"""What is said, decided, worried about and done about a child; a decision or an action may be about a worker too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.requests import (
    ActionRequest,
    AgreedAction,
    Closing,
    DecisionRequest,
    DiscussionRequest,
    Recorded,
    RiskRequest,
    WorryRequest,
)
from oversight_tui.practice.wording import vague_in
from oversight_tui.services.find import whole_name
from oversight_tui.services.identity import author
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.checks import (
    RecordProblem,
    about,
    checked_actions,
    checked_scales,
    happened,
    name_or_nothing,
    said,
    said_or_nothing,
    still_open,
    the_child,
    the_entry,
    the_worker,
    to_come,
    whose,
)
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import RISK

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout

_TIME_OF_DAY = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def discuss(store: Store, request: DiscussionRequest, today: date) -> list[Recorded]:
    """One entry for each child of a talk that was held, or that was asked for and is still to be held."""
    if not request.children:
        raise RecordProblem("Say which child was talked about. Nothing was recorded.")
    at = _time_of_day(request.at) if request.at is not None else None
    scales = checked_scales(request.scales)
    with store.writing():
        references = [the_child(store, child) for child in dict.fromkeys(request.children)]
        if request.worker_id is not None:
            the_worker(store, request.worker_id)
        if request.asked_for:
            to_come(request.on, today, "A talk that was asked for")
        else:
            happened(request.on, today, "A discussion")
        answers = _asked_for(store, request)
        asked = request.__replace__(
            at=at,
            text=said(request.text, "What was said"),
            what_changed=said_or_nothing(request.what_changed),
            going_well=said_or_nothing(request.going_well),
            childs_view=said_or_nothing(request.childs_view),
            decision=said_or_nothing(request.decision),
            because=said_or_nothing(request.because),
            actions=checked_actions(store, request.actions, request.on),
            scales=scales,
        )
        if asked.because and not asked.decision:
            raise RecordProblem("A because was given and no decision. Write what was decided; nothing was recorded.")
        entries = writes.discuss(store, asked, author(store), answers)
    what = "Talk asked for about" if request.asked_for else "Discussion recorded for"
    agreed_on = f", {count(len(asked.actions), 'action')}" if asked.actions else ""
    return [
        Recorded(str(entry), "discussion", f"{what} {reference}{agreed_on}.", _vague(asked.actions))
        for entry, reference in zip(entries, references, strict=True)
    ]


def _time_of_day(typed: str) -> str:
    """A time as HH:MM, typed as 9:30, 09:30 or 9.30."""
    found = _TIME_OF_DAY.fullmatch(typed.strip())
    if found is None:
        raise RecordProblem("A time is written as 09:30 or 14:00. Nothing was recorded.")
    return f"{int(found[1]):02}:{found[2]}"


def _asked_for(store: Store, request: DiscussionRequest) -> EntryAbout | None:
    """The talk that was asked for and is held now."""
    if request.answers is None:
        return None
    entry = the_entry(store, request.answers, "discussion", "talk that was asked for")
    still_open(entry, ("discussion_open",), "That talk was held already.")
    if str(entry.child) not in request.children:
        reference = the_child(store, str(entry.child))
        raise RecordProblem(
            f"That talk was asked for about {reference}. Name {reference} too, or record this talk by itself. Nothing "
            "was recorded."
        )
    return entry


def _vague(actions: Sequence[AgreedAction]) -> str | None:
    return next((hint for hint in (vague_in(agreed.text) for agreed in actions) if hint), None)


def file_discussion(store: Store, closing: Closing, today: date) -> Recorded:
    """A discussion put on the child's file."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "discussion", "discussion")
        still_open(entry, ("discussion_not_on_file",), "This discussion is on the child's file already.")
        happened(closing.on, today, "The filing")
        assert entry.child is not None
        asked = closing.__replace__(entry_id=str(entry.id))
        written, whom = writes.file_discussion(store, asked, entry.child, author(store)), whose(store, entry)
    return Recorded(str(written), "filing", f"The discussion about {whom} is on the child's file.")


def decide(store: Store, request: DecisionRequest, today: date) -> Recorded:
    """A decision about a child or a worker. Without a because it stays on the morning list until it has one."""
    with store.writing():
        who = about(store, request.child_id, request.worker_id)
        happened(request.on, today, "A decision")
        if request.review_on is not None:
            to_come(request.review_on, request.on, "Its review")
        kinds = policy_in_force(store).decision_kinds
        if request.kind not in kinds:
            raise RecordProblem(f"There is no decision kind '{request.kind}'. There are {', '.join(kinds)}.")
        asked = request.__replace__(
            text=said(request.text, "The decision"),
            because=said_or_nothing(request.because),
            actions=checked_actions(store, request.actions, request.on),
        )
        entry = writes.decide(store, asked, author(store))
    also = f", {count(len(asked.actions), 'action')}" if asked.actions else ""
    waits = "" if asked.because else " It has no because yet and stays on the morning list."
    says = f"Decision recorded for {who}: {kinds[request.kind].lower()}{also}.{waits}"
    return Recorded(str(entry), "decision", says, _vague(asked.actions))


def decide_for_all(store: Store, requests: Sequence[DecisionRequest], today: date) -> list[Recorded]:
    """The same decision about several, one entry for each, in one event."""
    if not requests:
        raise RecordProblem("Nobody is marked. Mark whom it is about first; nothing was recorded.")
    with store.writing():
        recorded = [decide(store, request, today) for request in requests]
    if len(recorded) == 1:
        return recorded
    says = f"Decision recorded for {count(len(recorded), 'child or worker', 'children or workers')}."
    return [recorded[0].__replace__(says=says), *(one.__replace__(says="") for one in recorded[1:])]


def review_decision(store: Store, closing: Closing, next_on: date | None, today: date) -> Recorded:
    """A decision looked at again on its review day, with what was found; it is settled where no next day is given."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "decision", "decision")
        still_open(entry, ("decision_review",), "No review of this decision is open.")
        happened(closing.on, today, "A review")
        if next_on is not None:
            to_come(next_on, closing.on, "The next review")
        asked = closing.__replace__(entry_id=str(entry.id), text=said(closing.text, "What was found"))
        written = writes.review_decision(store, asked, next_on, entry.child, entry.worker, author(store))
        whom = whose(store, entry)
    again = f"next on {long_day(next_on)}" if next_on else "settled"
    return Recorded(str(written), "decision_review", f"The decision about {whom} is reviewed, {again}.")


def disagree(store: Store, closing: Closing, who: str, today: date) -> Recorded:
    """A worker who sees a decision otherwise: it stands beside the decision and changes nothing of it."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "decision", "decision")
        happened(closing.on, today, "The disagreement")
        name = said(who, "Who disagrees")
        asked = closing.__replace__(entry_id=str(entry.id), text=said(closing.text, "What they say"))
        written = writes.disagree(store, asked, name, entry.child, entry.worker, author(store))
        whom = whose(store, entry)
    says = f"The disagreement of {name} stands beside the decision about {whom}."
    return Recorded(str(written), "disagreement", says)


def give_reason(store: Store, closing: Closing, today: date) -> Recorded:
    """The because of a decision that had none."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "decision", "decision")
        still_open(entry, ("decision_without_because",), "This decision has its because.")
        happened(closing.on, today, "The because")
        asked = closing.__replace__(entry_id=str(entry.id), text=said(closing.text, "The because"))
        written = writes.give_reason(store, asked, entry.child, entry.worker, author(store))
        whom = whose(store, entry)
    return Recorded(str(written), "decision_reason", f"The decision about {whom} has its because.")


def raise_worry(store: Store, request: WorryRequest, today: date) -> Recorded:
    """A worry about a child. Severity is 1 (least) to 5 (most)."""
    if request.severity is not None and not 1 <= request.severity <= 5:
        raise RecordProblem("Severity is a number from 1 (least) to 5 (most). Nothing was recorded.")
    scales = checked_scales(request.scales)
    with store.writing():
        reference = the_child(store, request.child_id)
        happened(request.on, today, "A worry")
        if request.review_on is not None:
            to_come(request.review_on, request.on, "Its review")
        owner = name_or_nothing(request.owner)
        asked = request.__replace__(
            text=said(request.text, "The worry"),
            who=name_or_nothing(request.who),
            if_nothing_changes=said_or_nothing(request.if_nothing_changes),
            owner=whole_name(store, owner) if owner else None,
            scales=scales,
        )
        entry = writes.raise_worry(store, asked, author(store))
    return Recorded(str(entry), "worry", f"Worry raised for {reference}.")


def review_worry(store: Store, closing: Closing, next_on: date, today: date) -> Recorded:
    """A worry looked at again, and the day of the next review."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "worry", "worry")
        still_open(entry, ("worry",), "This worry is closed.")
        happened(closing.on, today, "A review")
        to_come(next_on, closing.on, "The next review")
        assert entry.child is not None
        scales = checked_scales(closing.scales)
        asked = closing.__replace__(entry_id=str(entry.id), text=said_or_nothing(closing.text), scales=scales)
        written, whom = writes.review_worry(store, asked, next_on, entry.child, author(store)), whose(store, entry)
    return Recorded(str(written), "worry_review", f"Worry about {whom} reviewed, next on {long_day(next_on)}.")


def close_worry(store: Store, closing: Closing, today: date) -> Recorded:
    """A worry closed, with the reason."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "worry", "worry")
        still_open(entry, ("worry",), "This worry is closed already.")
        happened(closing.on, today, "The closing")
        assert entry.child is not None
        asked = closing.__replace__(entry_id=str(entry.id), text=said(closing.text, "The reason"))
        written, whom = writes.close_worry(store, asked, entry.child, author(store)), whose(store, entry)
    return Recorded(str(written), "worry_close", f"Worry about {whom} closed.")


def add_action(store: Store, request: ActionRequest, today: date) -> Recorded:
    """An action about a child or a worker: what, who, by when."""
    with store.writing():
        whom = about(store, request.child_id, request.worker_id)
        happened(request.on, today, "The agreeing of an action")
        to_come(request.by, request.on, "An action")
        owner = whole_name(store, said(request.owner, "The owner"))
        asked = request.__replace__(text=said(request.text, "The action"), owner=owner)
        entry = writes.add_action(store, asked, author(store))
    says = f"Action for {whom}: {asked.owner}, by {long_day(request.by)}."
    return Recorded(str(entry), "action", says, vague_in(asked.text))


def close_action(store: Store, closing: Closing, today: date) -> Recorded:
    """An action done, or not to be done and why."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "action", "action")
        still_open(entry, ("action",), "This action is settled already.")
        happened(closing.on, today, "The outcome")
        text = said_or_nothing(closing.text) if closing.done else said(closing.text, "The reason")
        asked = closing.__replace__(entry_id=str(entry.id), text=text)
        written = writes.close_action(store, asked, entry.child, entry.worker, author(store))
        whom = whose(store, entry)
    outcome = "is done" if closing.done else "will not be done"
    return Recorded(str(written), "action_outcome", f"The action for {whom} {outcome}.")


def carry_action(store: Store, closing: Closing, due_on: date, today: date) -> Recorded:
    """An action carried over to another day."""
    with store.writing():
        entry = the_entry(store, closing.entry_id, "action", "action")
        still_open(entry, ("action",), "This action is settled already.")
        happened(closing.on, today, "The carrying over")
        to_come(due_on, closing.on, "An action")
        asked = closing.__replace__(entry_id=str(entry.id), text=said_or_nothing(closing.text))
        written = writes.carry_action(store, asked, due_on, entry.child, entry.worker, author(store))
        whom = whose(store, entry)
    says = f"The action for {whom} is carried over to {long_day(due_on)}."
    return Recorded(str(written), "action_carried", says)


def rate_risk(store: Store, request: RiskRequest, today: date) -> Recorded:
    """The manager's rating of a child's risk, and why. It sets how often the child is to be discussed."""
    if request.rating not in RISK:
        raise RecordProblem(f"A risk is one of {', '.join(RISK)}. Nothing was recorded.")
    with store.writing():
        reference = the_child(store, request.child_id)
        happened(request.on, today, "A rating")
        asked = request.__replace__(because=said(request.because, "The reason"))
        entry = writes.rate_risk(store, asked, author(store))
        ideal, limit = policy_in_force(store).child[request.rating]
    often = f"to be discussed every {_length(ideal)}, at the latest after {count(limit.number, limit.unit)}"
    return Recorded(str(entry), "risk", f"{reference}: {RISK[request.rating]} risk, {often}.")


def _length(interval: Interval) -> str:
    return interval.unit if interval.number == 1 else count(interval.number, interval.unit)
