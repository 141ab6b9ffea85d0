"""Totals, notes and empty posts stand in every list that people keep: none of them is a child or a worker."""

from datetime import date
from pathlib import Path

import pytest

from oversight_tui.config import SpreadsheetLimits
from oversight_tui.exchange.annex_a import read_annex_a
from oversight_tui.exchange.annex_children import children_of
from oversight_tui.exchange.roster import read_people
from oversight_tui.exchange.spreadsheet import read_workbook
from oversight_tui.exchange.tables import FileProblem
from tests.exchange.forms import Rows, as_csv, as_xlsx
from tests.exchange.test_lists_as_they_come import HEADINGS, PLAN, child

LIMITS = SpreadsheetLimits()
NOBODY = [None] * 5


@pytest.mark.parametrize(
    "line",
    [
        ["Grand Total", *NOBODY[:4], 2, None, None],
        ["North total (3)", *NOBODY],
        [2, *NOBODY],
        ["Average age", None, None, 11],
        [None, None, None, None, None, None, "Total", 4],
        ["North", *NOBODY],
        ["Amira Khan subtotal", None, None, None, None, "3"],
    ],
)
def test_a_total_in_the_middle_of_a_list_is_no_child_and_is_named(tmp_path: Path, line: list[str | int | None]) -> None:
    rows: Rows = [HEADINGS, child("0001"), line, [], child("0002")]
    read = read_annex_a([read_workbook(as_xlsx(tmp_path / "l.xlsx", {"List 6": rows}), LIMITS)])
    assert [row.reference for row in read.rows] == ["0001", "0002"]
    assert [one.where.lstrip("List 6!ABCDEFGH") for one in read.not_taken] == ["3"]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (
            [
                ["Name", "Role", "Team", "FTE"],
                ["Priya Shah", "Social worker", "North", 1],
                ["VACANT", "Social worker", "North", 1],
                ["Vacancy - SW", "Social worker", "North", 1],
                ["Key Smith", "Senior", "North", 1],
                ["Total", None, None, 2],
                ["Total FTE: 2"],
                ["Updated 1 November 2026 by HR"],
                ["Note: Priya is on leave from Monday"],
            ],
            ["Priya Shah", "Key Smith"],
        ),
        (
            [["First name", "Surname", "Job title"], ["Priya", "Shah", "Social Worker"], ["Tom", "Lee", "ASYE"]],
            ["Priya Shah", "Tom Lee"],
        ),
        ([["Employee", "Post"], ["Priya Shah", "Social Worker"], ["Tom Lee", "ASYE"]], ["Priya Shah", "Tom Lee"]),
        ([["Who", "What"], ["Priya Shah", "Social Worker"], ["Tom Lee", "ASYE"]], []),
    ],
)
def test_a_roster_makes_workers_of_people_alone(tmp_path: Path, rows: Rows, names: list[str]) -> None:
    path = as_csv(tmp_path / "staff.csv", {"staff": rows})
    people = read_people((read_workbook(path, LIMITS),), date(2026, 11, 20))
    assert [one.name for one in people.roster] == names
    left = len(rows) - 1 - len(names) if names else 0
    assert sum("the row was left out" in one.reason for one in people.refused) == left


@pytest.mark.parametrize("heading", ["Allocated Social Worker", "Social Worker", "Allocated Worker Name", "Worker"])
def test_the_worker_of_a_list_is_found_under_the_headings_that_people_give_the_column(
    tmp_path: Path, heading: str
) -> None:
    rows: Rows = [[*HEADINGS[:-1], heading], child("0001", "Amira Khan")]
    read = read_annex_a([read_workbook(as_xlsx(tmp_path / "l.xlsx", {"List 6": rows}), LIMITS)])
    assert [row.text("worker") for row in read.rows] == ["Amira Khan"]


def test_a_list_without_a_column_of_workers_leaves_the_holder_not_known_and_says_so(tmp_path: Path) -> None:
    rows: Rows = [HEADINGS[:-1], child("0001")[:-1]]
    read = read_annex_a([read_workbook(as_xlsx(tmp_path / "l.xlsx", {"List 6": rows}), LIMITS)])
    (only,) = children_of(read, date(2026, 11, 20)).children
    assert "worker" in only.unread
    assert any("no column Allocated Worker" in one.reason for one in read.warnings)


def _as_text(folder: Path, *lines: str) -> Path:
    path = folder / "list 6.csv"
    path.write_text("\n".join((",".join(HEADINGS), *lines)) + "\n", "utf-8")
    return path


def test_a_quotation_mark_that_is_not_closed_swallows_no_child(tmp_path: Path) -> None:
    open_mark = 'C1,,,,,c),North,"Amira Khan', "C2,,,,,c),North,Ben Osei"
    with pytest.raises(FileProblem, match="a quotation mark in row 2 that is not closed"):
        read_workbook(_as_text(tmp_path, *open_mark), LIMITS)
    notes = 'C1,,,,,c),North,"Amira Khan\nformerly Ali, North"', "C2,,,,,c),North,Ben Osei"
    assert len(read_annex_a([read_workbook(_as_text(tmp_path, *notes), LIMITS)]).rows) == 2


def test_a_name_with_a_comma_and_no_quotes_leaves_the_row_not_known_and_nobody_wrong(tmp_path: Path) -> None:
    path = _as_text(tmp_path, "C1,,,,,c),North,Khan, Amira", "C2,,,,,c),North,Ben Osei,,")
    read = read_annex_a([read_workbook(path, LIMITS)])
    assert [(row.reference, row.text("worker"), "worker" in row.unread) for row in read.rows] == [
        ("C1", None, True),
        ("C2", "Ben Osei", False),
    ]
    assert any("more cells than there are headings" in one.reason for one in read.refused)


@pytest.mark.parametrize("reference", ["TBC", "Unborn baby", "unknown", "N/K"])
def test_what_stands_for_an_id_makes_no_child_of_several(tmp_path: Path, reference: str) -> None:
    rows: Rows = [HEADINGS, child(reference), child("C2"), child(reference, "Ben Osei")]
    read = read_annex_a([read_workbook(as_xlsx(tmp_path / "l.xlsx", {"List 6": rows}), LIMITS)])
    assert [row.reference for row in read.rows] == ["C2"]
    assert sum("no id yet" in one.reason for one in read.refused) == 2


def test_two_rows_of_a_list_with_different_workers_are_a_conflict_and_not_the_last_of_them(tmp_path: Path) -> None:
    tabs = {"List 6": [HEADINGS, child("C1")], "List 6 (2)": [HEADINGS, child("C1", "Ben Osei"), child("C2")]}
    read = read_annex_a([read_workbook(as_xlsx(tmp_path / "l.xlsx", tabs), LIMITS)])
    conflicts = [one.conflict for one in children_of(read, date(2026, 11, 20)).children]
    assert conflicts == ["Rows of List 6 name different workers: Amira Khan, Ben Osei", None]


def test_a_status_of_list_6_that_its_own_list_shows_as_ended_is_doubted(tmp_path: Path) -> None:
    plan: Rows = [PLAN, ("C1", date(2026, 9, 10), None, date(2026, 11, 19), "North", "Amira Khan")]
    still: Rows = [HEADINGS, (*child("C1")[:5], "b) Child protection plan", "North", "Amira Khan")]
    read = read_annex_a([read_workbook(as_xlsx(tmp_path / "l.xlsx", {"List 6": still, "List 7": plan}), LIMITS)])
    assert [one.reason for one in children_of(read, date(2026, 11, 20)).warnings] == [
        "List 7 shows that this ended on 2026-11-19; taken as list 6 has it"
    ]


def test_two_columns_of_one_heading_that_differ_leave_the_holder_not_known(tmp_path: Path) -> None:
    twice = [*HEADINGS, "Allocated Worker"]
    rows: Rows = [twice, (*child("C1"), "Ben Osei"), (*child("C2"), None), (*child("C3", None), "Ben Osei")]
    read = read_annex_a([read_workbook(as_xlsx(tmp_path / "l.xlsx", {"List 6": rows}), LIMITS)])
    assert [(row.text("worker"), "worker" in row.unread) for row in read.rows] == [
        (None, True),
        ("Amira Khan", False),
        ("Ben Osei", False),
    ]


def test_a_child_closed_in_list_6_and_open_on_a_plan_is_doubted(tmp_path: Path) -> None:
    plan: Rows = [PLAN, ("C1", date(2026, 9, 10), None, None, "North", "Amira Khan")]
    closed: Rows = [HEADINGS, child("C1", ends=date(2026, 10, 1))]
    read = read_annex_a([read_workbook(as_xlsx(tmp_path / "l.xlsx", {"List 6": closed, "List 7": plan}), LIMITS)])
    said = [one.reason for one in children_of(read, date(2026, 11, 20)).warnings]
    assert said == ["closed in list 6 and open in list 7; taken as open"]


def test_an_adviser_who_cannot_be_read_leaves_a_care_leaver_in_doubt_and_not_unallocated(tmp_path: Path) -> None:
    headings = ("Child Unique ID", "Eligibility Category", "Allocated Team", "Allocated Worker", "Allocated PA")
    rows: Rows = [headings, ("C1", "Relevant", "North", None, "#REF!"), ("C2", "Relevant", "North", None, None)]
    read = read_annex_a([read_workbook(as_xlsx(tmp_path / "l.xlsx", {"List 9": rows}), LIMITS)])
    assert ["worker" in one.unread for one in children_of(read, date(2026, 11, 20)).children] == [True, False]
