"""An import passes nothing over without a word: what was not taken, what is hidden, what has to be said first."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as Book

from oversight_tui.cli import main
from oversight_tui.config import load_config
from oversight_tui.services.importing.questions import ImportQuestion
from oversight_tui.services.importing.sitting import ImportSitting
from oversight_tui.services.importing.telling import Told
from tests.exchange.forms import Cell, Tabs, as_csv, as_xlsx

HEADINGS = (
    *("Child Unique ID", "CIN Start Date", "Date Child Was Last Seen", "Case status", "Allocated Team"),
    "Allocated Worker",
)
PLAN = ("Client No.", "Child Protection Plan Start Date", "Allocated Team", "Allocated Worker")


def child(reference: Cell, seen: Cell = date(2026, 11, 2)) -> tuple[Cell, ...]:
    return reference, date(2026, 9, 1), seen, "c) Child in need plan", "North", "Amira Khan"


class Desk:
    """A manager who brings in a list of 20 November."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def imports(self, path: Path, *words: str) -> tuple[int, str, str]:
        at = ("--store", str(self.folder / "team.oversight"), "--today", "2026-11-23")
        code = main(["import", str(path), "--as-at", "2026-11-20", *words, *at])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def reads(self, path: Path, *words: str) -> Any:
        return json.loads(self.imports(path, *words, "--json")[1])


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def hide(book: Book) -> None:
    book["List_6 (old)"].sheet_state = "hidden"
    book["List_6"].row_dimensions[3].hidden = True


def test_what_was_not_taken_is_told_with_the_reason_and_stands_in_json(desk: Desk) -> None:
    tabs: Tabs = {
        "List_6": [HEADINGS, child("1"), child("2"), ("Report run on 20/11/2026 by Performance",)],
        "List_6 (old)": [HEADINGS, child("99")],
        "Guidance": [("Child Unique ID", "as in the case system")],
    }
    path = as_xlsx(desk.folder / "a.xlsx", tabs, hide)
    code, said, _ = desk.imports(path, "--dry-run")
    assert code == 1
    assert "2 tabs were not taken" in said
    assert "List_6 (old): a hidden tab, which is not read" in said
    assert "List 6, row 4 (Report run on 20/11/2026 by Performance): a line beside the list and no child" in said
    assert "List 6, row 3, column A: 1 row hidden was read too (3)" in said
    shape = desk.reads(path, "--dry-run")
    assert [one["where"] for one in shape["not_taken"]] == ["List_6 (old)", "List_6!A4", "Guidance"]
    assert [one["child"] for one in shape["lines"] if one["what"] == "new"] == ["1", "2"]


def test_a_tab_that_nearly_is_a_list_has_to_be_left_out_knowingly(desk: Desk) -> None:
    tabs: Tabs = {"List_6": [HEADINGS, child("1")], "List_7": [PLAN, ("1", date(2026, 9, 10), "North", "Amira Khan")]}
    path = as_xlsx(desk.folder / "a.xlsx", tabs)
    code, _, wrong = desk.imports(path, "--yes")
    assert code == 2
    assert "without the heading Child Unique ID" in wrong
    assert "--without 'List_7'" in wrong
    said = desk.reads(path, "--yes", "--without", "List_7")
    assert said["applied"]
    assert [one["where"] for one in said["not_taken"]] == ["List_7"]


def test_it_is_asked_whether_the_month_comes_first_and_the_answer_holds_for_the_whole_column(desk: Desk) -> None:
    rows = [HEADINGS, child("1", "09/13/2026"), child("2", "09/01/2026")]
    path = as_csv(desk.folder / "a.csv", {"a": rows})
    code, said, _ = desk.imports(path, "--dry-run")
    assert code == 1
    assert "Does the month come first in the whole column?" in said
    assert "--month-first 'a!C'" in said
    assert [one["where"] for one in desk.reads(path, "--dry-run")["refused"]] == ["a!C2"]
    answered = desk.reads(path, "--dry-run", "--month-first", "a!C")
    assert (answered["refused"], answered["questions"]) == ([], [])
    other_way = desk.reads(path, "--dry-run", "--day-first", "a!C")
    assert [(one["where"], one["value"]) for one in other_way["refused"]] == [("a!C2", "09/13/2026")]


def test_ids_that_lost_their_digits_bring_nobody_in_and_the_reason_is_told_once_a_row(desk: Desk) -> None:
    path = as_csv(desk.folder / "a.csv", {"a": [HEADINGS, child("1.23E+15"), child("1.23E+15"), child("7")]})
    code, said, _ = desk.imports(path, "--dry-run")
    assert code == 1
    assert said.count("a, row 2") == said.count("a, row 3") == 1
    assert [one["child"] for one in desk.reads(path, "--dry-run")["lines"] if one["what"] == "new"] == ["7"]


def test_the_screen_asks_the_same_one_by_one(tmp_path: Path) -> None:
    tabs: Tabs = {
        "List_6": [HEADINGS, child("1", "09/13/2026"), child("2", "09/01/2026")],
        "List_7": [PLAN, ("1", date(2026, 9, 10), "North", "Amira Khan")],
    }
    sitting = ImportSitting(None, date(2026, 11, 23), load_config())
    sitting.read([as_xlsx(tmp_path / "a.xlsx", tabs)], lambda *_: None)
    sitting.shows(date(2026, 11, 20))
    for asked, key in (("without", "y"), ("dates", "n")):
        question = sitting.next(lambda *_: None)
        assert isinstance(question, ImportQuestion)
        assert question.asked == asked
        choice = question.choice(key)
        assert choice is not None
        sitting.answer(question, choice)
    assert isinstance(sitting.next(lambda *_: None), Told)
