"""Bringing lists in: read, compared, shown, and written whole or not at all.

`plan_import` works out what would change and writes nothing; `apply_plan` writes it in one transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import writes
from oversight_tui.services.identity import author
from oversight_tui.services.importing.plan import COUNTED, DUTY_NAMES, ImportOptions, ImportPlan, NeedsDay, plan_import
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store

__all__ = ["COUNTED", "ImportOptions", "ImportPlan", "NeedsDay", "apply_plan", "plan_import"]


def apply_plan(store: Store, plan: ImportPlan) -> None:
    """Write what was planned. A plan with nothing to do writes nothing."""
    if plan.write is None:
        return
    with store.writing():
        who = author(store)
        if plan.duty:
            writes.set_setting(store, DUTY_NAMES, list(plan.duty), who)
        writes.apply_import(store, plan.write, who, match_key)
