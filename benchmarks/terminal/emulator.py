"""What stands on the screen of a terminal, from the bytes that a program has written.

pyte holds the cells; the sequences are read here, since pyte would print several of those that programs send today.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pyte

from benchmarks.terminal.colours import rendition

_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f]+)"
    r"|\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<system>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b(?P<string>[P_^X])(?P<body>(?:[^\x1b]|\x1b(?!\\))*)\x1b\\"
    r"|\x1b(?P<escape_between>[ -/]*)(?P<escape>[0-OQ-WYZ\\`-~])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])",
    re.DOTALL,
)
_UNFINISHED = re.compile(r"\x1b(?:\[[<=>?]?[0-9;:]*[ -/]*|\][^\x07\x1b]*\x1b?|[P_^X].*|[ -/]*)?\Z", re.DOTALL)
_LONGEST_UNFINISHED = 65536
_TOKENS_A_SLICE = 12
_SYNCHRONISED, _ALTERNATE = 2026, (47, 1047, 1049)
_MODES_OF_PYTE = (1, 3, 5, 6, 7, 25)

# By the final character of a sequence: the method of pyte's screen that does it, given one number, at least 1.
_WITH_ONE_NUMBER = {
    "A": "cursor_up",
    "B": "cursor_down",
    "e": "cursor_down",
    "C": "cursor_forward",
    "a": "cursor_forward",
    "D": "cursor_back",
    "E": "cursor_down1",
    "F": "cursor_up1",
    "G": "cursor_to_column",
    "`": "cursor_to_column",
    "d": "cursor_to_line",
    "X": "erase_characters",
    "P": "delete_characters",
    "@": "insert_characters",
    "L": "insert_lines",
    "M": "delete_lines",
}
_CONTROLS = {
    "\r": "carriage_return",
    "\n": "linefeed",
    "\x0b": "linefeed",
    "\x0c": "linefeed",
    "\b": "backspace",
    "\t": "tab",
    "\x0e": "shift_out",
    "\x0f": "shift_in",
}
_ESCAPES = {
    "7": "save_cursor",
    "8": "restore_cursor",
    "D": "index",
    "M": "reverse_index",
    "H": "set_tab_stop",
    "c": "reset",
}


class Emulator:
    """A screen of so many columns and rows. `synchronised` says that what is written is not to be shown yet."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.screen: Any = pyte.Screen(columns, rows)
        self.synchronised = False
        self.frames = 0
        self.changed = False
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._unfinished = ""
        self._last_character = " "
        self._covered: dict[int, dict[int, Any]] | None = None
        self._cells: list[int] = [0] * rows
        self._texts: list[str] = [""] * rows
        self._cursor: tuple[int, int] | None = None
        self.screen.dirty.update(range(rows))
        for _ in self.look():
            pass

    @property
    def text(self) -> str:
        """What stands on the screen, a line a row."""
        return "\n".join(text.rstrip() for text in self._texts)

    def look(self) -> Iterator[None]:
        """Read the rows that were written to, one a step; `changed` then says whether anything is to be seen of it."""
        changed = False
        for row in [row for row in self.screen.dirty if row < self.rows]:
            yield
            line = self.screen.buffer[row]
            cells = tuple([line[column] for column in range(self.columns)])
            if hash(cells) != self._cells[row]:
                self._cells[row] = hash(cells)
                self._texts[row] = "".join([cell.data for cell in cells])
                changed = True
        self.screen.dirty.clear()
        cursor = None if self.screen.cursor.hidden else (self.screen.cursor.x, self.screen.cursor.y)
        self.changed = changed or cursor != self._cursor
        self._cursor = cursor

    def feed(self, written: bytes) -> Iterator[None]:
        """Take what was written, a few sequences a step."""
        text = self._unfinished + self._decoder.decode(written)
        self._unfinished = ""
        place = tokens = 0
        while place < len(text):
            token = _TOKEN.match(text, place)
            if token is None:
                if len(text) - place < _LONGEST_UNFINISHED and _UNFINISHED.match(text, place):
                    self._unfinished = text[place:]
                    return
                place += 1  # an escape that begins nothing
                continue
            place = token.end()
            self._take(token)
            tokens += 1
            if tokens % _TOKENS_A_SLICE == 0:
                yield

    def _take(self, token: re.Match[str]) -> None:
        if token["text"]:
            self.screen.draw(token["text"])
            self._last_character = token["text"][-1]
        elif token["final"]:
            with suppress(TypeError, ValueError, IndexError):
                self._sequence(token["private"], token["numbers"], token["between"], token["final"])
        elif token["control"]:
            self._do(_CONTROLS.get(token["control"]))
        elif token["escape"]:
            if token["escape_between"] in ("(", ")"):
                self.screen.define_charset(token["escape"], mode=token["escape_between"])
            elif not token["escape_between"]:
                self._do(_ESCAPES.get(token["escape"]))

    def _do(self, method: str | None) -> None:
        if method is not None:
            getattr(self.screen, method)()

    def _sequence(self, private: str, parameters: str, between: str, final: str) -> None:
        if final == "m" and not private and not between:
            self.screen.select_graphic_rendition(*rendition(parameters))
            return
        numbers = [int(one or 0) for one in parameters.replace(":", ";").split(";")] if parameters else []
        if private == "?" and final in "hl" and not between:
            for mode in numbers:
                self._private_mode(mode, final == "h")
        elif not private and not between:
            self._plain(final, numbers)

    def _plain(self, final: str, numbers: list[int]) -> None:
        first = numbers[0] if numbers else 0
        if final in _WITH_ONE_NUMBER:
            getattr(self.screen, _WITH_ONE_NUMBER[final])(first or 1)
            return
        others: dict[str, Callable[[], object]] = {
            "H": lambda: self.screen.cursor_position(first or 1, (numbers[1] if len(numbers) > 1 else 0) or 1),
            "J": lambda: self.screen.erase_in_display(first),
            "K": lambda: self.screen.erase_in_line(first),
            "r": lambda: self.screen.set_margins(*(number or None for number in numbers[:2])),
            "S": lambda: self._scroll(first or 1, up=True),
            "T": lambda: self._scroll(first or 1, up=False),
            "b": lambda: self.screen.draw(self._last_character * min(first or 1, self.columns * self.rows)),
            "g": lambda: self.screen.clear_tab_stop(first),
            "s": self.screen.save_cursor,
            "u": self.screen.restore_cursor,
        }
        others["f"] = others["H"]
        if final in others:
            others[final]()

    def _scroll(self, lines: int, *, up: bool) -> None:
        top, bottom = self.screen.margins or (0, self.rows - 1)
        column, row = self.screen.cursor.x, self.screen.cursor.y
        for _ in range(min(lines, self.rows)):
            self.screen.cursor.y = bottom if up else top
            (self.screen.index if up else self.screen.reverse_index)()
        self.screen.cursor.x, self.screen.cursor.y = column, row

    def _private_mode(self, mode: int, on: bool) -> None:
        if mode == _SYNCHRONISED:
            self.synchronised = on
            self.frames += not on
        elif mode in _ALTERNATE:
            self._alternate(on)
        elif mode in _MODES_OF_PYTE:
            (self.screen.set_mode if on else self.screen.reset_mode)(mode, private=True)

    def _alternate(self, on: bool) -> None:
        """The other screen of a full-screen program; what it covers comes back when the program leaves it."""
        if on == (self._covered is not None):
            return
        if on:
            self.screen.save_cursor()
            self._covered = {row: dict(line) for row, line in self.screen.buffer.items()}
            self.screen.erase_in_display(2)
            return
        self.screen.erase_in_display(2)
        for row, cells in (self._covered or {}).items():
            self.screen.buffer[row].update(cells)
        self._covered = None
        self.screen.dirty.update(range(self.rows))
        self.screen.restore_cursor()
