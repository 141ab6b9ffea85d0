"""What any file of rows looks like once it is read: tabs of rows of plain values, each with its place.

A value is None, text, a number, a date, or `Unreadable` where the file holds something that is no value.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from msgspec import Struct

from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

LONGEST_SHOWN = 60


class FileProblem(PlainProblem):
    """A file that is not taken at all; the text says why and what would do."""


class Unreadable(Struct, frozen=True):
    """A cell that holds an error of the spreadsheet, or a formula whose result was never saved."""

    shown: str
    reason: str


# How spreadsheets write an error; #N/A is left out, which systems write for nothing.
_ERRORS = re.compile(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NUM!|NAME\?|CALC!|SPILL!|FIELD!|BLOCKED!|CONNECT!)|Err:\d{3}")
AN_ERROR = "an error of the spreadsheet"

Value = str | int | float | bool | date | Unreadable | None


def as_read(text: str) -> Value:
    """A text of a file made safe; an error that was saved as a text is an error still."""
    cleaned = one_line(text)
    return Unreadable(cleaned, AN_ERROR) if _ERRORS.fullmatch(cleaned) else cleaned or None


class Row(Struct, frozen=True):
    """One row that is not blank; `number` is its number in the file, counted from 1."""

    number: int
    values: tuple[Value, ...]

    def value(self, column: int) -> Value:
        """The value of a column, counted from 0; None where the row is shorter."""
        return self.values[column] if column < len(self.values) else None


class Tab(Struct, frozen=True):
    """One tab, or a whole CSV file, without its blank rows.

    `hidden_rows` are numbers from 1 and `hidden_columns` from 0, of what is read though the spreadsheet does not show
    it; `filtered` says that a filter may have hidden the rows. In a `delimited` one a cell too many moves all that
    follow it.
    """

    name: str
    rows: tuple[Row, ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    filtered: bool = False
    delimited: bool = False


class Workbook(Struct, frozen=True):
    """A file as read. `counts_from_1904` says how its bare date numbers are counted; `not_taken` are the tabs of which
    nothing was read, and why.
    """

    name: str
    sha256: str
    tabs: tuple[Tab, ...]
    counts_from_1904: bool = False
    warnings: tuple[Remark, ...] = ()
    not_taken: tuple[Remark, ...] = ()


class Remark(Struct, frozen=True):
    """What was dropped, left out or is doubtful: the cell, row or tab, what it holds, and why."""

    where: str
    value: str
    reason: str


def cell_name(tab: str, row: int, column: int) -> str:
    """A cell as a spreadsheet names it: `List_6!N3`. The column is counted from 0."""
    return f"{tab}!{column_letters(column)}{row}"


@cache
def column_letters(column: int) -> str:
    """The letters of a column counted from 0."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def shown(value: Value) -> str:
    """A value as a short text for a remark."""
    if isinstance(value, Unreadable):
        text = value.shown
    elif isinstance(value, date):
        text = value.isoformat()
    else:
        text = "" if value is None else str(value)
    text = one_line(text)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
