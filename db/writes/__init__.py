"""Every INSERT: one function an event, one transaction each, its journal lines in the same transaction."""

from db.writes.children import (
    add_action,
    answer,
    carry_action,
    close_action,
    close_worry,
    decide,
    discuss,
    escalate,
    file_discussion,
    give_reason,
    raise_worry,
    rate_risk,
    review_worry,
)
from db.writes.imports import apply_import
from db.writes.people import absence, allocate, end_absence, personal_entry, save_child, save_worker
from db.writes.sessions import cancel_session, hold_session, opening_date, plan_session
from db.writes.settings import save_policy, set_setting, withdraw

__all__ = [
    "absence",
    "add_action",
    "allocate",
    "answer",
    "apply_import",
    "cancel_session",
    "carry_action",
    "close_action",
    "close_worry",
    "decide",
    "discuss",
    "end_absence",
    "escalate",
    "file_discussion",
    "give_reason",
    "hold_session",
    "opening_date",
    "personal_entry",
    "plan_session",
    "raise_worry",
    "rate_risk",
    "review_worry",
    "save_child",
    "save_policy",
    "save_worker",
    "set_setting",
    "withdraw",
]
