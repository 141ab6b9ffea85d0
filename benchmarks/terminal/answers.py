"""What a terminal of today (kitty, ghostty, wezterm and their like) answers when a program asks it something.

The answers go out before anything is put on the emulated screen, so that no program waits for the instrument.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_QUERY = re.compile(
    rb"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9;]*)(?P<between>\$?)(?P<final>[cnptqu])"
    rb"|\x1b\](?P<colour>(?:4;\d+|1[0-9]));\?(?:\x07|\x1b\\)"
    rb"|\x1bP(?P<string>\+q[0-9A-Fa-f;]*|\$q[^\x1b]*)\x1b\\"
    rb"|\x1b\[\?(?P<modes>[0-9;]+)(?P<switch>[hl])"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[<=>?]?[0-9;]*\$?|\][0-9;?]{0,40}\x1b?|P[+$]?q?[^\x1b]{0,256}\x1b?)?\Z")
_LONGEST_UNFINISHED = 300
_KNOWN_MODES = {1, 7, 25, 1000, 1002, 1003, 1004, 1006, 1016, 1049, 2004, 2026, 2027, 2031, 2048}
_LEFT_BY_A_TIDY_PROGRAM = {1000, 1002, 1003, 1004, 1006, 1049, 2004, 2048}
_SIZE_IN_BAND, _CURSOR_SHOWN, _WRAP = 2048, 25, 7
_CELL_WIDTH, _CELL_HEIGHT = 9, 18
_BACKGROUND = "11"


class Answers:
    """Answers what a program asks, and keeps what it has switched on, since that shapes the bytes of keys.

    `write` sends bytes to the program; `cursor` tells where the cursor stands, as row and column from 1.
    """

    def __init__(
        self, columns: int, rows: int, write: Callable[[bytes], None], cursor: Callable[[], tuple[int, int]]
    ) -> None:
        self.columns, self.rows = columns, rows
        self.modes = {_WRAP, _CURSOR_SHOWN}
        self._write, self._cursor = write, cursor
        self._kitty = [0]
        self._unfinished = b""

    @property
    def kitty(self) -> int:
        """What the program has asked for of kitty's keyboard protocol, 0 for nothing."""
        return self._kitty[-1]

    @property
    def left_on(self) -> list[str]:
        """What a program should have switched off again before it ended."""
        left = sorted(self.modes & _LEFT_BY_A_TIDY_PROGRAM)
        return [f"mode {mode}" for mode in left] + ([] if _CURSOR_SHOWN in self.modes else ["the cursor hidden"])

    def read(self, written: bytes) -> None:
        """Answer every question in what was written."""
        written, self._unfinished = self._unfinished + written, b""
        if b"\x1b" not in written:
            return
        for query in _QUERY.finditer(written):
            self._answer(query)
        last = written.rfind(b"\x1b", max(0, len(written) - _LONGEST_UNFINISHED))
        if last >= 0 and _UNFINISHED.match(written, last):
            self._unfinished = written[last:]

    def _say(self, text: str) -> None:
        self._write(text.encode())

    def _answer(self, query: re.Match[bytes]) -> None:
        if query["colour"]:
            which = query["colour"].decode()
            colour = "rgb:1e1e/1e1e/1e1e" if which == _BACKGROUND else "rgb:d0d0/d0d0/d0d0"
            self._say(f"\x1b]{which};{colour}\x1b\\")
        elif query["string"]:
            asked = query["string"].decode("latin1")
            self._say(f"\x1bP0+r{asked[2:]}\x1b\\" if asked.startswith("+q") else "\x1bP0$r\x1b\\")
        elif query["switch"]:
            self._switch([int(one) for one in query["modes"].split(b";") if one], query["switch"] == b"h")
        else:
            self._sequence(*(query[name].decode() for name in ("private", "numbers", "final")))

    def _switch(self, modes: list[int], on: bool) -> None:
        for mode in modes:
            (self.modes.add if on else self.modes.discard)(mode)
            if mode == _SIZE_IN_BAND and on:
                width, height = self.columns * _CELL_WIDTH, self.rows * _CELL_HEIGHT
                self._say(f"\x1b[48;{self.rows};{self.columns};{height};{width}t")

    def _sequence(self, private: str, numbers: str, final: str) -> None:
        first = int(numbers.split(";")[0] or 0)
        if final == "c" and not first:
            self._say({"": "\x1b[?62;22;52c", ">": "\x1b[>41;390;0c", "=": "\x1bP!|00000000\x1b\\"}.get(private, ""))
        elif final == "n":
            self._status(private, first)
        elif final == "p" and numbers:
            known = first in _KNOWN_MODES and private == "?"
            self._say(f"\x1b[{private}{first};{(1 if first in self.modes else 2) if known else 0}$y")
        elif final == "q" and private == ">":
            self._say("\x1bP>|benchmark(1)\x1b\\")
        elif final == "u":
            self._keyboard(private, first, numbers)
        elif final == "t" and not private:
            self._size(first)

    def _status(self, private: str, asked: int) -> None:
        if asked == 5 and not private:
            self._say("\x1b[0n")
        elif asked == 6:
            row, column = self._cursor()
            self._say(f"\x1b[{'?' if private == '?' else ''}{row};{column}R")
        elif asked == 996 and private == "?":
            self._say("\x1b[?997;1n")

    def _keyboard(self, private: str, first: int, numbers: str) -> None:
        if private == "?":
            self._say(f"\x1b[?{self.kitty}u")
        elif private == ">":
            self._kitty.append(first)
        elif private == "<":
            del self._kitty[max(1, len(self._kitty) - (first or 1)) :]
        elif private == "=":
            how = int(numbers.partition(";")[2] or 1)
            self._kitty[-1] = {1: first, 2: self.kitty | first}.get(how, self.kitty & ~first)

    def _size(self, asked: int) -> None:
        width, height = self.columns * _CELL_WIDTH, self.rows * _CELL_HEIGHT
        sizes = {
            14: f"\x1b[4;{height};{width}t",
            16: f"\x1b[6;{_CELL_HEIGHT};{_CELL_WIDTH}t",
            18: f"\x1b[8;{self.rows};{self.columns}t",
            19: f"\x1b[9;{self.rows};{self.columns}t",
        }
        if asked in sizes:
            self._say(sizes[asked])
