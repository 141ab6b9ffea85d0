"""One small table in every form that a file of rows has, so that a story can be told of each of them."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

Cell = str | int | float | bool | date | None
Rows = Sequence[Sequence[Cell]]
Tabs = Mapping[str, Rows]


def as_xlsx(path: Path, tabs: Tabs, change: Callable[[Workbook], None] | None = None) -> Path:
    """An .xlsx workbook, which may be changed before it is saved."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in tabs.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change is not None:
        change(book)
    book.save(path)
    return path


def as_xls(path: Path, tabs: Tabs, *, padded: str = "General") -> Path:
    """An old .xls workbook, its numbers shown in the format given."""
    book = xlwt.Workbook()
    numbers = xlwt.easyxf(num_format_str=padded)
    days = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for name, rows in tabs.items():
        sheet = book.add_sheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str) and value in _ERRORS:
                    sheet.row(number).set_cell_error(column, _ERRORS[value])
                elif value is not None:
                    sheet.write(number, column, value, days if isinstance(value, date) else numbers)
    book.save(str(path))
    return path


def as_ods(path: Path, tabs: Tabs, *, padded: int = 0) -> Path:
    """An OpenDocument spreadsheet, its numbers shown with so many digits at least."""
    book = OpenDocumentSpreadsheet()
    for name, rows in tabs.items():
        table = Table(name=name)
        for row in rows:
            line = TableRow()
            for value in row:
                line.addElement(_ods_cell(value, padded))
            table.addElement(line)
        book.spreadsheet.addElement(table)
    book.save(str(path))
    return path


def _ods_cell(value: Cell, padded: int) -> Any:
    if value is None:
        return TableCell()
    kinds: dict[str, str] = {"valuetype": "string"}
    if isinstance(value, date):
        kinds = {"valuetype": "date", "datevalue": value.isoformat()}
    elif isinstance(value, int | float):
        kinds = {"valuetype": "float", "value": str(value)}
    cell = TableCell(**kinds)
    cell.addElement(P(text=f"{value:0{padded}}" if isinstance(value, int) else str(value)))
    return cell


def as_csv(path: Path, tabs: Tabs, *, encoding: str = "utf-8", delimiter: str = ",", above: str = "") -> Path:
    """The only tab as delimited text."""
    (rows,) = tabs.values()
    held = io.StringIO()
    shown = [[value.strftime("%d/%m/%Y") if isinstance(value, date) else value for value in row] for row in rows]
    csv.writer(held, delimiter=delimiter).writerows(shown)
    path.write_bytes((above + held.getvalue()).encode(encoding))
    return path


def as_xlsb(path: Path, tabs: Tabs) -> Path:
    """An .xlsb workbook: the binary records of the few kinds of cell that a list has."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", _TYPES)
        made.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.bin")]))
        targets = [("worksheet", f"worksheets/sheet{number}.bin") for number in range(1, len(tabs) + 1)]
        made.writestr("xl/_rels/workbook.bin.rels", _relations([*targets, ("styles", "styles.bin")]))
        sheets = b"".join(
            _record(156, struct.pack("<II", 0, number) + _wide(f"rId{number}") + _wide(name))
            for number, name in enumerate(tabs, 1)
        )
        book = _record(131) + _record(143) + sheets + _record(144) + _record(132)
        made.writestr("xl/workbook.bin", book)
        styles = b"".join(_record(47, struct.pack("<HHHHHHI", 0, form, 0, 0, 0, 0, 0)) for form in (0, 14))
        begins = _record(278) + _record(617, struct.pack("<I", 2))
        made.writestr("xl/styles.bin", begins + styles + _record(618) + _record(279))
        for number, rows in enumerate(tabs.values(), 1):
            made.writestr(f"xl/worksheets/sheet{number}.bin", _binary_sheet(rows))
    return path


_ERRORS = {"#NAME?": 0x1D, "#REF!": 0x17, "#N/A": 0x2A, "#VALUE!": 0x0F}
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}{name}" Target="{escape(target)}"/>'
        for number, (name, target) in enumerate(targets, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{space}">{each}</Relationships>'


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(content), b""
    while True:
        size, low = size >> 7, size & 0x7F
        length += bytes([low | 0x80 if size else low])
        if not size:
            return head + length + content


def _binary_sheet(rows: Rows) -> bytes:
    width = max(len(row) for row in rows)
    whole = _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))
    lines = b""
    for number, row in enumerate(rows):
        lines += _record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        for column, value in enumerate(row):
            lines += _binary_cell(column, value)
    return _record(129) + whole + _record(145) + lines + _record(146) + _record(130)


def _binary_cell(column: int, value: Cell) -> bytes:
    if value is None:
        return b""
    place = struct.pack("<II", column, 1 if isinstance(value, date) else 0)
    if isinstance(value, str) and value in _ERRORS:
        return _record(3, place + bytes([_ERRORS[value]]))
    if isinstance(value, str):
        return _record(6, place + _wide(value))
    if isinstance(value, date):
        value = (value - date(1899, 12, 30)).days
    return _record(5, place + struct.pack("<d", float(value)))


FORMS: Mapping[str, Callable[[Path, Tabs], Path]] = {
    "xlsx": as_xlsx,
    "xls": as_xls,
    "xlsb": as_xlsb,
    "ods": as_ods,
    "csv": as_csv,
}
