"""The morning list on the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from db import open_store
from oversight_tui.cli import main
from tests.db.test_board_facts import import_team
from tests.engines import named


@pytest.fixture
def team(tmp_path: Path) -> str:
    store = open_store(tmp_path / "team.oversight")
    import_team(store)
    store.close()
    return str(store.path)


def test_the_list_as_text_says_what_is_late_and_why(team: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today", "--store", team, "--today", "2026-10-02"]) == 0
    said = capsys.readouterr().out
    assert "North Team, Fri 2 Oct 2026" in said
    assert "Supervision Amira Khan: No supervision recorded, limit 1 Oct (never, 1 day over)" in said
    assert "Why: Never supervised, 1 day past the limit" in said
    assert "Points:" not in said
    assert main(["today", "--points", "--store", team, "--today", "2026-10-02"]) == 0
    said = capsys.readouterr().out
    points = "Points: supervision +30, never supervised +25, past the limit +20, 1 day over +1, together 76"
    assert points in said


def test_the_same_as_json_holds_to_its_shape(team: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today", "--store", team, "--today", "2026-10-02", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["team"], said["teams"], said["data_as_at"]) == ("North Team", ["North Team"], "2026-09-01")
    assert said["counts"]["children"] == len(said["children"]) == 5
    assert said["counts"]["never"] == sum(row["state"] == "never" for row in said["attention"]) == 3
    for row in said["attention"]:
        assert row["score"] == pytest.approx(sum(one["points"] for one in row["because"]))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--team", "Sooth"], "no team 'Sooth'"),
        (["--today", "04/13/2026"], "the day comes first"),
        (["--store", "/nowhere/at/all"], "There is no store"),
    ],
)
def test_a_mistake_is_a_sentence(team: str, options: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today", "--store", team, *options]) == 2
    assert words in capsys.readouterr().err


def test_a_command_that_opens_no_screen_never_imports_textual(team: str) -> None:
    script = (
        f"import sys; from oversight_tui.cli import main; assert main(['today', *{named(Path(team))!r}]) == 0; "
        "assert not any(m.split('.')[0] == 'textual' for m in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0
