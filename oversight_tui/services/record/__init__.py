"""The one way to record each thing: check what was asked, write it in one transaction, say what was recorded.

Screens and commands come here with the same requests: `record` finds by the type of a request what records it. Every
function takes the store, one request and the day, and raises RecordProblem, and then nothing is written. `today` is
the day the rules go by; it decides what lies in the future.
"""

from oversight_tui.services.record.absences import absence, cover, end_absence
from oversight_tui.services.record.actions import add_action, carry_action, close_action
from oversight_tui.services.record.agendas import change_agenda
from oversight_tui.services.record.arrivals import decide_referral, look_at_waiting, take_referral
from oversight_tui.services.record.asked import AsksFirst
from oversight_tui.services.record.audits import audit, pick_audit, picked_file
from oversight_tui.services.record.bookings import book, duty, end_booking, give_bookings, move_booking
from oversight_tui.services.record.checks import RecordProblem, entry_typed
from oversight_tui.services.record.children import answer, escalate, rate_risk
from oversight_tui.services.record.consultations import consult, heard
from oversight_tui.services.record.corrections import correct, mark_entry, withdraw
from oversight_tui.services.record.decisions import decide, decide_for_all, disagree, give_reason, review_decision
from oversight_tui.services.record.dispatch import record
from oversight_tui.services.record.handing_over import hand_over
from oversight_tui.services.record.handovers_to_come import (
    call_off_handover,
    confirm_handover,
    move_handover,
)
from oversight_tui.services.record.incidents import incident, step_after, tell
from oversight_tui.services.record.meanwhile import Seen
from oversight_tui.services.record.missing import say_missing
from oversight_tui.services.record.own_notes import note
from oversight_tui.services.record.people import (
    add_child,
    add_worker,
    edit_worker,
    link_family,
    name_child,
)
from oversight_tui.services.record.personal import personal
from oversight_tui.services.record.planning_handovers import plan_handover
from oversight_tui.services.record.retention import erase, legal_hold, lift_hold
from oversight_tui.services.record.session_records import record_of_session, waiting_record
from oversight_tui.services.record.session_talks import finish_session, talk_in_session, write_up
from oversight_tui.services.record.sessions import cancel, hold, lay_down, move, opening, plan, take_off
from oversight_tui.services.record.talks import discuss, file_discussion
from oversight_tui.services.record.teams import end_programme, posts, programme
from oversight_tui.services.record.timescales import child_date, end_timescale
from oversight_tui.services.record.typed import describe_child, group_talk, hand_over_to, refer, supervise, talk
from oversight_tui.services.record.undo import UndoAsks, redo, undo
from oversight_tui.services.record.visits import not_seen, seen
from oversight_tui.services.record.work import approve, hand_in, hand_in_again, return_work
from oversight_tui.services.record.work_due import work_due, work_not_needed
from oversight_tui.services.record.worker_dates import own_file_date, worker_date
from oversight_tui.services.record.worries import close_worry, raise_worry, review_worry

__all__ = [
    "AsksFirst",
    "RecordProblem",
    "Seen",
    "UndoAsks",
    "absence",
    "add_action",
    "add_child",
    "add_worker",
    "answer",
    "approve",
    "audit",
    "book",
    "call_off_handover",
    "cancel",
    "carry_action",
    "change_agenda",
    "child_date",
    "close_action",
    "close_worry",
    "confirm_handover",
    "consult",
    "correct",
    "cover",
    "decide",
    "decide_for_all",
    "decide_referral",
    "describe_child",
    "disagree",
    "discuss",
    "duty",
    "edit_worker",
    "end_absence",
    "end_booking",
    "end_programme",
    "end_timescale",
    "entry_typed",
    "erase",
    "escalate",
    "file_discussion",
    "finish_session",
    "give_bookings",
    "give_reason",
    "group_talk",
    "hand_in",
    "hand_in_again",
    "hand_over",
    "hand_over_to",
    "heard",
    "hold",
    "incident",
    "lay_down",
    "legal_hold",
    "lift_hold",
    "link_family",
    "look_at_waiting",
    "mark_entry",
    "move",
    "move_booking",
    "move_handover",
    "name_child",
    "not_seen",
    "note",
    "opening",
    "own_file_date",
    "personal",
    "pick_audit",
    "picked_file",
    "plan",
    "plan_handover",
    "posts",
    "programme",
    "raise_worry",
    "rate_risk",
    "record",
    "record_of_session",
    "redo",
    "refer",
    "return_work",
    "review_decision",
    "review_worry",
    "say_missing",
    "seen",
    "step_after",
    "supervise",
    "take_off",
    "take_referral",
    "talk",
    "talk_in_session",
    "tell",
    "undo",
    "waiting_record",
    "withdraw",
    "work_due",
    "work_not_needed",
    "worker_date",
    "write_up",
]
