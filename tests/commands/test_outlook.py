"""The case for resources by command: what moved, where it goes if nothing changes, what if."""

import json
import shutil
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from db import open_store, writes
from oversight_tui.practice.agenda import plan
from oversight_tui.practice.changes import ImportWrite, SnapshotFacts, WorkerChange, WorkerDetail
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.possible_days import not_here
from oversight_tui.services.agenda import agenda_of
from oversight_tui.services.board import load_board
from oversight_tui.services.find import find_worker
from oversight_tui.services.sight.months import work_out_months
from oversight_tui.words.text import match_key
from tests.commands.saying import Says, commands_for, told
from tests.db.test_board_facts import AS_AT

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def with_months(made_up_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up team with its months worked out, which every test would do anew."""
    path = Path(shutil.copy(made_up_team, tmp_path_factory.mktemp("months") / "team.oversight"))
    store = open_store(path)
    try:
        work_out_months(store, None, TODAY)
    finally:
        store.close()
    return path


@pytest.fixture
def store_file(with_months: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(with_months, tmp_path / "team.oversight"))


@pytest.fixture
def says(store_file: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(store_file, TODAY.isoformat(), capsys)


def outlook(says: Says, *asked: str) -> Any:
    (team,) = told(says, "outlook", *asked)["teams"]
    return team


def worker(course: Any, name: str) -> Any:
    return next((one for one in course["workers"] if one["name"].startswith(name)), None)


def children_of_the_team(path: Path, day: date) -> int:
    store = open_store(path)
    try:
        return sum(row.child.team == "Harbour Team" for row in load_board(store, day).children)
    finally:
        store.close()


def test_the_outlook_is_what_every_way_to_add_up_the_weeks_gives(says: Says, store_file: Path) -> None:
    """Held against the board of today and of the day before the thirteen weeks, and against each way on its own."""
    found = outlook(says)
    nets = [week["net"] for week in found["weeks"]]
    assert len(nets) == 13
    assert sum(nets) == (
        children_of_the_team(store_file, TODAY - DAY) - children_of_the_team(store_file, TODAY - 92 * DAY)
    )
    board = told(says, "today")
    with_workers = sum(child["worker"] is not None for child in board["children"])
    (now,) = found["today"]["ahead"]
    assert now["children"] == {"low": with_workers, "mean": with_workers, "high": with_workers}
    assert now["fte"] == pytest.approx(sum(one["fte"] for one in board["workers"]))
    every = sorted(sum(way) for way in product(nets, repeat=4))
    first = found["if_nothing_changes"]["ahead"][0]
    assert first["weeks"] == 4
    assert first["on"] == "2026-12-21"
    assert first["children"] == {
        "low": with_workers + every[-(-len(every) // 10) - 1],
        "mean": pytest.approx(with_workers + 4 * sum(nets) / 13, abs=0.01),
        "high": with_workers + every[-(-len(every) * 9 // 10) - 1],
    }
    assert first["children_per_fte"]["mean"] == pytest.approx(first["children"]["mean"] / first["fte"], abs=0.01)


@pytest.mark.parametrize("name", ["Comfort Asante", "Fiona Kilbride", "Siân Llewellyn", "Nadia Rehman"])
def test_the_cycle_of_today_is_that_of_the_agenda_over_the_same_weeks(says: Says, store_file: Path, name: str) -> None:
    """By the agenda's own candidates and sessions, planned once more up to the last day that is looked at."""
    found = worker(outlook(says)["today"], name)
    store, last = open_store(store_file), TODAY + timedelta(weeks=12)
    try:
        whole = agenda_of(store, find_worker(store, name), TODAY, sessions=found["sessions"] + 1)
        absences = load_board(store, TODAY).absences
    finally:
        store.close()
    slots = [one.slot for one in whole.agenda.sessions if one.slot.on <= last]
    assert len(slots) == found["sessions"]
    cycle = plan(
        whole.candidates,
        slots,
        DEFAULT.limits["agenda_minutes_per_child"],
        TODAY,
        last + DAY,
        not_here(whole.worker.worker, absences),
    ).cycle
    assert (found["cycle_kept"], found["short_by"]) == (cycle.kept, cycle.short_by)
    assert found["children"] == len(whole.children)


def test_who_leaves_is_no_more_of_the_team_and_others_hold_their_children(says: Says) -> None:
    before = outlook(says)
    found = outlook(says, "--leaves", "Comfort=+4w")["what_if"]
    assert worker(found, "Comfort") is None
    assert [one["fte"] for one in found["ahead"]] == [7.4, 6.4, 6.4]
    assert [one["children"] for one in found["ahead"]] == [
        one["children"] for one in before["if_nothing_changes"]["ahead"]
    ]
    theirs = sum(one["children"] for one in found["workers"])
    assert theirs == sum(one["children"] for one in before["if_nothing_changes"]["workers"])


def test_several_what_ifs_are_asked_at_once_and_the_page_says_them(says: Says) -> None:
    code, page, _ = says("outlook", "--leaves", "Comfort=+4w", "--back", "Nadia=+2w", "--more", "2")
    assert code == 0
    assert (
        "What if Comfort Asante leaves on Mon 21 Dec 2026, Nadia Rehman is back on Mon 7 Dec 2026 and "
        "2 children a week more come" in page
    )
    assert "Comfort Asante, 1.0 FTE: now 19 (over), short by 5; " in page
    assert "; what if not here." in page
    headings = [line for line in page.splitlines() if line and not line.startswith(" ")]
    assert headings[3:6] == ["Now", "The pressures that moved most", "If nothing changes"]
    assert "are full caseloads for" in page


def test_an_absence_that_ends_brings_sessions_and_a_worker_for_new_children(says: Says) -> None:
    found = outlook(says, "--back", "Nadia=+2w")
    before, after = worker(found["if_nothing_changes"], "Nadia"), worker(found["what_if"], "Nadia")
    assert before["sessions"] == 0
    assert after["sessions"] > 0
    assert after["children"] > before["children"]
    assert found["what_if"]["ahead"][0]["present_fte"] == found["what_if"]["ahead"][0]["fte"]


def test_where_everybody_leaves_nobody_is_there_for_any_child(says: Says) -> None:
    with_workers = sum(one["children"] for one in outlook(says)["today"]["workers"])
    everybody = [one["name"] for one in outlook(says)["today"]["workers"]]
    found = outlook(says, *(word for name in everybody for word in ("--leaves", name)))
    what_if = found["what_if"]
    assert {one["children"]["high"] for one in what_if["ahead"]} == {0.0}
    assert what_if["with_nobody"] > with_workers  # those who are to come are among them


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("--back", "Comfort"), "Comfort Asante is not away, so nothing changes when they are back."),
        (("--leaves", "Comfort=1/6/2027"), "Tue 1 Jun 2027 is not within the 12 weeks that are looked at."),
        (("--back", "Gurdeep=+6w"), "Gurdeep Bains is back on Fri 18 Dec 2026 as it stands."),
        (("--leaves", "Comfort", "--leaves", "Comfort=+1w"), "Say of each worker one day only."),
        (("--leaves", "Nadia=+1w", "--back", "Nadia=+2w"), "Nadia Rehman cannot be back after they have left."),
        (("--more", "lots"), "--more takes a whole number of children a week, such as 2, or --more=-1 for fewer."),
        (("--more", "101"), "Children a week more, or fewer, are a number up to 100."),
        (("--leaves", "Nobody"), "Nobody"),
    ],
)
def test_what_cannot_come_about_is_refused_in_a_sentence(says: Says, asked: tuple[str, ...], why: str) -> None:
    code, page, complaint = says("outlook", *asked)
    assert (code, page) == (2, "")
    assert why in complaint


@pytest.fixture
def two_teams(tmp_path: Path, small_team: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    path = Path(shutil.copy(small_team, tmp_path / "team.oversight"))
    listed = SnapshotFacts("annex_a", "south.xlsx", "1" * 64, AS_AT, ("6",), ("South Team",), {})
    cy = WorkerChange("cy moss", None, WorkerDetail("Cy Moss", team="South Team", seen_by=AS_AT))
    store = open_store(path)
    try:
        writes.apply_import(store, ImportWrite(listed, (cy,), ()), "Team Manager", match_key)
    finally:
        store.close()
    return commands_for(path, "2026-09-20", capsys)


def test_of_many_teams_each_has_its_page_and_what_if_is_asked_of_one(two_teams: Says) -> None:
    page = two_teams("outlook")[1]
    assert page.index("North Team, Sun 20 Sep 2026") < page.index("South Team, Sun 20 Sep 2026")
    code, page, complaint = two_teams("outlook", "--more", "1")
    assert (code, page) == (2, "")
    assert "What if is asked of one team. Name it with --team." in complaint
    assert two_teams("outlook", "--more", "1", "--team", "South Team")[0] == 0
    code, _, complaint = two_teams("outlook", "--leaves", "Cy", "--team", "North Team")
    assert code == 2
    assert "That worker is not of North Team." in complaint


def test_of_a_team_that_is_young_here_it_is_said_what_is_not_known_yet(two_teams: Says) -> None:
    page = two_teams("outlook", "--team", "North Team")[1]
    assert "Too few months are known to say what is usual here" in page
    assert "Of 2 weeks it is known who came and went; from 4 on it is said where that leads." in page


def test_the_page_holds_no_child_and_no_word_that_was_typed(says: Says) -> None:
    board = told(says, "today")
    page = says("outlook", "--more", "2")[1] + json.dumps(outlook(says, "--more", "2"))
    assert not [child["reference"] for child in board["children"] if child["reference"] in page]
    assert [one for one in board["workers"] if one["name"] in page] == board["workers"]
    names = [line.split(",")[0].strip() for line in page.splitlines() if ": now " in line]
    assert names == sorted(names)
