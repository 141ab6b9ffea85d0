"""A worry says who owns it and how old it is, wherever it stands, also once its review is late or was moved."""

from pathlib import Path

import pytest

from tests.commands.saying import Says, commands_for, told


@pytest.fixture
def later_says(says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    """The same store ten days on."""
    return commands_for(tmp_path / "team.oversight", "2026-10-12", capsys)


@pytest.fixture
def worry(says: Says) -> str:
    raised = told(
        says, "worry", "raise", "C-1", "Gran is worried", "--severity", "3", "--owner", "Ben", "--on", "27 Jul 2026"
    )
    return str(raised["id"])


def summary_of(says: Says, worry: str) -> str:
    (row,) = (one for one in told(says, "today")["attention"] if one["id"] == worry)
    assert row["owner"] == "Ben Ortiz"
    return str(row["summary"])


def test_the_line_and_the_childs_page_say_the_owner_and_the_age(says: Says, worry: str) -> None:
    assert summary_of(says, worry) == "Gran is worried (raised 27 Jul, 67 days ago; owner Ben Ortiz; no review date)"
    assert (
        f"severity 3 of 5, raised 27 Jul, 67 days ago, owner Ben Ortiz, no review date (id {worry})"
        in says("child", "C-1")[1]
    )
    assert says("verify")[0] == 0


def test_a_review_that_was_moved_or_is_late_leaves_the_age(says: Says, later_says: Says, worry: str) -> None:
    told(says, "worry", "review", worry, "--next", "9 Oct 2026")
    assert "(raised 27 Jul, 67 days ago; owner Ben Ortiz; review 9 Oct)" in summary_of(says, worry)
    later = later_says("today")[1]
    assert "(raised 27 Jul, 77 days ago; owner Ben Ortiz; review was due 9 Oct) (overdue, 3 days over)" in later


def test_an_action_names_its_owner_too(says: Says) -> None:
    action = told(says, "action", "add", "C-1", "Ring school", "--owner", "Ben", "--by", "today")
    (row,) = (one for one in told(says, "today")["attention"] if one["id"] == action["id"])
    assert row["owner"] == "Ben Ortiz"


def test_a_worry_whose_owner_has_left_is_counted_and_given_to_somebody_else(
    says: Says, later_says: Says, worry: str
) -> None:
    told(says, "handover", "C-1", "C-2", "C-3", "C-4", "--bucket", "duty", "--because", "Ben leaves")
    told(says, "workers", "edit", "Ben", "--leaves", "5 Oct 2026")
    later = later_says("today")[1]
    assert "1 open worry" in later
    assert "its owner has left" in later
    code, out, _ = later_says("correct", worry, "--owner", "Amira")
    assert code == 0
    assert "Amira Khan sees to it now." in out
    later = later_says("today")[1]
    assert "open worry" not in later
    assert "owner Amira Khan" in later
    assert "its owner has left" not in later
    assert later_says("verify")[0] == 0
    told(later_says, "undo")
    assert "owner Ben Ortiz" in later_says("today")[1]


def test_only_what_somebody_sees_to_has_an_owner(says: Says, worry: str) -> None:
    action = told(says, "action", "add", "C-1", "Ring school", "--owner", "Ben", "--by", "today")
    told(says, "correct", action["id"], "--owner", "Amira")
    (row,) = (one for one in told(says, "today")["attention"] if one["id"] == action["id"])
    assert (row["owner"], row["worker"]) == ("Amira Khan", "Amira Khan")
    talk = told(says, "discuss", "C-1", "--text", "We talked")
    code, _, said = says("correct", talk["id"], "--owner", "Amira")
    assert code == 2
    assert "Only a worry or an action has an owner." in said


def test_whoever_stands_in_reads_who_owns_a_worry(says: Says, worry: str) -> None:
    told(says, "absence", "Amira", "--from", "today", "--because", "sickness")
    pack = says("cover", "Amira", "--open")[1]
    assert "Gran is worried (owner Ben Ortiz)" in pack
