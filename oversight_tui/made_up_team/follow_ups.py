"""What came after: a review that settled a decision, a worker who saw one otherwise, an action put right, a cover,
a mark, a legal hold that was lifted, and what the manager noted for herself.
"""

from __future__ import annotations

from datetime import timedelta

from oversight_tui.made_up_team.cast import MadeUpChild
from oversight_tui.made_up_team.days import ahead, back
from oversight_tui.made_up_team.names import MANAGER
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    ApproveWork,
    ChangeAgenda,
    ChildDateRequest,
    Correction,
    CoverRequest,
    DecisionRequest,
    Disagree,
    EndTimescale,
    HandInWork,
    LiftHold,
    MarkEntry,
    NoteRequest,
    PlaceHold,
    ReturnWork,
    ReviewDecision,
    SeenRequest,
)

_NOTE = "Ask Helen how she would tell a team that two of us are leaving in the same month"


def write_follow_ups(year: Year) -> None:
    """One of each, about children and workers of today's team."""
    today = year.today
    children = [child for child in year.cast.children if child.part == "in_time" and child.worker is not None]
    if not children:
        return
    child = year.random.choice(children)
    worker = child.worker
    assert worker is not None
    day = max(back(today, 40), child.arrives)
    decision = DecisionRequest(
        "Wait with the referral until the summer's assessment is written",
        day,
        child.about,
        because="One careful answer helps more than two quick ones",
        kind="keep_plan",
        review_on=back(today, 12),
    )
    decided = year.record(decision, day)
    said = "It was right to wait: the answer came, and the family was part of it"
    year.later(ReviewDecision(decided, said, back(today, 12)))
    other = "The referral could have gone in beside it; the waiting list is long"
    year.later(Disagree(decided, worker.name, other, day))
    year.later(MarkEntry(decided, "significant"))
    agreed = max(back(today, 8), child.arrives)
    action = ActionRequest(child.about, "Ring the dentist about a date", worker.name, ahead(today, 6), agreed)
    written = year.record(action, agreed)
    year.later(Correction(written, text="Ring the optician about a date"))
    first = back(today, 60)
    year.record(AbsenceRequest(worker.id, first, first + timedelta(days=2), "training"))
    helper = next((one.name for one in year.cast.workers if one is not worker), MANAGER)
    year.record(CoverRequest(worker.id, helper, first, first + timedelta(days=2)))
    year.record(ChangeAgenda(worker.id, (child.id,), ahead(today, 7), "added"))
    interval = ChildDateRequest(child.id, "visit_interval", days=42, reason="Every six weeks is what the plan says")
    year.record(interval)
    year.record(SeenRequest((child.id,), today, alone=True))
    begun, ended = back(today, 60), back(today, 48)
    year.record(ChildDateRequest(child.id, "strategy_discussion", begun), begun)
    no_conference = "The marks are from a fall that her nursery saw; the family is glad of the visits"
    year.record(EndTimescale(child.id, "section_47_ended", ended, no_conference), ended)
    year.record(PlaceHold(child.about, "A solicitor has asked for the whole record"), back(today, 30))
    year.record(LiftHold(child.about, "It was sent, and nothing more was asked"), back(today, 9))
    year.record(NoteRequest(_NOTE, AboutWorker(worker.id)))
    _work(year, child, worker.name)


def _work(year: Year, child: MadeUpChild, by: str) -> None:
    """An assessment that was signed off, one that was returned, and a plan that waits to be signed off."""
    first, since, yesterday = (max(back(year.today, days), child.arrives) for days in (16, 9, 1))
    approved = year.record(HandInWork(child.id, "Assessment of the support at home", by, first), first)
    year.later(ApproveWork(approved, "It is clear, and the child is heard in it", since))
    returned = year.record(HandInWork(child.id, "Report for the school", by, since), since)
    year.later(ReturnWork(returned, "What the child says about it", yesterday))
    year.record(HandInWork(child.id, "Plan for the summer", by, yesterday), yesterday)
