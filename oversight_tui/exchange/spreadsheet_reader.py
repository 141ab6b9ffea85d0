"""Reads one spreadsheet and prints it as lines of JSON. Runs as a program of its own, so that a file made to fill the
memory or to crash a reader ends this program and not the one that shows children's records.

    python -m oversight_tui.exchange.spreadsheet_reader FILE MAX_ROWS MAX_COLUMNS MAX_BYTES SECONDS

The lines are those of `spreadsheet_lines`. The library reads the cells of .xlsx, .xlsb, .ods and .xls; what it does not
tell of them, `file_signs` finds in the parts of the file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from oversight_tui.exchange.file_signs import FileSigns, file_signs
from oversight_tui.exchange.ods_signs import CONTENT
from oversight_tui.exchange.spreadsheet_lines import (
    ROWS_A_LINE,
    BookLine,
    EndLine,
    Line,
    RowsLine,
    Said,
    TabLine,
    encode,
)
from oversight_tui.exchange.spreadsheet_signs import DAMAGED, Bounds, NotTaken, Signs
from oversight_tui.own_process import switch_dumps_off

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_PARTS = 2_000
MEMORY_FOR_THE_READER = 1_500_000_000
_ZIP = b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # how an old kind of file holds a protected new one
_PROTECTED = "It is protected by a password. Save it as .xlsx without one."
_HIDDEN = "a hidden tab, which is not read; if it belongs to the lists, show it and save the file again"
Cell = int | float | str | bool | date | time | timedelta


def main(arguments: list[str]) -> int:
    """Print the file; 0, or 3 where it is not taken."""
    path, max_rows, max_columns, max_bytes, seconds = (Path(arguments[0]), *map(int, arguments[1:]))
    _limit_this_process(seconds)
    switch_dumps_off()  # a child's row is in this memory too
    problem = None
    try:
        for line in _lines(path, Bounds(max_rows, max_columns), max_bytes):
            _say(line)
    except NotTaken as found:
        problem = str(found)
    except MemoryError:
        problem = "It would fill the memory of this machine."
    _say(EndLine(problem))
    return 3 if problem else 0


def _say(line: Line) -> None:
    sys.stdout.buffer.write(encode(line) + b"\n")


def _limit_this_process(seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return  # Windows has no such limits; the parent's time limit stands
    for limit, most in ((resource.RLIMIT_AS, MEMORY_FOR_THE_READER), (resource.RLIMIT_CPU, seconds)):
        try:
            resource.setrlimit(limit, (most, most))
        except (OSError, ValueError):
            continue


def _lines(path: Path, bounds: Bounds, max_bytes: int) -> Iterator[Line]:
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        with ExitStack() as opened:
            archive = _archive(path, max_bytes, opened)
            signs = file_signs(path, archive, bounds)
            book = opened.enter_context(load_workbook(path))
            yield BookLine(signs.counts_from_1904, signs.cannot_tell)
            yield from _tabs(book, signs, bounds)
    except PasswordError as problem:
        raise NotTaken(_PROTECTED) from problem
    except (NotTaken, MemoryError):
        raise
    except CalamineError as problem:
        raise NotTaken(_reason_of(str(problem))) from problem
    except Exception as problem:  # a damaged or hostile file raises errors of several libraries, all meaning this
        raise NotTaken(DAMAGED) from problem


def _reason_of(problem: str) -> str:
    """A sentence for what the library says of a file it does not read."""
    if "password" in problem.casefold() or "encrypt" in problem.casefold():
        return _PROTECTED
    if "Unsupported cell error" in problem:
        return "A cell holds an error of a kind that cannot be read. Put a value there and save it again."
    return DAMAGED


def _archive(path: Path, max_bytes: int, opened: ExitStack) -> ZipFile | None:
    """The parts of a file that is a zip, checked before anything is unpacked; None for an old workbook."""
    content = path.read_bytes()
    if not content.startswith(_ZIP):
        if _ENCRYPTED in content:
            raise NotTaken(_PROTECTED)
        return None
    del content
    try:
        archive = opened.enter_context(ZipFile(path))
        parts = archive.infolist()
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as problem:
        raise NotTaken(DAMAGED) from problem
    if len(parts) > MOST_PARTS:
        raise NotTaken(f"It is made of more than {MOST_PARTS:,} parts, which no list is.")
    if sum(part.file_size for part in parts) > max_bytes:
        raise NotTaken(f"Unpacked it is larger than {max_bytes // 1_000_000:,} MB.")
    names = {part.filename for part in parts}
    if "mimetype" in names and CONTENT not in names:
        raise NotTaken("It is an OpenDocument file without a table. Save it as .xlsx.")
    if not names & {"[Content_Types].xml", CONTENT}:
        raise NotTaken("It is a zip file and no workbook.")
    return archive


def _tabs(book: CalamineWorkbook, signs: FileSigns, bounds: Bounds) -> Iterator[Line]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for known in book.sheets_metadata:
        if known.typ != SheetTypeEnum.WorkSheet:
            yield TabLine(known.name, "a chart or a macro, without rows")
            continue
        if known.visible != SheetVisibleEnum.Visible:
            yield TabLine(known.name, _HIDDEN)
            continue
        found = signs.of(known.name)
        sheet = book.get_sheet_by_name(known.name)
        rows = tuple(number + 1 for number in found.hidden_rows)
        yield TabLine(known.name, None, rows, tuple(found.hidden_columns), found.filtered)
        batch = []
        for row in _rows(sheet, found, bounds, known.name):
            batch.append(row)
            if len(batch) == ROWS_A_LINE:
                yield RowsLine(batch)
                batch = []
        if batch:
            yield RowsLine(batch)


def _rows(sheet: CalamineSheet, signs: Signs, bounds: Bounds, tab: str) -> Iterator[tuple[int, list[Said]]]:
    """The rows that hold anything. The library leaves out the columns before the first that holds a value, and rows
    and columns after the last one: cells that it takes for empty may lie there.
    """
    first_column = sheet.start[1] if sheet.start is not None else 0
    odd: dict[int, list[tuple[int, Said]]] = {}
    for kind, cells in (("error", signs.errors), ("formula", signs.formulas)):
        for (row, column), shown in cells.items():
            odd.setdefault(row, []).append((column, (kind, shown)))
    padded_rows = {row for row, _ in signs.padded}
    read = chain(sheet.iter_rows(), ([] for _ in range(_after(sheet, odd))))
    for number, cells_of_row in enumerate(read):
        values: list[Said] = [_said(cell) for cell in cells_of_row]
        if first_column and any(value is not None for value in values):
            values[:0] = [None] * first_column
        if number in padded_rows:
            _pad(values, number, signs)
        for column, value in odd.get(number, ()):
            values += [None] * (column + 1 - len(values))
            values[column] = value
        while values and values[-1] is None:
            values.pop()
        if values:
            bounds.check(tab, number, len(values) - 1)
            yield number + 1, values


def _after(sheet: CalamineSheet, odd: Mapping[int, object]) -> int:
    """How many rows after the last that the library gives hold something all the same."""
    end = sheet.end[0] + 1 if sheet.end is not None else 0
    return max(0, max(odd, default=-1) + 1 - end)


def _pad(values: list[Said], row: int, signs: Signs) -> None:
    """Numbers as they are shown: an id with its leading zeros."""
    for column, value in enumerate(values):
        if isinstance(value, int) and not isinstance(value, bool) and (found := signs.padded.get((row, column))):
            values[column] = found.shown(value)


def _said(cell: Cell) -> Said:
    if isinstance(cell, str):
        return cell if cell and not cell.isspace() else None
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime):
        return "day", cell.date().isoformat()
    if isinstance(cell, date):
        return "day", cell.isoformat()
    if isinstance(cell, time | timedelta):
        return "error", str(cell)
    return cell


_LARGEST_SURE = 10.0**15  # a spreadsheet keeps 15 digits; beyond these a whole number is a rounded one


def _number(number: float) -> Said:
    """Whole numbers as such while every digit of them is kept."""
    if number != number or number in (float("inf"), float("-inf")):
        return "error", str(number)
    return int(number) if number.is_integer() and abs(number) < _LARGEST_SURE else number


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
