"""A file of rows, whatever its form: .xlsx through a process of its own, CSV here.

Its first bytes say what a file is, never its name.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from oversight_tui.config import SpreadsheetLimits
from oversight_tui.exchange import csc_api, leave_calendar
from oversight_tui.exchange.tables import FileProblem, Remark, Row, Tab, Unreadable, Value, Workbook
from oversight_tui.words.text import one_line

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_READER = "oversight_tui.exchange.spreadsheet_reader"


def read_workbook(path: Path, limits: SpreadsheetLimits) -> Workbook:
    """Read an .xlsx or CSV file. Raises FileProblem with the file's name and what would do."""
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
    if content.startswith(_OLD_OFFICE):
        raise FileProblem(f"{name} is an old .xls file or protected by a password. Save it as .xlsx without one.")
    if content.startswith(_ZIP):
        if b"mimetypeapplication/vnd.oasis" in content[:120]:
            raise FileProblem(f"{name} is an OpenDocument file. Save it as .xlsx.")
        return _read_in_own_process(path, name, digest, limits)
    if leave_calendar.is_calendar(content):
        return leave_calendar.workbook_of(content, name, digest)
    if csc_api.is_json(content):
        return csc_api.workbook_of(content, name, digest)
    return _read_csv(content, path, digest, limits)


def _read_in_own_process(path: Path, name: str, digest: str, limits: SpreadsheetLimits) -> Workbook:
    numbers = (limits.max_rows, limits.max_columns, limits.max_unpacked_bytes, limits.timeout_seconds)
    # -P keeps the folder this was called from out of the modules that can be loaded.
    command = [sys.executable, "-P", "-m", _READER, str(path.absolute()), *map(str, numbers)]
    try:
        ran = subprocess.run(command, capture_output=True, timeout=limits.timeout_seconds, check=False)
    except subprocess.TimeoutExpired:
        raise FileProblem(f"{name} took longer than {limits.timeout_seconds} seconds to read. It was left.") from None
    lines = ran.stdout.decode("utf-8", "replace").splitlines()
    last: Any = _loaded(lines[-1]) if lines else None
    if isinstance(last, dict) and "problem" in last:
        raise FileProblem(f"{name} cannot be taken. {last['problem']}")
    if ran.returncode != 0:
        raise FileProblem(f"{name} cannot be taken. It is damaged, or too large for this machine.")
    return _assembled(name, digest, lines)


def _assembled(name: str, digest: str, lines: list[str]) -> Workbook:
    tabs: list[tuple[str, list[Row]]] = []
    from_1904 = False
    for line in lines:
        read = _loaded(line)
        if isinstance(read, dict):
            tabs.append((one_line(read["tab"]), []))
            from_1904 = read["counts_from_1904"]
        else:
            number, values = read
            tabs[-1][1].append(Row(number, tuple(_value(one) for one in values)))
    return Workbook(name, digest, tuple(Tab(tab, tuple(rows)) for tab, rows in tabs), from_1904)


def _loaded(line: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError:
        raise FileProblem("The file was not read to its end. It is damaged, or too large for this machine.") from None


def _value(read: Any) -> Value:
    if not isinstance(read, dict):
        return one_line(read) or None if isinstance(read, str) else read
    if "day" in read:
        return date.fromisoformat(read["day"])
    if "formula" in read:
        return Unreadable(read["formula"], "a formula whose result was never saved; open the file, save it, try again")
    return Unreadable(read["error"], "an error of the spreadsheet")


def _read_csv(content: bytes, path: Path, digest: str, limits: SpreadsheetLimits) -> Workbook:
    name = one_line(path.name)
    warnings: tuple[Remark, ...] = ()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
        warnings = (Remark(f"{name}!A1", "", "the file is not in UTF-8; read as Windows text, check the accents"),)
    if "\0" in text:
        raise FileProblem(f"{name} is neither an .xlsx workbook nor a CSV file. Export the list as one of the two.")
    rows = []
    try:
        for number, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)), 1):
            cleaned = tuple(one_line(value) or None for value in values)
            if any(cleaned):
                rows.append(Row(number, cleaned))
            if number > limits.max_rows or len(values) > limits.max_columns:
                most = f"{limits.max_rows:,} rows or {limits.max_columns} columns"
                raise FileProblem(f"{name} has more than {most}. No list is that large.")
    except csv.Error:
        raise FileProblem(f"{name} is not readable as CSV. Export the list again.") from None
    return Workbook(name, digest, (Tab(one_line(path.stem), tuple(rows)),), warnings=warnings)


def _delimiter(text: str) -> str:
    """The character that stands most often in the first line: a comma, a semicolon or a tab."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)
