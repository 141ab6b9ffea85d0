"""The days that the morning list says, as text and on paper, are those on which the things are due."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.commands.saying import Says, commands_for, told

# The day the made-up team was left, the day after, and three quiet weeks on.
DAYS = ("2026-11-23", "2026-11-24", "2026-12-14")
A_LINE = re.compile(r"^(?:\[.\] )?(\d+)\. ", re.MULTILINE)


@pytest.fixture(params=DAYS)
def today(request: pytest.FixtureRequest) -> date:
    return date.fromisoformat(request.param)


@pytest.fixture
def says(today: date, made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), today.isoformat(), capsys)


def lines_of(printed: str) -> dict[int, str]:
    """What stands in each numbered line of a list and below it, by its number."""
    _, *parts = A_LINE.split(printed)
    return {int(number): text.casefold() for number, text in zip(parts[::2], parts[1::2], strict=True)}


@pytest.mark.parametrize("paper", [False, True])
def test_due_today_is_said_of_what_is_due_on_that_day_and_of_nothing_else(
    says: Says, today: date, *, paper: bool
) -> None:
    due_on = {row["rank"]: row["due_on"] for row in told(says, "today")["attention"]}
    shown = lines_of(says("today", *(["--print"] if paper else []))[1])
    said_of = {rank for rank, text in shown.items() if "due today" in text}
    assert {rank: due_on[rank] for rank in said_of if due_on[rank] != today.isoformat()} == {}
    assert set(shown) == set(due_on)


def test_two_lists_that_disagree_ask_who_is_allocated(says: Says) -> None:
    (row,) = [row for row in told(says, "today")["attention"] if row["kind"] == "import_conflict"]
    assert row["summary"].endswith("who is allocated?")
