"""Copied is said only where the text came; nothing hangs, and nothing is left where it failed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from oversight_tui.ui.clipboard import Clipboard
from oversight_tui.ui.own_clipboard import (
    SystemClipboard,
    display_answers,
    may_be_here,
    system_clipboard,
    terminal_takes_text,
)

HERE = {"TERM": "xterm-256color", "DISPLAY": ":0"}


class Fake:
    """A system's clipboard that does what it is told to."""

    def __init__(self, *, fails: bool = False, garbles: bool = False, hangs: threading.Event | None = None) -> None:
        self.holds: str | None = None
        self.fails, self.garbles, self.hangs = fails, garbles, hangs

    def copy(self, text: str) -> None:
        if self.hangs is not None:
            self.hangs.wait(10)
        self.holds = "another's" if self.garbles else text.replace("\n", "\r\n")
        if self.fails:
            raise OSError("a failure after the text was there")

    def paste(self) -> str:
        if self.holds is None:
            raise ValueError("empty")
        return self.holds

    def clear(self) -> None:
        self.holds = None


class Desk:
    """The program, as far as a clipboard needs it: what is called later is done when it is waited for."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.due, self.timers = list[Callable[[], None]](), list[Callable[[], None]]()

    def copy_to_clipboard(self, text: str) -> None:
        self.sent.append(text)

    def call_later(self, callback: Callable[[], None]) -> bool:
        self.due.append(callback)
        return True

    def set_timer(self, delay: float, callback: Callable[[], None]) -> object:
        self.timers.append(callback)
        return None

    def wait(self, *, time_is_up: bool = False) -> None:
        if not time_is_up:
            for _ in range(2000):
                if self.due:
                    break
                time.sleep(0.001)
        for each in (*self.due, *self.timers):
            each()
        self.due, self.timers = [], []


def asked(question: Callable[[Callable[[str], None]], None], desk: Desk, *, time_is_up: bool = False) -> str:
    told: list[str] = []
    question(told.append)
    if not told:
        desk.wait(time_is_up=time_is_up)
    (where,) = told  # once, whatever else comes
    return where


def clipboard(desk: Desk, fake: SystemClipboard | None, environment: Mapping[str, str] = HERE) -> Clipboard:
    return Clipboard(desk, lambda _: fake, environment)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a display is asked for elsewhere alone")
def test_what_was_copied_is_read_back_and_can_be_cleared_while_it_is_ours() -> None:
    desk, fake = Desk(), Fake()
    made = clipboard(desk, fake)
    assert asked(made.remains, desk) == "nowhere"
    assert asked(lambda then: made.put("Zoë\nC-1", then), desk) == "system"
    assert (fake.holds, desk.sent) == ("Zoë\r\nC-1", [])
    assert asked(made.remains, desk) == "system"
    assert asked(made.clear, desk) == "system"
    assert (fake.holds, asked(made.remains, desk)) == (None, "nowhere")
    asked(lambda then: made.put("C-1", then), desk)
    fake.holds = "somebody else's"
    assert asked(made.remains, desk) == "nowhere"
    assert asked(made.clear, desk) == "nowhere"
    assert fake.holds == "somebody else's"


@pytest.mark.parametrize(
    ("fake", "left"),
    [(None, None), (Fake(fails=True), None), (Fake(garbles=True), "another's")],
    ids=["none", "fails", "another's text"],
)
def test_where_the_systems_fails_the_text_goes_to_the_terminal_and_is_not_left_there(
    fake: Fake | None, left: str | None
) -> None:
    desk = Desk()
    made = clipboard(desk, fake)
    assert asked(lambda then: made.put("C-1", then), desk) == "terminal"
    assert desk.sent == ["C-1"]
    assert (fake.holds if fake else None) == left
    assert asked(made.remains, desk) == "terminal"
    assert asked(made.clear, desk) == "terminal"
    assert desk.sent == ["C-1", ""]


def test_a_clipboard_that_does_not_answer_is_left_alone() -> None:
    desk, goes_on = Desk(), threading.Event()
    made = clipboard(desk, Fake(hangs=goes_on))
    assert asked(lambda then: made.put("C-1", then), desk, time_is_up=True) == "terminal"
    goes_on.set()


def test_where_neither_takes_it_that_is_said() -> None:
    desk = Desk()
    made = clipboard(desk, None, {"TERM": "linux"})
    assert asked(lambda then: made.put("C-1", then), desk) == "nowhere"
    assert desk.sent == []
    assert not terminal_takes_text({"TERM": "xterm", "TERM_PROGRAM": "Apple_Terminal"})


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a display is asked for elsewhere alone")
def test_over_ssh_under_wayland_or_with_the_display_of_another_machine_only_the_terminals_is_meant() -> None:
    assert may_be_here(HERE)
    for other in ({"SSH_CONNECTION": "x"}, {"SSH_TTY": "x"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": "pc:0"}):
        assert not may_be_here({**HERE, **other})
        assert system_clipboard({**HERE, **other}) is None
    assert not may_be_here({})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sockets without a file are Linux's")
def test_a_display_that_takes_a_connection_and_says_nothing_is_not_asked_for_its_clipboard() -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind("\0/tmp/.X11-unix/X7091")
        silent.listen()
        begun = time.monotonic()
        assert not display_answers(":7091")
        assert time.monotonic() - begun < 5
    assert not display_answers(":7092")


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb here")
def test_a_real_display_has_the_text_and_another_program_reads_it(tmp_path: Path) -> None:
    """As the library does it, in a process of its own; what is there is gone when that ends."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    try:
        display = f":{os.read(reading, 10).decode().strip()}"
        told = """
import subprocess, sys, os
from oversight_tui.ui.own_clipboard import system_clipboard
found = system_clipboard(os.environ)
found.copy("Zoë C-1")
other = "from oversight_tui.ui.own_clipboard import *; import os; print(system_clipboard(os.environ).paste())"
print(subprocess.run([sys.executable, "-c", other], capture_output=True, text=True).stdout.strip())
"""
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("SSH", "WAYLAND"))}
        environment |= {"DISPLAY": display, "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-c", told], env=environment, capture_output=True, text=True, encoding="utf-8", timeout=30
        )
        assert done.stdout == "Zoë C-1\n", done.stderr
    finally:
        server.terminate()
        server.wait()
        os.close(reading)
        os.close(writing)
