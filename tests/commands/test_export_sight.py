"""Line of sight on paper: what is taken upstairs, as whoever gets it opens it; and who is not in it."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

from db import open_store
from oversight_tui.cli import main
from oversight_tui.practice.sight.months import MonthFigures, month_ends
from oversight_tui.practice.sight.moved import MEASURES
from oversight_tui.services.board import load_board
from oversight_tui.services.sight import load_sight
from tests.commands.saying import Says, commands_for, told
from tests.exchange.report_page import ReportPage
from tests.made_once import MONDAY, made_once
from tests.ui.second_team import add_second_team

DAY = MONDAY.isoformat()
FORMS = ("html", "pdf", "docx")


@pytest.fixture(scope="session")
def reports(with_its_months: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the report of the made-up team in every form."""

    def write(folder: Path) -> None:
        folder.mkdir()
        store = shutil.copy(with_its_months, folder / "team.oversight")
        for form in FORMS:
            to = folder / f"sight.{form}"
            assert main(["export", "sight", "--to", str(to), "--store", str(store), "--today", DAY]) == 0

    return made_once("reports", tmp_path_factory, write)


@pytest.fixture(scope="session")
def months(with_its_months: Path) -> tuple[MonthFigures | None, ...]:
    """The last thirteen months of the team, oldest first."""
    with closing(open_store(with_its_months)) as store:
        (team,) = load_sight(store, MONDAY).teams
    known = {one.last_day: one for one in team.months}
    return tuple(known.get(day) for day in month_ends(MONDAY))


@pytest.fixture
def store(with_its_months: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(with_its_months, tmp_path / "harbour.oversight"))


@pytest.fixture
def team(store: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(store, DAY, capsys)


def page_of(path: Path) -> ReportPage:
    return ReportPage(path.read_text("utf-8"))


def text_of(path: Path) -> str:
    """All its words on one line, by another library than wrote it."""
    if path.suffix == ".pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    if path.suffix == ".docx":
        with ZipFile(path) as parts:
            return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return path.read_text("utf-8")


def test_the_page_for_a_browser_runs_nothing_and_loads_nothing(reports: Path) -> None:
    page = page_of(reports / "sight.html")
    assert "script" not in {tag for tag, _ in page.tags}
    assert [name for name, _ in page.attributes if name.startswith("on") or name in ("href", "src", "xlink:href")] == []
    assert "default-src 'none'; style-src 'unsafe-inline'" in [value for _, value in page.attributes]
    text = (reports / "sight.html").read_text("utf-8")
    assert text.count("http") == text.count('xmlns="http://www.w3.org/2000/svg"') + text.count("http-equiv")
    assert "@import" not in text
    assert "url(" not in text


def test_each_chart_has_its_caption_and_says_in_a_table_the_numbers_of_its_months(
    reports: Path, months: tuple[MonthFigures | None, ...]
) -> None:
    page = page_of(reports / "sight.html")
    assert [one.caption for one in page.figures] == [
        "Children per FTE",
        "Workers supervised in time, %",
        "Children discussed in time, %",
        "Sessions of supervision",
        "Children who came and went",
        "Worries at the month's end",
    ]
    for figure in page.figures:
        (picture,) = figure.pictures
        assert (picture["aria-hidden"], picture["focusable"]) == ("true", "false")
    held = [["", ""] if one is None else [str(one.held), str(one.cancelled)] for one in months]
    assert [row[1:] for row in page.figures[3].rows] == held
    per_fte = ["" if one is None else MEASURES["per_fte"].said(one.per_fte) for one in months]
    assert [row[1] for row in page.figures[0].rows] == per_fte
    shown = page.table("Month")
    assert [row[0] for row in shown] == [f"{day:%b %Y}" for day in month_ends(MONDAY)]
    assert [row[1] for row in shown] == [str(one.children) for one in months if one is not None]
    assert "a gap in a chart" not in page.said


def test_on_paper_it_is_two_pages_with_the_figures_of_the_screen(reports: Path, team: Says) -> None:
    (found,) = told(team, "sight")["teams"]
    text = text_of(reports / "sight.pdf")
    assert len(PdfReader(reports / "sight.pdf").pages) == 2
    assert f"{len(load_workers(team))} workers, {found['fte']} FTE." in text
    shares = found["in_time"]
    for key, called in (("supervised", "workers supervised"), ("discussed", "children discussed")):
        of = shares[key]
        assert f"{called} in time {of['in_time']} of {of['of']} {int(of['percent'])} %" in text
    assert f"worries open {found['worries_open']}" in text
    assert "If nothing changes" in text
    assert "What came of it" in text


def load_workers(team: Says) -> list[object]:
    (found,) = told(team, "sight", "--rows", "workers")["teams"]
    rows: list[object] = found["rows"]
    return rows


def test_in_word_the_tables_are_tables(reports: Path, months: tuple[MonthFigures | None, ...]) -> None:
    tables = Document(str(reports / "sight.docx")).tables
    by_first = {tuple(cell.text for cell in table.rows[0].cells)[:2]: table for table in tables}
    assert by_first["What", "In time"].rows[1].cells[0].text == "workers supervised in time"
    sessions = by_first["Month", "sessions held"]
    assert [row.cells[1].text for row in sessions.rows][1:] == ["" if one is None else str(one.held) for one in months]
    assert len(by_first["Month", "children"].rows) == 14


@pytest.mark.parametrize("form", FORMS)
def test_no_child_and_no_worker_is_in_it_but_who_made_it(reports: Path, with_its_months: Path, form: str) -> None:
    text = text_of(reports / f"sight.{form}")
    with closing(open_store(with_its_months)) as store:
        board = load_board(store, MONDAY)
    names = {row.worker.name for row in board.workers}
    names |= {word for row in board.workers for word in row.worker.name.split()[-1:]}
    names |= {row.child.reference for row in board.children}
    names |= {row.child.name for row in board.children if row.child.name}
    assert len(names) > 150
    assert {name for name in names if name in text} == set()
    assert board.manager is not None
    assert f"Made by {board.manager.manager.name} on " in text


def test_of_several_teams_each_is_a_row_by_name_and_the_last_is_all_of_them(
    store: Path, team: Says, tmp_path: Path
) -> None:
    with closing(open_store(store)) as opened:
        add_second_team(opened)
    path = tmp_path / "authority.html"
    assert team("export", "sight", "--all-teams", "--to", path)[0] == 0
    page = page_of(path)
    rows = page.table("Team")
    assert [row[0] for row in rows] == ["Harbour Team", "Orchard Team", "Quay Team", "All of them"]
    *teams, whole = ([int(row[at]) for at in (1, 4, 10)] for row in rows)
    assert [sum(numbers) for numbers in zip(*teams, strict=True)] == whole
    assert "Line of sight: 3 teams, Mon 23 Nov 2026" in page.said
    assert "Without Quay Team, of which less is known." in page.said
    assert page.table("Month")[0][0] == "Oct 2025"


def test_a_day_that_has_passed_says_so_on_its_face(
    store: Path, reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "june.html"
    then = commands_for(store, "2026-06-30", capsys)
    assert then("export", "sight", "--to", path)[0] == 0
    page = page_of(path)
    face = (
        "As at Tue 30 Jun 2026; lists as at Tue 30 Jun 2026. That day has passed: it is told by what is recorded now."
    )
    assert face in page.said
    assert page.table("Month")[-1][0] == "May 2026"
    assert "has passed" not in page_of(reports / "sight.html").said


def test_it_is_in_the_journal_and_a_file_that_is_there_stays(team: Says, tmp_path: Path) -> None:
    path = tmp_path / "sight.html"
    done = told(team, "export", "sight", "--to", str(path))
    assert (done["form"], done["children"]) == ("html", 129)
    before = path.read_bytes()
    code, _, complained = team("export", "sight", "--to", path)
    assert (code, "--replace" in complained, path.read_bytes()) == (2, True, before)
    went = [one["after"] for one in told(team, "journal") if one["what"] == "exported"]
    assert went == [{"export": "sight", "teams": ["Harbour Team"], "form": "html", "children": 129}]


def test_where_there_is_no_team_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_store(tmp_path / "new.oversight").close()
    says = commands_for(tmp_path / "new.oversight", DAY, capsys)
    code, out, complained = says("export", "sight", "--to", tmp_path / "sight.pdf")
    assert (code, out) == (2, "")
    assert "Import a list first. Nothing was written." in complained
    assert not (tmp_path / "sight.pdf").exists()
