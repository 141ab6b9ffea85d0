"""A manager brings in the caseload table that the case system gives, whatever it looks like."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from oversight_tui.cli import main
from tests.exchange.forms import as_ods, as_xls, as_xlsb, as_xlsx

AS_AT = date(2026, 11, 20)
# The columns of a council's extract of allocations.
HACKNEY = (
    "MOSAIC_ID,FULL_NAME,LAST_NAME,FIRST_NAME,DATE_OF_BIRTH,GENDER,ETHNICITY,SERVICE_USER_GROUP,ALLOCATED_WORKER,"
    "WORKER_TYPE,ALLOCATED_WORKER_TEAM,TEAM_NAME,WORKER_EMAIL,ALLOCATION_START_DATE,ALLOCATION_END_DATE,LEGAL_STATUS,"
    "PLACEMENT,ON_CP_REGISTER,LAC,CASE_STATUS_OPEN_CLOSED,CLOSURE_DATE_IF_CLOSED"
)
TWO_CHILDREN = (
    "Person ID,Name,DOB,Team,Social worker,Status,Last visit\n"
    "C1,Ellie Made-Up,02/01/2015,North,Amira Khan,CIN,02/11/2026\n"
    "C2,Jack Made-Up,02/01/2012,North,Ben Osei,CP,03/11/2026\n"
)
BY_SURNAME = (
    "Mosaic ID,Surname,Forename,Worker,Team,Start date,End date\n"
    "C1,Made-Up,Ellie,Amira Khan,North,01/09/2026,\n"
    "C2,Made-Up,Jack,Amira Khan,North,01/08/2026,10/10/2026\n"
    "C3,Made-Up,Zed,Ben Osei,North,01/07/2026,\n"
)
ALLOCATED = ("--map", "Start date=allocated from", "--map", "End date=allocated until")


class Desk:
    """A manager at the command line, with a store of their own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.store = str(folder / "team.oversight")

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def does(self, *words: object) -> tuple[int, str, str]:
        code = main([*map(str, words), "--store", self.store, "--today", "2026-11-23"])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def reads(self, *words: object) -> Any:
        return json.loads(self.does(*words, "--json")[1])

    def imports(self, *words: object, on: str = "2026-11-20") -> Any:
        code, out, err = self.does("import", *words, "--as-at", on, "--yes", "--json")
        assert code == 0, err
        return json.loads(out)

    def looks_at(self, *words: object) -> str:
        return self.does("import", *words, "--as-at", "2026-11-20", "--dry-run")[1]

    def children(self) -> dict[str, Any]:
        return {child["reference"]: child for child in self.reads("today", "--all-teams")["children"]}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_a_caseload_list_is_read_with_nothing_asked_and_nobody_in_it_becomes_a_worker(desk: Desk) -> None:
    said = desk.imports(desk.file("my team.csv", TWO_CHILDREN))
    assert [one["asked"] for one in said["questions"]] == ["names"]
    assert said["taken_for"] == [{"file": "my team.csv", "tab": "my team", "kind": "caseload", "mapping": None}]
    assert {one["worker"] for one in said["workers"]} == {"Amira Khan", "Ben Osei"}
    children = desk.children()
    shown = {key: (one["worker"], one["team"], one["status"], one["last_seen"]) for key, one in children.items()}
    assert shown == {
        "C1": ("Amira Khan", "North", "in_need", "2026-11-02"),
        "C2": ("Ben Osei", "North", "protection_plan", "2026-11-03"),
    }


def test_the_first_line_says_what_each_file_was_taken_for(desk: Desk) -> None:
    table, roster = (
        desk.file("north.csv", TWO_CHILDREN),
        desk.file("staff.csv", "Name,Role\nAmira Khan,Social worker\n"),
    )
    first = desk.looks_at(table, roster).splitlines()[0]
    assert first == "north.csv is a caseload table; staff.csv is a roster, as at Fri 20 Nov 2026."


def test_the_extract_of_a_council_is_read_with_its_history_and_its_closures(desk: Desk) -> None:
    def row(mosaic_id: str, worker: str, start: str, end: str, legal: str, cp: str, lac: str, closed: str) -> str:
        case = f"{'Closed' if closed else 'Open'},{closed}"
        named = f"{mosaic_id},Ann Bell,Bell,Ann,02/01/2015,F,WBRI,CIN"
        return f"{named},{worker},SW,North,North,a@b.gov.uk,{start},{end},{legal},,{cp},{lac},{case}"

    rows = (
        row("1", "Amira Khan", "01/03/2026", "01/06/2026", "C2", "N", "Y", ""),
        row("1", "Ben Osei", "01/06/2026", "", "C2", "N", "Y", ""),
        row("2", "Ben Osei", "01/07/2026", "", "", "Y", "N", ""),
        row("3", "Ben Osei", "01/07/2026", "", "", "N", "N", ""),
        row("4", "Ben Osei", "01/01/2026", "01/11/2026", "", "N", "N", "01/11/2026"),
        row("5", "Ben Osei", "01/01/2026", "", "V2", "", "", ""),
        row("6", "Ben Osei", "01/01/2026", "", "", "", "", ""),
    )
    said = desk.imports(desk.file("allocations.csv", "\n".join((HACKNEY, *rows))))
    assert said["refused"] == []
    assert (said["counts"]["new"], said["counts"]["closed"]) == (5, 1)
    assert {key: (one["worker"], one["status"]) for key, one in desk.children().items()} == {
        "1": ("Ben Osei", "looked_after"),
        "2": ("Ben Osei", "protection_plan"),
        "3": ("Ben Osei", "in_need"),
        "5": ("Ben Osei", "looked_after"),
        "6": ("Ben Osei", None),
    }


def test_a_column_that_may_be_two_things_is_asked_about_with_rows_in_sight_and_never_guessed(desk: Desk) -> None:
    table = desk.file("north.csv", BY_SURNAME)
    code, _, complained = desk.does("import", table, "--as-at", "2026-11-20", "--yes")
    assert code == 2
    assert "Nothing was written" in complained
    assert "What is in the column 'Start date' of north.csv?" in complained
    assert "--map 'Start date=allocated_from'" in complained
    assert not Path(desk.store).exists() or desk.children() == {}
    code, said, _ = desk.does("import", table, "--as-at", "2026-11-20", "--dry-run")
    assert code == 1
    assert said.startswith("north.csv is not read before its questions are answered.")


def test_an_end_that_is_the_allocations_leaves_the_child_open_without_a_worker(desk: Desk) -> None:
    desk.imports(desk.file("north.csv", BY_SURNAME), *ALLOCATED)
    assert {key: one["worker"] for key, one in desk.children().items()} == {
        "C1": "Amira Khan",
        "C2": None,
        "C3": "Ben Osei",
    }


def test_an_end_that_is_the_childs_closes_the_child(desk: Desk) -> None:
    desk.imports(desk.file("north.csv", BY_SURNAME), *ALLOCATED[:2], "--map", "End date=closed on")
    assert set(desk.children()) == {"C1", "C3"}


def test_what_was_said_of_columns_is_kept_said_when_it_is_used_and_can_be_forgotten(desk: Desk) -> None:
    desk.imports(desk.file("north caseload.csv", BY_SURNAME), *ALLOCATED)
    later = desk.file("week two.csv", BY_SURNAME.replace("C3,Made-Up,Zed,Ben", "C3,Made-Up,Zed,Amira"))
    said = desk.does("import", later, "--as-at", "2026-11-21", "--dry-run")[1]
    assert said.startswith("week two.csv is a caseload table, read with the columns of 'north caseload', as at")
    assert "C3: worker Amira Osei, was Ben Osei" in said
    listed = desk.does("import", "--mappings")[1]
    assert "north caseload: End date is allocated until, Start date is allocated from" in listed
    assert "Forgotten" in desk.does("import", "--forget-mapping", "North Caseload")[1]
    assert desk.does("import", later, "--as-at", "2026-11-21", "--yes")[0] == 2
    code, _, complained = desk.does("import", "--forget-mapping", "North Caseload")
    assert (code, "None are kept yet" in complained) == (2, True)


def test_a_mapping_can_be_named_changed_and_used_of_another_table(desk: Desk) -> None:
    desk.imports(desk.file("a.csv", BY_SURNAME), *ALLOCATED, "--mapping", "North")
    wider = BY_SURNAME.replace("\n", ",x\n").replace("End date,x", "End date,Gender")
    desk.imports(desk.file("b.csv", wider), "--mapping", "North", on="2026-11-21")
    assert desk.children()["C2"]["worker"] is None
    changed = ("--mapping", "North", "--map", "End date=closed_on")
    desk.imports(desk.file("c.csv", wider.replace(",x", ",y")), *changed, on="2026-11-22")
    assert "C2" not in desk.children()
    listed = desk.does("import", "--mappings")[1]
    assert "North: End date is closed on, Start date is allocated from" in listed
    first = desk.file("d.csv", BY_SURNAME + "C4,Made-Up,Al,Ben Osei,North,01/07/2026,\n")
    said = desk.does("import", first, "--as-at", "2026-11-23", "--dry-run")[1]
    assert said.startswith("d.csv is a caseload table, read with the columns of 'North'")


def test_a_table_that_may_be_of_children_or_of_workers_is_asked_about(desk: Desk) -> None:
    either = desk.file("list.csv", "Name,Team,Start date\nAnn Bell,North,01/09/2026\nBo Carr,North,01/08/2026\n")
    code, _, complained = desk.does("import", either, "--as-at", "2026-11-20", "--yes")
    assert code == 2
    assert "may be a table of children or one of workers" in complained
    assert "--each-row child" in complained
    said = desk.imports(either, "--each-row", "worker")
    assert {one["worker"] for one in said["workers"]} == {"Ann Bell", "Bo Carr"}
    again = desk.file("list.csv", "Name,Team,Start date\nAnn Bell,North,01/09/2026\nCy Dunn,North,01/08/2026\n")
    assert "Cy Dunn" in desk.looks_at(again), "it is asked once of such a table"


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Name,Role,Team,FTE", "roster"),
        ("Social worker,Team,Agency", "roster"),
        ("Worker,Team,Job title", "roster"),
        ("Name,Worker ID,Team", "roster"),
        ("Name,From,To,Reason", "absences"),
        ("Person ID,Worker,Team", "caseload"),
        ("LCS ID,Name,Allocated worker,Supervisor,Role", "caseload"),
        ("Child ID,Child name,Social Worker,Worker ID", "caseload"),
    ],
)
def test_tables_are_told_apart_by_what_only_one_of_them_has(desk: Desk, headings: str, kind: str) -> None:
    cells = ",".join(f"{'01/02/2026' if one in ('From', 'To') else one + '1'}" for one in headings.split(","))
    table = desk.file("table.csv", f"{headings}\n{cells}\n")
    told = desk.reads("import", table, "--as-at", "2026-11-20", "--dry-run")
    assert [one["kind"] for one in told["taken_for"]] == [kind]


def test_each_tab_of_a_workbook_is_taken_for_what_it_is(desk: Desk) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    tabs: dict[str, Sequence[Sequence[str]]] = {
        "My team": [line.split(",") for line in TWO_CHILDREN.splitlines()],
        "People": [("Name", "Role"), ("Amira Khan", "Social worker")],
        "Summary": [("Total", "2")],
        "List_6": [
            ("Child Unique ID", "Case status", "Allocated Team", "Allocated Worker"),
            ("C9", "c) Child in need", "North", "Amira Khan"),
        ],
    }
    for name, rows in tabs.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    path = desk.folder / "all.xlsx"
    book.save(path)
    said = desk.looks_at(path).splitlines()[0]
    assert said == (
        "all.xlsx is Annex A, list 6 and a caseload table in tab My team and a roster in tab People, "
        "as at Fri 20 Nov 2026."
    )
    desk.imports(path)
    assert set(desk.children()) == {"C1", "C2", "C9"}


def test_which_column_has_the_reference_is_asked_and_a_table_without_one_is_refused_with_what_is_missing(
    desk: Desk,
) -> None:
    text = TWO_CHILDREN.replace("Person ID", "Protocol")
    code, _, complained = desk.does("import", desk.file("a.csv", text), "--as-at", "2026-11-20", "--yes")
    assert code == 2
    assert "Which column of a.csv holds the child's reference in the case system?" in complained
    assert "--map 'Protocol=reference'" in complained
    desk.imports(desk.folder / "a.csv", "--map", "Protocol=reference")
    assert set(desk.children()) == {"C1", "C2"}
    without = "\n".join(line.partition(",")[2] for line in TWO_CHILDREN.splitlines())
    code, _, complained = desk.does("import", desk.file("b.csv", without), "--as-at", "2026-11-20", "--yes")
    assert code == 2
    assert "b.csv" in complained
    assert "no column with the child's reference" in complained


ANNEX_A = "Child Unique ID,Case status,Allocated Team,Allocated Worker\n"


def missing(told: Any) -> list[str]:
    return [line["child"] for line in told["lines"] if line["what"] == "missing"]


def test_who_is_missing_is_asked_within_the_teams_that_the_table_covers(desk: Desk) -> None:
    both = TWO_CHILDREN + "C3,Zed,,South,Cy Dunn,CIN,\nC4,Ann,,North,Amira Khan,CIN,\n"
    desk.imports(desk.file("a.csv", both))
    of_north = desk.file("b.csv", TWO_CHILDREN)
    assert missing(desk.imports(of_north, on="2026-11-21")) == ["C4"]
    assert set(desk.children()) == {"C1", "C2", "C3", "C4"}, "who is missing is asked about, and not closed"


def test_a_table_of_one_worker_misses_nobody_elses_children(desk: Desk) -> None:
    desk.imports(desk.file("a.csv", TWO_CHILDREN + "C4,Ann,,North,Amira Khan,CIN,\n"))
    of_amira = "\n".join(TWO_CHILDREN.splitlines()[:2])
    assert missing(desk.imports(desk.file("b.csv", of_amira), on="2026-11-21")) == ["C4"]


def test_of_annex_a_and_a_caseload_table_the_newer_one_holds_and_each_misses_whom_the_other_showed(desk: Desk) -> None:
    lists = desk.file("annex.csv", f"{ANNEX_A}C1,c) Child in need,North,Amira Khan\nC8,CP,North,Amira Khan\n")
    desk.imports(lists, on="2026-11-13")
    table = desk.file("a.csv", TWO_CHILDREN.replace("Amira Khan", "Cy Dunn"))
    said = desk.imports(table, on="2026-11-20")
    assert missing(said) == ["C8"]
    assert desk.children()["C1"]["worker"] == "Cy Dunn"
    later = desk.file("later.csv", f"{ANNEX_A}C1,c) Child in need,North,Ben Osei\n")
    assert sorted(missing(desk.imports(later, on="2026-11-22"))) == ["C2", "C8"]
    assert desk.children()["C1"]["worker"] == "Ben Osei"
    older = desk.file("older.csv", TWO_CHILDREN)
    assert desk.does("import", older, "--as-at", "2026-11-20", "--yes")[0] == 2, "an older table is not taken for newer"


def test_a_child_of_both_is_one_child_and_two_workers_are_told(desk: Desk) -> None:
    lists = desk.file("annex.csv", f"{ANNEX_A}C1,c) Child in need,North,Cy Dunn\n")
    said = desk.imports(lists, desk.file("a.csv", TWO_CHILDREN))
    assert said["counts"]["new"] == 2
    told = next(line["new"] for line in said["lines"] if line["what"] == "conflict")
    assert told == "Lists name different workers: Cy Dunn in List 6, Amira Khan in Caseload"
    assert desk.children()["C1"]["worker"] == "Cy Dunn"
    assert desk.children()["C1"]["last_seen"] == "2026-11-02"


def test_what_cannot_be_read_is_said_with_its_cell_and_rows_that_are_no_childs_are_left_out(desk: Desk) -> None:
    odd = "C3,,,North,Ben Osei,was CP,31/02/2026\n,Nobody,,North,Ben Osei,CIN,\nTotal: 3,,,,,,\n"
    table = desk.file("a.csv", TWO_CHILDREN + odd)
    assert "has the status 'was CP'" in desk.does("import", table, "--as-at", "2026-11-20", "--yes")[2]
    said = desk.reads("import", table, "--as-at", "2026-11-20", "--dry-run")
    refused = {(one["where"], one["value"]) for one in said["refused"]}
    assert refused >= {("a!F4", "was CP"), ("a!G4", "31/02/2026"), ("a!A5", "")}
    assert [(one["where"], one["value"]) for one in said["not_taken"]] == [("a!B5", "Nobody"), ("a!A6", "Total: 3")]
    desk.imports(table, "--status", "was CP=in_need")
    assert desk.children()["C3"]["status"] == "in_need"


def test_names_are_taken_where_that_is_said_and_never_over_one_that_is_here(desk: Desk) -> None:
    table = desk.file("a.csv", TWO_CHILDREN)
    assert "Take the children's names from lists?" in desk.looks_at(table)
    desk.imports(table)
    assert {one["name"] for one in desk.children().values()} == {None}
    assert desk.does("children", "name", "C1", "El")[0] == 0
    desk.imports(desk.file("b.csv", TWO_CHILDREN + "\n"), "--names", "yes", on="2026-11-21")
    assert {key: one["name"] for key, one in desk.children().items()} == {"C1": "El", "C2": "Jack Made-Up"}
    third = desk.file("c.csv", TWO_CHILDREN.replace("Jack", "John") + "C3,Zed Made-Up,,North,Ben Osei,CIN,\n")
    said = desk.imports(third, on="2026-11-22")
    assert said["questions"] == [], "it is asked once"
    assert {key: one["name"] for key, one in desk.children().items()} == {
        "C1": "El",
        "C2": "Jack Made-Up",
        "C3": "Zed Made-Up",
    }


def test_what_a_table_does_not_say_of_a_child_stays_as_it_was_known(desk: Desk) -> None:
    desk.imports(desk.file("a.csv", TWO_CHILDREN))
    short = desk.file("b.csv", "Person ID,Worker\nC1,Amira Khan\nC2,Amira Khan\n")
    said = desk.imports(short, on="2026-11-21")
    assert said["counts"]["reallocated"] == 1
    shown = {key: (one["worker"], one["team"], one["status"]) for key, one in desk.children().items()}
    assert shown == {"C1": ("Amira Khan", "North", "in_need"), "C2": ("Amira Khan", "North", "protection_plan")}


def test_a_closure_that_cannot_be_read_is_asked_about_and_closes_nobody_by_itself(desk: Desk) -> None:
    table = desk.file("a.csv", "Person ID,Worker,Status,Closure date\nC1,Amira Khan,CIN,31/02/2026\n")
    code, _, complained = desk.does("import", table, "--as-at", "2026-11-20", "--yes")
    assert code == 2
    assert "C1" in complained
    desk.imports(table, "--open", "C1")
    assert set(desk.children()) == {"C1"}


def test_headings_over_two_rows_below_a_title_are_read(desk: Desk) -> None:
    text = "My team,,,\n,,,\nPerson,Allocated,,Last\nID,worker,team,visit\nC1,Amira Khan,North,02/11/2026\n"
    desk.imports(desk.file("a.csv", text))
    child = desk.children()["C1"]
    assert (child["worker"], child["team"], child["last_seen"]) == ("Amira Khan", "North", "2026-11-02")


def test_a_spreadsheet_of_any_kind_is_read(desk: Desk) -> None:
    rows = [line.split(",") for line in TWO_CHILDREN.splitlines()]
    for name, write in (("a.xlsx", as_xlsx), ("b.ods", as_ods), ("c.xls", as_xls), ("d.xlsb", as_xlsb)):
        write(desk.folder / name, {"Team": rows})
        told = desk.reads("import", desk.folder / name, "--as-at", "2026-11-20", "--dry-run")
        assert ([one["kind"] for one in told["taken_for"]], told["counts"]["new"]) == (["caseload"], 2)


def test_of_two_who_hold_a_child_the_one_who_began_last_counts_wherever_the_row_stands(desk: Desk) -> None:
    rows = "C1,Ben Osei,North,01/08/2026\nC1,Amira Khan,North,01/02/2026\n"
    desk.imports(desk.file("a.csv", f"Person ID,Worker,Team,Allocation start date\n{rows}"))
    assert desk.children()["C1"]["worker"] == "Ben Osei"


def test_a_table_with_what_children_have_and_what_workers_have_is_asked_about(desk: Desk) -> None:
    table = desk.file("a.csv", "Name,Date of birth,Role\nAnn Bell,01/02/1980,Social worker\n")
    code, _, complained = desk.does("import", table, "--as-at", "2026-11-20", "--yes")
    assert (code, "children or one of workers" in complained) == (2, True)


OF_TWO_TIMES = (
    "Person ID,Name,Team,Worker,Start date,End date\n"
    "C1,Ellie Made-Up,North,Ben Osei,01/03/2026,31/08/2026\n"
    "C1,Ellie Made-Up,North,Amira Khan,01/09/2026,\n"
    "C2,Jack Made-Up,North,Amira Khan,04/05/2026,\n"
)


def times(desk: Desk, reference: str) -> list[tuple[str, str | None, str | None]]:
    told = desk.reads("child", reference)["allocations"]
    return [(one["worker"], one["from"], one["to"]) for one in told]


def test_a_table_with_the_days_of_each_allocation_tells_them_and_who_held_the_child_before(desk: Desk) -> None:
    desk.imports(desk.file("held.csv", OF_TWO_TIMES), *ALLOCATED)
    assert {key: one["allocated_since"] for key, one in desk.children().items()} == {
        "C1": "2026-09-01",
        "C2": "2026-05-04",
    }
    assert times(desk, "C1") == [("Ben Osei", "2026-03-01", "2026-08-31"), ("Amira Khan", "2026-09-01", None)]
    board = desk.reads("today", "--all-teams")
    assert [one["name"] for one in board["workers"]] == ["Amira Khan"], "nobody is asked to supervise who held before"
    again = OF_TWO_TIMES.replace("C2,Jack Made-Up,North,Amira Khan,04/05/2026,\n", "") + (
        "C2,Jack Made-Up,North,Amira Khan,04/05/2026,22/11/2026\nC2,Jack Made-Up,North,Ben Osei,23/11/2026,\n"
    )
    told = desk.imports(desk.file("later.csv", again), *ALLOCATED, on="2026-11-23")
    assert (told["counts"]["reallocated"], told["counts"]["unchanged"]) == (1, 1)
    assert times(desk, "C2") == [("Amira Khan", "2026-05-04", "2026-11-22"), ("Ben Osei", "2026-11-23", None)]
    assert "Ben Osei" in [one["name"] for one in desk.reads("today", "--all-teams")["workers"]], "who is back"
    assert desk.does("verify")[0] == 0


def test_days_that_a_table_tells_first_take_the_days_of_lists_on(desk: Desk) -> None:
    desk.imports(desk.file("plain.csv", TWO_CHILDREN), on="2026-11-13")
    assert desk.children()["C1"]["allocated_since"] is None
    days = "Person ID,Team,Social worker,Allocation start date\nC1,North,Amira Khan,01/09/2026\nC2,North,Ben Osei,\n"
    desk.imports(desk.file("days.csv", days))
    assert desk.children()["C1"]["allocated_since"] == "2026-09-01"


def test_a_table_of_one_worker_is_held_against_the_children_of_that_worker_alone(desk: Desk) -> None:
    def table(numbers: range, worker: str) -> str:
        return "".join(f"C{number},North,{worker}\n" for number in numbers)

    headings = "Person ID,Team,Social worker\n"
    hers, his = table(range(8), "Amira Khan"), table(range(20, 32), "Ben Osei")
    desk.imports(desk.file("both.csv", headings + hers + his), on="2026-11-13")
    own = desk.file("hers.csv", headings + hers + "C40,North,Amira Khan\n")
    assert "Is the file whole?" not in desk.looks_at(own)
    assert desk.imports(own)["counts"]["missing"] == 0
    short = desk.file("short.csv", headings + table(range(3), "Amira Khan"))
    assert "has 3 children, and had 9" in desk.looks_at(short), "half of her own children are not there"


def test_a_column_that_may_say_that_children_are_closed_is_never_passed_over(desk: Desk) -> None:
    rows = "C1,Amira Khan,CIN,\nC2,Amira Khan,CIN,10/10/2026\n"
    asked = desk.file("t.csv", f"Person ID,Worker,Status,Episode end date\n{rows}")
    code, _, err = desk.does("import", asked, "--as-at", "2026-11-20", "--yes")
    assert code == 2
    assert "What is in the column 'Episode end date'" in err
    known = desk.file("u.csv", f"Person ID,Worker,Status,CIN Closure Date\n{rows}")
    assert desk.imports(known)["counts"]["closed"] == 1
