"""The folder in which lists arrive: the newest that is not here yet is offered, and nothing that is still coming."""

import os
import time
from datetime import date, datetime
from pathlib import Path
from threading import Event

import pytest

from oversight_tui.config import Config
from oversight_tui.services.importing import watched
from tests.commands.test_import import Desk

TODAY = date(2026, 11, 23)
ROW = "Child Unique ID,Case Status,Allocated Team,Allocated Worker\n{},c) Child in need plan,North,Amira Khan\n"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(tmp_path, capsys)
    made.today = TODAY
    lists, settings = tmp_path / "lists", tmp_path / "config.toml"
    lists.mkdir()
    settings.write_text(f'watch_folder = "{lists.as_posix()}"\n')
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(settings))
    return made


def arrives(desk: Desk, name: str, on: tuple[int, int, int, int, int], content: str | None = None) -> Path:
    """A file in the folder that was written at that time."""
    path = desk.folder / "lists" / name
    path.write_text(ROW.format(name) if content is None else content)
    when = datetime(*on).astimezone().timestamp()
    os.utime(path, (when, when))
    return path


def test_the_newest_list_that_is_not_here_yet_comes_in_and_then_the_one_before_it_is_not_offered(desk: Desk) -> None:
    arrives(desk, "old.csv", (2026, 11, 2, 9, 0))
    arrives(desk, "caseload.csv", (2026, 11, 22, 16, 2))
    arrives(desk, "~$caseload.xlsx", (2026, 11, 23, 9, 0))
    arrives(desk, "next.csv.part", (2026, 11, 23, 9, 0))
    arrives(desk, "empty.csv", (2026, 11, 23, 9, 0), "")
    arrives(desk, "minutes.docx", (2026, 11, 23, 9, 0))
    _, shown, _ = desk.does("import", "--newest", "--as-at", "22/11/2026", "--yes")
    assert "caseload.csv, of yesterday 16:02, is new in" in shown
    assert [one["reference"] for one in desk.reads("today")["children"]] == ["caseload.csv"]
    _, shown, _ = desk.does("import", "--newest", "--as-at", "22/11/2026", "--dry-run")
    assert "old.csv, of Mon 2 Nov 2026, 21 days old, is new in" in shown
    (desk.folder / "lists" / "old.csv").unlink()
    (desk.folder / "lists" / "empty.csv").unlink()
    code, shown, _ = desk.does("import", "--newest", "--yes")
    assert code == 0
    assert "is new. The newest, caseload.csv, is of yesterday 16:02, and was imported." in shown
    assert desk.reads("import", "--newest", "--yes")["says"].endswith("and was imported.")


def test_without_a_folder_or_with_files_as_well_it_is_said_what_to_do(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code, _, wrong = desk.does("import", "x.csv", "--newest", "--yes")
    assert code == 2
    assert "Give the files to be brought in, or --newest" in wrong
    (tmp_path / "lists").rmdir()
    code, _, wrong = desk.does("import", "--newest", "--yes")
    assert code == 2
    assert "cannot be looked into: No such file or directory. It is the watch_folder." in wrong
    (tmp_path / "config.toml").write_text("")
    assert "No folder is watched. Set watch_folder in" in desk.does("import", "--newest", "--yes")[2]


def test_a_folder_that_does_not_answer_holds_nobody_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    comes_back = Event()
    monkeypatch.setattr(watched, "look_into", lambda *_: comes_back.wait())
    config = Config(tmp_path / "config.toml", watch_folder=tmp_path)
    with pytest.raises(watched.WatchProblem, match="does not answer"):
        watched.look_in_time(config, (), seconds=0.05)
    comes_back.set()


def test_a_file_that_is_still_being_written_is_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "coming.csv"
    path.write_text("half of")

    def goes_on(_: float) -> None:
        path.write_text("half of it, and the rest")

    monkeypatch.setattr(time, "sleep", goes_on)
    assert watched.look_into(tmp_path, (), 1_000).new is None
    monkeypatch.setattr(time, "sleep", lambda _: None)
    assert watched.look_into(tmp_path, (), 1_000).new == path
