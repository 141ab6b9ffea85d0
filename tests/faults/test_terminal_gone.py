"""The terminal is closed under the program, and nothing says so: it ends by itself, with what was typed kept."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from db import open_store
from oversight_tui.services import drafts
from tests.made_once import MONDAY
from tests.ui.terminal import MOST_SECONDS, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")


@pytest.fixture
def team(made_up_team: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made_up_team, tmp_path / "team.oversight"))


@pytest.mark.parametrize("typed", ["Seen at home", "Seen at home " * 20], ids=["at rest", "while it paints"])
def test_it_ends_saved_when_the_terminal_is_gone(team: Path, typed: str) -> None:
    terminal = Terminal("--store", str(team), "--today", MONDAY.isoformat())  # without a session: no SIGHUP comes
    terminal.waits_for("Why:")
    terminal.types("ndv\t")
    terminal.waits_for("Why;")
    terminal.types(typed)
    terminal.waits_for("Seen at home")
    os.close(terminal.master)
    assert terminal.process.wait(MOST_SECONDS) == 0
    store = open_store(team)
    (kept,) = drafts.kept(store).values()
    store.close()
    assert kept["because"].startswith("Seen at home")
