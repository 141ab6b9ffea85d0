"""Files made to do harm, or damaged, or simply something else: each gives one clear sentence and the program lives."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from openpyxl import Workbook

from oversight_tui.config import SpreadsheetLimits
from oversight_tui.exchange.annex_a import read_annex_a
from oversight_tui.exchange.spreadsheet import read_workbook
from oversight_tui.exchange.tables import FileProblem
from tests.exchange.forms import Tabs, as_ods, as_xls, as_xlsb
from tests.exchange.workbooks import LIST_6

LIMITS = SpreadsheetLimits(max_rows=5_000, max_columns=60, max_unpacked_bytes=20_000_000, timeout_seconds=30)


def saved(fill: Callable[[Workbook], None]) -> bytes:
    book = Workbook()
    fill(book)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def a_list(book: Workbook) -> None:
    sheet = book.active
    assert sheet is not None
    sheet.title = "List_6"
    sheet.append(list(LIST_6))
    sheet.append(["1", None, None, None, None, None, None, None, None, None, None, "c)", "A team", "A worker"])


def far_away(book: Workbook) -> None:
    a_list(book)
    book.active["XFD1048576"] = "x"  # type: ignore[index]


def too_wide(book: Workbook) -> None:
    a_list(book)
    book.active["CZ3"] = "x"  # type: ignore[index]


def replaced(content: bytes, part: str, new: bytes) -> bytes:
    """The workbook with one of its parts replaced."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name in old.namelist():
            made.writestr(name, new if name == part else old.read(name))
    return held.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet '
    b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c t="inlineStr"><is><t>'
    b"&c;</t></is></c></row></sheetData></worksheet>"
)
CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a zip bomb": (lambda: replaced(saved(a_list), SHEET, b" " * 50_000_000), "Unpacked it is larger than 20 MB"),
    "a cell at the far end": (lambda: saved(far_away), "has data below row 5,000"),
    "a cell far to the right": (lambda: saved(too_wide), "to the right of column 60"),
    "a file cut off": (lambda: saved(a_list)[:2000], "damaged"),
    "entities that multiply": (lambda: replaced(saved(a_list), SHEET, LAUGHS), "declares entities of its own"),
    "a zip of something else": (lambda: replaced_names({"notes.txt": b"hello"}), "a zip file and no workbook"),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Save it as .xlsx"),
    "an empty file": (lambda: b"", "is empty"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "neither an .xlsx workbook nor a CSV file"),
    "entities in an OpenDocument file": (
        lambda: replaced(in_form(as_ods), "content.xml", LAUGHS),
        "declares entities of its own",
    ),
    "a cell that is repeated without end": (lambda: repeated_without_end(), "has data below row 5,000"),
    "a zip bomb in an OpenDocument file": (
        lambda: replaced(in_form(as_ods), "content.xml", b" " * 50_000_000),
        "Unpacked it is larger than 20 MB",
    ),
    "an .xlsb file with a record cut off": (
        lambda: replaced(in_form(as_xlsb), "xl/worksheets/sheet1.bin", b"\x00\x19\x01"),
        "not what it seems",
    ),
    "an .xls file cut off": (lambda: in_form(as_xls)[:3000], "Save it as .xlsx"),
    "an .xls file that leads in a circle": (lambda: in_a_circle(), "Save it as .xlsx"),
    "a workbook behind a password": (
        lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600,
        "protected by a password",
    ),
    "a part in another encoding": (
        lambda: replaced(saved(a_list), SHEET, "<worksheet/>".encode("utf-16")),
        "written in utf-16",
    ),
    "an OpenDocument file": (
        lambda: replaced_names({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, stored=True),
        "Save it as .xlsx",
    ),
}


def in_form(make: Callable[[Path, Tabs], Path]) -> bytes:
    """A list of one child in another form of file."""
    with TemporaryDirectory() as folder:
        return make(
            Path(folder) / "list", {"List_6": [LIST_6, ["1", *[None] * 10, "c)", "A team", "A worker"]]}
        ).read_bytes()


def in_a_circle() -> bytes:
    """An old workbook whose first chain of sectors leads back into itself."""
    content = bytearray(in_form(as_xls))
    at = 512 * (1 + int.from_bytes(content[76:80], "little"))
    for sector in range(0, 512, 4):
        content[at + sector : at + sector + 4] = (0).to_bytes(4, "little")
    return bytes(content)


def repeated_without_end() -> bytes:
    """An OpenDocument file that says one cell a thousand million times."""
    cell = (
        b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1000" '
    )
    content = in_form(as_ods)
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        rows = made.read("content.xml").replace(b"<table:table-row><table:table-cell ", cell, 1)
    return replaced(content, "content.xml", rows)


def replaced_names(parts: dict[str, bytes], *, stored: bool = False) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_in_a_sentence(case: str, tmp_path: Path) -> None:
    make, words = CASES[case]
    path = tmp_path / "list.xlsx"
    path.write_bytes(make())
    with pytest.raises(FileProblem) as refused:
        read_workbook(path, LIMITS)
    assert words in str(refused.value)
    assert "list.xlsx" in str(refused.value)


def test_a_reader_that_takes_too_long_is_left(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(saved(a_list))
    limits = SpreadsheetLimits(LIMITS.max_rows, LIMITS.max_columns, LIMITS.max_unpacked_bytes, timeout_seconds=0)
    with pytest.raises(FileProblem, match="took longer"):
        read_workbook(path, limits)


def test_a_workbook_without_the_headings_of_a_list_is_refused_with_what_was_looked_for(tmp_path: Path) -> None:
    def look_alike(book: Workbook) -> None:
        sheet = book.active
        assert sheet is not None
        sheet.title = "List_6"
        sheet.append(["Unique ID", "Date of Birth", "Provision"])

    path = tmp_path / "send.xlsx"
    path.write_bytes(saved(look_alike))
    with pytest.raises(FileProblem, match="no tab has the headings Child Unique ID"):
        read_annex_a([read_workbook(path, LIMITS)])


def test_a_formula_whose_result_was_never_saved_is_dropped_with_its_cell(tmp_path: Path) -> None:
    def with_formula(book: Workbook) -> None:
        a_list(book)
        sheet = book.active
        assert sheet is not None
        sheet["I2"] = "=TODAY()"

    path = tmp_path / "formula.xlsx"
    path.write_bytes(saved(with_formula))
    (refused,) = read_annex_a([read_workbook(path, LIMITS)]).refused
    assert refused.where == "List_6!I2"
    assert "never saved" in refused.reason


def test_signs_that_would_reach_the_terminal_are_taken_out_of_names(tmp_path: Path) -> None:
    def hostile(book: Workbook) -> None:
        a_list(book)
        sheet = book.active
        assert sheet is not None
        sheet["M2"] = "North\u202eTeam [/] [CP]"
        sheet["N2"] = "Amira\u200b \u2066Khan\u2069"

    path = tmp_path / "hostile.xlsx"
    path.write_bytes(saved(hostile))
    (row,) = read_annex_a([read_workbook(path, LIMITS)]).rows
    assert row.text("team") == "NorthTeam [/] [CP]"
    assert row.text("worker") == "Amira Khan"
