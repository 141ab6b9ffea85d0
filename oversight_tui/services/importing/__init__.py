"""Bringing lists in: read, compared, shown, and written whole or not at all.

`plan_import` works out what would change and writes nothing; `apply_plan` writes it in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.errors import StoreError
from db.queries.events import last_event
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import Undo
from oversight_tui.services.identity import author, whose
from oversight_tui.services.importing.asked import ImportOptions
from oversight_tui.services.importing.column_maps import keep_maps
from oversight_tui.services.importing.here import DUTY_NAMES, LEAD_ROLES, NAMES_FROM_LISTS, newest_list_and_worker
from oversight_tui.services.importing.plan import COUNTED, ImportPlan, NeedsDay, plan_import, plan_of
from oversight_tui.services.record import RecordProblem, undo
from oversight_tui.services.record.undo import REDONE, UNDONE
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store

__all__ = ["COUNTED", "ImportOptions", "ImportPlan", "NeedsDay", "apply_plan", "plan_import", "plan_of", "take_back"]


def apply_plan(
    store: Store,
    plan: ImportPlan,
    wrote: Callable[[int], None] | None = None,
    settles: Callable[[float], None] | None = None,
) -> EntryId | None:
    """Write what was planned; a plan with nothing to do writes nothing. `wrote` is told how many children are gone
    through, then `settles` how much of them is in the store, from 0 to 1. Raises StoreError where a list or a worker
    came since it was planned.

    Returns the newest entry of it, by which it can be taken back; None where nothing was written.
    """
    if plan.write is None:
        return None
    with store.writing():
        if newest_list_and_worker(store) != plan.upon:
            raise StoreError(
                "Somebody else brought in a list or a worker while this was compared. Nothing was written: import it "
                "again, and it is compared with what is here now."
            )
        who = author(store)
        if plan.duty:
            writes.set_setting(store, DUTY_NAMES, list(plan.duty), who)
        if plan.roles:
            writes.set_setting(store, LEAD_ROLES, list(plan.roles), who)
        if plan.tables.maps is not None:
            keep_maps(store, plan.tables.maps, who)
        if plan.tables.names_new is not None:
            writes.set_setting(store, NAMES_FROM_LISTS, plan.tables.names_new, who)
        writes.apply_import(store, plan.write, who, match_key, wrote, settles)
        found = last_event(store, (who,), (UNDONE, REDONE))
        return found[-1].id if found else None


def take_back(store: Store, newest: EntryId, today: date, *, agreed: bool = True) -> str:
    """Take back the import whose newest entry this is. Raises RecordProblem where something was recorded since, and
    UndoAsks where it was not `agreed` to and is more than one takes back unasked.
    """
    with store.writing():
        found = last_event(store, whose(store).names, (UNDONE, REDONE))
        if not found or found[-1].id != newest:
            raise RecordProblem(
                "Something of yours was recorded since the import. Nothing was undone; undo that first."
            )
        return undo(store, Undo(agreed_to=newest if agreed else None), today).says
