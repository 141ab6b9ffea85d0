"""A session for a day on which it can hardly be is planned all the same, and that is said."""

from datetime import date

import pytest

from db.engine import Store
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    EditWorker,
    KnownOfWorker,
    MoveSession,
    PlanSession,
)
from oversight_tui.services import record
from tests.made_once import BEN, C2

TODAY = date(2026, 10, 2)  # a Friday
DAYS = [
    (date(2026, 10, 3), "Sat 3 Oct 2026 is no working day."),
    (date(2026, 10, 5), "Ben Ortiz is away on Mon 5 Oct 2026."),
    (date(2026, 10, 6), None),
    (date(2026, 10, 9), None),
    (date(2026, 10, 12), "The last day of Ben Ortiz is Fri 9 Oct 2026."),
    (date(2026, 12, 25), "Fri 25 Dec 2026 is no working day."),
]


@pytest.fixture
def of_ben(team: Store) -> Store:
    """Ben is away on the Monday, and leaves at the end of that week."""
    monday, friday = date(2026, 10, 5), date(2026, 10, 9)
    record.absence(team, AbsenceRequest(BEN, monday, monday, "training"), TODAY)
    record.edit_worker(team, EditWorker(BEN, KnownOfWorker(leaves=friday)), TODAY)
    return team


def also_said(answer: str, said: str | None) -> None:
    assert said in answer if said else answer.endswith(("2026.", "2026)."))
    assert ("no working day" in answer or "is away" in answer or "last day of" in answer) is (said is not None)


@pytest.mark.parametrize(("on", "said"), DAYS)
def test_what_speaks_against_the_day_of_a_session_is_said(of_ben: Store, on: date, said: str | None) -> None:
    also_said(record.plan(of_ben, PlanSession(BEN, on), TODAY).says, said)


@pytest.mark.parametrize(("on", "said"), DAYS)
def test_what_speaks_against_the_day_it_is_moved_to_is_said(of_ben: Store, on: date, said: str | None) -> None:
    planned = record.plan(of_ben, PlanSession(BEN, date(2026, 10, 7)), TODAY)
    also_said(record.move(of_ben, MoveSession(planned.entry, on), TODAY).says, said)


@pytest.mark.parametrize(("on", "said"), DAYS)
def test_and_so_is_what_speaks_against_the_day_of_an_action(of_ben: Store, on: date, said: str | None) -> None:
    asked = ActionRequest(AboutChild(C2), "Ring the school", "Ben Ortiz", on, TODAY)
    also_said(record.add_action(of_ben, asked, TODAY).says, said)
