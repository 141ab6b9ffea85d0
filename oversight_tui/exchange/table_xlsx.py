"""Tables as one Excel workbook: a sheet that says what it is, then a sheet for each table.

Dates are real dates, text is written as text whatever it looks like, rows go to the disk as they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.exchange.table_cells import for_excel
from oversight_tui.practice.lists.base import Cell, CellKind, Column, Listing, cells_of
from oversight_tui.words.dates import count
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ABOUT = "about"
MOST_ROWS = 1_048_575  # of a sheet, besides its headings
_WIDTHS: dict[CellKind, int] = {"date": 12, "moment": 18, "number": 10, "yes_no": 10, "text": 20}
_FORMATS: dict[CellKind, str] = {"date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm:ss"}
_WORDS = frozenset(
    {"text", "because", "reason", "summary", "what_changed", "worries", "going_well", "analysis", "childs_view"}
)
_A4 = 9  # as Excel numbers paper
_WIDE, _ROOM = 60, 4  # columns of words, and what the sign of the filter takes
# Nothing that is written is looked at for a formula, a number or a link.
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "constant_memory": True,
    "remove_timezone": True,
}


class TooLong(PlainProblem):
    """A table has more rows than a sheet takes."""


def write_xlsx(
    path: Path, face: Sequence[tuple[str, str]], marking: str, listings: Iterable[Listing]
) -> dict[str, int]:
    """Write it to a file, with its parts beside it until then; returns how many rows each table has. `face` are the
    lines of the first sheet. Raises TooLong, and OSError.
    """
    from xlsxwriter.workbook import Workbook

    with Workbook(str(path), {**_OPTIONS, "tmpdir": str(path.parent)}) as book:
        book.set_properties({"title": "Oversight", "comments": marking})
        bold = book.add_format({"bold": True})
        formats = {kind: book.add_format({"num_format": spelled}) for kind, spelled in _FORMATS.items()}
        first = book.add_worksheet(ABOUT)
        told: list[tuple[str, str, int]] = []
        for listing in listings:
            sheet = book.add_worksheet(listing.name)
            told.append((listing.name, listing.says, _write_table(sheet, listing, bold, formats)))
            _mark(sheet, marking)
        _write_about(first, face, told, bold)
        _mark(first, marking)
    return {name: rows for name, _, rows in told}


def _write_table(sheet: Worksheet, listing: Listing, bold: Format, formats: dict[CellKind, Format]) -> int:
    columns = listing.columns
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.heading, bold)
    rows = 0
    for row in listing.rows:
        rows += 1
        if rows > MOST_ROWS:
            raise TooLong(
                f"The list {listing.name} has more than {count(MOST_ROWS, 'row')}, which is more than a sheet takes. "
                "Nothing was written; give --to a folder, for CSV."
            )
        for place, (column, cell) in enumerate(zip(columns, cells_of(row), strict=True)):
            _write(sheet, rows, place, column, cell, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, len(columns) - 1)
    for place, column in enumerate(columns):
        wide = _WIDE if column.heading in _WORDS else _WIDTHS[column.kind]
        sheet.set_column(place, place, max(wide, len(column.heading) + _ROOM))
    return rows


def _write(sheet: Worksheet, row: int, place: int, column: Column, cell: Cell, formats: dict[CellKind, Format]) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, place, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, place, cell, formats[column.kind])
    elif isinstance(cell, str):
        sheet.write_string(row, place, for_excel(cell))
    else:
        sheet.write_number(row, place, cell)


def _write_about(
    sheet: Worksheet, face: Sequence[tuple[str, str]], told: Sequence[tuple[str, str, int]], bold: Format
) -> None:
    for number, (name, says) in enumerate(face):
        sheet.write_string(number, 0, name, bold)
        sheet.write_string(number, 1, for_excel(says))
    top = len(face) + 1
    for place, heading in enumerate(("sheet", "what it holds", "rows")):
        sheet.write_string(top, place, heading, bold)
    for number, (name, says, rows) in enumerate(told, top + 1):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, says)
        sheet.write_number(number, 2, rows)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 110)


def _mark(sheet: Worksheet, marking: str) -> None:
    """The marking at the top and foot of each printed page; an ampersand would be read as an instruction."""
    said = for_excel(marking).replace("&", "&&")[:200]
    sheet.set_header(f"&C{said}")
    sheet.set_footer(f"&C{said}&R&P / &N")
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)  # as wide as one page, as long as it is
