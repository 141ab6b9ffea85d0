"""What was moved says so: nobody records there any more, and looking at both is no false alarm about either."""

import shutil
from collections.abc import Callable
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db import open_store
from db.engines.sqlite_file import SqliteFile
from db.errors import StoreError
from db.moved import StoreMoved
from db.queries.months import kept_months
from oversight_tui.practice.ids import ChildId
from oversight_tui.services.openings import open_child
from tests.commands.saying import Says, commands_for, told
from tests.server.own_server import SUPERUSER, OwnServer
from tests.server.test_moving import TODAY, daily

pytestmark = pytest.mark.usefixtures("own_places")
On = Callable[[Path | str], Says]
DECIDES = ("decide", "C-1", "See her this week", "--because", "Nobody has")
ALARM = ("older than what was seen", "not the one that was seen", "is gone", "another one than")


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


def quiet(says: Says, *words: object) -> str:
    """What a command that goes well complains of, which is no alarm about the store."""
    code, out, complaint = says(*words)
    assert code == 0, out + complaint
    assert not any(one in complaint for one in ALARM), complaint
    return complaint


def refused(says: Says, *words: object) -> str:
    code, out, complaint = says(*words)
    assert (code, out) == (2, "")
    return complaint


def test_the_file_that_was_moved_is_read_and_records_nothing(small: Path, address: str, on: On) -> None:
    old, new = on(small), on(daily(address))
    quiet(old, "move", "--to", address)
    said = refused(old, *DECIDES)
    assert f"Nothing was done: this store was moved to {address.partition('@')[2]} on " in said
    assert "oversight --store 'postgresql://NAME@127.0.0.1" in said
    lines = len(told(old, "journal"))
    for looks in (("today",), ("child", "C-1"), ("verify",)):
        assert "is the copy of that moment" in quiet(old, *looks)
        assert quiet(new, *looks) == ""
    for words in (("backup",), ("worker", "Amira Khan", "--personal"), ("mine", "Jo"), ("move", "--to", address)):
        assert "moved to" in refused(old, *words)
    assert len(told(old, "journal")) == lines
    quiet(new, *DECIDES)
    for either in (old, new, old, new):
        quiet(either, "verify")


def test_a_screen_that_was_open_on_it_notices_before_it_records(small: Path, address: str, on: On) -> None:
    with closing(open_store(small)) as open_still:
        with open_still.reading():
            (child,) = open_still.row("SELECT min(id) FROM child")
        quiet(on(small), "move", "--to", address)
        assert open_child(open_still, ChildId(child), date.fromisoformat(TODAY)).row.child.reference
        with pytest.raises(StoreMoved, match="this store was moved to"), open_still.writing():
            pass
        assert open_still.moved is not None
    quiet(on(daily(address)), "verify")


def test_the_server_that_was_moved_is_read_and_records_nothing(
    small: Path, tmp_path: Path, server: OwnServer, on: On
) -> None:
    database, home = server.new_database(), tmp_path / "home.oversight"
    it = on(server.address(database, SUPERUSER))
    quiet(on(small), "move", "--to", server.address(database, SUPERUSER))
    member = ("server", "add-user", "Sam Okoro", "--login", f"sam_{database}", "--role", "manager", "--all-teams")
    quiet(it, *member)
    sam = on(server.address(database, f"sam_{database}"))
    quiet(sam, *DECIDES)
    quiet(it, "move", "--to", home)
    said = refused(sam, *DECIDES)
    assert f"this store was moved to {home} on " in said
    assert f"oversight --store '{home}'" in said
    assert "is the copy of that moment" in quiet(sam, "today")
    assert "is the copy of that moment" in quiet(sam, "child", "C-1")
    quiet(on(home), *DECIDES)
    for one in (sam, on(home), on(small), sam, on(home)):
        quiet(one, "today")
    for one in (it, on(home), on(small)):
        quiet(one, "verify")


def test_what_came_home_may_take_the_old_files_name(small: Path, tmp_path: Path, address: str, on: On) -> None:
    quiet(on(small), "move", "--to", address)
    quiet(on(daily(address)), *DECIDES)
    quiet(on(address), "move", "--to", tmp_path / "home.oversight")
    small.rename(tmp_path / "old.oversight")
    (tmp_path / "home.oversight").rename(small)
    quiet(on(small), *DECIDES)
    quiet(on(tmp_path / "old.oversight"), "verify")
    quiet(on(small), "verify")


def test_an_encrypted_file_is_marked_too(small: Path, tmp_path: Path, address: str, on: On) -> None:
    words = tmp_path / "words"
    words.write_text("four wet hens in a row\n")
    quiet(on(small), "passphrase", "set", "--new-passphrase-file", words)
    quiet(on(small), "move", "--to", address, "--passphrase-file", words)
    assert "this store was moved to" in refused(on(small), *DECIDES, "--passphrase-file", words)
    quiet(on(small), "verify", "--passphrase-file", words)
    quiet(on(daily(address)), "verify")


def test_a_move_that_breaks_off_before_the_file_knows_is_finished_by_another(
    small: Path, address: str, on: On, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = SqliteFile.transaction

    @contextmanager
    def full(self: SqliteFile, *, writing: bool, often: bool = False) -> Any:
        with whole(self, writing=writing, often=often):
            yield
            if writing and self.row("SELECT 1 FROM journal WHERE what = 'moved_to'", ()):
                raise StoreError("The disk is full. Nothing was saved; make room on it and try again.")

    with monkeypatch.context() as patch:
        patch.setattr(SqliteFile, "transaction", full)
        said = told(on(small), "move", "--to", address)
    assert not said["marked"]
    assert "could not be told that it was moved. The disk is full." in " ".join(said["says"])
    assert told(on(small), "move", "--to", address)["marked"]
    assert "this store was moved to" in refused(on(small), *DECIDES)
    for one in (daily(address), small):
        quiet(on(one), "verify")
    assert told(on(small), "journal")[-1] == told(on(daily(address)), "journal")[-2]


def test_who_goes_back_to_the_backup_of_before_works_on_with_the_file(small: Path, address: str, on: On) -> None:
    quiet(on(small), "move", "--to", address)
    quiet(on(daily(address)), *DECIDES)
    (backup,) = small.with_name("team.oversight.backups").iterdir()
    quiet(on(small), "restore", backup, "--yes")
    quiet(on(small), *DECIDES)
    for one in (daily(address), small, daily(address), small):
        quiet(on(one), "verify")


def test_of_a_file_that_cannot_be_written_it_is_said_that_it_does_not_know(
    small: Path, address: str, on: On, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(SqliteFile, "writable", property(lambda self: False))
        said = " ".join(told(on(small), "move", "--to", address)["says"])
        assert f"{small} could not be told that it was moved. It cannot be written." in said
        assert len(list(small.with_name("team.oversight.backups").iterdir())) == 1
    quiet(on(daily(address)), *DECIDES)
    for one in (small, daily(address), small):
        quiet(on(one), "verify")


def test_the_months_that_were_worked_out_in_the_file_are_there_too_and_true(
    a_year_of_two: Path, tmp_path: Path, address: str, on: On
) -> None:
    old = Path(shutil.copy(a_year_of_two, tmp_path / "team.oversight"))
    quiet(on(old), "mine", "Jo Pritchard")
    quiet(on(old), "sight", "--all-teams")
    with closing(open_store(old)) as store, store.reading():
        known = kept_months(store, None, date.min, date.max)
    assert "works its months out anew" not in " ".join(told(on(old), "move", "--to", address)["says"])
    with closing(open_store(daily(address))) as store, store.reading():
        assert kept_months(store, None, date.min, date.max) == known
    assert known
    quiet(on(daily(address)), "verify")


def test_of_months_that_hold_for_their_manager_alone_it_is_said_that_they_are_worked_out_anew(
    a_year_of_two: Path, tmp_path: Path, address: str, on: On
) -> None:
    """The manager of the made-up team is one of its workers too."""
    old = Path(shutil.copy(a_year_of_two, tmp_path / "team.oversight"))
    quiet(on(old), "sight", "--all-teams")
    code, said, complaint = on(old)("move", "--to", address)
    assert code == 0, complaint
    assert "works its months out anew" in said
    quiet(on(daily(address)), "verify")
