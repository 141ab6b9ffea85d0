"""The real program in a real terminal: it starts, takes keys, leaves, and never lets a stray byte through."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from db import writes
from db.engine import Store
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.ids import TeamId
from oversight_tui.words.text import match_key
from tests.engines import named
from tests.ui.terminal import Terminal

# Said below the list only of a row of the worries' pane: the morning list has the same worry first.
WORRY_PANE = "Raised 21 Oct"


def test_a_manager_opens_the_board_and_leaves(team: Store) -> None:
    team.close()
    terminal = Terminal(*named(team.path), "--today", "2026-11-23")
    terminal.waits_for("Harbour Team")
    terminal.types("3")
    terminal.waits_for(WORRY_PANE)
    terminal.types("q")
    assert terminal.ends() == 0


def test_bytes_that_are_no_text_are_passed_over(team: Store) -> None:
    team.close()
    terminal = Terminal(*named(team.path), "--today", "2026-11-23")
    terminal.waits_for("Harbour Team")
    for sent in (b"\xff\xfe\xc3(\x80", b"\x1b[99999999u", b"\x1b[99999999999999999999u"):
        os.write(terminal.master, sent)
        terminal.reads()
    for _ in range(20):  # a key that came together with them is lost
        terminal.types("3")
        terminal.reads(0.5)
        if terminal.sees(WORRY_PANE):
            break
    terminal.waits_for(WORRY_PANE)
    terminal.types("q")
    assert terminal.ends() == 0


def test_no_sign_that_commands_a_terminal_gets_through(team: Store) -> None:
    name = "Evil\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\u202e Name\x9b2J"
    writes.save_worker(team, WorkerDetail(name), match_key(name), TeamId(1), "Tester")
    team.close()
    terminal = Terminal(*named(team.path), "--today", "2026-11-23")
    terminal.waits_for("Harbour Team")
    terminal.types("2")
    terminal.waits_for("Evil")
    terminal.types("q")
    terminal.ends()
    for stray in (b"owned\x07", b"\x1b]52", b"\x1b]0;", "\u202e".encode(), b"\xc2\x9b"):
        assert stray not in terminal.raw


def test_a_board_without_a_terminal_says_what_to_do(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "oversight_tui", "--store", str(tmp_path / "s"), "--today", str(date(2026, 1, 5))]
    ran = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False, text=True)
    assert ran.returncode == 2
    assert "oversight today" in ran.stderr
