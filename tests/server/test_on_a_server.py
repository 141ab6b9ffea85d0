"""The commands on a store that a server keeps: each does its work there, or says in a sentence why not."""

import sys
from pathlib import Path

import pytest

from oversight_tui.cli import main
from oversight_tui.config import load_config
from tests.commands.saying import Says, commands_for, told
from tests.server.own_server import OwnServer

pytestmark = pytest.mark.usefixtures("own_places")


@pytest.fixture(scope="module")
def database(server: OwnServer) -> str:
    return server.new_database()


@pytest.fixture
def address(server: OwnServer, database: str) -> str:
    return server.address(database)


@pytest.fixture
def says(address: str, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(address, "2026-10-02", capsys)


def test_where_says_which_server_and_asks_it_nothing(says: Says, database: str) -> None:
    code, out, _ = says("where")
    assert code == 0
    assert database in out
    assert "own, made by whoever keeps it" in out
    assert told(says, "where")["engine"] == "postgresql"


def test_the_doctor_looks_at_the_server_and_at_no_file(says: Says) -> None:
    code, out, err = says("doctor")
    assert code in (0, 1), err
    assert "PostgreSQL 1" in out
    assert "The server is this machine" in out
    assert "Guards, ok" in out
    assert not any(one in out for one in ("Disk", "Network folder", "Encryption", "Rights,", "Leftovers"))


def test_an_unreachable_server_is_a_line_of_the_doctors(capsys: pytest.CaptureFixture[str]) -> None:
    says = commands_for("postgresql://jo@127.0.0.1:1/none", "2026-10-02", capsys)
    code, out, _ = says("doctor")
    assert code == 1
    assert "Server, broken: The server 127.0.0.1:1/none cannot be reached" in out


def test_the_store_of_the_settings_may_be_a_server(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text(f'store = "{address}"\n', "utf-8")
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(settings))
    monkeypatch.delenv("OVERSIGHT_STORE", raising=False)
    assert load_config().store == address
    assert main(["today"]) == 0
    monkeypatch.setenv("OVERSIGHT_STORE", "/nowhere/team.oversight")
    assert main(["today"]) == 2
    assert "/nowhere/team.oversight" in capsys.readouterr().err


def test_what_is_recorded_stands_in_the_journal_and_verifies(says: Says) -> None:
    code, _, err = says("verify")
    assert code == 0, err


def test_no_backup_of_the_day_is_made_and_nothing_is_said_of_it(says: Says) -> None:
    assert says("regularity")[::2] == (0, "")


@pytest.mark.parametrize(
    "typed",
    [
        ("backup",),
        ("restore",),
        ("passphrase", "remove", "--yes"),
        ("passphrase", "remember"),
        ("load", "all.dump"),
        ("export", "dump", "--personal", "--to", "all.dump"),
        ("doctor", "--rehearse"),
        ("today", "--plain"),
    ],
)
def test_what_is_a_files_alone_is_refused_by_the_servers_name(
    says: Says, database: str, typed: tuple[str, ...]
) -> None:
    code, out, err = says(*typed)
    assert (code, out) == (2, "")
    assert database in err
    assert "server" in err


def test_a_made_up_team_is_not_written_to_a_server(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--into", address]) == 2
    assert "oversight move" in capsys.readouterr().err


def test_an_export_is_written_from_a_server_and_never_over_the_programs_own(says: Says, tmp_path: Path) -> None:
    code, _, err = says("export", "calendar", "--to", tmp_path / "all.ics")
    assert (code, err) == (0, "")
    code, _, err = says("export", "calendar", "--to", tmp_path / "anchors" / "all.ics")
    assert code == 2
    assert "keeps its own" in err


# --- Passwords ------------------------------------------------------------------------------------------


@pytest.fixture
def guarded(server: OwnServer, database: str, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(server.address(database, "jo"), "2026-10-02", capsys)


def test_a_script_gives_the_password_in_a_file(guarded: Says, tmp_path: Path) -> None:
    held = tmp_path / "password"
    held.write_text("three wet hens\n")
    assert guarded("today", "--password-file", held)[0] == 0
    held.write_text("four wet hens\n")
    code, out, err = guarded("today", "--password-file", held)
    assert (code, out) == (2, "")
    assert "does not take that password for jo" in err
    assert "hens" not in err


def test_libpqs_own_file_is_asked_first(guarded: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = tmp_path / "pgpass"
    held.write_text("127.0.0.1:*:*:jo:three wet hens\n")
    held.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(held))
    assert guarded("today")[0] == 0


def test_where_nobody_is_there_a_sentence_names_the_option(guarded: Says) -> None:
    code, out, err = guarded("today")
    assert (code, out) == (2, "")
    assert "asks for the password of jo" in err
    assert "--password-file" in err
    code, out, _ = guarded("doctor")
    assert code == 2
    assert "Server, not asked" in out


@pytest.mark.parametrize(("typed", "code"), [(["three wet hens"], 0), (["one", "two", "three"], 2)])
def test_a_person_is_asked_three_times_at_the_most(
    guarded: Says, monkeypatch: pytest.MonkeyPatch, typed: list[str], code: int
) -> None:
    waiting = iter(typed)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda question: next(waiting))
    found, _, err = guarded("today")
    assert found == code
    assert next(waiting, None) is None
    assert all(one not in err for one in ("hens", "two"))


def test_a_password_is_no_key_of_a_file_and_a_passphrase_none_of_a_server(
    says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = tmp_path / "held"
    held.write_text("three wet hens\n")
    code, _, err = says("today", "--passphrase-file", held)
    assert code == 2
    assert "has no passphrase" in err
    assert main(["today", "--store", str(tmp_path / "a.oversight"), "--password-file", str(held)]) == 2
    assert "is a file" in capsys.readouterr().err


def test_without_the_library_one_sentence_says_what_to_install(says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg.conninfo", None)
    code, out, err = says("today")
    assert (code, out) == (2, "")
    assert "pip install 'oversight-tui[postgres]'" in err
    assert err.count("\n") == 1
