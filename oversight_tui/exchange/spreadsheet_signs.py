"""What the library that reads cells does not tell of a tab: which cells cannot be read, which numbers are shown with
leading zeros, and what is hidden. Found in the XML of the file, in one pass that keeps nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import IO, NoReturn
from xml.parsers import expat

from msgspec import Struct, field

# How the binary kinds of file write an error: MS-XLS and MS-XLSB, BErr.
ERROR_OF_CODE: Mapping[int, str] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_PADDED = re.compile(r'(?:"(?P<quoted>[^"]*)"|(?P<letters>(?:\\.)*))(?P<zeros>0{2,})(?:;.*)?')
DAMAGED = "It is damaged, or not what it seems. Save it as .xlsx again."
PIECE = 1 << 20  # bytes read at once


class NotTaken(Exception):
    """The file is refused; the text is the sentence that says why."""


class Padding(Struct, frozen=True):
    """How a number is shown as text: what stands before it, and filled up with zeros to how many digits."""

    before: str
    digits: int

    def shown(self, number: float) -> str | None:
        """The text a reader of the spreadsheet sees; None where the number is not whole."""
        return f"{self.before}{int(number):0{self.digits}}" if number >= 0 and number == int(number) else None


def padding_of(number_format: str) -> Padding | None:
    """How a number format pads; None where it does not."""
    found = _PADDED.fullmatch(number_format)
    if found is None:
        return None
    return Padding(found["quoted"] or (found["letters"] or "").replace("\\", ""), len(found["zeros"]))


class Bounds(Struct, frozen=True):
    """How far to the right and down a tab may hold anything."""

    max_rows: int
    max_columns: int

    def check(self, tab: str, row: int, column: int) -> None:
        """Raise NotTaken for a cell beyond them. Row and column are counted from 0."""
        if row >= self.max_rows:
            raise NotTaken(f"Tab {tab} has data below row {self.max_rows:,}.")
        if column >= self.max_columns:
            raise NotTaken(f"Tab {tab} has data to the right of column {self.max_columns} in row {row + 1:,}.")


class Signs(Struct):
    """The signs of one tab. Cells are (row, column) and rows and columns are numbers, all counted from 0.

    `errors` holds the error as shown, `formulas` those whose result was never saved, as they are written.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    padded: dict[tuple[int, int], Padding] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    filtered: bool = False


Attributes = Mapping[str, str]


def parser() -> expat.XMLParserType:
    """A parser that refuses entities of the file's own, which can be made to fill any memory, and any encoding that
    the reader of cells would take for an empty tab.
    """
    made = expat.ParserCreate()
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _refuse_entities
    made.XmlDeclHandler = _refuse_other_encodings
    return made


def parse(made: expat.XMLParserType, part: IO[bytes]) -> None:
    """Parse a part of the file. Raises NotTaken where it is no XML."""
    try:
        piece = part.read(PIECE)
        if piece[:2] in (b"\xff\xfe", b"\xfe\xff"):
            _refuse_other_encodings("1.0", "utf-16", 0)
        while piece:
            made.Parse(piece, False)
            piece = part.read(PIECE)
        made.Parse(b"", True)
    except expat.ExpatError as problem:
        raise NotTaken(DAMAGED) from problem


def plain_name(name: str) -> str:
    """The name of an element or attribute without the prefix of its namespace."""
    return name.rpartition(":")[2]


def column_number(letters: str) -> int:
    """A column counted from 0, from its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _refuse_entities(*_: object) -> NoReturn:
    raise NotTaken("It declares entities of its own, as no list does, so it is not what it seems.")


def _refuse_other_encodings(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.casefold() not in ("utf-8", "us-ascii", "ascii"):
        raise NotTaken(
            f"Its parts are written in {encoding[:20]}. Open it, and save it again as Excel Workbook (.xlsx)."
        )
