"""One list as a manager has it from the case system, in whatever format: the same questions, and the same answers."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.commands.test_import import Desk

TODAY = date(2026, 11, 23)
HEADINGS = ("Ref", "Child", "DOB", "Team", "Key worker", "Plan type", "Allocated on", "Last seen")
Rows = tuple[tuple[str, ...], ...]
ROWS: Rows = (
    ("10231", "Ava Barker", "18/04/2014", "Harbour Team", "Amira Khan", "CIN", "29/05/2026", "13/11/2026"),
    ("10238", "Noah Barker", "19/11/2017", "Harbour Team", "Tom Ellery", "CP", "28/02/2026", "10/11/2026"),
    ("10245", "Leila Ahmed", "09/01/2011", "Harbour Team", "Amira Khan", "LAC", "27/09/2026", "18/11/2026"),
)
SAID = ("--map", "Ref=reference", "--map", "Key worker=worker")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    made.today = TODAY
    return made


def as_csv(desk: Desk, rows: Rows, headings: tuple[str, ...] = HEADINGS, name: str = "caseload_2026-11-20") -> Path:
    path = desk.folder / f"{name}.csv"
    path.write_text("".join(f"{','.join(row)}\n" for row in (headings, *rows)))
    return path


def as_xlsx(desk: Desk, rows: Rows, name: str = "caseload_2026-11-20") -> Path:
    """References as numbers, as a spreadsheet keeps them, in a tab of the manager's own name."""
    book = Workbook()
    tab = book.active
    assert tab is not None
    tab.title = "My team"
    tab.append(HEADINGS)
    for row in rows:
        tab.append([int(row[0]), *row[1:]])
    path = desk.folder / f"{name}.xlsx"
    book.save(path)
    return path


def test_the_same_headings_are_asked_about_in_every_format(desk: Desk) -> None:
    asked = []
    for path in (as_csv(desk, ROWS), as_xlsx(desk, ROWS)):
        _, out, err = desk.does("import", path, "--as-at", "20/11/2026", "--dry-run")
        asked.append((out + err).replace(path.name, "FILE"))
    assert "--map 'Ref=reference'" in asked[0]
    assert "--map 'Key worker=worker'" in asked[0]
    assert asked[0] == asked[1]


def test_the_same_list_in_another_format_changes_nothing_of_a_child_who_was_closed(desk: Desk) -> None:
    desk.imports(as_xlsx(desk, ROWS), *SAID)
    closed = (*ROWS[:2], (*ROWS[2][:5], "Closed", *ROWS[2][6:]))
    assert desk.imports(as_csv(desk, closed, name="later"), *SAID)["counts"]["closed"] == 1
    again = desk.imports(as_xlsx(desk, closed, name="later"), *SAID)["counts"]
    assert (again["changed"], again["unchanged"]) == (0, 3)


@pytest.mark.parametrize("heading", ["Allocated on", "Allocated from", "Date allocated"])
@pytest.mark.parametrize("until", [(), ("Allocated until",)])
def test_an_allocation_has_the_day_that_the_list_gives_it(desk: Desk, heading: str, until: tuple[str, ...]) -> None:
    headings = ("Reference", "Name", "DOB", "Team", "Worker", "Status", heading, *until, "Last seen")
    with_day = tuple((*row[:7], *("" for _ in until), *row[7:]) for row in ROWS)
    desk.imports(as_csv(desk, with_day[:1], headings))
    without = tuple((*row[:6], row[7]) for row in ROWS)
    desk.imports(as_csv(desk, without, (*headings[:6], "Last seen"), "met_without_days"))
    desk.imports(as_csv(desk, with_day, headings, "days_again"))
    since = {one["reference"]: one["allocated_since"] for one in desk.reads("today")["children"]}
    assert since == {"10231": "2026-05-29", "10238": "2026-02-28", "10245": "2026-09-27"}
    assert "Amira Khan from Fri 29 May 2026" in desk.does("child", "10231")[1]


def with_plans(heading: str) -> tuple[str, ...]:
    usual = {"Ref": "Reference", "Key worker": "Worker", "Plan type": heading}
    return tuple(usual.get(one, one) for one in HEADINGS)


@pytest.mark.parametrize("heading", ["Type of plan", "Plan type", "Plan", "Social care status"])
def test_what_a_plan_is_called_is_the_status(desk: Desk, heading: str) -> None:
    desk.imports(as_csv(desk, ROWS, with_plans(heading)))
    statuses = {one["reference"]: one["status"] for one in desk.reads("today")["children"]}
    assert statuses == {"10231": "in_need", "10238": "protection_plan", "10245": "looked_after"}


@pytest.mark.parametrize("heading", ["Category of plan", "Status of plan", "How we work with them"])
def test_a_column_of_statuses_under_another_heading_is_asked_about(desk: Desk, heading: str) -> None:
    path = as_csv(desk, ROWS, with_plans(heading))
    _, out, err = desk.does("import", path, "--as-at", "20/11/2026", "--dry-run")
    assert f"What is in the column '{heading}' of {path.name}? For Status: --map '{heading}=status'" in out + err
    desk.imports(path, "--map", f"{heading}=status")
    assert {one["status"] for one in desk.reads("today")["children"]} == {"in_need", "protection_plan", "looked_after"}


def test_a_column_that_says_nothing_of_plans_is_not_asked_about(desk: Desk) -> None:
    rows = tuple((*row[:5], letter, *row[6:]) for row, letter in zip(ROWS, "ABC", strict=True))
    assert desk.imports(as_csv(desk, rows, with_plans("Rota")))["counts"]["new"] == 3


def test_children_who_have_names_here_are_asked_and_told_about_by_name(desk: Desk) -> None:
    headings = with_plans("Plan type")
    first = as_csv(desk, ROWS, headings)
    shown = desk.does("import", first, "--as-at", "20/11/2026", "--dry-run", "--full", "--names", "yes")[1]
    assert "Amira Khan, 2 children: 10231 Ava Barker (in need), 10245 Leila Ahmed (looked after)" in shown
    desk.imports(first, "--names", "yes")
    odd = ((*ROWS[0][:5], "Stage 9", *ROWS[0][6:]), (*ROWS[1][:7], "21/11/2026"))
    said = desk.reads("import", as_csv(desk, odd, headings, "later"), "--as-at", "23/11/2026", "--dry-run")
    asked = {one["asked"]: one for one in said["questions"]}
    assert "10245 Leila Ahmed, last with Amira Khan, is in no list any more" in asked["missing"]["says"]
    assert asked["status"]["evidence"] == ["10231 Ava Barker"]
    assert {one["child"] for one in said["lines"]} == {"10238", "10245"}
    shown = desk.does("import", desk.folder / "later.csv", "--as-at", "23/11/2026", "--dry-run", "--full")[1]
    assert "10238 Noah Barker: last seen 21 Nov 2026" in shown
