"""The terminal is closed under the program, and nothing says so: it ends by itself, with what was typed kept."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from db import open_store
from oversight_tui.services import drafts
from oversight_tui.services.demo import write_demo
from tests.ui.terminal import MOST_SECONDS, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
TODAY = date(2026, 11, 23)


@pytest.fixture
def team(tmp_path: Path) -> Path:
    path = tmp_path / "team.oversight"
    store = open_store(path)
    write_demo(store, TODAY)
    store.close()
    return path


@pytest.mark.parametrize("typed", ["Seen at home", "Seen at home " * 20], ids=["at rest", "while it paints"])
def test_it_ends_saved_when_the_terminal_is_gone(team: Path, typed: str) -> None:
    terminal = Terminal("--store", str(team), "--today", TODAY.isoformat())  # without a session: no SIGHUP comes
    terminal.waits_for("Why:")
    terminal.types("ndv")
    terminal.waits_for("Because")
    terminal.types(typed)
    terminal.waits_for("Seen at home")
    os.close(terminal.master)
    assert terminal.process.wait(MOST_SECONDS) == 0
    store = open_store(team)
    (kept,) = drafts.kept(store).values()
    store.close()
    assert kept["because"].startswith("Seen at home")
