"""Commands for a small team of two workers and five children."""

import shutil
from pathlib import Path

import pytest

from db.engine import Store
from oversight_tui.services.sight import work_out_months
from tests.commands.saying import Says, commands_for
from tests.made_once import MONDAY, store_made_once


@pytest.fixture
def says(small_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(Path(shutil.copy(small_team, tmp_path / "team.oversight")), "2026-10-02", capsys)


@pytest.fixture(autouse=True)
def _own_anchors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of one store would have one anchor."""
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))


@pytest.fixture(scope="session")
def with_its_months(made_up_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up team with the months that are over worked out, to be copied."""

    def write(store: Store) -> None:
        work_out_months(store, None, MONDAY)

    return store_made_once("with its months.oversight", tmp_path_factory, write, made_up_team)
