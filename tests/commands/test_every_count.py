"""Every number that a list gives is the number of rows it stands for: as JSON, in text, and on the page to carry."""

import re
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from oversight_tui.practice.facts import TeamFacts
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.services.paper import page_to_carry
from tests.commands.saying import Says, commands_for, told
from tests.practice.test_laws import TODAY, teams

NUMBERED = re.compile(r"(\d+)\. ")
# The day the made-up team was left, the day after, three quiet weeks on, past New Year, and past every limit.
DAYS = ("2026-11-23", "2026-11-24", "2026-12-14", "2027-01-04", "2027-04-01")


@pytest.fixture(params=DAYS)
def says(
    request: pytest.FixtureRequest, made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), request.param, capsys)


def states(children: Sequence[Any]) -> dict[str, int]:
    found = Counter(child["state"] for child in children)
    return {"children": len(children), **{state: found[state] for state in ("in_time", "due", "overdue", "never")}}


def headed(said: str) -> dict[str, int]:
    """The numbers of the first line that counts."""
    (line,) = (one for one in said.splitlines() if re.match(r"\d+ urgent, ", one))
    return {word: int(number) for number, word in re.findall(r"(\d+) (urgent|overdue|due|never)", line)}


def without_worker(said: str) -> dict[str, int]:
    """The three numbers of children without a worker."""
    (line,) = (one for one in said.splitlines() if one.startswith("Without a worker: "))
    found = re.findall(r"(\d+) (waiting|on duty|held by a manager)", line)
    return {word: int(number) for number, word in found}


def listed(said: str, word: str) -> list[int]:
    """The ranks of the rows under the heading of a tier, which counts them."""
    _, _, rest = said.partition(f"\n{word}: ")
    number, _, rest = rest.partition("\n")
    ranks = [
        int(found[1]) for line in rest.split("\nIN ORDER: ")[0].splitlines() if (found := NUMBERED.search(line[:9]))
    ]
    assert len(ranks) == (int(number) if number else 0)
    return ranks


def test_each_count_of_the_json_is_the_length_of_what_it_counts(says: Says) -> None:
    shown = told(says, "today")
    rows, counts, children = shown["attention"], shown["counts"], shown["children"]
    assert counts["urgent"] == sum(row["tier"] == "urgent" for row in rows)
    for state in ("overdue", "due", "never"):
        assert counts[state] == sum(row["state"] == state for row in rows)
    unallocated = {child["reference"] for child in children if child["worker"] is None}
    assert {row["child"] for row in rows if row["kind"] == "unallocated"} == unallocated
    assert counts["unallocated"] == len(unallocated)
    for worker in shown["workers"]:
        held = [child for child in children if child["worker"] == worker["name"]]
        assert worker["children"] == len(held)
        assert worker["coverage"] == states(held)
        page = told(says, "worker", worker["id"])
        assert sorted(page["children"]) == sorted(child["reference"] for child in held)
    late = [row for row in rows if row["kind"] == "coverage"]
    for child in children:
        own = [row for row in late if row["child"] == child["reference"]]
        assert len(own) == (child["state"] in ("overdue", "due")) or child["state"] == "never"


def test_each_number_in_text_and_on_paper_is_the_number_of_its_lines(says: Says) -> None:
    shown = told(says, "today")
    wanted = {word: shown["counts"][word] for word in ("urgent", "overdue", "due", "never")}
    text, paper = says("today")[1], says("today", "--print")[1]
    assert headed(text) == wanted
    three = {words: shown["counts"][words.replace(" a ", "_").replace(" ", "_")] for words in without_worker(text)}
    assert without_worker(text) == three
    assert sum(three.values()) == shown["counts"]["unallocated"]
    assert headed(paper) == wanted
    for said in (text, paper):
        ranks = [*listed(said, "URGENT"), *listed(said, "IN ORDER")]
        assert ranks == [row["rank"] for row in shown["attention"]]
    states = Counter(found[1] for found in re.finditer(r" \((overdue|due|never|open)\b[^()]*\)$", text, re.MULTILINE))
    assert {state: states[state] for state in ("overdue", "due", "never")} == {
        state: wanted[state] for state in ("overdue", "due", "never")
    }
    assert paper.count("\n[ ] ") + paper.count("\n[x] ") == len(shown["attention"])


def test_the_calendar_counts_planned_sessions_and_no_bank_holidays(says: Says) -> None:
    days = told(says, "calendar", "--weeks", "20")
    text = says("calendar", "--weeks", "20")[1]
    for day in days:
        assert {*day} >= {"on", "sessions", "holiday"}
    assert len({one["id"] for day in days for one in day["sessions"]}) == sum(len(day["sessions"]) for day in days)
    lines = [line for line in text.splitlines() if line.startswith("  ") and "Away:" not in line]
    assert len(lines) == sum(bool(day["sessions"]) or bool(day["holiday"]) for day in days)


@settings(max_examples=40)
@given(teams())
def test_the_page_to_carry_counts_its_lines_whatever_the_team(facts: TeamFacts) -> None:
    board = build_board(facts, DEFAULT, TODAY)
    said = "\n".join(page_to_carry(board, "none"))
    ranks = [*listed(said, "URGENT"), *listed(said, "IN ORDER")]
    assert ranks == [row.rank for row in board.attention]
    assert headed(said)["urgent"] == len(listed(said, "URGENT"))
