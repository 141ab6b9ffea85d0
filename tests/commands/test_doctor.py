"""The doctor, on a store that is well and on every kind that is not."""

import json
import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from db import open_store
from db.library import library
from db.migrations import SCHEMA_VERSION
from oversight_tui.services.doctor.machine import clock
from oversight_tui.services.doctor.terminal import terminal
from tests.commands.saying import Says, commands_for
from tests.db.test_board_facts import import_team

WORDS = "seven grey herons wading"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
    monkeypatch.setattr("oversight_tui.commands.doctor.dumps", lambda: "off")  # as in a process of the command's own
    desk = tmp_path / "desk"
    desk.mkdir(mode=0o700)
    (tmp_path / "words").write_text(WORDS, "utf-8")
    (tmp_path / "words").chmod(0o600)
    (tmp_path / "wrong").write_text("wrong", "utf-8")
    with closing(open_store(desk / "team.oversight", anchors=tmp_path / "anchors")) as store:
        import_team(store)
    return desk / "team.oversight"


@pytest.fixture
def says(path: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(path, "2026-10-02", capsys)


def lines(says: Says, *options: object) -> dict[str, dict[str, str]]:
    return {line["subject"]: line for line in json.loads(says("doctor", "--json", *options)[1])}


def test_a_store_that_is_encrypted_backed_up_and_rehearsed_is_well(says: Says, path: Path, tmp_path: Path) -> None:
    key = ("--passphrase-file", tmp_path / "words")
    says("passphrase", "set", "--new-passphrase-file", tmp_path / "words")
    assert says("backup", *key)[0] == 0
    assert lines(says, *key)["Rehearsal"]["state"] == "look"
    code, out, _ = says("doctor", "--rehearse", *key)
    assert (code, out.splitlines()[-1]) == (0, "All that could be checked here is well; not checked: Terminal."), out
    code, out, _ = says("doctor", *key)
    assert (code, "was rehearsed on" in out) == (0, True)
    for words in ("SQLCipher", "Every page of the file", "every guard stands", "the anchor outside has seen row"):
        assert words in out
    assert "Mia" not in out
    assert os.listdir(path.parent / "team.oversight.backups")


def test_the_engine_is_named_for_either_kind_of_store(says: Says, path: Path, tmp_path: Path) -> None:
    plain = lines(says)
    says("passphrase", "set", "--new-passphrase-file", tmp_path / "words")
    not_asked = lines(says)
    encrypted = lines(says, "--passphrase-file", tmp_path / "words")
    named = f"SQLite {library().sqlite} in SQLCipher {library().cipher}"
    for found in (plain, not_asked, encrypted):
        assert found["Engine"]["state"] == "ok"
        assert found["Engine"]["says"].startswith(named)
    assert {found["Writing"]["state"] for found in (plain, encrypted)} == {"ok"}


def test_an_engine_with_a_known_fault_is_looked_at(says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version", "3.51.2")
    found = lines(says)["Engine"]
    assert found["state"] == "look"
    assert found["says"].endswith("has a known fault: two programs at one store can damage it")
    assert "newer `sqlcipher3`" in found["do"]


def test_what_is_not_well_is_said_with_what_to_do(says: Says, path: Path) -> None:
    found = lines(says)
    assert found["Encryption"]["state"] == "look"
    assert found["Backups"] == {
        "subject": "Backups",
        "state": "look",
        "says": f"There is none in {path}.backups",
        "do": "`oversight backup` makes one.",
    }
    if os.name == "posix":
        path.chmod(0o644)
        assert lines(says)["Rights"]["do"] == f"chmod 600 '{path}'"


def test_a_guard_that_was_taken_away_and_a_row_that_was_changed_are_found(says: Says, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute('DROP TRIGGER "journal_no_update"')
        raw.execute("UPDATE journal SET who = 'Somebody' WHERE seq = 2")
        raw.execute("UPDATE child_now SET open = 0")
    found = lines(says)
    assert found["Guards"]["state"] == "look"
    assert found["Journal"]["says"].startswith("Journal row 2 was changed or moved.")
    assert found["Board"]["state"] == "broken"


@pytest.mark.parametrize("how", ["missing", "empty", "text", "overwritten", "newer", "a folder"])
def test_it_survives_every_broken_store_and_says_so_in_a_line(says: Says, path: Path, how: str) -> None:
    says("backup")
    if how in ("missing", "a folder"):
        path.unlink()
        if how == "a folder":
            path.mkdir()
    elif how == "newer":
        with closing(sqlite3.connect(path)) as raw:
            raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    else:
        path.write_bytes({"empty": b"", "text": b"not a store at all " * 200, "overwritten": os.urandom(40960)}[how])
    code, out, complained = says("doctor", "--json")
    found = {line["subject"]: line for line in json.loads(out)}
    assert code == (2 if how == "overwritten" else 1)  # an overwritten one cannot be told from an encrypted one
    assert complained == ""
    assert found["Store"]["state"] in ("broken", "not_asked")
    assert found["Backups"]["state"] == "ok"
    assert {"Disk", "Rights", "Clock", "Keyring"} <= set(found)


def test_damage_within_is_found_by_reading_every_page(says: Says, path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(-4096 * 12, os.SEEK_END)
        file.write(os.urandom(4096 * 6))
    code, out, _ = says("doctor")
    assert code == 1
    assert "broken" in out
    assert "Traceback" not in out


def test_a_wrong_passphrase_is_a_line_and_none_is_not_asked(says: Says, tmp_path: Path) -> None:
    says("passphrase", "set", "--new-passphrase-file", tmp_path / "words")
    code, out, _ = says("doctor", "--passphrase-file", tmp_path / "wrong")
    assert (code, "✗ Store, broken: That does not open the store" in out) == (1, True)
    code, out, _ = says("doctor")
    assert (code, "? Store, not asked" in out) == (2, True)


def test_settings_that_cannot_be_read_are_a_line(says: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config.toml").write_text("nonsense = 1", "utf-8")
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(tmp_path / "config.toml"))
    code, out, _ = says("doctor")
    assert (code, "✗ Settings, broken" in out) == (1, True)


def test_a_rehearsal_with_a_damaged_backup_fails(says: Says, path: Path) -> None:
    says("backup")
    (backup,) = path.with_name(path.name + ".backups").glob("*")
    with backup.open("r+b") as file:
        file.seek(4096 * 5)
        file.write(os.urandom(4096 * 20))
    code, out, _ = says("doctor", "--rehearse")
    assert code == 1
    assert "✗ Rehearsal, broken" in out
    assert "✗ Backups, broken" in out


@pytest.mark.skipif(os.name != "posix", reason="rights of this kind")
def test_a_folder_by_which_others_could_swap_or_see_the_files_is_named(says: Says, path: Path, tmp_path: Path) -> None:
    desk, anchors = path.parent, tmp_path / "anchors"
    assert lines(says)["Rights"]["state"] == "ok"
    for folder, rights, do in ((desk, 0o777, "go-w"), (tmp_path, 0o772, "go-w"), (anchors, 0o705, "700")):
        before = folder.stat().st_mode
        folder.chmod(rights)
        found = lines(says)["Rights"]
        assert (found["state"], found["do"].startswith(f"chmod {do} '{folder}'")) == ("look", True), found
        folder.chmod(before)
    desk.chmod(0o1777)  # as in /tmp: nobody takes away what is not theirs
    assert lines(says)["Rights"]["state"] == "ok"


def test_where_rights_are_not_told_that_is_said_and_nothing_is_called_well(
    says: Says, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows has no owner and rights of this kind."""
    monkeypatch.setattr("oversight_tui.services.doctor.rights.TELLS", False)
    monkeypatch.setattr("db.ownership.TELLS", False)
    found = lines(says)["Rights"]
    assert (found["state"], "not looked at" in found["says"], "icacls" in found["do"]) == ("unchecked", True, True)
    assert "- Rights, not checked here: " in says("doctor")[1]


NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("newest", "state"),
    [
        (None, "ok"),
        (NOW - timedelta(hours=1), "ok"),
        (NOW + timedelta(minutes=1), "ok"),
        (NOW + timedelta(minutes=3), "look"),
        (NOW - timedelta(days=62), "ok"),
        (NOW - timedelta(days=63), "look"),
    ],
)
def test_a_clock_that_is_behind_or_far_ahead_is_looked_at(newest: datetime | None, state: str) -> None:
    assert [line.state for line in clock(NOW, newest)] == [state]


@pytest.mark.parametrize(
    ("name", "size", "state"),
    [
        ("xterm-256color", (80, 24), "ok"),
        ("xterm-256color", (79, 24), "look"),
        ("xterm-256color", (80, 23), "look"),
        ("dumb", (120, 35), "broken"),
        ("", (120, 35), "broken"),
        ("", None, "unchecked"),
    ],
)
def test_what_the_terminal_can_show(name: str, size: tuple[int, int] | None, state: str) -> None:
    assert next(iter(terminal({"TERM": name}, size, "ascii"))).state == state
