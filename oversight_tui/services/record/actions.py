"""Actions about a child or a worker, and what came of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.contents import content_of
from oversight_tui.practice.records import Action, ActionCarried, ActionOutcome
from oversight_tui.practice.requests import ActionRequest, CarryAction, CloseAction, Recorded
from oversight_tui.practice.wording import vague_in
from oversight_tui.services.find import person
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    about,
    about_whom,
    must_be_to_come,
    must_have_happened,
    optional_text,
    required_text,
    still_open,
    the_entry,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.presence import day_said
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout
    from oversight_tui.practice.ids import EntryId


@records(ActionRequest)
def add_action(store: Store, request: ActionRequest, today: date) -> Recorded:
    """An action about a child or a worker: what, who, by when."""
    with store.writing():
        whom = about(store, request.about)
        must_have_happened(request.on, today, "The agreeing of an action")
        must_be_to_come(request.by, request.on, "An action")
        owner = person(store, required_text(request.owner, "The owner"))
        action = Action(
            required_text(request.text, "The action", "text"), owner.name, request.by, owner_worker=owner.worker
        )
        entry = writes.add_about(store, action, request.about, request.on, author(store))
        also = day_said(store, request.by, today, owner.worker)
    says = f"Action for {whom}: {action.text} ({owner.name}, by {long_day(request.by)}).{also}"
    return Recorded(entry, Action.kind.name, says, vague_in(action.text))


@records(CloseAction)
def close_action(store: Store, request: CloseAction, today: date) -> Recorded:
    """An action done, or not to be done and why."""
    with store.writing():
        entry = _open_action(store, request.action)
        must_have_happened(request.on, today, "The outcome")
        reason = optional_text(request.text) if request.done else required_text(request.text, "The reason", "text")
        outcome = ActionOutcome(entry.id, request.done, reason)
        written = writes.follow_up(store, entry, outcome, request.on, author(store))
        whom = about_whom(store, entry)
    came_of_it = "was done" if request.done else "was given up"
    return Recorded(written, ActionOutcome.kind.name, f"The action for {whom} {came_of_it} on {long_day(request.on)}.")


@records(CarryAction)
def carry_action(store: Store, request: CarryAction, today: date) -> Recorded:
    """An action carried over to another day."""
    with store.writing():
        entry = _open_action(store, request.action)
        must_have_happened(request.on, today, "The carrying over")
        must_be_to_come(request.to, request.on, "An action")
        carried = ActionCarried(entry.id, request.to, optional_text(request.text))
        written = writes.follow_up(store, entry, carried, request.on, author(store))
        whom = about_whom(store, entry)
        known = content_of(store, entry.kind, entry.version)
        also = day_said(store, request.to, today, known.owner_worker if isinstance(known, Action) else None)
    says = f"The action for {whom} is carried over on {long_day(request.on)} to {long_day(request.to)}.{also}"
    return Recorded(written, ActionCarried.kind.name, says)


def _open_action(store: Store, action: EntryId) -> EntryAbout:
    entry = the_entry(store, action, Action, "action")
    still_open(entry, "action", "This action is settled already.")
    return entry
