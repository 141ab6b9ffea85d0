"""Whatever goes out as a file: never in place of a store, of what belongs to one, or of what is no file."""

import os
from datetime import date
from pathlib import Path

import pytest

from db import open_store
from oversight_tui.cli import main
from oversight_tui.practice.outgoing import SendOut
from oversight_tui.services.exporting.sending import Sending, send_out
from oversight_tui.services.exporting.to_file import NotWritten
from tests.commands.saying import Says, told

EXPORTS = {
    "paste": ("copy", "--child", "C-1"),
    "child": ("export", "child", "C-1", "--form", "html"),
    "handover": ("export", "handover", "Amira", "--form", "html"),
    "digest": ("export", "digest"),
    "calendar": ("export", "calendar"),
    "dump": ("export", "dump", "--personal"),
    "inspection": ("export", "inspection"),
    "tables": ("export", "tables", "--list", "children"),
}


@pytest.fixture
def paths(says: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """What nothing may be written over, by what it is. Each ends so that every kind of export would take it."""
    told(says, "discuss", "C-1", "--text", "Rang")
    backups, settings = tmp_path / "team.oversight.backups", tmp_path / "settings.txt"
    told(says, "backup")
    backup = next(backups.iterdir())
    (replaced := tmp_path / "other.oversight.replaced-2026-01-01T00-00-00Z").write_bytes(b"old")
    settings.write_text("", "utf-8")
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(settings))
    os.mkfifo(pipe := tmp_path / "pipe.txt")
    (link := tmp_path / "link.txt").symlink_to(tmp_path / "team.oversight")
    os.link(tmp_path / "team.oversight", hard := tmp_path / "hard.txt")
    (anchor,) = (tmp_path / "anchors").glob("*.anchor")
    return {
        "the store": tmp_path / "team.oversight",
        "a link to the store": link,
        "a second name of the store": hard,
        "its log": tmp_path / "team.oversight-wal",
        "a backup": backup,
        "a new file among the backups": backups / "new.txt",
        "a replaced store": replaced,
        "an anchor": anchor,
        "the settings": settings,
        "a pipe": pipe,
        "a folder": tmp_path / "anchors",
    }


@pytest.mark.parametrize("kind", EXPORTS)
def test_no_export_takes_the_place_of_what_the_program_keeps(
    says: Says, paths: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    before = len(told(says, "journal"))
    for what, path in paths.items():
        suffix = {"inspection": ".txt", "tables": ".csv"}.get(kind, "")
        to = path
        if suffix and path.suffix != suffix:  # a name that this kind would take
            (to := tmp_path / f"by{what.replace(' ', '-')}{suffix}").symlink_to(path)
        code, _, complaint = says(*EXPORTS[kind], "--to", to, "--replace")
        assert code == 2, what
        assert complaint.rstrip().endswith(("give another name.", "is to be written.")), what
    assert paths["a pipe"].is_fifo()
    assert not paths["a new file among the backups"].exists()
    assert len(told(says, "journal")) == before, "what is not written is not said to have gone out"


def test_another_store_of_this_machine_is_not_written_over(says: Says, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    says("export", "dump", "--to", tmp_path / "all.json", "--personal")
    assert main(["load", str(tmp_path / "all.json"), "--store", str(other), "--plain"]) == 0
    kept = other.read_bytes()
    assert says("export", "tables", "--list", "children", "--to", other, "--replace")[0] == 2
    assert other.read_bytes() == kept


def test_a_folder_of_tables_is_no_way_around(says: Says, tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "children.csv").symlink_to(tmp_path / "team.oversight")
    code, _, complaint = says("export", "tables", "--to", tmp_path / "csv", "--replace")
    assert (code, "is the store itself" in complaint) == (2, True)


def test_a_link_that_leads_nowhere_is_there_already(says: Says, tmp_path: Path) -> None:
    (tmp_path / "week.txt").symlink_to(tmp_path / "none.txt")
    assert says("export", "digest", "--to", tmp_path / "week.txt")[0] == 2
    assert not (tmp_path / "none.txt").exists()


@pytest.mark.parametrize("name", ["backup.txt", "store.txt", "csv"])
def test_nor_from_the_screen(says: Says, tmp_path: Path, name: str) -> None:
    told(says, "backup")
    store = open_store(tmp_path / "team.oversight", create=False)
    (tmp_path / "backup.txt").symlink_to(next((tmp_path / "team.oversight.backups").iterdir()))
    (tmp_path / "store.txt").symlink_to(tmp_path / "team.oversight")
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "journal.csv").symlink_to(tmp_path / "team.oversight")
    sending = Sending(store, date(2026, 10, 2), "OFFICIAL")
    asked = SendOut("tables" if name == "csv" else "digest", tmp_path / name, None, replace=True)
    with pytest.raises(NotWritten, match="give another name"):
        send_out(sending, asked)
    store.close()
