"""A made-up team that was looked at: what is said once it is left."""

from pathlib import Path

import pytest

from oversight_tui.cli import main
from oversight_tui.commands import demo
from tests.made_once import MONDAY


def test_nothing_is_written_where_the_settings_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(tmp_path / "none.toml"))
    assert main(["demo", "--into", str(tmp_path / "team.oversight"), "--workers", "1"]) == 2
    assert list(tmp_path.iterdir()) == []


def test_leaving_a_made_up_team_says_that_nothing_of_it_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "open_screen", lambda store, *_, **__: store.close())
    assert demo.open_made_up_team(MONDAY, workers=1) == 0
    assert "nothing of it is kept" in capsys.readouterr().out
