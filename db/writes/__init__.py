"""Every INSERT: one function an event, one transaction each, its journal lines in the same transaction."""

from db.writes.agendas import change_agenda, talk_in_session
from db.writes.audits import audit
from db.writes.children import (
    add_about,
    add_about_each,
    decide,
    discuss,
    follow_up,
    follow_up_all,
    of_the_store,
    raise_worry,
)
from db.writes.endings import close_child
from db.writes.erasure import ToErase, erase, lift_hold, place_hold, sweep
from db.writes.imports import apply_import
from db.writes.people import (
    absence,
    add_child,
    add_team,
    allocate,
    cover,
    end_absence,
    own_note,
    personal_record,
    save_worker,
    say_of_child,
)
from db.writes.sessions import hold_session, list_in_session, opening_date, plan_session
from db.writes.settings import mark_seen, save_policy, say_choices_again, set_setting
from db.writes.versions import changed, correct, mark, note_opened, withdraw_all

__all__ = [
    "ToErase",
    "absence",
    "add_about",
    "add_about_each",
    "add_child",
    "add_team",
    "allocate",
    "apply_import",
    "audit",
    "change_agenda",
    "changed",
    "close_child",
    "correct",
    "cover",
    "decide",
    "discuss",
    "end_absence",
    "erase",
    "follow_up",
    "follow_up_all",
    "hold_session",
    "lift_hold",
    "list_in_session",
    "mark",
    "mark_seen",
    "note_opened",
    "of_the_store",
    "opening_date",
    "own_note",
    "personal_record",
    "place_hold",
    "plan_session",
    "raise_worry",
    "save_policy",
    "save_worker",
    "say_choices_again",
    "say_of_child",
    "set_setting",
    "sweep",
    "talk_in_session",
    "withdraw_all",
]
