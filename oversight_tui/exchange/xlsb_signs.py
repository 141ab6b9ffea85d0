"""The signs of an .xlsb file, by tab: the records of its parts that hold errors, hidden rows and padded numbers.

Record numbers and their shapes are those of Microsoft's description of the format, MS-XLSB.
"""

from __future__ import annotations

import posixpath
import struct
from collections.abc import Iterator, Mapping
from zipfile import ZipFile

from msgspec import Struct

from oversight_tui.exchange.spreadsheet_signs import (
    ERROR_OF_CODE,
    Attributes,
    Bounds,
    Padding,
    Signs,
    padding_of,
    parse,
    parser,
    plain_name,
)

WORKBOOK = "xl/workbook.bin"
_ROW, _ERROR, _FORMULA_ERROR, _COLUMN, _FILTER = 0, 3, 11, 60, 161
_RK, _REAL = 2, 5
_CELLS = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 62})
_BOOK_PROPERTIES, _SHEET = 153, 156
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 44, 47, 617, 618
_HIDDEN_ROW = 0x10


class XlsbParts(Struct, frozen=True):
    """Where the tabs of a workbook are in its zip, and what holds for all of them."""

    tabs: Mapping[str, str]
    padded: Mapping[int, Padding]
    counts_from_1904: bool


def xlsb_parts(archive: ZipFile) -> XlsbParts:
    """Read the small parts of a workbook."""
    names = {name.casefold(): name for name in archive.namelist()}
    targets: dict[str, str] = {}

    def relation(name: str, attributes: Attributes) -> None:
        if plain_name(name) == "Relationship":
            targets[attributes.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))

    part = names.get("xl/_rels/workbook.bin.rels")
    if part is not None:
        made = parser()
        made.StartElementHandler = relation
        with archive.open(part) as file:
            parse(made, file)
    tabs: dict[str, str] = {}
    from_1904 = False
    for kind, content in _records(archive.read(names[WORKBOOK])):
        if kind == _SHEET:
            identity, end = _text(content, 8)
            tabs[_text(content, end)[0]] = names.get(targets.get(identity, "").lstrip("/").casefold(), "")
        elif kind == _BOOK_PROPERTIES:
            from_1904 = bool(content[0] & 1)
    styles = names.get("xl/styles.bin")
    return XlsbParts(tabs, _padded_styles(archive.read(styles)) if styles else {}, from_1904)


def _padded_styles(content: bytes) -> Mapping[int, Padding]:
    formats: dict[int, Padding] = {}
    styles: dict[int, Padding] = {}
    inside, number = False, 0
    for kind, record in _records(content):
        if kind == _FORMAT and (padding := padding_of(_text(record, 2)[0])) is not None:
            formats[struct.unpack_from("<H", record)[0]] = padding
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            inside = kind == _STYLES_BEGIN
        elif kind == _STYLE and inside:
            found = formats.get(struct.unpack_from("<H", record, 2)[0])
            if found is not None:
                styles[number] = found
            number += 1
    return styles


def xlsb_signs(archive: ZipFile, tab: str, parts: XlsbParts, bounds: Bounds) -> Signs:
    """The signs of one tab. Raises NotTaken for a cell beyond the bounds."""
    signs = Signs()
    row = 0
    part = parts.tabs.get(tab)
    for kind, content in _records(archive.read(part)) if part else ():
        if kind in _CELLS:
            place = row, struct.unpack_from("<I", content)[0]
            bounds.check(tab, *place)
            if kind in (_ERROR, _FORMULA_ERROR):
                signs.errors[place] = ERROR_OF_CODE.get(content[8], "an error")
            elif parts.padded and kind in (_RK, _REAL):
                padding = parts.padded.get(int.from_bytes(content[4:7], "little"))
                if padding is not None:
                    signs.padded[place] = padding
        elif kind == _ROW:
            row = struct.unpack_from("<I", content)[0]
            if content[11] & _HIDDEN_ROW:
                signs.hidden_rows.append(row)
        elif kind == _COLUMN and content[16] & 1:
            first, last = struct.unpack_from("<II", content)
            signs.hidden_columns += range(first, min(last + 1, bounds.max_columns))
        elif kind == _FILTER:
            signs.filtered = True
    return signs


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part: the number of each, in one byte or two, its length in up to four, and what it holds."""
    at, end = 0, len(content)
    while at < end:
        kind = content[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | (content[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while True:
            byte = content[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift > 21:
                break
        yield kind, content[at : at + size]
        at += size


def _text(content: bytes, at: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    length = struct.unpack_from("<I", content, at)[0]
    end = at + 4 + 2 * length
    return content[at + 4 : end].decode("utf-16-le", "replace"), end
