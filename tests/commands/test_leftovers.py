"""What the program leaves when it is killed is finished or removed at the next start, and said."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import open_store, writes
from db.engine import Store
from db.swap import READY, RESTORING, WRITING
from db.sweeping import TO_BE_SWEPT
from oversight_tui.cli import main
from oversight_tui.services import retention
from oversight_tui.services.identity import choose
from oversight_tui.services.passing_folder import FILE_NAME
from oversight_tui.services.passphrase import Outside, change, key_for
from oversight_tui.services.typed_key import key_for_new
from tests.commands.saying import Says, commands_for
from tests.db.test_board_facts import import_team

OLD, NEW = "seven grey herons wading", "nine brown owls at dusk"


class Stopped(BaseException):
    """The program is ended here."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An encrypted store with a backup, and the files of two passphrases."""
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
    for name, words in (("old", OLD), ("new", NEW)):
        (tmp_path / name).write_text(words, "utf-8")
    with closing(open_store(tmp_path / "team.oversight", key=key_for_new(OLD))) as store:
        import_team(store)
    assert (
        main(["backup", "--store", str(tmp_path / "team.oversight"), "--passphrase-file", str(tmp_path / "old")]) == 0
    )
    return tmp_path


@pytest.fixture
def says(desk: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    capsys.readouterr()
    return commands_for(desk / "team.oversight", "2026-10-02", capsys)


def backups(desk: Path) -> list[Path]:
    return sorted((desk / "team.oversight.backups").iterdir())


def is_stopped(desk: Path, monkeypatch: pytest.MonkeyPatch, when: Callable[[str, str], bool]) -> None:
    """Change the passphrase from the old to the new, and end before a file takes another's name, where `when` says."""
    replace, path = os.replace, desk / "team.oversight"

    def stops(source: str | Path, target: str | Path) -> None:
        if when(str(source), str(target)):
            raise Stopped
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", stops)
        patch.setattr("db.reencrypt._forget", lambda *paths: None)  # whoever is killed tidies nothing up
        with pytest.raises(Stopped):
            change(
                path, key_for(path, OLD), key_for_new(NEW), Outside(None, desk / "team.oversight.backups"), typed=NEW
            )


def test_a_change_that_had_begun_is_finished_with_the_new_passphrase_and_said(
    says: Says, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_stopped(desk, monkeypatch, lambda source, target: source.endswith(READY))
    code, _, complained = says("today", "--passphrase-file", desk / "new")
    assert code == 0
    assert "A change of the passphrase that was broken off is finished now; still to be changed" in complained
    assert "1 copy, " in complained
    (backup,) = backups(desk)
    assert says("restore", backup, "--to", desk / "a.oversight", "--passphrase-file", desk / "old")[0] == 2
    assert says("restore", backup, "--to", desk / "b.oversight", "--passphrase-file", desk / "new")[0] == 0
    assert says("today", "--passphrase-file", desk / "new")[2] == ""


def test_a_change_that_had_not_yet_come_to_the_store_leaves_the_old_passphrase_and_nothing_else(
    says: Says, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_stopped(desk, monkeypatch, lambda source, target: target.endswith("team.oversight"))
    assert len(backups(desk)) == 2
    code, _, complained = says("today", "--passphrase-file", desk / "old")
    assert (code, "Left by work that was broken off, and removed: " in complained) == (0, True)
    (backup,) = backups(desk)
    assert says("restore", backup, "--to", desk / "a.oversight", "--passphrase-file", desk / "old")[0] == 0


def test_a_copy_that_an_even_older_passphrase_opens_is_named_when_a_change_is_finished(
    says: Says, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(desk / "far.oversight", key=key_for_new("an even older one"))) as far:
        import_team(far)
    (backup,) = backups(desk)
    stranger = backup.with_name(backup.name[:14] + "2020-01-02T09-00-00Z.oversight")
    stranger.write_bytes((desk / "far.oversight").read_bytes())
    is_stopped(desk, monkeypatch, lambda source, target: source.endswith(READY))
    complained = says("today", "--passphrase-file", desk / "new")[2]
    assert f"Opened by an older passphrase or none: {stranger.name}" in complained


@pytest.mark.parametrize("end", [RESTORING, f"{RESTORING}-journal", WRITING, READY, f"{WRITING}-wal"])
def test_what_lies_beside_the_store_is_removed_and_said_and_the_doctor_sees_it(
    says: Says, desk: Path, end: str
) -> None:
    with closing(open_store(desk / "plain.oversight")) as plain:
        import_team(plain)
    left = desk / f"team.oversight{end}"
    os.link(desk / "plain.oversight", left)
    another = desk / f"team{end}"
    another.write_bytes(b"of another store")
    found = [line for line in json.loads(says("doctor", "--json")[1]) if line["subject"] == "Leftovers"]
    assert [(line["state"], str(left) in line["says"]) for line in found] == [("look", True)]
    code, _, complained = says("decide", "C-9", "nobody", "--passphrase-file", desk / "old")
    assert (code, left.name in complained) == (2, True)
    assert (left.exists(), another.exists()) == (False, True)
    if end in (RESTORING, WRITING, READY):
        assert not any((desk / "plain.oversight").read_bytes()), "the plain bytes are still there"
    assert "✓ Leftovers, ok" in says("doctor", "--passphrase-file", desk / "old")[1]


def test_half_a_backup_of_a_program_that_runs_no_more_is_removed_and_one_that_is_being_made_stays(
    says: Says, desk: Path
) -> None:
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    (backup,) = backups(desk)
    left = backup.with_name(f".{backup.name}.{int(ended.stdout)}.unfinished")
    made, anothers = (
        backup.with_name(f".{backup.name}.{os.getppid()}.unfinished"),
        backup.with_name(f".team-00000000{backup.name[13:]}.{int(ended.stdout)}.unfinished"),
    )
    for one in (left, made, anothers):
        one.write_bytes(b"half")
    assert left.name in says("today", "--passphrase-file", desk / "old")[2]
    assert [one.exists() for one in (left, made, anothers)] == [False, True, True]


def test_an_erasure_that_was_broken_off_is_finished_by_any_command(says: Says, desk: Path) -> None:
    path = desk / "team.oversight"
    with closing(open_store(path, key=key_for(path, OLD), create=False)) as store:
        writes.set_setting(store, TO_BE_SWEPT, True, "R. Okafor")
    code, _, complained = says("today", "--passphrase-file", desk / "old")
    assert (code, "An erasure that was broken off is finished now" in complained) == (0, True)
    assert says("today", "--passphrase-file", desk / "old")[2] == ""


def test_the_folder_of_a_made_up_team_whose_program_was_killed_goes_and_nobody_elses(
    says: Says, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = desk / "tmp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    left, runs, own = (
        place / f"oversight-{int(ended.stdout)}-abc",
        place / f"oversight-{os.getppid()}-abc",
        place / f"oversight-{int(ended.stdout)}-own",
    )
    for one in (left, runs, own):
        one.mkdir()
        (one / FILE_NAME).write_bytes(b"made up")
    (own / "letter.txt").write_text("somebody's own")
    _, out, _ = says("doctor", "--passphrase-file", desk / "old")
    assert "1 folder of a made-up team" in out
    assert [one.exists() for one in (left, runs, own)] == [False, True, True]
    assert (own / "letter.txt").exists()


def test_an_erasure_names_the_stores_that_a_restore_replaced_and_where_they_lie(says: Says, desk: Path) -> None:
    key = ("--passphrase-file", desk / "old")
    path = desk / "team.oversight"
    with closing(open_store(path, key=key_for(path, OLD))) as store:
        choose(store, "Mary Okoro", None)
        noted(store)
        assert retention.still_held_by(store) == ""
    says("backup", *key)
    assert says("restore", backups(desk)[-1], "--yes", *key)[0] == 0
    (kept,) = desk.glob("team.oversight.replaced-*")
    code, out, _ = says("retention", "erase", "notes", "--because", "Its time", "--yes", *key)
    assert code == 0
    assert f"{kept.name} in {desk}" in out


def noted(store: Store) -> None:
    """A note to self that has been kept for long enough."""
    from oversight_tui.practice.requests import NoteRequest
    from oversight_tui.services import record

    record.note(store, NoteRequest("Of long ago"), datetime(2023, 1, 2, tzinfo=UTC).date())


@pytest.mark.parametrize("what", ["set", "restore"])
def test_a_store_that_is_a_link_is_named_by_its_own_place_before_anything_takes_the_links(
    desk: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    link = desk / "link.oversight"
    link.symlink_to(desk / "team.oversight")
    words = {
        "set": ["passphrase", "set", "--new-passphrase-file", str(desk / "new")],
        "restore": ["restore", str(backups(desk)[0]), "--yes"],
    }[what]
    assert main([*words, "--store", str(link), "--passphrase-file", str(desk / "old")]) == 2
    assert str(desk / "team.oversight") in capsys.readouterr().err
    assert link.is_symlink()
    assert main(["today", "--store", str(link), "--passphrase-file", str(desk / "old")]) == 0
