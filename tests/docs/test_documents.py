"""The documents say what the program does."""

import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import fields

from db import open_store
from oversight_tui.cli import main
from oversight_tui.command_list import COMMANDS, GROUPS
from oversight_tui.config import Breakpoints, SpreadsheetLimits, load_config
from oversight_tui.exchange.caseload.columns import columns_of
from oversight_tui.exchange.caseload.fields import FIELDS
from oversight_tui.exchange.tables import Row, Tab
from oversight_tui.services.board import load_board
from oversight_tui.ui.actions import BOARD
from oversight_tui.ui.page_actions import PAGE
from tests.made_once import MONDAY

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_is_there(document: Path) -> None:
    for name in re.findall(r"`oversight ([a-z]+(?:-[a-z]+)*)", document.read_text("utf-8")):
        assert name in COMMANDS, name


def test_every_command_is_documented() -> None:
    listed = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"`oversight {name}" not in listed] == []


def test_the_examples_of_the_document_are_those_of_the_help() -> None:
    listed = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for heading, group in GROUPS.items():
        examples = [example for command in group.values() for example in command.examples]
        assert "\n".join((f"# {heading}", *examples)) in listed


def test_every_key_is_documented() -> None:
    keys = (ROOT / "README.md").read_text("utf-8")
    wanted = {action.shown for action in (*BOARD, *PAGE)} - {"", "1", "2", "3", "4", "5", "enter", "esc", "space"}
    assert sorted(key for key in wanted if f"`{key}`" not in keys) == []


def test_the_samples_of_roster_and_absences_can_be_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "team.oversight")
    samples = [str(ROOT / "docs" / name) for name in ("roster-sample.csv", "absences-sample.csv")]
    assert main(["import", *samples, "--store", path, "--today", "2026-11-23", "--yes"]) == 0
    assert "refused" not in capsys.readouterr().out.lower()
    store = open_store(path)
    workers = {row.worker.name: row for row in load_board(store, date(2026, 11, 23)).workers}
    assert sorted(workers) == ["Amira Khan", "Ewa Zielinska", "Tom Ellery"]
    assert workers["Amira Khan"].supervision.days_since == 21
    assert workers["Tom Ellery"].newly_qualified
    store.close()


def test_lists_with_the_headings_that_are_documented_can_be_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documented = (ROOT / "docs" / "import.md").read_text("utf-8")
    lists = {
        number: said.split(", ") for number, said in re.findall(r"^\| (\d), [a-z ]+ \| (.+) \|$", documented, re.M)
    }
    values = {
        "Case Status": "c) Child in need",
        "Eligibility Category": "Former relevant child",
        "Allocated Team": "North",
        "Allocated Worker": "Amira Khan",
        "Allocated Personal Advisor": "Tom Ellery",
        "CIN Closure Date": "",
        "Child Protection Plan End Date": "",
        "Date Ceased to be Looked After": "",
    }
    for number, headings in lists.items():
        given = [f"C-{number}" if one == "Child Unique ID" else values.get(one, "02/11/2026") for one in headings]
        (tmp_path / f"{number}.csv").write_text(f"{','.join(headings)}\n{','.join(given)}\n", "utf-8")
    path = tmp_path / "team.oversight"
    csvs = [str(tmp_path / f"{number}.csv") for number in lists]
    asked = ["import", *csvs, "--as-at", "2026-11-20", "--store", str(path), "--today", "2026-11-23", "--yes"]
    assert main(asked) == 0
    assert "refused" not in capsys.readouterr().out.lower()
    store = open_store(path)
    known = {row.child.reference: (row.child.status, row.child.last_seen) for row in load_board(store, MONDAY).children}
    seen = date(2026, 11, 2)
    assert known == {
        "C-6": ("in_need", seen),
        "C-7": ("protection_plan", seen),
        "C-8": ("looked_after", seen),
        "C-9": ("care_leaver", seen),
    }
    store.close()


def test_every_heading_of_any_table_that_is_documented_is_understood() -> None:
    """Beside a reference and a worker, as the field that the document says; the document leaves none of them out."""
    documented = (ROOT / "docs" / "import.md").read_text("utf-8")
    fields = re.findall(r"^\| [^|]+ \| ([a-z_]+) \| (.+) \|$", documented, re.M)[1:]
    assert [field for field, _ in fields] == list(FIELDS)
    for field, said in fields:
        for heading in said.split(", "):
            others = [one for one in ("Mosaic ID", "Worker") if field not in ("reference", "worker")]
            row = Row(1, (*others, heading, *(["Team", "DOB"] if not others else [])))
            found = columns_of(Tab("t", (row, Row(2, ("1", "Amira Khan", "x")))), {})
            assert found is not None
            assert found.headings[found.found.columns[field]].heading == heading


def test_the_settings_that_are_documented_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documented = (ROOT / "docs" / "settings.md").read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", documented, re.DOTALL)
    path = tmp_path / "config.toml"
    path.write_text(example, "utf-8")
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(path))
    config = load_config()
    assert (config.store, config.spreadsheet, config.breakpoints) == (
        tmp_path / "team.oversight",
        SpreadsheetLimits(),
        Breakpoints(),
    )
    assert all(f"{one.name} =" in example or f"[{one.name}]" in example for one in fields(config) if one.name != "path")
