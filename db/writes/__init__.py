"""Every INSERT: one function an event, one transaction each, its journal lines in the same transaction."""

from db.writes.agendas import change_agenda, talk_in_session
from db.writes.children import (
    add_action,
    answer,
    carry_action,
    close_action,
    close_worry,
    decide,
    disagree,
    discuss,
    escalate,
    file_discussion,
    give_reason,
    raise_worry,
    rate_risk,
    review_decision,
    review_worry,
)
from db.writes.imports import apply_import
from db.writes.people import absence, allocate, cover, end_absence, own_note, personal_record, save_child, save_worker
from db.writes.sessions import cancel_session, hold_session, opening_date, plan_session
from db.writes.settings import mark_seen, save_policy, set_setting
from db.writes.versions import correct, mark, note_opened, withdraw_all

__all__ = [
    "absence",
    "add_action",
    "allocate",
    "answer",
    "apply_import",
    "cancel_session",
    "carry_action",
    "change_agenda",
    "close_action",
    "close_worry",
    "correct",
    "cover",
    "decide",
    "disagree",
    "discuss",
    "end_absence",
    "escalate",
    "file_discussion",
    "give_reason",
    "hold_session",
    "mark",
    "mark_seen",
    "note_opened",
    "opening_date",
    "own_note",
    "personal_record",
    "plan_session",
    "raise_worry",
    "rate_risk",
    "review_decision",
    "review_worry",
    "save_child",
    "save_policy",
    "save_worker",
    "set_setting",
    "talk_in_session",
    "withdraw_all",
]
