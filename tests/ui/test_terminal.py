"""The real program in a real terminal: it starts, takes keys, leaves, and never lets a stray byte through."""

import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from datetime import date
from fcntl import ioctl
from pathlib import Path

import pyte
import pytest

from db import writes
from db.engine import Store
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.words.text import match_key

MOST_SECONDS = 30


class Terminal:
    """A terminal of 120 by 35 with the program in it."""

    def __init__(self, *words: str) -> None:
        self.master, slave = pty.openpty()
        ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 35, 120, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        command = [sys.executable, "-m", "oversight_tui", *words]
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self.raw = b""
        self.screen = pyte.Screen(120, 35)
        self.stream = pyte.ByteStream(self.screen)

    def waits_for(self, words: str) -> None:
        until = time.monotonic() + MOST_SECONDS
        while words not in "\n".join(self.screen.display):
            assert time.monotonic() < until, "\n".join(self.screen.display)
            self._read()

    def _read(self) -> None:
        ready, _, _ = select.select([self.master], [], [], 0.2)
        if ready:
            try:
                piece = os.read(self.master, 65536)
            except OSError:
                return
            self.raw += piece
            self.stream.feed(piece)

    def types(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def ends(self) -> int:
        until = time.monotonic() + MOST_SECONDS
        while self.process.poll() is None:
            assert time.monotonic() < until
            self._read()
        os.close(self.master)
        return self.process.returncode


def test_a_manager_opens_the_board_and_leaves(team: Store) -> None:
    team.close()
    terminal = Terminal("--store", str(team.path), "--today", "2026-11-23")
    terminal.waits_for("Harbour Team")
    terminal.types("3")
    terminal.waits_for("Worry:")
    terminal.types("q")
    assert terminal.ends() == 0


@pytest.mark.parametrize("signal_number", [1, 15], ids=["the terminal is closed", "the machine shuts down"])
def test_it_leaves_in_order_when_it_is_told_to(team: Store, signal_number: int) -> None:
    team.close()
    terminal = Terminal("--store", str(team.path), "--today", "2026-11-23")
    terminal.waits_for("Harbour Team")
    terminal.process.send_signal(signal_number)
    assert terminal.ends() == 0


def test_no_sign_that_commands_a_terminal_gets_through(team: Store) -> None:
    name = "Evil\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\u202e Name\x9b2J"
    writes.save_worker(team, WorkerDetail(name), match_key(name), 1, "Tester")
    team.close()
    terminal = Terminal("--store", str(team.path), "--today", "2026-11-23")
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
