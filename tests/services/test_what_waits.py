"""What waits for somebody, from its being recorded to its being settled."""

from datetime import date, timedelta

import pytest

from db import derived
from db.engine import Store
from oversight_tui.practice.board import AttentionRow
from oversight_tui.practice.ids import AboutChild, EntryId
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    AgreedAction,
    AnswerEscalation,
    ApproveWork,
    CancelSession,
    CarryAction,
    Correction,
    DecisionRequest,
    DiscussionRequest,
    EditWorker,
    EscalationRequest,
    GiveReason,
    HandInAgain,
    HandInWork,
    HoldSession,
    KnownOfWorker,
    MoveSession,
    PlanSession,
    ReturnWork,
    ReviewDecision,
    ReviewWorry,
    SessionTalk,
    TakeOffSession,
    Undo,
    Withdraw,
    WorryRequest,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.identity import choose
from oversight_tui.services.record import RecordProblem
from tests.made_once import AMIRA, BEN, C1, C2, C3, C4, C5

TODAY = date(2026, 10, 2)  # a Friday
DAY = timedelta(days=1)


def rows(team: Store, on: date, *kinds: str) -> list[AttentionRow]:
    """The lines of these kinds on a day; what is worked out is what the records say."""
    with team.reading():
        assert derived.differences(team) == ()
    return [row for row in load_board(team, on).attention if row.kind in kinds]


def stands(team: Store, entry: EntryId, on: date) -> list[tuple[str, str, int | None]]:
    """How an entry stands on the list: (kind, state, days over)."""
    return [(row.kind, row.state, row.days_over) for row in load_board(team, on).attention if row.id == entry]


# --- Decisions without a reason ---------------------------------------------------------------------


def undecided(team: Store, review_on: date | None) -> EntryId:
    """A decision about a child that nobody gave a reason for."""
    return record.decide(team, DecisionRequest("Visit", TODAY, AboutChild(C2), review_on=review_on), TODAY).entry


def test_a_review_that_is_due_is_recorded_also_where_no_reason_was_said(team: Store) -> None:
    decision, late, next_on = undecided(team, TODAY + DAY), TODAY + 15 * DAY, TODAY + 40 * DAY
    assert stands(team, decision, late) == [("review", "overdue", 14)]
    said = record.review_decision(team, ReviewDecision(decision, "Visited twice", late, next_on), late)
    assert "still has no reason" in said.says
    assert stands(team, decision, late) == [("decision_without_because", "open", None)]
    assert stands(team, decision, next_on) == [("review", "due", None)]
    record.review_decision(team, ReviewDecision(decision, "It worked", next_on), next_on)
    assert stands(team, decision, next_on + 99 * DAY) == [("decision_without_because", "open", None)]
    record.give_reason(team, GiveReason(decision, "Nobody had seen him", next_on), next_on)
    assert stands(team, decision, next_on + 99 * DAY) == []
    rows(team, next_on)


def test_a_late_review_stays_a_late_review_once_the_reason_is_said(team: Store) -> None:
    decision, late = undecided(team, TODAY + DAY), TODAY + 15 * DAY
    record.give_reason(team, GiveReason(decision, "Nobody had seen him", late), late)
    assert stands(team, decision, late) == [("review", "overdue", 14)]


def test_a_decision_without_a_day_of_review_has_no_review_to_record(team: Store) -> None:
    with pytest.raises(RecordProblem, match="No review of this decision is open"):
        record.review_decision(team, ReviewDecision(undecided(team, None), "Visited", TODAY), TODAY)


# --- Sessions that are to have a new date -----------------------------------------------------------


def planned(team: Store, on: date, today: date) -> EntryId:
    return record.plan(team, PlanSession(AMIRA, on), today).entry


def test_an_older_plan_that_nobody_recorded_is_not_the_new_date_of_a_session_cancelled_later(team: Store) -> None:
    first, second = TODAY + 3 * DAY, TODAY + 10 * DAY
    cancelled = planned(team, first, TODAY)
    never_recorded = planned(team, second, TODAY)
    record.cancel(team, CancelSession(cancelled, "Court ran late", TODAY + DAY), TODAY + DAY)
    assert rows(team, second, "session_not_rebooked") == []  # it is still to come
    later = second + DAY
    (waits,) = rows(team, later, "session_not_rebooked")
    assert waits.summary == "Session of 5 Oct cancelled: Court ran late"
    assert stands(team, never_recorded, later) == [("session_not_recorded", "overdue", 1)]
    planned(team, later + 7 * DAY, later)
    assert rows(team, later, "session_not_rebooked") == []
    record.hold(team, HoldSession(AMIRA, second, planned_id=never_recorded), later)
    assert rows(team, later + 8 * DAY, "session_not_rebooked") == []


@pytest.mark.parametrize("made", ["planned after", "planned before", "moved after"])
def test_a_session_planned_or_moved_after_the_cancelling_is_the_new_date_whatever_its_day(
    team: Store, made: str
) -> None:
    """One of the 5th of November is cancelled on the 3rd of October; one of the 20th of October is planned."""
    cancelled_day, sooner = date(2026, 11, 5), date(2026, 10, 20)
    cancelled = planned(team, cancelled_day, TODAY)
    new = planned(team, sooner, TODAY) if made != "planned after" else None
    record.cancel(team, CancelSession(cancelled, "Called away", TODAY + DAY), TODAY + DAY)
    if made == "planned after":
        new = planned(team, sooner, TODAY + DAY)
    elif made == "moved after":
        assert new is not None
        record.move(team, MoveSession(new, sooner - DAY), TODAY + DAY)
    is_new = made != "planned before"
    for on in (TODAY + DAY, sooner - DAY, sooner + DAY):
        waits = rows(team, on, "session_not_rebooked")
        assert (not waits) is (is_new and on < sooner)
    record.hold(team, HoldSession(AMIRA, sooner, planned_id=new), sooner)
    assert (not rows(team, sooner + 3 * DAY, "session_not_rebooked")) is is_new


def test_a_session_held_on_a_day_before_the_cancelled_one_answers_it_only_where_it_was_planned_after(
    team: Store,
) -> None:
    cancelled_day, sooner = date(2026, 11, 5), date(2026, 10, 20)
    record.cancel(team, CancelSession(planned(team, cancelled_day, TODAY), "Called away", TODAY), TODAY)
    record.hold(team, HoldSession(AMIRA, sooner), sooner)
    (waits,) = rows(team, sooner, "session_not_rebooked")
    assert waits.summary == "Session of 5 Nov cancelled: Called away"
    again = planned(team, sooner + DAY, sooner)
    assert rows(team, sooner, "session_not_rebooked") == []
    record.hold(team, HoldSession(AMIRA, sooner + DAY, planned_id=again), sooner + DAY)
    assert rows(team, cancelled_day, "session_not_rebooked") == []
    record.cancel(
        team, CancelSession(planned(team, date(2026, 12, 1), cancelled_day), "Ill", cancelled_day), cancelled_day
    )
    (waits,) = rows(team, cancelled_day, "session_not_rebooked")
    assert "cancelled in a row" not in waits.reason


# --- Escalations ------------------------------------------------------------------------------------


def test_an_escalation_stands_on_the_list_from_the_day_it_is_made(team: Store) -> None:
    sent = record.escalate(team, EscalationRequest("No placement", "Service manager", TODAY, AboutChild(C2)), TODAY)
    for days, state, over in ((0, "open", None), (4, "open", None), (5, "due", None), (6, "overdue", 1)):
        assert stands(team, sent.entry, TODAY + days * DAY) == [("escalation", state, over)]
    record.answer(team, AnswerEscalation(sent.entry, "Found one", TODAY), TODAY)
    assert stands(team, sent.entry, TODAY) == []


# --- Whose an action is -----------------------------------------------------------------------------


def late_actions(team: Store, on: date) -> dict[str, int]:
    return {row.worker.name: row.actions_overdue for row in load_board(team, on).workers}


def test_an_action_of_bens_about_amiras_child_is_bens_on_the_board_and_on_both_pages(team: Store) -> None:
    later = TODAY + 5 * DAY
    asked = ActionRequest(AboutChild(C2), "Ring school", "ben", TODAY + 3 * DAY, TODAY)
    action = record.add_action(team, asked, TODAY).entry
    assert late_actions(team, later) == {"Amira Khan": 0, "Ben Ortiz": 1}
    (row,) = rows(team, later, "action")
    assert (row.id, row.worker, row.child) == (action, "Ben Ortiz", "C-2")
    assert worker_page(team, BEN, later).row.actions_overdue == 1
    assert [(one.item.id, one.child and one.child.reference) for one in worker_page(team, BEN, later).actions] == [
        (action, "C-2")
    ]
    assert (worker_page(team, AMIRA, later).row.actions_overdue, worker_page(team, AMIRA, later).actions) == (0, ())
    assert child_page(team, C2, later).row.actions_overdue == 1
    record.edit_worker(team, EditWorker(BEN, KnownOfWorker(name="Ben Married")), later)
    assert late_actions(team, later) == {"Amira Khan": 0, "Ben Married": 1}


def test_me_is_the_manager_and_not_the_childs_worker(team: Store) -> None:
    choose(team, "Mary Okoro", None)
    later = TODAY + 5 * DAY
    asked = ActionRequest(AboutChild(C2), "Ring school", "me", TODAY + 3 * DAY, TODAY)
    assert "Mary Okoro, by" in record.add_action(team, asked, TODAY).says
    assert late_actions(team, later) == {"Amira Khan": 0, "Ben Ortiz": 0}
    assert worker_page(team, AMIRA, later).row.actions_overdue == 0
    (row,) = rows(team, later, "action")
    assert row.worker is None


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (TODAY + 1 * DAY, "Sat 3 Oct 2026 is no working day."),
        (TODAY + 2 * DAY, "Sun 4 Oct 2026 is no working day."),
        (TODAY + 3 * DAY, "Ben Ortiz is away on Mon 5 Oct 2026."),
        (TODAY + 4 * DAY, None),
        (date(2026, 12, 25), "Fri 25 Dec 2026 is no working day."),
    ],
)
def test_an_action_for_a_day_on_which_nobody_does_it_is_recorded_and_that_is_said(
    team: Store, by: date, said: str | None
) -> None:
    record.absence(team, AbsenceRequest(BEN, TODAY + 3 * DAY, TODAY + 3 * DAY, "leave"), TODAY)
    agreed = (AgreedAction("Ring school", "Ben Ortiz", by),)
    answers = [
        record.add_action(team, ActionRequest(AboutChild(C2), "Ring school", "ben", by, TODAY), TODAY),
        record.decide(team, DecisionRequest("Visit", TODAY, AboutChild(C2), actions=agreed), TODAY),
        record.discuss(team, DiscussionRequest((C2,), "Seen", TODAY, actions=agreed), TODAY)[0],
    ]
    answers.append(record.carry_action(team, CarryAction(answers[0].entry, by, TODAY), TODAY))
    for answer in answers:
        assert ("no working day" in answer.says or "is away" in answer.says) is (said is not None)
        assert said is None or said in answer.says


# --- Discussed, nothing written ---------------------------------------------------------------------


def test_children_listed_in_a_session_are_to_be_written_up_until_they_are(team: Store) -> None:
    held = record.hold(team, HoldSession(AMIRA, TODAY, children=(C1, C2)), TODAY).entry
    (row,) = rows(team, TODAY, "to_write_up")
    assert (row.id, row.worker, row.count) == (held, "Amira Khan", 2)
    assert row.summary == "2 children of 2 Oct with nothing written: C-1, C-2"
    later = TODAY + 6 * DAY
    assert [one.state for one in rows(team, later, "to_write_up")] == ["overdue"]
    talk = SessionTalk(AMIRA, ("C-1",), TODAY, session_id=held, text="Moved to her aunt")
    written = record.talk_in_session(team, talk, later)[1].entry
    assert [one.summary for one in rows(team, later, "to_write_up")] == ["1 child of 2 Oct with nothing written: C-2"]
    record.withdraw(team, Withdraw(written, "Another child", later), later)
    assert [one.count for one in rows(team, later, "to_write_up")] == [2]


@pytest.mark.parametrize(("days_after", "settles"), [(-1, False), (0, True), (1, False)])
def test_words_of_the_day_of_the_session_settle_it_and_those_of_another_day_do_not(
    team: Store, days_after: int, settles: bool
) -> None:
    record.hold(team, HoldSession(AMIRA, TODAY, children=(C2,)), TODAY)
    on = TODAY + days_after * DAY
    (talk,) = record.discuss(team, DiscussionRequest((C2,), "Seen", on), TODAY + DAY)
    assert (rows(team, TODAY + DAY, "to_write_up") == []) is settles
    wordless = [one for one in child_page(team, C2, TODAY).entries if one.wordless]
    assert (wordless == []) is settles
    record.withdraw(team, Withdraw(talk.entry, "Another child", TODAY + DAY), TODAY + DAY)
    assert len(rows(team, TODAY + DAY, "to_write_up")) == 1
    assert [one.wordless for one in child_page(team, C2, TODAY).entries if not one.withdrawn and one.wordless] == [True]


def test_a_talk_asked_for_on_the_day_of_the_session_writes_nothing(team: Store) -> None:
    record.hold(team, HoldSession(AMIRA, TODAY, children=(C2,)), TODAY)
    record.discuss(team, DiscussionRequest((C2,), "Ten minutes", TODAY, asked_for=True), TODAY)
    assert len(rows(team, TODAY, "to_write_up")) == 1


def test_a_child_taken_off_the_list_of_a_session_was_not_discussed_in_it(team: Store) -> None:
    held = record.hold(team, HoldSession(AMIRA, TODAY, children=(C1, C2)), TODAY).entry
    gone = record.take_off(team, TakeOffSession(held, C2, "A wrong reference", TODAY), TODAY)
    assert [one.summary for one in rows(team, TODAY, "to_write_up")] == ["1 child of 2 Oct with nothing written: C-1"]
    assert child_page(team, C2, TODAY).row.discussion.state == "never"
    assert [one.withdrawn_because for one in child_page(team, C2, TODAY).entries if one.wordless] == [
        "A wrong reference"
    ]
    with pytest.raises(RecordProblem, match="C-2 does not stand in that session"):
        record.take_off(team, TakeOffSession(held, C2, "Again", TODAY), TODAY)
    record.withdraw(team, Withdraw(gone.entry, "It was right", TODAY), TODAY)
    assert child_page(team, C2, TODAY).row.discussion.last == TODAY
    assert [one.count for one in rows(team, TODAY, "to_write_up")] == [2]
    record.withdraw(team, Withdraw(held, "Another worker", TODAY), TODAY)
    assert rows(team, TODAY, "to_write_up") == []


# --- Sessions cut short -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("planned_minutes", "minutes", "asks"),
    [(90, 44, True), (90, 45, False), (90, None, False), (None, 44, True), (None, 45, False), (60, 29, True)],
)
def test_whether_a_session_cut_short_counts_is_asked(
    team: Store, planned_minutes: int | None, minutes: int | None, asks: bool
) -> None:
    record.plan(team, PlanSession(AMIRA, TODAY, minutes=planned_minutes), TODAY)
    held = HoldSession(AMIRA, TODAY, minutes=minutes)
    if asks:
        with pytest.raises(RecordProblem, match=f"It took {minutes} of the {planned_minutes or 90} minutes"):
            record.hold(team, held, TODAY)
        assert worker_page(team, AMIRA, TODAY).row.supervision.state == "never"
        held = held.__replace__(counts=True)
    said = record.hold(team, held, TODAY).says
    assert ("cut short: it counts" in said) is asks
    shown = worker_page(team, AMIRA, TODAY).row
    assert (shown.supervision.last, shown.worker.last_held_cut_short) == (TODAY, asks)
    assert [one.summary for one in rows(team, TODAY, "session_not_rebooked")] == (
        ["Session of 2 Oct cut short: no new date"] if asks else []
    )


@pytest.mark.parametrize(("reached", "not_reached", "asks"), [(1, 4, True), (1, 2, True), (2, 2, False), (0, 0, False)])
def test_a_session_that_reached_few_of_its_children_is_asked_about_as_well(
    team: Store, reached: int, not_reached: int, asks: bool
) -> None:
    agenda = (C1, C2, C3, C4, C5)[: reached + not_reached]
    held = HoldSession(AMIRA, TODAY, children=agenda[:reached], not_reached=agenda[reached:])
    if asks:
        with pytest.raises(RecordProblem, match=f"It reached {reached} of the {reached + not_reached} children on"):
            record.hold(team, held, TODAY)
        assert worker_page(team, AMIRA, TODAY).row.supervision.state == "never"
        held = held.__replace__(counts=True)
    assert ("cut short: it counts" in record.hold(team, held, TODAY).says) is asks


def test_without_a_plan_nothing_is_asked_of_a_short_session(team: Store) -> None:
    assert "cut short" not in record.hold(team, HoldSession(AMIRA, TODAY, minutes=20), TODAY).says


def test_a_session_that_does_not_count_sets_back_no_clock_and_asks_for_a_new_date(team: Store) -> None:
    record.hold(team, HoldSession(AMIRA, TODAY - 20 * DAY), TODAY)
    said = record.hold(team, HoldSession(AMIRA, TODAY, minutes=35, counts=False), TODAY).says
    assert "it does not count as supervision, and asks for a new date" in said
    shown = worker_page(team, AMIRA, TODAY).row
    assert (shown.supervision.last, shown.worker.cut_short_on) == (TODAY - 20 * DAY, TODAY)
    (row,) = rows(team, TODAY + 8 * DAY, "session_not_rebooked")
    assert (row.state, row.days_over) == ("overdue", 1)
    planned(team, TODAY + 3 * DAY, TODAY)
    assert rows(team, TODAY, "session_not_rebooked") == []
    assert len(rows(team, TODAY + 4 * DAY, "session_not_rebooked")) == 1
    record.hold(team, HoldSession(AMIRA, TODAY + 4 * DAY), TODAY + 4 * DAY)
    assert rows(team, TODAY + 4 * DAY, "session_not_rebooked") == []
    assert worker_page(team, AMIRA, TODAY + 4 * DAY).row.worker.cut_short_on is None


# --- Work to be signed off --------------------------------------------------------------------------


def test_work_is_not_answered_before_it_was_handed_in(team: Store) -> None:
    work = record.hand_in(team, HandInWork(C2, "Assessment", "amira", TODAY), TODAY).entry
    handed_in = "the work was handed in on Fri 2 Oct 2026"
    with pytest.raises(RecordProblem, match=handed_in):
        record.approve(team, ApproveWork(work, "Good", TODAY - DAY), TODAY)
    with pytest.raises(RecordProblem, match=handed_in):
        record.return_work(team, ReturnWork(work, "Her view", TODAY - DAY), TODAY)
    record.return_work(team, ReturnWork(work, "Her view", TODAY), TODAY)
    with pytest.raises(RecordProblem, match=handed_in):
        record.hand_in_again(team, HandInAgain(work, TODAY - DAY), TODAY)


def test_work_handed_in_waits_is_returned_comes_back_and_is_signed_off(team: Store) -> None:
    work = record.hand_in(team, HandInWork(C2, "Assessment", "amira", TODAY), TODAY).entry
    (row,) = rows(team, TODAY, "sign_off")
    assert (row.state, row.child, row.summary) == ("open", "C-2", "Handed in 2 Oct by Amira Khan: Assessment")
    assert [one.state for one in rows(team, TODAY + 7 * DAY, "sign_off")] == ["due"]
    with pytest.raises(RecordProblem, match="What is missing is empty"):
        record.return_work(team, ReturnWork(work, " ", TODAY), TODAY)
    record.return_work(team, ReturnWork(work, "the child's view", TODAY + DAY), TODAY + DAY)
    (row,) = rows(team, TODAY + DAY, "sign_off")
    assert row.summary == "Returned 3 Oct to Amira Khan: Assessment; missing: the child's view"
    with pytest.raises(RecordProblem, match="does not wait to be signed off"):
        record.approve(team, ApproveWork(work, "Good", TODAY + DAY), TODAY + DAY)
    record.hand_in_again(team, HandInAgain(work, TODAY + DAY), TODAY + DAY)
    (row,) = rows(team, TODAY + DAY, "sign_off")
    assert row.summary == "Handed in again 3 Oct by Amira Khan: Assessment"
    record.approve(team, ApproveWork(work, "She is heard in it", TODAY + DAY), TODAY + DAY)
    assert rows(team, TODAY + 99 * DAY, "sign_off") == []
    told = [(one.text, one.because) for one in child_page(team, C2, TODAY + DAY).entries if one.kind == "work"]
    assert told[0] == ("Handed in by Amira Khan: Assessment", None)
    assert told[-1] == ("Approved: Assessment", "She is heard in it")


def test_nobody_signs_off_or_returns_their_own_work(team: Store) -> None:
    choose(team, "Mary Okoro", None)
    work = record.hand_in(team, HandInWork(C2, "Assessment", "me", TODAY), TODAY).entry
    for asked in (ApproveWork(work, "Good", TODAY), ReturnWork(work, "More", TODAY)):
        with pytest.raises(RecordProblem, match="Nobody signs off their own work"):
            record.record(team, asked, TODAY)


@pytest.mark.parametrize("author_of_it", ["me", "amira"])
def test_somebody_senior_signs_off_what_the_manager_may_not_and_stands_on_the_page(
    team: Store, author_of_it: str
) -> None:
    choose(team, "Mary Okoro", None)
    first, second = (
        record.hand_in(team, HandInWork(C2, what, author_of_it, TODAY), TODAY).entry for what in ("Plan", "Report")
    )
    approved = record.approve(team, ApproveWork(first, "It is clear", TODAY, "outside: Ada Lind"), TODAY)
    assert approved.says == "The work about C-2 was signed off by Ada Lind on Fri 2 Oct 2026."
    returned = record.return_work(team, ReturnWork(second, "The child's view", TODAY, "Ben"), TODAY)
    assert returned.says.startswith("The work about C-2 was returned by Ben Ortiz on Fri 2 Oct 2026;")
    told = [one.text for one in child_page(team, C2, TODAY).entries if one.kind == "work"]
    assert {"Approved by Ada Lind: Plan", "Returned by Ben Ortiz for what is missing: Report"} <= set(told)


@pytest.mark.parametrize("who", ["amira", "Amira Khan", "outside: Amira Khan"])
def test_nobody_is_named_to_sign_off_their_own_work(team: Store, who: str) -> None:
    work = record.hand_in(team, HandInWork(C2, "Assessment", "amira", TODAY), TODAY).entry
    for asked in (ApproveWork(work, "Good", TODAY, who), ReturnWork(work, "More", TODAY, who)):
        with pytest.raises(RecordProblem, match="Nobody signs off their own work"):
            record.record(team, asked, TODAY)


# --- Worries ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("owner", "review_on", "hint"),
    [
        ("Ben", TODAY + 7 * DAY, None),
        (None, TODAY + 7 * DAY, "Nobody is named who sees to it."),
        ("Ben", None, "No day is set to look at it again."),
        (None, None, "Nobody is named who sees to it and no day is set to look at it again."),
    ],
)
def test_a_worry_that_nobody_sees_to_is_said_when_it_is_raised(
    team: Store, owner: str | None, review_on: date | None, hint: str | None
) -> None:
    worry = WorryRequest(C1, "A bruise", TODAY, severity=5, owner=owner, review_on=review_on)
    recorded = record.raise_worry(team, worry, TODAY)
    assert ", severity 5 of 5" in recorded.says
    assert recorded.hint == hint


@pytest.mark.parametrize(
    ("severity", "because", "hint"),
    [
        (5, "He has a new bruise", None),
        (4, None, "Nothing is written of what was found. Looked at, this worry of severity 4 is not urgent any more"),
        (3, " ", "Nothing is written of what was found."),
        (None, None, "Nothing is written of what was found."),
    ],
)
def test_a_worry_looked_at_without_a_word_is_taken_and_that_is_said(
    team: Store, severity: int | None, because: str | None, hint: str | None
) -> None:
    worry = record.raise_worry(team, WorryRequest(C1, "A bruise", TODAY, severity=severity), TODAY).entry
    answer = record.review_worry(team, ReviewWorry(worry, TODAY + 6 * DAY, TODAY, because), TODAY)
    assert answer.hint is hint is None or str(answer.hint).startswith(str(hint))
    assert ("not urgent" in str(answer.hint)) is ("not urgent" in str(hint))
    assert [row.state for row in rows(team, TODAY + 9 * DAY, "worry")] == ["overdue"]
    assert [one.item.id for one in load_board(team, TODAY + 9 * DAY).worries] == [worry]


# --- Talks that were asked for ----------------------------------------------------------------------


def test_a_talk_that_was_asked_for_is_open_again_where_the_one_that_answered_it_was_about_another_child(
    team: Store,
) -> None:
    asked = DiscussionRequest((C1,), "Mum not seen since Friday", TODAY, asked_for=True)
    (waiting,) = record.discuss(team, asked, TODAY)
    (answer,) = record.discuss(team, DiscussionRequest((C1,), "Talked", TODAY, answers=waiting.entry), TODAY)
    assert rows(team, TODAY, "discussion_open") == []
    record.correct(team, Correction(answer.entry, child="C-2"), TODAY)
    (row,) = rows(team, TODAY, "discussion_open")
    assert (row.child, row.tier) == ("C-1", "urgent")
    record.undo(team, Undo(yes=True), TODAY)
    assert rows(team, TODAY, "discussion_open") == []
