"""What came after: a review that settled a decision, a worker who saw one otherwise, an action put right, a cover,
a mark, a legal hold that was lifted, and what the manager noted for herself.
"""

from __future__ import annotations

from datetime import timedelta

from oversight_tui.made_up_team.days import ahead, back
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    ChildDateRequest,
    Closing,
    Correction,
    CoverRequest,
    DecisionRequest,
    Holding,
)
from oversight_tui.services import record

_NOTE = "Ask Helen how she would tell a team that two of us are leaving in the same month"


def write_follow_ups(year: Year) -> None:
    """One of each, about children and workers of today's team."""
    today, store = year.today, year.store
    children = [child for child in year.cast.children if child.part == "in_time" and child.worker is not None]
    if not children:
        return
    child = year.random.choice(children)
    worker = child.worker
    assert worker is not None
    day = max(back(today, 40), child.arrives)
    request = DecisionRequest(
        "Wait with the referral until the summer's assessment is written",
        day,
        child_id=child.id,
        because="One careful answer helps more than two quick ones",
        kind="keep_plan",
        review_on=back(today, 12),
    )
    decided = record.decide(store, request, day)
    said = "It was right to wait: the answer came, and the family was part of it"
    year.later(record.review_decision, Closing(decided.id, back(today, 12), said), None, today)
    other = "The referral could have gone in beside it; the waiting list is long"
    year.later(record.disagree, Closing(decided.id, day, other), worker.name, today)
    year.later(record.mark_entry, decided.id, "significant", today)
    agreed = max(back(today, 8), child.arrives)
    action = ActionRequest(child.id, "Ring the dentist about a date", worker.name, ahead(today, 6), agreed)
    written = record.add_action(store, action, agreed)
    year.later(record.correct, Correction(written.id, text="Ring the optician about a date"), today)
    first = back(today, 60)
    away = AbsenceRequest(worker.id, first, first + timedelta(days=2), "training")
    record.absence(store, away, today)
    helper = next((one.name for one in year.cast.workers if one is not worker), worker.name)
    record.cover(store, CoverRequest(worker.id, helper, first, first + timedelta(days=2)), today)
    record.change_agenda(store, worker.id, child.id, ahead(today, 7), "added", today)
    interval = ChildDateRequest(child.id, "visit_interval", days=42, reason="Every six weeks is what the plan says")
    record.child_date(store, interval, today)
    hold = Holding(child.id, None, "A solicitor has asked for the whole record")
    record.legal_hold(store, hold, back(today, 30))
    record.lift_hold(store, hold.__replace__(because="It was sent, and nothing more was asked"), back(today, 9))
    record.note(store, _NOTE, None, worker.id, today)
