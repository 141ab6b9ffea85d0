"""The signs of an .xls file, by tab: the records that hold errors, hidden rows and columns, and padded numbers.

Record numbers and their shapes are those of Microsoft's description of the format, MS-XLS. Files older than Excel 97
are written differently, and tell nothing here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from oversight_tui.exchange.old_office import OldOffice
from oversight_tui.exchange.spreadsheet_signs import ERROR_OF_CODE, Bounds, Padding, Signs, padding_of

_BEGINS, _ENDS, _BEGINS_8 = 0x809, 0x0A, 0x0600
_SHEET, _1904, _FORMAT, _STYLE = 0x85, 0x22, 0x41E, 0xE0
_ROW, _COLUMNS, _ERROR, _FORMULA = 0x208, 0x7D, 0x205, 0x06
_NUMBER, _RK, _RKS = 0x203, 0x27E, 0xBD
_FILTERED = 0x9B
_HIDDEN_ROW = 0x20
_NO_NUMBER = b"\xff\xff"  # behind the result of a formula that is no number
_AN_ERROR = 2


class XlsSigns:
    """The signs of an old workbook. `can_tell` is false of one that is older than Excel 97."""

    def __init__(self, content: bytes, bounds: Bounds) -> None:
        self.bounds = bounds
        self.tabs: dict[str, int] = {}
        self.padded: dict[int, Padding] = {}
        self.counts_from_1904 = False
        office = OldOffice(content)
        self.can_tell = "Workbook" in office.names()
        self.stream = office.stream("Workbook") if self.can_tell else b""
        self._book()

    def _book(self) -> None:
        formats: dict[int, Padding] = {}
        styles = 0
        for kind, content in _records(self.stream, 0):
            if kind == _BEGINS and len(content) >= 2:
                self.can_tell = struct.unpack_from("<H", content)[0] == _BEGINS_8
            elif kind == _SHEET:
                self.tabs[_text(content, 6, "B")] = struct.unpack_from("<I", content)[0]
            elif kind == _1904:
                self.counts_from_1904 = content[0] == 1
            elif kind == _FORMAT and (padding := padding_of(_text(content, 2, "H"))) is not None:
                formats[struct.unpack_from("<H", content)[0]] = padding
            elif kind == _STYLE:
                found = formats.get(struct.unpack_from("<H", content, 2)[0])
                if found is not None:
                    self.padded[styles] = found
                styles += 1

    def of(self, tab: str) -> Signs:
        """The signs of one tab. Raises NotTaken for a cell beyond the bounds."""
        signs = Signs()
        for kind, content in _records(self.stream, self.tabs[tab]) if tab in self.tabs and self.can_tell else ():
            if kind in (_ERROR, _FORMULA):
                self._error(signs, kind, content)
            elif kind in (_NUMBER, _RK, _RKS) and self.padded:
                self._padded(signs, kind, content)
            elif kind == _ROW and struct.unpack_from("<H", content, 12)[0] & _HIDDEN_ROW:
                signs.hidden_rows.append(struct.unpack_from("<H", content)[0])
            elif kind == _COLUMNS and content[8] & 1:
                first, last = struct.unpack_from("<HH", content)
                signs.hidden_columns += range(first, min(last + 1, self.bounds.max_columns))
            elif kind == _FILTERED:
                signs.filtered = True
        return signs

    def _error(self, signs: Signs, kind: int, content: bytes) -> None:
        place = struct.unpack_from("<HH", content)
        if kind == _ERROR:
            code = content[6] if content[7] else None
        else:
            code = content[8] if content[12:14] == _NO_NUMBER and content[6] == _AN_ERROR else None
        if code is not None:
            signs.errors[place[0], place[1]] = ERROR_OF_CODE.get(code, "an error")

    def _padded(self, signs: Signs, kind: int, content: bytes) -> None:
        row, column = struct.unpack_from("<HH", content)
        count = (len(content) - 6) // 6 if kind == _RKS else 1
        for number in range(count):
            padding = self.padded.get(struct.unpack_from("<H", content, 4 + 6 * number)[0])
            if padding is not None:
                signs.padded[row, column + number] = padding


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of a tab or of the book, to their end; those of charts within it are passed over."""
    depth, end = 0, len(stream)
    while at + 4 <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        depth += (kind == _BEGINS) - (kind == _ENDS)
        if depth <= 1:
            yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size
        if depth == 0:
            return


def _text(content: bytes, at: int, length_is: str) -> str:
    """A text with its length and the width of its characters before it."""
    length = int(struct.unpack_from(f"<{length_is}", content, at)[0])
    at += struct.calcsize(length_is)
    wide = content[at] & 1
    return content[at + 1 : at + 1 + length * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")
