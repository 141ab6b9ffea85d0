"""A worker goes to another team or gets another supervisor: from which day, and what stays with the children."""

from datetime import date

import pytest
from msgspec import UNSET, UnsetType

from db import derived
from db.engine import Store
from db.writes.people import add_team
from oversight_tui.practice.accountable import Accountable
from oversight_tui.practice.requests import EditWorker, KnownOfWorker, Recorded
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.identity import choose
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.services.sight import load_sight
from tests.made_once import AMIRA, C1

TODAY = date(2026, 10, 28)
MOVED, LATER = date(2026, 10, 12), date(2026, 10, 20)


@pytest.fixture
def two_teams(team: Store) -> Store:
    add_team(team, "South Team", "south team", "A test")
    return team


def said(
    store: Store,
    since: date | None = None,
    *,
    team: str | UnsetType = UNSET,
    role: str | UnsetType = UNSET,
    supervisor: str | UnsetType = UNSET,
) -> Recorded:
    known = KnownOfWorker(team=team, role=role, supervisor=supervisor)
    return record.edit_worker(store, EditWorker(AMIRA, known, since), TODAY)


def supervisors(found: tuple[Accountable, ...]) -> list[tuple[date, date | None, str | None]]:
    return [(one.first, one.last, one.manager) for one in found][1:]


def test_the_children_of_a_worker_who_goes_to_another_team_stay_and_are_counted_where_they_are(
    two_teams: Store,
) -> None:
    done = said(two_teams, team="South Team")
    assert done.hint == "Their 2 children stay in North Team until they are handed over or a list says otherwise."
    boards = {name: load_board(two_teams, TODAY, [name]) for name in ("North Team", "South Team")}
    assert {row.child.id for row in boards["North Team"].children} >= {C1}
    assert [row.child.id for row in boards["South Team"].children] == []
    page = load_sight(two_teams, TODAY, all_teams=True)
    counted = {one.team: one.count("children") for one in page.teams}
    assert counted == {name: len(board.children) for name, board in boards.items()}
    assert said(two_teams, team="North Team").hint is None


@pytest.mark.any_file_store("on a server nobody reads who else sat where")
def test_the_manager_of_a_childs_team_is_accountable_while_the_child_stays_in_it(two_teams: Store) -> None:
    choose(two_teams, name="Nora North", teams=["North Team"])
    said(two_teams, team="South Team", supervisor="outside: Sam South")
    page = child_page(two_teams, C1, date(2100, 1, 1))
    assert [one.manager for one in page.accountable][-1] == "Nora North"


def test_a_supervisor_who_is_said_late_was_accountable_from_the_day_it_was_so(team: Store) -> None:
    said(team, LATER, supervisor="outside: Lea Late")
    done = said(team, MOVED, supervisor="outside: Mia Meanwhile", role="Senior")
    assert done.says == ("Amira Khan: role Senior, supervised by Mia Meanwhile from Mon 12 Oct 2026.")
    assert done.hint == "Today holds what was said of a later day: supervised by Lea Late."
    page = worker_page(team, AMIRA, TODAY)
    assert supervisors(page.accountable) == [
        (MOVED, date(2026, 10, 19), "Mia Meanwhile"),
        (LATER, None, "Lea Late"),
    ]
    assert (page.row.worker.role, page.row.worker.supervisor) == ("Senior", "Lea Late")
    with team.reading():
        assert derived.differences(team) == ()


def test_who_was_said_to_supervise_from_today_did_so_sooner(team: Store) -> None:
    said(team, supervisor="outside: Lea Late")
    said(team, MOVED, supervisor="outside: Lea Late")
    assert supervisors(worker_page(team, AMIRA, TODAY).accountable) == [(MOVED, None, "Lea Late")]


@pytest.mark.parametrize(
    ("since", "why"), [(date(2026, 10, 29), "still to come"), (date(2025, 12, 31), "first day here")]
)
def test_a_change_holds_from_no_day_to_come_and_none_before_the_worker_came(team: Store, since: date, why: str) -> None:
    record.edit_worker(team, EditWorker(AMIRA, KnownOfWorker(starts=date(2026, 1, 1))), TODAY)
    with pytest.raises(RecordProblem, match=why):
        said(team, since, role="Senior")
    said(team, date(2026, 1, 1), role="Senior")
