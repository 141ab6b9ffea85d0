"""Supervision as a cycle on the command line: agendas, schedules, the calendar, own files, dates no list has."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commands.saying import Says, commands_for, told

TODAY = "2026-11-23"


@pytest.fixture
def says(made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), TODAY, capsys)


def agenda(says: Says, *options: str) -> Any:
    return told(says, "agenda", "Comfort", *options)


def test_an_agenda_has_the_contracts_shape_and_says_whether_the_cycle_is_kept(says: Says) -> None:
    found = agenda(says)
    assert set(found) >= {"worker", "cycle", "sessions"}
    assert (found["worker"], found["cycle"]["kept"], found["cycle"]["short_by"]) == ("Comfort Asante", False, 3)
    assert "2 are past the limit already" in found["cycle"]["says"]
    for session in found["sessions"]:
        assert set(session) == {"on", "minutes", "children"}
        for child in session["children"]:
            assert set(child) == {"reference", "minutes", "must", "because", "open_actions", "open_worries"}
    short = agenda(says, "--sessions", "1", "--minutes", "30")
    assert (short["cycle"]["sessions"], short["cycle"]["kept"]) == (1, False)
    assert short["cycle"]["short_by"] == 3
    assert says("agenda", "Comfort", "--sessions", "0")[0] == 2


def test_the_manager_adds_and_drops(says: Says) -> None:
    first = agenda(says)["sessions"][0]
    dropped = first["children"][-1]["reference"]
    told(says, "agenda", "Comfort", "--drop", dropped)
    after = agenda(says)["sessions"][0]
    assert dropped not in [child["reference"] for child in after["children"]]
    told(says, "agenda", "Comfort", "--add", dropped)
    assert dropped in [child["reference"] for child in agenda(says)["sessions"][0]["children"]]


def test_sessions_are_laid_down_past_holidays_moved_and_on_the_calendar(says: Says) -> None:
    laid = told(says, "supervision", "schedule", "Fiona", "--on", "fri", "--every", "2", "--until", "2027-01-31")
    assert len(laid) == 5  # Christmas Day gives way to the day before
    assert "Fri 25 Dec 2026 to Thu 24 Dec 2026" in laid[-1]["hint"]
    days = {day["on"]: day for day in told(says, "calendar", "--weeks", "10")}
    assert days["2026-12-25"]["holiday"]
    assert days["2026-12-25"]["sessions"] == []
    assert "Fiona Kilbride" in [one["worker"] for one in days["2026-11-27"]["sessions"]]
    moved = told(says, "supervision", "move", "Fiona", "--on", "2026-11-27", "--to", "2026-11-30")
    assert moved["says"].endswith("moved to Mon 30 Nov 2026.")
    days = {day["on"]: day for day in told(says, "calendar")}
    assert "Fiona Kilbride" in [one["worker"] for one in days["2026-11-30"]["sessions"]]
    assert says("supervision", "move", "Fiona", "--on", "2026-11-27", "--to", "2026-11-30")[0] == 2
    assert "Week of Mon 23 Nov" in says("calendar")[1]


def test_a_group_session_with_several_workers(says: Says) -> None:
    held = ["supervision", "hold", "Fiona", "--kind", "group", "--with", "Comfort", "--child", "C-2034"]
    assert "Fiona Kilbride, Comfort Asante" in told(says, *held)["says"]
    assert told(says, "child", "C-2034")["days_since"] == 0
    assert says("supervision", "hold", "Fiona", "--with", "Comfort")[0] == 2


def test_an_own_file_holds_a_concern_with_support_and_next_step_or_not_at_all(says: Says) -> None:
    code, _, complaint = says("personal", "Comfort", "performance", "Records are late")
    assert (code, "support" in complaint) == (2, True)
    told(says, "personal", "Comfort", "performance", "Late", "--support", "An hour a week", "--next-step", "Friday")
    goal = told(says, "personal", "Comfort", "goal", "Chairs a meeting")
    told(says, "personal", "Comfort", "goal", "Chaired one", "--follows", goal["id"])
    own = told(says, "worker", "Comfort", "--personal")["personal"]
    assert own[-1]["follows"] == goal["id"]
    assert "personal" not in told(says, "worker", "Comfort")
    assert says("personal", "Fiona", "goal", "x", "--follows", goal["id"])[0] == 2


def test_dates_that_no_list_carries(says: Says) -> None:
    assert says("children", "date", "C-2034", "visit_interval", "10")[0] == 2
    told(says, "children", "date", "C-2034", "visit_interval", "2", "--because", "Threats at the door")
    told(says, "children", "date", "C-2034", "missing_from", "today")
    rows = {row["kind"]: row for row in told(says, "today")["attention"] if row["child"] == "C-2034"}
    assert rows["visit"]["state"] == "overdue"
    assert rows["missing_child"]["summary"].startswith("Missing since")
    page = told(says, "child", "C-2034")
    assert any(line.startswith("Visit every 2 days") for line in page["timescales"])
    assert says("children", "date", "C-2034", "next_review", "yesterday")[0] == 2
    assert "turns" in json.dumps(told(says, "today", "--ahead", "366"))


def test_what_was_said_in_a_session_is_written_child_by_child(says: Says) -> None:
    said = ("supervision", "talk", "Comfort", "C-2034", "--text", "She is new to us", "--childs-view", "I like school")
    session, entry = told(says, *said, "--decision", "See her alone", "--because", "Nobody has", "--scale", "Mum 4")
    assert (session["kind"], entry["kind"]) == ("session_held", "discussion")
    action = told(says, "action", "add", "C-3202", "Ring school", "--owner", "Comfort", "--by", "fri")
    more = told(
        says,
        "supervision",
        "talk",
        "Comfort",
        "C-3202",
        "--text",
        "Well",
        "--earlier",
        f"{action['id']}: +1w: no answer",
    )
    assert more[0]["id"] == session["id"]
    (held,) = [one for one in told(says, "worker", "Comfort")["sessions"] if one["held_on"] == TODAY]
    assert held["children"] == ["C-2034", "C-3202"]
    assert "Ring school" in says("child", "C-3202")[1].split("To be done")[1].split("Allocations")[0]
    assert says("supervision", "talk", "Comfort", "C-3202", "--text", "x", "--earlier", "nothing")[0] == 2


def test_a_group_takes_no_next_step_without_the_accountable_manager(says: Says) -> None:
    group = (
        "supervision",
        "talk",
        "Fiona",
        "C-2364",
        "--kind",
        "group",
        "--with",
        "Comfort",
        "--text",
        "It is the damp",
    )
    code, _, complaint = says(*group, "--supervisor", "outside: Priya Lead", "--decision", "Move")
    assert (code, "accountable manager, Angela Brathwaite" in complaint) == (2, True)
    told(says, *group, "--supervisor", "outside: Priya Lead")
    with_her = (*group, "--with", "Angela", "--decision", "Move", "--because", "It will not dry")
    code, _, complaint = says(*with_her)
    assert (code, "was held on Mon 23 Nov 2026 already, without Angela Brathwaite" in complaint) == (2, True)
    assert told(says, *with_her, "--yes")
    joined = [one for one in told(says, "worker", "Comfort")["sessions"] if one["held_on"] == TODAY]
    assert [one["others"] for one in joined] == [["Fiona Kilbride"], ["Fiona Kilbride"]]
    assert says("supervision", "talk", "Fiona", "C-2364", "--with", "Comfort", "--text", "x")[0] == 2


def test_who_supervises_is_on_the_workers_page_and_nobody_supervises_themselves(says: Says) -> None:
    told(
        says,
        "workers",
        "edit",
        "Marek",
        "--supervisor",
        "Angela Brathwaite",
        "--second-supervisor",
        "outside: Asha Assessor",
    )
    page = told(says, "worker", "Marek")
    assert (page["supervisor"], page["second_supervisor"]) == ("Angela Brathwaite", "Asha Assessor")
    assert "Supervised by Angela Brathwaite, also by Asha Assessor." in says("worker", "Marek")[1]
    told(says, "supervision", "hold", "Angela")
    assert told(says, "worker", "Angela")["sessions"][-1]["supervisor"] != "Angela Brathwaite"


def test_whoever_stands_in_is_handed_what_is_open(says: Says) -> None:
    told(says, "cover", "Nadia", "--by", "Helen Deputy", "--outside", "--to", "+1w")
    assert "nobody of the team" in says("cover", "Nadia", "--by", "zzzz")[2]
    page = says("cover", "Nadia", "--open")[1]
    assert "Stands in: Helen Deputy from Mon 23 Nov to Mon 30 Nov, then nobody yet from Tue 1 Dec to Mon 7 Dec" in page
    assert "  - Action, by " in page
    found = told(says, "cover", "Nadia", "--open")
    assert (found["covered_by"], found["from"], found["to"]) == ("Helen Deputy", "2026-11-13", "2026-12-07")
    assert [one["by"] for one in found["stands_in"]] == ["Helen Deputy", None]
    assert len(found["children"]) == 16
    assert len(told(says, "cover", "Angela", "--open")["children"]) == 129
    assert says("cover", "Nadia")[0] == 2


def test_a_page_as_the_child_reads_it_and_hints_that_are_dismissed(says: Says) -> None:
    told(says, "discuss", "C-3202", "--text", "The LAC review was calm")
    assert "Hint: 'LAC' without its words" in says("child", "C-3202", "--as-child")[1]
    assert told(says, "wording", "The LAC review")[0]["word"] == "LAC"
    assert told(says, "wording", "The LAC review", "--dismiss", "LAC") == []
    assert {one["word"]: one["dismissed"] for one in told(says, "wording")}["LAC"]
    assert told(says, "wording", "The LAC review", "--restore", "LAC")[0]["word"] == "LAC"
    assert "decision" in says("child", "C-3202", "--significant")[1]
    assert "discussion" not in says("child", "C-3202", "--significant")[1].split("Entries")[1]
