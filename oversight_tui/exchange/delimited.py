"""Delimited text, as exports are saved: comma, semicolon or tab, in any of the encodings that spreadsheets write."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from oversight_tui.config import SpreadsheetLimits
from oversight_tui.exchange.tables import FileProblem, Remark, Row, Tab, Workbook, as_read
from oversight_tui.words.text import one_line

_DELIMITERS = ",;\t|"
_SAYS_DELIMITER = re.compile(r'\A"?sep=(.)"?(?:\r\n|\r|\n)', re.IGNORECASE | re.DOTALL)
_ROWS_TRIED = 25
_CUTS_OF_A_ROW = 3  # in one line of a cell: more than an address or a note of several lines has
_BYTES_TRIED = 4_000
_MOSTLY = 0.3  # of every second byte being zero, in text of two bytes a sign that does not say so
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_delimited(content: bytes, path: Path, digest: str, limits: SpreadsheetLimits) -> Workbook:
    """The rows of such a file as one tab named after it. Raises FileProblem."""
    name = one_line(path.name)
    text, warnings = _decoded(content, name)
    said = _SAYS_DELIMITER.match(text)
    delimiter = said[1] if said is not None else _delimiter(text)
    rows = []
    first = 2 if said is not None else 1
    try:
        for number, values in enumerate(_records(text[said.end() if said is not None else 0 :], delimiter), first):
            if any(_holds_rows(value, delimiter) for value in values):
                raise FileProblem(
                    f"{name} has a quotation mark in row {number} that is not closed, so where that row ends is not "
                    "known. Export the list again, or save it as .xlsx."
                )
            cleaned = tuple(map(as_read, values))
            if any(value is not None for value in cleaned):
                rows.append(Row(number, cleaned))
            if number > limits.max_rows or len(values) > limits.max_columns:
                most = f"{limits.max_rows:,} rows or {limits.max_columns} columns"
                raise FileProblem(f"{name} has more than {most}. No list is that large.")
    except (csv.Error, TypeError):
        raise FileProblem(f"{name} is not readable as CSV. Export the list again.") from None
    return Workbook(name, digest, (Tab(one_line(path.stem), tuple(rows), delimited=True),), warnings=warnings)


def _decoded(content: bytes, name: str) -> tuple[str, tuple[Remark, ...]]:
    """The text, and what is doubtful about it."""
    encoding = next((one for mark, one in _MARKS if content.startswith(mark)), None) or _of_two_bytes(content)
    warnings: tuple[Remark, ...] = ()
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
        warnings = (Remark(f"{name}!A1", "", "the file is not in UTF-8; read as Windows text, check the accents"),)
    if "\0" in text:
        raise FileProblem(f"{name} is neither an .xlsx workbook nor a CSV file. Export the list as one of the two.")
    return text.removeprefix("\ufeff"), warnings


def _of_two_bytes(content: bytes) -> str | None:
    """UTF-16 that does not say so: in English text every second byte of it is zero."""
    tried = content[:_BYTES_TRIED]
    even, odd = tried[0::2].count(0), tried[1::2].count(0)
    most = max(even, odd)
    if len(content) % 2 or most < _MOSTLY * len(tried) / 2 or min(even, odd) * 10 > most:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _holds_rows(value: str, delimiter: str) -> bool:
    """Whether a cell runs over the end of its row: a line in it is cut up as rows are."""
    lines = value.splitlines()
    return len(lines) > 1 and any(line.count(delimiter) >= _CUTS_OF_A_ROW for line in lines)


def _delimiter(text: str) -> str:
    """The sign that cuts most of the first rows into equally many columns; one within quotes cuts nothing."""

    def fit(delimiter: str) -> int:
        try:
            widths = [len(values) for values in islice(_records(text, delimiter), _ROWS_TRIED) if any(values)]
        except csv.Error:
            return 0
        if not widths:
            return 0
        width, times = Counter(widths).most_common(1)[0]
        return max((width - 1) * times, max(widths) - 1)

    return max(_DELIMITERS, key=fit)
