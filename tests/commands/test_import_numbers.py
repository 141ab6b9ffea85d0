"""Files that name workers by their numbers only: the 903's social workers, and data of the DfE social care API."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.commands.test_import import Desk
from tests.commands.test_import_true_days import held
from tests.exchange.true_shapes import api_child, dataset, involved, of_903, table

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    made.today = TODAY
    return made


def test_the_social_workers_of_the_903_are_those_of_the_roster_with_these_numbers(desk: Desk) -> None:
    roster = table(desk.folder / "roster.csv", ("Name", "Staff ID", "Role"), (("Amira Khan", "SW1234567", "SW"),))
    desk.does("import", roster, "--yes")
    file = of_903(
        desk.folder / "social workers.csv",
        ("C1", "05/04/2015", "SW9999999", "05/01/2026", "01/06/2026", "MANAGE"),
        ("C1", "05/04/2015", "SW1234567", "01/06/2026", "", ""),
        ("C2", "05/04/2012", "SW9999999", "05/01/2024", "01/06/2025", "LEFTRL"),
    )
    said = desk.imports(file)
    assert said["files"][0]["format"] == "social_worker_903"
    assert held(desk) == [
        ("Worker SW9999999", "2026-01-05", "2026-06-01", "caseloads were balanced"),
        ("Amira Khan", "2026-06-01", None, None),
    ]
    assert "only the number is known; a roster with this number, or the SSD, gives the name" in {
        one["reason"] for one in said["warnings"] if one["value"] == "SW9999999"
    }
    board = desk.reads("today", "--all-teams")
    assert [one["reference"] for one in board["children"]] == ["C1"]
    assert "Worker SW9999999" not in json.dumps(board["attention"]), "who holds nobody is not to be supervised here"
    first = desk.does("import", file, "--as-at", "23/11/2026", "--dry-run")[1].splitlines()[0]
    assert first == "social workers.csv is the social-worker file of the 903 return, as at Mon 23 Nov 2026."


def test_a_number_gets_its_name_from_the_dataset_and_stays_the_same_person(desk: Desk) -> None:
    desk.imports(of_903(desk.folder / "sw.csv", ("C1", "05/04/2015", "SW7654321", "01/06/2026", "", "")))
    assert held(desk) == [("Worker SW7654321", "2026-06-01", None, None)]
    desk.today = date(2026, 11, 30)
    desk.imports(*dataset(desk.folder, (involved(1, "102", "C1", "2026-06-01"),)))
    assert held(desk) == [("Ben Osei", "2026-06-01", None, None)]


def test_the_json_of_the_dfe_gives_workers_days_and_plans_and_a_purge_closes_nobody(desk: Desk) -> None:
    file = desk.folder / "csc.json"
    plans = {
        "child_protection_plans": [{"child_protection_plan_id": "P1", "start_date": "2026-05-05"}],
        "child_in_need_plans": [{"start_date": "2026-02-02", "end_date": "2026-05-05"}],
    }
    many = (("101", "2026-01-05", None), ("102", "2026-03-05", None), ("103", "2025-11-05", "2026-01-05"))
    file.write_text(json.dumps([api_child("C1", *many, **plans), api_child("C2", ("102", "2026-02-02", None))]))
    said = desk.imports(file)
    assert (said["files"][0]["format"], said["counts"]["new"], said["counts"]["conflicts"]) == ("csc_api", 2, 1)
    assert held(desk) == [
        ("Worker 103", "2025-11-05", "2026-01-05", None),
        ("Worker 102", "2026-03-05", None, None),
    ]
    rows = {one["reference"]: one for one in desk.reads("today")["children"]}
    assert (rows["C1"]["status"], rows["C2"]["status"]) == ("protection_plan", None)
    desk.today = date(2026, 11, 24)
    gone = {**api_child("C1", ("101", "2026-11-20", None)), "purge": True}
    closed = api_child("C2", ("102", "2026-02-02", None), closure_date="2026-11-20", closure_reason="RC7")
    file.write_text(json.dumps([gone, closed]))
    said = desk.imports(file)
    assert [one["value"] for one in said["not_taken"]] == ["C1"]
    assert "deleted in the system it comes from (purge)" in said["not_taken"][0]["reason"]
    assert said["counts"]["closed"] == 1
    assert held(desk)[-1][:2] == ("Worker 102", "2026-03-05")
    assert {one["reference"] for one in desk.reads("today")["children"]} == {"C1"}, (
        "a child who was deleted elsewhere stays until somebody says what became of them"
    )


@pytest.mark.parametrize(
    "content", ["[" * 100_000, '{"children": []}', '[{"la_child_id": {"a": 1}}]', '[{"la_child_id": "C1"', "[1, 2]"]
)
def test_json_that_is_none_of_the_dfes_is_refused_in_a_sentence(desk: Desk, content: str) -> None:
    file = desk.folder / "strange.json"
    file.write_text(content)
    code, _, wrong = desk.does("import", file, "--as-at", "20/11/2026", "--yes")
    assert code == 2
    assert "strange.json is JSON and not that of the DfE social care API" in wrong


def test_files_with_different_numbers_for_the_same_people_come_one_after_the_other(desk: Desk) -> None:
    numbers = of_903(desk.folder / "sw.csv", ("C1", "05/04/2015", "SW7654321", "01/06/2026", "", ""))
    code, _, wrong = desk.does("import", numbers, *dataset(desk.folder, ()), "--as-at", "20/11/2026", "--yes")
    assert code == 2
    assert "are brought in one after the other, not in one import." in wrong
