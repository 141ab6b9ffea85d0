"""What was recorded is put right: corrected, moved to the right child, withdrawn, undone and brought back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import derived, open_store
from db.engine import Store
from db.verification import verify
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    AgreedAction,
    CarryAction,
    ChildDateRequest,
    CloseAction,
    CloseWorry,
    Correction,
    CoverRequest,
    DecisionRequest,
    Disagree,
    DiscussionRequest,
    FileDiscussion,
    GiveReason,
    HandOver,
    HoldSession,
    MarkEntry,
    NoteRequest,
    PersonalRequest,
    Redo,
    ReviewDecision,
    RiskRequest,
    Undo,
    Withdraw,
    WorryRequest,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.changes import changes, mark_seen
from oversight_tui.services.copying import plain_text
from oversight_tui.services.entries import entry_words, note_opened
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.identity import choose
from oversight_tui.services.journal import newest, rows
from oversight_tui.services.notes import notes
from oversight_tui.services.record import RecordProblem
from oversight_tui.words.labels import SENSITIVE
from tests.db.test_board_facts import import_team
from tests.engines import so_many
from tests.made_once import AMIRA, C1, C2, C3, C4

TODAY = date(2026, 10, 2)
DAY = timedelta(days=1)


def entries(store: Store, child: ChildId, *, opened: frozenset[EntryId] = frozenset()) -> list[Entry]:
    return [
        one
        for one in child_page(store, child, TODAY, opened=opened).entries
        if one.kind not in ("allocation", "status")
    ]


def reference(store: Store, child: ChildId) -> str:
    return child_page(store, child, TODAY).row.child.reference


def attention(store: Store, child: ChildId) -> list[tuple[str, str]]:
    board = load_board(store, TODAY, all_teams=True)
    return sorted((row.kind, row.summary) for row in board.attention if row.child_id == child)


def test_a_correction_is_a_new_version_and_the_old_one_stays_readable(team: Store) -> None:
    worry = record.raise_worry(team, WorryRequest(C2, "Lost wieght", TODAY, severity=3), TODAY)
    record.correct(team, Correction(worry.entry, text="Lost weight", on=TODAY - DAY), TODAY)
    old, new = sorted(entries(team, C2), key=lambda one: one.id)
    assert (old.text.split("\n")[0], old.replaced, old.corrects) == ("Lost wieght", True, None)
    assert (new.text.split("\n")[0], new.replaced, new.corrects) == ("Lost weight", False, worry.entry)
    assert new.happened_on == TODAY - DAY
    assert [row.item.text for row in load_board(team, TODAY, all_teams=True).worries] == ["Lost weight"]
    record.close_worry(team, CloseWorry(worry.entry, "Gained two kilos", TODAY), TODAY)
    assert load_board(team, TODAY, all_teams=True).worries == ()


def test_what_follows_an_entry_follows_every_version_of_it(team: Store) -> None:
    action = record.add_action(team, ActionRequest(AboutChild(C2), "Ring shcool", "Amira Khan", TODAY, TODAY), TODAY)
    record.carry_action(team, CarryAction(action.entry, TODAY + DAY, TODAY, "School is closed"), TODAY)
    fixed = record.correct(team, Correction(action.entry, text="Ring school"), TODAY)
    (row,) = load_board(team, TODAY, all_teams=True).actions
    assert (row.item.id, row.item.text, row.item.carried_over) == (action.id, "Ring school", 1)
    record.close_action(team, CloseAction(fixed.entry, TODAY), TODAY)  # by the number of the newer version
    assert load_board(team, TODAY, all_teams=True).actions == ()


def test_a_talk_on_the_wrong_childs_page_moves_with_all_that_belongs_to_it(team: Store) -> None:
    asked = DiscussionRequest(
        (C2,),
        "His father is back",
        TODAY,
        decision="Visit",
        because="Nobody has seen him",
        actions=(AgreedAction("Ring the police", "Amira Khan", TODAY),),
    )
    (talk,) = record.discuss(team, asked, TODAY)
    record.file_discussion(team, FileDiscussion(talk.entry, TODAY), TODAY)
    said = record.correct(team, Correction(talk.entry, child=reference(team, C3)), TODAY)
    assert "2 entries that belong to it" in said.says
    there, here = entries(team, C3), entries(team, C2)
    assert {one.kind for one in there} == {"discussion", "decision", "action"}
    assert any("His father is back" in one.text and one.on_file is None for one in there)
    for words in ("father", "Nobody has seen", "police", "Visit"):
        assert not any(words in f"{one.text} {one.because}" for one in here)
    assert all("mistake" in one.text for one in here)
    board = {row.child.id: row for row in load_board(team, TODAY, all_teams=True).children}
    assert (board[C2].discussion.state, board[C3].discussion.days_since) == ("never", 0)
    with team.reading():
        assert derived.differences(team) == ()
    moved = next(row for row in rows(team) if row.before and "child" in row.before)
    assert moved.before["child"] == 2


NO_MARK: Any = "secret"
CANNOT: list[tuple[Callable[[Store, EntryId], object], str]] = [
    (lambda s, i: record.correct(s, Correction(i), TODAY), "what is to be corrected"),
    (lambda s, i: record.correct(s, Correction(i, text=" "), TODAY), "empty"),
    (lambda s, i: record.correct(s, Correction(i, because="x"), TODAY), "no because"),
    (lambda s, i: record.correct(s, Correction(i, on=TODAY + DAY), TODAY), "still to come"),
    (lambda s, i: record.correct(s, Correction(i, child=reference(s, C2)), TODAY), "already"),
    (lambda s, i: record.mark_entry(s, MarkEntry(i, NO_MARK), TODAY), "sensitive, significant"),
    (lambda s, i: record.withdraw(s, Withdraw(i, "", TODAY), TODAY), "reason is empty"),
    (lambda s, i: record.withdraw(s, Withdraw(EntryId(1), "x", TODAY), TODAY), "newer list"),
    (lambda s, i: record.review_decision(s, ReviewDecision(i, "x", TODAY), TODAY), "no decision"),
]


@pytest.mark.parametrize(("attempt", "words"), CANNOT)
def test_what_cannot_be_put_right_is_said(team: Store, attempt: Callable[[Store, EntryId], object], words: str) -> None:
    worry = record.raise_worry(team, WorryRequest(C2, "Weight", TODAY), TODAY)
    before = len(rows(team))
    with pytest.raises(RecordProblem, match=words):
        attempt(team, worry.entry)
    assert len(rows(team)) == before


def test_a_session_held_on_the_wrong_day_is_put_right_and_so_are_the_clocks(team: Store) -> None:
    held = record.hold(team, HoldSession(AMIRA, TODAY, children=(C1,)), TODAY)
    record.correct(team, Correction(held.entry, on=TODAY - 3 * DAY), TODAY)
    board = load_board(team, TODAY, all_teams=True)
    assert next(row for row in board.workers if row.worker.id == AMIRA).supervision.days_since == 3
    assert next(row for row in board.children if row.child.id == C1).discussion.days_since == 3
    assert [one.held_on for one in worker_page(team, AMIRA, TODAY).sessions] == [TODAY - 3 * DAY]


def test_undo_takes_back_what_was_recorded_together_and_redo_brings_it_back(team: Store) -> None:
    before = attention(team, C2)
    talk = DiscussionRequest((C2, C1), "Moved", TODAY, decision="Visit", because="x")
    record.discuss(team, talk, TODAY)
    after = attention(team, C2)
    undone = record.undo(team, Undo(yes=True), TODAY)
    every = (
        "the discussion 'Moved' about C-2, the decision 'Visit', the discussion 'Moved' about C-1 "
        "and the decision 'Visit' about C-1, of Fri 2 Oct 2026."
    )
    assert every in undone.says
    assert attention(team, C2) == before
    assert record.redo(team, Redo(), TODAY).says.startswith("Brought back: the discussion 'Moved'")
    assert attention(team, C2) == after
    record.undo(team, Undo(yes=True), TODAY)
    record.raise_worry(team, WorryRequest(C2, "Weight", TODAY), TODAY)
    with pytest.raises(RecordProblem, match="nothing of yours to bring back"):
        record.redo(team, Redo(), TODAY)


def test_undo_of_a_handing_over_of_a_correction_and_of_a_withdrawal(team: Store) -> None:
    record.hand_over(team, HandOver((C1, C2), "duty", TODAY), TODAY)
    record.undo(team, Undo(yes=True), TODAY)
    board = {row.child.id: row.child for row in load_board(team, TODAY, all_teams=True).children}
    assert (board[C1].worker_id, board[C2].bucket) == (AMIRA, None)
    worry = record.raise_worry(team, WorryRequest(C2, "First", TODAY), TODAY)
    record.correct(team, Correction(worry.entry, text="Second"), TODAY)
    record.undo(team, Undo(yes=True), TODAY)
    assert [row.item.text for row in load_board(team, TODAY, all_teams=True).worries] == ["First"]
    record.withdraw(team, Withdraw(worry.entry, "Mistake", TODAY), TODAY)
    assert load_board(team, TODAY, all_teams=True).worries == ()
    assert "the withdrawal of the worry" in record.undo(team, Undo(yes=True), TODAY).says
    assert len(load_board(team, TODAY, all_teams=True).worries) == 1


RECORD: list[Callable[[Store, int], object]] = [
    lambda s, n: record.raise_worry(s, WorryRequest(C2, f"worry {n}", TODAY), TODAY),
    lambda s, n: record.decide(s, DecisionRequest(f"decision {n}", TODAY, AboutChild(C3)), TODAY),
    lambda s, n: record.discuss(s, DiscussionRequest((C2,), f"talk {n}", TODAY), TODAY),
    lambda s, n: record.hold(s, HoldSession(AMIRA, TODAY, children=(C1, C2), again=True), TODAY),
    lambda s, n: record.rate_risk(s, RiskRequest(C2, "high", f"risk {n}", TODAY), TODAY),
    lambda s, n: record.hand_over(s, HandOver((C4,), "duty" if n % 2 else "held_by_manager", TODAY), TODAY),
]


def whole(store: Store) -> object:
    """Everything a manager sees."""
    board = load_board(store, TODAY, all_teams=True)
    return board, *(child_page(store, row.child.id, TODAY).row for row in board.children)


@settings(max_examples=so_many(6), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.integers(0, len(RECORD) - 1), min_size=1, max_size=6))
def test_undoing_all_and_bringing_all_back_leaves_what_was_there(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[int]
) -> None:
    store = open_store(tmp_path_factory.mktemp("undo") / "team.oversight")
    import_team(store)
    seen = [whole(store)]
    for number, which in enumerate(chosen):
        RECORD[which](store, number)
        seen.append(whole(store))
    for before in reversed(seen[:-1]):
        record.undo(store, Undo(yes=True), TODAY)
        assert whole(store) == before
    for after in seen[1:]:
        record.redo(store, Redo(), TODAY)
        assert whole(store) == after
    with store.reading():
        assert derived.differences(store) == ()
        assert verify(store).faults == ()
    store.close()


def test_a_worry_that_was_moved_and_moved_back_by_undo_waits_on_its_own_child_again(team: Store) -> None:
    worry = record.raise_worry(team, WorryRequest(C3, "Not at school", TODAY), TODAY)
    record.correct(team, Correction(worry.entry, child="C-2"), TODAY)
    assert [row.item.child_id for row in load_board(team, TODAY, all_teams=True).worries] == [C2]
    record.undo(team, Undo(yes=True), TODAY)
    assert [row.item.child_id for row in load_board(team, TODAY, all_teams=True).worries] == [C3]
    record.redo(team, Redo(), TODAY)
    assert [row.item.child_id for row in load_board(team, TODAY, all_teams=True).worries] == [C2]
    with team.reading():
        assert derived.differences(team) == ()


def test_what_was_moved_and_then_withdrawn_does_not_come_back_to_the_wrong_page(team: Store) -> None:
    asked = WorryRequest(C3, "Typed on the wrong page", TODAY, scales=(("Mum", 4),))
    worry = record.raise_worry(team, asked, TODAY)
    record.correct(team, Correction(worry.entry, child=reference(team, C2)), TODAY)
    record.withdraw(team, Withdraw(worry.entry, "A mistake", TODAY), TODAY)
    assert "Typed on the wrong page" not in repr(entries(team, C3))
    shown = [one for one in entries(team, C2) if one.kind == "worry"]
    assert [(one.text, one.withdrawn_because) for one in shown] == [
        ("Typed on the wrong page\nScale of 0 to 10: Mum 4", "A mistake")
    ]


def test_what_was_moved_and_moved_back_stands_on_its_own_page_alone(team: Store) -> None:
    worry = record.raise_worry(team, WorryRequest(C2, "Hers after all", TODAY), TODAY)
    for child in (C3, C2):
        record.correct(team, Correction(worry.entry, child=reference(team, child)), TODAY)
    assert "Hers after all" not in repr(entries(team, C3))
    assert [one.replaced for one in entries(team, C2) if one.text == "Hers after all"] == [True, False]


def test_what_is_sensitive_stays_so_on_the_page_it_is_moved_to(team: Store) -> None:
    worry = record.raise_worry(team, WorryRequest(C2, "Disclosed by an uncle", TODAY), TODAY)
    record.mark_entry(team, MarkEntry(worry.entry, "sensitive"), TODAY)
    record.correct(team, Correction(worry.entry, child=reference(team, C3)), TODAY)
    assert "uncle" not in repr(entries(team, C3)) + repr(load_board(team, TODAY, all_teams=True))


def test_a_decision_looked_at_again_is_settled_or_waits_for_the_next_day(team: Store) -> None:
    made = record.decide(team, DecisionRequest("Wait", TODAY, AboutChild(C2), because="Court", review_on=TODAY), TODAY)
    assert ("review", "Review: Wait") in attention(team, C2)
    record.review_decision(team, ReviewDecision(made.entry, "Court sits later", TODAY, TODAY + 7 * DAY), TODAY)
    assert attention(team, C2) == []
    record.review_decision(team, ReviewDecision(made.entry, "Court has decided", TODAY), TODAY)
    with pytest.raises(RecordProblem, match="No review of this decision is open"):
        record.review_decision(team, ReviewDecision(made.entry, "Again", TODAY), TODAY)


def test_a_reason_given_later_leaves_the_review_of_the_decision_open(team: Store) -> None:
    made = record.decide(team, DecisionRequest("Wait", TODAY, AboutChild(C2), review_on=TODAY), TODAY)
    assert attention(team, C2) == [("review", "Review, and say why: Wait")]
    record.give_reason(team, GiveReason(made.entry, "Court", TODAY), TODAY)
    assert [kind for kind, _ in attention(team, C2)] == ["review"]


def test_a_worker_may_see_it_otherwise_and_the_decision_stands(team: Store) -> None:
    made = record.decide(team, DecisionRequest("Wait", TODAY, AboutChild(C2), because="Court"), TODAY)
    record.disagree(team, Disagree(made.entry, "Amira Khan", "We should go now", TODAY), TODAY)
    told = [one for one in entries(team, C2) if one.kind == "disagreement"]
    assert [one.text for one in told] == ["Amira Khan sees it otherwise: We should go now"]
    assert [one.because for one in entries(team, C2) if one.kind == "decision"] == ["Court"]


def test_sensitive_words_show_nowhere_until_they_are_opened_and_the_journal_says_by_whom(team: Store) -> None:
    secret = "Disclosed by an uncle"
    asked = DiscussionRequest((C2,), secret, TODAY, sensitive=True)
    (talk,) = record.discuss(team, asked, TODAY)
    worry = record.raise_worry(team, WorryRequest(C2, secret, TODAY), TODAY)
    record.mark_entry(team, MarkEntry(worry.entry, "sensitive"), TODAY)
    board = load_board(team, TODAY, all_teams=True)
    assert secret not in repr(board)
    assert secret not in repr(entries(team, C2))
    assert secret not in repr(rows(team)) + repr(newest(team))
    assert secret in repr(rows(team, personal=True))
    mark_seen(team)
    number = note_opened(team, talk.entry)
    assert secret in repr(entries(team, C2, opened=frozenset({number})))
    assert rows(team)[-1].what == "opened"


def test_what_cannot_do_without_a_sensitive_entry_is_read_like_it(team: Store) -> None:
    made = record.decide(team, DecisionRequest("Wait", TODAY, AboutChild(C2), because="Court"), TODAY)
    record.disagree(team, Disagree(made.entry, "Amira Khan", "Her uncle is there", TODAY), TODAY)
    record.mark_entry(team, MarkEntry(made.entry, "sensitive"), TODAY)
    assert "uncle" not in repr(entries(team, C2)) + repr(rows(team)) + repr(newest(team))
    choose(team, "The Deputy", None)
    assert "uncle" not in repr(changes(team, all_teams=True))


def test_why_what_is_sensitive_or_of_a_workers_own_was_withdrawn_is_read_like_it(team: Store) -> None:
    made = record.decide(team, DecisionRequest("Wait", TODAY, AboutChild(C2), because="Court"), TODAY)
    record.mark_entry(team, MarkEntry(made.entry, "sensitive"), TODAY)
    own = record.personal(team, PersonalRequest(AMIRA, "goal", "Court work", TODAY), TODAY)
    for one in (made, own):
        record.withdraw(team, Withdraw(one.entry, "Written about the uncle", TODAY), TODAY)
    assert "uncle" not in repr(entries(team, C2)) + repr(rows(team)) + repr(newest(team))
    assert [one.withdrawn for one in entries(team, C2) if one.kind == "decision"] == [True]
    assert "uncle" in repr(entries(team, C2, opened=frozenset({made.entry})))
    assert repr(rows(team, personal=True)).count("the uncle") == 2


def test_the_journal_says_who_opened_sensitive_words_to_correct_them(team: Store) -> None:
    worry = record.raise_worry(team, WorryRequest(C2, "Disclosed by an uncle", TODAY), TODAY)
    assert entry_words(team, worry.entry).text
    assert rows(team)[-1].what != "opened"
    record.mark_entry(team, MarkEntry(worry.entry, "sensitive"), TODAY)
    assert entry_words(team, worry.entry).text == "Disclosed by an uncle"
    assert rows(team)[-1].what == "opened"


def test_undo_says_that_only_a_correction_is_taken_back(team: Store) -> None:
    worry = record.raise_worry(team, WorryRequest(C2, "Wiht him", TODAY), TODAY)
    record.correct(team, Correction(worry.entry, text="With him"), TODAY)
    undone = record.undo(team, Undo(), TODAY)
    assert undone.says.startswith("Taken back: the correction of the worry 'With him'")
    assert "Wiht him" in repr(entries(team, C2))


def test_notes_to_self_are_on_nobodys_page_and_in_nobodys_journal(team: Store) -> None:
    written = record.note(team, NoteRequest("Is she well?", AboutChild(C2)), TODAY)
    assert "the law can still ask for it" in written.says
    record.note(team, NoteRequest("Holiday", AboutWorker(AMIRA)), TODAY)
    assert [(one.text, one.about) for one in notes(team)] == [
        ("Holiday", "Amira Khan"),
        ("Is she well?", reference(team, C2)),
    ]
    page, worker = child_page(team, C2, TODAY), worker_page(team, AMIRA, TODAY)
    for shown in (repr(page), repr(worker), repr(load_board(team, TODAY, all_teams=True)), repr(rows(team))):
        assert "Is she well" not in shown
        assert "Holiday" not in shown
    choose(team, "Angela Brathwaite", None)
    assert len(notes(team)) == 2, "what was written before she said who she is stays hers"
    choose(team, "Somebody Else", None)
    assert notes(team) == ()
    assert "Is she well" not in repr(changes(team, all_teams=True))
    choose(team, "Angela Brathwaite", None)
    assert len(notes(team)) == 2


def test_the_outcome_of_a_sensitive_action_is_news_without_its_words(team: Store) -> None:
    choose(team, "Angela Brathwaite", None)
    mark_seen(team)
    choose(team, "The Deputy", None)
    action = record.add_action(team, ActionRequest(AboutChild(C2), "Ask the refuge", "Ben", TODAY, TODAY), TODAY)
    record.mark_entry(team, MarkEntry(action.entry, "sensitive"), TODAY)
    record.close_action(team, CloseAction(action.entry, TODAY), TODAY)
    choose(team, "Angela Brathwaite", None)
    [news] = changes(team, all_teams=True)
    assert (news.what, news.text) == ("Action done", SENSITIVE)


def test_who_helps_out_covers_the_children_of_an_absent_worker(team: Store) -> None:
    record.absence(team, AbsenceRequest(AMIRA, TODAY - 2 * DAY, None, "sickness"), TODAY)
    board = load_board(team, TODAY, all_teams=True)
    assert "uncovered" in {row.kind for row in board.attention}
    assert any(row.uncovered for row in board.children)
    record.cover(team, CoverRequest(AMIRA, "Ben Ortiz", TODAY, TODAY + DAY), TODAY)
    board = load_board(team, TODAY, all_teams=True)
    assert "uncovered" not in {row.kind for row in board.attention}
    assert not any(row.uncovered for row in board.children)
    assert next(row for row in board.workers if row.worker.id == AMIRA).covered_by == "Ben Ortiz"
    later = load_board(team, TODAY + 2 * DAY, all_teams=True)
    assert "uncovered" in {row.kind for row in later.attention}


def test_what_others_and_imports_record_is_new_until_it_is_seen(team: Store) -> None:
    choose(team, "Angela Brathwaite", None)
    mark_seen(team)
    record.raise_worry(team, WorryRequest(C2, "Mine", TODAY), TODAY)
    assert changes(team, all_teams=True) == ()
    choose(team, "The Deputy", None)
    record.raise_worry(team, WorryRequest(C2, "Hers", TODAY), TODAY)
    record.hand_over(team, HandOver((C1,), "duty", TODAY), TODAY)
    choose(team, "Angela Brathwaite", None)
    assert [(one.what, one.text) for one in changes(team, all_teams=True)] == [
        ("Handed over", "To on duty"),
        ("Worry raised", "Hers"),
    ]
    seen = changes(team, all_teams=True)
    mark_seen(team)
    assert changes(team, all_teams=True) == ()
    said = rows(team)[-1]
    assert (said.what, said.who) == ("marked_seen", "Angela Brathwaite")
    assert said.after == {"until": said.seq - 1}
    assert len(seen) == 2


def test_a_copy_for_the_case_system_holds_all_of_a_talk_and_is_in_the_journal(team: Store) -> None:
    asked = DiscussionRequest(
        (C2,),
        "Moved to his aunt",
        TODAY,
        at="09:30",
        what_changed="A bed of his own",
        decision="Agree",
        because="She asked for him",
        scales=(("Aunt", 7), ("Amira Khan", 5)),
        actions=(AgreedAction("Ring school", "Amira Khan", TODAY),),
    )
    (talk,) = record.discuss(team, asked, TODAY)
    text = plain_text(team, talk.entry, TODAY)
    for words in (
        reference(team, C2),
        "Same-day talk, Fri 2 Oct 2026 at 09:30",
        "What changed: A bed of his own",
        "Scale of 0 to 10: Aunt 7, Amira Khan 5",
        "Because: She asked for him",
        "Ring school",
    ):
        assert words in text
    assert rows(team)[-1].what == "copied"


def test_each_kind_is_copied_under_the_heading_that_the_case_system_has_for_it(team: Store) -> None:
    made = record.decide(team, DecisionRequest("Wait", TODAY, AboutChild(C2), because="Court"), TODAY)
    headings = {
        record.disagree(team, Disagree(made.entry, "Amira Khan", "Go", TODAY), TODAY): "Worker's view of a decision",
        record.rate_risk(team, RiskRequest(C2, "high", "Threats", TODAY), TODAY): "Risk rating",
        record.child_date(team, ChildDateRequest(C2, "conference", TODAY), TODAY): "Timescale",
        made: "Management decision",
    }
    for recorded, heading in headings.items():
        assert plain_text(team, recorded.entry, TODAY).splitlines()[1] == f"{heading} Fri 2 Oct 2026"


def test_vague_wording_draws_a_hint_and_blocks_nothing(team: Store) -> None:
    asked = ActionRequest(AboutChild(C2), "Monitor the home", "Amira Khan", TODAY, TODAY)
    vague = record.add_action(team, asked, TODAY)
    assert vague.hint is not None
    assert "who looks at what" in vague.hint
    clear = record.add_action(team, asked.__replace__(text="Visit on Friday at four"), TODAY)
    assert clear.hint is None
    assert len(load_board(team, TODAY, all_teams=True).actions) == 2


def test_a_decision_of_a_talk_that_is_moved_to_another_child_stands_beside_no_talk_about_the_first(
    team: Store,
) -> None:
    record.discuss(team, DiscussionRequest((C1,), "Mum was seen", TODAY, decision="Xylograph", because="x"), TODAY)
    (talk,) = load_board(team, TODAY).talks
    assert talk.decision == "Xylograph"
    (decision,) = [one for one in entries(team, C1) if one.record == "decision"]
    record.correct(team, Correction(decision.id, child="C-3"), TODAY)
    (talk,) = load_board(team, TODAY).talks
    assert talk.decision is None
