"""What has come after a handing over of an earlier day, and says otherwise who holds the child."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.data_age import lists_of, oldest_of
from db.queries.entries import LeadAllocation, lead_allocation
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.services.record.checks import the_worker
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


def since_then(store: Store, child: ChildId, given: EntryId) -> str:
    """What has come after a handing over of an earlier day, and holds; empty where the handing over does."""
    now = lead_allocation(store, child)
    if now is None:
        return "; the child was closed after that and stays closed"
    if now.entry == given:
        return ""
    holder = the_worker(store, now.worker) if now.worker is not None else "nobody"
    return f"; since {long_day(now.starts or now.on)} it is {holder}, and stays so"


def the_list_has(store: Store, before: LeadAllocation, reference: str, on: date) -> str:
    """That a list of a later day has the child with who held them before; empty where none is later.

    A list that says nothing new of a child records nothing of that day: the handing over holds until the next list.
    """
    listed = oldest_of(lists_of(store, [before.team])) if before.team is not None else None
    if listed is None or not max(on, before.on) < listed:
        return ""
    holder = the_worker(store, before.worker) if before.worker is not None else "nobody"
    return (
        f"The list of {long_day(listed)} has {reference} with {holder}; the next list that does takes the child back."
    )
