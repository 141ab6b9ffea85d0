"""Who is booked for two things at a time is booked all the same, and what else they have then is said."""

from datetime import date, timedelta

from db.engine import Store
from oversight_tui.practice.requests import Book, GiveBookings, LayDownSessions, MoveBooking, MoveSession, PlanSession
from oversight_tui.practice.same_time import Span
from oversight_tui.services import record
from tests.made_once import AMIRA, BEN, C1, C2, C3

TODAY = date(2026, 10, 1)
FRIDAY = date(2026, 10, 2)
DAY = timedelta(days=1)


def test_what_lasts_until_four_is_at_the_time_of_what_begins_at_half_past_three_and_not_of_what_begins_then() -> None:
    court = Span("14:00", 120)
    assert [court.overlaps(Span(at)) for at in ("12:59", "13:01", "15:59", "16:00")] == [False, True, True, False]
    assert Span("10:00").overlaps(Span("10:59", 5))  # an hour where nobody said how long
    assert not Span("10:00", 30).overlaps(Span("10:30"))


def test_whoever_is_in_court_is_booked_for_a_visit_all_the_same_and_that_is_said(team: Store) -> None:
    record.book(team, Book("court", FRIDAY, "14:00", C1, minutes=120), TODAY)
    at_three = record.book(team, Book("visit", FRIDAY, "15.00", C2), TODAY)
    assert at_three.says.endswith("Amira Khan goes. Amira Khan has Court (C-1) 14:00 to 16:00 then.")
    bens = record.book(team, Book("visit", FRIDAY, "15.30", C3), TODAY)
    assert bens.says.endswith("Ben Ortiz goes.")
    (given,) = record.give_bookings(team, GiveBookings((bens.entry,), "Amira Khan"), TODAY)
    assert given.says.endswith("has Court (C-1) 14:00 to 16:00, Visit (C-2) at 15:00 then.")
    moved = record.move_booking(team, MoveBooking(bens.entry, None, "16.30"), TODAY)  # hers now
    assert moved.says.endswith("moved to 16:30.")
    moved = record.move_booking(team, MoveBooking(bens.entry, None, "15:59"), TODAY)
    assert "Amira Khan has" in moved.says


def test_a_session_says_what_the_worker_and_who_supervises_have_then(team: Store) -> None:
    first = record.plan(team, PlanSession(BEN, FRIDAY, minutes=90, at="10:00"), TODAY)
    assert first.says.endswith("at 10:00.")
    record.book(team, Book("visit", FRIDAY, "11:00", C1, minutes=45), TODAY)
    second = record.plan(team, PlanSession(AMIRA, FRIDAY, at="11:00"), TODAY)
    assert "Amira Khan has Visit (C-1) 11:00 to 11:45 then." in second.says
    assert "has Supervision with Ben Ortiz 10:00 to 11:30 then." in second.says
    moved = record.move(team, MoveSession(second.entry, FRIDAY, "13:00"), TODAY)
    assert moved.says.endswith("moved to 13:00.")
    moved = record.move(team, MoveSession(second.entry, FRIDAY, "10:30"), TODAY)
    assert "with Ben Ortiz" in moved.says


def test_sessions_that_are_laid_down_say_together_what_somebody_has_on_one_of_their_days(team: Store) -> None:
    record.book(team, Book("visit", FRIDAY + 14 * DAY, "10:30", C1), TODAY)
    asked = LayDownSessions(PlanSession(AMIRA, FRIDAY, at="10:00"), 2, FRIDAY + 30 * DAY)
    recorded = record.lay_down(team, asked, TODAY)
    then = "Amira Khan has Visit (C-1) at 10:30 then."
    assert [then in one.says for one in recorded] == [False, True, False]
    assert f"Fri 16 Oct 2026: {then}" in (recorded[0].together or "")
