"""What is said of a store by what was seen of it here, and of a copy, a stick, another account: by commands."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from db.replaced import replaced_files
from tests.commands.saying import commands_for, told

OLDER = "This store is older than what was seen here"
Quiet = Callable[..., str]


@pytest.fixture
def path(small_team: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(small_team, tmp_path / "team.oversight"))


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text("purple otter rides a slow tram\n")
    return file


@pytest.fixture
def goes(capsys: pytest.CaptureFixture[str]) -> Quiet:
    """Give a command for a store, which must go well; what it complains of."""

    def run(path: Path, *words: object) -> str:
        code, _, complaint = commands_for(path, "2026-10-02", capsys)(*words)
        assert code == 0, complaint
        return complaint

    return run


def test_a_copy_that_a_restore_wrote_to_a_file_of_its_own_goes_its_own_way(
    path: Path, goes: Quiet, capsys: pytest.CaptureFixture[str]
) -> None:
    goes(path, "note", "add", "Before")
    backup = told(commands_for(path, "2026-10-02", capsys), "backup")["backup"]
    goes(path, "note", "add", "Since")
    copy = path.with_name("copy.oversight")
    goes(path, "restore", backup, "--to", copy)
    for one in (copy, path, copy):
        assert goes(one, "note", "add", "Looked at") == ""
        assert goes(one, "verify") == ""
    older = Path(shutil.copy(copy, path.with_name("older")))
    goes(copy, "note", "add", "Looked at again")
    shutil.copy(older, copy)
    assert OLDER in goes(copy, "today")


def test_a_plain_store_used_at_another_place_or_by_another_account_is_as_it_was_left(
    path: Path, goes: Quiet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes(path, "note", "add", "Here")
    goes(path, "verify")
    stick = path.rename(tmp_path / "stick.oversight")
    goes(stick, "note", "add", "On the way")
    stick.rename(path)
    assert goes(path, "verify") == ""
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "another"))
        goes(path, "note", "add", "By another account")
    assert goes(path, "verify") == ""


def test_a_plain_store_written_to_while_nothing_can_be_kept_outside_is_as_it_was_left(
    path: Path, goes: Quiet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes(path, "note", "add", "Here")
    goes(path, "verify")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("db.anchor._put", full)
        goes(path, "note", "add", "While the disk was full")
        assert goes(path, "verify") == ""
    assert goes(path, "verify") == ""


def test_a_plain_store_out_of_which_the_word_of_who_left_it_was_taken_is_not_as_it_was_left(
    path: Path, goes: Quiet, capsys: pytest.CaptureFixture[str]
) -> None:
    goes(path, "note", "add", "Here")
    with closing(sqlite3.connect(path)) as another:
        another.execute("DELETE FROM setting WHERE key = 'session'")
        another.commit()
    code, said, _ = commands_for(path, "2026-10-02", capsys)("verify")
    assert (code, "is not as it was left" in said) == (1, True)
    goes(path, "verify", "--accept")
    assert goes(path, "verify") == ""


def test_a_plain_store_that_was_given_a_passphrase_is_as_it_was_left_whatever_is_recorded_then(
    path: Path, goes: Quiet, passphrase: Path
) -> None:
    goes(path, "note", "add", "Before")
    goes(path, "passphrase", "set", "--new-passphrase-file", passphrase)
    key = ("--passphrase-file", passphrase)
    goes(path, "note", "add", "Since", *key)
    assert goes(path, "verify", *key) == ""
    goes(path, "passphrase", "remove", "--yes", *key)
    goes(path, "note", "add", "Plain again")
    assert goes(path, "verify") == ""


@pytest.mark.parametrize("fails", ["db.reencrypt._written", "db.restore._write"])
def test_a_passphrase_or_a_restore_that_fails_is_taken_for_no_tampering(
    fails: str,
    path: Path,
    goes: Quiet,
    passphrase: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    goes(path, "note", "add", "Before")
    backup = told(commands_for(path, "2026-10-02", capsys), "backup")["backup"]

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(fails, full)
        does = (
            ("restore", backup, "--yes")
            if "restore" in fails
            else ("passphrase", "set", "--new-passphrase-file", passphrase)
        )
        assert commands_for(path, "2026-10-02", capsys)(*does)[0] == 2
    assert goes(path, "verify") == ""


def test_a_store_that_a_restore_replaced_can_be_read_where_it_is_kept(
    path: Path, goes: Quiet, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = told(commands_for(path, "2026-10-02", capsys), "backup")["backup"]
    goes(path, "note", "add", "Only in the store that is replaced")
    goes(path, "restore", backup, "--yes")
    (kept,) = replaced_files(path)
    assert goes(kept, "note", "list").startswith("No backup was made: this file is itself a backup")
    assert goes(kept, "verify") == ""
    assert sorted(path.parent.glob("*.backups")) == [path.with_name(f"{path.name}.backups")]
    goes(path, "passphrase", "set", "--new-passphrase-file", passphrase)
    goes(path, "passphrase", "remove", "--yes", "--passphrase-file", passphrase)
    for one in (kept, Path(backup), path):
        assert "Tell information governance" not in goes(one, "note", "list")
        assert goes(one, "verify") == ""
    assert replaced_files(path) == (kept,)


def test_a_copy_over_which_a_backup_is_restored_stays_a_copy_and_the_store_is_as_it_was(
    path: Path, goes: Quiet, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = told(commands_for(path, "2026-10-02", capsys), "backup")["backup"]
    goes(path, "note", "add", "Since")
    copy = path.with_name("copy.oversight")
    goes(path, "restore", backup, "--to", copy)
    goes(copy, "note", "add", "In the copy")
    goes(copy, "restore", backup, "--yes")
    for one in (path, copy, path):
        assert goes(one, "note", "add", "Looked at") == ""
        assert goes(one, "verify") == ""


def test_that_it_is_a_copy_is_known_before_it_has_its_name(
    path: Path, goes: Quiet, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = told(commands_for(path, "2026-10-02", capsys), "backup")["backup"]
    goes(path, "note", "add", "Since")
    copy = path.with_name("copy.oversight")
    replace = os.replace

    class Killed(BaseException):
        """As by a kill: nothing catches it."""

    def then_killed(old: str, new: str) -> None:
        replace(old, new)
        if Path(new) == copy:
            raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", then_killed)
        with pytest.raises(Killed):
            goes(path, "restore", backup, "--to", copy)
    assert goes(copy, "verify") == ""


def test_what_somebody_else_restored_is_known_by_whoever_has_seen_what_is_gone(
    path: Path, goes: Quiet, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = told(commands_for(path, "2026-10-02", capsys), "backup")["backup"]
    goes(path, "note", "add", "Seen here, and gone then")
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "another"))
        goes(path, "note", "add", "By another account")
        goes(path, "restore", backup, "--yes")
    assert goes(path, "today") == ""
    assert goes(path, "verify") == ""
