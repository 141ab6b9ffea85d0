"""One program in a terminal of its own, with every byte it writes stamped when it arrives.

The bytes are put on the emulated screen only when the program has been silent for a while, a little at a time, so that
the emulator's own speed stays out of the figures; `late_by` says how late a stamp can have been for it.
"""

from __future__ import annotations

import errno
import fcntl
import gc
import os
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NoReturn

from benchmarks.terminal.answers import Answers
from benchmarks.terminal.emulator import Emulator
from benchmarks.terminal.keys import keys_of
from benchmarks.terminal.processes import is_of_session, tree_of

MILLISECOND = 1_000_000
SILENCE_BEFORE_LOOKING = 8 * MILLISECOND
SLICE = MILLISECOND
# Variables that make a program start or look otherwise than it does for a person.
_FOREIGN = ("PYTHON", "TEXTUAL", "RICH_")
_FOREIGN_NAMES = {
    "NO_COLOR",
    "FORCE_COLOR",
    "LINES",
    "COLUMNS",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "ESCDELAY",
    "COLORFGBG",
    "VTE_VERSION",
    "TMUX",
    "STY",
}
Seen = Callable[[str], object]


def now() -> int:
    """Nanoseconds on a clock that only goes forward."""
    return time.monotonic_ns()


def environment(also: Mapping[str, str]) -> dict[str, str]:
    """The variables of a person's terminal, and `also`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_FOREIGN) and name not in _FOREIGN_NAMES
    }
    return {"LANG": "C.UTF-8", **kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **also}


@dataclass(slots=True)
class Ended:
    """How a program ended: milliseconds from the keys that quit, its exit code (None where it had to be killed), and
    what it left switched on in the terminal.
    """

    milliseconds: float
    code: int | None
    left_on: list[str]


@dataclass(slots=True)
class _Written:
    """Everything the program has written so far: when, what, and whether it changed what is to be seen."""

    at: list[int] = field(default_factory=list)
    parts: list[bytes] = field(default_factory=list)
    changed: list[bool] = field(default_factory=list)


class Session:
    """A program that runs in a terminal until `close`. Times are nanoseconds of `now`."""

    def __init__(self, command: Sequence[str], also: Mapping[str, str], columns: int = 120, rows: int = 40) -> None:
        self.emulator = Emulator(columns, rows)
        self.answers = Answers(columns, rows, self.write, self._cursor)
        self.late_by = 0
        self.ended = False
        self._written = _Written()
        self._looking: Iterator[None] | None = None
        self._wanted: Seen | None = None
        self._seen_at: int | None = None
        self._status: int | None = None
        self._size = struct.pack("HHHH", rows, columns, columns * 9, rows * 18)
        self._start(command, environment(also))

    # --- The process --------------------------------------------------------------------------------

    def _start(self, command: Sequence[str], variables: Mapping[str, str]) -> None:
        ours, its = os.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, self._size)
        waits, go = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(ours)
            os.close(go)
            _become(command, variables, its, waits)
        os.close(its)
        os.close(waits)
        self._end = ours
        os.set_blocking(ours, False)
        self._poll = select.poll()
        self._poll.register(ours, select.POLLIN | select.POLLHUP)
        time.sleep(0.005)  # until it waits for the word to go
        gc.collect()
        gc.disable()
        self.began = now()
        os.write(go, b"g")
        os.close(go)

    def close(self, quit_keys: str, patience: float = 30.0) -> Ended:
        """Quit by keys, else by signals; only processes of this session are ever sent one."""
        mine = tree_of(self.process)
        asked = now()
        self.write(self.sent(quit_keys))
        quitted = self._gone(int(patience * 1e9))
        took = now() - asked
        for number, wait in ((signal.SIGTERM, 2), (signal.SIGKILL, 5)):
            if self._status is None:
                with suppress(ProcessLookupError):
                    os.kill(self.process, number)
                self._gone(wait * 1_000_000_000)
        for one in mine:
            if one != self.process and is_of_session(one, self.process):
                with suppress(OSError):
                    os.kill(one, signal.SIGKILL)
        while self.read(0):
            pass
        gc.enable()
        os.close(self._end)
        code = os.waitstatus_to_exitcode(self._status) if quitted and self._status is not None else None
        return Ended(took / MILLISECOND, code, self.answers.left_on)

    def _gone(self, patience: int) -> bool:
        until = now() + patience
        while now() < until:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                self._status = status
                return True
            self.read(MILLISECOND)
        return False

    # --- Reading and writing ------------------------------------------------------------------------

    @property
    def parts(self) -> int:
        """How many times it has written."""
        return len(self._written.at)

    def bytes_since(self, part: int) -> int:
        """How many bytes it has written since then."""
        return sum(map(len, self._written.parts[part:]))

    def visible_since(self, part: int) -> list[int]:
        """When what is to be seen changed since then. Everything is put on the screen first."""
        self.look()
        return [self._written.at[place] for place in range(part, self.parts) if self._written.changed[place]]

    def sent(self, keys: str) -> bytes:
        """The bytes of keys, as the program wants them now."""
        return b"".join(key.sent(self.answers.kitty) for key in keys_of(keys))

    def write(self, sent: bytes) -> None:
        """Send bytes to the program."""
        while sent:
            try:
                sent = sent[os.write(self._end, sent) :]
            except BlockingIOError:
                self.read(5 * MILLISECOND)
            except OSError:
                self.ended = True
                return

    def read(self, patience: int) -> bool:
        """Wait this long at most for what the program writes, stamp and keep it. True if anything came."""
        if self.ended:
            time.sleep(min(max(patience, 0), 5 * MILLISECOND) / 1e9)
            return False
        if not self._poll.poll(max(0, patience) / MILLISECOND):
            return False
        try:
            came = os.read(self._end, 65536)
        except BlockingIOError:
            return False
        except OSError as problem:
            if problem.errno != errno.EIO:
                raise
            came = b""
        if not came:
            self.ended = True
            return False
        self._written.at.append(now())
        self._written.parts.append(came)
        self.answers.read(came)
        return True

    def until_silent(self, silence: int, patience: int) -> None:
        """Read, and do nothing else, until nothing came for so long."""
        until, last = now() + patience, now()
        while (left := min(last + silence, until) - now()) > 0 and not self.ended:
            if self.read(left):
                last = self._written.at[-1]

    # --- What is to be seen -------------------------------------------------------------------------

    def until_seen(self, wanted: Seen, patience: int) -> int | None:
        """When `wanted` was true first of the text on the screen; None where it never was."""
        self._wanted, self._seen_at = wanted, None
        until = now() + patience
        while self._seen_at is None and now() < until:
            waiting = len(self._written.changed) < self.parts
            silent_for = now() - self._written.at[-1] if self.parts else 0
            if waiting and (silent_for >= SILENCE_BEFORE_LOOKING or self.ended):
                self._look_a_little()
            else:
                self.read(min(SILENCE_BEFORE_LOOKING if waiting else 20 * MILLISECOND, until - now()))
            if self.ended and not waiting:
                break
        self._wanted = None
        return self._seen_at

    def look(self) -> None:
        """Put everything that was written on the screen, reading on between."""
        while not self._look_a_little() or self.read(0):
            pass

    def _look_a_little(self) -> bool:
        """Work on what was written for one slice, then read. True where nothing is left to work on."""
        began = now()
        empty = self._work(began + SLICE)
        ended = now()
        if self.read(0):
            self.late_by = max(self.late_by, ended - began)
            return False
        return empty

    def _work(self, until: int) -> bool:
        while len(self._written.changed) < self.parts:
            if self._looking is None:
                self._looking = self._steps(len(self._written.changed))
            for _ in self._looking:
                if now() >= until:
                    return False
            self._looking = None
        return True

    def _steps(self, part: int) -> Iterator[None]:
        """Put one part on the screen. What lies between two signs of synchronising is seen at the second."""
        yield from self.emulator.feed(self._written.parts[part])
        if self.emulator.synchronised:
            self._written.changed.append(False)
            return
        yield from self.emulator.look()
        if self._wanted is not None and self._seen_at is None and self._wanted(self.emulator.text):
            self._seen_at = self._written.at[part]
        self._written.changed.append(self.emulator.changed)

    def _cursor(self) -> tuple[int, int]:
        self.look()
        cursor = self.emulator.screen.cursor
        return cursor.y + 1, min(cursor.x, self.emulator.columns - 1) + 1


def _become(command: Sequence[str], variables: Mapping[str, str], terminal: int, waits: int) -> NoReturn:
    """In the new process: take the terminal, wait for the word to go, and be the program."""
    try:
        os.setsid()
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        for stream in (0, 1, 2):
            os.dup2(terminal, stream)
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE):
            signal.signal(number, signal.SIG_DFL)
        os.read(waits, 1)
        os.execvpe(command[0], list(command), dict(variables))
    except OSError as problem:
        os.write(2, f"{command[0]} cannot be started: {problem}\r\n".encode())
    os._exit(127)
