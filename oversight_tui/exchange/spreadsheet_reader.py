"""Reads one .xlsx file and prints it as lines of JSON. Runs as a program of its own, so that a file made to fill
the memory or to crash a reader ends this program and not the one that shows children's records.

    python -m oversight_tui.exchange.spreadsheet_reader FILE MAX_ROWS MAX_COLUMNS MAX_BYTES SECONDS

One line {"tab": name, "counts_from_1904": bool} begins a tab, one line [number, [values]] is a row. A value that JSON
cannot hold is {"day": ISO}, {"error": text} or {"formula": text}. {"problem": sentence} is the last line of a file
that is not taken.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from oversight_tui.own_process import switch_dumps_off

MOST_PARTS = 2_000
MEMORY_FOR_THE_READER = 1_500_000_000


class NotTaken(Exception):
    """The file is refused; the text is the sentence that says why."""


def main(arguments: list[str]) -> int:
    """Print the file; 0, or 3 where it is not taken."""
    path, max_rows, max_columns, max_bytes, seconds = (Path(arguments[0]), *map(int, arguments[1:]))
    _limit_this_process(seconds)
    switch_dumps_off()  # a child's row is in this memory too
    try:
        for line in _lines(path, max_rows, max_columns, max_bytes):
            sys.stdout.write(json.dumps(line) + "\n")
    except NotTaken as problem:
        sys.stdout.write(json.dumps({"problem": str(problem)}) + "\n")
        return 3
    except MemoryError:
        sys.stdout.write(json.dumps({"problem": "It would fill the memory of this machine."}) + "\n")
        return 3
    return 0


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


def _lines(path: Path, max_rows: int, max_columns: int, max_bytes: int) -> Iterator[Any]:
    has_formulas = _checked_parts(path, max_bytes)
    from openpyxl import DEFUSEDXML, load_workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    if not DEFUSEDXML:
        raise NotTaken("The library that guards against hostile XML is missing. Install Oversight again.")
    try:
        with path.open("rb") as file:
            results = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            formulas = None
            if has_formulas:
                formulas = load_workbook(path.open("rb"), read_only=True, data_only=False, keep_links=False)
            from_1904 = results.epoch == CALENDAR_MAC_1904
            for sheet in results.worksheets:
                yield {"tab": sheet.title, "counts_from_1904": from_1904}
                twin = formulas[sheet.title] if formulas is not None else None
                yield from _rows(sheet, twin, max_rows, max_columns)
    except (NotTaken, MemoryError):
        raise
    except Exception as problem:  # a damaged or hostile file raises errors of several libraries, all meaning this
        raise NotTaken("It is damaged, or not what it seems.") from problem


def _checked_parts(path: Path, max_bytes: int) -> bool:
    """Check the parts of the zip before anything is unpacked; True where a sheet holds formulas."""
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS:
                raise NotTaken(f"It is made of more than {MOST_PARTS:,} parts, which no list is.")
            if sum(part.file_size for part in parts) > max_bytes:
                raise NotTaken(f"Unpacked it is larger than {max_bytes // 1_000_000:,} MB.")
            if not any(part.filename == "[Content_Types].xml" for part in parts):
                raise NotTaken("It is a zip file and no workbook.")
            sheets = [part for part in parts if part.filename.startswith("xl/worksheets/")]
            return any(_holds_formulas(archive, part.filename) for part in sheets)
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as problem:
        raise NotTaken("It is damaged, or not what it seems.") from problem


def _holds_formulas(archive: ZipFile, name: str) -> bool:
    with archive.open(name) as part:
        tail = b""
        while piece := part.read(1 << 20):
            if b"<f>" in tail + piece or b"<f " in tail + piece or b"<f/" in tail + piece:
                return True
            tail = piece[-3:]
    return False


def _rows(sheet: Any, twin: Any, max_rows: int, max_columns: int) -> Iterator[Any]:
    """The rows that hold anything. What the sheet says of its own size is not trusted."""
    sheet.reset_dimensions()
    formulas = None
    if twin is not None:
        twin.reset_dimensions()
        formulas = twin.iter_rows(values_only=True)
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        written = next(formulas, ()) if formulas is not None else ()
        values = [_plain(value, written[place] if place < len(written) else None) for place, value in enumerate(row)]
        while values and values[-1] is None:
            values.pop()
        if not values:
            continue
        if number > max_rows:
            raise NotTaken(f"Tab {sheet.title} has data below row {max_rows:,}.")
        if len(values) > max_columns:
            raise NotTaken(f"Tab {sheet.title} has data to the right of column {max_columns} in row {number:,}.")
        yield [number, values]


def _plain(value: Any, written: Any) -> Any:
    if value is None:
        return {"formula": written} if isinstance(written, str) and written.startswith("=") else None
    if isinstance(value, str):
        if not value.strip():
            return None
        return {"error": value} if value.startswith("#") and value.endswith(("!", "?", "A", "0")) else value
    if isinstance(value, datetime):
        return {"day": value.date().isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time | timedelta):
        return {"error": str(value)}
    return value


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
