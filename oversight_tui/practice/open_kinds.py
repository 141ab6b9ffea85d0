"""The kinds of things that wait for somebody."""

from __future__ import annotations

from typing import Literal

OpenKind = Literal[
    "worry",
    "action",
    "decision_without_because",
    "decision_review",
    "discussion_not_on_file",
    "discussion_open",
    "escalation",
    "session_planned",
    "session_not_rebooked",
    "session_cut_short",
    "sign_off",
    "work_returned",
    "own_file",
    "import_conflict",
    "consultation",
    "booking",
    "work_due",
    "referral",
    "handover_planned",
    "audit",
    "incident",
    "worker_date",
]
# Which one of its kind an open thing is, where its kind does not say it.
Which = Literal[
    "visit",
    "meeting",
    "court",
    "other",
    "same_day",
    "soon",
    "not_urgent",
    "notify_and_review",
    "notify",
    "review",
    "close",
    "registration",
    "car_insurance",
    "contract_end",
    "own_date",
    "audit",
]
# What is open of these and about a worker has its words in the worker's own file.
SAID_OF_WORKERS: frozenset[OpenKind] = frozenset(
    {"action", "decision_without_because", "decision_review", "escalation", "consultation", "own_file"}
)
