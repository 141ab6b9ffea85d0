"""A store, or its folder, that may not be read or written: said in a sentence, and nothing is lost or left behind."""

import json
import os
import sys
from pathlib import Path

import pytest

from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import DecisionRequest
from oversight_tui.services import record
from tests.faults.desk import DECIDES, LOOKS, Desk
from tests.faults.every_path import TODAY
from tests.faults.rights import SOMEBODY_ELSE, as_an_ordinary_user
from tests.faults.stores import asked, opened
from tests.made_once import C1

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="rights on files are taken from root as Linux does it")


def test_a_store_that_is_read_only_can_be_looked_at_and_not_written(desk: Desk) -> None:
    desk.path.chmod(0o400)
    with as_an_ordinary_user():
        assert desk.does(*LOOKS)[0] == 0
        for words in (DECIDES, desk.brings_in, desk.changes):
            desk.is_told(*words, says="cannot be written")
    desk.path.chmod(0o600)
    desk.goes_on()


def test_a_folder_that_is_read_only_is_named(desk: Desk) -> None:
    desk.path.parent.chmod(0o500)
    with as_an_ordinary_user():
        for words in (LOOKS, DECIDES, desk.brings_in, desk.changes):
            desk.is_told(*words, says="check the rights on file and folder")
    desk.path.parent.chmod(0o700)
    desk.goes_on()


@pytest.mark.parametrize("rights", [0o000, 0o600], ids=["no rights", "no right to look into it"])
def test_a_folder_that_is_not_for_you_is_named(desk: Desk, rights: int) -> None:
    desk.path.parent.chmod(rights)
    with as_an_ordinary_user():
        for words in (LOOKS, DECIDES, desk.brings_in, desk.changes):
            desk.is_told(*words, says="cannot be read: Permission denied. Check the rights")
    desk.path.parent.chmod(0o700)
    desk.goes_on()


@pytest.mark.parametrize("rights", [0o000, 0o600], ids=["no rights", "no right to look into it"])
def test_what_lies_in_a_folder_that_is_not_for_you_is_not_said_to_be_missing(desk: Desk, rights: int) -> None:
    assert desk.does("backup")[0] == 0
    (backup,) = desk.path.with_name("team.oversight.backups").iterdir()
    another = desk.folder / "another.oversight"
    desk.path.parent.chmod(rights)
    with as_an_ordinary_user():
        desk.is_told("policy", "show", says="cannot be read: Permission denied. Check the rights")
        code, found, _ = desk.does("where")
        assert (code, "whether it is there cannot be told: Permission denied" in found) == (0, True)
        assert json.loads(desk.does("where", "--json")[1])["exists"] is None
        for words in (("--yes",), ("--to", str(another))):
            desk.is_told("restore", str(backup), *words, says=f"The backup {backup} cannot be read: Permission denied")
        code, page, error = desk.does("doctor")
        assert (code, error) == (1, "")
        for look in ("Store", "Backups", "Disk", "Rights", "Network folder"):
            assert f"{look}, broken: " in page
        assert "There is no" not in page
        assert "Keep the file." in page
    desk.path.parent.chmod(0o700)
    desk.goes_on()


@pytest.mark.parametrize("rights", [0o000, 0o600], ids=["no rights", "no right to look into it"])
def test_a_backup_is_not_restored_into_a_folder_that_is_not_for_you(desk: Desk, rights: int) -> None:
    assert desk.does("backup", "--to", str(desk.folder / "stick"))[0] == 0
    (kept,) = map(str, (desk.folder / "stick").iterdir())
    desk.path.parent.chmod(rights)
    with as_an_ordinary_user():
        desk.is_told("restore", kept, "--yes", says="cannot be read: Permission denied. Check the rights")
        for new in ("new.oversight", "in/new.oversight"):
            words = ("restore", kept, "--to", str(desk.path.parent / new))
            desk.is_told(*words, says="cannot be made: Permission denied. Nothing was restored")
    desk.path.parent.chmod(0o700)
    desk.goes_on()


def test_somebody_elses_store_is_not_opened(desk: Desk) -> None:
    if os.geteuid() == 0:
        os.chown(desk.path, SOMEBODY_ELSE, SOMEBODY_ELSE)
    else:
        desk.path.chmod(0o000)
    said = ("cannot be read: Permission denied. Check the rights", "belongs to another account of this machine")
    with as_an_ordinary_user():
        for words in (LOOKS, DECIDES, desk.brings_in, desk.changes):
            code, _, error = desk.does(*words)
            assert (code, any(one in error for one in said)) == (2, True), error


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("rights", [0o620, 0o602, 0o666])
def test_a_store_that_others_may_write_is_not_opened(desk: Desk, end: str, rights: int) -> None:
    """Nor one beside which others may write what is read with it."""
    place = Path(f"{desk.path}{end}")
    place.touch()
    place.chmod(rights)
    held = place.read_bytes()
    for words in (LOOKS, DECIDES, desk.brings_in):
        desk.is_told(*words, says=f"Other accounts of this machine may write {place}. Nothing was opened")
    assert place.read_bytes() == held
    place.chmod(0o600)
    if end:
        place.unlink()
    desk.goes_on()


@pytest.mark.skipif(os.geteuid() != 0, reason="only an administrator gives a file to another account")
@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
def test_an_empty_file_of_another_account_becomes_no_store(desk: Desk, end: str) -> None:
    """In a folder that everybody uses it would be theirs, to read and to change."""
    desk.path.unlink()
    place = Path(f"{desk.path}{end}")
    place.touch(mode=0o666)
    os.chown(place, SOMEBODY_ELSE, SOMEBODY_ELSE)
    desk.is_told(*desk.brings_in, says=f"{place} belongs to another account of this machine. Nothing was opened")
    assert {one.name: one.stat().st_size for one in desk.path.parent.iterdir()} == {place.name: 0}


def test_a_new_store_is_not_made_where_nothing_can_be_made(desk: Desk) -> None:
    desk.path.unlink()
    desk.path.parent.chmod(0o500)
    with as_an_ordinary_user():
        desk.is_told(*desk.brings_in, says="cannot be made: Permission denied. Name another place with --store")
    assert list(desk.path.parent.iterdir()) == []


def test_a_path_through_a_file_is_named(desk: Desk) -> None:
    file, desk.path = desk.path, desk.path / "team.oversight"
    desk.is_told(*LOOKS, says="There is no store at")
    desk.is_told(*desk.brings_in, says="cannot be made: Not a directory")
    desk.path = file
    desk.goes_on()


def test_a_policy_file_and_lists_that_may_not_be_read_are_named(desk: Desk, tmp_path: Path) -> None:
    for name, words in (("policy.toml", ("policy", "import")), ("annex.xlsx", ("import", "--yes"))):
        (tmp_path / name).write_text("x")
        (tmp_path / name).chmod(0)
        with as_an_ordinary_user():
            desk.is_told(words[0], *words[1:], str(tmp_path / name), says=name)


def test_what_was_looked_at_while_it_was_read_only_is_written_at_once_when_it_no_longer_is(desk: Desk) -> None:
    with as_an_ordinary_user():
        desk.path.chmod(0o400)
        store = opened(desk.path, desk.passphrase)
        with store.reading():
            assert asked(store, "SELECT count(*) FROM decision") == [(0,)]
        desk.path.chmod(0o600)
        record.decide(store, DecisionRequest("Visit", TODAY, AboutChild(C1)), TODAY)
        store.close()
