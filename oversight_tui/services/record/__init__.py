"""The one way to record each thing: check what was asked, write it in one transaction, say what was recorded.

Screens and commands come here with the same requests. Every function raises RecordProblem, and then nothing is
written. `today` is the day the rules go by; it decides what lies in the future.
"""

from oversight_tui.services.record.about_children import (
    add_action,
    carry_action,
    close_action,
    close_worry,
    decide,
    decide_for_all,
    disagree,
    discuss,
    file_discussion,
    give_reason,
    raise_worry,
    rate_risk,
    review_decision,
    review_worry,
)
from oversight_tui.services.record.about_workers import (
    absence,
    absence_with_cover,
    answer,
    cover,
    end_absence,
    escalate,
)
from oversight_tui.services.record.as_typed import (
    change_worker,
    describe_child,
    group_talk,
    hand_over_to,
    new_worker,
    refer,
    supervise,
    talk,
)
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.services.record.child_dates import child_date
from oversight_tui.services.record.corrections import correct, mark_entry, withdraw
from oversight_tui.services.record.in_session import change_agenda, finish_session, not_reached, talk_in_session
from oversight_tui.services.record.own_notes import note
from oversight_tui.services.record.personal import personal
from oversight_tui.services.record.retention import erase, legal_hold, lift_hold
from oversight_tui.services.record.sessions import cancel, hold, lay_down, move, opening, plan, schedule
from oversight_tui.services.record.team import add_child, add_worker, edit_worker, hand_over, link_family, name_child
from oversight_tui.services.record.undo import redo, undo

__all__ = [
    "RecordProblem",
    "absence",
    "absence_with_cover",
    "add_action",
    "add_child",
    "add_worker",
    "answer",
    "cancel",
    "carry_action",
    "change_agenda",
    "change_worker",
    "child_date",
    "close_action",
    "close_worry",
    "correct",
    "cover",
    "decide",
    "decide_for_all",
    "describe_child",
    "disagree",
    "discuss",
    "edit_worker",
    "end_absence",
    "erase",
    "escalate",
    "file_discussion",
    "finish_session",
    "give_reason",
    "group_talk",
    "hand_over",
    "hand_over_to",
    "hold",
    "lay_down",
    "legal_hold",
    "lift_hold",
    "link_family",
    "mark_entry",
    "move",
    "name_child",
    "new_worker",
    "not_reached",
    "note",
    "opening",
    "personal",
    "plan",
    "raise_worry",
    "rate_risk",
    "redo",
    "refer",
    "review_decision",
    "review_worry",
    "schedule",
    "supervise",
    "talk",
    "talk_in_session",
    "undo",
    "withdraw",
]
