"""When somebody was last supervised or discussed before this record began: never more than what was recorded here."""

from datetime import date

import pytest

from db import derived
from db.engine import Store
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import AboutChild, AboutWorker, EntryId
from oversight_tui.practice.requests import CancelSession, DiscussionRequest, HoldSession, OpeningDate, PlanSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import worker_page
from oversight_tui.words.dates import long_day
from tests.made_once import AMIRA, C1, C2

JANUARY, FEBRUARY = date(2026, 9, 4), date(2026, 9, 15)
TODAY = date(2026, 9, 20)


def board(store: Store, today: date = TODAY) -> Board:
    with store.reading():
        assert derived.differences(store) == ()
    return load_board(store, today, all_teams=True)


def supervised(store: Store) -> date | None:
    return next(row.supervision.last for row in board(store).workers if row.worker.id == AMIRA)


def discussed(store: Store) -> date | None:
    return next(row.discussion.last for row in board(store).children if row.child.id == C1)


def held(store: Store, on: date) -> None:
    record.hold(store, HoldSession(AMIRA, on), TODAY)


def talked(store: Store, on: date) -> None:
    record.discuss(store, DiscussionRequest((C1,), "Seen at school", on), TODAY)


def opened(store: Store, on: date) -> str:
    record.opening(store, OpeningDate(AboutWorker(AMIRA), on), TODAY)
    return record.opening(store, OpeningDate(AboutChild(C1), on), TODAY).says


@pytest.mark.parametrize("first", ["recorded", "opening"])
@pytest.mark.parametrize(
    ("recorded", "opening"), [(JANUARY, FEBRUARY), (FEBRUARY, JANUARY), (FEBRUARY, FEBRUARY), (JANUARY, TODAY)]
)
def test_what_was_recorded_holds_whatever_the_day_of_an_opening_date(
    team: Store, recorded: date, opening: date, first: str
) -> None:
    if first == "opening":
        opened(team, opening)
    held(team, recorded)
    talked(team, recorded)
    if first == "recorded":
        assert "still counts" in opened(team, opening)
    assert (supervised(team), discussed(team)) == (recorded, recorded)


@pytest.mark.parametrize(("one", "other"), [(JANUARY, FEBRUARY), (FEBRUARY, JANUARY)])
def test_of_two_opening_dates_the_one_typed_last_holds(team: Store, one: date, other: date) -> None:
    assert "still counts" not in opened(team, one)
    opened(team, other)
    assert (supervised(team), discussed(team)) == (other, other)


def test_of_a_session_planned_before_an_opening_date_it_is_still_asked(team: Store) -> None:
    planned = record.plan(team, PlanSession(AMIRA, date(2026, 9, 11)), date(2026, 9, 2))
    opened(team, date(2026, 9, 12))
    asked = [row for row in board(team).attention if row.kind == "session_not_recorded"]
    assert [(row.id, row.due_on) for row in asked] == [(planned.id, date(2026, 9, 11))]
    held(team, date(2026, 9, 12))
    assert "session_not_recorded" not in {row.kind for row in board(team).attention}


def test_a_session_cancelled_before_an_opening_date_still_waits_for_a_new_one(team: Store) -> None:
    planned = record.plan(team, PlanSession(AMIRA, date(2026, 9, 11)), date(2026, 9, 2))
    record.cancel(team, CancelSession(EntryId(planned.id or 0), "Court", date(2026, 9, 11)), TODAY)
    opened(team, date(2026, 9, 12))
    assert "session_not_rebooked" in {row.kind for row in board(team).attention}


def test_a_child_listed_in_a_session_is_discussed_there_and_no_opening_date_says_otherwise(team: Store) -> None:
    record.hold(team, HoldSession(AMIRA, JANUARY, children=(C1, C2)), TODAY)
    opened(team, FEBRUARY)
    assert discussed(team) == JANUARY


def test_the_page_says_of_an_opening_date_that_another_day_counts(team: Store) -> None:
    def told() -> list[str | None]:
        return [one.reason for one in worker_page(team, AMIRA, TODAY).sessions if one.state == "held"]

    opened(team, FEBRUARY)
    assert told() == ["Entered as an opening date"]
    opened(team, JANUARY)
    assert told() == [
        "Entered as an opening date",
        f"Entered as an opening date; {long_day(JANUARY)} counts",
    ]
    held(team, TODAY)
    assert told() == [f"Entered as an opening date; {long_day(TODAY)} counts"] * 2 + [None]
