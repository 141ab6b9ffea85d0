"""A file of rows, whatever its form: workbooks through a process of their own, delimited text here.

Its first bytes say what a file is, never its name.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Timer
from typing import IO

import msgspec

from oversight_tui.config import SpreadsheetLimits
from oversight_tui.exchange import csc_api, leave_calendar
from oversight_tui.exchange.delimited import read_delimited
from oversight_tui.exchange.spreadsheet_lines import BookLine, EndLine, Line, RowsLine, Said, TabLine, decode
from oversight_tui.exchange.tables import AN_ERROR, FileProblem, Remark, Row, Tab, Unreadable, Value, Workbook, as_read
from oversight_tui.words.text import one_line

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_READER = "oversight_tui.exchange.spreadsheet_reader"
_NEVER_SAVED = "a formula whose result was never saved; open the file, save it, try again"
_OFTEN_SAID = 60  # characters: a text of a list that is no longer may be said again in the next row


def read_workbook(path: Path, limits: SpreadsheetLimits) -> Workbook:
    """Read a workbook (.xlsx, .xlsb, .ods, .xls) or delimited text. Raises FileProblem with the file's name and what
    would do.
    """
    name = one_line(path.name)
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise FileProblem(f"{name} is no file but a device or a pipe. Save the list to a file first.")
        content = path.read_bytes() if path.stat().st_size <= limits.max_unpacked_bytes else None
    except OSError as problem:
        raise FileProblem(f"{name} cannot be read: {problem.strerror}. Check its name and place.") from None
    if content is None:
        raise FileProblem(
            f"{name} is larger than {limits.max_unpacked_bytes // 1_000_000:,} MB. No list is that large."
        )
    if not content.strip():
        raise FileProblem(f"{name} is empty. Export the list again.")
    digest = hashlib.sha256(content).hexdigest()
    if content.startswith((_OLD_OFFICE, _ZIP)):
        return _read_in_own_process(path, name, digest, limits)
    if leave_calendar.is_calendar(content):
        return leave_calendar.workbook_of(content, name, digest)
    if csc_api.is_json(content):
        return csc_api.workbook_of(content, name, digest)
    return read_delimited(content, path, digest, limits)


def _read_in_own_process(path: Path, name: str, digest: str, limits: SpreadsheetLimits) -> Workbook:
    with _reading(path, limits) as process:
        reading = _Reading(name)
        try:
            reading.take(map(decode, process.lines))
        except msgspec.MsgspecError:
            reading.last = None  # cut off in the middle of a line
        process.wait()
    if process.was_left:
        raise FileProblem(f"{name} took longer than {limits.timeout_seconds} seconds to read. It was left.")
    if reading.last is None:
        raise FileProblem(f"{name} cannot be taken. It is damaged, or too large for this machine.")
    if reading.last.problem is not None:
        raise FileProblem(f"{name} cannot be taken. {reading.last.problem}")
    return reading.workbook(digest)


class _Process:
    """The process that reads a file: the lines it says, and whether it was left because it took too long."""

    def __init__(self, running: subprocess.Popen[bytes], lines: IO[bytes]) -> None:
        self.running, self.lines, self.was_left = running, lines, False

    def leave(self) -> None:
        """End it."""
        self.was_left = True
        self.running.kill()

    def wait(self) -> None:
        """Wait until it has ended."""
        self.running.wait()


@contextmanager
def _reading(path: Path, limits: SpreadsheetLimits) -> Iterator[_Process]:
    numbers = (limits.max_rows, limits.max_columns, limits.max_unpacked_bytes, limits.timeout_seconds)
    # -P keeps the folder this was called from out of the modules that can be loaded.
    command = [sys.executable, "-P", "-m", _READER, str(path.absolute()), *map(str, numbers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        process = _Process(running, running.stdout)
        timer = Timer(limits.timeout_seconds, process.leave)
        timer.daemon = True
        timer.start()
        try:
            yield process
        finally:
            timer.cancel()
            running.kill()


class _Reading:
    """Puts a workbook together from what the process says. `last` is its last line, None while it has not come."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.book = BookLine(counts_from_1904=False)
        self.tabs: list[tuple[TabLine, list[Row]]] = []
        self.last: EndLine | None = None
        self.texts: dict[str, Value] = {}

    def take(self, lines: Iterable[Line]) -> None:
        """Take line by line, so that the whole is never held twice."""
        for line in lines:
            match line:
                case RowsLine(rows=rows):
                    self.tabs[-1][1].extend(Row(number, tuple(map(self._value, values))) for number, values in rows)
                case TabLine():
                    self.tabs.append((line, []))
                case BookLine():
                    self.book = line
                case EndLine():
                    self.last = line

    def _value(self, said: Said) -> Value:
        if isinstance(said, str):
            return self._text(said)
        if isinstance(said, tuple):
            return _odd_value(said[0], said[1])
        return said

    def _text(self, said: str) -> Value:
        """A text made safe, once for all the cells that hold it."""
        if len(said) > _OFTEN_SAID:
            return as_read(said)
        if said not in self.texts:
            self.texts[said] = as_read(said)
        return self.texts[said]

    def workbook(self, digest: str) -> Workbook:
        """What was read."""
        tabs = [
            Tab(
                one_line(tab.name), tuple(rows), frozenset(tab.hidden_rows), frozenset(tab.hidden_columns), tab.filtered
            )
            for tab, rows in self.tabs
            if tab.left_out is None
        ]
        return Workbook(
            self.name,
            digest,
            tuple(tabs),
            self.book.counts_from_1904,
            tuple(Remark(self.name, "", sentence) for sentence in self.book.cannot_tell),
            tuple(Remark(one_line(tab.name), "", tab.left_out) for tab, _ in self.tabs if tab.left_out is not None),
        )


@lru_cache(maxsize=20_000)
def _odd_value(kind: str, shown: str) -> Value:
    match kind:
        case "day":
            return date.fromisoformat(shown)
        case "formula":
            return Unreadable(shown, _NEVER_SAVED)
        case _:
            return Unreadable(shown, AN_ERROR)
