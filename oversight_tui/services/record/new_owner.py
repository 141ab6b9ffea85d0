"""Somebody else sees to a worry or an action from now on: a newer version of it, with another owner."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.practice.records import Action, Content, Worry
from oversight_tui.services.find import person
from oversight_tui.services.record.checks import RecordProblem, required_text
from oversight_tui.services.record.presence import not_here_said

if TYPE_CHECKING:
    from db.engine import Store

# The kinds of record that somebody sees to.
OWNED = (Worry, Action)


def owned_by(store: Store, known: Content, named: str, today: date) -> tuple[Content, str]:
    """What an entry says with this owner in it, and a sentence that names the owner, and where they are not here.

    Raises RecordProblem for a kind that nobody owns, and whatever is raised of a name that is not found.
    """
    if not isinstance(known, OWNED):
        raise RecordProblem("Only a worry or an action has an owner. Nothing was recorded.")
    owner = person(store, required_text(named, "The owner"))
    gone = not_here_said(store, owner.worker, today, today)
    says = f" {owner.name} sees to it now.{f' {gone}' if gone else ''}"
    if isinstance(known, Action):
        return known.__replace__(owner=owner.name, owner_worker=owner.worker), says
    return known.__replace__(owner=owner.name), says
