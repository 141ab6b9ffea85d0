"""How long the board takes to stand on the screen, and to answer a key, beside the smallest Textual program.

    .venv/bin/python benchmarks/screen.py [--runs 9]

Both are run in a terminal of their own in turn, and measured from outside: from the start of the process to the first
useful text, and from a key to the end of what it paints. Prints the middle of the runs and ratios. POSIX only.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
from datetime import date
from pathlib import Path
from time import perf_counter

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello-ready")
Hello().run()
"""
ROWS, COLUMNS = 40, 120
QUIET_SECONDS = 0.05
PATIENCE_SECONDS = 20.0
TODAY = date(2026, 11, 23)
KEYS = {"down": b"\x1b[B", "tab": b"\t", "next overdue": b"n"}


def main() -> None:
    """Start both in turn, then press keys."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        store = made_up(Path(folder) / "team.oversight")
        board = [sys.executable, "-m", "oversight_tui", "--store", store, "--today", TODAY.isoformat()]
        hello = [sys.executable, "-c", HELLO]
        starts: dict[str, list[float]] = {"hello": [], "board": []}
        for _ in range(runs + 1):
            for name, command, ready in (("hello", hello, "hello-ready"), ("board", board, "Worries 4")):
                with Terminal(command) as terminal:
                    starts[name].append(terminal.until(ready.encode()))
        middle = {name: statistics.median(times[1:]) for name, times in starts.items()}
        print(f"{middle['hello']:7.0f} ms         the smallest Textual program, to its text")
        print(f"{middle['board']:7.0f} ms {middle['board'] / middle['hello']:6.2f}x the board, to its worries")
        with Terminal(board) as terminal:
            terminal.until(b"Worries 4")
            terminal.quiet()
            for name, key in KEYS.items():
                taken = sorted(terminal.press(key) for _ in range(40))
                print(f"{statistics.median(taken):7.1f} ms {taken[37]:6.1f} ms at the 95th of 100: {name}")


def made_up(path: Path) -> str:
    """The made-up team in a file."""
    from db import open_store
    from oversight_tui.made_up_team import write_demo

    store = open_store(path)
    write_demo(store, TODAY)
    store.close()
    return str(path)


class Terminal:
    """A program in a terminal of its own; kept from asking a real one anything."""

    def __init__(self, command: list[str]) -> None:
        self.began = perf_counter()
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or the program would be compiled at every start
            os.execv(command[0], command)
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.end)

    def until(self, ready: bytes) -> float:
        """Milliseconds from the start until these bytes were painted."""
        seen = b""
        while ready not in seen:
            if not select.select([self.end], [], [], PATIENCE_SECONDS)[0]:
                raise SystemExit(f"{ready!r} never came.")
            seen += os.read(self.end, 65536)
        return (perf_counter() - self.began) * 1000

    def quiet(self) -> None:
        """Read on until nothing more comes."""
        while select.select([self.end], [], [], 10 * QUIET_SECONDS)[0]:
            os.read(self.end, 65536)

    def press(self, key: bytes) -> float:
        """Milliseconds from a key to the last byte of what it paints."""
        began = last = perf_counter()
        os.write(self.end, key)
        while select.select([self.end], [], [], QUIET_SECONDS)[0]:
            os.read(self.end, 65536)
            last = perf_counter()
        return (last - began) * 1000


if __name__ == "__main__":
    main()
