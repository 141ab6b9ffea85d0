"""Two managers at one record: the second is told what the first has recorded, whatever keeps the store, and decides."""

import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from time import sleep

import pytest

from db.engine import Store
from db.errors import StoreError
from db.recording import recording
from oversight_tui.config import SpreadsheetLimits
from oversight_tui.practice import records
from oversight_tui.practice.ids import AboutChild, AboutWorker, EntryId, WorkerId
from oversight_tui.practice.policy import policy_as_toml
from oversight_tui.practice.policy_changes import OfSetting
from oversight_tui.practice.requests import (
    ActionRequest,
    AnswerEscalation,
    ApproveWork,
    CarryAction,
    CloseAction,
    CloseWorry,
    Correction,
    DecisionRequest,
    EscalationRequest,
    HandInWork,
    HandOver,
    MoveSession,
    PlanSession,
    Request,
    ReturnWork,
    ReviewDecision,
    ReviewWorry,
    RiskRequest,
    Undo,
    Withdraw,
    WorryRequest,
)
from oversight_tui.services import record
from oversight_tui.services.importing import ImportOptions, apply_plan, plan_import
from oversight_tui.services.others import newest_entry
from oversight_tui.services.policy import change_policy, policy_in_force
from tests.exchange.workbooks import invented, write
from tests.made_once import AMIRA, BEN, C1, MONDAY

WEEK = timedelta(7)
Opened = Callable[[Store], EntryId]
Asks = Callable[[EntryId], Request]
Two = tuple[Store, Store]


def worry(store: Store) -> EntryId:
    return record.raise_worry(store, WorryRequest(C1, "Not at school", MONDAY), MONDAY).entry


def decision(store: Store) -> EntryId:
    asked = DecisionRequest("Visit", MONDAY, AboutChild(C1), because="Not seen", review_on=MONDAY)
    return record.decide(store, asked, MONDAY).entry


def action(store: Store) -> EntryId:
    return record.add_action(store, ActionRequest(AboutChild(C1), "Ring", "Amira Khan", MONDAY, MONDAY), MONDAY).entry


def escalation(store: Store) -> EntryId:
    return record.escalate(store, EscalationRequest("No placement", "Ruth", MONDAY, AboutChild(C1)), MONDAY).entry


def work(store: Store) -> EntryId:
    return record.hand_in(store, HandInWork(C1, "An assessment", "Amira Khan", MONDAY), MONDAY).entry


def session(store: Store) -> EntryId:
    return record.plan(store, PlanSession(AMIRA, MONDAY + WEEK), MONDAY).entry


def says(store: Store, request: Request, seen: EntryId) -> str:
    """What is said to whoever asks for it and has seen no more than that."""
    return " ".join(one.says for one in record.record(store, request, MONDAY, seen=record.Seen(seen, set())))


# What the first records and what the second asks for, and what the second is told of the first.
GOES_ON: Mapping[str, tuple[Opened, Asks, Asks, str]] = {
    "both correct": (
        decision,
        lambda one: Correction(one, text="Visit at school"),
        lambda one: Correction(one, text="Visit at home"),
        "a newer version of a decision (“Visit at school; Not seen”)",
    ),
    "both review a decision": (
        decision,
        lambda one: ReviewDecision(one, "Seen, and well", MONDAY, MONDAY + WEEK),
        lambda one: ReviewDecision(one, "Not seen again", MONDAY, MONDAY + 2 * WEEK),
        "the review of a decision (“Seen, and well”)",
    ),
    "both review a worry": (
        worry,
        lambda one: ReviewWorry(one, MONDAY + WEEK, MONDAY, "Back at school"),
        lambda one: ReviewWorry(one, MONDAY + 2 * WEEK, MONDAY, "Still away"),
        "the review of a worry (“Back at school”)",
    ),
    "both carry an action over": (
        action,
        lambda one: CarryAction(one, MONDAY + WEEK, MONDAY, "She is away"),
        lambda one: CarryAction(one, MONDAY + 2 * WEEK, MONDAY),
        "an action carried over (“She is away”)",
    ),
    "both move a session": (
        session,
        lambda one: MoveSession(one, MONDAY + 2 * WEEK),
        lambda one: MoveSession(one, MONDAY + 3 * WEEK),
        "a newer version of a planned session",
    ),
    "one withdraws what the other has corrected": (
        decision,
        lambda one: Correction(one, text="Visit at school"),
        lambda one: Withdraw(one, "Of another child", MONDAY),
        "a newer version of a decision (“Visit at school; Not seen”)",
    ),
}
IS_OVER: Mapping[str, tuple[Opened, Asks, Asks, str, str]] = {
    "both close a worry": (
        worry,
        lambda one: CloseWorry(one, "He is back", MONDAY),
        lambda one: CloseWorry(one, "He moved", MONDAY),
        "the closing of a worry (“He is back”)",
        "This worry is closed already",
    ),
    "one reviews what the other has closed": (
        worry,
        lambda one: CloseWorry(one, "He is back", MONDAY),
        lambda one: ReviewWorry(one, MONDAY + WEEK, MONDAY, "Still away"),
        "the closing of a worry (“He is back”)",
        "This worry is closed",
    ),
    "both end an action": (
        action,
        lambda one: CloseAction(one, MONDAY, True),
        lambda one: CloseAction(one, MONDAY, False, "Not needed"),
        "the outcome of an action",
        "This action is settled already",
    ),
    "both answer an escalation": (
        escalation,
        lambda one: AnswerEscalation(one, "From Friday", MONDAY),
        lambda one: AnswerEscalation(one, "None", MONDAY),
        "the answer to an escalation (“From Friday”)",
        "This escalation is answered already",
    ),
    "one returns what the other has signed off": (
        work,
        lambda one: ApproveWork(one, "All is there", MONDAY),
        lambda one: ReturnWork(one, "No plan", MONDAY),
        "the answer to work handed in (“All is there”)",
        "This work does not wait to be signed off",
    ),
    "one corrects what the other has withdrawn": (
        decision,
        lambda one: Withdraw(one, "Of another child", MONDAY),
        lambda one: Correction(one, text="Visit at home"),
        "a withdrawal (“Of another child”)",
        "was withdrawn",
    ),
}


@pytest.mark.parametrize("what", GOES_ON)
def test_the_second_is_told_before_anything_is_recorded_and_then_it_may_stand_beside(
    two_programs: Two, what: str
) -> None:
    ann, mary = two_programs
    makes, first, second, told = GOES_ON[what]
    one = makes(ann)
    seen = newest_entry(mary)
    record.record(ann, first(one), MONDAY)
    last = newest_entry(ann)
    with pytest.raises(record.AsksFirst) as asked:
        says(mary, second(one), seen)
    assert told in asked.value.question
    assert re.match(r"\w+ recorded (at|on) .*\d\d:\d\d: ", asked.value.question)
    assert newest_entry(mary) == last
    assert asked.value.known == last
    assert says(mary, asked.value.agreed, last)
    assert newest_entry(mary) > last


@pytest.mark.parametrize("what", IS_OVER)
def test_what_is_over_is_refused_with_what_the_first_has_recorded(two_programs: Two, what: str) -> None:
    ann, mary = two_programs
    makes, first, second, told, refused = IS_OVER[what]
    one = makes(ann)
    seen = newest_entry(mary)
    record.record(ann, first(one), MONDAY)
    last = newest_entry(ann)
    with pytest.raises(record.RecordProblem) as problem:
        says(mary, second(one), seen)
    assert told in str(problem.value)
    assert refused in str(problem.value)
    assert newest_entry(mary) == last


def test_a_child_handed_over_by_both_and_a_risk_rated_by_both_are_told(two_programs: Two) -> None:
    ann, mary = two_programs
    seen = newest_entry(mary)
    record.hand_over(ann, HandOver((C1,), AboutWorker(BEN), MONDAY, "Shared out"), MONDAY)
    with pytest.raises(record.AsksFirst, match="a handing over"):
        says(mary, HandOver((C1,), "duty", MONDAY), seen)
    record.rate_risk(ann, RiskRequest(C1, "high", "Not seen", MONDAY), MONDAY)
    with pytest.raises(record.AsksFirst, match=r"a rating of risk \(“Not seen”\)"):
        says(mary, RiskRequest(C1, "low", "Seen", MONDAY), seen)


def test_what_one_recorded_oneself_or_about_another_is_not_asked_about(two_programs: Two) -> None:
    ann, mary = two_programs
    mine, other = worry(mary), worry(ann)
    known = record.Seen(newest_entry(mary), set())
    record.record(mary, ReviewWorry(mine, MONDAY + WEEK, MONDAY), MONDAY, seen=known)
    record.record(ann, ReviewWorry(other, MONDAY + WEEK, MONDAY), MONDAY)
    assert "closed" in record.record(mary, CloseWorry(mine, "Well", MONDAY), MONDAY, seen=known)[0].says


def test_what_was_taken_back_again_is_not_told(two_programs: Two) -> None:
    ann, mary = two_programs
    one, seen = worry(ann), newest_entry(mary)
    review = record.review_worry(ann, ReviewWorry(one, MONDAY + WEEK, MONDAY), MONDAY).entry
    record.withdraw(ann, Withdraw(review, "By mistake", MONDAY), MONDAY)
    assert "closed" in says(mary, CloseWorry(one, "Well", MONDAY), seen)


def test_words_that_are_shown_only_when_they_are_opened_are_not_told(two_programs: Two) -> None:
    ann, mary = two_programs
    asked = ActionRequest(AboutWorker(WorkerId(1)), "Rest", "Amira Khan", MONDAY, MONDAY)
    one, seen = record.add_action(ann, asked, MONDAY).entry, newest_entry(mary)
    record.record(ann, CarryAction(one, MONDAY + WEEK, MONDAY, "She is ill"), MONDAY)
    with pytest.raises(record.AsksFirst, match="an action carried over") as told:
        says(mary, CloseAction(one, MONDAY, True), seen)
    assert "ill" not in str(told.value)


def test_what_somebody_else_has_recorded_something_upon_is_not_taken_back_unasked(two_programs: Two) -> None:
    first, second = two_programs
    decided = decision(first)
    with recording(second, "Dee Deputy") as event:
        event.add(records.DecisionReview(decided, reason="Seen, and well", next_on=MONDAY + WEEK), child=C1, on=MONDAY)
    with pytest.raises(record.UndoAsks, match="Somebody else has recorded something about it since") as asks:
        record.undo(first, Undo(), MONDAY)
    assert "Since then Dee Deputy recorded the review of a decision; that stays" in asks.value.question
    assert "well" not in asks.value.question
    assert record.undo(first, Undo(agreed_to=asks.value.newest), MONDAY).undone == (decided,)


def test_two_who_change_different_numbers_of_the_policy_at_once_both_have_changed_theirs(two_programs: Two) -> None:
    first, second = two_programs

    def change() -> None:
        change_policy(second, OfSetting("limits", "visit_in_need_days", "5"), MONDAY)

    with ThreadPoolExecutor(1) as other:
        with first.writing():
            waits = other.submit(change)
            sleep(0.3)
            change_policy(first, OfSetting("supervision", "limit", "5 weeks"), MONDAY)
        waits.result(10)
    text = policy_as_toml(policy_in_force(first))
    assert "visit_in_need_days = 5" in text
    assert '"5 weeks"' in text


def test_a_list_that_two_bring_in_at_once_is_here_once(two_programs: Two, tmp_path: Path) -> None:
    path = write(invented(6, 2, MONDAY), tmp_path / "annex.xlsx")
    first, second = (
        (store, plan_import(store, [path], ImportOptions(MONDAY, MONDAY), SpreadsheetLimits()))
        for store in two_programs
    )
    apply_plan(*first)
    with pytest.raises(StoreError, match="Somebody else brought in a list"):
        apply_plan(*second)
    again = plan_import(second[0], [path], ImportOptions(MONDAY, MONDAY), SpreadsheetLimits())
    assert not again.has_changes
