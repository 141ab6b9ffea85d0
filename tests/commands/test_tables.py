"""A manager gives the performance analyst every list, for Excel and Power BI; read again by other libraries."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from oversight_tui.cli import main
from oversight_tui.exchange.table_cells import CUT, LONGEST_IN_EXCEL, for_csv
from oversight_tui.services.exporting.face import MADE_UP
from oversight_tui.services.exporting.tables.lists import names
from tests.commands.saying import Says, told

HOSTILE = ('=HYPERLINK("http://x","y")', "+1+1", "-1", "@SUM(A1)", "＝1", "'=1", "http://evil.example/", "007", "1e5")
LONG = "x" * (LONGEST_IN_EXCEL + 1)
Rows = list[dict[str, object]]


def csv_rows(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def sheet_rows(path: Path, name: str) -> Rows:
    headings, *rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(name).to_python()
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def sheet_in(path: Path, name: str) -> Worksheet:
    sheet = openpyxl.load_workbook(path)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.fixture(scope="module")
def of_the_team(made_up_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the workbook and the CSVs of the made-up team."""
    folder = tmp_path_factory.mktemp("tables")
    store = folder / "team.oversight"
    store.write_bytes(made_up_team.read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERSIGHT_ANCHORS", str(folder / "anchors"))
        for to in ("all.xlsx", "csv"):
            asked = ["export", "tables", "--to", str(folder / to), "--store", str(store), "--today", "2026-11-23"]
            assert main(asked) == 0
        yield folder


def test_every_list_is_a_sheet_with_the_rows_that_the_csv_has(of_the_team: Path) -> None:
    book = openpyxl.load_workbook(of_the_team / "all.xlsx")
    assert book.sheetnames == ["about", *names()]
    assert {path.stem for path in (of_the_team / "csv").iterdir()} == {"about", *names()}
    about = {row[0]: row for row in book["about"].iter_rows(values_only=True)}
    assert (about["marking"][1], about["as at"][1]) == (f"OFFICIAL-SENSITIVE: {MADE_UP}", "Mon 23 Nov 2026")
    for name in names():
        in_csv = csv_rows(of_the_team / "csv" / f"{name}.csv")
        sheet = book[name]
        assert sheet.max_row - 1 == about[name][2]
        if name != "journal":  # the second export is in it too
            assert (len(in_csv), bool(in_csv)) == (about[name][2], True), name
        assert [cell.value for cell in sheet[1]] == list(in_csv[0])[:-3]
        assert in_csv[0]["figures_as_of"] == "2026-11-23"
        assert in_csv[0]["figures_marking"] == f"OFFICIAL-SENSITIVE: {MADE_UP}"


def test_a_day_is_a_day_a_number_a_number_and_the_headings_stay_in_sight(of_the_team: Path) -> None:
    book = openpyxl.load_workbook(of_the_team / "all.xlsx")
    for name in names():
        sheet = book[name]
        assert isinstance(sheet, Worksheet)
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
        assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
        assert "&COFFICIAL-SENSITIVE" in str(sheet.HeaderFooter.oddHeader)
    one = sheet_rows(of_the_team / "all.xlsx", "sessions")[0]
    assert type(one["held_on"]) is date or isinstance(one["held_on"], datetime)
    assert isinstance(one["recorded_at"], datetime)
    assert (one["opening"], isinstance(one["entry_id"], float)) == (True, True)


def test_the_counts_are_those_of_the_board(
    of_the_team: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(of_the_team / "anchors"))
    from tests.commands.saying import commands_for

    board = told(commands_for(of_the_team / "team.oversight", "2026-11-23", capsys), "today")
    rows = {name: csv_rows(of_the_team / "csv" / f"{name}.csv") for name in ("attention", "children", "worries")}
    assert [row["summary"] for row in rows["attention"]] == [row["summary"] for row in board["attention"]]
    assert sum(row["open"] == "true" for row in rows["children"]) == board["counts"]["children"]
    points = {row["rank"]: 0.0 for row in rows["attention"]}
    for row in csv_rows(of_the_team / "csv" / "attention_because.csv"):
        points[row["rank"]] += float(row["points"])
    assert points == {row["rank"]: pytest.approx(float(row["score"])) for row in rows["attention"]}
    open_worries = sum(worker["worries_open"] for worker in board["workers"])
    assert sum(row["state"] == "open" for row in rows["worries"]) >= open_worries


def test_nothing_that_was_typed_is_ever_a_formula(says: Says, tmp_path: Path) -> None:
    for text in (*HOSTILE, LONG, "\t=2", "a\nb"):
        assert says("worry", "raise", "C-1", text, "--severity", "2")[0] == 0
    assert says("export", "tables", "--to", tmp_path / "all.xlsx")[0] == 0
    assert says("export", "tables", "--to", tmp_path / "worries.csv", "--list", "worries")[0] == 0
    in_book = [str(row["text"]) for row in sheet_rows(tmp_path / "all.xlsx", "worries")]
    assert in_book[: len(HOSTILE)] == list(HOSTILE)
    assert (len(in_book[len(HOSTILE)]), in_book[len(HOSTILE)].endswith(CUT)) == (LONGEST_IN_EXCEL, True)
    sheet = sheet_in(tmp_path / "all.xlsx", "worries")
    place = [cell.value for cell in sheet[1]].index("text")
    assert {row[place].data_type for row in sheet.iter_rows(min_row=2)} <= {"s", "inlineStr"}
    assert [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []
    written = [row["text"] for row in csv_rows(tmp_path / "worries.csv")]
    assert written[:6] == [f"'{text}" for text in HOSTILE[:6]]
    assert (written[6:9], written[9]) == ([*HOSTILE[6:]], LONG)
    assert [one for one in written if one[:1] in tuple("=+-@\t\r＝")] == []


@pytest.mark.parametrize("text", [*HOSTILE, "''=1", "it's", "", "'tis", "plain"])
def test_the_apostrophe_can_be_taken_away_again(text: str) -> None:
    written = for_csv(text)
    again = written[1:] if written[:1] == "'" and for_csv(written[1:]) == written else written
    assert again == text


def test_nothing_of_a_workers_own_file_and_no_words_of_what_is_sensitive_are_in_any_list(
    says: Says, tmp_path: Path
) -> None:
    says("mine", "One Manager")
    says("personal", "Amira Khan", "wellbeing", "Secret one")
    says("decide", "Amira Khan", "Secret two", "--because", "Secret three")
    says("discuss", "C-1", "--text", "Secret four", "--sensitive")
    says("decide", "C-1", "Secret five", "--because", "Secret six", "--sensitive")
    marked = told(says, "worry", "raise", "C-1", "Secret seven", "--if-nothing-changes", "Secret eight")["id"]
    says("mark", marked, "sensitive")
    says("note", "add", "Secret nine", "--about", "C-1")
    assert says("absence", "Amira Khan", "--from", "today", "--because", "Secret ten")[0] == 0
    withdrawn = told(says, "decide", "C-1", "Secret eleven", "--because", "x")["id"]
    says("withdraw", withdrawn, "--because", "Secret twelve")
    says("escalate", "Amira Khan", "Secret thirteen", "--to", "Legal")
    says("action", "add", "Amira Khan", "Secret fourteen", "--owner", "Amira Khan", "--by", "fri")
    says("decide", "C-2", "Said aloud", "--because", "Anybody may read")
    says("mine", "Another Manager")  # to whom all of it is news
    assert says("export", "tables", "--to", tmp_path / "csv")[0] == 0
    text = {path.stem: path.read_text("utf-8") for path in (tmp_path / "csv").iterdir()}
    assert {name for name, one in text.items() if "Secret" in one} == set()
    assert [name for name in ("decisions", "changes") if "Said aloud" in text[name]] == ["decisions", "changes"]
    assert [row["words_left_out"] for row in csv_rows(tmp_path / "csv" / "discussions.csv")] == ["true"]
    assert [row["reason"] for row in csv_rows(tmp_path / "csv" / "absences.csv")] == ["other"]


def test_a_team_is_given_its_own_children_and_nobody_elses(says: Says, tmp_path: Path) -> None:
    says("workers", "add", "Ola Else", "--team", "North Team")
    assert says("export", "tables", "--to", tmp_path / "all.xlsx", "--team", "North Team")[0] == 0
    assert {row["reference"] for row in sheet_rows(tmp_path / "all.xlsx", "children")} <= {f"C-{n}" for n in range(9)}
    code, _, complaint = says("export", "tables", "--to", tmp_path / "no.xlsx", "--team", "Nobody's")
    assert (code, "There is no team" in complaint) == (2, True)


@pytest.mark.parametrize(
    ("to", "more", "why"),
    [
        ("all.xlsx", (), "is there already"),
        ("csv", (), "about.csv is in that folder already"),
        pytest.param(
            *("team.oversight", ("--replace",), "is the store itself"),
            marks=pytest.mark.any_file_store("a store on a server is no file"),
        ),
        ("journal.csv", (), "One CSV file takes one list"),
        ("new.xlsx", ("--list", "wories"), "There is no list 'wories'"),
        ("none/new.xlsx", (), "There is no folder "),
        ("plain.txt", (), "Give --to a folder, or a file that ends with .xlsx or .csv"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence_and_nothing_is_touched(
    says: Says, tmp_path: Path, to: str, more: tuple[str, ...], why: str
) -> None:
    (tmp_path / "csv").mkdir()
    for name in ("all.xlsx", "csv/about.csv", "plain.txt"):
        (tmp_path / name).write_text("mine")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".place"}
    code, _, complaint = says("export", "tables", "--to", tmp_path / to, *more)
    assert (code, why in complaint) == (2, True), complaint
    kept = {path: path.read_bytes() for path in before if "oversight" not in path.name and "anchor" not in path.name}
    assert all(before[path] == content for path, content in kept.items())
    assert not list(tmp_path.glob("*.unfinished"))


def test_the_journal_says_what_went_out_and_the_files_are_for_their_owner(says: Says, tmp_path: Path) -> None:
    asked = ("export", "tables", "--to", str(tmp_path / "all.xlsx"), "--list", "workers", "--list", "children")
    said = told(says, *asked)
    assert (said["lists"], "2 lists, 7 rows" in said["says"]) == ({"workers": 2, "children": 5}, True)
    line = next(row for row in told(says, "journal") if row["what"] == "exported")["after"]
    assert (line["export"], line["lists"], line["teams"]) == ("tables", ["workers", "children"], ["North Team"])
    assert (tmp_path / "all.xlsx").stat().st_mode & 0o077 == 0
