"""What is written up makes no session that was not held, and no words of one family stand on the file of another's."""

from datetime import date

import pytest

from db.engine import Store
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.requests import (
    DiscussionRequest,
    HandOver,
    HoldSession,
    LinkFamily,
    SessionTalk,
    TypedGroupTalk,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import worker_page
from tests.made_once import AMIRA, BEN, C1, C2, C3

TODAY = date(2026, 10, 2)


def clock(store: Store) -> tuple[str, int]:
    """How Amira's supervision stands, and how many of her sessions were held today."""
    page = worker_page(store, AMIRA, TODAY)
    assert page is not None
    row = next(one for one in load_board(store, TODAY, all_teams=True).workers if one.worker.id == AMIRA)
    return row.supervision.state, sum(one.held_on == TODAY for one in page.sessions)


@pytest.mark.parametrize("counts", [True, False])
def test_a_child_written_up_afterwards_stands_in_the_session_that_was_held(team: Store, counts: bool) -> None:
    record.hold(team, HoldSession(AMIRA, TODAY, minutes=12, children=(C1,), not_reached=(C2,), counts=counts), TODAY)
    before = clock(team)
    record.talk_in_session(team, SessionTalk(AMIRA, ("C-1",), TODAY, text="Talked later about the plan"), TODAY)
    assert clock(team) == before
    assert before[1] == 1


def test_children_without_a_known_family_who_have_different_workers_have_no_text_together(team: Store) -> None:
    with pytest.raises(record.RecordProblem, match="C-1 and C-3 are not of one family here"):
        record.discuss(team, DiscussionRequest((C1, C3), "Words", TODAY), TODAY)
    record.discuss(team, DiscussionRequest((C1, C2), "Words", TODAY), TODAY)
    record.link_family(team, LinkFamily((C1, C3), "Ash"), TODAY)
    record.discuss(team, DiscussionRequest((C1, C3), "Words", TODAY), TODAY)


@pytest.mark.parametrize("kind", ["one_to_one", "group"])
def test_no_session_puts_the_same_words_on_the_files_of_two_families(team: Store, kind: SessionKind) -> None:
    asked = SessionTalk(AMIRA, ("C-1", "C-3"), TODAY, kind=kind, text="Words", others=(BEN,) if kind == "group" else ())
    with pytest.raises(record.RecordProblem, match="C-1 and C-3 are not of one family here"):
        record.talk_in_session(team, asked, TODAY)
    with pytest.raises(record.RecordProblem, match="C-1 and C-3 are not of one family here"):
        record.record(team, TypedGroupTalk(asked, ()), TODAY)


def test_of_children_who_have_no_worker_nothing_says_that_they_are_of_one_family(team: Store) -> None:
    record.hand_over(team, HandOver((C1, C2), "unallocated", TODAY), TODAY)
    with pytest.raises(record.RecordProblem, match="C-1 and C-2 are not of one family here"):
        record.discuss(team, DiscussionRequest((C1, C2), "Words", TODAY), TODAY)
    record.link_family(team, LinkFamily((C1, C2), "Ash"), TODAY)
    record.discuss(team, DiscussionRequest((C1, C2), "Words", TODAY), TODAY)


def test_of_children_of_one_worker_and_no_known_family_it_is_asked_first_where_it_can_be(team: Store) -> None:
    """A command cannot ask, and so its answer says it."""
    asked = DiscussionRequest((C1, C2), "Words", TODAY)
    talk = SessionTalk(AMIRA, ("C-1", "C-2"), TODAY, text="Words")
    for request in (asked, talk):
        with pytest.raises(record.AsksFirst, match="No family is known here of C-1 and C-2") as found:
            record.record(team, request.__replace__(one_family=False), TODAY)
        assert "y says that they are of one family" in found.value.question
        (*_, said) = record.record(team, found.value.agreed, TODAY)
        assert said.hint is None
        told = " ".join(one.hint or "" for one in record.record(team, request, TODAY))
        assert "the same words stand on each file. If they are of different families, undo it" in told
    record.link_family(team, LinkFamily((C1, C2), "Ash"), TODAY)
    for one in record.record(team, asked.__replace__(one_family=False), TODAY):
        assert one.hint is None
