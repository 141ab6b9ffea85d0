"""A team outgrows one laptop: its store is carried to the server, and can come back, with nothing lost on the way."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db import open_store, whole_rows
from db.engine import Store
from db.errors import StoreError
from oversight_tui.services.identity import is_made_up, mark_made_up
from tests.commands.saying import Says, commands_for, told
from tests.server.own_server import LOGIN, SUPERUSER, OwnServer

pytestmark = pytest.mark.usefixtures("own_places")
TODAY = "2026-11-23"
PERSONAL = ("draft", "seen_mark", "setting")
On = Callable[[Path | str], Says]


@pytest.fixture
def on(capsys: pytest.CaptureFixture[str]) -> On:
    """Commands for a store."""
    return lambda store: commands_for(store, TODAY, capsys)


@pytest.fixture
def address(server: OwnServer) -> str:
    """An empty store, as who keeps the server names it."""
    return server.address(server.new_database(), SUPERUSER)


@pytest.fixture
def small(small_team: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(small_team, tmp_path / "team.oversight"))


def daily(address: str) -> str:
    """The same store for somebody who works with it."""
    return address.replace(f"//{SUPERUSER}@", f"//{LOGIN}@")


def everything_in(target: Path | str) -> dict[str, list[tuple[whole_rows.Cell, ...]]]:
    store = open_store(daily(target) if isinstance(target, str) else target, create=False)
    with closing(store), store.reading():
        return {name: [tuple(row) for row in whole_rows.rows_of(store, name)] for name in whole_rows.tables()}


def same_records(one: Path | str, other: Path | str) -> bool:
    """Whether every row of the first is in the other, which may have more lines in its journal."""
    before, after = everything_in(one), everything_in(other)
    return all(after[name][: len(rows)] == rows for name, rows in before.items() if name not in PERSONAL)


def test_a_year_of_records_moves_to_the_server_and_home_again(
    a_year_of_two: Path, tmp_path: Path, address: str, on: On
) -> None:
    old, home = Path(shutil.copy(a_year_of_two, tmp_path / "team.oversight")), tmp_path / "home.oversight"
    here, there, back = on(old), on(daily(address)), on(home)
    waiting = [row for row in told(here, "today")["attention"] if row["child"]]
    first, child = waiting[0]["worker"], waiting[0]["child"]
    questions = (("child", child), ("worker", first, "--personal"))
    before_it = [told(here, *question) for question in questions]
    by_team = {one["how"] for page in before_it for one in page.pop("accountable")}
    assert "team" in by_team
    code, said, err = here("move", "--to", address, "--login", LOGIN)
    assert not err
    assert code == 0
    assert "says from now on that it was moved" in said
    assert "Left behind" not in said
    assert list((tmp_path / "team.oversight.backups").iterdir())
    assert same_records(old, address)
    there_now = [told(there, *question) for question in questions]
    # Who else sat at the file is for nobody on a server: there it is who is named as supervisor.
    assert {one["how"] for page in there_now for one in page.pop("accountable")} <= {"supervisor", None}
    assert there_now == before_it
    assert "moved" in [row["what"] for row in told(there, "journal")[-10:]]

    before = told(there, "decide", child, "See her this week", "--because", "Nobody has")["id"]
    assert on(address)("move", "--to", home, "--login", LOGIN)[0] == 0
    assert back("verify")[0] == 0
    assert same_records(address, home)
    after = told(back, "decide", child, "See her next week too", "--because", "Nobody has")["id"]
    assert int(after) == int(before) + 1


def test_no_number_is_given_again_whose_row_is_gone(small: Path, address: str, on: On) -> None:
    store = open_store(small)
    with closing(store), store.writing():
        store.engine.set_last_number("child", 50)
    assert on(small)("move", "--to", address)[0] == 0
    assert on(daily(address))("children", "add", "C-99", "--worker", "Amira Khan")[0] == 0
    assert everything_in(address)["child"][-1][0] == 51


def test_a_move_that_breaks_off_leaves_nothing_there_and_is_made_again(
    small: Path, address: str, on: On, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(store: Store, *rest: object) -> None:
        raise StoreError("The connection was lost.")

    before = everything_in(small)
    with monkeypatch.context() as patch:
        patch.setattr("db.writes.note_opened", broken)
        patch.setattr("oversight_tui.commands.move.back_up", lambda *_: None)
        code, out, err = on(small)("move", "--to", address)
    assert (code, out) == (2, "")
    assert "connection was lost. Nothing was moved" in err
    assert not any(everything_in(address).values())
    assert {name: rows for name, rows in everything_in(small).items() if name not in PERSONAL} == {
        name: rows for name, rows in before.items() if name not in PERSONAL
    }
    assert on(small)("move", "--to", address)[0] == 0


def test_a_row_that_comes_over_otherwise_is_seen_and_nothing_stays(
    small: Path, address: str, on: On, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = whole_rows.fill

    def not_quite(store: Store, *rest: object) -> None:
        fill(store, *rest)  # type: ignore[arg-type]
        store.run("INSERT INTO team (id, name, name_key) VALUES (99, 'Another', 'another')")

    monkeypatch.setattr(whole_rows, "fill", not_quite)
    code, _, err = on(small)("move", "--to", address)
    assert code == 2
    assert "of team did not come over as they were" in err
    assert not any(everything_in(address).values())


def test_a_store_in_use_takes_no_other(small: Path, address: str, on: On) -> None:
    another = Path(shutil.copy(small, small.with_name("another.oversight")))
    assert on(small)("move", "--to", address)[0] == 0
    before = everything_in(address)
    code, _, err = on(another)("move", "--to", address)
    assert code == 2
    assert "Something was recorded in" in err
    assert everything_in(address) == before


def test_the_choices_of_one_who_has_no_login_yet_stay_behind_and_that_is_said(
    small: Path, address: str, on: On
) -> None:
    on(small)("mine", "Jo Pritchard")
    said = told(on(small), "move", "--to", address)
    assert said["left_behind"] > 0
    assert any("--login" in one for one in said["says"])
    assert not any(everything_in(address)[name] for name in PERSONAL)
    assert on(daily(address))("verify")[0] == 0


def test_a_made_up_team_is_one_for_everybody_there_whoever_carried_it(
    small: Path, tmp_path: Path, address: str, on: On
) -> None:
    with closing(open_store(small)) as store:
        mark_made_up(store)
    assert on(small)("move", "--to", address)[0] == 0
    it = on(address)
    assert it("server", "add-user", "Uma Udall", "--login", "uma", "--role", "reader", "--all-teams")[0] == 0
    with closing(open_store(address.replace(f"//{SUPERUSER}@", "//uma@"))) as store:
        assert is_made_up(store)
    assert it("verify")[0] == 0
    assert it("move", "--to", tmp_path / "home.oversight", "--login", "uma")[0] == 0
    with closing(open_store(tmp_path / "home.oversight")) as store:
        assert is_made_up(store)


@pytest.mark.parametrize(("login", "confirmed"), [("jo", True), ("ben", False)])
def test_what_a_login_chose_comes_home_with_it_and_with_nobody_else(
    small: Path, tmp_path: Path, address: str, on: On, login: str, confirmed: bool
) -> None:
    on(small)("mine", "Jo Pritchard")
    assert on(small)("move", "--to", address, "--login", "jo")[0] == 0
    home = on(tmp_path / "home.oversight")
    assert on(address)("move", "--to", tmp_path / "home.oversight", "--login", login)[0] == 0
    assert told(home, "mine")["confirmed"] == confirmed
    assert home("verify")[0] == 0


def test_a_login_that_may_not_see_all_moves_nothing(server: OwnServer, small: Path, on: On) -> None:
    database = server.new_database()
    it = on(server.address(database, SUPERUSER))
    assert it("server", "add-user", "Otto Okoro", "--login", "otto", "--role", "manager", "--all-teams")[0] == 0
    code, _, err = on(small)("move", "--to", server.address(database, "otto"))
    assert code == 2
    assert "does not see every row" in err


def test_files_are_not_moved_to_files_and_none_is_written_over(
    small: Path, tmp_path: Path, address: str, on: On
) -> None:
    assert "Both stores are files" in on(small)("move", "--to", tmp_path / "other")[2]
    assert "Both stores are on a server" in on(address)("move", "--to", address)[2]
    (tmp_path / "there").write_text("mine")
    assert "There is a file" in on(address)("move", "--to", tmp_path / "there")[2]
    assert (tmp_path / "there").read_text() == "mine"


def test_an_encrypted_store_moves_by_its_passphrase_and_comes_back_encrypted(
    small: Path, tmp_path: Path, address: str, on: On
) -> None:
    words = tmp_path / "words"
    words.write_text("four wet hens in a row\n")
    assert on(small)("passphrase", "set", "--new-passphrase-file", words)[0] == 0
    assert on(small)("move", "--to", address)[0] == 2
    assert on(small)("move", "--to", address, "--passphrase-file", words)[0] == 0
    home = tmp_path / "home.oversight"
    assert on(address)("move", "--to", home, "--passphrase-file", words)[0] == 0
    assert not home.read_bytes().startswith(b"SQLite")
    assert on(home)("verify", "--passphrase-file", words)[0] == 0
