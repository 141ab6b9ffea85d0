"""What is booked does not go with a child, nor is it seen to while a worker is away: both answers say so."""

from datetime import date

from db.engine import Store
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.requests import AbsenceRequest, Book, GiveBookings, HandOver
from oversight_tui.services import record
from tests.made_once import AMIRA, BEN, C1, C2

THURSDAY, FRIDAY = date(2026, 10, 1), date(2026, 10, 2)


def test_handing_a_child_over_names_the_bookings_that_stay_with_the_worker_before(team: Store) -> None:
    booked = record.book(team, Book("visit", FRIDAY, "10:00", C1), THURSDAY).entry
    (handed, *_) = record.hand_over(team, HandOver((C1,), AboutWorker(BEN), THURSDAY, "Room"), THURSDAY)
    assert "Booked of C-1 and not handed over: Visit Fri 2 Oct 2026 at 10:00 (Amira Khan)." in (handed.hint or "")
    assert "`oversight book give`" in (handed.hint or "")
    record.give_bookings(team, GiveBookings((booked,), "Ben Ortiz"), THURSDAY)
    (back, *_) = record.hand_over(team, HandOver((C1,), AboutWorker(AMIRA), THURSDAY, "Room"), THURSDAY)
    assert "(Ben Ortiz)" in (back.hint or "")
    (other, *_) = record.hand_over(team, HandOver((C2,), AboutWorker(BEN), THURSDAY, "Room"), THURSDAY)
    assert "Booked" not in (other.hint or "")


def test_of_somebody_away_it_is_counted_to_what_of_those_days_nobody_goes(team: Store) -> None:
    for on in (THURSDAY, FRIDAY, date(2026, 10, 5)):
        record.book(team, Book("visit", on, "10:00", C1), THURSDAY)
    (away, *_) = record.absence(team, AbsenceRequest(AMIRA, THURSDAY, FRIDAY, "sickness"), THURSDAY)
    assert "Nobody goes to 2 bookings (Thu 1 Oct 2026, Fri 2 Oct 2026): the brief of the day shows them" in (
        away.hint or ""
    )


def test_to_what_whoever_stands_in_goes_is_not_counted(team: Store) -> None:
    record.book(team, Book("visit", THURSDAY, "10:00", C1), THURSDAY)
    asked = AbsenceRequest(AMIRA, THURSDAY, FRIDAY, "sickness", covered_by="Ben Ortiz")
    assert all("Nobody goes" not in (one.hint or "") for one in record.absence(team, asked, THURSDAY))
