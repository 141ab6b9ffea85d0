"""Who supervises whom, how many sessions were theirs to hold, and what they have of their own."""

from __future__ import annotations

from datetime import date, timedelta

from oversight_tui.practice.facts import Child, Manager, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.programmes import ProgrammeOf
from oversight_tui.practice.sight.supervisors import OneToOne, Supervising
from oversight_tui.practice.sight.values import Supervisor

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
TEAM = "North Team"
ASHA, BILAL, CARYS = WorkerId(1), WorkerId(2), WorkerId(3)
CARYS_LEADS = Worker(CARYS, "Carys Lloyd", team=TEAM, last_held=TODAY - 12 * DAY)
WORKERS = (
    Worker(ASHA, "Asha Rao", team=TEAM, supervisor="Mary Okoro", second_supervisor="carys  LLOYD"),
    Worker(BILAL, "Bilal Aziz", team=TEAM, last_held=TODAY - 5 * DAY, last_held_by="Mary Okoro"),
    CARYS_LEADS,
)
CHILDREN = tuple(Child(ChildId(number), f"C-{number}", team=TEAM, worker_id=ASHA) for number in range(1, 5))
ME = ("Mary Okoro", "mokoro")


def found(
    *sessions: OneToOne, workers: tuple[Worker, ...] = WORKERS, programmes: tuple[ProgrammeOf, ...] = ()
) -> dict[str, Supervisor]:
    facts = TeamFacts((TEAM,), Manager("Mary Okoro", True), workers, CHILDREN)
    supervising = Supervising(workers, facts, sessions, ME, TODAY)
    return {one.name: one for one in supervising.supervisors({one.worker: one for one in programmes})}


def session(
    on: int, by: str = "Mary Okoro", *, held: bool = True, cancelled: bool = False, counts: bool | None = None
) -> OneToOne:
    return OneToOne(BILAL, by, TODAY - on * DAY, held, cancelled, counts)


def counts(of: Supervisor) -> tuple[int, int]:
    return of.held, of.to_hold


def test_who_is_named_supervises_first_or_second_and_else_whoever_held_the_last_one() -> None:
    them = found()
    assert list(them) == ["Carys Lloyd", "Mary Okoro"]
    assert (them["Carys Lloyd"].workers, them["Carys Lloyd"].children) == (1, 4)
    assert (them["Mary Okoro"].workers, them["Mary Okoro"].children) == (2, 4)


def test_an_opening_date_tells_nobody_who_supervises_and_who_has_left_is_supervised_no_more() -> None:
    opening = WORKERS[1].__replace__(last_held_is_opening=True)
    gone = WORKERS[0].__replace__(leaves=TODAY - DAY)
    assert found(workers=(gone, opening)) == {}


def test_sessions_held_cancelled_and_passed_in_silence_were_theirs_to_hold() -> None:
    them = found(session(30), session(20, held=False, cancelled=True), session(2, held=False))
    assert counts(them["Mary Okoro"]) == (1, 3)


def test_what_a_later_session_answered_is_not_asked_for_and_what_was_cut_short_was_not_held() -> None:
    assert counts(found(session(9, held=False), session(7))["Mary Okoro"]) == (1, 1)
    assert counts(found(session(7, held=False), session(7))["Mary Okoro"]) == (1, 1)
    assert counts(found(session(7, counts=False))["Mary Okoro"]) == (0, 1)
    assert counts(found(session(7, counts=True))["Mary Okoro"]) == (1, 1)


def test_what_was_recorded_under_the_account_is_the_managers() -> None:
    them = found(session(30, by="mokoro"), session(20, by="me"), session(10, by="Helen Garforth"))
    assert counts(them["Mary Okoro"]) == (2, 2)
    assert counts(them["Helen Garforth"]) == (1, 1)
    assert them["Helen Garforth"].worker is None


def test_their_own_supervision_and_programme_stand_with_them() -> None:
    begun = ProgrammeOf(CARYS, EntryId(7), "PSDP", TODAY - 90 * DAY, TODAY + 90 * DAY)
    carys, mary = found(programmes=(begun,)).values()
    assert (carys.own_last, carys.own_days) == (TODAY - 12 * DAY, 12)
    assert (carys.programme, carys.programme_until, carys.programme_completed) == ("PSDP", TODAY + 90 * DAY, None)
    assert (mary.worker, mary.own_last, mary.own_days, mary.programme) == (None, None, None, None)
    ended = begun.__replace__(ended_on=TODAY - DAY, completed=True)
    carys, _ = found(programmes=(ended,)).values()
    assert (carys.programme_until, carys.programme_completed) == (TODAY - DAY, True)


def test_two_workers_of_one_name_are_not_taken_for_each_other() -> None:
    twins = (*WORKERS, Worker(WorkerId(4), "Carys Lloyd", team=TEAM))
    assert found(workers=twins)["carys LLOYD"].worker is None
