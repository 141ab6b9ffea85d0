"""The names that states, kinds and categories go by on screens, in print and on the command line."""

from __future__ import annotations

# What stands for the words of an entry that is hidden until it is opened.
SENSITIVE = "Sensitive: open it on the page"
# What stands for the words of a decision, an action, an escalation or a consultation about a worker.
ABOUT_A_WORKER = "about the worker: its words are in their own file"
STATUS = {
    "looked_after": "looked after",
    "protection_plan": "child protection plan",
    "in_need": "child in need plan",
    "assessment": "open assessment",
    "care_leaver": "care leaver",
}
STATUS_SHORT = {
    "looked_after": "looked after",
    "protection_plan": "CP plan",
    "in_need": "in need",
    "assessment": "assessment",
    "care_leaver": "care leaver",
}
RISK = {"low": "low", "medium": "medium", "high": "high", "very_high": "very high"}
STATE = {
    "never": "never",
    "not_yet": "not yet",
    "not_known": "not known",
    "in_time": "in time",
    "due": "due",
    "overdue": "overdue",
    "paused": "paused",
    "open": "open",
    "held": "held",
    "not_on_file": "not on file",
}
ABSENCE = {"leave": "leave", "sickness": "sickness", "training": "training", "other": "other reason"}
# Why a session that is planned will not be held.
NOT_HELD = {
    "away": "the worker is away",
    "left": "the worker has left by then",
    "not_begun": "the worker has not started by then",
}
# Why somebody who was to stand in does not.
NOT_STANDING_IN = {"away": "is away too", "left": "has left", "not_begun": "has not started yet"}
BUCKET = {"unallocated": "unallocated", "duty": "on duty", "held_by_manager": "held by the manager"}
BECAME = {"closed": "closed", "moved": "with another team or authority", "ours": "still ours"}
SETTING = {
    "supervision": "supervision",
    "group": "group supervision",
    "same_day": "same-day talk",
    "opening": "opening date",
}
# Where a talk took place, as a heading over it.
TALK = {
    "supervision": "In supervision",
    "group": "In group supervision",
    "same_day": "Same-day talk",
    "opening": "Opening date",
}
# What each heading of an entry in supervision is called unless the settings file says otherwise.
HEADINGS = {
    "text": "What was said",
    "what_changed": "What changed",
    "worries": "Worries",
    "going_well": "Going well",
    "analysis": "Analysis",
    "childs_view": "Child's view",
}
CHILD_DATE = {
    "visit_interval": "Visited",
    "strategy_discussion": "Strategy discussion",
    "conference": "Conference held",
    "core_group": "Core group held",
    "review_conference": "Review conference held",
    "looked_after_review": "Looked-after review held",
    "next_review": "Next review",
    "pre_proceedings": "Pre-proceedings begun",
    "family_group_offer": "Family group decision-making meeting offered",
    "proceedings_issued": "Proceedings issued",
    "missing_from": "Missing from",
    "returned": "Came back",
    "interview_offered": "Return interview offered",
    "interview_held": "Return interview held",
    "interview_declined": "Return interview declined",
    "section_47_ended": "Section 47 enquiry ended",
    "plan_ended": "Plan ended, or none made",
    "pre_proceedings_ended": "Pre-proceedings ended",
    "proceedings_ended": "Proceedings ended",
}
SESSION = {"one_to_one": "one-to-one", "group": "group", "observation": "observation of practice"}
_SESSION_WITH = {"group": "group session with", "observation": "observation of"}
# Whom a manager takes a matter to, for advice or for a decision; anybody else is typed.
SENIOR = (
    "Service manager",
    "Head of quality assurance",
    "Principal social worker",
    "Legal",
    "Chief executive",
)
KIND = {
    "supervision": "Supervision",
    "coverage": "Not discussed",
    "worry": "Worry",
    "action": "Action",
    "decision_without_because": "No reason",
    "discussion_not_on_file": "Not on file",
    "visit": "Visit",
    "assessment": "Assessment",
    "conference": "Conference",
    "review": "Review",
    "proceedings": "Proceedings",
    "unallocated": "Unallocated",
    "new_worker": "New worker",
    "not_in_latest_list": "Not on list",
    "stale_data": "Old data",
    "escalation": "Escalation",
    "consultation": "Consultation",
    "session_not_rebooked": "Not rebooked",
    "cancelled_again": "Cancelled",
    "session_not_recorded": "Not recorded",
    "uncovered": "Uncovered",
    "import_conflict": "Conflict",
    "discussion_open": "Talk asked for",
    "opening_dates": "Opening dates",
    "missing_child": "Missing child",
    "section_47": "Section 47",
    "leaver": "Leaver",
    "own_file": "Own file",
    "to_write_up": "To write up",
    "sign_off": "Sign off",
    "booking": "Booked",
    "referral": "Referral",
    "work_due": "Work due",
    "handover": "Handover",
    "audit": "Audit",
    "incident": "Incident",
    "worker_date": "Worker date",
}

RETENTION = {
    "child": "Child",
    "supervision": "Worker",
    "own_file": "Own file of",
    "own_notes": "Notes to yourself",
    "drafts": "Drafts",
}
RETENTION_STATE = {
    "due": "Due to be erased",
    "held": "Under a legal hold",
    "not_recorded": "Cannot be told",
    "kept": "Kept",
}


def session_with(kind: str, name: str) -> str:
    """Whom a session is with, so that only a one-to-one reads as the worker's own supervision."""
    return f"{_SESSION_WITH[kind]} {name}" if kind in _SESSION_WITH else name


def words_for(labels: dict[str, str], value: str | None, unknown: str = "not recorded") -> str:
    """The words for a value; `unknown` where there is none; a value of the authority's own with its
    underscores opened.
    """
    if value is None:
        return unknown
    return labels.get(value, value.replace("_", " "))
