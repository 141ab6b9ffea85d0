"""Commands for a small team of two workers and five children."""

import shutil
from pathlib import Path

import pytest

from tests.commands.saying import Says, commands_for


@pytest.fixture
def says(small_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(small_team, tmp_path / "team.oversight")), "2026-10-02", capsys)


@pytest.fixture(autouse=True)
def _own_anchors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of one store would have one anchor."""
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
