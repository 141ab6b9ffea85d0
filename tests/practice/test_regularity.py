"""How regular supervision was: which sessions of which days are counted."""

from datetime import date

from oversight_tui.practice.facts import Session, SessionKind, SessionState
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.regularity import Regularity, regularity

TODAY = date(2026, 10, 2)
FIRST = date(2025, 10, 3)


def session(on: date, kind: SessionKind = "one_to_one", state: SessionState = "held") -> Session:
    return Session(EntryId(1), WorkerId(1), kind, state, on, on if state == "held" else None, None, 60, "Angela")


def test_of_no_session_nothing_is_averaged() -> None:
    assert regularity((), TODAY) == Regularity(FIRST, TODAY, 0, 0, None, None)
    assert regularity((session(TODAY),), TODAY) == Regularity(FIRST, TODAY, 1, 0, None, None)


def test_the_year_begins_the_day_after_that_day_a_year_ago() -> None:
    before = session(date(2025, 10, 2))
    kept = (session(FIRST), session(TODAY), session(date(2026, 10, 3)))
    assert regularity((before, *kept), TODAY) == Regularity(FIRST, TODAY, 2, 0, 364, 364)


def test_only_one_to_ones_that_were_held_here_and_count() -> None:
    days = [date(2026, 9, day) for day in (1, 8, 29)]
    others = (
        session(date(2026, 9, 10), "group"),
        session(date(2026, 9, 11), "observation"),
        session(date(2026, 9, 12)).__replace__(opening=True),
        session(date(2026, 9, 13)).__replace__(counts=False),
        session(date(2026, 9, 14), state="planned"),
        session(date(2026, 9, 15), state="cancelled"),
        session(date(2026, 9, 16), "group", "cancelled"),
    )
    assert regularity((*map(session, days), *others), TODAY) == Regularity(FIRST, TODAY, 3, 1, 14, 21)
