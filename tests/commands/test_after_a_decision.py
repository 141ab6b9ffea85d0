"""A decision that is complete, with its reason and no review to come, asks for nothing more: no number goes up."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commands.saying import Says, commands_for, told

# Unallocated; never discussed; a late worry; gone from the list; words not on file; a late review; a new worker.
CHILDREN = ("C-5472", "C-2034", "C-2639", "C-9850", "C-3763", "C-9229", "C-9206", "C-5180")
# Late; away with nobody standing in; a cancelled session without a new date; never supervised; the manager.
WORKERS = ("Comfort", "Nadia", "Marek", "Siân", "Angela")
KINDS = ("agree", "visit", "meeting", "change_plan", "do_not_proceed", "challenge", "escalate", "keep_plan", "other")


@pytest.fixture
def says(made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), "2026-12-14", capsys)


def unmarked(shown: Any) -> Any:
    """All that is shown, but for the marks of what was decided today."""
    for row in shown["attention"]:
        row.pop("decided_today")
    return shown


@pytest.mark.parametrize("on", ["today", "2026-12-07"])
def test_a_complete_decision_adds_no_row_and_no_points(says: Says, on: str) -> None:
    before, agenda = unmarked(told(says, "today")), told(says, "agenda", "Comfort")
    for number, about in enumerate((*CHILDREN, *WORKERS)):
        kind = KINDS[number % len(KINDS)]
        told(says, "decide", about, "Visit on Friday", "--because", "Not seen alone", "--kind", kind, "--on", on)
        assert unmarked(told(says, "today")) == before
    assert told(says, "agenda", "Comfort") == agenda


def test_a_decision_marks_as_many_rows_as_are_left_out_of_what_is_to_be_seen_to(says: Says) -> None:
    told(says, "decide", "C-2034", "Visit on Friday", "--because", "Not seen alone")
    marked = [row for row in told(says, "today")["attention"] if row["decided_today"]]
    assert [(row["kind"], row["child"]) for row in marked] == [("coverage", "C-2034")]
    assert says("today")[1].count(", decided today)") == says("today", "--print")[1].count("(decided today)") == 1


def test_a_reason_given_later_takes_the_row_away_and_brings_none(says: Says) -> None:
    before = unmarked(told(says, "today"))
    decision = told(says, "decide", "C-5180", "Visit on Friday")
    lacking = told(says, "today")
    assert len(lacking["attention"]) == len(before["attention"]) + 1
    told(says, "because", decision["id"], "Not seen alone")
    assert unmarked(told(says, "today")) == before
