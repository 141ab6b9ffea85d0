"""Files that know when each worker truly held a child: the Standard Safeguarding Dataset."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_import import Desk
from tests.exchange.true_shapes import PERSON, dataset, involved, table

TODAY = date(2026, 11, 23)
HEADINGS = "Child Unique ID,CIN Start Date,Case Status,Date Child Was Last Seen,Allocated Team,Allocated Worker"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    made.today = TODAY
    return made


def held(desk: Desk, child: str = "C1") -> list[tuple[Any, ...]]:
    """Who has held the child, from when to when, and why it ended."""
    rows = desk.reads("child", child)["allocations"]
    return [(one["worker"], one["from"], one["to"], one["because"]) for one in rows]


def listed(desk: Desk, name: str, *rows: str) -> Path:
    path = desk.folder / name
    path.write_text("\n".join((HEADINGS, *rows)) + "\n")
    return path


def test_a_child_comes_with_the_true_days_of_everybody_who_has_held_them(desk: Desk) -> None:
    files = dataset(
        desk.folder,
        (
            involved(1, "101", "C1", "2025-03-03T00:00:00", "2026-06-01T00:00:00", "LEFTRL"),
            involved(2, "102", "C1", "01/06/2026", role="cw"),
            involved(3, "103", "C1", "2026-01-01", "NULL", role="IRO"),
            involved(4, "-1", "C2", "2026-09-01"),
            involved(5, "101", "C3", "2024-01-01", "2024-06-01", "MANAGE"),
            involved(6, "102", "C4", "2026-09-01"),
        ),
    )
    persons = table(
        desk.folder / "people.csv",
        PERSON,
        (("C1", "Ines", "Berg", "2015-04-05", "NULL", '{"a": "b"}'), ("C4", "Ines", "Berg DUPLICATE", "", "", "")),
    )
    _, shown, _ = desk.does("import", *files, persons, "--as-at", "20/11/2026", "--dry-run", "--full")
    first = shown.splitlines()[0]
    assert "are the Standard Safeguarding Dataset, as at Fri 20 Nov 2026" in first
    assert "Ida Rowe since Thu 1 Jan 2026 as IRO is involved too" in shown
    said = desk.imports(*files, persons)
    assert said["counts"]["new"] == 2
    assert {one["value"] for one in said["not_taken"]} >= {"C4"}
    assert "DUPLICATE" in next(one["reason"] for one in said["not_taken"] if one["value"] == "C4")
    assert held(desk) == [
        ("Amira Khan", "2025-03-03", "2026-06-01", "the worker left the role"),
        ("Ben Osei", "2026-06-01", None, None),
    ]
    board = desk.reads("today")
    rows = {child["reference"]: child for child in board["children"]}
    assert set(rows) == {"C1", "C2"}, "C3 is held by nobody any more, and C4 is C1 a second time"
    assert (rows["C1"]["worker"], rows["C1"]["allocated_since"], rows["C1"]["team"]) == (
        "Ben Osei",
        "2026-06-01",
        "North Team",
    )
    assert rows["C2"]["worker"] is None
    assert "new_worker" not in {row["kind"] for row in board["attention"]}, "that was before the child came here"
    assert desk.does("verify")[0] == 0
    assert "Nothing to do" in desk.does("import", *files, persons, "--as-at", "20/11/2026", "--dry-run")[1]
    fte = {one["name"]: one["fte"] for one in board["workers"]}
    assert fte["Ben Osei"] == 0.8


def test_what_a_list_only_saw_takes_the_true_days_on_and_undo_takes_them_off(desk: Desk) -> None:
    desk.today = date(2026, 9, 1)
    desk.imports(listed(desk, "september.csv", "C1,01/01/2026,c) Child in need plan,20/08/2026,North Team,Amira Khan"))
    desk.today = date(2026, 10, 1)
    desk.imports(listed(desk, "october.csv", "C1,01/01/2026,c) Child in need plan,20/08/2026,North Team,Ben Osei"))
    before = held(desk)
    assert before == [("Amira Khan", None, "2026-10-01", None), ("Ben Osei", None, None, None)]
    desk.today = date(2026, 10, 8)
    files = dataset(
        desk.folder,
        (
            involved(1, "101", "C1", "2026-01-05", "2026-09-12", "ABSENC"),
            involved(2, "102", "C1", "2026-09-12"),
        ),
    )
    said = desk.imports(*files)
    assert said["counts"]["changed"] == 1
    assert said["counts"]["unchanged"] == 0
    assert held(desk) == [
        ("Amira Khan", "2026-01-05", "2026-09-12", "cover for an absence, or back from one"),
        ("Ben Osei", "2026-09-12", None, None),
    ]
    [child] = desk.reads("today")["children"]
    assert (child["status"], child["last_seen"]) == ("in_need", "2026-08-20"), "what the file does not say holds"
    desk.does("undo", "--yes")
    assert held(desk) == before
    assert desk.does("verify")[0] == 0


def test_a_child_moves_on_the_true_day_and_for_the_reason_that_the_file_gives(desk: Desk) -> None:
    desk.imports(*dataset(desk.folder, (involved(1, "101", "C1", "2026-01-05"),)))
    desk.today = date(2026, 12, 1)
    rows = (involved(1, "101", "C1", "2026-01-05", "2026-11-27", "PCCHAN"), involved(2, "102", "C1", "2026-11-27"))
    said = desk.imports(*dataset(desk.folder, rows, called="december"))
    assert said["counts"]["reallocated"] == 1
    assert held(desk) == [
        ("Amira Khan", "2026-01-05", "2026-11-27", "a parent or carer asked for another worker"),
        ("Ben Osei", "2026-11-27", None, None),
    ]
    assert "new_worker" in {row["kind"] for row in desk.reads("today")["attention"]}
    desk.today = date(2026, 12, 8)
    rows = (involved(1, "101", "C1", "2026-01-05", "2026-11-27"), involved(2, "102", "C1", "2026-11-27", "2026-12-04"))
    desk.imports(*dataset(desk.folder, rows, called="later"))
    [child] = desk.reads("today")["children"]
    assert child["worker"] is None, "nobody holds the child, and nothing says that the child is closed"


def test_what_was_typed_by_hand_holds_and_is_said(desk: Desk) -> None:
    rows = (involved(1, "101", "C1", "2026-01-05"), involved(2, "102", "C2", "2026-01-05"))
    desk.imports(*dataset(desk.folder, rows))
    desk.does("handover", "C1", "--to", "Ben Osei", "--on", "2026-11-21", "--because", "Amira is off sick")
    desk.today = date(2026, 12, 1)
    said = desk.imports(*dataset(desk.folder, (*rows, involved(3, "102", "C3", "2026-11-25")), called="more"))
    assert [one["reason"] for one in said["warnings"] if one["value"] == "C1"] == [
        "typed here with Ben Osei since Sat 21 Nov 2026, in the file with Amira Khan since Mon 5 Jan 2026; "
        "what was typed here holds"
    ]
    assert held(desk)[-1] == ("Ben Osei", "2026-11-21", None, None)
    desk.today = date(2026, 12, 8)
    before = (involved(4, "103", "C1", "2026-11-20", "2026-11-23"), involved(5, "102", "C1", "2026-11-23"))
    said = desk.imports(*dataset(desk.folder, (*rows, *before), called="other days"))
    assert {one["reason"] for one in said["warnings"] if one["value"] == "C1"} == {
        "Ben Osei was typed here since Sat 21 Nov 2026, and is in the file since Mon 23 Nov 2026; what was typed here "
        "holds",
        "the file has Ida Rowe from Fri 20 Nov 2026 to Mon 23 Nov 2026; typed here is Ben Osei from Sat 21 Nov 2026, "
        "and that holds",
        "Amira Khan since Mon 5 Jan 2026 as CW is involved too, and does not count as the holder",
    }
    assert held(desk)[-1] == ("Ben Osei", "2026-11-21", None, None)


def test_the_role_of_a_worker_is_asked_about_once_and_remembered(desk: Desk) -> None:
    rows = (involved(1, "101", "C1", "2026-01-05", role="SW-LEAD"), involved(2, "103", "C1", "2026-02-05", role="IRO"))
    files = dataset(desk.folder, rows)
    code, _, wrong = desk.does("import", *files, "--as-at", "20/11/2026", "--yes")
    assert code == 2
    assert "Which role is that of the worker who holds a child?" in wrong
    assert "For SW-LEAD: --role 'SW-LEAD'" in wrong
    assert desk.imports(*files, "--role", "sw-lead")["counts"]["new"] == 1
    more = dataset(desk.folder, (*rows, involved(3, "102", "C2", "2026-02-05", role="SW-LEAD")), called="more")
    assert desk.imports(*more)["counts"]["new"] == 1


def test_of_several_who_hold_a_child_the_one_who_began_last_counts_and_the_others_are_told(desk: Desk) -> None:
    rows = (
        involved(9, "101", "C1", "2026-05-05"),
        involved(10, "102", "C1", "2026-05-05"),
        involved(1, "103", "C1", "2026-01-05"),
    )
    said = desk.imports(*dataset(desk.folder, rows))
    [line] = [one for one in said["lines"] if one["what"] == "conflict"]
    assert line["new"] == (
        "Several workers hold the child: Ben Osei since Tue 5 May 2026, Amira Khan since Tue 5 May 2026, "
        "Ida Rowe since Mon 5 Jan 2026"
    )
    assert held(desk) == [("Ben Osei", "2026-05-05", None, None)]


def test_a_table_that_does_not_say_who_holds_a_child_is_not_enough(desk: Desk) -> None:
    _, staff, _ = dataset(desk.folder, ())
    code, _, wrong = desk.does("import", staff, "--as-at", "20/11/2026", "--yes")
    assert code == 2
    assert "ssd_professionals does not say who holds a child. Give ssd_involvements with it" in wrong
