"""Urgent things that come in after three quiet weeks stand at the top of the list, in every form of it."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.commands.saying import Says, commands_for, told

# Three weeks after the made-up team was left, with nothing recorded since and no newer list.
THREE_WEEKS_ON = "2026-12-14"
CANNOT_WAIT = {
    "missing_child",
    "section_47",
    "discussion_open",
    "worry",
    "unallocated",
    "uncovered",
    "referral",
    "booking",
}
FIVE = {
    "C-1465": ("missing_child", "Missing child", "Missing since today"),
    "C-4549": ("worry", "Worry", "New worry of severity 5 of 5"),
    "C-7916": ("discussion_open", "Talk asked for", "A talk was asked for, due today"),
    "C-2501": ("section_47", "Section 47", "Section 47 enquiry"),
    "C-9999": ("unallocated", "Unallocated", "No worker"),
}


@pytest.fixture
def says(made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), THREE_WEEKS_ON, capsys)


def five_come_in(says: Says) -> None:
    told(says, "children", "date", "C-1465", "missing_from", "today")
    told(says, "worry", "raise", "C-4549", "A bruise on the baby that nobody explains", "--severity", "5")
    told(says, "discuss", "C-7916", "--asked", "--worker", "Daniel", "--text", "Mum not seen since Friday")
    told(says, "children", "date", "C-2501", "strategy_discussion", "today")
    told(says, "children", "add", "C-9999")


def of_five(rows: Sequence[Any]) -> list[Any]:
    return [row for row in rows if row["child"] in FIVE and row["kind"] == FIVE[row["child"]][0]]


def test_five_urgent_things_stand_above_three_weeks_of_late_ones(says: Says) -> None:
    before = told(says, "today")
    five_come_in(says)
    after = told(says, "today")
    rows = after["attention"]
    five = of_five(rows)
    assert {row["child"] for row in five} == set(FIVE)
    assert {row["tier"] for row in five} == {"urgent"}
    top = [row for row in rows if row["tier"] == "urgent" and row["kind"] in CANNOT_WAIT]
    assert [row["rank"] for row in top] == list(range(1, len(top) + 1))
    assert after["counts"]["urgent"] == before["counts"]["urgent"] + 5
    assert max(row["rank"] for row in five if row["child"] != "C-9999") <= 11
    assert len(top) < 15 < len([row for row in rows if row["days_over"]])


@pytest.mark.parametrize("paper", [False, True])
def test_they_stand_under_the_heading_of_what_is_urgent_in_print(says: Says, paper: bool) -> None:
    five_come_in(says)
    ranks = {row["child"]: row["rank"] for row in of_five(told(says, "today")["attention"])}
    printed = says("today", *(["--print"] if paper else []))[1]
    urgent, in_order = printed.split("URGENT: ")[1].split("IN ORDER: ")
    said = " ".join(urgent.split())
    for child, (_, called, reason) in FIVE.items():
        assert f"{ranks[child]}. {called} {child}" in said
        assert reason in said
        assert f"{called} {child}" not in in_order


def test_the_points_say_what_lifts_them(says: Says) -> None:
    five_come_in(says)
    for row in of_five(told(says, "today")["attention"]):
        assert {"factor": "cannot wait", "points": 120.0} in row["because"]
        assert row["score"] == sum(one["points"] for one in row["because"])
