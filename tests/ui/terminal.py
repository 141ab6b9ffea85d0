"""The real program in a real terminal."""

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from fcntl import ioctl

import pyte

MOST_SECONDS = 30
# Synchronised output: the program asks whether the terminal shows whole frames only, and then marks each.
ASKS, YES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
BEGINS, ENDS = b"\x1b[?2026h", b"\x1b[?2026l"


class Terminal:
    """A terminal of 120 by 35 with the program in it; `program` are the words that start it.

    A frame that has not come whole is not shown, as in the terminals of today: it arrives in pieces of 4,096 bytes, and
    the upper half of one screen above the lower half of the last is what nobody sees.
    """

    def __init__(self, *words: str, program: Sequence[str] = ("-X", "faulthandler", "-m", "oversight_tui")) -> None:
        self.master, slave = pty.openpty()
        ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 35, 120, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        for size in ("COLUMNS", "LINES"):
            environment.pop(size, None)  # else they would be believed instead of the terminal
        command = [sys.executable, *program, *words]
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self.raw = b""
        self._unshown = b""
        self._answered = False
        self.screen = pyte.Screen(120, 35)
        self.stream = pyte.ByteStream(self.screen)

    def waits_for(self, words: str) -> None:
        until = time.monotonic() + MOST_SECONDS
        while not self.sees(words):
            assert time.monotonic() < until, "\n".join(self.screen.display)
            self.reads()

    def waits_until_gone(self, words: str) -> None:
        """A terminal that is not told where a frame ends shows what is above of the next one first."""
        until = time.monotonic() + MOST_SECONDS
        while self.sees(words):
            assert time.monotonic() < until, "\n".join(self.screen.display)
            self.reads()

    def sees(self, words: str) -> bool:
        return words in "\n".join(self.screen.display)

    def reads(self, seconds: float = 0.2) -> None:
        """Everything the program has written, waiting so long for the first of it."""
        while select.select([self.master], [], [], seconds)[0]:
            try:
                piece = os.read(self.master, 65536)
            except OSError:
                return
            self.raw += piece
            self._shows(piece)
            seconds = 0

    def looks_on(self, seconds: float) -> None:
        """Read for so long, whatever comes."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.reads(left)

    def _shows(self, piece: bytes) -> None:
        if not self._answered and ASKS in self.raw:
            self._answered = True
            os.write(self.master, YES)
        written = self._unshown + piece
        begun = written.rfind(BEGINS)
        if begun < 0 or ENDS in written[begun:]:
            begun = written.rfind(b"\x1b")  # of a mark that is split in two
            if begun < 0 or not BEGINS.startswith(written[begun:]):
                begun = len(written)
        self._unshown = written[begun:]
        self.stream.feed(written[:begun])

    def types(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def pastes(self, text: str) -> None:
        """Paste as a terminal does, in pieces, while the program is read."""
        sent = f"\x1b[200~{text}\x1b[201~".encode()
        for at in range(0, len(sent), 1024):
            os.write(self.master, sent[at : at + 1024])
            self.reads(0)

    def ends(self) -> int:
        until = time.monotonic() + MOST_SECONDS
        while self.process.poll() is None:
            assert time.monotonic() < until, self._why_it_goes_on()
            self.reads()
        self.reads(0)
        os.close(self.master)
        return self.process.returncode

    def _why_it_goes_on(self) -> str:
        """What stands on the screen, and where each of its threads is: faulthandler prints them when it is aborted."""
        before, shown = len(self.raw), "\n".join(self.screen.display)
        self.process.send_signal(signal.SIGABRT)
        self.looks_on(1)
        return f"{shown}\n{self.raw[before:].decode(errors='replace')}"
