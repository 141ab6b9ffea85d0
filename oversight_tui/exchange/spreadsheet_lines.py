"""What the process that reads a spreadsheet says to the program, line by line of JSON: shared by both, and small."""

from __future__ import annotations

import msgspec
from msgspec import Struct

# None, text, a number, or a pair of what kind and what: ("day", ISO), ("error", as shown), ("formula", as written).
Said = str | int | float | bool | tuple[str, str] | None
ROWS_A_LINE = 500


class BookLine(Struct, frozen=True, tag="book"):
    """The first line: how bare date numbers are counted, and what this kind of file cannot tell, in sentences."""

    counts_from_1904: bool
    cannot_tell: tuple[str, ...] = ()


class TabLine(Struct, frozen=True, tag="tab"):
    """A tab begins. `left_out` says why it has no rows here; hidden rows are numbers from 1, hidden columns from 0."""

    name: str
    left_out: str | None = None
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    filtered: bool = False


class RowsLine(Struct, frozen=True, tag="rows"):
    """Some rows of the tab that began last, each with its number from 1."""

    rows: list[tuple[int, list[Said]]]


class EndLine(Struct, frozen=True, tag="end"):
    """The last line: the file was read to its end, or is not taken, and the sentence that says why."""

    problem: str | None = None


Line = BookLine | TabLine | RowsLine | EndLine

encode = msgspec.json.Encoder().encode
decode = msgspec.json.Decoder(Line).decode
