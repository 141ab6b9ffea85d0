"""A session recorded twice is asked about first, nobody supervises themselves, and what is odd about who was there is
said.
"""

from datetime import date, timedelta

import pytest

from db.engine import Store
from oversight_tui.practice.facts import SessionKind
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.requests import (
    AbsenceRequest,
    EditWorker,
    FinishSession,
    HandOver,
    HoldSession,
    KnownOfWorker,
    SessionTalk,
    TypedGroupTalk,
    TypedSession,
    Withdraw,
)
from oversight_tui.services import record
from oversight_tui.services.files import worker_page
from tests.made_once import AMIRA, BEN, C1, C3

TODAY = date(2026, 10, 2)
DAY = timedelta(1)


def held(store: Store) -> int:
    """How many sessions with Amira were held today."""
    page = worker_page(store, AMIRA, TODAY)
    assert page is not None
    return sum(one.held_on == TODAY for one in page.sessions)


@pytest.mark.parametrize("minutes", [None, 60])
def test_a_second_session_of_its_kind_on_a_day_is_asked_first_and_goes_where_it_is_meant(
    team: Store, minutes: int | None
) -> None:
    session = HoldSession(AMIRA, TODAY, minutes=minutes)
    first = record.hold(team, session, TODAY).entry
    with pytest.raises(record.AsksFirst, match=rf"held on Fri 2 Oct 2026 already \(id {first}\)") as asked:
        record.hold(team, session, TODAY)
    assert asked.value.question == (
        "Supervision with Amira Khan was held on Fri 2 Oct 2026 already. y records a second session of that day."
    )
    assert held(team) == 1
    record.record(team, asked.value.agreed, TODAY)
    assert held(team) == 2


def test_as_it_is_typed_it_is_asked_too_and_the_children_stay_with_it(team: Store) -> None:
    typed = TypedSession(HoldSession(AMIRA, TODAY), ("C-1",))
    record.record(team, typed, TODAY)
    with pytest.raises(record.AsksFirst) as asked:
        record.record(team, typed, TODAY)
    assert asked.value.agreed == typed.__replace__(session=typed.session.__replace__(again=True))


@pytest.mark.parametrize(("kind", "on"), [("one_to_one", TODAY - DAY), ("observation", TODAY), ("group", TODAY)])
def test_a_session_of_another_kind_or_day_is_not_asked_about(team: Store, kind: SessionKind, on: date) -> None:
    record.hold(team, HoldSession(AMIRA, TODAY), TODAY)
    assert "held on" in record.hold(team, HoldSession(AMIRA, on, kind=kind), TODAY).says


def test_a_group_is_held_twice_also_where_it_is_recorded_of_another_who_was_there(team: Store) -> None:
    record.hold(team, HoldSession(AMIRA, TODAY, kind="group", others=(BEN,)), TODAY)
    with pytest.raises(record.AsksFirst, match="Group supervision with Ben Ortiz was held"):
        record.hold(team, HoldSession(BEN, TODAY, kind="group"), TODAY)


def test_what_is_said_in_a_second_session_of_a_day_is_not_put_into_the_first(team: Store) -> None:
    first = record.hold(team, HoldSession(AMIRA, TODAY, minutes=90), TODAY).entry
    later = SessionTalk(AMIRA, ("C-1",), TODAY, text="Written up")
    assert record.talk_in_session(team, later, TODAY)[0].entry == first
    second = record.talk_in_session(team, later.__replace__(children=("C-2",), again=True), TODAY)[0].entry
    assert second != first
    assert record.talk_in_session(team, later.__replace__(text="More"), TODAY)[0].entry == second
    record.finish_session(team, FinishSession(second, 30, counts=False), TODAY)
    page = worker_page(team, AMIRA, TODAY)
    assert page is not None
    assert sorted(one.minutes or 0 for one in page.sessions if one.held_on == TODAY) == [30, 90]


def test_the_minutes_of_a_session_that_has_ended_are_not_put_in_the_place_of(team: Store) -> None:
    first = record.hold(team, HoldSession(AMIRA, TODAY, minutes=90), TODAY).entry
    with pytest.raises(record.RecordProblem, match=r"has ended already, after 90 minutes\. Nothing was recorded"):
        record.finish_session(team, FinishSession(first, 30), TODAY)


def test_a_group_with_somebody_who_was_not_in_that_of_the_day_is_asked_about(team: Store) -> None:
    about = SessionTalk(AMIRA, ("C-1",), TODAY, kind="group", text="He is well")
    morning = record.talk_in_session(team, about, TODAY)[0].entry
    assert record.talk_in_session(team, about.__replace__(children=("C-2",)), TODAY)[0].entry == morning
    typed = TypedGroupTalk(about.__replace__(children=("C-3",)), ("Ben",))
    with pytest.raises(record.AsksFirst, match="held on Fri 2 Oct 2026 already, without Ben Ortiz") as asked:
        record.record(team, typed, TODAY)
    assert asked.value.question == (
        "Group supervision with Amira Khan was held on Fri 2 Oct 2026 already, without Ben Ortiz. y records a second "
        "session of that day."
    )
    record.record(team, asked.value.agreed, TODAY)
    page = worker_page(team, BEN, TODAY)
    assert page is not None
    assert [one.kind for one in page.sessions if one.held_on == TODAY] == ["group"]
    assert record.talk_in_session(team, about.__replace__(others=(BEN,)), TODAY)[0].entry != morning


def test_a_session_that_was_withdrawn_is_none(team: Store) -> None:
    first = record.hold(team, HoldSession(AMIRA, TODAY), TODAY).entry
    record.withdraw(team, Withdraw(first, "Recorded by mistake", TODAY), TODAY)
    record.hold(team, HoldSession(AMIRA, TODAY), TODAY)


def test_nobody_supervises_themselves(team: Store) -> None:
    for known in (KnownOfWorker(supervisor="amira"), KnownOfWorker(second_supervisor="Amira Khan")):
        with pytest.raises(record.RecordProblem, match="Nobody supervises themselves"):
            record.edit_worker(team, EditWorker(AMIRA, known), TODAY)
    with pytest.raises(record.RecordProblem, match="nobody supervises themselves"):
        record.hold(team, HoldSession(AMIRA, TODAY, supervisor="Amira Khan"), TODAY)
    talk = SessionTalk(AMIRA, ("C-1",), TODAY, text="He is well", supervisor="Amira Khan")
    with pytest.raises(record.RecordProblem, match="nobody supervises themselves"):
        record.talk_in_session(team, talk, TODAY)


def test_a_session_with_somebody_who_was_not_here_that_day_is_taken_and_it_is_said(team: Store) -> None:
    record.absence(team, AbsenceRequest(BEN, TODAY - 2 * DAY, TODAY - 2 * DAY, "sickness"), TODAY)
    assert record.hold(team, HoldSession(BEN, TODAY - 2 * DAY), TODAY).hint == "Ben Ortiz is away on Wed 30 Sep 2026."
    record.edit_worker(team, EditWorker(BEN, KnownOfWorker(leaves=TODAY - DAY)), TODAY)
    assert record.hold(team, HoldSession(BEN, TODAY), TODAY).hint == "Ben Ortiz left on Thu 1 Oct 2026."
    assert record.hold(team, HoldSession(BEN, TODAY - DAY), TODAY).hint is None
    talk = SessionTalk(BEN, ("C-3",), TODAY, kind="group", text="He is well")
    assert record.talk_in_session(team, talk, TODAY)[0].hint == "Ben Ortiz left on Thu 1 Oct 2026."


def test_a_child_of_another_worker_is_taken_and_whose_it_is_is_said(team: Store) -> None:
    asked = HoldSession(AMIRA, TODAY, children=(C1, C3))
    assert record.hold(team, asked, TODAY).hint == "C-3 is with Ben Ortiz."
    talk = SessionTalk(AMIRA, ("C-3",), TODAY - DAY, text="He is well")
    assert record.talk_in_session(team, talk, TODAY)[-1].hint == "C-3 is with Ben Ortiz."
    group = HoldSession(AMIRA, TODAY, kind="group", others=(BEN,), children=(C1, C3))
    assert record.hold(team, group, TODAY).hint is None


def test_a_child_who_came_to_the_other_worker_since_then_is_no_surprise(team: Store) -> None:
    record.hand_over(team, HandOver((C1,), AboutWorker(BEN), TODAY), TODAY)
    assert record.hold(team, HoldSession(AMIRA, TODAY - DAY, children=(C1,)), TODAY).hint is None
    assert record.hold(team, HoldSession(AMIRA, TODAY, children=(C1,)), TODAY).hint == "C-1 is with Ben Ortiz."
