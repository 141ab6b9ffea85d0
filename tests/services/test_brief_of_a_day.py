"""The brief of a day that has passed knows what was moved to another day since."""

from datetime import date

from db.engine import Store
from oversight_tui.practice.day import day_of
from oversight_tui.practice.requests import Book, MoveBooking, SeenRequest
from oversight_tui.services import record
from oversight_tui.services.day import load_day
from tests.made_once import AMIRA, C1, C2

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 30)


def test_a_booking_that_was_moved_is_in_the_brief_of_its_new_day_and_no_more_in_that_of_the_old(team: Store) -> None:
    moved = record.book(team, Book("visit", FRIDAY, "10:00", C1), FRIDAY).entry
    stays = record.book(team, Book("visit", FRIDAY, "12:00", C1), FRIDAY).entry
    record.move_booking(team, MoveBooking(moved, MONDAY), FRIDAY)
    record.seen(team, SeenRequest((C2,), SATURDAY), SATURDAY)  # so that Friday is past
    booked = {
        on: [one.entry_id for row in day_of(load_day(team, on)).workers for one in row.appointments]
        for on in (FRIDAY, MONDAY)
    }
    assert booked == {FRIDAY: [stays], MONDAY: [moved]}
    assert load_day(team, FRIDAY).then is not None
    assert load_day(team, FRIDAY).worker_row(AMIRA) is not None
