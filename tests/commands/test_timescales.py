"""A manager types what no list carries, and what ended; by command, and taken back and put right like anything else."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commands.saying import Says, commands_for, told

KINDS = ("section_47", "conference", "review", "proceedings", "missing_child", "visit")


@pytest.fixture
def says(made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), "2026-11-23", capsys)


def rows(says: Says, child: str) -> dict[str, Any]:
    """The rows of a child about statutory clocks, by kind."""
    found = told(says, "today")["attention"]
    return {row["kind"]: row for row in found if row["child"] == child and row["kind"] in KINDS}


def test_a_child_comes_back_and_a_talk_about_something_else_ends_no_interview(says: Says) -> None:
    told(says, "children", "date", "C-2034", "missing_from", "-9d")
    assert rows(says, "C-2034")["missing_child"]["state"] == "overdue"
    assert rows(says, "C-2034")["missing_child"]["tier"] == "urgent"
    told(says, "children", "date", "C-2034", "returned", "-4d")
    told(says, "discuss", "C-2034", "--text", "New shoes")
    waiting = rows(says, "C-2034")["missing_child"]
    assert (waiting["state"], waiting["days_over"]) == ("overdue", 1)
    declined = ("children", "end", "C-2034", "interview_declined", "--because", "She wants it left alone")
    code, _, complaint = says(*declined)
    assert (code, "who declined" in complaint) == (2, True)
    ended = told(says, *declined, "--who", "Herself")
    assert "missing_child" not in rows(says, "C-2034")
    told(says, "undo")
    assert rows(says, "C-2034")["missing_child"] == waiting
    told(says, "redo")
    assert "missing_child" not in rows(says, "C-2034")
    told(says, "withdraw", ended["id"], "--because", "It was her sister")
    assert rows(says, "C-2034")["missing_child"] == waiting
    code, _, complaint = says("children", "end", "C-3202", "interview_held", "--because", "x")
    assert (code, "No return interview waits for C-3202" in complaint) == (2, True)


def test_an_enquiry_and_proceedings_are_ended_and_a_day_is_put_right(says: Says) -> None:
    begun = told(says, "children", "date", "C-2034", "strategy_discussion", "-30d")
    assert rows(says, "C-2034")["section_47"]["tier"] == "urgent"
    assert rows(says, "C-2034")["section_47"]["state"] == "overdue"
    told(says, "correct", begun["id"], "--on", "-3d")
    assert rows(says, "C-2034")["section_47"]["state"] == "open"
    early = ("children", "end", "C-2034", "section_47", "--on", "-4d", "--because", "No harm found")
    code, _, complaint = says(*early)
    assert (code, "It began on Fri 20 Nov 2026" in complaint) == (2, True)
    told(says, "children", "end", "C-2034", "section_47", "--because", "No harm found; a plan in need instead")
    assert "section_47" not in rows(says, "C-2034")
    told(says, "children", "date", "C-2034", "proceedings_issued", "19 Oct 2025")
    assert "proceedings" in rows(says, "C-2034")
    told(says, "children", "end", "C-2034", "proceedings", "--because", "A care order was made")
    assert "proceedings" not in rows(says, "C-2034")
    assert says("verify")[0] == 0
    lines = [one["text"] for one in told(says, "child", "C-2034")["entries"] if one["kind"] == "timescale"]
    assert any(line.startswith("Section 47 enquiry ended") for line in lines)


def test_a_child_is_seen_and_the_next_visit_is_counted_from_it(says: Says) -> None:
    told(says, "children", "date", "C-2034", "visit_interval", "2", "--because", "Threats at the door")
    assert rows(says, "C-2034")["visit"]["state"] == "overdue"
    seen = told(says, "seen", "C-2034", "--alone", "yes")
    assert (seen["kind"], "seen alone" in seen["says"]) == ("seen", True)
    assert "visit" not in rows(says, "C-2034")
    (child,) = [one for one in told(says, "today")["children"] if one["reference"] == "C-2034"]
    assert child["last_seen"] == "2026-11-23"
    told(says, "correct", seen["id"], "--on", "-3d")
    assert rows(says, "C-2034")["visit"]["state"] == "overdue"
    told(says, "undo")
    assert "visit" not in rows(says, "C-2034")
    told(says, "withdraw", seen["id"], "--because", "It was his brother")
    assert rows(says, "C-2034")["visit"]["state"] == "overdue"
    assert says("seen", "C-2034", "--on", "tomorrow")[0] == 2
    assert says("verify")[0] == 0
