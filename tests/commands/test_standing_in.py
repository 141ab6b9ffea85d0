"""The page for whoever stands in: all of the absence, also one to come, its sessions, and who from which day."""

import shutil
from pathlib import Path

import pytest

from tests.commands.saying import Says, commands_for, told

TODAY = "2026-11-23"


@pytest.fixture
def says(made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), TODAY, capsys)


def test_the_page_is_for_the_whole_of_the_leave_to_come(says: Says) -> None:
    told(says, "absence", "Comfort", "--from", "2026-12-07", "--to", "2026-12-18", "--because", "leave")
    told(says, "cover", "Comfort", "--by", "Helen Deputy", "--outside", "--from", "2026-12-07", "--to", "2026-12-11")
    told(says, "cover", "Comfort", "--by", "Sam Deputy", "--outside", "--from", "2026-12-14", "--to", "2026-12-16")
    told(says, "supervision", "plan", "Comfort", "--on", "2026-12-09")
    found = told(says, "cover", "Comfort", "--open")
    assert (found["from"], found["to"], found["covered_by"]) == ("2026-12-07", "2026-12-18", "Helen Deputy")
    assert [(one["by"], one["from"], one["to"]) for one in found["stands_in"]] == [
        ("Helen Deputy", "2026-12-07", "2026-12-11"),
        ("Sam Deputy", "2026-12-14", "2026-12-16"),
        (None, "2026-12-17", "2026-12-18"),
    ]
    assert [(one["on"], one["worker"]) for one in found["sessions"]] == [("2026-12-09", "Comfort Asante")]
    page = says("cover", "Comfort", "--open")[1]
    assert "While Comfort Asante is away, Mon 7 Dec 2026 to Fri 18 Dec 2026" in page
    assert (
        "Helen Deputy from Mon 7 Dec to Fri 11 Dec, then Sam Deputy from Mon 14 Dec to Wed 16 Dec, then nobody" in page
    )
    assert "Wed 9 Dec: one-to-one with Comfort Asante" in page


def test_the_absence_of_today_comes_before_one_to_come_and_other_days_can_be_asked_for(says: Says) -> None:
    told(says, "absence", "Comfort", "--from", "2026-12-07", "--to", "2026-12-18", "--because", "leave")
    told(says, "absence", "Comfort", "--from", "2026-11-20", "--to", "2026-11-27", "--because", "sickness")
    found = told(says, "cover", "Comfort", "--open")
    assert (found["from"], found["to"], found["covered_by"]) == ("2026-11-20", "2026-11-27", None)
    later = told(says, "cover", "Comfort", "--open", "--from", "2026-12-07", "--to", "2026-12-09")
    assert (later["from"], later["to"]) == ("2026-12-07", "2026-12-09")
    code, _, complaint = says("cover", "Comfort", "--open", "--from", "2026-12-09", "--to", "2026-12-07")
    assert (code, "is before the first" in complaint) == (2, True)


def test_the_page_of_the_managers_leave_holds_the_sessions_of_the_whole_team(says: Says) -> None:
    told(says, "absence", "Angela", "--from", "2026-12-07", "--to", "2026-12-11", "--because", "leave")
    for name in ("Comfort", "Nadia"):
        told(says, "supervision", "plan", name, "--on", "2026-12-09")
    found = told(says, "cover", "Angela", "--open")
    assert {one["worker"] for one in found["sessions"]} >= {"Comfort Asante", "Nadia Rehman"}


def test_the_page_is_for_absences_that_follow_one_another_as_for_one(says: Says) -> None:
    told(says, "absence", "Comfort", "--from", "2026-12-07", "--to", "2026-12-11", "--because", "leave")
    told(says, "absence", "Comfort", "--from", "2026-12-12", "--to", "2026-12-18", "--because", "training")
    found = told(says, "cover", "Comfort", "--open")
    assert (found["from"], found["to"]) == ("2026-12-07", "2026-12-18")


def test_the_page_names_nobody_as_standing_in_on_a_day_on_which_they_are_not_there(says: Says) -> None:
    told(says, "absence", "Comfort", "--from", "2026-12-07", "--to", "2026-12-18", "--because", "leave")
    told(says, "absence", "Marek", "--from", "2026-12-09", "--to", "2026-12-10", "--because", "training")
    told(says, "workers", "edit", "Marek", "--leaves", "2026-12-16")
    told(says, "cover", "Comfort", "--by", "Marek", "--from", "2026-12-07", "--to", "2026-12-18")
    found = told(says, "cover", "Comfort", "--open")
    assert [(one["by"], one["from"][-2:], one["to"][-2:]) for one in found["stands_in"]] == [
        ("Marek Nowicki", "07", "08"),
        (None, "09", "10"),
        ("Marek Nowicki", "11", "16"),
        (None, "17", "18"),
    ]
    told(says, "workers", "edit", "Marek", "--leaves", "2026-12-31", "--starts", "2026-12-11")
    found = told(says, "cover", "Comfort", "--open")
    assert [(one["by"], one["from"][-2:], one["to"][-2:]) for one in found["stands_in"]] == [
        (None, "07", "10"),
        ("Marek Nowicki", "11", "18"),
    ]


def test_being_away_began_with_the_first_absence_also_where_a_session_was_held_in_the_second(says: Says) -> None:
    told(says, "absence", "Comfort", "--from", "2026-11-09", "--to", "2026-11-18", "--because", "sickness")
    told(says, "absence", "Comfort", "--from", "2026-11-17", "--because", "sickness")
    told(says, "supervision", "hold", "Comfort", "--on", "2026-11-19", "--kind", "one_to_one")
    (comfort,) = (one for one in told(says, "today")["workers"] if one["name"] == "Comfort Asante")
    assert comfort["absence"] == {"reason": "sickness", "from": "2026-11-09", "to": None}


@pytest.mark.parametrize("paper", [[], ["--print"]])
def test_a_line_of_whose_worker_is_not_there_says_who_is_to_be_rung(says: Says, paper: list[str]) -> None:
    told(says, "absence", "Comfort", "--from", "today", "--because", "sickness")
    told(says, "worry", "raise", "C-3202", "A bruise", "--severity", "5")

    def line() -> str:
        out = " ".join(says("today", *paper)[1].split())
        return next(part for part in out.split(" Worry ")[1:] if part.startswith("C-3202"))

    assert line().startswith("C-3202 Comfort Asante (away: no cover arranged): ")
    told(says, "cover", "Comfort", "--by", "Helen Deputy", "--outside")
    assert line().startswith("C-3202 Comfort Asante (away: Helen Deputy helps out): ")
    told(says, "workers", "edit", "Comfort", "--leaves", "yesterday")
    assert line().startswith("C-3202 Comfort Asante (has left): ")


@pytest.mark.parametrize("paper", [[], ["--print"]])
def test_a_session_of_today_with_somebody_who_is_away_says_so(says: Says, paper: list[str]) -> None:
    told(says, "supervision", "plan", "Comfort", "--on", "today")
    told(says, "absence", "Comfort", "--from", "today", "--because", "sickness")
    assert "Comfort Asante (but away)" in " ".join(says("today", *paper)[1].split())
