"""What can be recorded, what is refused with which sentence, and that a refusal writes nothing."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from db.engine import Store
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, WorkerId
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    AnswerEscalation,
    CancelSession,
    CarryAction,
    CloseAction,
    CloseWorry,
    CoverRequest,
    DecisionRequest,
    DiscussionRequest,
    EscalationRequest,
    FileDiscussion,
    GiveReason,
    HoldSession,
    LinkFamily,
    OpeningDate,
    PlanSession,
    ReviewWorry,
    RiskRequest,
    SessionTalk,
    Withdraw,
    WorryRequest,
)
from oversight_tui.services import drafts, record
from oversight_tui.services.board import load_board
from oversight_tui.services.find import NotFound
from oversight_tui.services.record import RecordProblem
from tests.made_once import AMIRA, C1, C2, C3

TODAY = date(2026, 10, 2)
DAY = timedelta(days=1)
NOBODY = ChildId(99)
TOMORROW, YESTERDAY = TODAY + DAY, TODAY - DAY


def board(store: Store, today: date = TODAY) -> Board:
    return load_board(store, today, all_teams=True)


def kinds(store: Store, child: ChildId, today: date = TODAY) -> list[str]:
    return sorted(row.kind for row in board(store, today).attention if row.child_id == child)


def entries(store: Store) -> int:
    with store.reading():
        return int(store.row("SELECT count(*) FROM entry")[0])


Attempt = Callable[[Store], object]
REFUSED: list[tuple[str, Attempt, str]] = [
    ("a session to come", lambda s: record.hold(s, HoldSession(AMIRA, TOMORROW), TODAY), "still to come"),
    ("a plan for the past", lambda s: record.plan(s, PlanSession(AMIRA, YESTERDAY), TODAY), "has passed"),
    ("a session without end", lambda s: record.hold(s, HoldSession(AMIRA, TODAY, minutes=0), TODAY), "1,440 minutes"),
    ("nobody's session", lambda s: record.hold(s, HoldSession(WorkerId(99), TODAY), TODAY), "no worker with the id 99"),
    (
        "a cancelling of nothing",
        lambda s: record.cancel(s, CancelSession(EntryId(1), "Ill", TODAY), TODAY),
        "planned session",
    ),
    (
        "an opening date to come",
        lambda s: record.opening(s, OpeningDate(AboutWorker(AMIRA), TOMORROW), TODAY),
        "still to come",
    ),
    (
        "an opening date of nobody",
        lambda s: record.opening(s, OpeningDate(AboutChild(NOBODY), TODAY), TODAY),
        "no child with the id 99",
    ),
    ("a talk about nobody", lambda s: record.discuss(s, DiscussionRequest((), "x", TODAY), TODAY), "which child"),
    ("a talk of no words", lambda s: record.discuss(s, DiscussionRequest((C1,), " \n", TODAY), TODAY), "empty"),
    (
        "a talk at half past twenty-five",
        lambda s: record.discuss(s, DiscussionRequest((C1,), "x", TODAY, at="25:30"), TODAY),
        "Write it as 9:30",
    ),
    (
        "a because of no decision",
        lambda s: record.discuss(s, DiscussionRequest((C1,), "x", TODAY, because="y"), TODAY),
        "no decision",
    ),
    (
        "a decision about nobody",
        lambda s: record.decide(s, DecisionRequest("Visit", TODAY, AboutChild(NOBODY)), TODAY),
        "no child with the id 99",
    ),
    (
        "a decision of no known kind",
        lambda s: record.decide(s, DecisionRequest("Visit", TODAY, AboutChild(C1), kind="whim"), TODAY),
        "no decision kind 'whim'",
    ),
    (
        "a review before its decision",
        lambda s: record.decide(s, DecisionRequest("Visit", TODAY, AboutChild(C1), review_on=YESTERDAY), TODAY),
        "has passed",
    ),
    (
        "a worry of severity six",
        lambda s: record.raise_worry(s, WorryRequest(C1, "x", TODAY, severity=6), TODAY),
        "from 1 (least) to 5",
    ),
    ("a worry to come", lambda s: record.raise_worry(s, WorryRequest(C1, "x", TOMORROW), TODAY), "still to come"),
    (
        "an action of nobody",
        lambda s: record.add_action(s, ActionRequest(AboutChild(C1), "Ring school", " ", TOMORROW, TODAY), TODAY),
        "The owner is empty",
    ),
    (
        "an action for the past",
        lambda s: record.add_action(s, ActionRequest(AboutChild(C1), "Ring school", "Amira", YESTERDAY, TODAY), TODAY),
        "has passed",
    ),
    ("a rating without why", lambda s: record.rate_risk(s, RiskRequest(C1, "high", "", TODAY), TODAY), "reason"),
    (
        "an absence that ends before it begins",
        lambda s: record.absence(s, AbsenceRequest(AMIRA, TODAY, YESTERDAY, "leave"), TODAY),
        "before the first",
    ),
    (
        "an escalation to nobody",
        lambda s: record.escalate(s, EscalationRequest("No place", "", TODAY, AboutChild(C1)), TODAY),
        "To whom is empty",
    ),
    ("a withdrawal of nothing", lambda s: record.withdraw(s, Withdraw(EntryId(9999), "x", TODAY), TODAY), "9999"),
]


def test_a_talk_asked_for_about_one_child_is_not_held_by_one_about_another(team: Store) -> None:
    asked_for = record.discuss(team, DiscussionRequest((C2,), "Rang at noon", TODAY, asked_for=True), TODAY)[0]
    with pytest.raises(RecordProblem, match="Name C-2 too"):
        record.discuss(team, DiscussionRequest((C3,), "Held", TODAY, answers=asked_for.entry), TODAY)
    record.discuss(team, DiscussionRequest((C1, C2), "Held", TODAY, answers=asked_for.entry), TODAY)
    with pytest.raises(RecordProblem, match="held already"):
        record.discuss(team, DiscussionRequest((C2,), "Held", TODAY, answers=asked_for.entry), TODAY)


@pytest.mark.parametrize(("attempt", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_it_is_refused_with_a_sentence_and_nothing_is_written(team: Store, attempt: Attempt, words: str) -> None:
    before = entries(team)
    with pytest.raises(RecordProblem) as refused:
        attempt(team)
    assert words in str(refused.value)
    assert entries(team) == before


def test_a_session_today_is_valid_and_takes_the_planned_one_near_it(team: Store) -> None:
    record.plan(team, PlanSession(AMIRA, TODAY + 3 * DAY), TODAY)
    held = record.hold(team, HoldSession(AMIRA, TODAY, children=(C1,)), TODAY)
    assert held.says.startswith("Supervision with Amira Khan held on Fri 2 Oct 2026, 1 child discussed. It was the one")
    assert held.says.endswith("planned for Mon 5 Oct 2026.")
    row = next(row for row in board(team).workers if row.worker.id == AMIRA)
    assert (row.supervision.days_since, row.worker.next_planned) == (0, None)
    assert [one.state for one in board(team).diary.sessions] == ["held"]


def test_a_session_that_begins_with_what_was_said_in_it_takes_the_planned_one_near_it_too(team: Store) -> None:
    """Else the list would ask what became of the plan on the day after, of a session whose words are written."""
    record.plan(team, PlanSession(AMIRA, TODAY + 3 * DAY), TODAY)
    talk = SessionTalk(AMIRA, ("C-1",), TODAY, text="The plan stands", supervisor="outside: Priya Lead")
    said = record.talk_in_session(team, talk, TODAY)
    assert said[0].says.endswith("It was the one planned for Mon 5 Oct 2026.")
    row = next(row for row in board(team).workers if row.worker.id == AMIRA)
    assert (row.supervision.days_since, row.worker.next_planned) == (0, None)


def test_a_cancelled_session_sets_back_no_clock_and_waits_to_be_booked_again(team: Store) -> None:
    before = next(row for row in board(team).workers if row.worker.id == AMIRA).supervision
    planned = record.plan(team, PlanSession(AMIRA, TODAY), TODAY)
    record.cancel(team, CancelSession(planned.entry, "Court ran late", TODAY), TODAY)
    with pytest.raises(RecordProblem, match="held or cancelled already"):
        record.cancel(team, CancelSession(planned.entry, "Again", TODAY), TODAY)
    shown = board(team)
    assert next(row for row in shown.workers if row.worker.id == AMIRA).supervision == before
    waits = next(row for row in shown.attention if row.kind == "session_not_rebooked")
    assert waits.summary == "Session of 2 Oct cancelled: Court ran late"
    record.plan(team, PlanSession(AMIRA, TODAY + DAY), TODAY)
    assert "session_not_rebooked" not in [row.kind for row in board(team).attention]


def test_a_planned_session_whose_day_passed_is_asked_about_until_something_is_said_of_it(team: Store) -> None:
    planned = record.plan(team, PlanSession(AMIRA, TODAY), TODAY)
    later = TODAY + 4 * DAY
    (row,) = [row for row in load_board(team, later).attention if row.kind == "session_not_recorded"]
    assert (row.id, row.worker, row.summary) == (
        planned.entry,
        "Amira Khan",
        "Session planned for 2 Oct: held, moved or cancelled?",
    )
    record.hold(team, HoldSession(AMIRA, TODAY), later)
    assert "session_not_recorded" not in [row.kind for row in load_board(team, later).attention]


def test_a_talk_counts_for_the_child_and_waits_until_it_is_on_file(team: Store) -> None:
    (talk,) = record.discuss(team, DiscussionRequest((C2,), "Moved to his aunt", TODAY, worker_id=AMIRA), TODAY)
    shown = board(team)
    assert next(row for row in shown.children if row.child.id == C2).discussion.days_since == 0
    assert next(row for row in shown.workers if row.worker.id == AMIRA).supervision.state == "never"
    assert "discussion_not_on_file" in kinds(team, C2)
    record.file_discussion(team, FileDiscussion(talk.entry, TODAY), TODAY)
    assert "discussion_not_on_file" not in kinds(team, C2)
    with pytest.raises(RecordProblem, match="already"):
        record.file_discussion(team, FileDiscussion(talk.entry, TODAY), TODAY)


def test_a_talk_asked_for_waits_and_moves_no_clock(team: Store) -> None:
    record.discuss(team, DiscussionRequest((C2,), "Ten minutes", TODAY, at="11:00", asked_for=True), TODAY)
    assert "discussion_open" in kinds(team, C2)
    assert next(row for row in board(team).children if row.child.id == C2).discussion.state == "never"


def test_a_decision_without_because_stays_until_it_has_one(team: Store) -> None:
    made = record.decide(team, DecisionRequest("Visit today", TODAY, AboutChild(C2)), TODAY)
    assert "No reason yet" in made.says
    assert "decision_without_because" in kinds(team, C2)
    record.give_reason(team, GiveReason(made.entry, "Nobody has seen him", TODAY), TODAY)
    assert "decision_without_because" not in kinds(team, C2)


def test_a_worry_is_reviewed_closed_and_gone(team: Store) -> None:
    worry = record.raise_worry(team, WorryRequest(C2, "Weight", TODAY, severity=3, review_on=TODAY), TODAY)
    assert [row.state for row in board(team).worries] == ["due"]
    record.review_worry(team, ReviewWorry(worry.entry, TODAY + 7 * DAY, TODAY), TODAY)
    assert [(row.item.due_on, row.state) for row in board(team).worries] == [(TODAY + 7 * DAY, "open")]
    with pytest.raises(RecordProblem, match="reason is empty"):
        record.close_worry(team, CloseWorry(worry.entry, "", TODAY), TODAY)
    record.close_worry(team, CloseWorry(worry.entry, "He gained two kilos", TODAY), TODAY)
    assert board(team).worries == ()


def test_an_action_is_carried_over_and_settled_either_way(team: Store) -> None:
    asked = ActionRequest(AboutChild(C2), "Ring school", "Amira Khan", TODAY, TODAY)
    action = record.add_action(team, asked, TODAY)
    later = TODAY + 5 * DAY
    record.carry_action(team, CarryAction(action.entry, later, TODAY, "School is closed"), TODAY)
    assert "action" not in kinds(team, C2)
    assert "action" in kinds(team, C2, later)
    with pytest.raises(RecordProblem, match="reason is empty"):
        record.close_action(team, CloseAction(action.entry, TODAY, done=False), TODAY)
    record.close_action(team, CloseAction(action.entry, TODAY, done=False, text="No longer needed"), TODAY)
    assert "action" not in kinds(team, C2, later)


def test_a_rating_sets_the_childs_interval(team: Store) -> None:
    record.opening(team, OpeningDate(AboutChild(C2), TODAY - 20 * DAY), TODAY)
    assert next(row for row in board(team).children if row.child.id == C2).discussion.state == "in_time"
    said = record.rate_risk(team, RiskRequest(C2, "very_high", "Threats at the door", TODAY), TODAY)
    assert "at the latest after 2 weeks" in said.says
    assert next(row for row in board(team).children if row.child.id == C2).discussion.state == "overdue"


def test_an_answer_ends_an_escalation_and_a_withdrawal_takes_an_entry_back(team: Store) -> None:
    sent = record.escalate(team, EscalationRequest("No placement", "Service manager", TODAY, AboutChild(C2)), TODAY)
    assert "escalation" in kinds(team, C2, TODAY + 6 * DAY)
    answered = record.answer(team, AnswerEscalation(sent.entry, "Found one", TODAY), TODAY)
    assert "escalation" not in kinds(team, C2, TODAY + 6 * DAY)
    record.withdraw(team, Withdraw(answered.entry, "It fell through", TODAY), TODAY)
    assert "escalation" in kinds(team, C2, TODAY + 6 * DAY)


def test_control_and_bidi_signs_never_get_into_the_store(team: Store) -> None:
    record.raise_worry(team, WorryRequest(C2, "A\x1b[2Jb\u202ec\x00", TODAY), TODAY)
    assert board(team).worries[0].item.text == "A[2Jbc"


def test_the_draft_of_what_is_recorded_goes_with_it_and_that_of_what_is_refused_stays(team: Store) -> None:
    drafts.keep(team, "worry:child:1", {"text": "Lost weight"})
    drafts.keep(team, "worry:child:2", {"text": "Another"})
    with pytest.raises(RecordProblem):
        record.record(team, WorryRequest(C1, "", TODAY), TODAY, draft="worry:child:1")
    assert len(drafts.kept(team)) == 2
    record.record(team, WorryRequest(C1, "Lost weight", TODAY), TODAY, draft="worry:child:1")
    assert list(drafts.kept(team)) == ["worry:child:2"]


def test_who_helps_out_is_somebody_of_the_team_or_said_to_be_outside_it(team: Store) -> None:
    before = entries(team)
    with pytest.raises(NotFound, match="'zzzz' is nobody of the team"):
        record.cover(team, CoverRequest(AMIRA, "zzzz", TODAY), TODAY)
    with pytest.raises(NotFound, match="nobody of the team"):
        record.absence(team, AbsenceRequest(AMIRA, TODAY, None, "leave", covered_by="zzzz"), TODAY)
    assert entries(team) == before
    assert "Helen Deputy sees to" in record.cover(team, CoverRequest(AMIRA, "outside: Helen Deputy", TODAY), TODAY).says
    assert "Ben Ortiz sees to" in record.cover(team, CoverRequest(AMIRA, "ortiz ben", TODAY), TODAY).says


def test_one_text_is_about_one_family(team: Store) -> None:
    record.link_family(team, LinkFamily((C1, C2), "Mason"), TODAY)
    before = entries(team)
    with pytest.raises(RecordProblem, match="C-1 and C-3 are not of one family"):
        record.discuss(team, DiscussionRequest((C1, C3), "They moved", TODAY), TODAY)
    with pytest.raises(RecordProblem, match="C-1 and C-3 are not of one family"):
        record.talk_in_session(team, SessionTalk(AMIRA, ("C-1", "C-3"), TODAY, text="They moved"), TODAY)
    assert entries(team) == before
    assert len(record.discuss(team, DiscussionRequest((C1, C2), "They moved", TODAY), TODAY)) == 2
