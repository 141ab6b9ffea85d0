"""Who was accountable when: the manager by period, from the records of whose team it was."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.accountable import Accountable, HeldBy, ManagerSaid, TeamOf, of_child, of_worker

DAY = timedelta(days=1)
MAY, JUNE, TODAY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
ANGELA, NORA = ManagerSaid(MAY, "Angela", ("North",)), ManagerSaid(JUNE, "Nora", ("North",))


def told(found: tuple[Accountable, ...]) -> list[tuple[date, date | None, str | None]]:
    return [(one.first, one.last, one.manager) for one in found]


def test_a_manager_is_accountable_from_the_day_on_which_it_was_said_to_the_day_before_the_next() -> None:
    known = (TeamOf(MAY - 5 * DAY, "North"),)
    assert told(of_worker(known, (ANGELA, NORA), None, None, TODAY)) == [
        (MAY - 5 * DAY, MAY - DAY, None),
        (MAY, JUNE - DAY, "Angela"),
        (JUNE, None, "Nora"),
    ]


@pytest.mark.parametrize(
    ("leaves", "last"),
    [(TODAY - DAY, TODAY - DAY), (TODAY, None), (TODAY + DAY, None)],
    ids=["left", "today", "to come"],
)
def test_it_ends_with_the_last_day_of_a_worker_once_that_has_passed(leaves: date, last: date | None) -> None:
    found = of_worker((TeamOf(MAY, "North"),), (ANGELA,), MAY, leaves, TODAY)
    assert told(found) == [(MAY, last, "Angela")]


def test_a_worker_who_changes_teams_changes_managers_and_a_team_of_nobody_is_not_recorded() -> None:
    known = (TeamOf(MAY, "North"), TeamOf(MAY + 9 * DAY, "South"))
    assert told(of_worker(known, (ANGELA,), None, None, TODAY)) == [
        (MAY, MAY + 8 * DAY, "Angela"),
        (MAY + 9 * DAY, None, None),
    ]


def test_who_is_named_as_supervisor_stands_where_nobody_said_whose_team_it_is() -> None:
    known = (TeamOf(MAY - DAY, "North", "Fiona"),)
    everybody = ManagerSaid(MAY - DAY, "Head", ())
    found = of_worker(known, (everybody, ANGELA), None, None, TODAY)
    assert [(one.manager, one.how) for one in found] == [("Fiona", "supervisor"), ("Angela", "team")]
    assert found[0].says() == "From Thu 30 Apr 2026 to Thu 30 Apr 2026: Fiona, named as supervisor"


@pytest.mark.parametrize(("ends", "last"), [(JUNE, JUNE - DAY), (JUNE - 3 * DAY, JUNE - 3 * DAY)])
def test_a_child_who_goes_to_another_worker_is_with_that_one_from_the_day_itself(ends: date, last: date) -> None:
    first = HeldBy(MAY, ends, "Ann", "North", (TeamOf(MAY, "North"),))
    then = HeldBy(JUNE, None, "Ben", "South", (TeamOf(MAY, "South", "Sam"),))
    found = of_child((then, first), (ANGELA,), TODAY)
    assert [(one.first, one.last, one.worker, one.manager) for one in found] == [
        (MAY, last, "Ann", "Angela"),
        (JUNE, None, "Ben", "Sam"),
    ]


def test_of_a_child_whom_nobody_holds_it_is_the_manager_of_the_team_they_wait_in() -> None:
    waiting = HeldBy(MAY, None, None, "North")
    assert told(of_child((waiting,), (ANGELA,), TODAY)) == [(MAY, None, "Angela")]
    assert told(of_child((waiting.__replace__(team=None),), (ANGELA,), TODAY)) == [(MAY, None, None)]
    assert of_child((waiting.__replace__(since=TODAY + DAY),), (ANGELA,), TODAY) == ()


def test_of_one_day_what_was_said_last_holds() -> None:
    assert told(of_worker((TeamOf(MAY, "North"),), (ANGELA, NORA.__replace__(since=MAY)), None, None, TODAY)) == [
        (MAY, None, "Nora")
    ]
