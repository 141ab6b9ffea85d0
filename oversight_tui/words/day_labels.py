"""The names that go with the day itself: bookings, visits, referrals, incidents, dates of workers."""

from __future__ import annotations

BOOKING = {"visit": "Visit", "meeting": "Meeting", "court": "Court", "other": "Booked"}
# What takes place of a child in a meeting that is booked, as the meeting is called.
MEETING = {
    "strategy_discussion": "strategy discussion",
    "conference": "conference",
    "core_group": "core group",
    "review_conference": "review conference",
    "looked_after_review": "looked-after review",
}
BOOKED_DATES = tuple(MEETING)
# Where a child was seen; said after "seen".
SEEN_PLACE = {
    "home": "at home",
    "placement": "where they are placed",
    "school": "at school",
    "office": "at the office",
    "elsewhere": "elsewhere",
}
# Why a child was not seen; said after "not seen".
NOT_SEEN = {
    "not_at_home": "nobody in",
    "refused": "refused",
    "child_away": "the child was away",
    "worker_away": "the worker was away",
    "called_off": "called off by us",
    "other": "another reason",
}
URGENCY = {"same_day": "today", "soon": "soon", "not_urgent": "not urgent"}
REFERRAL_OUTCOME = {
    "assessment": "assessment",
    "strategy_discussion": "strategy discussion",
    "early_help": "early help",
    "advice": "information and advice",
    "no_further_action": "no further action",
    "other": "something else",
}
INCIDENT_STEP = {
    "notified": "notified",
    "not_notifiable": "not to be notified",
    "reviewed": "rapid review held",
    "no_review": "no rapid review",
    "closed": "closed",
}
WORKER_DATE = {
    "registration": "registration",
    "car_insurance": "insurance of the car used for work",
    "contract_end": "end of contract",
    "appraisal": "appraisal",
    "probation": "end of probation",
}
# What became of the record of a session.
RECORD_STEP = {"sent": "sent on", "agreed": "agreed", "otherwise": "seen otherwise"}
AUDIT_ANSWER = {"yes": "yes", "partly": "partly", "no": "no"}
