"""Lists as they come from systems and through spreadsheets: what is a child is read, and everything else is named."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from oversight_tui.config import SpreadsheetLimits
from oversight_tui.exchange.annex_a import DateOrders, read_annex_a
from oversight_tui.exchange.extract import Extract
from oversight_tui.exchange.spreadsheet import read_workbook
from oversight_tui.exchange.tables import FileProblem, Unreadable
from tests.exchange.forms import FORMS, Cell, Rows, Tabs, as_csv, as_ods, as_xls, as_xlsb, as_xlsx

LIMITS = SpreadsheetLimits()
SEEN = date(2026, 11, 2)
HEADINGS = (
    *("Child Unique ID", "Date of Birth", "CIN Start Date", "Date Child Was Last Seen", "CIN Closure Date"),
    *("Case status", "Allocated Team", "Allocated Worker"),
)
PLAN = (
    *("Child Unique ID", "Child Protection Plan Start Date", "Date of the Last Statutory Visit"),
    *("Child Protection Plan End Date", "Allocated Team", "Allocated Worker"),
)


def child(reference: Cell, worker: Cell = "Amira Khan", seen: Cell = SEEN, ends: Cell = None) -> tuple[Cell, ...]:
    return reference, date(2015, 5, 6), date(2026, 9, 1), seen, ends, "c) Child in need plan", "North", worker


def on_a_plan(reference: Cell) -> tuple[Cell, ...]:
    return reference, date(2026, 9, 10), SEEN, None, "North", "Amira Khan"


def read(path: Path, orders: DateOrders | None = None) -> Extract:
    return read_annex_a([read_workbook(path, LIMITS)], orders or DateOrders())


def references(extract: Extract) -> list[str]:
    return [row.reference for row in extract.rows]


def left_out(extract: Extract) -> dict[str, str]:
    return {one.where: one.reason for one in extract.not_taken}


ODD: Rows = [
    *([f"Parameter {number}", "value"] for number in range(11)),
    ["Child", "Date of", "CIN", "Date Child Was", "CIN", "Case", "Allocated", None],
    ["ID", "Birth", "Start Date", "Last Seen", "Closure Date", "status", "Team", "Worker"],
    child("0012"),
    child(345, "#NAME?"),
    ["ID", "Birth", "Start Date", "Last Seen", "Closure Date", "status", "Team", "Worker"],
    child("C-3", "#REF!"),
    [None] * 8,
    ["Total children", None, None, None, None, None, None, 3],
    ["Report run on 20/11/2026 by Performance Team"],
]


@pytest.mark.parametrize("form", FORMS)
def test_a_list_with_everything_odd_is_read_the_same_in_every_form_of_file(form: str, tmp_path: Path) -> None:
    extract = read(FORMS[form](tmp_path / f"List_6.{form}", {"List_6": ODD}))
    assert references(extract) == ["0012", "345", "C-3"]
    first, second, third = extract.rows
    assert (first.text("worker"), first.day("last_seen"), first.text("team")) == ("Amira Khan", SEEN, "North")
    assert [row.unread for row in (first, second, third)] == [frozenset(), {"worker"}, {"worker"}]
    named = left_out(extract)
    assert named["List_6!A1"] == "rows 1-11 stand above the headings"
    assert "repeats the headings" in named["List_6!A16"]
    assert "no child" in named["List_6!A19"]
    assert "no child" in named["List_6!A20"]


def test_a_tab_whose_id_heading_is_worded_otherwise_is_taken(tmp_path: Path) -> None:
    for heading in ("Child ID", "LAchildID", "MOSAIC_ID", "pers_person_id", "Person ID", "CHILD"):
        tabs: Tabs = {
            "List_6": [HEADINGS, child("1")],
            "List_7": [(heading, *PLAN[1:]), on_a_plan("1"), on_a_plan("2")],
        }
        extract = read(as_xlsx(tmp_path / "a.xlsx", tabs))
        assert references(extract) == ["1", "1", "2"], heading


def test_a_plain_table_with_a_common_id_heading_is_no_list(tmp_path: Path) -> None:
    rows = [("Person ID", "Name", "Case status", "Social worker"), ("C1", "Ellie", "CIN", "Amira Khan")]
    with pytest.raises(FileProblem, match="not an Annex A workbook"):
        read(as_csv(tmp_path / "a.csv", {"a": rows}))


def test_a_tab_that_nearly_is_a_list_is_named_with_what_it_lacks(tmp_path: Path) -> None:
    tabs: Tabs = {
        "List_6": [HEADINGS, child("1")],
        "List_7": [("Client No.", *PLAN[1:]), on_a_plan("1"), on_a_plan("2")],
        "Guidance": [("Child Unique ID", "what it is")],
        "Codes_used": [("Gender", "Ethnicity", "Case status", "Reason for Closure", "Date of Birth"), ("a", "b", "c")],
        "List_1": [("Child Unique ID", "Date of Contact"), ("1", SEEN)],
        "Empty": [(None,)],
    }
    extract = read(as_xlsx(tmp_path / "a.xlsx", tabs))
    (near,) = extract.near
    assert (near.tab, near.near, near.lacks, near.rows) == ("List_7", "List 7", ("Child Unique ID",), 2)
    named = left_out(extract)
    assert "without the heading Child Unique ID; its 2 rows are not taken" in named["List_7"]
    assert set(named) == {"List_7", "Guidance", "Codes_used", "List_1", "Empty"}


def test_a_tab_that_is_called_like_a_list_and_has_none_of_its_headings_is_asked_about_too(tmp_path: Path) -> None:
    tabs: Tabs = {"List_6": [HEADINGS, child("1")], "Care leavers": [("Ref", "PA"), ("9", "Pat")]}
    (near,) = read(as_xlsx(tmp_path / "a.xlsx", tabs)).near
    assert (near.tab, near.near) == ("Care leavers", "List 9")


def test_group_headings_that_stand_above_several_columns_belong_to_each_of_them(tmp_path: Path) -> None:
    above = ("Child", None, "CIN", None, None, "Case", "Allocated", None)
    below = ("Unique ID", "Date of Birth", "Start Date", "Date Child Was Last Seen", "Closure Date", "Status", "Team")

    def merge(book: Book) -> None:
        sheet = book.worksheets[0]
        sheet.merge_cells("C1:E1")
        sheet.merge_cells("G1:H1")

    path = as_xlsx(tmp_path / "a.xlsx", {"Sheet1": [above, (*below, "Worker"), child("1", ends=SEEN)]}, merge)
    (row,) = read(path).rows
    assert (row.text("worker"), row.text("team"), row.day("ends")) == ("Amira Khan", "North", SEEN)


def test_another_list_under_the_first_is_not_taken_for_its_children(tmp_path: Path) -> None:
    rows = [HEADINGS, child("1"), PLAN, on_a_plan("2"), on_a_plan("3")]
    extract = read(as_xlsx(tmp_path / "a.xlsx", {"All": rows}))
    assert references(extract) == ["1"]
    assert [where for where, reason in left_out(extract).items() if "other headings" in reason] == [
        "All!A3",
        "All!A4",
        "All!A5",
    ]


@pytest.mark.parametrize(
    "tail", ["Total", "Grand total: 2", "Count of children: 2", "Page 1 of 3", "North Team", "Filters: open only"]
)
def test_a_line_below_the_list_is_no_child(tail: str, tmp_path: Path) -> None:
    extract = read(as_csv(tmp_path / "a.csv", {"a": [HEADINGS, child("1"), (tail, *[None] * 7)]}))
    assert references(extract) == ["1"]
    assert left_out(extract)["a!A3"] == "a line beside the list and no child"


def test_a_child_of_whom_the_list_says_nothing_but_the_worker_is_a_child(tmp_path: Path) -> None:
    rows = [HEADINGS, ("Total-1", None, None, None, None, "c)", None, None), ("C-9", *[None] * 6, "Amira Khan")]
    assert references(read(as_csv(tmp_path / "a.csv", {"a": rows}))) == ["Total-1", "C-9"]


def test_a_row_without_an_id_is_named_and_many_of_them_in_one_line(tmp_path: Path) -> None:
    rows = [(*HEADINGS, "Gender"), (*child("1"), "a)"), *[(*[None] * 8, "b)")] * 40, (*child(None), "a)")]
    extract = read(as_csv(tmp_path / "a.csv", {"a": rows}))
    named = left_out(extract)
    assert named["a!I3"] == "40 rows (3-42): nothing in any column of the list"
    assert named["a!B43"] == "no child's id; the row was left out"


def test_a_hidden_tab_is_not_read_and_hidden_rows_and_columns_are_and_it_is_said(tmp_path: Path) -> None:
    def hide(book: Book) -> None:
        book["List_6 (old)"].sheet_state = "hidden"
        sheet = book["List_6"]
        sheet.auto_filter.ref = "A1:H4"
        for row in (3, 4):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["H"].hidden = True

    tabs: Tabs = {"List_6": [HEADINGS, child("1"), child("2"), child("3")], "List_6 (old)": [HEADINGS, child("99")]}
    extract = read(as_xlsx(tmp_path / "a.xlsx", tabs, hide))
    assert references(extract) == ["1", "2", "3"]
    assert "a hidden tab" in left_out(extract)["List_6 (old)"]
    said = {one.where: one.reason for one in extract.warnings}
    assert said["List_6!A3"] == "2 rows hidden by a filter were read too (3-4)"
    assert said["List_6!H1"] == "a hidden column, which was read too"


def test_a_workbook_whose_lists_are_all_hidden_says_so(tmp_path: Path) -> None:
    def hide(book: Book) -> None:
        book["List_6"].sheet_state = "veryHidden"

    tabs: Tabs = {"List_6": [HEADINGS, child("1")], "Front": [(None,)]}
    with pytest.raises(FileProblem, match=r"hidden and not read: List_6"):
        read(as_xlsx(tmp_path / "a.xlsx", tabs, hide))


def test_ids_that_a_spreadsheet_has_rounded_are_no_ids(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        child(1234567890123450),
        child("1.23E+15"),
        child("1.23e+15"),
        child(12.5),
        child(SEEN),
        child("1E5"),
    ]
    extract = read(as_xlsx(tmp_path / "a.xlsx", {"List_6": rows}))
    assert references(extract) == ["1E5"]
    assert [one.where for one in extract.refused] == [f"List_6!A{row}" for row in (2, 3, 4, 5, 6)]
    assert all("format the column as text" in one.reason for one in extract.refused)
    assert set(left_out(extract)) == {f"List_6!A{row}" for row in (2, 3, 4, 5, 6)}


@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_an_id_that_is_shown_with_zeros_is_the_text_that_is_shown(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{form}"
    if form == "xlsx":

        def pad(book: Book) -> None:
            book.worksheets[0]["A2"].number_format = "0000000"

        as_xlsx(path, {"List_6": [HEADINGS, child(12345)]}, pad)
    elif form == "xls":
        as_xls(path, {"List_6": [HEADINGS, child(12345)]}, padded="0000000")
    else:
        as_ods(path, {"List_6": [HEADINGS, child(12345)]}, padded=7)
    assert references(read(path)) == ["0012345"]


def test_a_formula_without_a_result_is_told_from_an_empty_cell_and_from_an_empty_result(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", {"List_6": [HEADINGS, child("1", "=A1"), child("2", "=B1"), child("3", None)]})
    emptied = _changed(path, rb'<c r="H3"><f>B1</f><v ?(/>|></v>)</c>', b'<c r="H3" t="str"><f>B1</f><v></v></c>')
    extract = read(emptied)
    assert [row.unread for row in extract.rows] == [{"worker"}, frozenset(), frozenset()]
    assert [one.where for one in extract.refused] == ["List_6!H2"]


def _changed(path: Path, old: bytes, new: bytes, part: str = "xl/worksheets/sheet1.xml") -> Path:
    held = io.BytesIO()
    with zipfile.ZipFile(path) as read_from, zipfile.ZipFile(held, "w") as made:
        for name in read_from.namelist():
            content = read_from.read(name)
            if name == part:
                content, times = re.subn(old, new, content)
                assert times, content
            made.writestr(name, content)
    path.write_bytes(held.getvalue())
    return path


def test_a_workbook_saved_as_strict_open_xml_is_read(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", {"List_6": [HEADINGS, child("1")]})
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        old, new = (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        _changed(path, old, new, part)
    assert references(read(path)) == ["1"]


def test_bare_numbers_of_a_workbook_that_counts_from_1904_are_counted_so(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", {"List_6": [HEADINGS, child("1", seen=(SEEN - date(1904, 1, 1)).days)]})
    _changed(path, rb"<workbookPr\b", b'<workbookPr date1904="1"', "xl/workbook.xml")
    assert read(path).rows[0].day("last_seen") == SEEN


@pytest.mark.parametrize(
    ("encoding", "delimiter", "above"),
    [
        ("utf-8", ",", ""),
        ("utf-8-sig", ";", ""),
        ("utf-8", "\t", ""),
        ("utf-16", "\t", ""),
        ("utf-16-le", ",", ""),
        ("utf-16-be", "\t", ""),
        ("cp1252", ";", "sep=;\r\n"),
        ("utf-8", "|", ""),
        ("utf-8", "~", "sep=~\r\n"),
    ],
)
def test_text_is_read_in_whatever_encoding_and_with_whatever_separator(
    encoding: str, delimiter: str, above: str, tmp_path: Path
) -> None:
    headings = [f"{HEADINGS[0]}", *HEADINGS[1:-1], "Allocated,\nWorker"]
    rows: Rows = [headings, child("1", "Zoë O’Brien; née Müller, 1st")]
    extract = read(as_csv(tmp_path / "a.csv", {"a": rows}, encoding=encoding, delimiter=delimiter, above=above))
    assert [row.text("worker") for row in extract.rows] == ["Zoë O’Brien; née Müller, 1st"]


MONTHS_FIRST: Rows = [
    HEADINGS,
    child("1", seen="11/13/2026"),
    child("2", seen="11/02/2026"),
    child("3", seen="05/05/2026"),
    child("4", seen=SEEN),
]


def test_dates_of_which_one_has_the_month_first_are_not_read_until_it_is_said_which_comes_first(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "a.csv", {"a": MONTHS_FIRST})
    path.write_text(path.read_text().replace(",02/11/2026,,c) Child in need plan,North", ",2026-11-02,,c),North"))
    extract = read(path)
    (column,) = extract.doubted
    assert (column.name, column.heading, column.either) == ("a!D", "Date Child Was Last Seen", 1)
    assert [row.day("last_seen") for row in extract.rows] == [None, None, date(2026, 5, 5), SEEN]
    assert ["last_seen" in row.unread for row in extract.rows] == [True, True, False, False]
    assert [one.where for one in extract.refused] == ["a!D2"]
    by_month = read(path, DateOrders(month_first=frozenset({"a!D"})))
    assert [row.day("last_seen") for row in by_month.rows][:2] == [date(2026, 11, 13), date(2026, 11, 2)]
    by_day = read(path, DateOrders(day_first=frozenset({"a!D"})))
    assert [row.day("last_seen") for row in by_day.rows][:2] == [None, date(2026, 2, 11)]
    assert by_day.rows[0].unread == {"last_seen"}


def test_one_slip_among_many_dates_that_are_day_first_casts_no_doubt_on_them(tmp_path: Path) -> None:
    rows = [HEADINGS, child("0", seen="11/13/2026"), child("1", seen="03/11/2026")]
    rows += [child(f"1{number}", seen=f"{number}/10/2026") for number in range(13, 25)]
    extract = read(as_csv(tmp_path / "a.csv", {"a": rows}))
    assert extract.doubted == ()
    assert extract.rows[1].day("last_seen") == date(2026, 11, 3)
    assert extract.rows[0].unread == {"last_seen"}


def test_a_closing_day_that_cannot_be_read_is_not_the_same_as_none(tmp_path: Path) -> None:
    rows = [HEADINGS, child("1", ends="1st October 2026"), child("2", ends="Closed"), child("3")]
    extract = read(as_xlsx(tmp_path / "a.xlsx", {"List_6": rows}))
    assert [row.unread for row in extract.rows] == [{"ends"}, {"ends"}, frozenset()]
    assert [row.day("ends") for row in extract.rows] == [None, None, None]


Change = Callable[[Path, Tabs], Path]


@pytest.mark.parametrize(("form", "make"), [("xls", as_xls), ("xlsb", as_xlsb), ("ods", as_ods), ("xlsx", as_xlsx)])
def test_numbers_dates_and_times_are_the_same_in_every_form_of_workbook(
    form: str, make: Change, tmp_path: Path
) -> None:
    path = make(tmp_path / f"a.{form}", {"T": [("a", 12345, 1.5, date(2026, 1, 2), "#VALUE!", " é ")]})
    ((row,),) = (tab.rows for tab in read_workbook(path, LIMITS).tabs)
    assert row.values[:4] == ("a", 12345, 1.5, date(2026, 1, 2))
    assert isinstance(row.value(4), Unreadable)
    assert row.value(5) == "é"


@pytest.mark.parametrize(("form", "make"), [("xls", as_xls), ("xlsb", as_xlsb), ("ods", as_ods), ("xlsx", as_xlsx)])
def test_a_list_that_begins_further_down_and_to_the_right_names_its_cells_rightly(
    form: str, make: Change, tmp_path: Path
) -> None:
    rows: Rows = [[None], [None], *([None, None, *row] for row in (HEADINGS, child("1", "#NAME?"), child("2")))]
    extract = read(make(tmp_path / f"a.{form}", {"List_6": rows}))
    assert [(row.place, row.places["worker"]) for row in extract.rows] == [
        ("List_6!C4", "List_6!J4"),
        ("List_6!C5", "List_6!J5"),
    ]
    assert [one.where for one in extract.refused] == ["List_6!J4"]


def test_a_time_in_a_date_cell_is_the_day(tmp_path: Path) -> None:
    def at_night(book: Book) -> None:
        book.worksheets[0]["D2"] = datetime(2026, 11, 2, 23, 30)  # noqa: DTZ001

    assert read(as_xlsx(tmp_path / "a.xlsx", {"L": [HEADINGS, child("1")]}, at_night)).rows[0].day("last_seen") == SEEN
