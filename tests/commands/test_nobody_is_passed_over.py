"""A child is on somebody's board whoever holds them, of whatever team, and one whose adding was undone on nobody's."""

from pathlib import Path

import pytest

from oversight_tui.cli import main
from tests.commands.saying import Says, commands_for, told

TODAY = "2026-01-06"


@pytest.fixture
def says(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Says:
    """A store of three workers: two of teams, one of none."""
    monkeypatch.setenv("OVERSIGHT_PLAIN", "1")
    store, roster = tmp_path / "team.oversight", tmp_path / "roster.csv"
    roster.write_text("name,team\nAnn Bell,North\nBo Carr,South\nXena Dunn,\n", "utf-8")
    assert main(["import", str(roster), "--as-at", "2026-01-01", "--yes", "--store", str(store), "--today", TODAY]) == 0
    capsys.readouterr()
    return commands_for(store, TODAY, capsys)


@pytest.mark.parametrize(
    ("held_by", "boards"),
    [((), {"North", "South"}), (("--worker", "Xena"), {"North", "South"}), (("--worker", "Ann"), {"North"})],
    ids=["nobody", "a worker of no team", "a worker of a team"],
)
@pytest.mark.parametrize("what", ["missing_from", "strategy_discussion"])
def test_a_missing_child_is_on_the_board_whoever_holds_them(
    says: Says, held_by: tuple[str, ...], boards: set[str], what: str
) -> None:
    told(says, "children", "add", "C1", *held_by)
    told(says, "children", "date", "C1", what, "2026-01-05")
    kind = "missing_child" if what == "missing_from" else "section_47"
    for team in ("North", "South"):
        lines = [row for row in told(says, "today", "--team", team)["attention"] if row["kind"] == kind]
        assert [row["child"] for row in lines] == (["C1"] if team in boards else [])
    (line,) = [row for row in told(says, "today", "--all-teams")["attention"] if row["kind"] == kind]
    assert (line["child"], line["tier"]) == ("C1", "urgent")


def test_a_worker_of_no_team_is_on_the_board_of_the_whole_authority(says: Says) -> None:
    assert [one["name"] for one in told(says, "today", "--all-teams")["workers"]] == [
        "Ann Bell",
        "Bo Carr",
        "Xena Dunn",
    ]
    assert [one["name"] for one in told(says, "today", "--team", "North")["workers"]] == ["Ann Bell"]


def test_a_child_whose_adding_was_undone_is_nobodys_until_they_are_added_again(says: Says) -> None:
    told(says, "children", "add", "C3", "--worker", "Bo")
    assert says("undo", "--yes")[0] == 0
    assert "There is no child with the reference 'C3'" in says("handover", "C3", "--bucket", "duty")[2]
    assert told(says, "today", "--all-teams")["children"] == []
    told(says, "children", "add", "C3", "--worker", "Ann")
    assert [one["worker"] for one in told(says, "today", "--all-teams")["children"]] == ["Ann Bell"]
    assert says("verify")[0] == 0
